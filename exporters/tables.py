"""Tables from outside, .csv and .xlsx, read into rows of words under their headers."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from exporters import guard
from exporters.cells import said
from exporters.guard import NotReadable
from workshop.headers import Problem, Row, Table, recognised

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

_DELIMITERS = ",;\t|"
_HEADERS_WITHIN = 15
"""The rows in which the headers are looked for; titles and remarks may stand above them."""
Line = tuple[int, dict[int, str]]
"""A row's number and what its cells say, by their column."""


def read(path: Path) -> list[Table]:
    """The tables of a file: a .csv has one, a workbook one for each sheet that we know the headers of.

    Raises NotReadable, in a line that says what the file is and the way out.
    """
    data = guard.contents(path)
    if guard.is_workbook(data):
        return _sheets(data, str(path))
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        raise NotReadable(str(path), "this is no workbook but text; name it .csv if it is a table")
    return [_from_text(_decoded(data), str(path))]


def _decoded(data: bytes) -> str:
    """The text, in whichever of the usual encodings it was saved."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8", "surrogatepass")  # a lone half of a letter is taken out later, with its like
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _from_text(text: str, name: str) -> Table:
    text = text.replace("\0", "")
    named = re.match(r"sep=(.)\r?\n?", text)
    if named:
        text, marks = text[named.end() :], named[1]
    else:
        marks = _DELIMITERS
    table = _table("", _lines(text, max(marks, key=lambda mark: _fit(text, mark)), name))
    if table is None:
        raise NotReadable(name, "no row of headers; the first must name fields, like statement,owner")
    return table


def _fit(text: str, mark: str) -> tuple[int, int]:
    """How well a delimiter parts the first lines: headers that we know, then columns."""
    head = csv.reader(StringIO(text[:20_000], newline=""), delimiter=mark)
    try:
        rows = [row for row, _ in zip(head, range(_HEADERS_WITHIN), strict=False)]
    except csv.Error:
        return 0, 0
    return max(((recognised(row[:200]), len(row)) for row in rows), default=(0, 0))


def _lines(text: str, mark: str, name: str) -> Iterator[Line]:
    csv.field_size_limit(guard.MOST_BYTES)
    rows = csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True)
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            yield number, {column: cell for column, cell in enumerate(row) if cell.strip()}
    except csv.Error as error:
        raise NotReadable(name, f"row {number + 1}: look at its quotation marks ({error})") from None


def _sheets(data: bytes, name: str) -> list[Table]:
    book = guard.opened(data, name)
    found = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        problems: list[Problem] = []
        table = _table(sheet.title, _rows(sheet._cells, sheet.title, problems))
        if table:
            found.append(table._replace(problems=[*problems, *table.problems]))
    if not found:
        raise NotReadable(name, "no sheet has a row of headers that name fields, such as Statement, Owner")
    return found


def _rows(cells: dict[tuple[int, int], Cell], sheet: str, problems: list[Problem]) -> Iterator[Line]:
    """The rows that hold something; never all those between, of which a workbook may claim a million."""
    rows: dict[int, dict[int, str]] = {}
    for (number, column), cell in cells.items():
        if cell.value is None:
            continue
        if cell.data_type in "fe":
            what = "a formula" if cell.data_type == "f" else "an error"
            problems.append(Problem(f"{sheet}!{cell.coordinate}", f"holds {what}; put its value there"))
        elif text := said(cell):
            rows.setdefault(number, {})[column] = text
    yield from sorted(rows.items())


def _table(name: str, lines: Iterable[Line]) -> Table | None:
    """Rows under the row among the first that names most fields; None where none names any."""
    rows = list(lines)
    known, at = max(
        ((recognised(list(cells.values())), -at) for at, (_, cells) in enumerate(rows[:_HEADERS_WITHIN])),
        default=(0, 0),
    )
    if not known:
        return None
    heads = {column: text.strip() for column, text in rows[-at][1].items()}
    before = f"{name}, row" if name else "row"
    table = Table(name, tuple(heads.values()), [], [])
    for number, cells in rows[1 - at :]:
        where = f"{before} {number}"
        beyond = [column for column in cells if column not in heads]
        if beyond and not name:
            table.problems.append(Problem(where, "more cells than headers; look at its quotation marks"))
            continue
        row = Row(where, {})
        for column, text in cells.items():
            if column in heads:
                row.cells.setdefault(heads[column], text)
        table.rows.append(row)
    return table
