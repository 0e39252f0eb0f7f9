"""What a key does to the room, by the name of its action."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from screens.room import Room

_GROUPS = ("answering", "linking", "looking", "keeping", "incoming", "breaking_out", "shaping", "remembering",
           "expanding", "rolling_up")  # fmt: skip
"""The modules that hold the actions; none is read before a key asks for it."""


def run(room: Room, action: str) -> None:
    """Do the action; `step(3)` takes its number along."""
    name, _, rest = action.partition("(")
    do = _found(name)
    assert do is not None, name
    if rest:
        do(room, int(rest.rstrip(")")))
    else:
        do(room)


def known(action: str) -> bool:
    """Whether there is such an action."""
    return _found(action.partition("(")[0]) is not None


def _found(name: str) -> Callable[..., Any] | None:
    modules = (import_module(f"screens.commands.{group}") for group in _GROUPS)
    return next((found for module in modules if (found := getattr(module, name, None))), None)
