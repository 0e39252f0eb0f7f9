"""What the room found: services, processes, people, notes; what reviews decided; and every other answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from exporters.columns import comment, key, of_fields
from exporters.layout import Book, Column, Key, Rule, Sheet
from exporters.saying import all_retired, counted, number, part_does, sentence, short, them, verb
from workshop.answers import values
from workshop.declare import KINDS, Field, Record
from workshop.derived.retiring import kept_metrics, rulings
from workshop.incoming.aim import Aim
from workshop.records import Metric, Note, Person, Process, Ruling, Service
from workshop.words import listed


def services(book: Book) -> Sheet:
    """What IT runs that the business depends on."""
    rows = book.shop.all(Service)
    high = sum(service.criticality == "high" for service in rows)
    said = sentence(counted(len(rows), "service"), f"{them(high, len(rows))} of high criticality" if high else "")
    if high == len(rows) == 1:
        said = "One service, of high criticality"
    return Sheet(
        name="Services",
        table="Services",
        headline=said if rows else "No service is named yet",
        how="What hurts most when it stops, and who answers for it.",
        columns=of_fields(book.shop, Service.kind, {"name": 50, "criticality": 14, "owner": 34}),
        rows=rows,
        key=key,
        new=Service.kind.name,
        rules=(Rule(("Criticality",), "amber", equals="High"),),
    )


def processes(book: Book) -> Sheet:
    """The service management work as the room found it."""
    rows = book.shop.all(Process)
    judged = [process for process in rows if process.state]
    works = sum(process.state == "works" for process in judged)
    said = sentence(
        f"{part_does(works, len(judged), 'process', 'works', 'work', 'processes')} as {verb(works or 1, 'it', 'they')} "
        "should" if judged else "How the processes work is not said yet",
        f"{counted(len(rows) - len(judged), 'other')} not judged yet" if judged and len(judged) < len(rows) else "",
    )  # fmt: skip
    return Sheet(
        name="Processes",
        table="Processes",
        headline=said if rows else "No process is named yet",
        how="Maturity from 1 to 5; rate it again at each review. State says whether the room found that it works.",
        columns=of_fields(book.shop, Process.kind, {"name": 42, "owner": 30, "maturity": 10, "state": 16}),
        rows=rows,
        key=key,
        new=Process.kind.name,
        rules=(Rule(("State",), "green", equals="Works"), Rule(("State",), "red", equals="Missing")),
    )


def people(book: Book) -> Sheet:
    """Who was in the room, and who should be asked."""
    rows = book.shop.all(Person)
    present = sum(person.present == "yes" for person in rows)
    groups = len({person.group for person in rows if person.group})
    group = f" from {counted(groups, 'group')}" if groups else ""
    there = f"{them(present, len(rows))} {verb(present, 'was', 'were')} in the room" if present else ""
    if present == len(rows) == 1:
        there = "present in the room"
    said = sentence(f"{counted(len(rows), 'person', 'people')}{group}", there)
    return Sheet(
        name="People",
        table="People",
        headline=said if rows else "Nobody is named yet",
        how="By role; the group says for whom somebody speaks when a thread is signed off.",
        columns=of_fields(book.shop, Person.kind, {"name": 34, "role": 52, "group": 18, "present": 12}),
        rows=rows,
        key=key,
        new=Person.kind.name,
    )


def notes(book: Book) -> Sheet:
    """What hurts, what it depends on, what nobody knows yet: kept beside the knot that it is about."""
    rows = book.shop.all(Note)
    by = Counter(note.what for note in rows if note.what).most_common()
    named = by if len(by) <= _KINDS else by[: _KINDS - 1]
    told = [counted(count, *_NOTED.get(what, (what,))) for what, count in named]
    if rest := len(rows) - sum(count for _, count in named):
        told.append(f"{number(rest)} more")
    lead = counted(len(rows), "note") if len(told) > 1 else ""
    widths = {"on": 30, "what": 13, "text": 62, "severity": 10, "owner": 22, "due": 13}
    return Sheet(
        name="Notes",
        table="Notes",
        headline=sentence(lead, listed(told)) if rows else "Nothing was noted beside the threads",
        how="Pain points, dependencies, risks, decisions and what nobody knew, each beside what it is about.",
        columns=of_fields(book.shop, Note.kind, widths, fixed=("on",)),
        rows=rows,
        key=key,
        new=Note.kind.name,
        rules=(
            Rule(("Severity", "What"), "amber", equals="High"),
            Rule(("What",), "blue", equals="Unknown"),
        ),
    )


_KINDS = 3
"""So many kinds of notes are told apart in a headline."""
_NOTED = {"dependency": ("dependency", "dependencies"), "parked": ("line for later", "lines for later")}
"""What some notes are called in a headline, one and many."""


def reviews(book: Book) -> Sheet:
    """What each review decided about an outcome or a metric; the headline counts the latest on each."""
    rows, latest = book.shop.all(Ruling), list(rulings(book.shop).values())
    by = [(sum(ruling.says == says for ruling in latest), says) for says in ("keep", "refine", "retire")]
    held = [(count, says) for count, says in by if count]
    lead = counted(len(latest), "ruling")
    told = listed([f"{number(count)} to {says}" for count, says in held])
    if len(held) == 1 and held[0][0] == len(latest):
        lead = f"{lead}, {f'{them(len(latest), len(latest))} ' * (len(latest) > 1)}to {held[0][1]}"
        told = ""
    widths = {"on": 34, "review": 13, "says": 10, "reason": 46, "decided": 42}
    return Sheet(
        name="Reviews",
        table="Reviews",
        headline=sentence(lead, told) if rows else "No review was held yet",
        how="What a number led the room to do, and whether it is worth keeping.",
        columns=of_fields(book.shop, Ruling.kind, widths, fixed=("on", "review")),
        rows=rows,
        key=key,
        rules=(Rule(("Ruling",), "green", equals="Keep"), Rule(("Ruling",), "amber", equals="Refine"),
               Rule(("Ruling",), "red", equals="Retire")),
    )  # fmt: skip


def measurement(book: Book) -> Sheet:
    """How each number comes about: everything about a metric that the sheet Metrics has no room for."""
    taken = _shown(book)
    rest = {
        spec.name: _ROOM.get(spec.type, 22) for spec in Metric.kind.fields if _name(Metric.kind.name, spec) not in taken
    }
    columns = [c for c in of_fields(book.shop, Metric.kind, rest) if not c.field or c.field in rest]
    named = Column("Metric", 26, lambda row: row.words)

    def identified(row: Record) -> str:
        return f"{row.id}/measurement"

    rows, kept = book.shop.all(Metric), kept_metrics(book.shop)
    warned = sum(bool(metric.warns_at) for metric in kept)
    said = f"{part_does(warned, len(kept), 'metric', 'says', 'say')} at which value to act"
    if not kept:
        said = all_retired(len(rows), "metric")
    return Sheet(
        name="Measurement",
        table="Measurement",
        headline=sentence(said) if rows else "No metric is defined yet",
        how="Where each number comes from, who reads it and how often, at which value it warns and what is then done.",
        columns=(columns[0], named, *(c for c in columns[1:] if c.field), replace(columns[-1], value=identified)),
        rows=rows,
        key=lambda row: Key("metric", row.ref, identified(row)),
        paper="A3",
    )


_ROOM = {"count": 10, "amount": 11, "day": 13, "flag": 12, "choice": 15, "refs": 12}


class Answer(NamedTuple):
    """One answer that no other sheet shows."""

    record: Record
    spec: Field

    @property
    def id(self) -> str:
        """The record's id and the field."""
        return f"{self.record.id}/{self.spec.name}"


def answers(book: Book) -> Sheet:
    """Every answer that has no column on another sheet, a line each: nothing that was said is left out."""
    taken = _shown(book)
    rows = [
        Answer(record, spec)
        for kind in KINDS.values() if not kind.key
        for record in book.shop.of(kind.name)
        for spec in kind.fields
        if _name(kind.name, spec) not in taken and not spec.inner and getattr(record, spec.name) != spec.empty
    ]  # fmt: skip
    shop = book.shop

    def said(row: Answer) -> str:
        return values.of(row.record, row.spec.name, shop)

    return Sheet(
        name="Details",
        table="Details",
        headline=sentence(
            f"{counted(len(rows), 'more answer')} about {counted(len({r.record.ref for r in rows}), 'record')}"
        )
        if rows
        else "Nothing more was said",
        how="Everything else that the room said, answer by answer. The last column is yours to edit.",
        columns=(
            Column("Ref", 6, lambda row: row.record.ref, "ref"),
            Column("About", 44, lambda row: short(row.record.words, 46), "soft"),
            Column("What", 24, lambda row: row.spec.label, "strong"),
            Column(
                "Answer", 64, said, edit=True, aim=lambda row: Aim(row.record.kind.name, row.record.ref, row.spec.name)
            ),
            comment(24, of=lambda row: row.record),
            Column("id", 10, lambda row: row.id, "soft", hidden=True),
        ),
        rows=rows,
        key=lambda row: Key(row.record.kind.name, row.record.ref, row.id),
        empty="" if rows else "Nothing more was said",
    )


def _shown(book: Book) -> Collection[str]:
    """The fields that the sheets described so far show."""
    return {name for sheet in book.sheets.values() for column in sheet.columns for name in column.shows}


def _name(kind: str, spec: Field) -> str:
    return f"{kind}.{spec.name}"
