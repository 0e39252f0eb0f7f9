"""Why was this target missed? From an objective along its threads to readings, owners and open actions (S59)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workshop.answers import days, values
from workshop.coach import Finding, findings
from workshop.derived.duties import open_actions, overdue
from workshop.derived.retiring import retired
from workshop.derived.threads import Thread, links_by_outcome, metrics_by_outcome, outcomes_by_objective, threads
from workshop.derived.trends import BEHIND, CHECK_NUMBERS, MET, NO_READING, ON_THE_WAY, Trend, missed, trends, worry
from workshop.records import Action, Metric, Objective, Outcome
from workshop.state import Workshop
from workshop.words import listed, plural

_NAMED = 8


@dataclass(frozen=True, slots=True)
class Answer:
    """What the file says: the objective, its threads, the open actions on them, what the coach notes, in sentences.

    The first sentence is the answer; those that follow lead along the thread.
    """

    objective: Objective
    threads: list[Thread]
    actions: list[Action]
    findings: list[Finding]
    sentences: list[str]


def objective_of(shop: Workshop, ref: str) -> Objective | None:
    """The objective that a record stands for: itself, or the first one on its thread."""
    record = shop.get(ref)
    if isinstance(record, Objective):
        return record
    for thread in threads(shop):
        if thread.objective and ref in {layer.ref for layer in thread.layers if layer}:
            return thread.objective
    return None


def why(shop: Workshop, objective: Objective, asked: str = "") -> Answer:
    """The answer for one objective, from what the file holds now; first for the metric that was asked about, if any."""
    rows = [thread for thread in threads(shop) if thread.objective is objective]
    knots = {layer.ref for thread in rows for layer in thread if layer}
    actions = [action for action in open_actions(shop) if _about(shop, action.why, knots)]
    found = [finding for finding in findings(shop) if finding.ref in knots]
    own = [_reading(shop, trends(shop)[asked])] if isinstance(shop.get(asked), Metric) else []
    return Answer(objective, rows, actions, found, [*own, *_sentences(shop, objective, rows, actions)])


def _about(shop: Workshop, ref: str, knots: set[str]) -> bool:
    """Whether an action's reason lies on the thread: a knot, or a note or verdict on one."""
    return ref in knots or str(getattr(shop.get(ref), "on", "")) in knots


def _sentences(shop: Workshop, objective: Objective, rows: list[Thread], actions: list[Action]) -> Iterator[str]:
    metrics = dict.fromkeys(thread.metric.ref for thread in rows if thread.metric)
    yield _verdict(objective, [trends(shop)[ref] for ref in metrics], shop.today)
    for outcome in outcomes_by_objective(shop).get(objective.ref, ()):
        names = [str(process.words) for link in links_by_outcome(shop).get(outcome.ref, ())
                 if (process := shop.get(link.process))]  # fmt: skip
        carried = f"is carried by {listed(names)}" if names else "has no process yet"
        owner = f"{values.who(outcome.owner, shop)} answers for it" if outcome.owner else "nobody answers for it yet"
        yield f"{outcome.ref} “{outcome.statement}” {carried}; {owner}."
        for metric in metrics_by_outcome(shop).get(outcome.ref, ()):
            yield _reading(shop, trends(shop)[metric.ref])
    yield from _retired(shop, objective)
    late = overdue(shop)
    for action in actions:
        due = f" by {days.shown(action.due)}" if action.due else ""
        state = f"{action.status or 'open'}{', overdue' * (action in late)}"
        yield f"Open: {action.what}, {values.who(action.owner, shop) or 'nobody yet'}{due} ({state})."
    if not actions:
        yield "No action is open on this thread."
    if loose := [action for action in open_actions(shop) if not action.why]:
        refs = [action.ref for action in loose[:_NAMED]] + ["others"] * (len(loose) > _NAMED)
        yield f"{plural(len(loose), 'open action')} {'names' if len(loose) == 1 else 'name'} no thread: {listed(refs)}."


def _verdict(objective: Objective, found: list[Trend], today: date) -> str:
    name = f"{objective.ref} “{objective.statement}”"
    if not found:
        return f"{name} cannot be explained yet: no number hangs on its thread."
    told = [f"{len(held)} {words}" for status, words in _STATES if (held := _in(found, status))]
    return f"{name}: of {plural(len(found), 'number')} on its thread, {listed(told)}{_first(found, today)}."


def _first(found: list[Trend], today: date) -> str:
    look = worry(found, today)
    if look is None:
        return ""
    late = ", whose day has passed" if missed(look.metric, look.status, today) else ""
    return f"; first look at {look.metric.ref} {look.metric.name}{late}"


_STATES = (
    (BEHIND, "behind"), (ON_THE_WAY, "on the way"), (MET, "met"), (NO_READING, "without a reading"),
    (CHECK_NUMBERS, "with figures to check"),
)  # fmt: skip


def _in(found: list[Trend], status: str) -> list[Trend]:
    return [trend for trend in found if trend.status == status]


def _reading(shop: Workshop, trend: Trend) -> str:
    metric = trend.metric
    owner = values.who(metric.owner, shop)
    on = f" (read on {days.shown(trend.on.isoformat())})" if trend.on else ""
    needed = f", needs {trend.needed}" if trend.needed else ""
    status = f": {trend.status.lower()}" if trend.status != NO_READING else ""
    return f"{metric.ref} {trend.sentence}{on}{status}{needed}. {owner or 'Nobody yet'} answers for it."


def _retired(shop: Workshop, objective: Objective) -> Iterator[str]:
    """What hung on the objective until a review retired it."""
    for ref, ruling in retired(shop).items():
        record = shop.get(ref)
        behind = [shop.one(Outcome, each) for each in record.outcomes] if isinstance(record, Metric) else [record]
        if record and any(isinstance(each, Outcome) and objective.ref in each.objectives for each in behind):
            on = f" on {days.shown(ruling.review)}" if ruling.review else ""
            yield f"{ref} {record.words} was retired{on}{f': {ruling.reason}' if ruling.reason else ''}."
