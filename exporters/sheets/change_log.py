"""What changed, when and from what to what; the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from exporters.layout import Book, Cell, Column, Sheet
from exporters.saying import capital, counted, sentence
from workshop.answers import days, values
from workshop.change import Logged
from workshop.declare import KINDS, Value
from workshop.state import Workshop


class Row(NamedTuple):
    """One thing that happened; `how` names the act, with where it came from and by whom."""

    at: str
    step: int
    ref: str
    field: str
    was: str
    now: str
    how: str


def sheet(book: Book) -> Sheet:
    """The sheet as this workshop fills it."""
    rows = list(_rows(book))[::-1]
    acts = len({entry.batch for entry in book.log})
    said = f"{counted(len(book.log), 'change')} in {counted(acts, 'act')}"
    last = f"the last on {days.shown(book.changed.date().isoformat())}" if book.log else ""
    return Sheet(
        name="Change log",
        table="ChangeLog",
        headline=sentence(said, last) if rows else "Nothing has changed yet",
        how="The newest first, in UTC. A new record is one line; what was filled in with it is on its own sheet.",
        columns=(
            Column("When", 20, lambda row: _moment(row.at), "moment"),
            Column("Step", 7, lambda row: row.step, "centre"),
            Column("Ref", 12, lambda row: row.ref, "ref", code="Ref"),
            Column("Field", 18, lambda row: row.field),
            Column("Was", 33, lambda row: row.was, "soft"),
            Column("Is", 42, lambda row: row.now),
            Column("How", 34, lambda row: row.how, "soft"),
        ),
        rows=rows,
        empty="" if rows else "Nothing has changed yet",
    )


def _moment(at: str) -> Cell:
    return datetime.fromisoformat(at).replace(tzinfo=None, microsecond=0)


def _rows(book: Book) -> Iterator[Row]:
    """The log, folded so that it can be read: a new or removed record is one line, cells of one act another."""
    for _, batch in groupby(book.log, key=lambda entry: entry.batch):
        entries = list(batch)
        whole = {entry.ref for entry in entries if entry.field is None}
        called = {entry.ref: entry for entry in entries if entry.field == KINDS[entry.kind].called}
        cells: dict[str, list[Logged]] = {}
        for entry in entries:
            if KINDS[entry.kind].key and len(entries) > 1:
                cells.setdefault(entry.kind, []).append(entry)
            elif entry.field is None:
                yield _whole(entry, called.get(entry.ref))
            elif entry.ref not in whole:
                yield _changed(book.shop, entry)
        for kind, held in cells.items():
            yield _cells(kind, held)


def _cells(kind: str, held: list[Logged]) -> Row:
    refs = list(dict.fromkeys(entry.ref for entry in held))
    told = refs[0] if len(refs) == 1 else counted(len(refs), f"{kind} entry", f"{kind} entries")
    now = str(held[-1].new) if len(refs) == 1 else ""
    return _row(held[0], told if len(refs) == 1 else "", "RACI" if kind == "raci" else capital(kind), "", now or told)


def _whole(entry: Logged, called: Logged | None) -> Row:
    """A record born or removed, by the words that the same act gave it or took from it."""
    if entry.new:
        return _row(entry, entry.ref, f"New {entry.kind}", "", str(called.new) if called else "")
    return _row(entry, entry.ref, f"Removed {entry.kind}", str(called.old) if called else "", "")


def _changed(shop: Workshop, entry: Logged) -> Row:
    if entry.field == "place":
        return _row(entry, entry.ref, "Order", "", "moved")
    spec = next((spec for spec in KINDS[entry.kind].fields if spec.name == entry.field), None)

    def shown(value: Value) -> str:
        return values.shown(spec, value, shop) if spec else str(value)

    return _row(entry, entry.ref, spec.label if spec else str(entry.field), shown(entry.old), shown(entry.new))


def _row(entry: Logged, ref: str, field: str, was: str, now: str) -> Row:
    how = ", ".join(part for part in (entry.why, "" if entry.origin == "typed" else entry.origin, entry.by) if part)
    return Row(entry.at, entry.step, ref, field, was, now, how)
