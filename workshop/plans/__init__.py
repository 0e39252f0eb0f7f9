"""What the room does beyond one plain act: each a plan of changes, with its rules."""
