"""Bringing a file in: an edited workbook, a table, a JSON export; read beside the room, then shown."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from screens import paths
from screens.steady import steady
from workshop.errors import WorkshopError
from workshop.words import shown

if TYPE_CHECKING:
    from screens.ask import Ask
    from screens.room import Room


def bring_in(room: Room) -> None:
    """Ask for the file; what it proposes is shown, and nothing is changed before somebody says so."""
    room.ask(_asked(room))


def _asked(room: Room, said_before: str = "") -> Ask:
    endings = (".xlsx", ".xlsm", ".csv", ".tsv", ".json")
    hint = "a workbook that came back, a table, or JSON; nothing is changed before you say so"
    return paths.which("Bring in which file?", partial(read, room), room.folder, endings, hint, said_before)


def read(room: Room, path: Path) -> None:
    """Read the file in a thread of its own, from a second look at the workshop, and show what it proposes."""
    room.tell(f"Reading {shown(path.name)} …")

    def work() -> None:
        from screens.bringing_in import Brought, opened
        from screens.views.incoming import Incoming
        from screens.views.matching import Matching, read_as
        from store.file import WorkshopFile

        try:
            with steady(), WorkshopFile.open(room.file.path, write=False) as file:
                found = opened(file, path)
                view = (
                    Incoming(found, path.name)
                    if isinstance(found, Brought)
                    else Matching(room, [read_as(block, file.shop) for block in found], path.name)
                )
        except WorkshopError as error:
            room.app.call_from_thread(room.tell, "")
            room.app.call_from_thread(room.ask_again, _asked(room, str(path)), str(error))
        else:
            room.app.call_from_thread(room.push, view)
            room.app.call_from_thread(room.tell, "")

    room.run_worker(work, thread=True, group="bring in", exclusive=True, exit_on_error=False)


def table(room: Room, text: str) -> bool:
    """Show what the columns of a pasted table mean, its rows of the kind of the list in hand; False: it is none.

    Of readings it is known already, and what they propose is shown.
    """
    if "\t" not in text:
        return False
    from exporters.tables import pasted
    from screens.bringing_in import of_readings
    from screens.views.incoming import Incoming
    from screens.views.matching import Matching, read_as
    from screens.views.records import Records

    block = pasted(text)
    if block and room.file.readonly:
        room.tell(room.file.why_readonly, "warn")
    elif block and (measured := of_readings([block], room.shop)):
        room.push(Incoming(measured, "the pasted table"))
    elif block:
        view = room.view
        kind, held = (view.of_kind, view.only) if isinstance(view, Records) else (None, {})
        room.push(Matching(room, [read_as(block, room.shop, kind, held)], "the pasted table"))
    return block is not None
