"""Bringing a file in: an edited workbook, a table, a JSON export; read beside the room, then shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from screens import paths
from workshop.errors import WorkshopError
from workshop.words import shown

if TYPE_CHECKING:
    from screens.room import Room


def bring_in(room: Room) -> None:
    """Ask for the file; what it proposes is shown, and nothing is changed before somebody says so."""
    endings = (".xlsx", ".xlsm", ".csv", ".tsv", ".json")
    hint = "a workbook that came back, a table, or JSON; nothing is changed before you say so"
    folder = room.file.path.absolute().parent
    room.ask(paths.which("Bring in which file?", lambda path: read(room, path), folder, endings, hint))


def read(room: Room, path: Path) -> None:
    """Read the file in a thread of its own, from a second look at the workshop, and show what it proposes."""
    room.tell(f"Reading {shown(path.name)} …")

    def work() -> None:
        from screens.bringing_in import brought
        from screens.views.incoming import Incoming
        from store.file import WorkshopFile

        try:
            with WorkshopFile.open(room.file.path, write=False) as file:
                found = brought(file, path)
        except WorkshopError as error:
            room.app.call_from_thread(room.tell, str(error), "bad")
        else:
            room.app.call_from_thread(room.push, Incoming(found, path.name))
            room.app.call_from_thread(room.tell, "")

    room.run_worker(work, thread=True, group="bring in", exclusive=True, exit_on_error=False)
