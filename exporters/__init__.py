"""The handoff: workbook, Markdown and JSON made of a workshop, and edited workbooks read back as proposals."""
