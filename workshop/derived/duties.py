"""Who answers for what from now on: roles, RACI, decision rights, actions."""

from __future__ import annotations

from typing import NamedTuple

from workshop.records import Action, Activity, Decision, Letter, Note, Process
from workshop.state import Workshop, derived

RIGHTS = ("prioritisation", "escalation", "risk acceptance", "process improvement")
"""The decisions for which somebody must have the right, or every case becomes a debate."""

OK, NO_ACCOUNTABLE, MANY_ACCOUNTABLE = "OK", "No Accountable", "More than one A"
NO_RESPONSIBLE = "No Responsible"

_STEMS = dict(zip(RIGHTS, ("priorit", "escalat", "risk", "improv"), strict=True))


class Duty(NamedTuple):
    """One row of the RACI: an activity, the letter of each person or role, and whether it is in order."""

    activity: Activity
    letters: dict[str, str]
    check: str


@derived
def columns(shop: Workshop) -> list[str]:
    """The people (by ref) and roles (in words) that the RACI names, in the order in which they came.

    One with no letter yet counts, so that a column can be laid out before it is filled.
    """
    return list(dict.fromkeys(letter.who for letter in shop.all(Letter)))


@derived
def duties(shop: Workshop) -> list[Duty]:
    """The RACI row by row: by process, then activity; activities of no process last."""
    given: dict[str, dict[str, str]] = {}
    for letter in shop.all(Letter):
        if letter.letter:
            given.setdefault(letter.activity, {})[letter.who] = letter.letter
    order = {process.ref: at for at, process in enumerate(shop.all(Process))}
    activities = sorted(shop.all(Activity), key=lambda a: order.get(a.process, len(order)))
    return [Duty(a, held, check(held)) for a in activities for held in [given.get(a.ref, {})]]


def check(letters: dict[str, str]) -> str:
    """What is to be said of one activity's letters; A/R counts as both."""
    held = list(letters.values())
    accountable = sum(letter in ("A", "A/R") for letter in held)
    if not accountable:
        return NO_ACCOUNTABLE
    if accountable > 1:
        return MANY_ACCOUNTABLE
    return OK if any(letter in ("R", "A/R") for letter in held) else NO_RESPONSIBLE


def rights(shop: Workshop) -> dict[str, list[Decision]]:
    """The decisions under each of the four rights, by their names; the room's own are under none."""
    decisions = shop.all(Decision)
    return {right: [d for d in decisions if stem in d.name.lower()] for right, stem in _STEMS.items()}


def open_rights(shop: Workshop) -> list[str]:
    """The decision rights that nothing is said about yet, as the names of decisions."""
    return [right.capitalize() for right, said in rights(shop).items() if not said]


def open_actions(shop: Workshop) -> list[Action]:
    """The actions that are neither done nor dropped."""
    return [action for action in shop.all(Action) if action.status not in ("done", "dropped")]


def overdue(shop: Workshop) -> list[Action]:
    """The open actions whose day has passed."""
    today = shop.today.isoformat()
    return [action for action in open_actions(shop) if action.due and action.due < today]


def unknowns(shop: Workshop) -> list[Note]:
    """What nobody in the room knew, with who finds out and by when."""
    return [note for note in shop.all(Note) if note.what == "unknown"]
