"""What changed, when, how: of one record, or of the whole workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.text import Line, fit, wrap
from screens.views.view import View
from workshop import values
from workshop.declare import KINDS

if TYPE_CHECKING:
    from store.file import Entry, WorkshopFile

_WHEN, _REF = 17, 19
_MOST = 500
"""Changes that are looked back on here; the workbook has them all."""


class Log(View["Entry"]):
    """Changes, newest first."""

    adds = False

    def __init__(self, file: WorkshopFile, ref: str = "") -> None:
        super().__init__()
        self.file = file
        self.of = ref
        self.title = f"History of {ref}" if ref else "What changed"

    def find_rows(self) -> list[Entry]:
        """The changes of the record, or the last ones of all."""
        found = self.file.history(self.of) if self.of else list(self.file.log())
        return [entry for entry in reversed(found) if entry.field != "place"][:_MOST]

    def measure(self) -> list[int]:
        """As tall as what was said."""
        return [len(wrap(self._what(entry), self._room)) for entry in self.rows]

    def draw_head(self) -> list[Line]:
        """When, what, how."""
        return [[(fit("When", _WHEN), "head"), (fit("Ref", _REF), "head"), (fit("What", self._room), "head")]]

    def draw(self, at: int) -> list[Line]:
        """One change."""
        entry = self.rows[at]
        look = "cursor" if at == self.at else "text"
        when = entry.at[:16].replace("T", " ")
        return [
            [
                (fit(when if not y else "", _WHEN), look),
                (fit(entry.ref if not y else "", _REF), look),
                (fit(text, self._room), look),
            ]
            for y, text in enumerate(wrap(self._what(entry), self._room))
        ]

    def ref_of(self, row: Entry) -> str:
        """The record that changed."""
        return row.ref

    def keep_place(self) -> None:
        """The cursor stays on its line."""

    def detail(self) -> str:
        """The act to which the change belongs."""
        return f"{self.row.why} · {self.row.origin} at step {self.row.step} by {self.row.by}" if self.row else ""

    @property
    def _room(self) -> int:
        return self.width - _WHEN - _REF

    def _what(self, entry: Entry) -> str:
        kind = KINDS[entry.kind]
        if entry.field is None:
            return f"{kind.name} added" if entry.new else f"{kind.name} removed"
        spec = kind.field(entry.field)
        old, new = (values.shown(spec, value, self.shop) for value in (entry.old, entry.new))
        was = f" (was “{old}”)" if old else ""
        return f"{spec.label}: “{new}”{was}" if new else f"{spec.label} cleared{was}"
