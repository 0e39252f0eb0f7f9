"""Whether somebody looks at what the metrics did, decides by it, and will look again."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.answers import days
from workshop.answers.amounts import written
from workshop.coach.rule import Said, rule
from workshop.coach.view import answered, links, mapped, measured, measures, quoted
from workshop.derived import trends
from workshop.derived.retiring import kept_metrics, rulings
from workshop.derived.threads import links_by_outcome, metrics_of
from workshop.records import Metric, Outcome
from workshop.state import Workshop, derived

_C = "objective statement=Cut churn | outcome statement=The portal is back in 30 min; objectives=O1"
_M = f"{_C} | metric name=Time to restore; outcomes=C1; unit=min; baseline=90; target=30; direction=down"
_BEFORE = "reading metric=M1; on=2026-10-20; value="
_READ = "reading metric=M1; on=2026-11-20; value="


@derived
def _unanswered(shop: Workshop) -> list[Metric]:
    """The metrics on the wall with no open action for them or for their outcomes."""
    done = answered(shop)
    return [metric for metric in measures(shop) if done.isdisjoint((metric.ref, *metric.outcomes))]


@rule(
    "metric-no-reading",
    step=6,
    severity="block",
    part="S46",
    gate="each metric of a thread has a reading",
    bad=_M,
    good=f"{_M} | {_READ}75",
)
def metric_no_reading(shop: Workshop) -> Iterator[Said]:
    """Nobody has said what a metric did."""
    stands = trends.trends(shop)
    for metric in measures(shop):
        if stands[metric.ref].latest is None:
            yield (
                metric.ref,
                f"{quoted(metric)} has no reading yet.",
                f"Enter what {metric.ref} says today, or ask its owner for it.",
            )


@rule(
    "not-ruled",
    step=6,
    severity="block",
    part="S46",
    gate="each outcome and metric of a thread is kept, refined or retired",
    bad=_M,
    good=f"{_M} | ruling on=C1; says=keep | ruling on=M1; says=keep",
)
def not_ruled(shop: Workshop) -> Iterator[Said]:
    """Nobody has said whether to keep, refine or retire an outcome or a metric."""
    ruled = rulings(shop)
    subjects: list[Outcome | Metric] = [*mapped(shop), *measures(shop)]
    for record in subjects:
        if record.ref not in ruled or not ruled[record.ref].says:
            yield (
                record.ref,
                f"No review has ruled on {quoted(record)} yet.",
                f"Ask: do we keep {record.ref}, refine it or retire it, and why?",
            )


@rule(
    "no-next-review",
    step=6,
    severity="block",
    part="S46",
    gate="the next review has a date ahead",
    bad="workshop next_review=2026-11-01",
    good="workshop next_review=2027-01-12",
)
def no_next_review(shop: Workshop) -> Iterator[Said]:
    """No day ahead is set for the next review."""
    if shop.about.next_review <= shop.today.isoformat():
        said = "The next review has no date." if not shop.about.next_review else "No review lies ahead."
        yield "W1", said, "Set the next review, in six weeks say: key r."


@rule(
    "stale",
    step=6,
    severity="warn",
    part="S47",
    bad="workshop held_on=2026-03-02",
    good="workshop held_on=2026-11-02",
)
def stale(shop: Workshop) -> Iterator[Said]:
    """The mapping has not been looked at since its review date, or for six months."""
    why = trends.stale(shop)
    if why:
        yield (
            "",
            f"{why}; the map may mislead.",
            "Hold a review: read the metrics, rule on each, set the next date.",
        )


@rule(
    "old-reading",
    step=6,
    severity="warn",
    part="S47",
    bad=f"{_M} | reading metric=M1; on=2026-04-02; value=75",
    good=f"{_M} | {_READ}75",
)
def old_reading(shop: Workshop) -> Iterator[Said]:
    """The last reading of a metric on the wall is older than six months."""
    wall = {metric.ref for metric in measures(shop)}
    for trend in trends.out_of_date(shop):
        if trend.metric.ref in wall and trend.on:
            yield (
                trend.metric.ref,
                f"{quoted(trend.metric)} was last read on {days.shown(trend.on.isoformat())}.",
                f"Read {trend.metric.ref} now, or retire it.",
            )


@rule(
    "reading-ahead",
    step=6,
    severity="warn",
    part="S47",
    bad=f"{_M} | reading metric=M1; on=2027-07-26; value=75",
    good=f"{_M} | {_READ}75",
)
def reading_ahead(shop: Workshop) -> Iterator[Said]:
    """A reading is dated in a month that has not begun, though nobody can have read it yet."""
    end = days.last_day(shop.today.year, shop.today.month)
    for trend in trends.trends(shop).values():
        if trend.on and trend.on > end:
            yield (
                trend.metric.ref,
                f"{quoted(trend.metric)} has a reading of {days.shown(trend.on.isoformat())}, a day still to come.",
                "When was it read? Put its date right, or take it out.",
            )


@rule(
    "past-warning",
    step=6,
    severity="warn",
    part="S61",
    bad=f"{_M}; warns_at=75 | {_READ}80",
    good=f"{_M}; warns_at=75 | {_READ}80 | action what=Name a night team; why=M1",
)
def past_warning(shop: Workshop) -> Iterator[Said]:
    """A metric is past the value at which it warns, and no action answers it."""
    for metric in _unanswered(shop):
        trend = trends.trends(shop)[metric.ref]
        if trend.warns and trend.latest is not None:
            latest, line = measured(written(trend.latest), metric.unit), measured(metric.warns_at, metric.unit)
            yield (
                metric.ref,
                f"{quoted(metric)} says {latest}; it warns at {line}.",
                f"Do as agreed: {quoted(metric.response, 60)}; add the action."
                if metric.response
                else f"Ask what is done now and by whom; add an action for {metric.ref}.",
            )


@rule(
    "behind-no-action",
    step=6,
    severity="warn",
    part="S57",
    bad=f"{_M} | {_BEFORE}85 | {_READ}80",
    good=f"{_M} | {_BEFORE}85 | {_READ}80 | action what=Name a night team; why=M1",
)
def behind_no_action(shop: Workshop) -> Iterator[Said]:
    """A metric is behind, and no action is open for it or for its outcome."""
    for metric in _unanswered(shop):
        trend = trends.trends(shop)[metric.ref]
        if trend.status == trends.BEHIND and not trend.warns:
            yield (
                metric.ref,
                f"{quoted(metric)} is behind and nobody is on it.",
                f"Ask what would move it; add an action for {metric.ref}.",
            )


@rule(
    "two-reviews-no-decision",
    step=6,
    severity="warn",
    part="S29",
    bad=f"{_M} | ruling on=M1; review=2026-09-01; says=keep | ruling on=M1; review=2026-11-01; says=keep",
    good=f"{_M} | ruling on=M1; review=2026-09-01; says=keep"
    " | ruling on=M1; review=2026-11-01; says=keep; decided=Pay for a night shift",
)
def two_reviews_no_decision(shop: Workshop) -> Iterator[Said]:
    """Two reviews looked at a metric and decided nothing by it."""
    for metric in trends.without_decision(shop):
        yield (
            metric.ref,
            f"Two reviews decided nothing by {quoted(metric)}.",
            f"Ask whether anybody would miss {metric.ref}; if not, retire it.",
        )


@rule(
    "assumption-untested",
    step=6,
    severity="warn",
    part="S46",
    bad=f"{_M} | process name=Incident management"
    f" | link outcome=C1; process=P1; assumption=Somebody is awake at 4 | {_READ}75",
    good=f"{_M} | process name=Incident management"
    f" | link outcome=C1; process=P1; assumption=Somebody is awake at 4; held=held | {_READ}75",
)
def assumption_untested(shop: Workshop) -> Iterator[Said]:
    """There are readings, yet nobody has said whether the assumption behind them held."""
    for link in links(shop):
        if not link.assumption or link.held not in ("", "untested"):
            continue
        read = (trends.trends(shop)[m.ref] for m in metrics_of(shop, link.outcome, link.process))
        if any(trend.latest is not None for trend in read):
            yield (
                link.ref,
                f"Nobody has said whether {quoted(link.assumption)} held.",
                f"Ask, now that there are readings; set it on {link.ref}.",
            )


@rule(
    "moved-without-outcome",
    step=6,
    severity="warn",
    part="S46",
    bad=f"{_M}; timing=lagging | metric name=Causes; outcomes=C1; baseline=40; target=10; timing=leading"
    f" | {_READ}88 | reading metric=M2; on=2026-11-20; value=12",
    good=f"{_M}; timing=lagging | metric name=Causes; outcomes=C1; baseline=40; target=10; timing=leading"
    f" | {_READ}40 | reading metric=M2; on=2026-11-20; value=12",
)
def moved_without_outcome(shop: Workshop) -> Iterator[Said]:
    """A metric moved and the outcome that it stands for did not."""
    for metric, outcome in trends.moved_without_outcome(shop):
        yield (
            metric.ref,
            f"{quoted(metric)} moved; {quoted(outcome)} did not.",
            f"Ask which assumption between {metric.ref} and {outcome.ref} failed.",
        )


@rule(
    "dashboard-no-thread",
    step=6,
    severity="warn",
    part="S52",
    bad=f"{_M}; dashboard=yes",
    good=f"{_M}; dashboard=yes | process name=Incident management | link outcome=C1; process=P1",
)
def dashboard_no_thread(shop: Workshop) -> Iterator[Said]:
    """A dashboard number hangs on no whole thread, so nobody can say what it is good for."""
    by_outcome = links_by_outcome(shop)
    whole = {outcome.ref for outcome in mapped(shop) if outcome.objectives and outcome.ref in by_outcome}
    for metric in kept_metrics(shop):
        if metric.dashboard == "yes" and metric.outcomes and whole.isdisjoint(metric.outcomes):
            yield (
                metric.ref,
                f"{quoted(metric)} is on the dashboard without a whole thread.",
                f"Complete its thread up to an objective, or take {metric.ref} off.",
            )
