"""Whether the metrics of the threads say enough, of both kinds, and whether anybody decides by them."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.coach.rule import Said, rule
from workshop.coach.view import alive, asked, measures, objective_metrics, quoted
from workshop.derived.threads import loose_metrics
from workshop.records import Metric
from workshop.state import Workshop
from workshop.words import listed

_C = "objective statement=Cut churn | outcome statement=The portal is back in 30 min; objectives=O1"
_M = "metric name=Time to restore service; outcomes=C1"
_EARLY = "metric name=Age of open causes; outcomes=C1"


@rule(
    "metric-no-outcome",
    step=3,
    severity="warn",
    part="S19",
    bad="metric name=Tickets closed; dashboard=yes",
    good=f"{_C} | {_M}; dashboard=yes",
)
def metric_no_outcome(shop: Workshop) -> Iterator[Said]:
    """A number goes on the dashboard although it measures no outcome."""
    for metric in loose_metrics(shop):
        if metric.dashboard == "yes":
            yield (
                metric.ref,
                f"{quoted(metric)} is on the dashboard but measures no outcome.",
                f"Join {metric.ref} to the outcome that it shows, or take it off.",
            )


@rule(
    "only-one-timing",
    step=3,
    severity="warn",
    part="S27",
    bad=f"{_C} | {_M}; timing=lagging",
    good=f"{_C} | {_M}; timing=lagging | {_EARLY}; timing=leading",
)
def only_one_timing(shop: Workshop) -> Iterator[Said]:
    """The metrics of an objective all look back, or all look ahead."""
    metrics = objective_metrics(shop)
    for objective in alive(shop):
        kinds = {metric.timing for metric in metrics[objective.ref]}  # of one not said, nobody knows yet
        if kinds == {"lagging"}:
            yield (
                objective.ref,
                f"All metrics of {quoted(objective)} look back; none warns early.",
                "Ask what you would see weeks before it fails; add that.",
            )
        elif kinds == {"leading"}:
            yield (
                objective.ref,
                f"All metrics of {quoted(objective)} look ahead; none proves it.",
                "Ask which number shows afterwards that it was reached; add that.",
            )


@rule(
    "only-one-aspect",
    step=3,
    severity="warn",
    part="S28",
    bad=f"{_C} | {_M}; aspect=efficiency",
    good=f"{_C} | {_M}; aspect=efficiency | {_EARLY}; aspect=effectiveness",
)
def only_one_aspect(shop: Workshop) -> Iterator[Said]:
    """The metrics of an objective show speed without quality, or effect at any price."""
    metrics = objective_metrics(shop)
    for objective in alive(shop):
        kinds = {metric.aspect for metric in metrics[objective.ref]} - {""}
        if kinds == {"efficiency"}:
            yield (
                objective.ref,
                f"The metrics of {quoted(objective)} show speed and cost, not effect.",
                "Ask what could get worse while these get better; measure that too.",
            )
        elif kinds == {"effectiveness"}:
            yield (
                objective.ref,
                f"The metrics of {quoted(objective)} show effect, not speed or cost.",
                "Ask how long it takes or what it costs; measure that too.",
            )


@rule(
    "metric-no-decision",
    step=3,
    severity="warn",
    part="S29",
    bad=f"{_C} | {_M}",
    good=f"{_C} | {_M}; decision=Whether to pay for a night shift",
)
def metric_no_decision(shop: Workshop) -> Iterator[Said]:
    """A metric informs no decision."""
    for metric in measures(shop):
        if not metric.decision:
            yield (
                metric.ref,
                f"{quoted(metric)} informs no decision.",
                f"Ask what you would do differently if {metric.ref} moved; else drop it.",
            )


@rule(
    "metric-incomplete",
    step=3,
    severity="warn",
    part="S30",
    bad=f"{_C} | {_M}",
    good=f"{_C} | {_M}; baseline=90 min; target=30 min; source=Outage log; owner=Service desk manager",
)
def metric_incomplete(shop: Workshop) -> Iterator[Said]:
    """A metric lacks its value of today, its target, its source or its owner."""
    answers = asked(shop)
    for metric in measures(shop):
        missing = _missing(metric, metric.ref in answers)
        if missing:
            yield (
                metric.ref,
                f"{quoted(metric)} has no {listed(missing, 'or')}.",
                f"Press Enter on {metric.ref}, or n: who finds it out, by when?",
            )


def _missing(metric: Metric, asked_for: bool) -> list[str]:
    parts = {
        "value of today": metric.baseline or asked_for,
        "target": metric.target,
        "source": metric.source,
        "owner": metric.owner,
    }
    return [name for name, held in parts.items() if not held]


@rule(
    "leading-no-warning",
    step=3,
    severity="warn",
    part="S61",
    bad=f"{_C} | {_EARLY}; timing=leading",
    good=f"{_C} | {_EARLY}; timing=leading; warns_at=40",
)
def leading_no_warning(shop: Workshop) -> Iterator[Said]:
    """A leading metric does not say at which value it warns."""
    for metric in measures(shop):
        if metric.timing == "leading" and not metric.warns_at:
            yield (
                metric.ref,
                f"{quoted(metric)} looks ahead but never warns.",
                f"Ask from which value on you would act, and how; set it on {metric.ref}.",
            )
