"""Speaker turns: who is here, who was heard in this session, who was not, whom to ask next."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from screens.ask import Ask
from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.records import Records
from screens.views.view import View
from workshop import acts
from workshop.derived import turns
from workshop.derived.turns import LISTENS, Voice
from workshop.words import plural

if TYPE_CHECKING:
    from screens.room import Room
    from screens.session import Session

_MARK, _GROUP, _HERE, _HEARD = 2, 15, 14, 22
_NOBODY = "nobody here speaks for them"


class Row(NamedTuple):
    """A person, or a group for which nobody can speak."""

    group: str
    voice: Voice | None


class Speakers(View[Row]):
    """Everybody by group; one key marks that somebody spoke."""

    title = "Speaker turns"
    for_the_room = False
    keys = (
        Key("enter", "enter", "spoke", "Mark that the person in hand spoke", 1),
        Key("i", "here", "here or not", "The person in hand is in the room, or is not", 2, True),
        Key("a", "add", "somebody new", "Add somebody who came in", 3, True),
    )

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._next: Voice | None = None
        following = session.next
        self.looking_at = following.person.ref if following else ""

    def find_rows(self) -> list[Row]:
        """The people; groups that a thread needs and that nobody speaks for come last."""
        self._next = self._session.next
        known = [Row(voice.person.group, voice) for voice in turns.voices(self.shop, self._session.heard)]
        return [*known, *(Row(group, None) for group in turns.unspoken(self.shop))]

    def measure(self) -> list[int]:
        """As tall as the name."""
        return [len(self._names(row)) for row in self.rows]

    def draw_head(self) -> list[Line]:
        """Group, who, here, heard."""
        labels = (("", _MARK), ("Group", _GROUP), ("Who", self._room), ("In the room", _HERE), ("Heard", _HEARD))
        return [[(fit(words, width), "head") for words, width in labels]]

    def draw(self, at: int) -> list[Line]:
        """One person."""
        row = self.rows[at]
        asked = row.voice is not None and self._next is not None and row.voice.person.ref == self._next.person.ref
        look = "cursor" if at == self.at else "warn" if row.voice is None else "thread" if asked else "text"
        if look == "text" and row.voice and not row.voice.here:
            look = "dim"
        first = ("▸" if asked else "", row.group, _here(row), _heard(row))
        lines: list[Line] = []
        for y, name in enumerate(self._names(row)):
            mark, group, here, heard = first if not y else ("", "", "", "")
            cells = ((mark, _MARK), (group, _GROUP), (name, self._room), (here, _HERE), (heard, _HEARD))
            lines.append([(fit(words, width), look) for words, width in cells])
        return lines

    def ref_of(self, row: Row) -> str:
        """The person's ref."""
        return row.voice.person.ref if row.voice else ""

    def detail(self) -> str:
        """Whom to ask next, and why."""
        if self._next is None:
            return ""
        when = f"last heard at {_at(self._next.last)}" if self._next.last else "not heard yet"
        return f"{turns.asking(self._next)}, {when}"

    def empty(self) -> str:
        """Nobody is known."""
        return "Nobody is in this workshop yet. Press a and say who is in the room."

    def enter(self, room: Room) -> None:
        """The person in hand spoke."""
        if self.row and self.row.voice:
            self._session.mark(self.row.voice.person.ref)
            room.show()

    def do_here(self, room: Room) -> None:
        """The person in hand is in the room, or is not."""
        voice = self.row.voice if self.row else None
        if voice:
            ref, here = voice.person.ref, "no" if voice.person.present == "yes" else "yes"
            room.act(lambda draft: acts.edit(draft, ref, "present", here), f"{ref} present: {here}")

    def adding(self, room: Room) -> Ask | None:
        """Somebody who came in: the name, then the group."""
        return Records("person", then=("group",), only={"present": "yes"}).adding(room)

    @property
    def _room(self) -> int:
        return max(10, self.width - _MARK - _GROUP - _HERE - _HEARD)

    def _names(self, row: Row) -> tuple[str, ...]:
        return wrap(row.voice.person.name if row.voice else _NOBODY, self._room - 1)


def _here(row: Row) -> str:
    return {"yes": "yes", "no": "no"}.get(row.voice.person.present, "?") if row.voice else ""


def _heard(row: Row) -> str:
    voice = row.voice
    if voice is None or (not voice.last and not voice.here):
        return ""
    if voice.person.group == LISTENS and not voice.times:
        return ""
    return f"{plural(voice.times, 'time')}, last {_at(voice.last)}" if voice.last else "○ not yet"


def _at(said: str) -> str:
    try:
        return f"{datetime.fromisoformat(said).astimezone():%H:%M}"
    except ValueError:
        return "?"
