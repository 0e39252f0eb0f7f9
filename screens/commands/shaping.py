"""Keys with which the room reshapes what it has: two records made one, one made two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.ask import Ask, Option
from workshop import values
from workshop.joining import join as joined
from workshop.joining import joins, twins
from workshop.words import listed

if TYPE_CHECKING:
    from screens.room import Room


def join(room: Room) -> None:
    """Ask which other record is the same thing as the one in hand, and make them one."""
    record = room.shop.get(room.view.ref)
    if record is None or not joins(record.kind):
        room.tell("Put the cursor on a record to make it and another one")
        return
    found, ref = twins(room.shop, record.ref), record.ref
    if not found:
        room.tell(f"There is no other {record.kind.name} that {ref} could be joined with")
        return

    def keep(other: str) -> None:
        before = {note.ref for note in room.shop.of("note")}
        room.act(lambda draft: joined(draft, ref, other), f"join {other} into {ref}")
        more = [note.ref for note in room.shop.of("note") if note.ref not in before]
        said = f"; what {other} said otherwise is in {listed(more)}" if more else ""
        room.tell(f"{other} is part of {ref} now{said}; u parts them again")

    alike = [twin.record.ref for twin in found if twin.alike]
    likely = f"much the same: {listed(alike)}; " if alike else ""
    options = [Option(twin.record.ref, twin.record.words) for twin in found]
    room.ask(Ask(
        f"{values.named(ref, room.shop)}: which other {record.kind.name} is the same thing?", keep,
        hint=f"{likely}its mentions and words go to {ref}, nothing is lost, u takes it back",
        options=options, picked=alike[0] if alike else "", must=True,
    ))  # fmt: skip
