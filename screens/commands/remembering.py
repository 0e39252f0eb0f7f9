"""Keys with which the room looks back: name this state, compare states, see the workshop as it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens import ask as asking
from workshop.difference import VERSION
from workshop.plans.naming import name_version
from workshop.records import Note

if TYPE_CHECKING:
    from screens.room import Room


def version(room: Room) -> None:
    """Ask what the workshop as it stands now is called."""
    looking = room.view.looking_at

    def keep(said: str) -> None:
        ref = room.act(lambda draft: name_version(draft, said), f"name this state {said.strip()}")
        room.view.looking_at = looking
        room.tell(f"{ref} names this state; = compares it with any later one")

    asked = asking.of_field(Note.kind.field("text"), room.shop, "", keep, "What is this state of the workshop called?")
    names = [note.text for note in room.shop.all(Note) if note.what == VERSION]
    asked.hint = f"named before: {', '.join(names[-3:])}" if names else "for instance: before the board"
    room.ask(asked)


def compare(room: Room) -> None:
    """The states that have a name: compare two of them, or look at one as it was; once more, back."""
    from screens.commands.looking import over
    from screens.views.versions import Versions

    over(room, Versions(room.file))
