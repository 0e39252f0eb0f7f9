"""Two states of the workshop side by side: what came, what went, and each answer as it was and as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.view import View
from store.versions import Version, as_of
from workshop.answers import values
from workshop.difference import Difference, difference

if TYPE_CHECKING:
    from screens.room import Room
    from store.file import WorkshopFile
    from workshop.declare import Field, Record
    from workshop.state import Workshop

_REF, _WHAT, _GAP = 7, 17, 2


class Row(NamedTuple):
    """One thing that is otherwise: whose, which answer (none: the record itself), as it was, as it is."""

    record: Record
    spec: Field | None
    old: str
    new: str


class Compared(View[Row]):
    """Then on the left, later on the right; Enter tells the history of what is in hand."""

    adds = False
    for_the_room = False
    keys = (Key("enter", "enter", "history", "Who said what is in hand, when and from where", 1),)

    def __init__(self, file: WorkshopFile, one: Version, other: Version | None = None) -> None:
        super().__init__()
        self.file = file
        self.one = one
        self.other = other
        self.title = f"{one.name} › {other.name if other else 'now'}"
        self._then = as_of(file, one.n)
        self._fixed = as_of(file, other.n) if other else None
        self._version = -1
        self._found = Difference([], [], [])

    @property
    def _later(self) -> Workshop:
        return self._fixed or self.shop

    def find_rows(self) -> list[Row]:
        """All that is otherwise; looked for again only after a change."""
        if self._version != self.shop.version:
            self._version = self.shop.version
            self._found = difference(self._then, self._later)
        return list(self._rows())

    def _rows(self) -> Iterator[Row]:
        for change in self._found.changed:
            ref, name = change.record.ref, change.field
            old, new = (values.of(shop.find(ref), name, shop) for shop in (self._then, self._later))
            yield Row(change.record, change.record.kind.field(name), old or "–", new or "–")
        for record in self._found.added:
            yield Row(record, None, "–", _words(record, self._later))
        for record in self._found.removed:
            yield Row(record, None, _words(record, self._then), "–")

    def measure(self) -> list[int]:
        """As tall as the longest cell."""
        return [max(map(len, self._cells(row))) for row in self.rows]

    def draw_head(self) -> list[Line]:
        """Which states they are."""
        now = self.other.name if self.other else "Now"
        heads = (("Ref", _REF), ("What", _WHAT), (_capital(self.one.name), self._side), ("", _GAP),
                 (_capital(now), self._side))  # fmt: skip
        return [[(fit(text, width), "head") for text, width in heads]]

    def draw(self, at: int) -> list[Line]:
        """One difference."""
        row, here = self.rows[at], at == self.at
        ref, what, old, new = self._cells(row)
        looks = ("dim", "text", "dim", "strong")
        lines: list[Line] = []
        for y in range(self.heights[at] - self.gap):
            cells = [cell[y] if y < len(cell) else "" for cell in (ref, what, old, new)]
            first, second, third, last = (
                (fit(text, width), "cursor" if here else look)
                for text, width, look in zip(cells, (_REF, _WHAT, self._side, self._side), looks, strict=True)
            )
            lines.append([first, second, third, (" " * _GAP, "cursor" if here else "text"), last])
        return lines

    def ref_of(self, row: Row) -> str:
        """The record that is otherwise."""
        return row.record.ref

    def keep_place(self) -> None:
        """The cursor stays on its line."""

    def count(self) -> str:
        """How many there are."""
        return str(len(self.rows))

    def detail(self) -> str:
        """How much is otherwise, and of which record what is in hand speaks."""
        if not self.row:
            return ""
        found = self._found
        told = f"{len(found.changed)} changed, {len(found.added)} added, {len(found.removed)} removed"
        return f"{told} · {self.row.record.ref} {self.row.record.words}"

    def empty(self) -> str:
        """Two states that say the same."""
        return f"Nothing is otherwise {'there' if self.other else 'now'}. Esc goes back."

    def enter(self, room: Room) -> None:
        """The history of the answer in hand, or of the record that came or went."""
        from screens.views.log import Log

        if self.row:
            room.push(Log(self.file, self.row.record.ref, self.row.spec))

    def do_history(self, room: Room) -> None:
        """The same."""
        self.enter(room)

    @property
    def _side(self) -> int:
        return max(1, (self.width - _REF - _WHAT - _GAP) // 2)

    def _cells(self, row: Row) -> tuple[tuple[str, ...], ...]:
        what = row.spec.label if row.spec else f"{row.record.kind.name}, {'new' if row.old == '–' else 'gone'}"
        return (
            wrap(row.record.ref, _REF - 1),
            wrap(what, _WHAT - 1),
            wrap(row.old, self._side),
            wrap(row.new, self._side),
        )


def _words(record: Record, shop: Workshop) -> str:
    return values.of(record, record.kind.called, shop) or record.ref


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
