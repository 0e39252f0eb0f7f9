"""Coming back to where one was: step, view, record in hand, column, what was folded; whatever ended the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.views.card import Card
from store import beside
from workshop.steps import STEPS

if TYPE_CHECKING:
    from screens.room import Room

Place = dict[str, object]
_SORT = "whereabouts"


class ComingBack:
    """Notes where the room is, once it rests there, and finds back."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._seen: Place = {}
        self._kept: Place = {}

    def find_back(self) -> None:
        """To where one was when this workshop was left; before the first paint."""
        room, place = self._room, beside.kept(_SORT, self._room.file.id)
        step, at, over = (place.get(name) for name in ("step", "at", "over"))
        if step not in range(1, len(STEPS) + 1) or not isinstance(step, int):
            return
        room.number = step
        board = room.boards[step]
        if isinstance(at, int) and 0 <= at < len(board.views):
            board.at = at
        board.view.come_back(place, room.shop)
        if isinstance(over, dict) and room.shop.get(ref := str(over.get("of"))):
            card = Card(ref)
            card.come_back(over, room.shop)
            room.over.append(card)
        top = place.get("top")
        room.stage.begin(room.view, top if isinstance(top, int) else 0)

    def note(self) -> None:
        """Keep where the room is, if it has been there since the last look and that is elsewhere than before."""
        now = self._place()
        if now == self._seen and now != self._kept:
            self.close(now)
        self._seen = now

    def close(self, place: Place | None = None) -> None:
        """Keep where the room is now."""
        if not self._room.remembers:
            return
        self._kept = self._place() if place is None else place
        beside.keep(_SORT, self._room.file.id, self._kept)

    def _place(self) -> Place:
        room = self._room
        board = room.boards[room.number]
        place: Place = {"step": room.number, "at": board.at, "top": room.stage.home, **board.view.place()}
        if room.over and isinstance(card := room.over[-1], Card):
            place["over"] = {"of": card.record_ref, **card.place()}
        return place
