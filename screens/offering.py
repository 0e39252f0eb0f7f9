"""What is offered once an answer is kept: the fields that its sentence fills, or better words for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from screens import commands
from workshop.plans import filling

if TYPE_CHECKING:
    from screens.room import Room


def kept(room: Room, ref: str) -> None:
    """Say in the ask line that the record is on disk, and what Tab does for it now."""
    from workshop.suggest import wants_better_words

    filled = filling.told(room.shop, ref)
    if filled:
        room.line.kept(f"{ref} kept. Tab fills in {filled}", partial(fill_in, room, ref))
    elif wants_better_words(room.shop, ref):
        room.line.kept(f"{ref} kept as it was said. Tab offers better words", partial(better_words, room))
    else:
        room.line.kept(f"{ref} kept")


def better_words(room: Room) -> None:
    """Suggestions for what was just kept."""
    asked = room.line.ask
    room.leave_ask()
    below = len(room.over)
    commands.run(room, "suggest")
    if asked and len(room.over) > below:
        room.view.when_left = lambda: room.ask(asked)  # the next thing said is an answer again, not keys


def fill_in(room: Room, ref: str) -> None:
    """Fill the empty fields of a record from its sentence."""
    filled = filling.told(room.shop, ref)
    if filled:
        room.act(lambda draft: filling.fill(draft, ref), f"fill in {ref}")
    said = f"{ref}: {filled}" if filled else f"The sentence of {ref or 'what is in hand'} fills in nothing more"
    room.line.kept(said) if room.line.display else room.tell(said)
