"""What an edited cell of a handoff speaks of: one field of one record, or of one that it would make."""

from __future__ import annotations

from typing import NamedTuple

from workshop.declare import Value
from workshop.state import kind_of

NEW = "@"
"""Stands in a ref, and in what a record is given, for the record of a line that somebody added."""


class Aim(NamedTuple):
    """One field of a record. `ref` is empty where the record may not be there yet.

    `given` is what such a record stands on (a link's outcome and process): by it the record is found, and made
    with it where there is none. `lead` stands before what was typed, `unit` is that of a bare number.
    """

    kind: str
    ref: str
    field: str
    given: tuple[tuple[str, Value], ...] = ()
    fresh: bool = False
    """Whether it always makes a record of its own, as a comment does."""
    lead: str = ""
    unit: str = ""

    @property
    def on(self) -> tuple[str, ...]:
        """The refs of the records on which its record stands."""
        return tuple(str(value) for _, value in self.given if kind_of(str(value)))

    @property
    def hangs_on_new(self) -> bool:
        """Whether it speaks of something beside the record of an added line, not of a field of that record."""
        return NEW in self.ref or any(value == NEW for _, value in self.given)

    def at(self, ref: str) -> Aim:
        """The same aim once the record of its line has that ref."""
        given = tuple((name, ref if value == NEW else value) for name, value in self.given)
        return self._replace(ref=self.ref.replace(NEW, ref), given=given)


class Edit(NamedTuple):
    """One cell that says something else than was sent: where it stands (`Action plan!B7`) and what it says now.

    `line` is the same for all cells of a line, `added` says that somebody added it; `was` is what was sent.
    """

    where: str
    aim: Aim
    text: str
    line: str
    was: str = ""
    added: bool = False


def remark(on: str, lead: str = "") -> Aim:
    """A comment on a record: it comes back as a note beside it."""
    return Aim("note", "", "text", (("on", on), ("what", "remark")), fresh=True, lead=lead)
