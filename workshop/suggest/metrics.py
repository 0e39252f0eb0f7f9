"""The metrics for an outcome and a process: those that are looked at today before new ones."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from workshop import acts
from workshop.answers import values
from workshop.catalogue import Catalogue
from workshop.derived.threads import loose_metrics, metrics_by_outcome
from workshop.draft import Draft, Plan
from workshop.entries import MetricIdea, OutcomeIdea
from workshop.likeness import telling
from workshop.records import Metric, Outcome, Process, Service
from workshop.state import Workshop, derived
from workshop.suggest.suggestion import Ranked, Suggestion, idea_of, inner, practice_of, sentence

_LOOSE = 200
"""Metrics that measure nothing yet of which so many are looked through."""


def metrics(shop: Workshop, catalogue: Catalogue, outcome: Outcome, process: Process | None) -> Iterator[Ranked]:
    """The metrics that would show the outcome, moved by the process, and that do not measure it yet."""
    own = metrics_by_outcome(shop).get(outcome.ref, [])
    there = {idea.key for metric in own if (idea := catalogue.metric(metric.name))}
    lacking = {"leading", "lagging"} - {metric.timing for metric in own} if own else set()
    whole = idea_of(shop, catalogue, outcome)
    at_hand = _at_hand(shop, catalogue, outcome, process)
    for rank, idea in _fitting(catalogue, whole, outcome, process):
        place = rank - 1.5 * (idea.timing in lacking)
        if idea.key in there:
            continue
        if taken := at_hand.get(idea.key):
            yield Ranked(place - (0.5 if taken.outcomes else 20), _taken(shop, taken, outcome, process, idea))
        elif name := _name(shop, outcome, idea):
            made = _made(name, idea, outcome, process, whole)
            yield Ranked(place, Suggestion(name, _why(idea, outcome, whole, lacking), made))
    yield from _akin(shop, outcome, process, {metric.ref for metric in at_hand.values()})


def _fitting(
    catalogue: Catalogue, whole: OutcomeIdea | None, outcome: Outcome, process: Process | None
) -> Iterator[tuple[float, MetricIdea]]:
    """The metrics that show such an outcome and that such a process moves, each with its rank."""
    practice = practice_of(catalogue, process) if process else ""
    shown = catalogue.metrics_for(whole.key) if whole else []
    said = telling(outcome.statement)
    for at, metric in enumerate(shown):
        if not practice or practice in metric.practices:
            yield at, metric
    for at, metric in enumerate(catalogue.metrics_of(practice)):
        if metric not in shown:
            yield 10 + at - 4 * len(telling(metric.name) & said), metric


def plan_for(name: str, idea: MetricIdea, outcomes: tuple[str, ...], processes: tuple[str, ...], **more: str) -> Plan:
    """The plan of a new metric with all that the catalogue knows of it."""
    known = {field: getattr(idea, field) for field in ("unit", "direction", "timing", "aspect", "decision",
                                                       "source", "every")}  # fmt: skip
    said = {"name": name, "outcomes": ",".join(outcomes), "processes": ",".join(processes), **known, **more}
    return lambda draft: acts.add(draft, Metric.kind, said)


def completed(draft: Draft, ref: str, idea: MetricIdea) -> None:
    """Fill in what a metric leaves open and the catalogue knows."""
    for field in open_fields(draft.shop.find(ref).values(), idea):
        acts.edit(draft, ref, field, getattr(idea, field))


def open_fields(held: Mapping[str, object], idea: MetricIdea) -> list[str]:
    """The fields that are empty and that the catalogue can fill; a unit only where no value was said."""
    fields = ["direction", "timing", "aspect", "decision", "source", "every"]
    if not held["baseline"] and not held["target"]:
        fields.insert(0, "unit")
    return [field for field in fields if not held[field] and getattr(idea, field)]


@derived
def names(shop: Workshop) -> set[str]:
    """What the metrics are called, in small letters."""
    return {metric.name.lower() for metric in shop.all(Metric)}


@derived
def by_process(shop: Workshop) -> dict[str, list[Metric]]:
    """The metrics that watch each process."""
    found: dict[str, list[Metric]] = {}
    for metric in shop.all(Metric):
        for ref in metric.processes:
            found.setdefault(ref, []).append(metric)
    return found


def _at_hand(shop: Workshop, catalogue: Catalogue, outcome: Outcome, process: Process | None) -> dict[str, Metric]:
    """The metrics that could measure this outcome as well, by what they are: loose ones first."""
    watching = by_process(shop).get(process.ref, ()) if process else ()
    near = [metric for metric in watching if metric.outcomes and _same_service(shop, metric, outcome)]
    found: dict[str, Metric] = {}
    for metric in (*loose_metrics(shop)[:_LOOSE], *near):
        idea = catalogue.metric(metric.name) if outcome.ref not in metric.outcomes else None
        if idea:
            found.setdefault(idea.key, metric)
    return found


def _same_service(shop: Workshop, metric: Metric, outcome: Outcome) -> bool:
    others = {other.service for ref in metric.outcomes if (other := shop.one(Outcome, ref))}
    return not outcome.service or others <= {outcome.service, ""}


def _akin(shop: Workshop, outcome: Outcome, process: Process | None, known: Collection[str]) -> Iterator[Ranked]:
    """The loose metrics that are not known as anything and speak of the same things as the outcome."""
    service = shop.one(Service, outcome.service)
    said = telling(outcome.statement) | telling(service.name if service else "")
    for metric in loose_metrics(shop)[:_LOOSE]:
        common = len(telling(metric.name) & said)
        if common > 1 and metric.ref not in known:
            yield Ranked(-10 - common, _taken(shop, metric, outcome, process, None))


def _taken(
    shop: Workshop, metric: Metric, outcome: Outcome, process: Process | None, idea: MetricIdea | None
) -> Suggestion:
    def plan(draft: Draft) -> object:
        if process:
            acts.measure(draft, outcome.ref, process.ref, metric.ref)
        else:
            acts.connect(draft, outcome.ref, metric.ref)
        if idea:
            completed(draft, metric.ref, idea)
        return metric.ref

    today = "is looked at today and measures nothing yet" if not metric.outcomes else "is on the wall already"
    shows = f": {inner(idea.definition)}" if idea else f", and speaks of the same things as {outcome.ref}"
    return Suggestion(values.named(metric.ref, shop), sentence(f"{metric.ref} {today}{shows}"), plan)


def _name(shop: Workshop, outcome: Outcome, idea: MetricIdea) -> str:
    """What a new metric is called, with its service where another has the name; "" where that is there too."""
    service = shop.one(Service, outcome.service)
    wanted = [idea.name, f"{idea.name}, {service.name}"] if service else [idea.name]
    return next((name for name in wanted if name.lower() not in names(shop)), "")


def _made(name: str, idea: MetricIdea, outcome: Outcome, process: Process | None, whole: OutcomeIdea | None) -> Plan:
    """The plan of a new metric; the one that tells the outcome has the outcome's own values."""
    own = _is_own(idea, whole) and outcome.unit.lower() == idea.unit.lower()
    more = {"baseline": outcome.baseline, "target": outcome.target, "due": outcome.due} if own else {}
    return plan_for(name, idea, (outcome.ref,), (process.ref,) if process else (), **more)


def _why(idea: MetricIdea, outcome: Outcome, whole: OutcomeIdea | None, lacking: set[str]) -> str:
    if _is_own(idea, whole):
        reason = f"It is the number that {outcome.ref} speaks of"
    elif idea.timing in lacking:
        what = "warns early" if idea.timing == "leading" else "shows the result"
        reason = f"No number of {outcome.ref} {what} yet; this one does"
    else:
        reason = (
            "It warns before it is too late" if idea.timing == "leading" else "It shows afterwards whether it worked"
        )
    return sentence(f"{reason}: {inner(idea.definition)}")


def _is_own(idea: MetricIdea, whole: OutcomeIdea | None) -> bool:
    return whole is not None and whole.metrics[:1] == (idea.key,)
