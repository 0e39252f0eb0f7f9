"""What is pasted into the room: a column is an answer a line, a table shows first what its columns mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens import commands
from screens.ask import Ask, sure
from screens.commands import incoming
from workshop import acts
from workshop.errors import WorkshopError
from workshop.words import brief

if TYPE_CHECKING:
    from screens.room import Room

_SHOWN = 4
"""Lines that are read out before they are kept."""


def on_the_stage(room: Room, text: str) -> None:
    """A column is an answer to what the view in hand adds; a table shows its columns."""
    if room.view.inside:
        room.tell("Esc leaves the grid; then a column can be pasted")
    elif not room.walled and not incoming.table(room, text):
        room.attempt(lambda: commands.run(room, "add"))


def into_the_line(room: Room, ask: Ask, text: str) -> None:
    """Several answers are shown first, then kept as one act. Of a table, its columns are shown."""
    if incoming.table(room, text):
        room.close_ask()
        return
    try:
        lines = acts.lines(text)
    except WorkshopError as error:
        room.line.complain(str(error))
        return

    def keep() -> None:
        if ask.many:
            ask.many(lines)
            room.tell(f"{len(lines)} kept; u takes them back together")

    shown = " · ".join(map(brief, lines[:_SHOWN])) + (" …" if len(lines) > _SHOWN else "")
    room.ask(sure(f"Keep these {len(lines)} lines, one record each?  {shown}", f"keep all {len(lines)}", keep))
