"""What the rules look at together, and how they name it in a message."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from workshop.answers.amounts import with_unit
from workshop.declare import Record
from workshop.derived.duties import open_actions
from workshop.derived.retiring import kept_metrics, kept_outcomes
from workshop.derived.threads import links_by_outcome, metrics_by_outcome, outcomes_by_objective
from workshop.records import Action, Link, Metric, Note, Objective, Outcome, Verdict
from workshop.records.goals import UNKNOWN_NEEDS
from workshop.state import Workshop, derived, kind_of
from workshop.words import shown

LONGEST, _UNIT = 40, 20
"""Characters that a message gives to a record's words, and to a unit."""


def measured(said: str, unit: str) -> str:
    """An amount with its unit, unless that is a long one."""
    return with_unit(said, unit if len(unit) <= _UNIT else "")


@lru_cache(16_384)
def quoted(record: Record | str, most: int = LONGEST) -> str:
    """The record's words in quotation marks, cut at a word's end where they are long."""
    text = shown(record if isinstance(record, str) else record.words)
    if len(text) > most:
        cut = text[: most - 1]
        text = (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(" ,;:·–-") + "…"
    return f"“{text}”"


@derived
def alive(shop: Workshop) -> list[Objective]:
    """The objectives that are not parked."""
    return [objective for objective in shop.all(Objective) if objective.state != "parked"]


@derived
def pilots(shop: Workshop) -> list[Objective]:
    """The objectives that the pilot is about: itself, or those that depend on the pilot service."""
    pilot = shop.about.pilot
    if kind_of(pilot) == "service":
        return [objective for objective in alive(shop) if pilot in objective.services]
    found = shop.one(Objective, pilot)
    return [found] if found else []


@derived
def pilot_outcomes(shop: Workshop) -> list[Outcome]:
    """The outcomes that the pilot is about: those that serve the objective, or are the service's."""
    pilot = shop.about.pilot
    if kind_of(pilot) == "service":
        return [outcome for outcome in kept_outcomes(shop) if outcome.service == pilot]
    return outcomes_by_objective(shop).get(pilot, [])


@derived
def mapped(shop: Workshop) -> list[Outcome]:
    """The outcomes on the wall: all but those that are retired or serve parked objectives alone."""
    kept = {objective.ref for objective in alive(shop)}
    return [c for c in kept_outcomes(shop) if not c.objectives or not kept.isdisjoint(c.objectives)]


@derived
def links(shop: Workshop) -> list[Link]:
    """The links of the outcomes on the wall."""
    by_outcome = links_by_outcome(shop)
    return [link for outcome in mapped(shop) for link in by_outcome.get(outcome.ref, ())]


@derived
def measures(shop: Workshop) -> list[Metric]:
    """The metrics of the outcomes on the wall, in their order; retired ones left out."""
    wall = {outcome.ref for outcome in mapped(shop)}
    return [metric for metric in kept_metrics(shop) if not wall.isdisjoint(metric.outcomes)]


@derived
def unmeasured(shop: Workshop) -> list[Link]:
    """The links of the wall that no metric of their outcome watches."""
    by_outcome = metrics_by_outcome(shop)
    watched = {
        outcome: None if any(not m.processes for m in found) else {p for m in found for p in m.processes}
        for outcome, found in by_outcome.items()
    }
    nobody: set[str] = set()
    return [link for link in links(shop) if _lacks(watched.get(link.outcome, nobody), link.process)]


def _lacks(watched: set[str] | None, process: str) -> bool:
    return watched is not None and process not in watched


@derived
def objective_links(shop: Workshop) -> dict[str, list[Link]]:
    """The links of each objective that is not parked, by its ref."""
    by_outcome, outcomes = links_by_outcome(shop), outcomes_by_objective(shop)
    return {o.ref: [link for c in outcomes.get(o.ref, ()) for link in by_outcome.get(c.ref, ())] for o in alive(shop)}


@derived
def objective_metrics(shop: Workshop) -> dict[str, list[Metric]]:
    """The metrics of each objective that is not parked, by its ref, each once."""
    by_outcome, outcomes = metrics_by_outcome(shop), outcomes_by_objective(shop)
    return {
        o.ref: list({m.ref: m for c in outcomes.get(o.ref, ()) for m in by_outcome.get(c.ref, ())}.values())
        for o in alive(shop)
    }


@derived
def asked(shop: Workshop) -> set[str]:
    """The records about which somebody finds something out by a date."""
    return {n.on for n in shop.all(Note) if n.what == "unknown" and all(getattr(n, name) for name in UNKNOWN_NEEDS)}


@derived
def answered(shop: Workshop) -> set[str]:
    """What open actions are for, as `reached` has it."""
    return reached(shop, open_actions(shop))


def reached(shop: Workshop, actions: Iterable[Action]) -> set[str]:
    """The records that the actions are for, and the outcomes behind these, by link, metric or note."""
    found: set[str] = set()
    for action in actions:
        record = shop.get(action.why)
        if isinstance(record, Note):
            found.add(record.ref)
            record = shop.get(record.on)
        if isinstance(record, Verdict):
            found.add(record.ref)
            record = shop.get(record.on)
        if record:
            found.add(record.ref)
        if isinstance(record, Link):
            found.add(record.outcome)
        elif isinstance(record, Metric):
            found.update(record.outcomes)
    return found
