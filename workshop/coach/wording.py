"""How things are said: wishes, work that poses as a result, counts that move nobody, words that leaders trip over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from math import isclose

from workshop.answers import amounts, days
from workshop.coach.rule import Said, rule
from workshop.coach.view import alive, mapped, measured, quoted
from workshop.declare import Record
from workshop.derived.retiring import kept_metrics
from workshop.derived.threads import links_by_outcome
from workshop.records import Metric, Objective, Outcome
from workshop.state import Workshop

_CHURN = "objective statement=Cut churn from 9% to 6% by 2027-12-31"
_C = f"{_CHURN} | outcome statement=The portal is back in 30 minutes, not 90, by 2027-06-30; objectives=O1"
_LINKED = "process name=Incident management | link outcome=C1; process=P1"


def _suggestion(shop: Workshop, record: Objective | Outcome) -> str:
    """The question that helps a statement on; what its fields say already is not asked again."""
    from workshop.statement import read, suggestion

    reading, parts = read(record.words, record.kind.name), {}
    refs = record.services if isinstance(record, Objective) else (record.service,)
    service = " ".join(found.words for ref in refs if (found := shop.get(ref)))
    for part, held in (("service", service), ("start", record.baseline), ("target", record.target)):
        parts[part] = getattr(reading.parts, part) or held
    settled = {"measurable": bool(record.target), "time_bound": bool(record.due)}
    labels = {name: True if settled.get(name) else held for name, held in reading.labels.items()}
    known = reading._replace(labels=labels, parts=reading.parts._replace(**parts))
    return suggestion(known, record.kind.name) or "Ask what gets better, for whom; say it in one sentence."


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
                _suggestion(shop, objective),
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
            message = f"{quoted(objective)} says what is done, not what gets better."
            yield objective.ref, message, _suggestion(shop, objective)


_CLOSED = re.compile(
    r"(?i)\btickets?\b.*\b(?:(?:clos|resolv|handl|complet)(?:es?|ed|ing)|process(?:es|ed|ing)?)\b"
    r"|\b(?:(?:clos|resolv|handl|complet)(?:es?|ed|ing)|process(?:es|ed|ing)?)\b.{0,30}\btickets?\b"
)
"""Tickets that are closed: the work of IT, whatever share and time are named."""


@lru_cache(16_384)
def _is_closed_work(words: str) -> bool:
    return bool(_CLOSED.search(words))


def _counts_work(records: Iterable[Record]) -> Iterator[Said]:
    for record in records:
        if _is_closed_work(record.words):
            message = f"{quoted(record)} counts work done; nobody outside IT feels it."
            yield record.ref, message, f"Ask: what do people notice when it is done? Say that; s on {record.ref} helps."


@rule(
    "closed-work-as-objective",
    step=1,
    severity="warn",
    part="S26",
    bad="objective statement=Close 95% of tickets within SLA by 2027-06-30",
    good=_CHURN,
)
def closed_work_as_objective(shop: Workshop) -> Iterator[Said]:
    """An objective counts the tickets that are closed."""
    yield from _counts_work(alive(shop))


@rule(
    "closed-work-as-outcome",
    step=3,
    severity="warn",
    part="S26",
    bad=f"{_CHURN} | outcome statement=94% of tickets are closed within 4 hours by 2027-06-30; objectives=O1",
    good=f"{_CHURN} | outcome statement=The portal is back in 30 minutes, not 90, by 2027-06-30; objectives=O1",
)
def closed_work_as_outcome(shop: Workshop) -> Iterator[Said]:
    """An outcome counts the tickets that are closed."""
    yield from _counts_work(mapped(shop))


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
            yield outcome.ref, f"{quoted(outcome)} is work done; what does it change?", _suggestion(shop, outcome)


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
    for metric in kept_metrics(shop):
        if not metric.outcomes and _label(metric, "vanity"):
            yield metric.ref, f"{quoted(metric)} counts work, not effect.", _behind(metric)


@rule(
    "easy-count-on-dashboard",
    step=3,
    severity="warn",
    part="S50",
    bad=f"{_C} | metric name=Number of tickets closed; outcomes=C1; dashboard=yes",
    good=f"{_C} | metric name=Number of tickets closed; outcomes=C1; dashboard=yes; decision=How shifts are staffed",
)
def easy_count_on_dashboard(shop: Workshop) -> Iterator[Said]:
    """A big number on the dashboard counts work, and no decision hangs on it."""
    for metric in kept_metrics(shop):
        if metric.dashboard == "yes" and metric.outcomes and not metric.decision and _label(metric, "vanity"):
            yield metric.ref, f"{quoted(metric)} looks good on the dashboard and decides nothing.", _behind(metric)


def _behind(metric: Metric) -> str:
    from workshop.statement import read, suggestion

    return (
        suggestion(read(metric.name, "metric"), "metric") or f"Press s on {metric.ref}: which number shows the effect?"
    )


@rule(
    "jargon",
    step=3,
    severity="hint",
    part="S56",
    bad=f"{_CHURN} | outcome statement=Optimize MTTR; objectives=O1",
    good=f"{_CHURN} | outcome statement=Service is restored in 30 minutes by 2027-06-30; objectives=O1",
)
def jargon(shop: Workshop) -> Iterator[Said]:
    """Words of an objective or outcome at which a leader from elsewhere would stumble."""
    for record in (*alive(shop), *mapped(shop)):
        if _label(record, "jargon"):
            yield record.ref, f"{quoted(record)} has words that a leader may stumble over.", _plainly(record)


@rule(
    "technical-metric",
    step=3,
    severity="hint",
    part="S51",
    bad=f"{_C} | metric name=MTTR; outcomes=C1",
    good=f"{_C} | metric name=How long until the portal is back; outcomes=C1",
)
def technical_metric(shop: Workshop) -> Iterator[Said]:
    """A number that leaders are to read has a name that they cannot read."""
    for metric in kept_metrics(shop):
        if (metric.outcomes or metric.dashboard == "yes") and _label(metric, "jargon"):
            yield metric.ref, f"A leader may not know what {quoted(metric)} shows.", _plainly(metric)


def _plainly(record: Record) -> str:
    from workshop.statement import plain

    found = [f"“{said}” is {plainly}" for said, plainly in plain(record.words) if plainly][:2]
    return f"Say it plainly{': ' if found else ''}{'; '.join(found)}."


@rule(
    "outcome-gives",
    step=3,
    severity="hint",
    part="S55",
    bad=f"{_C} | {_LINKED}",
    good=f"{_C} | {_LINKED} | C1 supports=Orders keep coming in",
)
def outcome_gives(shop: Workshop) -> Iterator[Said]:
    """A mapped outcome says what a service does, and not what the business has of it."""
    linked = links_by_outcome(shop)
    for outcome in mapped(shop):
        if outcome.ref in linked and not outcome.supports:
            yield (
                outcome.ref,
                f"{quoted(outcome)} does not say what it gives the business.",
                f"Ask the business: what would it give you? Set what {outcome.ref} supports.",
            )


@rule(
    "sentence-and-fields",
    step=1,
    severity="warn",
    part="S9",
    bad=f"{_CHURN}; target=4%",
    good=f"{_CHURN}; target=6%",
)
def sentence_and_fields(shop: Workshop) -> Iterator[Said]:
    """A sentence says one value or day, and the fields beside it another."""
    for record in (*alive(shop), *mapped(shop)):
        for label, said, held in _differing(record, shop.today, shop.about.year_starts or 1):
            message = f"{quoted(record)} says {said}; its field {label} says {held}."
            yield record.ref, message, f"Which holds? Press Enter on {record.ref} and let both say the same."


@lru_cache(16_384)
def _differing(record: Objective | Outcome, today: date, year_starts: int) -> tuple[tuple[str, str, str], ...]:
    """Where sentence and field differ: the field's label, what the sentence says, what the field holds."""
    from workshop.statement import TO, due, read, way

    reading = read(record.words, record.kind.name)
    parts, found = reading.parts, []
    for name, said in (("baseline", parts.start), ("target", parts.target if way(reading) == TO else "")):
        held = str(getattr(record, name))
        one, other = amounts.number(said, record.unit), amounts.number(held, record.unit)
        if one is not None and other is not None and not isclose(one, other):
            found.append((record.kind.named[name].label, said, measured(held, record.unit)))
    day = due(reading, today, year_starts) if re.search(r"\d{4}", parts.due) else ""
    if day and record.due and day != record.due:
        found.append((record.kind.named["due"].label, parts.due, days.shown(record.due)))
    return tuple(found)
