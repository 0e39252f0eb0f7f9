"""Plain tables for a warehouse: one for each kind of record, one for the threads, one for the files (docs/tables.md).

Nothing private is in them. Text that a spreadsheet would obey gets an apostrophe before it in CSV, and none in Parquet.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, NamedTuple

from exporters.redaction import hidden
from workshop.answers import amounts, values
from workshop.declare import KINDS, Field, Kind, Record
from workshop.derived.threads import Thread, threads
from workshop.derived.trends import trends
from workshop.errors import WorkshopError
from workshop.records import Metric, Reading
from workshop.state import Workshop
from workshop.summary import Summary

Cell = str | int | float | bool | date | None
Row = tuple[Cell, ...]
Rows = dict[str, list[Row]]
"""The rows of one workshop, by table, without the path of its file."""

FORMATS = ("csv", "parquet")
_OF_FILE = ("file", str)
_MARK = b"goldenthread"
_LIVE = tuple("=+-@\t\r")
_PLAIN = re.compile(r"[-+]?[\d.,  ]+ ?%?")
"""An amount, which no spreadsheet obeys."""


class NoParquet(WorkshopError):
    """Parquet was asked for where nothing can write it."""

    def __init__(self) -> None:
        super().__init__(
            "Parquet needs one more library beside Golden Thread: pip install pyarrow; or take --format csv"
        )


class Column(NamedTuple):
    """A column of a table: its name, what it holds, and how it comes from a row's record."""

    name: str
    type: type
    of: Callable[[Any, Workshop], Cell]


def ready(form: str) -> None:
    """Raises NoParquet where the tables could not be written in that form."""
    if form == "parquet" and find_spec("pyarrow") is None:
        raise NoParquet


def schema() -> dict[str, list[tuple[str, type]]]:
    """Every table with its columns and what they hold, the path of the file first."""
    named = {name: [(column.name, column.type) for column in columns] for name, columns in _TABLES.items()}
    return {"files": list(_FILES), **{name: [_OF_FILE, *columns] for name, columns in named.items()}}


def rows(shop: Workshop) -> Rows:
    """What the workshop holds, table by table; plain values alone."""
    found: Rows = {}
    for name, columns in _TABLES.items():
        held: Iterable[Any] = threads(shop) if name == "threads" else (r for r in shop.of(name) if not hidden(r))
        found[name] = [tuple(column.of(one, shop) for column in columns) for one in held]
    return found


def made(workshops: Sequence[tuple[Summary, Rows]], form: str) -> Iterator[tuple[str, bytes]]:
    """Each table as the bytes of a file, with its name. Raises NoParquet."""
    ready(form)
    write = _parquet if form == "parquet" else _csv
    for name, columns in schema().items():
        if name == "files":
            held: Iterator[Row] = (_file(summary) for summary, _ in workshops)
        else:
            held = ((summary.path, *row) for summary, found in workshops for row in found[name])
        yield f"{name}.{form}", write(columns, held)


def ours(path: Path) -> bool:
    """Whether a file is such a table, by what stands in it."""
    try:
        with path.open("rb") as file:
            head = file.read(4096)
            if head.startswith(b"PAR1"):
                file.seek(max(0, path.stat().st_size - 65_536))
                return _MARK in file.read()
    except OSError:
        return False
    first = head.split(b"\n")[0].decode("utf-8", "replace").strip()
    return first in {",".join(name for name, _ in columns) for columns in schema().values()}


_FILES: tuple[tuple[str, type], ...] = (
    _OF_FILE, ("workshop_id", str), ("title", str), ("client", str), ("pilot", str), ("next_review", date),
    ("objectives", int), ("processes", int), ("steps_ready", int), ("ready", bool), ("stale", str),
)  # fmt: skip


def _file(one: Summary) -> Row:
    return (
        one.path, one.id, one.title, one.client, one.pilot, _day(one.next_review), len(one.goals), len(one.work),
        one.steps, one.ready, one.stale,
    )  # fmt: skip


def _columns(kind: Kind) -> list[Column]:
    """A column for each field that is not private; beside an amount its number, beside a person's ref the name."""
    made = [
        Column("id", str, lambda record, _: record.id),
        Column("ref", str, lambda record, _: record.ref),
    ]
    for spec in kind.fields:
        if spec.private:
            continue
        made.append(Column(spec.name, _type(spec), _value(spec)))
        if spec.type == "amount":
            made.append(Column(f"{spec.name}_number", float, _number(spec)))
        elif spec.type == "who":
            made.append(Column(f"{spec.name}_name", str, _who(spec)))
    return made


def _type(spec: Field) -> type:
    return {"day": date, "count": int}.get(spec.type, str)


def _value(spec: Field) -> Callable[[Record, Workshop], Cell]:
    def of(record: Record, _: Workshop) -> Cell:
        value = getattr(record, spec.name)
        if spec.type == "day":
            return _day(value)
        return value if spec.type == "count" else values.said(spec, value) or None

    return of


def _number(spec: Field) -> Callable[[Record, Workshop], Cell]:
    def of(record: Record, shop: Workshop) -> Cell:
        unit = getattr(record, spec.unit_in) if spec.unit_in else ""
        if isinstance(record, Reading):
            metric = shop.one(Metric, record.metric)
            unit = metric.unit if metric else ""
        return amounts.number(getattr(record, spec.name), unit)

    return of


def _who(spec: Field) -> Callable[[Record, Workshop], Cell]:
    return lambda record, shop: values.who(getattr(record, spec.name), shop) or None


def _knot(layer: int, name: str) -> Callable[[Thread, Workshop], Cell]:
    def of(thread: Thread, _: Workshop) -> Cell:
        knot = thread.layers[layer]
        return (getattr(knot, name) or None) if knot else None

    return of


def _trend(name: str) -> Callable[[Thread, Workshop], Cell]:
    return lambda thread, shop: getattr(trends(shop)[thread.metric.ref], name) if thread.metric else None


def _owner(layer: int) -> Callable[[Thread, Workshop], Cell]:
    of_knot = _knot(layer, "owner")
    return lambda thread, shop: values.who(str(of_knot(thread, shop) or ""), shop) or None


_THREAD = [
    Column("objective", str, _knot(0, "ref")),
    Column("objective_statement", str, _knot(0, "words")),
    Column("category", str, _knot(0, "category")),
    Column("state", str, _knot(0, "state")),
    Column("outcome", str, _knot(1, "ref")),
    Column("outcome_statement", str, _knot(1, "words")),
    Column("process", str, _knot(2, "ref")),
    Column("process_name", str, _knot(2, "words")),
    Column("practice", str, _knot(2, "practice")),
    Column("process_owner", str, _owner(2)),
    Column("role", str, lambda thread, _: (thread.link.role or None) if thread.link else None),
    Column("metric", str, _knot(3, "ref")),
    Column("metric_name", str, _knot(3, "words")),
    Column("latest", float, _trend("latest")),
    Column("latest_on", date, _trend("on")),
    Column("baseline", float, _trend("baseline")),
    Column("target", float, _trend("target")),
    Column("progress", float, _trend("progress")),
    Column("status", str, _trend("status")),
]

_TABLES: dict[str, list[Column]] = {"threads": _THREAD, **{name: _columns(kind) for name, kind in KINDS.items()}}


def _day(said: str) -> date | None:
    return date.fromisoformat(said) if said else None


def _csv(columns: list[tuple[str, type]], held: Iterable[Row]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([name for name, _ in columns])
    writer.writerows([_safe(cell) for cell in row] for row in held)
    return text.getvalue().encode("utf-8", "replace")


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    live = isinstance(cell, str) and cell.startswith(_LIVE) and not _PLAIN.fullmatch(cell)
    return f"'{cell}" if live else cell


def _parquet(columns: list[tuple[str, type]], held: Iterable[Row]) -> bytes:
    arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    types = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_(), date: arrow.date32()}
    shape = arrow.schema([(name, types[type]) for name, type in columns], metadata={"made_by": _MARK})
    across = list(zip(*held, strict=True)) or [()] * len(columns)
    file = BytesIO()
    arrays = [arrow.array(cells, types[type]) for cells, (_, type) in zip(across, columns, strict=True)]
    parquet.write_table(arrow.table(arrays, schema=shape), file)
    return file.getvalue()
