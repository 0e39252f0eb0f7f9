"""Whether somebody can still explain the map in a meeting: a measure, its limits, and what to cut first (S21)."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import starmap
from typing import NamedTuple

from workshop.answers.amounts import mentioned
from workshop.answers.days import without
from workshop.derived.retiring import kept_outcomes
from workshop.derived.threads import (
    links_by_outcome,
    links_by_process,
    metrics_by_outcome,
    outcomes_by_objective,
    watching,
)
from workshop.records import Link, Metric, Objective, Outcome, Service
from workshop.state import Workshop, derived
from workshop.words import listed

_FIRST = 3
"""How many things to cut are named at a time; after these the room looks again."""


class Measure(NamedTuple):
    """What has to be said to explain one objective's part of the map, or that of a pilot service.

    `threads` counts the ways from outcome to metric, `most` the links of the outcome that has most of them;
    `crossings` counts the pairs of lines between outcomes and processes that cross when the outcomes are
    drawn in their order and the processes in the order in which these meet them.
    """

    outcomes: int
    links: int
    most: int
    processes: int
    crossings: int
    threads: int


class Limit(NamedTuple):
    """The most of something that can be explained; how too much of it is said."""

    most: int
    what: str
    says: str
    because: str
    part: str
    """The requirement from which it follows."""


LIMITS: dict[str, Limit] = {
    "outcomes": Limit(4, "outcomes of the objective", "has {many} outcomes", "a room holds {most}", "S24"),
    "links": Limit(7, "links of its outcomes", "takes {many} links to explain", "{most} fit into a minute", "S21"),
    "most": Limit(3, "links of one outcome", "has an outcome with {many} processes",
                  "{most} are enough to mend, find the cause and keep it", "S40"),
    "processes": Limit(5, "processes that they touch", "touches {many} processes", "{most} can be told apart", "S18"),
    "crossings": Limit(10, "pairs of lines that cross", "has lines that cross {many} times",
                       "above {most} no eye follows one", "S20"),
    "threads": Limit(20, "ways from outcome to metric", "has {many} threads", "a meeting hears out {most}", "S21"),
}  # fmt: skip
"""What is counted, in the order in which it is said."""


class TooMuch(NamedTuple):
    """A part of the map that is too big to explain: whose it is, what is too much, and the records to cut first."""

    ref: str
    says: str
    because: str
    cut: list[Link] | list[Outcome] | list[Metric]
    which: str
    """What those to cut have in common."""

    @property
    def sentence(self) -> str:
        """`O1 takes 9 links to explain; 7 fit into a minute. Cut first: ...`."""
        return f"{self.ref} {self.says}; {self.because}. {self.first}"

    @property
    def first(self) -> str:
        """`Cut first: L4 (P3 on C2) and L7 (P1 on C3); they only help.`"""
        if not self.cut:
            return "Let an outcome wait until the pilot has proved useful."
        return f"Cut first: {listed([_named(record) for record in self.cut])}; {self.which}."


@derived
def measures(shop: Workshop) -> dict[str, Measure]:
    """The measure of every objective that is not parked and has outcomes, and of a service that is the pilot."""
    linked, metrics = links_by_outcome(shop), metrics_by_outcome(shop)
    return {
        ref: _measured(tuple((tuple(linked.get(c.ref, ())), tuple(metrics.get(c.ref, ()))) for c in outcomes))
        for ref, outcomes in _parts(shop).items()
    }


@derived
def too_much(shop: Workshop) -> list[TooMuch]:
    """The parts of the map that are too big to explain, the pilot first."""
    found = [_judged(shop, ref, measure) for ref, measure in measures(shop).items()]
    return sorted((one for one in found if one), key=lambda one: one.ref != shop.about.pilot)


def measured(links: Iterable[Sequence[Link]]) -> tuple[int, int, int, int]:
    """Of the links of each outcome in order: how many, the most on one, their processes, and their crossings."""
    rows = list(links)
    order = {ref: at for at, ref in enumerate(dict.fromkeys(link.process for row in rows for link in row))}
    before: list[int] = []
    crossings = 0
    for row in rows:
        places = [order[link.process] for link in row]
        crossings += sum(len(before) - bisect_left(before, place + 1) for place in places)
        for place in places:
            insort(before, place)
    return sum(map(len, rows)), max(map(len, rows), default=0), len(order), crossings


@derived
def _parts(shop: Workshop) -> dict[str, list[Outcome]]:
    served, pilot = outcomes_by_objective(shop), shop.one(Service, shop.about.pilot)
    found = {o.ref: served[o.ref] for o in shop.all(Objective) if o.state != "parked" and o.ref in served}
    return found | ({pilot.ref: [c for c in kept_outcomes(shop) if c.service == pilot.ref]} if pilot else {})


@lru_cache(4096)
def _measured(outcomes: tuple[tuple[tuple[Link, ...], tuple[Metric, ...]], ...]) -> Measure:
    """The measure of outcomes with these links and metrics."""
    links, most, processes, crossings = measured(links for links, _ in outcomes)
    return Measure(len(outcomes), links, most, processes, crossings, sum(starmap(_threads, outcomes)))


def _threads(links: tuple[Link, ...], metrics: tuple[Metric, ...]) -> int:
    if not links:
        return max(1, len(metrics))
    return sum(max(1, len(watching(metrics, link.process))) for link in links)


def _judged(shop: Workshop, ref: str, measure: Measure) -> TooMuch | None:
    """The first limit that is passed, and what to cut for it."""
    over = next((name for name, limit in LIMITS.items() if getattr(measure, name) > limit.most), "")
    if not over:
        return None
    limit, outcomes = LIMITS[over], _parts(shop)[ref]
    says = limit.says.format(many=getattr(measure, over))
    because = limit.because.format(most=limit.most)
    if over == "outcomes":
        spare = _spare(shop, outcomes)[: min(_FIRST, measure.outcomes - limit.most)]
        return TooMuch(ref, says, because, spare, _common_outcomes(shop, spare))
    if over == "threads":
        dull = _dull(shop, outcomes)[:_FIRST]
        them = "it" if len(dull) == 1 else "them"
        hangs = "least" if any(metric.decision for metric in dull) else "no decision"
        return TooMuch(ref, says, because, dull, f"{hangs} hangs on {them}")
    cut = _cut(shop, outcomes)
    return TooMuch(ref, says, because, cut, _common_links(cut))


def _spare(shop: Workshop, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, those first that least hangs on: no process, no metric, no value to reach, then fewest links; the
    last said first.
    """
    linked, metrics = links_by_outcome(shop), metrics_by_outcome(shop)

    def hangs(outcome: Outcome) -> tuple[bool, bool, bool, int]:
        ref = outcome.ref
        valued = bool(outcome.target) or mentioned(without(outcome.statement))
        return ref in linked, ref in metrics, valued, len(linked.get(ref, ()))

    late = outcomes[::-1]
    return sorted(late, key=hangs)


def _dull(shop: Workshop, outcomes: list[Outcome]) -> list[Metric]:
    """The metrics, those first that inform no decision, then those that measure least."""
    held = {metric.ref: metric for c in outcomes for metric in metrics_by_outcome(shop).get(c.ref, ())}
    return sorted(held.values(), key=lambda metric: (bool(metric.decision), len(metric.outcomes)))


def _cut(shop: Workshop, outcomes: list[Outcome]) -> list[Link]:
    """The links to cut first until what is left can be explained, a few at most; no outcome loses its last one."""
    rows = tuple(tuple(links_by_outcome(shop).get(outcome.ref, ())) for outcome in outcomes)
    carried = links_by_process(shop)
    return list(_first_to_go(rows, tuple(len(carried[link.process]) for row in rows for link in row)))


@lru_cache(4096)
def _first_to_go(rows: tuple[tuple[Link, ...], ...], carries: tuple[int, ...]) -> tuple[Link, ...]:
    """Those that only help before those that carry; of them those without a reason, then those whose process
    carries least else. `carries` says how many links the process of each link has.
    """
    left = [list(row) for row in rows]
    own = [
        (bool(link.reason), many, at, link)
        for (at, link), many in zip(((at, link) for at, row in enumerate(rows) for link in row), carries, strict=True)
        if link.role != "primary"
    ]
    ranked = sorted(own, key=lambda one: one[:2])[:40]
    cut: list[Link] = []
    while len(cut) < _FIRST and (over := _excess(left)):
        better = (one for one in ranked if len(left[one[2]]) > 1 and _excess(_without(left, one[3])) < over)
        gone = next(better, None)
        if gone is None:
            break
        ranked.remove(gone)
        left[gone[2]].remove(gone[3])
        cut.append(gone[3])
    return tuple(cut)


def _without(left: list[list[Link]], gone: Link) -> list[list[Link]]:
    return [[link for link in links if link is not gone] for links in left]


def _excess(rows: Iterable[list[Link]]) -> int:
    """By how much the links are too much, all counts together."""
    counts = dict(zip(("links", "most", "processes", "crossings"), measured(rows), strict=True))
    return sum(max(0, count - LIMITS[name].most) for name, count in counts.items())


def _common_links(cut: list[Link]) -> str:
    bare = not any(link.reason for link in cut)
    if len(cut) == 1:
        return "it only helps" + " and has no reason" * bare
    return "they only help" + " and have no reason" * bare


def _common_outcomes(shop: Workshop, spare: list[Outcome]) -> str:
    linked, them = links_by_outcome(shop), "it" if len(spare) == 1 else "them"
    bare = not any(c.ref in linked for c in spare)
    return f"no process moves {them} yet" if bare and linked else f"least hangs on {them}"


def _named(record: Link | Outcome | Metric) -> str:
    return f"{record.ref} ({record.process} on {record.outcome})" if isinstance(record, Link) else record.ref


def page() -> str:
    """The manual's section on the measure, in Markdown."""
    rows = [f"| {limit.what} | {limit.most} | {limit.part} | {limit.because.format(most=limit.most)} |"
            for limit in LIMITS.values()]  # fmt: skip
    return "\n".join([_PAGE, "", "| counted | at most | requirement | why |", "|---|---|---|---|", *rows]) + "\n"


_PAGE = """## How big a map may be

The map of an objective (or of a service that is the pilot) is measured by what has to be said to explain it. Lines
cross when the outcomes are drawn in their order and the processes in the order in which these meet them. Above a limit
the map says so, and names what to cut first. Of links, that is one that only helps, has no reason, and whose process
carries least else; never the last link of an outcome. Of outcomes, it is one without a process, then without a
metric, then without a value to reach, then with the fewest links; of metrics, one that informs no decision."""
