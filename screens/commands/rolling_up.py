"""The key that looks at all the workshops of a folder together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screens.room import Room


def portfolio(room: Room) -> None:
    """Read the workshops beside this one, and show what they say together."""
    from screens.overview import read_all

    room.tell("Reading the workshops of this folder …")
    read_all(room, room.folder, room.push)
