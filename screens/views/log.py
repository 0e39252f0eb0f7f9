"""What changed, when, how: of one record, or of the whole workshop."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from screens.ages import stamp
from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.view import View
from store.versions import after
from workshop.answers import values
from workshop.declare import KINDS, Field
from workshop.records import Score

if TYPE_CHECKING:
    from screens.room import Room
    from store.file import WorkshopFile
    from workshop.change import Logged

_WHEN, _REF = 17, 19
_MANY = 8
"""From so many changes on, an act says how many."""
_MOST = 500
"""Acts that are looked back on here; the workbook has them all."""


class Log(View["Logged"]):
    """Changes, newest first, at the time of day that it was here: of one record, or of one of its fields."""

    adds = False
    for_the_room = False
    keys = (
        Key("s", "stood", "as it stood", "The workshop as it stood after what is in hand, to be read", 3),
        Key("equals_sign", "compare", "compare", "What is otherwise now than after what is in hand", 4),
    )

    def __init__(self, file: WorkshopFile, ref: str = "", field: Field | None = None) -> None:
        super().__init__()
        self.file = file
        self.of = ref
        self.field = field
        whose = f"{ref}, {field.label.lower()}" if field else ref
        self.title = f"History of {whose}" if ref else "What changed"
        self._changes = Counter[str]()

    def find_rows(self) -> list[Logged]:
        """The changes of the record; of the whole workshop, one for each act that changed it."""
        if self.of:
            changes = self.file.history(self.of, self.field.name if self.field else None)
            return [entry for entry in reversed(changes) if entry.field != "place"]
        acts: dict[str, Logged] = {}
        self._changes = Counter[str]()
        for entry in self.file.log():
            self._changes[entry.batch] += 1
            first = acts.setdefault(entry.batch, entry)
            if first.field is None and entry.ref == first.ref and entry.field == KINDS[entry.kind].called:
                acts[entry.batch] = entry
        return list(reversed(acts.values()))[:_MOST]

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
        when = stamp(entry.at)
        return [
            [
                (fit(when if not y else "", _WHEN), look),
                (fit(entry.ref if not y else "", _REF), look),
                (fit(text, self._room), look),
            ]
            for y, text in enumerate(wrap(self._what(entry), self._room))
        ]

    def ref_of(self, row: Logged) -> str:
        """The record that changed."""
        return row.ref

    def keep_place(self) -> None:
        """The cursor stays on its line."""

    def empty(self) -> str:
        """A field that nobody answered yet."""
        return "Nothing was said here yet. Esc goes back."

    def detail(self) -> str:
        """The act to which the change belongs."""
        return f"{self.row.why} · {self.row.origin} at step {self.row.step} by {self.row.by}" if self.row else ""

    def do_stood(self, room: Room) -> None:
        """The workshop after the act in hand."""
        from screens.views.stood import Stood

        if self.row:
            room.push(Stood(self.file, after(self.file, self.row)))

    def do_compare(self, room: Room) -> None:
        """What is otherwise now than it was then; where nothing is in hand, the states that have a name."""
        from screens.commands import remembering
        from screens.views.compared import Compared

        if self.row:
            room.push(Compared(self.file, after(self.file, self.row)))
        else:
            remembering.compare(room)

    @property
    def _room(self) -> int:
        return self.width - _WHEN - _REF

    def _what(self, entry: Logged) -> str:
        kind = KINDS[entry.kind]
        if not self.of:
            return self._act(entry)
        if entry.field is None:
            return f"{kind.name} added" if entry.new else f"{kind.name} removed"
        spec = kind.field(entry.field)
        old, new = (values.shown(spec, value, self.shop) for value in (entry.old, entry.new))
        was = f" (was “{old}”)" if old else ""
        return f"{spec.label}: “{new}”{was}" if new else f"{spec.label} cleared{was}"

    def _act(self, entry: Logged) -> str:
        """What was done, with the words that came of it, and how much it changed."""
        spec = KINDS[entry.kind].named.get(entry.field or "")
        blind = self.secret.on and entry.kind == Score.kind.name
        new = values.shown(spec, entry.new, self.shop) if spec and not blind else ""
        many = self._changes[entry.batch]
        more = f" ({many} changes)" if many > _MANY else ""
        return f"{entry.why}{f': “{new}”' if new else ''}{more}"
