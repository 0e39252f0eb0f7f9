"""One workshop as a portfolio sees it: its objectives and what carries them, its processes, its words."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from workshop import coach
from workshop.answers import values
from workshop.coach.view import objective_links, objective_metrics
from workshop.derived.threads import outcomes_by_objective
from workshop.derived.trends import out_of_date, stale, trends
from workshop.glossary import instead_of
from workshop.records import Objective, Process, Term
from workshop.state import Workshop, kind_of
from workshop.words import plural

Practice = Callable[[str], str]
"""The name of the catalogue's practice that a process is, by its key or its own name; "" where it is none."""


class Goal(NamedTuple):
    """An objective: `lacks` is why nobody serves it ("" where a process does or it is parked), `status` how each of
    its metrics stands, by ref, `processes` the refs of those that carry it.
    """

    ref: str
    statement: str
    category: str
    state: str
    owner: str
    due: str
    lacks: str
    status: dict[str, str]
    processes: tuple[str, ...]


class Work(NamedTuple):
    """A process: `practice` is its name in the catalogue, "" where it has none."""

    ref: str
    name: str
    practice: str
    owner: str
    maturity: int | None
    state: str


class Meaning(NamedTuple):
    """A word that the room settled, with the words that it dropped for it."""

    term: str
    definition: str
    instead_of: tuple[str, ...]


class Summary(NamedTuple):
    """One workshop. `ready`: every step's gate is met; `steps`: how many are; `stale`: why it is, or ""."""

    path: str
    id: str
    title: str
    client: str
    pilot: str
    sponsor: str
    next_review: str
    parted_from: str
    steps: int
    ready: bool
    stale: str
    goals: list[Goal]
    work: list[Work]
    words: list[Meaning]


def summary(path: str, shop: Workshop, practice: Practice) -> Summary:
    """What a portfolio needs of the workshop; plain values alone, so that it can be kept when the file is closed."""
    about, gates = shop.about, coach.gates(shop)
    steps = sum(gate.ready for gate in gates)
    pilot = values.named(about.pilot, shop) if kind_of(about.pilot) else about.unit
    return Summary(
        path, about.id, about.title, about.client, pilot, values.who(about.sponsor, shop), about.next_review,
        about.parted_from, steps, steps == len(gates), _stale(shop),
        [_goal(shop, objective) for objective in shop.all(Objective)],
        [_work(shop, process, practice) for process in shop.all(Process)],
        [Meaning(term.term, term.definition, tuple(instead_of(term))) for term in shop.all(Term)],
    )  # fmt: skip


def _goal(shop: Workshop, objective: Objective) -> Goal:
    links = objective_links(shop).get(objective.ref, ())
    metrics = objective_metrics(shop).get(objective.ref, ())
    status = {metric.ref: trends(shop)[metric.ref].status for metric in metrics}
    lacks = "" if links or objective.state == "parked" else "no process moves its outcomes"
    if lacks and not outcomes_by_objective(shop).get(objective.ref):
        lacks = "no outcome serves it"
    return Goal(
        objective.ref, objective.statement, objective.category or "not said", objective.state or "candidate",
        values.who(objective.owner, shop), objective.due, lacks, status,
        tuple(dict.fromkeys(link.process for link in links)),
    )  # fmt: skip


def _work(shop: Workshop, process: Process, practice: Practice) -> Work:
    known = practice(process.practice) or practice(process.name)
    return Work(process.ref, process.name, known, values.who(process.owner, shop), process.maturity, process.state)


def _stale(shop: Workshop) -> str:
    why, old = stale(shop), len(out_of_date(shop))
    return why or (f"{plural(old, 'metric')} last read more than six months ago" if old else "")
