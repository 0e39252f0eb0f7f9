"""The states of the workshop that have a name, to be compared with each other or seen as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.ages import stamp
from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.view import View
from store.versions import Version, versions

if TYPE_CHECKING:
    from screens.room import Room
    from store.file import WorkshopFile

_WHEN, _SINCE, _MARK = 18, 16, 2
STOOD = Key("s", "stood", "as it stood", "The workshop as it stood then, to be read", 2)
"""What shows the workshop as it was."""


class Versions(View[Version]):
    """Named states and reviews, newest first, the empty start last."""

    adds = False
    for_the_room = False
    title = "Versions"
    keys = (
        Key("enter", "enter", "compare", "What is otherwise now than in the state in hand; with a mark, than there", 1),
        Key("space", "mark", "from here", "Compare from this state instead of with now", 3),
        STOOD,
    )

    def __init__(self, file: WorkshopFile) -> None:
        super().__init__()
        self.file = file
        self._from: Version | None = None

    def find_rows(self) -> list[Version]:
        """What has a name, and the start."""
        return [*reversed(versions(self.file)), Version("the start", 0)]

    def measure(self) -> list[int]:
        """As tall as the name."""
        return [len(wrap(row.name, self._room)) for row in self.rows]

    def draw_head(self) -> list[Line]:
        """When, what, how much since."""
        heads = (("", _MARK), ("When", _WHEN), ("State", self._room), ("Changes since", _SINCE))
        return [[(fit(text, width), "head") for text, width in heads]]

    def draw(self, at: int) -> list[Line]:
        """One state."""
        row, look = self.rows[at], "cursor" if at == self.at else "text"
        mark = "✓" if row == self._from else ""
        lines: list[Line] = []
        for y, text in enumerate(wrap(row.name, self._room)):
            cells = (mark, stamp(row.at), text, f"{self.file.last_n() - row.n:,}") if not y else ("", "", text, "")
            widths = (_MARK, _WHEN, self._room, _SINCE)
            lines.append([(fit(cell, width), look) for cell, width in zip(cells, widths, strict=True)])
        return lines

    def keep_place(self) -> None:
        """The cursor stays on its line."""

    def detail(self) -> str:
        """How it came by its name, and from where one compares."""
        if not self.row:
            return ""
        how = "made by a review" if self.row.review else f"named by {self.row.by}" if self.row.by else "nothing yet"
        mark = f" · Enter compares from {self._from.name}" if self._from and self._from != self.row else ""
        return f"{how}, after change {self.row.n:,}{mark} · V names the state of now"

    def enter(self, room: Room) -> None:
        """What is otherwise: from the marked state to the one in hand, or from that to now."""
        from screens.views.compared import Compared

        if self.row and self._from and self._from != self.row:
            room.push(Compared(self.file, self._from, self.row))
        elif self.row:
            room.push(Compared(self.file, self.row))

    def do_mark(self, room: Room) -> None:
        """Compare from here, or with now again."""
        self._from = None if self._from == self.row else self.row
        room.show()

    def do_stood(self, room: Room) -> None:
        """The workshop as it was."""
        from screens.views.stood import Stood

        if self.row:
            room.push(Stood(self.file, self.row))

    @property
    def _room(self) -> int:
        return self.width - _MARK - _WHEN - _SINCE
