"""Tables from outside, .csv and .xlsx, read into rows of words under their headers."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from exporters import guard
from exporters.cells import said
from exporters.guard import NotReadable
from workshop.incoming.blocks import WITHIN, Block, Line
from workshop.incoming.headers import Problem, Row, Table, recognised

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

_DELIMITERS = ",;\t|"


def read(path: Path) -> list[Table]:
    """The tables of a file: a .csv has one, a workbook one for each sheet that we know the headers of.

    Raises NotReadable, in a line that says what the file is and the way out.
    """
    return headed(blocks(path), str(path))


def blocks(path: Path) -> list[Block]:
    """The cells of any file as they stand, whether we know its headers or it has none.

    A workbook has a block for each sheet that shows something. Raises NotReadable.
    """
    data = guard.contents(path)
    if not guard.is_workbook(data):
        if path.suffix.lower() in (".xlsx", ".xlsm"):
            raise NotReadable(str(path), "this is no workbook but text; name it .csv if it is a table")
        return [Block("", _parted(_decoded(data), str(path)), [])]
    found = []
    for sheet in guard.opened(data, str(path)).worksheets:
        problems: list[Problem] = []
        lines = list(_rows(sheet._cells, sheet.title, problems)) if sheet.sheet_state == "visible" else []
        if lines:
            found.append(Block(sheet.title, lines, problems))
    if not found:
        raise NotReadable(str(path), "no sheet shows a table")
    return found


def headed(found: list[Block], name: str) -> list[Table]:
    """The blocks that have a row of headers that we know, as tables; `name` is the file's. Raises NotReadable."""
    tables = [(block, table) for block in found if (table := _table(block.name, block.lines))]
    if tables:
        return [table._replace(problems=[*block.problems, *table.problems]) for block, table in tables]
    if any(block.name for block in found):
        raise NotReadable(name, "no sheet has a row of headers that name fields, such as Statement, Owner")
    raise NotReadable(name, "no row of headers; the first must name fields, like statement,owner, or metrics, like M1;"
                            " or press I on the wall, where columns are matched")  # fmt: skip


def pasted(text: str) -> Block | None:
    """What was pasted from a spreadsheet, where it is a table: most of its rows have several cells."""
    csv.field_size_limit(guard.MOST_BYTES)
    cells = StringIO(text.replace("\0", ""), newline="")
    alone = text.count('"') % 2  # a quotation mark that no other closes parts nothing
    rows = list(csv.reader(cells, delimiter="\t", quotechar=None if alone else '"', quoting=3 if alone else 0))
    lines = [(number, _cells(row)) for number, row in enumerate(rows, 1)]
    filled = [cells for _, cells in lines if cells]
    several = sum(len(cells) > 1 for cells in filled)
    return Block("", lines, []) if several * 2 > len(filled) else None


def _decoded(data: bytes) -> str:
    """The text, in whichever of the usual encodings it was saved."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8", "surrogatepass")  # a lone half of a letter is taken out later, with its like
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _parted(text: str, name: str) -> list[Line]:
    """The rows of a text, parted by the mark that it names, else by the one that fits best."""
    text = text.replace("\0", "")
    named = re.match(r"sep=(.)\r?\n?", text)
    if named:
        text, marks = text[named.end() :], named[1]
    else:
        marks = _DELIMITERS
    return list(_lines(text, max(marks, key=lambda mark: _fit(text, mark)), name))


def _fit(text: str, mark: str) -> tuple[int, int, int]:
    """How well a delimiter parts the first lines: headers that we know, then rows of one width, then columns."""
    head = csv.reader(StringIO(text[:20_000], newline=""), delimiter=mark)
    try:
        rows = [row for row, _ in zip(head, range(WITHIN), strict=False)]
    except csv.Error:
        return 0, 0, 0
    known = max((recognised(row[:200]) for row in rows), default=0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return known, *max(((many, width) for width, many in widths.items()), default=(0, 0))


def _lines(text: str, mark: str, name: str) -> Iterator[Line]:
    csv.field_size_limit(guard.MOST_BYTES)
    rows = csv.reader(StringIO(text, newline=""), delimiter=mark, strict=True)
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            yield number, _cells(row)
    except csv.Error as error:
        raise NotReadable(name, f"row {number + 1}: look at its quotation marks ({error})") from None


def _cells(row: list[str]) -> dict[int, str]:
    return {column: cell for column, cell in enumerate(row) if cell.strip()}


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


def _table(name: str, rows: list[Line]) -> Table | None:
    """Rows under the row among the first that names most fields; None where none names any."""
    known, at = max(
        ((recognised(list(cells.values())), -at) for at, (_, cells) in enumerate(rows[:WITHIN])),
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
