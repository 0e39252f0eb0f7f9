"""The handoff out: workbook, Markdown and JSON made of a workshop; and what comes back, read into proposals."""
