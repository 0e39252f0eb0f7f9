"""What the metrics did: readings, progress, pace, and what the reviews made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from workshop.answers import amounts, days
from workshop.derived.retiring import kept_metrics, kept_outcomes, retired, rulings_by_subject, went
from workshop.derived.threads import links_by_outcome, metrics_by_outcome
from workshop.records import Metric, Outcome, Reading, Ruling
from workshop.state import Workshop, derived

MET, ON_THE_WAY, BEHIND = "Met", "On the way", "Behind"
NO_READING, CHECK_NUMBERS, RETIRED = "No reading", "Check numbers", "Retired"

HALFWAY = 0.5
"""The share of the way to its target from which a metric counts as moved."""

_BLOCKS = "▁▂▃▄▅▆▇█"
_HALF_YEAR = 6
_YEAR = 52


class Trend(NamedTuple):
    """Where a metric stands. Numbers are in the metric's unit; `readings` are oldest first.

    `progress` is how much of the way from baseline to target is gone, 0 to 1, whichever way is better.
    `status` follows from it: Met from 1, On the way from 0.5, below that Behind. One reading alone tells no
    pace, so it is On the way wherever it lies between baseline and target, until its day has passed.
    No reading without a latest value; Check numbers where baseline and target are not two different
    numbers; Retired where it no longer counts, whatever it read. `warns` tells that the latest value is at
    or past the one that warns, `needed` the pace that still reaches the target in time ("" when there is
    nothing to say).
    """

    metric: Metric
    readings: list[tuple[date, float]]
    baseline: float | None
    target: float | None
    latest: float | None
    on: date | None
    progress: float | None
    status: str
    warns: bool
    needed: str
    sentence: str


def progress(baseline: float, target: float, latest: float) -> float:
    """The share of the way from baseline to target, 0 to 1. The two must differ."""
    return min(1.0, max(0.0, (baseline - latest) / (baseline - target)))


@derived
def trends(shop: Workshop) -> dict[str, Trend]:
    """The trend of every metric, by its ref; of a retired one too, for what it once did."""
    return {metric.ref: trend(shop, metric) for metric in shop.all(Metric)}


def missed(metric: Metric, status: str, today: date) -> bool:
    """Whether its day has passed and it is not there yet."""
    return passed(metric, today) and status in (BEHIND, ON_THE_WAY)


def passed(metric: Metric, today: date) -> bool:
    """Whether the day by which it was to be there lies behind."""
    return bool(metric.due) and metric.due < today.isoformat()


def trend(shop: Workshop, metric: Metric) -> Trend:
    """The trend of one metric."""
    said = tuple(_by_metric(shop).get(metric.ref, ()))
    return _trend(metric, said, shop.today, gone=went(metric, retired(shop)))


@lru_cache(8192)
def _trend(metric: Metric, said: tuple[Reading, ...], today: date, *, gone: bool) -> Trend:
    readings = _readings(metric, said)
    baseline, target = (_number(metric, said) for said in (metric.baseline, metric.target))
    on, latest = readings[-1] if readings else (None, None)
    share = None
    if baseline is not None and target is not None and latest is not None and baseline != target:
        share = progress(baseline, target, latest)
    made = Trend(metric, readings, baseline, target, latest, on, share, RETIRED, False, "", "")
    if not gone:
        made = made._replace(status=_status(made, today))
        made = made._replace(warns=_warns(made), needed=_needed(made, today))
    return made._replace(sentence=_sentence(made, today))


def spark(values: Sequence[float], width: int) -> str:
    """The values as a line of blocks at most so many cells wide, from lowest to highest."""
    if not values or width < 1:
        return ""
    least, most = min(values), max(values)
    if len(values) > width:
        step = (len(values) - 1) / max(1, width - 1)
        values = [values[round(len(values) - 1 - step * back)] for back in range(width - 1, -1, -1)]
    if least == most:
        return _BLOCKS[3] * len(values)
    return "".join(_BLOCKS[int((value - least) / (most - least) * 7 + 0.5)] for value in values)


@derived
def without_decision(shop: Workshop) -> list[Metric]:
    """The metrics that led to no decision in each of their last two reviews; retired ones left out."""
    found = []
    for metric in kept_metrics(shop):
        ruled = rulings_by_subject(shop).get(metric.ref, [])
        last = list({ruling.review: ruling for ruling in ruled}.values())[-2:]
        if len(last) == 2 and not any(ruling.decided for ruling in last):
            found.append(metric)
    return found


@derived
def stale(shop: Workshop) -> str:
    """Why the mapping is out of date, or "": its review was missed, or nobody looked for six months."""
    about, today = shop.about, shop.today.isoformat()
    looked = [*(ruling.review for ruling in shop.all(Ruling)), about.held_on]
    last = max((day for day in looked if day <= today), default="")
    if last < about.next_review < today:
        return f"The review of {days.shown(about.next_review)} was not held"
    if last and days.later(date.fromisoformat(last), _HALF_YEAR) < shop.today:
        return f"Last looked at on {days.shown(last)}, more than six months ago"
    return ""


@derived
def out_of_date(shop: Workshop) -> list[Trend]:
    """The metrics whose last reading is older than six months; retired ones left out (S47)."""
    kept = (trends(shop)[metric.ref] for metric in kept_metrics(shop))
    return [trend for trend in kept if trend.on and days.later(trend.on, _HALF_YEAR) < shop.today]


@derived
def moved_without_outcome(shop: Workshop) -> list[tuple[Metric, Outcome]]:
    """Where a metric is at least halfway to its target and the outcome behind it has not followed.

    So it is when the assumption of the link failed, or a leading metric moved and a lagging one has not.
    """
    found: list[tuple[Metric, Outcome]] = []
    stands, metrics, links = trends(shop), metrics_by_outcome(shop), links_by_outcome(shop)
    for outcome in kept_outcomes(shop):
        seen = metrics.get(outcome.ref, [])
        moved = [m for m in seen if (stands[m.ref].progress or 0) >= HALFWAY]
        failed = {link.process for link in links.get(outcome.ref, ()) if link.held == "failed"}
        stuck = any(m.timing == "lagging" and _short_of(stands[m.ref]) for m in seen)
        found += [(m, outcome) for m in moved if _failed(m, failed) or (stuck and m.timing == "leading")]
    return found


@derived
def _by_metric(shop: Workshop) -> dict[str, list[Reading]]:
    found: dict[str, list[Reading]] = {}
    for reading in sorted(shop.all(Reading), key=lambda reading: reading.on):
        found.setdefault(reading.metric, []).append(reading)
    return found


def _readings(metric: Metric, said: tuple[Reading, ...]) -> list[tuple[date, float]]:
    found = [(reading.on, _number(metric, reading.value)) for reading in said]
    return [(date.fromisoformat(on), value) for on, value in found if value is not None]


def _number(metric: Metric, said: str) -> float | None:
    return amounts.number(said, _unit(metric))


def _unit(metric: Metric) -> str:
    if metric.unit or not metric.target:
        return metric.unit
    return amounts.unit(metric.target)


def worry(found: Iterable[Trend], today: date) -> Trend | None:
    """The number to look at first: of those whose day has passed unmet, else of those behind, the least far one."""
    known = [trend for trend in found if trend.progress is not None]
    late = [trend for trend in known if missed(trend.metric, trend.status, today)]
    behind = late or [trend for trend in known if trend.status == BEHIND]
    return min(behind, key=lambda trend: trend.progress or 0, default=None)


def _status(trend: Trend, today: date) -> str:
    if trend.latest is None:
        return NO_READING
    if trend.progress is None:
        return CHECK_NUMBERS
    if trend.progress >= 1:
        return MET
    return ON_THE_WAY if trend.progress >= HALFWAY or _only_begun(trend, today) else BEHIND


def _only_begun(trend: Trend, today: date) -> bool:
    """Whether there is a first reading alone, no worse than the baseline, with its day still ahead."""
    if len(trend.readings) > 1 or passed(trend.metric, today):
        return False
    worse = trend.progress == 0 and trend.latest != trend.baseline
    return not worse


def _short_of(trend: Trend) -> bool:
    return trend.progress is not None and trend.progress < HALFWAY


def _rises(trend: Trend) -> bool | None:
    """Whether more is better; None when nothing tells."""
    if trend.metric.direction:
        return trend.metric.direction == "up"
    if trend.baseline is None or trend.target is None or trend.baseline == trend.target:
        return None
    return trend.target > trend.baseline


def _warns(trend: Trend) -> bool:
    at, rises = _number(trend.metric, trend.metric.warns_at), _rises(trend)
    if at is None or trend.latest is None or rises is None:
        return False
    return trend.latest <= at if rises else trend.latest >= at


def _needed(trend: Trend, today: date) -> str:
    stands = trend.latest if trend.latest is not None else trend.baseline
    if stands is None or trend.target is None or trend.status in (MET, CHECK_NUMBERS) or not trend.metric.due:
        return ""
    due = date.fromisoformat(trend.metric.due)
    weeks, gap = (due - today).days / 7, abs(trend.target - stands)
    if weeks <= 0 or not gap:
        return ""
    until = f"until {days.shown(trend.metric.due)}"
    every = "each" if " a " in _unit(trend.metric) else "a"  # 2 outages a month, each week
    if weeks < 2:
        return f"{_much(trend, gap)} {until}"
    if weeks > _YEAR:
        return f"{_much(trend, gap / weeks * _YEAR / 12)} {every} month {until}"
    return f"{_much(trend, gap / weeks)} {every} week {until}"


def _much(trend: Trend, difference: float) -> str:
    unit = _unit(trend.metric)
    return f"{_round(difference)} {'points' if unit == '%' else unit}".rstrip()


def _round(value: float) -> str:
    """Two digits are enough for a pace."""
    return amounts.written(float(f"{value:.2g}") if value < 100 else round(value))


def _sentence(trend: Trend, today: date) -> str:
    metric, unit, told = trend.metric, _unit(trend.metric), ["no reading yet"]
    if trend.latest is not None:
        told = [amounts.with_unit(amounts.written(trend.latest), unit)]
    if trend.baseline is not None:
        told[0] += f", from {_short(trend.baseline, unit)}"
    if trend.target is not None:
        told.append(f"target {_short(trend.target, unit)}")
    if missed(metric, trend.status, today):
        told.append(f"was due {days.shown(metric.due)}")
    return f"{metric.name}: {'; '.join(told)}"


def _short(value: float, unit: str) -> str:
    return f"{amounts.written(value)}%" if unit == "%" else amounts.written(value)


def _failed(metric: Metric, processes: set[str]) -> bool:
    return bool(processes) and (not metric.processes or not processes.isdisjoint(metric.processes))
