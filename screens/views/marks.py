"""Lists whose rows can be marked one by one and taken together."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from screens.keys import Key
from screens.views.view import View

if TYPE_CHECKING:
    from screens.room import Room

T = TypeVar("T")
MARK = Key("space", "mark", "mark", "Mark what is in hand, or take the mark off", 2)
MARK_ALL = Key("asterisk", "mark_all", "all", "Mark all, or none", 0)


class Marks(View[T]):
    """Rows with marks. A child says by which name a row is known, and draws the mark."""

    def __init__(self) -> None:
        super().__init__()
        self.marked: dict[str, None] = {}
        """The names of the rows that are marked, in the order in which they were."""

    def name_of(self, row: T) -> str:
        """The name by which a row is known while the list changes."""
        return ""

    def may_mark(self, row: T) -> bool:
        """Whether the row can be taken together with others."""
        return True

    def chosen(self) -> list[T]:
        """The marked rows that are still there, in their order."""
        return [row for row in self.rows if self.name_of(row) in self.marked] if self.marked else []

    def mark_of(self, at: int) -> str:
        """What stands before a row: the cursor and the mark."""
        return f" {'›' if at == self.at else ' '}{'✓' if self.name_of(self.rows[at]) in self.marked else ' '} "

    def do_mark(self, room: Room) -> None:
        """Mark the row in hand or take its mark off, and go on to the next."""
        if self.row is None:
            return
        if not self.may_mark(self.row):
            room.tell("This one is taken alone: Enter takes it")
            return
        name = self.name_of(self.row)
        if name in self.marked:
            del self.marked[name]
        else:
            self.marked[name] = None
        room.move(1, 0)
        room.show()

    def do_mark_all(self, room: Room) -> None:
        """Mark every row; where all are marked, none."""
        names = [self.name_of(row) for row in self.rows if self.may_mark(row)]
        self.marked = {} if set(names) <= set(self.marked) else dict.fromkeys(names)
        room.show()
