"""Rows of cells from outside, before anybody knows what they are; and which of them is the row of headers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from workshop import words
from workshop.answers import amounts
from workshop.errors import NotUnderstood
from workshop.incoming.headers import Problem, Row, Table
from workshop.incoming.likely import known

Line = tuple[int, dict[int, str]]
"""A row's number and what its cells say, by their column."""
WITHIN = 15
"""The rows in which the headers are looked for; titles and remarks may stand above them."""
_MOST_COLUMNS = 60
_LONGEST_HEADER = 60


class Block(NamedTuple):
    """The cells of a sheet, of a file or of a paste. `name` is the sheet's, empty where there is one only."""

    name: str
    lines: list[Line]
    problems: list[Problem]


def tabled(block: Block, headed: bool | None = None) -> Table:
    """The block as a table. `headed` says whether it has a row of headers; None: as it looks.

    Without headers the columns are called `Column 1`, `Column 2`. No cell is lost, but beyond sixty columns.
    """
    lines = [(number, {at: text for at, text in cells.items() if text.strip()}) for number, cells in block.lines]
    lines = [(number, cells) for number, cells in lines if cells]
    top = -1 if headed is False else _top(lines)
    if headed and top < 0 and lines:
        top = 0
    below = lines[top + 1 :]
    heads = dict(lines[top][1]) if top >= 0 else {}
    used = sorted(set(heads).union(*(cells for _, cells in below)))
    called = _called(used[:_MOST_COLUMNS], heads)
    before = f"{block.name}, row" if block.name else "row"
    rows = [
        Row(f"{before} {number}", {called[at]: text for at, text in sorted(cells.items()) if at in called})
        for number, cells in below
    ]
    problems = list(block.problems)
    if len(used) > _MOST_COLUMNS:
        where = f"{block.name}, columns" if block.name else "columns"
        left = words.plural(len(used) - _MOST_COLUMNS, "column")
        problems.append(Problem(where, f"{left} beyond the first {_MOST_COLUMNS} left out; split the table"))
    return Table(block.name, tuple(called.values()), rows, problems)


def _called(columns: Iterable[int], heads: dict[int, str]) -> dict[int, str]:
    """What each column is called: by its header, each name once."""
    called: dict[int, str] = {}
    taken: set[str] = set()
    for order, at in enumerate(columns, 1):
        name = " ".join(heads.get(at, "").split()) or f"Column {order}"
        base, again = name, 1
        while name.casefold() in taken:
            again += 1
            name = f"{base} ({again})"
        taken.add(name.casefold())
        called[at] = name
    return called


def _top(lines: list[Line]) -> int:
    """Which row has the headers: the one that says most names that we know, else one unlike those below; or -1."""
    first = [cells for _, cells in lines[:WITHIN]]
    said = [sum(map(known, cells.values())) for cells in first]
    most = max(said, default=0)
    if most:
        at = said.index(most)
        if most * 2 >= len(first[at]) and len(lines) > 1:
            return at
    at = next((at for at, cells in enumerate(first) if len(cells) > 1), 0)
    return at if first and _unlike_those_below(first[at], [cells for _, cells in lines[at + 1 :]][:50]) else -1


def _unlike_those_below(cells: dict[int, str], below: list[dict[int, str]]) -> bool:
    """Whether a row of short, different words stands over columns of figures or of a few words that repeat."""
    texts = [text.strip() for text in cells.values()]
    if len(texts) < 2 or len({text.casefold() for text in texts}) < len(texts):
        return False
    if any(len(text) > _LONGEST_HEADER or _is_figure(text) for text in texts):
        return False
    for at in cells:
        column = [row[at].strip() for row in below if at in row]
        figures = sum(map(_is_figure, column))
        repeats = sum(many > 1 for many in Counter(column).values())
        if len(column) > 1 and (figures * 2 > len(column) or (repeats and cells[at] not in column)):
            return True
    return False


def _is_figure(text: str) -> bool:
    """Whether it is a number or a date in figures."""
    if not any(character.isdecimal() for character in text):
        return False
    try:
        amounts.read(text)
    except NotUnderstood:
        return text[:1].isdecimal() and len(text) < 20
    return True
