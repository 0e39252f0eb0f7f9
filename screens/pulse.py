"""What happens in the room by itself: what others write comes in, the clock goes on, a file that was held is free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.errors import WorkshopError

if TYPE_CHECKING:
    from screens.room import Room

_FOLLOW = 0.2
"""Seconds between looks at what others wrote to the file."""


class Pulse:
    """The beats of one room; it does nothing that a key does."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def begin(self) -> None:
        """Beat from now on."""
        self._room.set_interval(_FOLLOW, self.follow)
        self._room.set_interval(1, self.tick)

    def follow(self) -> None:
        """Take in what others wrote, and tell the second screen what is in hand."""
        room = self._room
        try:
            if room.file.catch_up():
                room.changed()
            room.second.tell()
            room.coming_back.note()
        except WorkshopError as error:
            room.tell(str(error), "bad")

    def tick(self) -> None:
        """A second went by."""
        room = self._room
        room.session.tick()
        if room.file.readonly and room.file.hold_again():
            room.tell("The other Golden Thread has left: from now on this one keeps what is said", "good")
            room.show()
        if room.view.live:
            room.show()
        elif room.clock.step:
            room.show_around()
