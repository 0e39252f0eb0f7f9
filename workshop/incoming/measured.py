"""Tables of readings, as people and monitoring tools hand them over, brought into one form.

Three forms are known: a row for each reading (metric, date, value); a row for each date with a column for each metric;
a row for each metric with a column for each date. A column may tell the unit, or brackets behind a metric's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from workshop.answers import amounts, days
from workshop.errors import NotUnderstood
from workshop.incoming.blocks import Block, Line, tabled
from workshop.incoming.doubts import in_one_order
from workshop.incoming.headers import Problem, Row, Table
from workshop.records import Metric, Reading
from workshop.state import Workshop
from workshop.words import folded

HEADERS = ("metric", "on", "value")
"""The columns of the form that all of them are brought into: those of a reading."""

_CALLED = {
    "metric": ("metric", "kpi", "indicator", "measure", "key figure", "name", "series"),
    "on": ("on", "date", "day", "week", "month", "period", "measured on", "time"),
    "value": ("value", "reading", "actual", "result", "figure", "number"),
}
_UNIT = ("unit", "units", "uom", "unit of measure", "in")
_IN_BRACKETS = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]+)[)\]]\s*")
_LONGEST = 40
_HEADS = 2
"""Cells that a row of headers has at least; what stands above is a title."""


class _Known:
    """What the workshop knows: which metric is called so, what is a day."""

    def __init__(self, shop: Workshop) -> None:
        self._today = shop.today
        self.units = {metric.ref: metric.unit for metric in shop.all(Metric)}
        self._names = {_plain(metric.name): metric.ref for metric in shop.all(Metric)}
        self._names |= {metric.ref.lower(): metric.ref for metric in shop.all(Metric)}

    def metric(self, said: str) -> str:
        """The metric of that ref, that name, or the beginning that no other name shares; "" for none."""
        wanted = _plain(self._apart(said)[0])
        if wanted in self._names or not wanted:
            return self._names.get(wanted, "")
        begun = {
            ref for name, ref in self._names.items() if name.startswith(wanted) and not name[len(wanted)].isalnum()
        }
        return begun.pop() if len(begun) == 1 else ""

    def unit_beside(self, said: str) -> str:
        """The unit that stands in brackets behind a metric's name."""
        return self._apart(said)[1]

    def _apart(self, said: str) -> tuple[str, str]:
        bracket = None if _plain(said) in self._names else _IN_BRACKETS.fullmatch(said)
        return (bracket[1], bracket[2].strip()) if bracket else (said, "")

    def day(self, said: str) -> bool:
        """Whether this is a date and nothing else; one of two readings is one too, and is asked about later."""
        if not any(map(str.isdigit, said)):
            return False
        try:
            days.read(said, self._today)
        except NotUnderstood:
            return False
        return True


def _is_title(line: Line) -> bool:
    return sum(bool(text.strip()) for text in line[1].values()) < _HEADS


class _Cell(NamedTuple):
    """One reading as it stands in the table."""

    where: str
    metric: str
    on: str
    value: str
    unit: str = ""


def readings(block: Block, shop: Workshop) -> Table | None:
    """The block as a table of readings, a row for each; None where it is something else.

    A metric is called by its ref, its name, or the words with which its name alone begins. What is called like none
    is a problem of the table.
    """
    titles = len(list(takewhile(_is_title, block.lines)))
    table = tabled(block._replace(lines=block.lines[titles:]), headed=True)
    known = _Known(shop)
    for form in (_one_a_row, _dates_down, _dates_across):
        cells = form(table, known)
        if cells is not None:
            return _table(table, cells, known)
    return None


def _one_a_row(table: Table, known: _Known) -> list[_Cell] | None:
    columns = [next((h for h in table.headers if _plain(h) in _CALLED[name]), "") for name in HEADERS]
    if not all(columns) or not any(known.metric(row.cells.get(columns[0], "")) for row in table.rows):
        return None
    columns.append(_unit_column(table))
    return [_Cell(row.where, *(row.cells.get(column, "") for column in columns)) for row in table.rows]


def _dates_down(table: Table, known: _Known) -> list[_Cell] | None:
    first, *others = table.headers or ("",)
    if not any(map(known.metric, others)):
        return None
    dated = sum(known.day(row.cells.get(first, "")) for row in table.rows)
    if not dated or 2 * dated < len(table.rows):
        return None
    return [
        _Cell(f"{row.where}, column {name}", name, row.cells.get(first, ""), value)
        for row in table.rows for name, value in row.cells.items() if name != first
    ]  # fmt: skip


def _dates_across(table: Table, known: _Known) -> list[_Cell] | None:
    first, *others = table.headers or ("",)
    unit = _unit_column(table)
    dated = [header for header in others if known.day(header)]
    if not dated or not any(known.metric(row.cells.get(first, "")) for row in table.rows):
        return None
    table.problems.extend(_undated(table, known))
    return [
        _Cell(f"{row.where}, column {on}", row.cells.get(first, ""), on, value, row.cells.get(unit, ""))
        for row in table.rows for on, value in row.cells.items() if on in dated
    ]  # fmt: skip


def _undated(table: Table, known: _Known) -> Iterator[Problem]:
    """The columns that hold numbers under what is no date, though others are under one."""
    for header in table.headers[1:]:
        said = [text for row in table.rows if (text := row.cells.get(header, "").strip())]
        if said and not known.day(header) and header != _unit_column(table) and all(map(amounts.mentioned, said)):
            yield Problem(f"column {header[:_LONGEST]}", "that is no date I know; write it like Dec 2026 or 2026-12-31")


def _unit_column(table: Table) -> str:
    return next((header for header in table.headers if _plain(header) in _UNIT), "")


def _table(table: Table, cells: list[_Cell], known: _Known) -> Table:
    problems = [*table.problems, *_strangers(cells, known)]
    turned = in_one_order(cell.on for cell in cells)
    rows: list[Row] = []
    for cell in cells:
        ref = known.metric(cell.metric)
        if not ref or not cell.value.strip():
            continue
        try:
            value = _measured_in(cell, cell.unit.strip() or known.unit_beside(cell.metric), known.units[ref])
        except NotUnderstood as error:
            problems.append(Problem(cell.where, f"{ref}: {error}"))
            continue
        rows.append(Row(cell.where, dict(zip(HEADERS, (ref, turned(cell.on), value), strict=True))))
    return Table(Reading.kind.name, HEADERS, rows, problems)


def _measured_in(cell: _Cell, said: str, unit: str) -> str:
    """The value as it is kept: a bare number in the metric's own unit, another measure of time with its unit.

    Raises NotUnderstood where the table measures in what cannot be told in the metric's unit.
    """
    if not said or not unit or said.lower() == unit.lower() or amounts.unit(cell.value):
        return cell.value
    if not amounts.comparable(said, unit):
        raise NotUnderstood(f"it is measured in {unit}, and here in “{said[:_LONGEST]}”; tell it in {unit}")
    return amounts.with_unit(cell.value, said)


def _strangers(cells: list[_Cell], known: _Known) -> Iterator[Problem]:
    """What is called like no metric, each name once."""
    seen: set[str] = set()
    for cell in cells:
        name = cell.metric.strip()
        if name not in seen and cell.value.strip() and not known.metric(name):
            seen.add(name)
            called = f"“{name[:_LONGEST]}” is no metric of this workshop" if name else "it names no metric"
            yield Problem(cell.where, f"{called}; call it by its ref, such as M1, or by its name")


def _plain(said: str) -> str:
    return folded(said).strip(" :*")
