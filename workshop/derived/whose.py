"""Whose something is: people as the room calls them, by ref, by name or by role."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from workshop.answers import values
from workshop.errors import WorkshopError
from workshop.records import Action, Metric, Note, Person
from workshop.state import Workshop
from workshop.words import brief, folded, listed

Owned = TypeVar("Owned", Action, Metric, Note)
_MOST_NAMED = 8


class OwnsNothing(WorkshopError):
    """Something asked of somebody who owns none of it; the line names who does. `what` is a metric, an open action."""

    def __init__(self, said: str, owners: list[str], what: str = "metric") -> None:
        some = [brief(owner) for owner in owners[:_MOST_NAMED]]
        more = f" and {len(owners) - _MOST_NAMED} more" if len(owners) > _MOST_NAMED else ""
        way_out = f"owners are {', '.join(some)}{more}" if more else f"the owners are {listed(some)}"
        if len(some) < 2:
            way_out = f"the owner is {some[0]}" if some else f"no {what} has an owner yet"
        super().__init__(f"“{brief(said)}” owns no {what}; {way_out}; say no name for all {what}s")


def called(shop: Workshop, said: str) -> str:
    """The ref of the one person who is so called, by ref, name or role; else the words as they were said."""
    wanted = folded(said)
    for name in ("ref", "name", "role"):
        found = [person.ref for person in shop.all(Person) if wanted and folded(getattr(person, name)) == wanted]
        if len(found) == 1:
            return found[0]
    return " ".join(said.split())


def owned(shop: Workshop, records: Iterable[Owned], said: str) -> list[Owned]:
    """The records that belong to whoever is so called; all of them where nobody is named ("")."""
    held = list(records)
    if not said.strip():
        return held
    wanted = folded(called(shop, said))
    return [record for record in held if record.owner and folded(called(shop, record.owner)) == wanted]


def owners(shop: Workshop, records: Iterable[Owned]) -> list[str]:
    """Who owns any of the records, by name or in the words that were said, each once."""
    found = {folded(called(shop, record.owner)): record.owner for record in records if record.owner}
    return [values.who(called(shop, owner), shop) for owner in found.values()]
