"""Keys that keep or take back: undo, redo, export, suspend, leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screens.room import Room


def undo(room: Room) -> None:
    """Take the last act back, and say which it was."""
    done = room.file.undo()
    if done:
        room.changed()
        room.tell(f"Undone: {done.why.removeprefix('undo: ')}; U brings it back")
    else:
        room.tell("Nothing to undo")


def redo(room: Room) -> None:
    """Do again what was undone, and say which it was."""
    done = room.file.redo()
    if done:
        room.changed()
        room.tell(f"Done again: {done.why.removeprefix('redo: ')}")
    else:
        room.tell("Nothing to redo")


def export(room: Room) -> None:
    """Ask what goes out, for whom and where, then write it without holding up the room."""
    room.ask(room.handing.asked())


def folder(room: Room) -> None:
    """Open the folder of what was last handed over."""
    room.handing.open_folder()


def suspend(room: Room) -> None:
    """To the shell; its `fg` comes back."""
    room.app.action_suspend_process()


def quit(room: Room) -> None:
    """Leave."""
    room.app.exit()
