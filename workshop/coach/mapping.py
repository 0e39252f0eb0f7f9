"""Whether the threads hold from objective to process, and whether somebody can still explain the map."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.coach.rule import Said, rule
from workshop.coach.view import (
    asked,
    links,
    mapped,
    pilot_outcomes,
    quoted,
    unmeasured,
)
from workshop.derived.retiring import kept_outcomes
from workshop.derived.threads import links_by_outcome
from workshop.plans import filling
from workshop.records import Link, Note, Outcome, Process
from workshop.state import Workshop
from workshop.words import listed

_O = "objective statement=Cut churn from 9% to 6% by 2027-12-31"
_C = f"{_O} | outcome statement=The portal is back in 30 min; objectives=O1"
_P = "process name=Incident management"


@rule(
    "pilot-no-outcome",
    step=3,
    severity="block",
    part="S10",
    gate="the pilot has an outcome",
    bad=f"{_O} | workshop pilot=O1",
    good=f"{_C} | workshop pilot=O1",
)
def pilot_no_outcome(shop: Workshop) -> Iterator[Said]:
    """Nothing says what a service must do for the pilot."""
    pilot = shop.get(shop.about.pilot)
    if pilot and not pilot_outcomes(shop):
        yield (
            pilot.ref,
            f"The pilot {quoted(pilot)} has no outcome yet.",
            "Ask what customers would notice first; press a.",
        )
    elif not pilot and not shop.all(Outcome):
        yield "", "Nothing is mapped yet.", "Choose a pilot on step 2, then press a for its first outcome."


@rule(
    "outcome-criterion",
    step=3,
    severity="block",
    part="S13",
    gate="every outcome says of which service, to which value and by when",
    bad=_C,
    good=f"service name=Portal | {_C}; service=S1; target=30 min; due=2027-06-30",
)
def outcome_criterion(shop: Workshop) -> Iterator[Said]:
    """An outcome does not say of which service, to which value or by when."""
    for outcome in mapped(shop):
        parts = {"service": outcome.service, "target value": outcome.target, "date": outcome.due}
        missing = [name for name, held in parts.items() if not held]
        said = [name for name in missing if _FIELDS[name] in filling.offered(shop, outcome.ref)]
        asked = f"Press Enter on {outcome.ref}: {', '.join(_ASKED[name] for name in missing if name not in said)}?"
        filled = f"Press i on {outcome.ref}: it fills in {listed(said)} from the sentence."
        if missing and missing == said:
            yield outcome.ref, f"{quoted(outcome)} says its {listed(said)} in the sentence alone.", filled
        elif missing:
            lacks = [name for name in missing if name not in said]
            yield (
                outcome.ref,
                f"{quoted(outcome)} has no {listed(lacks, 'or')}.",
                f"{asked} {filled}" if said else asked,
            )


_FIELDS = {"service": "service", "target value": "target", "date": "due"}
_ASKED = {"service": "which service", "target value": "to which value", "date": "by when"}


@rule(
    "outcome-no-process",
    step=3,
    severity="block",
    part="S19",
    gate="every outcome has a process",
    bad=_C,
    good=f"{_C} | {_P} | link outcome=C1; process=P1",
)
def outcome_no_process(shop: Workshop) -> Iterator[Said]:
    """No process moves an outcome."""
    linked = links_by_outcome(shop)
    for outcome in mapped(shop):
        if outcome.ref not in linked:
            yield (
                outcome.ref,
                f"No process moves {quoted(outcome)}.",
                f"Press l on {outcome.ref}: through which process, and why?",
            )


@rule(
    "link-no-reason",
    step=3,
    severity="block",
    part="S16",
    gate="every link says why",
    bad=f"{_C} | {_P} | link outcome=C1; process=P1",
    good=f"{_C} | {_P} | link outcome=C1; process=P1; reason=It restores service first",
)
def link_no_reason(shop: Workshop) -> Iterator[Said]:
    """Nobody has said why a process moves an outcome."""
    for link in links(shop):
        if not link.reason:
            yield (
                link.ref,
                f"Nobody has said why {_ends(shop, link)}.",
                f"Press Enter on {link.ref}: what does the process do that gets it there?",
            )


@rule(
    "thread-no-metric",
    step=3,
    severity="block",
    part="S19",
    gate="every thread ends in a metric",
    bad=f"{_C} | {_P} | link outcome=C1; process=P1",
    good=f"{_C} | {_P} | link outcome=C1; process=P1 | metric name=Time to restore; outcomes=C1",
)
def thread_no_metric(shop: Workshop) -> Iterator[Said]:
    """No metric shows whether a process moves its outcome."""
    for link in unmeasured(shop):
        yield (
            link.ref,
            f"No metric shows whether {_ends(shop, link)}.",
            f"Add a metric for {link.outcome} and {link.process}, or drop {link.ref}.",
        )


@rule(
    "outcome-owner",
    step=3,
    severity="block",
    part="S22",
    gate="every outcome has an owner",
    bad=_C,
    good=f"{_C}; owner=Portal service owner",
)
def outcome_owner(shop: Workshop) -> Iterator[Said]:
    """Nobody answers for an outcome."""
    for outcome in mapped(shop):
        if not outcome.owner:
            yield (
                outcome.ref,
                f"Nobody answers for {quoted(outcome)}.",
                f"Press o on {outcome.ref}; often it is the service owner.",
            )


@rule(
    "outcome-no-objective",
    step=3,
    severity="warn",
    part="S19",
    bad="outcome statement=The portal is back in 30 min",
    good=_C,
)
def outcome_no_objective(shop: Workshop) -> Iterator[Said]:
    """An outcome serves nothing that the business asked for."""
    for outcome in kept_outcomes(shop):
        if not outcome.objectives:
            yield (
                outcome.ref,
                f"{quoted(outcome)} serves no objective.",
                f"Press l on {outcome.ref} and join it to an objective, or take it out.",
            )


@rule("outcome-baseline", step=3, severity="warn", part="S13", bad=_C, good=f"{_C}; baseline=90 min")
def outcome_baseline(shop: Workshop) -> Iterator[Said]:
    """An outcome does not say from which value it starts, and nobody finds it out."""
    answers = asked(shop)
    for outcome in mapped(shop):
        if not outcome.baseline and outcome.ref not in answers:
            yield (
                outcome.ref,
                f"{quoted(outcome)} does not say from which value.",
                f"Give its value of today, or press n on {outcome.ref}: who finds out, by when?",
            )


@rule(
    "no-primary",
    step=3,
    severity="warn",
    part="S16",
    bad=f"{_C} | {_P} | link outcome=C1; process=P1; role=supporting",
    good=f"{_C} | {_P} | link outcome=C1; process=P1; role=primary",
)
def no_primary(shop: Workshop) -> Iterator[Said]:
    """All processes of an outcome help; none carries it."""
    linked = links_by_outcome(shop)
    for outcome in mapped(shop):
        own = linked.get(outcome.ref)
        if own and "primary" not in {link.role for link in own}:
            yield (
                outcome.ref,
                f"No process carries {quoted(outcome)}; all only help.",
                f"Mark one link of {outcome.ref} as primary.",
            )


@rule(
    "unknown-unowned",
    step=3,
    severity="warn",
    part="S22",
    bad="note what=unknown; text=How many left after an outage?",
    good="note what=unknown; text=How many left after an outage?; owner=Head of Sales; due=2026-12-10",
)
def unknown_unowned(shop: Workshop) -> Iterator[Said]:
    """Nobody finds out what the room did not know, or not by a date."""
    for note in shop.all(Note):
        if note.what == "unknown" and not (note.owner and note.due):
            missing = [name for name, held in (("an owner", note.owner), ("a date", note.due)) if not held]
            what = quoted(note) if note.private != "yes" else f"on {note.ref}"
            yield (
                note.ref,
                f"The unknown {what} has not got {listed(missing, 'or')}.",
                f"Press o on {note.ref}: who finds out, by when?",
            )


def _ends(shop: Workshop, link: Link) -> str:
    outcome, process = shop.one(Outcome, link.outcome), shop.one(Process, link.process)
    return f"{quoted(process or link.process, 30)} moves {quoted(outcome or link.outcome)}"
