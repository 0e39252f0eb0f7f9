"""The dashboard: four figures, four lines, every metric; no number without its thread."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING, NamedTuple

from exporters.layout import Book, Rule, Sheet
from exporters.saying import sentence, short
from exporters.sheets import golden_thread, metrics
from exporters.widths import fitting
from workshop.answers import amounts, days
from workshop.derived import duties, trends
from workshop.derived.retiring import kept_metrics
from workshop.derived.threads import Thread, threads
from workshop.derived.trends import Trend
from workshop.records import Action, Metric

if TYPE_CHECKING:
    from exporters.canvas import Canvas

NAME = "Dashboard"
_WIDTHS = (7.9, 16.1, 16.4, 7.7, 7.7, 7.9, 7.9, 7.9, 16.1)
_ROOM = 714
_HALF = 4
"""The column at which the right half of the page begins."""
_CHARTS, _MOST, _CHART_ROWS = 4, 30, 9


class Tile(NamedTuple):
    """A figure with the formula behind it, and what it is out of."""

    label: str
    formula: str
    value: int
    note: str


def sheet(book: Book) -> Sheet:
    """The sheet as this workshop fills it."""
    return Sheet(
        name=NAME,
        headline=headline(book),
        how="Solid line: measured. Dashed line: target. Each chart names the objective and the outcome that it serves.",
        portrait=True,
        page=_draw,
    )


def headline(book: Book) -> str:
    """Which number went furthest, and which is the worry."""
    known = moving(book)
    if not known:
        return "No number can be followed to a target yet"
    best, worst = known[0], trends.worry(known, book.shop.today)
    lead = f"“{short(best.metric.name, 50)}” {_stands(best)}"
    if worst is best or len(known) == 1:
        return sentence(lead)
    if worst is None:
        return sentence(lead, "none is behind")
    return sentence(lead, f"“{short(worst.metric.name, 50)}” is the worry")


def moving(book: Book) -> list[Trend]:
    """The trends of which one can say how far they went, the furthest first; of the retired none."""
    stands = trends.trends(book.shop)
    known = [stands[metric.ref] for metric in kept_metrics(book.shop) if stands[metric.ref].progress is not None]
    return sorted(known, key=lambda trend: (-(trend.progress or 0), trend.status == trends.BEHIND))


def _stands(trend: Trend) -> str:
    if trend.status == trends.MET:
        return "has reached its target"
    return f"is {trend.progress:.0%} of the way" if trend.progress else "has not moved yet"


def chosen(book: Book) -> list[Metric]:
    """The metrics of the dashboard: those that the room put on it, else all that count; those with readings first."""
    every = kept_metrics(book.shop)
    found = trends.trends(book.shop)
    wanted = [metric for metric in every if metric.dashboard == "yes"] or every
    return sorted(wanted, key=lambda metric: not found[metric.ref].readings)


def _draw(canvas: Canvas) -> None:
    book, described = canvas.book, canvas.book.sheets[NAME]
    canvas.widths(_WIDTHS)
    canvas.title(described.name, described.headline, described.how, len(_WIDTHS) - 1, _ROOM)
    _tiles(canvas, 4)
    row = 8
    drawn = _charted(book)
    for at, metric in enumerate(drawn):
        _chart(canvas, row + (at // 2) * (_CHART_ROWS + 3), (at % 2) * _HALF, metric)
    row += (len(drawn) + 1) // 2 * (_CHART_ROWS + 3)
    _table(canvas, row)


def _charted(book: Book) -> list[Metric]:
    """The metrics that have a chart: the first ones, and the one that is the worry."""
    read = [metric for metric in chosen(book) if trends.trends(book.shop)[metric.ref].readings]
    worst = trends.worry(moving(book), book.shop.today)
    if worst and worst.metric in read[_CHARTS:]:
        return [*read[: _CHARTS - 1], worst.metric]
    return read[:_CHARTS]


def _tiles(canvas: Canvas, row: int) -> None:
    spans = ((0, 1), (2, 3), (4, 6), (7, 8))
    for (first, last), tile in zip(spans, _figures(canvas.book), strict=True):
        canvas.put(row, first, tile.label, "tile label")
        canvas.formula(row + 1, first, tile.formula, tile.value, "tile figure")
        canvas.put(row + 2, first, tile.note, "tile note")
        for line, look in enumerate(("tile gap top", "tile gap", "tile gap")):
            canvas.fill(row + line, first + 1, last, look if first + 1 == last else f"tile fill{' top' * (not line)}")
            canvas.put(row + line, last, None, look)
    for line, points in enumerate((18, 30, 16, 10)):
        canvas.height(row + line, points)


def _figures(book: Book) -> list[Tile]:
    shop, place = book.shop, book.place(NAME)
    found = threads(shop)
    measured = sum(thread.metric is not None for thread in found)
    actions, rows = shop.all(Action), duties.duties(shop)
    faults = sum(duty.check != duties.OK for duty in rows)
    open_ = len(duties.open_actions(shop))
    checks, status = place.all("Check", "RACI"), place.all("Status", "Action plan")
    refs, gaps = place.all("Ref", "Golden thread"), place.all("Metric", "Golden thread")
    kept = place.all("Ref", "Action plan")
    objectives = place.all("Ref", "Objectives")
    return [
        Tile("Objectives", f"COUNTA({objectives})", len(shop.of("objective")), "in this workshop"),
        Tile("Threads with a metric", f'COUNTA({refs})-COUNTIF({gaps},"{golden_thread.NO_METRIC}")', measured,
             f"of {sum(thread.outcome is not None for thread in found)} that are mapped"),
        Tile("RACI rows to settle", f'COUNTIF({checks},"?*")-COUNTIF({checks},"{duties.OK}")', faults,
             f"of {len(rows)}"),
        Tile("Actions still open", f'COUNTA({kept})-COUNTIF({status},"Done")-COUNTIF({status},"Dropped")', open_,
             f"of {len(actions)}"),
    ]  # fmt: skip


def _chart(canvas: Canvas, row: int, column: int, metric: Metric) -> None:
    from exporters.charts import Lines

    book = canvas.book
    trend = trends.trends(book.shop)[metric.ref]
    place, every = book.place(NAME), metrics.dates(book)
    thread = thread_of(book, metric)
    unit = metric.unit or amounts.unit(metric.target)
    title = metric.name if not unit or unit.lower() in metric.name.lower() else f"{metric.name}, {unit}"
    knots = [knot for knot in (thread.objective, thread.outcome) if knot] if thread else []
    served = " › ".join(f"{knot.ref} {knot.words}" for knot in knots)
    under = " › ".join(fitting(f"{knot.ref} {knot.words}", 330 / len(knots) - 8, 9) for knot in knots)
    canvas.put(row, column, fitting(title, 340, 11, bold=True), "chart title")
    canvas.put(row + 1, column, under or "Hangs on no thread yet", "chart thread")
    target = ""
    if trend.target is not None:
        goal = f'INDEX({place.all("Target", "Metrics")},MATCH("{metric.ref}",{place.all("Ref", "Metrics")},0))'
        target = book.help(f"{metric.ref} target", [(goal, trend.target)] * len(every))
    shown = [value for _, value in trend.readings] + [value for value in (trend.target,) if value is not None]
    least, step = _scale(shown)
    chart = Lines(
        days=metrics.calendar(book),
        readings=f"={place.all(metric.ref, 'Readings')}",
        target=target,
        measured=max(at for at, on in enumerate(every) if on == trend.on),
        of=len(every),
        span=metrics.span(book),
        least=least,
        step=step,
        description=_told(trend, unit, served),
    )
    canvas.chart(row + 2, column, chart, 352, 20 * _CHART_ROWS + 4)
    for line, points in enumerate((18, 14)):
        canvas.height(row + line, points)


def _scale(shown: list[float]) -> tuple[float, float]:
    """Where the lines begin and how far apart they stand: from 0 where that wastes no more than half of the chart."""
    low, high = min(0, *shown), max(shown)
    if low == 0 and min(shown) > high / 2:
        low = min(shown)
    rough = (high - low) / 4 or abs(high) or 1
    power = 10.0 ** floor(log10(rough))
    step = next(power * round_ for round_ in (1, 2, 2.5, 5, 10) if power * round_ >= rough)
    return (low if low == 0 else step * (ceil(low / step) - 1)), step


def _told(trend: Trend, unit: str, served: str) -> str:
    """The chart in words: title, first and last value, target, thread."""
    (first_on, first), (last_on, last) = trend.readings[0], trend.readings[-1]
    said = [
        f"Line chart of {trend.metric.name}",
        f"{_with(first, unit)} on {days.shown(first_on.isoformat())}",
        f"{_with(last, unit)} on {days.shown(last_on.isoformat())}",
        f"target {_with(trend.target, unit)}" if trend.target is not None else "no target",
    ]
    return f"{'; '.join(said)}. It serves {served}." if served else f"{'; '.join(said)}."


def _with(value: float, unit: str) -> str:
    return amounts.with_unit(amounts.written(value), unit)


def thread_of(book: Book, metric: Metric) -> Thread | None:
    """The first thread that reaches the metric."""
    return next((thread for thread in threads(book.shop) if thread.metric is metric), None)


def _table(canvas: Canvas, row: int) -> None:
    """Every metric, and the thread it hangs on."""
    book = canvas.book
    listed = chosen(book)[:_MOST]
    canvas.put(row, 0, "Every metric, and the thread it hangs on", "section")
    canvas.height(row, 24)
    heads = {0: "Ref", 1: "Metric", 3: "Thread", 5: "Latest", 6: "Target", 7: "Progress", 8: "Status"}
    for column in range(len(_WIDTHS)):
        canvas.put(row + 1, column, heads.get(column), "head centre" if column in (0, 5, 6, 7, 8) else "head")
    canvas.height(row + 1, 22)
    for at, metric in enumerate(listed, row + 2):
        _line(canvas, at, metric)
    end = row + 2 + len(listed)
    left = len(kept_metrics(book.shop)) - len(listed)
    if left or not listed:
        canvas.put(end, 1, f"{left:,} more on the sheet Metrics" if left else "No metric is defined yet", "note soft")
    _colours(canvas, row + 2, max(end - 1, row + 2))


def _line(canvas: Canvas, row: int, metric: Metric) -> None:
    book = canvas.book
    place, trend = book.place(NAME), trends.trends(book.shop)[metric.ref]
    thread = thread_of(book, metric)
    knots = [knot.ref for knot in (thread.objective, thread.outcome, thread.process) if knot] if thread else []
    for column in range(len(_WIDTHS)):
        canvas.put(row, column, None, "row")
    canvas.put(row, 0, metric.ref, "ref")
    canvas.put(row, 1, fitting(metric.name, 225), "row")
    canvas.put(row, 3, " › ".join(knots) or "no thread yet", "row soft")
    at = f"MATCH($A{row + 1},{place.all('Ref', 'Metrics')},0)"
    shown = ((5, "Latest", trend.latest, "centre"), (6, "Target", trend.target, "figure"),
             (7, "Progress", trend.progress, "share"), (8, "Status", trend.status, "status"))  # fmt: skip
    for column, name, value, look in shown:
        found = f"INDEX({place.all(name, 'Metrics')},{at})"
        canvas.formula(row, column, f'IF({found}="","",{found})', "" if value is None else value, look)
    canvas.height(row, 17)


def _colours(canvas: Canvas, first: int, last: int) -> None:
    for rule in metrics.status_rules("Status"):
        canvas.rule(first, 8, last, 8, rule)
    canvas.rule(first, 7, last, 7, Rule(("Progress",), "teal", bar=(0, 1)))
