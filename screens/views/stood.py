"""The workshop as it stood: every record of a state that is past, its card and its threads, to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.card import Card
from screens.views.thread_map import ThreadMap
from screens.views.view import View
from store.versions import Version, as_of
from workshop.answers import values
from workshop.declare import Record
from workshop.state import Workshop

if TYPE_CHECKING:
    from screens.room import Room
    from store.file import WorkshopFile

_PAST = "This is the workshop as it stood; esc goes back to now"
_REF, _KIND = 7, 12


class Stood(View[Record]):
    """Every record but the cells of grids, by kind."""

    adds = False
    for_the_room = False
    past: ClassVar[str] = _PAST
    keys = (
        Key("enter", "enter", "look", "The card as it was", 1),
        Key("m", "matrix", "threads", "The threads as they were", 2),
        Key("h", "history", "history", "History of what is in hand", 4),
    )

    def __init__(self, file: WorkshopFile, version: Version) -> None:
        super().__init__()
        self.version = version
        self.title = f"As it stood: {version.name}"
        self.then = as_of(file, version.n)

    def fill(self, shop: Workshop, width: int) -> None:
        """What there was, whatever there is now."""
        super().fill(self.then, width)

    def find_rows(self) -> list[Record]:
        """The records that people call by a ref."""
        return [record for record in self.then if not record.kind.key]

    def measure(self) -> list[int]:
        """As tall as its words."""
        return [len(wrap(self._words(record), self._room)) for record in self.rows]

    def draw_head(self) -> list[Line]:
        """Which state it is."""
        return [[(fit("Ref", _REF), "head"), (fit("Kind", _KIND), "head"), (fit("What", self._room), "head")]]

    def draw(self, at: int) -> list[Line]:
        """One record; the kind where it begins."""
        record, here = self.rows[at], at == self.at
        begins = not at or self.rows[at - 1].kind is not record.kind
        lines: list[Line] = []
        for y, text in enumerate(wrap(self._words(record), self._room)):
            cells = ("" if y else record.ref, record.kind.name if begins and not y else "", text)
            looks = ("dim", "dim", "text")
            lines.append(
                [
                    (fit(cell, width), "cursor" if here else look)
                    for cell, width, look in zip(cells, (_REF, _KIND, self._room), looks, strict=True)
                ]
            )
        return lines

    def ref_of(self, row: Record) -> str:
        """The record."""
        return row.ref

    def detail(self) -> str:
        """Whose state it is."""
        return f"after change {self.version.n:,} · read only: what you see is not what there is now"

    def empty(self) -> str:
        """Before the first change."""
        return "There was nothing yet. Esc goes back."

    def enter(self, room: Room) -> None:
        """The card as it was."""
        if self.row:
            room.push(PastCard(self.row.ref, self.then))

    def do_matrix(self, room: Room) -> None:
        """The threads as they were."""
        room.push(PastMap(self.then, self.version.name))

    @property
    def _room(self) -> int:
        return self.width - _REF - _KIND

    def _words(self, record: Record) -> str:
        return values.of(record, record.kind.called, self.then) or record.ref


class PastCard(Card):
    """A record's answers as they were."""

    past: ClassVar[str] = _PAST
    for_the_room = False

    def __init__(self, ref: str, then: Workshop) -> None:
        super().__init__(ref, f"{ref} as it stood")
        self.then = then

    def fill(self, shop: Workshop, width: int) -> None:
        """What was said then."""
        super().fill(self.then, width)

    def enter(self, room: Room) -> None:
        """Nothing of the past can be said anew."""
        room.tell(_PAST)

    def do_history(self, room: Room) -> None:
        """All that was ever said in the field in hand, whether its record is still there or not."""
        from screens.views.log import Log

        if self.row:
            room.push(Log(room.file, self.record_ref, self.row))


class PastMap(ThreadMap):
    """The threads as they were."""

    past: ClassVar[str] = _PAST
    for_the_room = False
    adds = False

    def __init__(self, then: Workshop, name: str) -> None:
        super().__init__()
        self.title = f"Threads as they stood: {name}"
        self.then = then

    def fill(self, shop: Workshop, width: int) -> None:
        """The threads of then."""
        super().fill(self.then, width)

    def enter(self, room: Room) -> None:
        """The card as it was."""
        if self.ref:
            room.push(PastCard(self.ref, self.then))
