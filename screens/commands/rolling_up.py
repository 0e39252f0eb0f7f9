"""The key that looks at all the workshops of a folder together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from workshop.errors import WorkshopError
from workshop.words import plural

if TYPE_CHECKING:
    from screens.room import Room

_EVERY = 10
"""Files after which the foot says how far it is."""


def portfolio(room: Room) -> None:
    """Read the workshops beside this one in a thread of its own, and show what they say together."""
    place = room.file.path.absolute().parent

    def work() -> None:
        from screens import rolling_up
        from screens.views.many import Many
        from workshop.portfolio import portfolio as rolled_up

        worker = get_current_worker()
        looks = []

        def tell(done: int, of: int) -> None:
            if not done % _EVERY:
                room.app.call_from_thread(room.tell, f"Read {done:,} of {plural(of, 'workshop')} …")

        try:
            for look in rolling_up.looked_at(place, rolling_up.alone, tell, together=False):
                if worker.is_cancelled:
                    return
                looks.append(look)
        except WorkshopError as error:
            room.app.call_from_thread(room.tell, str(error), "bad")
            return
        made = rolled_up([one.summary for one in looks if one.summary], [one.problem for one in looks if one.problem])
        room.app.call_from_thread(room.push, Many(made, Path(place)))
        room.app.call_from_thread(room.tell, "")

    room.tell("Reading the workshops of this folder …")
    room.run_worker(work, thread=True, group="portfolio", exclusive=True, exit_on_error=False)
