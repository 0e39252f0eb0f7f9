"""How long the coach looks at a large workshop again after one change, as a share of the time that it may take."""

from __future__ import annotations

import gc
import time

from benchmarks.paired import Figure, of_samples
from benchmarks.workshops import full
from workshop import acts, coach
from workshop.draft import Draft, Plan
from workshop.state import Workshop, kind_named

OBJECTIVES = 500
MOST = 0.05
"""Seconds of the processor for every rule and all the gates."""


def figures(rounds: int = 40) -> list[Figure]:
    """A look after one change of each sort; last, the slowest of all these looks."""
    shop = full(OBJECTIVES)
    _look(shop)
    gc.freeze()  # as the app does once the wall is up
    taken: dict[str, list[tuple[float, float]]] = {}
    for number in range(1, rounds + 1):
        for name, plan in _changes(number).items():
            draft = Draft(shop)
            plan(draft)
            shop.apply(draft.changes)
            taken.setdefault(name, []).append((_look(shop), MOST))
    slowest = max(pair for pairs in taken.values() for pair in pairs)
    medians = [of_samples(f"coach: {name}", pairs, 1) for name, pairs in taken.items()]
    return [*medians, of_samples("coach: the slowest look", [slowest, slowest], 1)]


def _look(shop: Workshop) -> float:
    begin = time.process_time()
    coach.findings(shop)
    coach.gates(shop)
    return time.process_time() - begin


def _changes(number: int) -> dict[str, Plan]:
    """One change of each sort, elsewhere for each number."""
    goal, line = f"O{number}", f"C{number}"
    statement = f"Orders of line {number} are out within {number} hours by 2027-06-30"
    return {
        "a target edited": _edited(goal, "target", f"{number} %"),
        "an objective reworded": _edited(goal, "statement", f"Cut waste by {number}% by 2027-12-31"),
        "a score given": _added("score", objective=goal, person="H3", criterion="impact", value=f"{1 + number % 5}"),
        "an outcome added": _added("outcome", statement=statement, objectives=goal),
        "an outcome reworded": _edited(line, "statement", statement),
        "a link added": _added("link", outcome=line, process=f"P{1 + (number + 20) % 40}"),
        "a metric edited": _edited(f"M{number}", "target", f"{number}"),
        "a reading added": _added("reading", metric=f"M{number}", on="2026-11-20", value=f"{number}"),
        "a verdict given": _added("verdict", on=line, person="H5", says="agree"),
        "a ruling given": _added("ruling", on=f"M{number}", review="2026-11-24", says="keep"),
        "an action added": _added("action", what=f"See to {line}", why=line, owner="H2"),
        "a note added": _added("note", on=line, what="pain", text="It stops before lunch"),
        "a person renamed": _edited(f"H{number % 40 + 1}", "name", f"Person of day {number}"),
        "an objective taken out": lambda draft: draft.remove(f"O{OBJECTIVES - number}"),
    }


def _edited(ref: str, name: str, text: str) -> Plan:
    return lambda draft: acts.edit(draft, ref, name, text)


def _added(kind: str, **said: str) -> Plan:
    return lambda draft: acts.add(draft, kind_named(kind), said)
