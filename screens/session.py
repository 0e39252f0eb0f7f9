"""One sitting of the room: its clock and who has spoken; they outlive the app, until the day is over."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from store import beside
from workshop.agenda import LONGEST, Agenda
from workshop.derived import turns
from workshop.derived.standing import standings
from workshop.derived.turns import Turn, Voice

if TYPE_CHECKING:
    from screens.room import Room

SORT = "sessions"
"""Where it is kept."""
_MARKS = 500
"""Turns that are remembered."""
_FAR = 1 << 62
_RARELY = 60
"""Seconds after which what the clock counted is kept."""


class Session:
    """What the room's app remembers of this sitting, kept beside the workshop and never in it."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._waited = 0
        self._kept: dict[str, Any] = {}
        self._since = self._read = room.file.last_n()
        self._told: list[Turn] = []
        """Who was heard by what the file tells of this sitting."""
        self.marked: list[Turn] = []
        """Who was heard because a key said so."""

    def open(self) -> None:
        """Go on where an earlier app left off today; the agenda's minutes hold on other days too."""
        if self._room.remembers:
            self._kept = beside.kept(SORT, self._room.file.id)
        clock = self._room.clock
        today = self._kept.get("day") == clock.today
        read(clock.agenda, self._kept, today=today)
        if today:
            self._since = self._read = min(self._read, _number(self._kept.get("since"), _FAR) or 0)
            self.marked = marks(self._kept.get("marked"))
        self.hear()

    def hear(self) -> None:
        """Take in who was heard since. Raises Damaged."""
        room = self._room
        if room.file.last_n() > self._read:
            self._told = turns.gone_on(self._told, turns.turns(room.shop, room.file.log(self._read)))
            self._read = room.file.last_n()

    @property
    def heard(self) -> list[Turn]:
        """Who was heard in this sitting, and when."""
        return [*self._told, *self.marked]

    def mark(self, person: str) -> None:
        """Somebody spoke."""
        self.marked = [*self.marked, Turn(person, datetime.now(UTC).isoformat(timespec="milliseconds"))][-_MARKS:]
        self.keep()

    @property
    def next(self) -> Voice | None:
        """Whom to ask next."""
        return turns.next_to_ask(self._room.shop, self.heard)

    @property
    def turn(self) -> str:
        """Whom to ask next, while threads are gone through that are not signed off."""
        room = self._room
        if room.step.key != "validate" or room.view is not room.boards[room.number].view:
            return ""
        voice = self.next
        if voice is None or all(standing.signed for standing in standings(room.shop)):
            return ""
        return turns.asking(voice)

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
        said = {
            "day": clock.today,
            **told(clock.agenda),
            "since": self._since,
            "marked": [[turn.who, turn.at] for turn in self.marked],
        }
        if room.remembers and not room.file.readonly and (clock.step or self._kept) and said != self._kept:
            self._kept = said
            beside.keep(SORT, room.file.id, said)


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


def marks(said: object) -> list[Turn]:
    """The turns that a file holds, as far as they make sense."""
    found = said if isinstance(said, list) else []
    return [Turn(*one) for one in found[-_MARKS:] if isinstance(one, list) and len(one) == 2
            and all(isinstance(part, str) for part in one)]  # fmt: skip


_DAY = 24 * 60 * 60


def _take(into: dict[int, Any], said: object, most: int) -> None:
    for step in into:
        number = _number(said.get(str(step)) if isinstance(said, dict) else None, most)
        if number is not None:
            into[step] = number


def _number(said: object, most: int) -> int | None:
    return said if type(said) is int and 0 <= said <= most else None
