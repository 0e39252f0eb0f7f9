"""What comes in from outside, as proposals: tables matched with fields, workbooks and JSON that come back."""
