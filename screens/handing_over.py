"""Exporting while the room goes on: the work in a thread, the outcome in the foot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workshop.errors import WorkshopError

if TYPE_CHECKING:
    from screens.room import Room


def hand_over(room: Room, said: str, form: str) -> None:
    """Write the workshop in that form to that path. What is written is the workshop as it stands now."""
    target = Path(said.strip()).expanduser()
    path = room.file.path
    room.tell(f"Writing {target} …")

    def work() -> None:
        from exporters.handoff import made
        from exporters.keeping import put
        from store.file import WorkshopFile

        try:
            with WorkshopFile.open(path, write=False) as file:
                put(made(file.shop, list(file.log()), form), target, workshop=path, overwrite=False)
        except WorkshopError as error:
            room.app.call_from_thread(room.tell, str(error), "bad")
        else:
            room.app.call_from_thread(room.tell, f"Handed over: {target}", "good")

    room.run_worker(work, thread=True, group="export", exclusive=True, exit_on_error=False)
