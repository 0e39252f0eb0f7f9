"""What the facilitator lets the wall show: frozen, blank, with the words of verdicts or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store import wall
from store.wall import Showing

if TYPE_CHECKING:
    from screens.room import Room


class Second:
    """The second screen, as the room steers it; it hears only of what is for the room."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._told: Showing | None = None
        self.frozen = False
        self.blank = False
        self.words = False

    def tell(self) -> None:
        """Let the second screen know where the room is, if that has changed."""
        room = self._room
        board = room.boards[room.number]
        view = board.view
        now = self._told or Showing(room.number, 0, "")
        if view.for_the_room:
            now = Showing(room.number, board.at, view.ref, view.column, view.alone)
        now = now._replace(frozen=self.frozen, blank=self.blank, words=self.words, secret=room.boards.secret.on)
        if now != self._told:
            self._told = now
            wall.tell(room.file.path, now)

    def close(self) -> None:
        """The room is left: the second screen is on its own."""
        if self._told:
            wall.silence(self._room.file.path)

    @property
    def state(self) -> str:
        """What the wall is held to, for the head: `wall frozen`."""
        said = [word for word, on in (("frozen", self.frozen), ("blank", self.blank)) if on]
        return f"wall {' and '.join(said)}" if said else ""
