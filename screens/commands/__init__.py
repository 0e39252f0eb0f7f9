"""What a key does to the room, by the name of its action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.commands import (
    answering,
    breaking_out,
    expanding,
    incoming,
    keeping,
    linking,
    looking,
    remembering,
    rolling_up,
    shaping,
)

if TYPE_CHECKING:
    from screens.room import Room

_GROUPS = (answering, linking, looking, keeping, incoming, breaking_out, shaping, remembering, expanding, rolling_up)


def run(room: Room, action: str) -> None:
    """Do the action; `step(3)` takes its number along."""
    name, _, rest = action.partition("(")
    do = next(found for group in _GROUPS if (found := getattr(group, name, None)))
    if rest:
        do(room, int(rest.rstrip(")")))
    else:
        do(room)


def known(action: str) -> bool:
    """Whether there is such an action."""
    return any(hasattr(group, action.partition("(")[0]) for group in _GROUPS)
