"""One sheet of a workbook that came back, read line by line against the rows that were sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from exporters.canvas import safe
from exporters.cells import said
from exporters.grid import headers
from exporters.layout import Book, Column, Sheet
from workshop.answers import days
from workshop.errors import NotUnderstood, WorkshopError
from workshop.incoming.aim import NEW, Aim, Edit, remark
from workshop.incoming.doubts import refuse_two_readings
from workshop.incoming.handback import Gone, Handback
from workshop.incoming.headers import Problem
from workshop.records import Reading
from workshop.words import brief, folded, listed

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_HEADERS_WITHIN = 15
_DAY = Reading.kind.field("on")


def header_row(worksheet: Worksheet, wanted: set[str]) -> tuple[int, int]:
    """The row that has most of the headers, among the first, and how many."""
    counts = dict.fromkeys(range(1, _HEADERS_WITHIN + 1), 0)
    for (row, _), cell in worksheet._cells.items():
        if row <= _HEADERS_WITHIN and folded(str(cell.value)) in wanted:
            counts[row] += 1
    row = max(counts, key=lambda at: (counts[at], -at))
    return row, counts[row]


def as_sent(value: object) -> str:
    """What a cell of ours says once it has been written and read again."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _settled(safe(value))
    return f"{value:.15g}"


def _settled(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n\u00a0\u202f\u2007")


def _same(ours: str, theirs: str) -> bool:
    if ours == theirs:
        return True
    try:
        return abs(float(ours) - float(theirs)) <= 1e-9 * max(1.0, abs(float(ours)))
    except ValueError:
        return False


class _Below:
    """A canvas that only listens: the words that a sheet has under its table."""

    def __init__(self, book: Book, sheet: Sheet) -> None:
        self.book = book
        self.words = {_settled(total.label) for total in sheet.totals} | {sheet.empty}
        if sheet.below:
            sheet.below(self, 0)  # type: ignore[arg-type]

    def put(self, row: int, column: int, value: object, *look: object, **edit: object) -> None:
        """Listen to a text."""
        self.words.add(as_sent(value))

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *said, **more: None


class Lines:
    """Reads one sheet into a handback."""

    def __init__(self, worksheet: Worksheet, sheet: Sheet, book: Book, back: Handback,
                 value_of: Callable[[str, str], str]) -> None:  # fmt: skip
        self.worksheet = worksheet
        self.sheet = sheet
        self.book = book
        self.back = back
        self.value_of = value_of
        names = [folded(name) for name in headers(sheet.columns)]
        self.top, _ = header_row(worksheet, set(names))
        self.rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in worksheet._cells.items():
            if cell.value is not None:
                self.rows.setdefault(row, {})[column] = cell
        heads = {column: said(cell) for column, cell in self.rows.get(self.top, {}).items()}
        self.at = {i: column for i, name in enumerate(names) for column, text in heads.items() if folded(text) == name}
        self.unknown = {
            (row, column)
            for area in worksheet.merged_cells.ranges for row, column in area.cells
            if (row, column) != (area.min_row, area.min_col)
        }  # fmt: skip

    def read(self) -> None:
        """Every line under the headers: first those that are known again, then what is new or gone."""
        lost = [column.header for i, column in enumerate(self.sheet.columns) if column.edit and i not in self.at]
        if lost:
            where = f"{self.worksheet.title}, headers"
            names = listed([f"“{name}”" for name in lost])
            self._problem(where, f"{names}: no such column any more; nothing was taken from there")
        known, rest = self._recognised(sorted(number for number in self.rows if number > self.top))
        for number, index in known.items():
            self._line(number, index)
        below = _Below(self.book, self.sheet).words
        for number in rest:
            if not self._is_ours(number, below):
                self._added(number)
        self._missing(set(known.values()))

    def _recognised(self, lines: list[int]) -> tuple[dict[int, int], list[int]]:
        """Which line is which row of what was sent, by id, else by ref, else by its words; and the others.

        Of lines that are alike, as copies are, the first is the row that was sent.
        """
        known: dict[int, int] = {}
        rest = lines
        for name in (self._identity, "Ref", self._called):
            column = self.sheet.index.get(name)
            if column is None or column not in self.at:
                continue
            rows = self._by(column)
            taken = set(known.values())
            for number in rest:
                index = rows.get(self._text(number, column))
                if index is not None and index not in taken:
                    known[number] = index
                    taken.add(index)
            rest = [n for n in rest if n not in known]
        return dict(sorted(known.items())), rest

    @property
    def _identity(self) -> str:
        return "id" if "id" in self.sheet.index else self.sheet.columns[0].name

    @property
    def _called(self) -> str:
        """The column by whose words a line is known when both its id and its ref are gone."""
        return next((c.name for c in self.sheet.columns if c.look in ("text", "strong") and not c.hidden), "")

    def _by(self, column: int) -> dict[str, int]:
        """The rows that were sent by what they say in a column, where only one says it."""
        found: dict[str, list[int]] = {}
        for index, row in enumerate(self.sheet.rows):
            found.setdefault(as_sent(self.sheet.columns[column].value(row)), []).append(index)
        return {text: rows[0] for text, rows in found.items() if text and len(rows) == 1}

    def _text(self, number: int, column: int) -> str:
        cell = self.rows[number].get(self.at[column])
        return _settled(said(cell)) if cell is not None and cell.data_type != "f" else ""

    def _where(self, number: int, column: int) -> str:
        cell = self.worksheet.cell(number, self.at[column])
        return f"{self.worksheet.title}!{cell.coordinate}"

    def _problem(self, where: str, message: str) -> None:
        self.back.problems.append(Problem(where, message))

    def _cells(self, number: int) -> Iterator[tuple[int, Column, str]]:
        """The columns of a line that can be read, each with what it says."""
        for at, column in enumerate(self.sheet.columns):
            if column.hidden or at not in self.at or (number, self.at[at]) in self.unknown:
                continue
            cell = self.rows[number].get(self.at[at])
            if cell is not None and cell.data_type in "fe" and not (column.formula and cell.data_type == "f"):
                shown = self.value_of(self.worksheet.title, cell.coordinate) if cell.data_type == "f" else ""
                what = f"a formula that shows “{brief(shown)}”" if cell.data_type == "f" else "an error"
                self._problem(self._where(number, at), f"holds {what}; put its value there")
                continue
            yield at, column, self._text(number, at)

    def _line(self, number: int, index: int) -> None:
        """What a line of ours says now."""
        row = self.sheet.rows[index]
        for at, column, text in self._cells(number):
            cell = self.rows[number].get(self.at[at])
            if column.formula and (cell is None or cell.data_type == "f"):
                continue
            ours = as_sent(column.value(row))
            if _same(ours, text):
                continue
            aim = self._dated(number, column.aim(row)) if column.aim and column.edit else None
            if aim is None:
                if not column.edit:
                    self._fixed(number, at, text)
            else:
                self._edit(number, at, aim, text, ours)

    def _fixed(self, number: int, column: int, text: str) -> None:
        if text:
            where = self.sheet.instead or "is not to be changed here"
            self._problem(self._where(number, column), f"“{brief(text)}”: this cell {where}; it stays as it was")

    def _edit(self, number: int, column: int, aim: Aim, text: str, was: str, *, added: bool = False) -> None:
        line = f"{self.worksheet.title}!{number}"
        self.back.edits.append(Edit(self._where(number, column), aim, text, line, was, added))

    def _added(self, number: int) -> None:
        """A line that somebody added: a new record, where the sheet takes one."""
        if self.sheet.dated and not self.sheet.new:
            for at, column, text in self._cells(number):
                aim = self._dated(number, column.of_line(NEW) if text and column.of_line else None)
                if aim:
                    self._edit(number, at, aim, text, "")
        elif not self.sheet.new:
            self._problem(f"{self.worksheet.title}!{number}", "a line that nobody sent; nothing was taken from it")
        else:
            for at, column, text in self._cells(number):
                aim = self._aim_of_new(column)
                if text and aim:
                    self._edit(number, at, aim, text, "", added=True)

    def _aim_of_new(self, column: Column) -> Aim | None:
        if column.field:
            return Aim(self.sheet.new, "", column.field, tuple(self.sheet.given.items()))
        if column.of_line:
            return column.of_line(NEW)
        return remark(NEW) if column.blank else None

    def _dated(self, number: int, aim: Aim | None) -> Aim | None:
        """The aim at the day that stands in the same line, where it waits for one; None where no day does."""
        if aim is None or not (self.sheet.dated and aim.hangs_on_new):
            return aim
        at = self.sheet.index[self.sheet.dated]
        text = self._text(number, at) if at in self.at else ""
        try:
            if not text:
                raise NotUnderstood("which day? nothing was taken from this line")
            refuse_two_readings(_DAY, text)
            return aim.at(days.read(text, self.book.shop.today).isoformat())
        except WorkshopError as error:
            self._problem(f"{self.worksheet.title}!{number}", str(error))
            return None

    def _is_ours(self, number: int, below: set[str]) -> bool:
        """Whether a line is one that we drew under the table ourselves."""
        cells = self.rows[number].values()
        return all(cell.data_type == "f" or _settled(said(cell)) in below for cell in cells)

    def _missing(self, seen: set[int]) -> None:
        """The records whose lines are gone."""
        for index, row in enumerate(self.sheet.rows):
            key = self.sheet.key(row) if self.sheet.key else None
            if index not in seen and key and key.kind == self.sheet.new:
                self.back.gone.append(Gone(self.worksheet.title, key.ref))
