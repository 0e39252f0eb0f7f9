"""What goes out before a review: each owner's metrics beside their last value, and room for the new one."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.columns import comment, identity, key, of_field, ref
from exporters.forms import start
from exporters.layout import Band, Book, Cell, Column, Sheet
from exporters.saying import capital, counted, short, verb
from exporters.widths import fitting
from workshop.answers import amounts, values
from workshop.change import Logged
from workshop.derived import trends, whose
from workshop.derived.retiring import kept_metrics
from workshop.derived.threads import Thread, threads
from workshop.incoming.aim import NEW, Aim
from workshop.records import Metric, Reading
from workshop.state import Workshop

DAY = "On"
"""The column of the day of a reading."""
_THREAD = 47
"""Characters; and so many pixels for each knot of the thread, a line each."""
_LINE = 7 * _THREAD - 24


def described(shop: Workshop, log: Sequence[Logged], for_whom: str) -> Book:
    """The first page and one line a metric of whoever is so called. Raises OwnsNothing."""
    found = whose.owned(shop, kept_metrics(shop), for_whom)
    if for_whom.strip() and not found:
        raise whose.OwnsNothing(values.who(for_whom, shop), whose.owners(shop, kept_metrics(shop)))
    book = Book(shop, log, what="readings", for_whom=whose.called(shop, for_whom))
    book.sheets = {sheet.name: sheet for sheet in (start.sheet(_told(book, len(found))), _sheet(book, found))}
    return book


def _sheet(book: Book, metrics: list[Metric]) -> Sheet:
    return Sheet(
        name="Readings",
        table="Readings",
        headline=f"{capital(counted(len(metrics), 'number'))}: what {verb(len(metrics), 'does it', 'do they')} say now?"
        if metrics
        else "No metric is defined yet",
        how="Type the day and the number alone, in the unit of its line. What you do not know stays empty.",
        columns=_columns(book),
        rows=metrics,
        key=key,
        dated=DAY,
        bands=(Band("Ref", "What we know", "slate"), Band("On", "What it says now", "gold")),
        filter=False,
        tall=30,
        empty="" if metrics else "No metric is defined yet",
    )


def _columns(book: Book) -> tuple[Column, ...]:
    shop, found = book.shop, trends.trends(book.shop)
    reached: dict[str, Thread] = {}
    for thread in threads(shop):
        if thread.metric:
            reached.setdefault(thread.metric.ref, thread)

    def served(metric: Metric) -> str:
        thread = reached.get(metric.ref)
        knots = (thread.objective, thread.outcome) if thread else ()
        return "\n› ".join(fitting(f"{knot.ref} {knot.words}", _LINE) for knot in knots if knot)

    def target(metric: Metric) -> Cell:
        return metric.target if found[metric.ref].target is None else _plain(found[metric.ref].target)

    def read_on(metric: Metric) -> Cell:
        return found[metric.ref].on or ""

    def reading(metric: Metric) -> Aim:
        """The value that the metric had on the day that stands in the same line."""
        return Aim("reading", f"{metric.ref}/{NEW}", "value", (("metric", metric.ref), ("on", NEW)))

    asked = Reading.kind.field
    return (
        ref(),
        Column("Metric", 31, lambda metric: metric.name, "strong"),
        Column("Thread", _THREAD, served, "soft"),
        Column("Unit", 10, lambda metric: metric.unit or amounts.unit(metric.target), "centre"),
        of_field(shop, Metric.kind, "direction", 8, edit=False),
        Column("Target", 10, target, "centre"),
        Column("Last value", 10, lambda metric: _plain(found[metric.ref].latest), "centre"),
        Column("Read on", 12, read_on, "day"),
        Column(DAY, 13, lambda metric: None, "box day", edit=True, field="on", takes="day",
               prompt=asked("on").question),
        Column("Value", 11, lambda metric: None, "box centre", edit=True, field="value", takes="number", aim=reading,
               prompt=asked("value").question),
        comment(31, look="box"),
        identity(),
    )  # fmt: skip


def _plain(value: float | None) -> Cell:
    if value is None:
        return ""
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def _told(book: Book, count: int) -> start.Told:
    about, back = book.shop.about, start.back_to(book)
    again = start.ahead(book, about.next_review)
    by = f"before {again}" if again else "before the review"
    who = values.who(book.for_whom, book.shop)
    facts = [f"Review of {again}" if again else "", f"Numbers of {who}" if who else "Numbers of all owners",
             about.confidentiality]  # fmt: skip
    when = f"On {again} the room looks" if again else "The room looks"
    return start.Told(
        name="Before the review",
        facts="   ·   ".join(short(part, 80) for part in facts if part),
        why=(
            f"{when} again at what the numbers did, and at what they should lead it to do. Each of them belongs to "
            "an objective; the line says to which.",
            f"{capital(counted(count, 'number'))}, about a minute{' each' if count > 1 else ''}. One that you cannot "
            "read stays empty; say why beside it."
            if count
            else "There is no number to read so far.",
        ),
        steps=(
            "Fill the cream cells of the sheet Readings: the day, the number, and what you have to say to it.",
            f"Keep the file as .xlsx under any name, and send it to {back} {by}.",
            "Nothing is taken over silently: each reading is shown beside the last one, and accepted or refused.",
        ),
    )
