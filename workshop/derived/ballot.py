"""How a room votes: who has a voice, hands counted into scores, single scores side by side, who is still to score."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from workshop.change import Logged
from workshop.errors import NotUnderstood
from workshop.records import Objective, Person, Score
from workshop.records.goals import CRITERIA
from workshop.state import Workshop, derived
from workshop.words import plural

_COUNTED = re.compile(r"(?:redo: )?(\d+) hands? of (\d+):")


class Given(NamedTuple):
    """What single voters gave to one objective on one criterion: the lowest, the highest, the mean, and how many.

    `room` is the room's own score, which counts before the single ones; None where there is none.
    """

    low: int
    high: int
    mean: float
    voices: int
    room: int | None

    @property
    def spread(self) -> int:
        """How far the single scores lie apart."""
        return self.high - self.low


def voters(shop: Workshop) -> list[Person]:
    """Who has a voice: everybody but the facilitator and who is said not to be in the room."""
    return [person for person in shop.all(Person) if person.group != "facilitator" and person.present != "no"]


def scored(hands: int, room: int) -> int:
    """The room's score for so many raised hands of so many that could be raised: nobody is 1, everybody 5.

    In between evenly, a half upwards, so that more hands never score less. Counts that lie close together may come
    to one score; the count itself stays in the log. Raises NotUnderstood for more hands than there are.
    """
    if not 0 <= hands <= room or not room:
        raise NotUnderstood(f"{plural(hands, 'hand')} of {room}? Count again, or say how many can raise a hand")
    return 1 + (8 * hands + room) // (2 * room)


def counted(hands: int, room: int) -> str:
    """The count as the log keeps it, with the act that it made: `7 hands of 9`."""
    return f"{plural(hands, 'hand')} of {room}"


def count_behind(value: int, log: Sequence[Logged]) -> tuple[int, int] | None:
    """The hands, of how many, that made a score what it is, by the log of its value; None where it came otherwise."""
    for entry in reversed(log):
        if entry.new == value and not entry.why.startswith("undo: "):
            found = _COUNTED.match(entry.why)
            return (int(found[1]), int(found[2])) if found else None
    return None


def still_to_score(shop: Workshop) -> list[Person]:
    """The voters who have not scored every objective on every criterion yet."""
    held = _single(shop)
    cells = [(objective.ref, name) for objective in candidates(shop) for name in CRITERIA]
    return [person for person in voters(shop) if any(person.ref not in held.get(cell, {}) for cell in cells)]


def candidates(shop: Workshop) -> list[Objective]:
    """The objectives that are voted on: all that are not parked."""
    return [objective for objective in shop.all(Objective) if objective.state != "parked"]


def given(shop: Workshop, objective: str, criterion: str) -> Given | None:
    """What single voters gave there; None where none did."""
    held = _single(shop).get((objective, criterion))
    if not held:
        return None
    room = shop.one(Score, f"{objective}/-/{criterion}")
    values = held.values()
    mean = sum(values) / len(values)
    return Given(min(values), max(values), mean, len(values), room.value if room else None)


@derived
def _single(shop: Workshop) -> dict[tuple[str, str], dict[str, int]]:
    """The single voters' scores, by objective and criterion, then by voter."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for score in shop.all(Score):
        if score.person and score.value is not None:
            found.setdefault((score.objective, score.criterion), {})[score.person] = score.value
    return found
