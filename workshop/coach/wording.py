"""How things are said: wishes, work that poses as a result, counts that move nobody, words that leaders trip over."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from workshop.coach.rule import Said, rule
from workshop.coach.view import alive, mapped, quoted
from workshop.declare import Record
from workshop.records import Metric
from workshop.state import Workshop

_CHURN = "objective statement=Cut churn from 9% to 6% by 2027-12-31"


def _suggestion(record: Record) -> str:
    from workshop.statement import read, suggestion

    return suggestion(read(record.words, record.kind.name), record.kind.name)


@lru_cache(16_384)
def _label(record: Record, name: str) -> bool:
    """Whether the statement is what the label says; what cannot be settled is no finding."""
    from workshop.statement import read

    return read(record.words, record.kind.name).labels.get(name) is True


@rule("vague-objective", step=1, severity="warn", part="S2", bad="objective statement=Improve service", good=_CHURN)
def vague_objective(shop: Workshop) -> Iterator[Said]:
    """An objective is a wish: nobody could say whether it was reached."""
    for objective in alive(shop):
        if _label(objective, "vague") and not (objective.target and objective.due):
            yield (
                objective.ref,
                f"{quoted(objective)} is a wish; nobody could say it was reached.",
                _suggestion(objective),
            )


@rule(
    "output-as-objective",
    step=1,
    severity="hint",
    part="S11",
    bad="objective statement=Implement a new ticket tool by 2027-06-30",
    good=_CHURN,
)
def output_as_objective(shop: Workshop) -> Iterator[Said]:
    """An objective says what will be done instead of what gets better."""
    for objective in alive(shop):
        if _label(objective, "output_not_outcome") and not (objective.baseline and objective.target):
            yield objective.ref, f"{quoted(objective)} says what is done, not what gets better.", _suggestion(objective)


@rule(
    "output-as-outcome",
    step=3,
    severity="warn",
    part="S11",
    bad=f"{_CHURN} | outcome statement=Tickets closed; objectives=O1",
    good=f"{_CHURN} | outcome statement=The portal is back in 30 minutes, not 90, by 2027-06-30; objectives=O1",
)
def output_as_outcome(shop: Workshop) -> Iterator[Said]:
    """Work done poses as an outcome."""
    for outcome in mapped(shop):
        if _label(outcome, "output_not_outcome"):
            yield outcome.ref, f"{quoted(outcome)} is work done; what does it change?", _suggestion(outcome)


@rule(
    "vanity-metric",
    step=3,
    severity="warn",
    part="S26",
    bad="metric name=Number of tickets closed",
    good="metric name=Share of outages over within 30 minutes",
)
def vanity_metric(shop: Workshop) -> Iterator[Said]:
    """A metric counts work and is tied to no outcome."""
    for metric in shop.all(Metric):
        if not metric.outcomes and _label(metric, "vanity"):
            yield metric.ref, f"{quoted(metric)} counts work, not effect.", _suggestion(metric)


@rule(
    "jargon",
    step=3,
    severity="hint",
    part="S56",
    bad=f"{_CHURN} | outcome statement=Optimize MTTR; objectives=O1",
    good=f"{_CHURN} | outcome statement=Service is restored in 30 minutes by 2027-06-30; objectives=O1",
)
def jargon(shop: Workshop) -> Iterator[Said]:
    """Words on the wall that a leader from elsewhere would stumble over."""
    from workshop.statement import plain

    for record in (*alive(shop), *mapped(shop), *(m for m in shop.all(Metric) if m.outcomes)):
        if _label(record, "jargon"):
            found = [f"“{said}” is {plainly}" for said, plainly in plain(record.words)][:2]
            message = f"{quoted(record)} has words that a leader may stumble over."
            yield record.ref, message, f"Say it plainly{': ' if found else ''}{'; '.join(found)}."
