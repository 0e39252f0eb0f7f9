"""The floor of an app: a line of text and a field, nothing else. With a file, Enter commits to it by raw sqlite3."""

import sqlite3
import sys

from textual.app import App, ComposeResult
from textual.widgets import Input, Static

MAKE = """CREATE TABLE objective (ref TEXT PRIMARY KEY, statement TEXT) STRICT;
CREATE TABLE changes (n INTEGER PRIMARY KEY, at TEXT, ref TEXT, field TEXT, old TEXT, new TEXT) STRICT;"""

CHANGE = "INSERT INTO changes (at, ref, field, new) VALUES ('2026-11-24T09:00:00', ?, 'statement', ?)"


class Bare(App[None]):
    """A title, a field, and what was typed."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Static { height: 1; }"

    def __init__(self, path: str | None) -> None:
        super().__init__()
        self.kept = sqlite3.connect(path, isolation_level=None) if path else None
        self.many = 0
        if self.kept:
            self.kept.executescript(f"PRAGMA synchronous=FULL; {MAKE}")

    def compose(self) -> ComposeResult:
        yield Static("bare floor")
        yield Input(placeholder="type here")
        yield Static(id="last")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the line, then show it and clear the field."""
        if self.kept:
            self.many += 1
            ref = f"O{self.many}"
            self.kept.execute("BEGIN IMMEDIATE")
            self.kept.execute("INSERT INTO objective VALUES (?, ?)", (ref, event.value))
            self.kept.execute(CHANGE, (ref, event.value))
            self.kept.execute("COMMIT")
        self.query_one("#last", Static).update(event.value)
        event.input.value = ""


if __name__ == "__main__":
    Bare(sys.argv[1] if len(sys.argv) > 1 else None).run()
