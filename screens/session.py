"""One sitting of the room: its clock and who has spoken; they outlive the app, until the day is over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from store import session
from workshop.agenda import LONGEST, Agenda

if TYPE_CHECKING:
    from screens.room import Room

_RARELY = 60
"""Seconds after which what the clock counted is kept."""


class Session:
    """What the room's app remembers of this sitting, kept beside the workshop and never in it."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._waited = 0
        self._kept: dict[str, Any] = {}

    def open(self) -> None:
        """Go on where an earlier app left off today; the agenda's minutes hold on other days too."""
        self._kept = session.kept(self._room.shop.about.id)
        clock = self._room.clock
        read(clock.agenda, self._kept, today=self._kept.get("day") == clock.today)

    def tick(self) -> None:
        """A second went by."""
        self._waited += 1
        if self._waited >= _RARELY:
            self.keep()

    def keep(self) -> None:
        """Remember it, where there is something new; a room that only looks on remembers nothing."""
        self._waited = 0
        room = self._room
        clock = room.clock
        clock.count()
        said = {"day": clock.today, **told(clock.agenda)}
        if room.shop.about.id and not room.file.readonly and (clock.step or self._kept) and said != self._kept:
            self._kept = said
            session.keep(room.shop.about.id, said)


def told(agenda: Agenda) -> dict[str, Any]:
    """The agenda as a file holds it."""
    used = {str(step): round(seconds) for step, seconds in agenda.used.items()}
    minutes = {str(step): planned for step, planned in agenda.minutes.items()}
    return {"minutes": minutes, "used": used, "idle": round(agenda.idle)}


def read(agenda: Agenda, said: dict[str, Any], *, today: bool) -> None:
    """Take over what a file holds, as far as it makes sense; the time used only when it was today."""
    _take(agenda.minutes, said.get("minutes"), LONGEST)
    if today:
        _take(agenda.used, said.get("used"), _DAY)
        agenda.idle += _number(said.get("idle"), _DAY) or 0


_DAY = 24 * 60 * 60


def _take(into: dict[int, Any], said: object, most: int) -> None:
    for step in into:
        number = _number(said.get(str(step)) if isinstance(said, dict) else None, most)
        if number is not None:
            into[step] = number


def _number(said: object, most: int) -> int | None:
    return said if type(said) is int and 0 <= said <= most else None
