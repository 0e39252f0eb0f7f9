"""The golden thread, row by row: what the business wants, what the service must do, the work, the number."""

from __future__ import annotations

from typing import NamedTuple

from exporters.columns import comment, identity, of_record
from exporters.layout import Band, Book, Cell, Column, Key, Place, Rule, Sheet
from exporters.saying import counted, number, part_does, sentence, verb
from workshop.answers import values
from workshop.answers.amounts import with_unit, written
from workshop.declare import Record
from workshop.derived.threads import Thread, threads
from workshop.derived.trends import trends
from workshop.incoming.aim import Aim
from workshop.records import Link, Metric
from workshop.state import Workshop

NO_METRIC = "No metric yet"
NO_PROCESS, NO_OUTCOME, NO_OBJECTIVE = "No process yet", "No outcome yet", "Serves no objective"


class Row(NamedTuple):
    """A thread and its number for speech."""

    number: int
    thread: Thread

    @property
    def id(self) -> str:
        """The refs of its knots: what makes it this thread and no other."""
        return " ".join(knot.ref if knot else "-" for knot in self.thread.layers)


def sheet(book: Book) -> Sheet:
    """The sheet as this workshop fills it."""
    rows = [Row(at, thread) for at, thread in enumerate(threads(book.shop), 1)]
    return Sheet(
        name="Golden thread",
        table="GoldenThread",
        headline=headline(rows),
        how="Read a line from left to right. Cream cells are yours to edit; leave Ref as it is.",
        columns=_columns(book),
        rows=rows,
        key=lambda row: Key("thread", str(row.number), row.id),
        bands=(
            Band("Ref", "1  What the business wants", "gold"),
            Band("Outcome", "2  What the service must do", "brown"),
            Band("Process", "3  The work that moves it", "teal"),
            Band("Metric", "4  How we know", "slate"),
            Band("Owner", "Who, and what you think", "grey"),
        ),
        rules=(
            Rule(("Metric",), "red", equals=NO_METRIC),
            Rule(("Process",), "red", equals=NO_PROCESS),
            Rule(("Outcome",), "red", equals=NO_OUTCOME),
            Rule(("Objective",), "repeated", when=_repeats("Objective")),
            Rule(("Outcome",), "repeated", when=_repeats("Outcome")),
            Rule(("Part it plays",), "primary", equals="Primary"),
            Rule(tuple(column.name for column in _columns(book) if not column.hidden), "new", when=_begins),
        ),
        paper="A3",
        filter=True,
        empty="" if rows else "Nothing is mapped yet",
    )


def headline(rows: list[Row]) -> str:
    """How many threads reach a metric, and how many have a gap."""
    if not rows:
        return "No thread is drawn yet"
    mapped = [row for row in rows if row.thread.outcome]
    measured = sum(row.thread.metric is not None for row in mapped)
    left, unmapped = len(mapped) - measured, len(rows) - len(mapped)
    rest = f"{number(left)} {verb(left, 'has', 'have')} none yet" if left and measured else ""
    if unmapped and not rest:
        rest = f"{counted(unmapped, 'objective')} {verb(unmapped, 'is', 'are')} not mapped yet"
    if not mapped:
        return sentence(rest)
    return sentence(f"{part_does(measured, len(mapped), 'thread', 'reaches', 'reach')} a metric", rest)


def carried(book: Book) -> str:
    """How much hangs together: threads, and the processes that carry them."""
    found = [thread for thread in threads(book.shop) if thread.process]
    processes = {thread.process.ref for thread in found if thread.process}
    objectives = {thread.objective.ref for thread in found if thread.objective}
    if not found:
        return "no objective is carried by a process yet"
    if not objectives:
        return (
            f"{counted(len(processes), 'process', 'processes')} {verb(len(processes), 'moves', 'move')} outcomes "
            "that serve no objective"
        )
    return (
        f"{counted(len(objectives), 'objective')} {verb(len(objectives), 'is', 'are')} carried by "
        f"{counted(len(processes), 'process', 'processes')} through {counted(len(found), 'thread')}"
    )


def _columns(book: Book) -> tuple[Column, ...]:
    shop = book.shop

    def of_metric(name: str) -> Column:
        spec = Metric.kind.field(name)
        return Column(spec.label, 10, lambda row: _of(row.thread.metric, name), "centre")

    def _of(metric: Metric | None, name: str) -> Cell:
        return of_record(shop, metric, Metric.kind.field(name)) if metric else ""

    def part_played(row: Row) -> Cell:
        return of_record(shop, row.thread.link, Link.kind.field("role")) if row.thread.link else ""

    def owner(row: Row) -> str:
        held = _owned(row.thread)
        return values.of(held, "owner", shop) if held else ""

    return (
        Column("Ref", 6, lambda row: row.number, "ref"),
        Column("Objective", 33, lambda row: _knot(row.thread.objective, NO_OBJECTIVE)),
        Column("Outcome", 31, lambda row: _knot(row.thread.outcome, NO_OUTCOME)),
        Column("Process", 22, lambda row: _knot(row.thread.process, NO_PROCESS)),
        Column("Part it plays", 12, part_played, "centre", shows=("link.role",)),
        Column("Why this process", 30, lambda row: row.thread.link.reason if row.thread.link else "",
               aim=lambda row: _aim(row.thread.link, "reason"), edit=True,
               shows=("link.outcome", "link.process", "link.reason")),
        Column("Metric", 29, lambda row: _knot(row.thread.metric, NO_METRIC)),
        of_metric("timing"),
        Column("Today", 10, lambda row: _read(shop, row.thread.metric) or _of(row.thread.metric, "baseline"), "centre"),
        of_metric("target"),
        Column("Owner", 22, owner, aim=lambda row: _aim(_owned(row.thread), "owner"), edit=True,
               list="list_people", open_list=True),
        comment(24, of=lambda row: _knotted(row.thread)),
        identity(of=lambda row: row),
    )  # fmt: skip


def _read(shop: Workshop, metric: Metric | None) -> str:
    """The metric's last reading, "" before there is one."""
    trend = trends(shop).get(metric.ref) if metric else None
    return with_unit(written(trend.latest), trend.metric.unit) if trend and trend.latest is not None else ""


def _knot(record: Record | None, gap: str) -> str:
    return f"{record.ref} {record.words}" if record else gap


def _owned(thread: Thread) -> Record | None:
    """Whose owner answers for the thread: the metric's, before there is one the outcome's, else the objective's."""
    return thread.metric or thread.outcome or thread.objective


def _knotted(thread: Thread) -> Record:
    """The record to which a comment on the thread belongs."""
    knots = (thread.link, thread.outcome, thread.objective)
    return next(knot for knot in knots if knot is not None)


def _aim(record: Record | None, name: str) -> Aim | None:
    return Aim(record.kind.name, record.ref, name) if record else None


def _repeats(name: str):  # type: ignore[no-untyped-def]
    return lambda place: f"{place.here(name)}={place.above(name)}"


def _begins(place: Place) -> str:
    return f"{place.here('Objective')}<>{place.above('Objective')}"
