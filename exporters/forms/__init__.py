"""Workbooks that ask: what goes out before a workshop, and before a review."""
