"""What the inventory of the first step still lacks."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.coach.rule import Said, rule
from workshop.coach.view import alive, quoted
from workshop.records import Metric, Note, Objective, Person, Process, Service
from workshop.state import Workshop

_CHURN = "objective statement=Cut churn from 9% to 6% by 2027-12-31"


@rule("no-objective", step=1, severity="block", part="S41", gate="a business objective", bad="", good=_CHURN)
def no_objective(shop: Workshop) -> Iterator[Said]:
    """Nothing says what the business wants."""
    if not shop.all(Objective):
        yield "", "No business objective is on the wall yet.", "Press a: what, how much of it, by when?"


@rule(
    "no-service",
    step=1,
    severity="block",
    part="S41",
    gate="a service that carries it",
    bad=_CHURN,
    good="service name=Sales portal",
)
def no_service(shop: Workshop) -> Iterator[Said]:
    """No service is in the inventory."""
    if not shop.all(Service):
        yield "", "No service is listed yet.", "Ask which services carry the top priorities."


@rule(
    "no-process",
    step=1,
    severity="block",
    part="S41",
    gate="a service management process",
    bad=_CHURN,
    good="process name=Incident management",
)
def no_process(shop: Workshop) -> Iterator[Said]:
    """No process is in the inventory."""
    if not shop.all(Process):
        yield "", "No process is listed yet.", "Ask which processes exist and which of them work."


@rule(
    "no-metric-today",
    step=1,
    severity="block",
    part="S41",
    gate="a metric with its value of today",
    bad="metric name=Time to restore service",
    good="metric name=Time to restore service; baseline=90 min",
)
def no_metric_today(shop: Workshop) -> Iterator[Said]:
    """No metric says where it stands today."""
    metrics = shop.all(Metric)
    if not metrics:
        yield "", "No number that is looked at today is listed.", "Ask which numbers are read today, by whom."
    elif not any(metric.baseline for metric in metrics):
        yield (
            metrics[0].ref,
            "No metric says what it is today.",
            f"Ask for the value of {metrics[0].ref} now.",
        )


@rule(
    "no-owner",
    step=1,
    severity="block",
    part="S41",
    gate="somebody who answers for an objective",
    bad=_CHURN,
    good=f"{_CHURN}; owner=Chief Customer Officer",
)
def no_owner(shop: Workshop) -> Iterator[Said]:
    """No objective has anybody who answers for it."""
    if not any(objective.owner for objective in shop.all(Objective)):
        named = "Nobody answers for any objective yet." if shop.all(Person) else "Nobody is named yet."
        yield "", named, "Press o on an objective and name its owner, by role if need be."


@rule(
    "no-pain",
    step=1,
    severity="block",
    part="S41",
    gate="a pain point",
    bad=_CHURN,
    good="note what=pain; text=The portal fails before lunch",
)
def no_pain(shop: Workshop) -> Iterator[Said]:
    """Nobody has said what hurts."""
    if not any(note.what == "pain" for note in shop.all(Note)):
        yield "", "Nobody has said yet what hurts.", "Press n on a service or process: what hurts, how badly?"


@rule(
    "objective-owner",
    step=1,
    severity="warn",
    part="S41",
    bad=_CHURN,
    good=f"{_CHURN}; owner=Chief Customer Officer",
)
def objective_owner(shop: Workshop) -> Iterator[Said]:
    """An objective has nobody in the business who answers for it."""
    for objective in alive(shop):
        if not objective.owner:
            yield (
                objective.ref,
                f"{quoted(objective)} has no owner in the business.",
                f"Press o on {objective.ref}: who answers for it?",
            )


@rule(
    "nobody-of-business",
    step=1,
    severity="warn",
    part="S54",
    bad="person name=Ann; group=operations | person name=Bob; group=process owner",
    good="person name=Ann; group=operations | person name=Bob; group=process owner | person name=Cem; group=business",
)
def nobody_of_business(shop: Workshop) -> Iterator[Said]:
    """Only people of IT are named, so that the map would be right for nobody else."""
    groups = [person.group for person in shop.all(Person) if person.group not in ("", "facilitator")]
    if len(groups) > 1 and not {"sponsor", "business", "finance"} & set(groups):
        yield (
            "",
            "Nobody named here speaks for the business.",
            "Ask who feels it when a service fails; bring that person in.",
        )


@rule("objective-source", step=1, severity="warn", part="S5", bad=_CHURN, good=f"{_CHURN}; source=annual plan")
def objective_source(shop: Workshop) -> Iterator[Said]:
    """Nobody can say where an objective comes from."""
    for objective in alive(shop):
        if not objective.source:
            yield (
                objective.ref,
                f"Nobody has said where {quoted(objective)} comes from.",
                f"Set the source of {objective.ref}: annual plan, OKR, audit finding…",
            )


@rule(
    "one-level",
    step=1,
    severity="warn",
    part="S3",
    bad="objective statement=Cut churn; horizon=strategic | objective statement=Enter Spain; horizon=strategic",
    good="objective statement=Cut churn; horizon=strategic | objective statement=Cut the backlog; horizon=operational",
)
def one_level(shop: Workshop) -> Iterator[Said]:
    """All objectives set direction, or all are this month's work."""
    levels = [objective.horizon for objective in alive(shop) if objective.horizon]
    if len(levels) < 2 or len(set(levels)) > 1:
        return
    if levels[0] == "strategic":
        yield (
            "",
            f"All {len(levels)} objectives are strategic; none says what happens this month.",
            "Ask which work of this month serves one of them; add it as operational.",
        )
    else:
        yield (
            "",
            f"All {len(levels)} objectives are this month's work; none sets direction.",
            "Ask which larger result they serve; add it as strategic.",
        )


@rule(
    "process-under-owned",
    step=1,
    severity="warn",
    part="S41",
    bad="process name=Problem management; state=manual",
    good="process name=Problem management; state=manual; owner=Head of Operations",
)
def process_under_owned(shop: Workshop) -> Iterator[Said]:
    """A process that does not work well has nobody who could mend it."""
    for process in shop.all(Process):
        if process.state not in ("", "works") and not process.owner:
            yield (
                process.ref,
                f"{quoted(process)} is {process.state} and has no owner.",
                f"Press o on {process.ref}: who could mend the way it is done?",
            )


@rule(
    "service-owner",
    step=1,
    severity="warn",
    part="S41",
    bad="service name=Sales portal",
    good="service name=Sales portal; owner=Head of Sales Systems",
)
def service_owner(shop: Workshop) -> Iterator[Said]:
    """A service has nobody who answers for it."""
    for service in shop.all(Service):
        if not service.owner:
            yield (
                service.ref,
                f"{quoted(service)} has no service owner.",
                f"Press o on {service.ref}: who answers for it?",
            )
