"""What reviews decided about outcomes and metrics, and what therefore no longer counts.

A record is retired while the latest ruling on it says so. It stays, with its readings and its reason, as history;
but it is on no thread, on no dashboard and asked for no reading, and what hung on it alone has a gap again. A metric
goes with its outcomes when the last of them is retired. A later ruling that keeps it, or undo, brings it back.
"""

from __future__ import annotations

from collections.abc import Collection

from workshop.records import Metric, Outcome, Ruling
from workshop.state import Workshop, derived


@derived
def rulings_by_subject(shop: Workshop) -> dict[str, list[Ruling]]:
    """The rulings on each outcome and metric that has one, by its ref; the latest review last."""
    found: dict[str, list[Ruling]] = {}
    for ruling in sorted(shop.all(Ruling), key=lambda ruling: ruling.review):
        found.setdefault(ruling.on, []).append(ruling)
    return found


@derived
def rulings(shop: Workshop) -> dict[str, Ruling]:
    """The latest ruling on each outcome and metric that has one, by its ref."""
    return {ref: found[-1] for ref, found in rulings_by_subject(shop).items()}


@derived
def retired(shop: Workshop) -> dict[str, Ruling]:
    """The ruling that retired each outcome and metric that is retired, by its ref."""
    return {ref: ruling for ref, ruling in rulings(shop).items() if ruling.says == "retire"}


@derived
def kept_outcomes(shop: Workshop) -> list[Outcome]:
    """The outcomes that count, in their order."""
    gone = retired(shop)
    return [outcome for outcome in shop.all(Outcome) if outcome.ref not in gone]


@derived
def kept_metrics(shop: Workshop) -> list[Metric]:
    """The metrics that count, in their order."""
    gone = retired(shop)
    return [metric for metric in shop.all(Metric) if not went(metric, gone)]


def went(metric: Metric, gone: Collection[str]) -> bool:
    """Whether a metric no longer counts: itself, or each of its outcomes, is among those retired."""
    return metric.ref in gone or (bool(metric.outcomes) and all(ref in gone for ref in metric.outcomes))
