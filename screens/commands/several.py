"""What a key takes along: the records that are marked on a list, else the one in hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workshop.declare import Record
from workshop.draft import Draft
from workshop.state import kind_of
from workshop.words import listed

if TYPE_CHECKING:
    from screens.room import Room

_FEW = 5
"""So many refs are named one by one."""


def taken(room: Room, record: Record) -> list[str]:
    """The marked records of the kind, or the one in hand."""
    return [ref for ref in room.view.taken() if kind_of(ref) == record.kind.name] or [record.ref]


def each(room: Room, refs: list[str], do: Callable[[Draft, str], object], why: str) -> None:
    """Do it with each of them, as one act; marks have then done their work."""

    def plan(draft: Draft) -> None:
        for ref in refs:
            do(draft, ref)

    room.act(plan, why)
    if room.view.unmark():
        room.show()


def named(refs: list[str]) -> str:
    """The refs in words, or how many there are."""
    return listed(refs) if len(refs) <= _FEW else f"{len(refs)} records"
