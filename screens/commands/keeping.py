"""Keys that keep or take back: undo, redo, export, leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.ask import Ask, Option

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
    """Ask for the form and the place, then hand over without holding up the room."""
    from exporters.handoff import FORMATS
    from exporters.keeping import default_path
    from screens.handing_over import hand_over

    def place(form: str) -> Ask:
        path = default_path(room.file.path, form)
        return Ask(
            f"Write the {form} where?",
            lambda said: hand_over(room, said, form),
            text=str(path),
            hint="an earlier export of ours is replaced; any other file is never overwritten",
        )

    options = [Option(form, str(words)) for form, words in FORMATS.items()]
    room.ask(Ask("Hand over in which form?", place, options=options, picked="xlsx", must=True))


def quit(room: Room) -> None:
    """Leave."""
    room.app.exit()
