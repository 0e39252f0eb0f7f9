"""The handoff: workbook, Markdown and JSON made of a workshop; edited workbooks read back as proposals."""
