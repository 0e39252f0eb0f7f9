"""The golden thread: objective, outcome, process and metric joined, gaps shown as gaps; what is retired is off it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workshop.declare import Record
from workshop.derived.retiring import kept_metrics, kept_outcomes, retired
from workshop.records import Link, Metric, Objective, Outcome, Process
from workshop.state import Workshop, derived


class Thread(NamedTuple):
    """One row of the thread; None is a gap. `link` joins outcome and process."""

    objective: Objective | None
    outcome: Outcome | None
    link: Link | None
    process: Process | None
    metric: Metric | None

    @property
    def layers(self) -> tuple[Record | None, ...]:
        """The four knots: objective, outcome, process, metric."""
        return self.objective, self.outcome, self.process, self.metric

    @property
    def whole(self) -> bool:
        """Whether no knot is missing."""
        return None not in self.layers


@derived
def outcomes_by_objective(shop: Workshop) -> dict[str, list[Outcome]]:
    """The outcomes that serve each objective, by the objective's ref."""
    found: dict[str, list[Outcome]] = {}
    for outcome in kept_outcomes(shop):
        for ref in outcome.objectives:
            found.setdefault(ref, []).append(outcome)
    return found


@derived
def links_by_outcome(shop: Workshop) -> dict[str, list[Link]]:
    """The links of each outcome, in the order in which the processes act."""
    found: dict[str, list[Link]] = {}
    for link in shop.all(Link):
        found.setdefault(link.outcome, []).append(link)
    for links in found.values():
        links.sort(key=lambda link: (link.order or 99, link.place))
    return found


@derived
def links_by_process(shop: Workshop) -> dict[str, list[Link]]:
    """The links of each process to outcomes that are not retired."""
    found: dict[str, list[Link]] = {}
    gone = retired(shop)
    for link in shop.all(Link):
        if link.outcome not in gone:
            found.setdefault(link.process, []).append(link)
    return found


@derived
def link_between(shop: Workshop) -> dict[tuple[str, str], Link]:
    """The link of an outcome and a process, by their refs."""
    return {(link.outcome, link.process): link for link in shop.all(Link)}


@derived
def metrics_by_outcome(shop: Workshop) -> dict[str, list[Metric]]:
    """The metrics that measure each outcome."""
    found: dict[str, list[Metric]] = {}
    for metric in kept_metrics(shop):
        for ref in metric.outcomes:
            found.setdefault(ref, []).append(metric)
    return found


def metrics_of(shop: Workshop, outcome: str, process: str) -> list[Metric]:
    """The metrics that measure the outcome and, where they name processes, this process."""
    return watching(metrics_by_outcome(shop).get(outcome, ()), process)


def watching(metrics: Iterable[Metric], process: str) -> list[Metric]:
    """Those of an outcome's metrics that watch this process: they name it, or none."""
    return [metric for metric in metrics if not metric.processes or process in metric.processes]


@derived
def threads(shop: Workshop) -> list[Thread]:
    """Every thread, by objective; parked objectives are left out unless something serves them.

    Outcomes that serve no objective come last, with a gap before them.
    """
    found: list[Thread] = []
    for objective in shop.all(Objective):
        outcomes = outcomes_by_objective(shop).get(objective.ref)
        for outcome in outcomes or ():
            found += _of_outcome(shop, objective, outcome)
        if not outcomes and objective.state != "parked":
            found.append(Thread(objective, None, None, None, None))
    for outcome in kept_outcomes(shop):
        if not outcome.objectives:
            found += _of_outcome(shop, None, outcome)
    return found


@derived
def loose_metrics(shop: Workshop) -> list[Metric]:
    """The metrics that measure no outcome."""
    return [metric for metric in kept_metrics(shop) if not metric.outcomes]


@derived
def loose_processes(shop: Workshop) -> list[Process]:
    """The processes that move no outcome."""
    return [process for process in shop.all(Process) if process.ref not in links_by_process(shop)]


def _of_outcome(shop: Workshop, objective: Objective | None, outcome: Outcome) -> Iterator[Thread]:
    links = links_by_outcome(shop).get(outcome.ref, ())
    shown: set[str] = set()
    for link in links:
        process = shop.one(Process, link.process)
        metrics = metrics_of(shop, outcome.ref, link.process)
        shown |= {metric.ref for metric in metrics}
        for metric in metrics or (None,):
            yield Thread(objective, outcome, link, process, metric)
    unlinked = [m for m in metrics_by_outcome(shop).get(outcome.ref, ()) if m.ref not in shown]
    for metric in unlinked:
        yield Thread(objective, outcome, None, None, metric)
    if not links and not unlinked:
        yield Thread(objective, outcome, None, None, None)
