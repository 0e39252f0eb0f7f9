"""The mouse around the stage: a step of the rail, a tab, a key of the footer, the coach's strip; each does its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.keys import Key
from screens.widgets import foot, head

if TYPE_CHECKING:
    from screens.room import Room

_STRIPS = {"In hand": "enter", "Ask the room": "q", "Coach": "c"}
"""The key that a click on an entry of the foot stands for."""


def on_head(room: Room, x: int, y: int) -> None:
    """A click above the stage: the rail leads to a step."""
    if y != 1 or room.walled or room.line.display:
        return
    step = head.step_at(room.number, room.advice.gates, room.size.width, x)
    if step:
        room.press(str(step), str(step))


def on_tabs(room: Room, x: int) -> None:
    """A click on the tabs: another list, or back from what lies over the step."""
    if room.line.display or room.walled:
        return
    if room.over:
        room.press("escape", "escape")
        return
    names, here, width = room.around.names
    at = head.tab_at(names, here, width, x)
    if at is not None and at != here:
        room.go_view(at - here)


def on_foot(room: Room, x: int, y: int) -> None:
    """A click below the stage: a key of the footer, or one of the entries."""
    width = room.size.width
    if room.line.display:
        key = foot.key_at(foot.ASKING, width, x, ())
        if key and key.action:
            room.line.pressed(key.key)
    elif y == len(room.foot.lines) - 1:
        press(room, foot.key_at(room.around.keys(), width, x))
    elif (label := foot.label_at(room.around.said, y)) in _STRIPS:
        room.press(_STRIPS[label], _STRIPS[label])


def press(room: Room, key: Key | None) -> None:
    """Do what the key stands for, as if it had been pressed; what names several keys is only read."""
    if key is None or " " in key.key:
        return
    if key.key == "ctrl+p":
        room.app.action_command_palette()
    elif key.key == "ctrl+q":
        room.app.exit()
    else:
        room.press(key.key, " " if key.key == "space" else key.key)
