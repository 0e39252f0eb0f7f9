"""The metrics with their progress, and the readings behind them: type a reading and the rest follows."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from exporters.columns import identity, key, of_field, ref
from exporters.layout import Book, Cell, Column, Place, Rule, Sheet, area, letters
from exporters.saying import all_retired, counted, more_retired, refs, sentence, short, them, verb
from workshop.answers import amounts, days
from workshop.derived import trends
from workshop.derived.retiring import kept_metrics, retired, went
from workshop.derived.trends import Trend
from workshop.incoming.aim import NEW, Aim
from workshop.records import Metric

METRICS, READINGS, MEASUREMENT = "Metrics", "Readings", "Measurement"
SPARE = 12
"""Empty rows for the readings to come."""
TONES = {trends.MET: "green", trends.ON_THE_WAY: "blue", trends.BEHIND: "red", trends.NO_READING: "plain",
         trends.CHECK_NUMBERS: "amber", trends.RETIRED: "plain"}  # fmt: skip


def metrics(book: Book) -> Sheet:
    """Each metric from baseline to target, with its latest reading and the decision it serves."""
    rows = book.shop.all(Metric)
    return Sheet(
        name=METRICS,
        table="Metrics",
        headline=_headline(kept_metrics(book.shop), len(rows)),
        how="Figures are in the unit of the row. Latest comes from Readings; progress counts whichever way is better.",
        columns=_columns(book),
        rows=rows,
        key=key,
        new=Metric.kind.name,
        rules=(*status_rules("Status"), Rule(("Progress",), "teal", bar=(0, 1))),
    )


def status_rules(column: str) -> list[Rule]:
    """The colours of a status."""
    return [Rule((column,), tone, equals=status) for status, tone in TONES.items()]


def _headline(rows: list[Metric], of: int) -> str:
    """Of the metrics that count; how many there are with those that are retired."""
    if not of:
        return "No metric is defined yet"
    if not rows:
        return sentence(all_retired(of, "metric"))
    early = sum(metric.timing == "leading" for metric in rows)
    idle = [metric.ref for metric in rows if not metric.decision]
    lead = f"{counted(len(rows), 'metric')}, {them(early, len(rows))} of them leading"
    each = "each names the decision it serves"
    if len(rows) == 1:
        lead, each = f"one metric, {'a' if early else 'not a'} leading one", "it names the decision it serves"
    serves = f"{refs(idle)} {verb(len(idle), 'serves', 'serve')} no decision yet" if idle else each
    return sentence(lead, serves, more_retired(of - len(rows)))


def _columns(book: Book) -> tuple[Column, ...]:
    found = trends.trends(book.shop)

    def field(name: str, width: float, *, edit: bool = False, header: str = "") -> Column:
        return of_field(book.shop, Metric.kind, name, width, edit=edit, header=header)

    def figure(name: str, header: str, look: str = "centre") -> Column:
        return Column(header, 10, lambda row: _number(found[row.ref], row, name), look, field=name,
                      aim=lambda row: Aim("metric", row.ref, name, unit="" if row.unit else _unit(row)),
                      edit=True, takes="number", shows=(f"metric.{name}",))  # fmt: skip

    return (
        ref(),
        field("name", 37, edit=True, header="Metric"),
        field("timing", 10),
        Column("Unit", 14, _unit, "centre", shows=("metric.unit",)),
        field("direction", 8),
        figure("baseline", "Baseline"),
        figure("target", "Target", "figure"),
        Column("Latest", 10, lambda row: _or_blank(found[row.ref].latest), "centre", formula=_latest),
        Column("Progress", 10, lambda row: _or_blank(found[row.ref].progress), "share", formula=_progress),
        Column("Status", 14, lambda row: found[row.ref].status, "status", formula=_status),
        field("owner", 22, edit=True),
        field("decision", 31, edit=True),
        identity(),
    )


def _unit(metric: Metric) -> str:
    return metric.unit or amounts.unit(metric.target)


def _number(trend: Trend, metric: Metric, name: str) -> Cell:
    """The figure in the metric's unit; words that are no figure as they are."""
    held = trend.baseline if name == "baseline" else trend.target
    return getattr(metric, name) if held is None else _plain(held)


def _or_blank(value: float | None) -> Cell:
    return "" if value is None else _plain(value)


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def _latest(place: Place) -> str:
    """The last number in the metric's column of readings; one that has none there was retired unread."""
    area = _read(place)
    return f'IF(COUNT({area})=0,"",LOOKUP(9.99E+307,{area}))' if area else ""


def _read(place: Place) -> str:
    ref = place.sheet.rows[place.row].ref
    return place.all(ref, READINGS) if ref in place.book.sheets[READINGS].index else ""


def _progress(place: Place) -> str:
    base, target, latest = (place.here(name) for name in ("Baseline", "Target", "Latest"))
    gone = f"({base}-{latest})/({base}-{target})"
    return f'IF(COUNT({base}:{latest})<3,"",IF({base}={target},"",MIN(1,MAX(0,{gone}))))'


def _status(place: Place) -> str:
    """As `trends` has it: where a first reading is all there is, and lies on the way, it is not behind."""
    metric = place.sheet.rows[place.row]
    if went(metric, retired(place.book.shop)):
        return ""
    base, latest, progress = (place.here(name) for name in ("Baseline", "Latest", "Progress"))
    due = f"INDEX({place.all('Due', MEASUREMENT)},MATCH({place.here('Ref')},{place.all('Ref', MEASUREMENT)},0))"
    begun = f"AND(COUNT({_read(place)})=1,OR({progress}>0,{latest}={base}),OR(N({due})=0,{due}>=TODAY()))"
    way = f'IF(OR({progress}>={trends.HALFWAY},{begun}),"{trends.ON_THE_WAY}","{trends.BEHIND}")'
    way = f'IF({progress}>=1,"{trends.MET}",{way})'
    return f'IF(COUNT({latest})=0,"{trends.NO_READING}",IF(COUNT({progress})=0,"{trends.CHECK_NUMBERS}",{way}))'


def dates(book: Book) -> list[date | None]:
    """The rows of the readings: every date read, oldest first, then empty ones."""
    read = {on for trend in trends.trends(book.shop).values() for on, _ in trend.readings}
    return [*sorted(read), *[None] * SPARE]


def calendar(book: Book) -> str:
    """The area of the dates as a chart needs them: those read, then those at which the next would be due."""
    place, gap, every = book.place(READINGS), _gap(book), dates(book)
    column = next((at for at, helper in enumerate(book.helpers) if helper.name == "When"), len(book.helpers))
    if column < len(book.helpers):
        return area(column, len(every))
    cells: list[tuple[str, Cell]] = []
    day: date | None = None
    for at, on in enumerate(every):
        read = f"{READINGS}!{Place(book, place.sheet, at).here('On')}"
        day = on or (day + timedelta(gap) if day else None)
        cells.append((f'IF({read}="",{letters(column)}{at + 1}+{gap},{read})' if at else read, day))
    return book.help("When", cells)


def span(book: Book) -> int:
    """Over how many days that calendar reaches."""
    read = [on for on in dates(book) if on]
    return (read[-1] - read[0]).days + SPARE * _gap(book)


def _gap(book: Book) -> int:
    """How many days usually lie between two dates of readings."""
    read = [on for on in dates(book) if on]
    gaps = sorted((late - early).days for early, late in pairwise(read))
    return gaps[len(gaps) // 2] if gaps else 30


def readings(book: Book) -> Sheet:
    """A column a metric, a row a date; what a retired one read stays to be seen, and no more is asked of it."""
    found = trends.trends(book.shop)
    rows = dates(book)
    values = {ref: dict(trend.readings) for ref, trend in found.items()}

    kept = {metric.ref for metric in kept_metrics(book.shop)}

    def column(metric: Metric) -> Column:
        held = values[metric.ref]

        def of_day(day: str) -> Aim:
            return Aim("reading", f"{metric.ref}/{day}", "value", (("metric", metric.ref), ("on", day)))

        return Column(
            f"{metric.ref} {short(metric.name, 60)}", 22, look="centre", code=metric.ref,
            edit=metric.ref in kept, value=lambda on: _or_blank(held.get(on)), takes="number",
            aim=lambda on: of_day(on.isoformat() if on else NEW), of_line=of_day,
        )  # fmt: skip

    read = len(rows) - SPARE
    last = max((on for on in rows if on), default=None)
    day = days.shown(last.isoformat()) if last else ""
    said = f"read on {counted(read, 'date')}, last on {day}" if read > 1 else f"read once, on {day}"
    return Sheet(
        name=READINGS,
        table="Readings",
        headline=sentence(said, "type the next reading and the dashboard follows")
        if last
        else "Type the first reading and the dashboard follows",
        how="One row a date, one number a metric, in the unit that the metric has on the sheet Metrics.",
        columns=(
            Column("On", 16, lambda on: on or "", "day", edit=True, takes="day"),
            *(column(metric) for metric in book.shop.all(Metric) if metric.ref in kept or values[metric.ref]),
        ),
        rows=rows,
        dated="On",
        filter=False,
        frozen=1,
    )
