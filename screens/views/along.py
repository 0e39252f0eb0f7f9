"""What goes along with the second of two records that were one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.marks import MARK, MARK_ALL, Marks
from workshop.plans.splitting import Hanging, hanging
from workshop.words import plural

if TYPE_CHECKING:
    from collections.abc import Callable

    from screens.room import Room


class Along(Marks[Hanging]):
    """What hangs on a record that becomes two: what is marked goes along with the second."""

    adds = False
    title = "What goes along with the second?"
    keys = (
        MARK, MARK_ALL,
        Key("enter", "enter", "make two", "Make two of it; what is marked goes along with the second", 1, True),
    )  # fmt: skip

    def __init__(self, ref: str, first: str, second: str, then: Callable[[list[str]], object]) -> None:
        super().__init__()
        self.record_ref = ref
        self._said = ((f"{ref} stays", first), ("new", second))
        self._then = then

    def find_rows(self) -> list[Hanging]:
        """What names the record."""
        return hanging(self.shop, self.record_ref) if self.shop.get(self.record_ref) else []

    def name_of(self, row: Hanging) -> str:
        """Its key."""
        return row.key

    def ref_of(self, row: Hanging) -> str:
        """The record, where it is one."""
        return row.key

    def measure(self) -> list[int]:
        """As tall as the words."""
        return [len(wrap(row.words, self.width - 4)) for row in self.rows]

    def draw_head(self) -> list[Line]:
        """Both halves, and what the marks mean."""
        lines: list[Line] = []
        for name, words in self._said:
            for y, text in enumerate(wrap(words, self.width - 12)):
                lines.append([(fit("" if y else name, 12), "dim"), (text, "strong")])
        return [*lines, [(fit("✓ goes along with the new one; the rest stays", self.width), "head")]]

    def draw(self, at: int) -> list[Line]:
        """The mark and the words."""
        look = "cursor" if at == self.at else "text"
        return [
            [(self.mark_of(at) if not y else "    ", "key"), (fit(text, self.width - 4), look)]
            for y, text in enumerate(wrap(self.rows[at].words, self.width - 4))
        ]

    def enter(self, room: Room) -> None:
        """Make two of it."""
        room.back()
        self._then([row.key for row in self.chosen()])

    def detail(self) -> str:
        """How many go along."""
        return f"{plural(len(self.chosen()), 'mark')}; enter makes two, esc leaves it one"

    def empty(self) -> str:
        """When nothing hangs on it any more."""
        return "Nothing hangs on it. Enter makes two of it, esc leaves it one."
