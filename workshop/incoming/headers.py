"""What a table from outside is: rows under headers, and which field of which kind each header means."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from workshop import words
from workshop.declare import KINDS, Field, Kind
from workshop.errors import Refused
from workshop.state import kind_of

REF = "ref"
"""The header of the column that says which record a row changes."""


class Problem(NamedTuple):
    """Something that a person has to look at: where it stands and what is wrong with it."""

    where: str
    message: str


class Row(NamedTuple):
    """One row of a table: where it stands (`row 7`) and what its cells say, by header."""

    where: str
    cells: dict[str, str]


class Table(NamedTuple):
    """Rows under headers. `name` is the sheet's, empty for a file that is one table."""

    name: str
    headers: tuple[str, ...]
    rows: list[Row]
    problems: list[Problem]


class Sheets(NamedTuple):
    """The tables of a book, each with the kind of its rows, and what is wrong with the others."""

    pairs: list[tuple[Table, Kind]]
    problems: list[Problem]

    @property
    def step(self) -> int:
        """The step of the method to which the first of them belongs."""
        return self.pairs[0][1].step


def named(header: str, kind: Kind) -> Field | None:
    """The field that a header means, by its name or its label."""
    return _fields(kind).get(_plain(header))


def recognised(headers: list[str]) -> int:
    """How many of the headers some kind of record knows: what tells the row of headers from others."""
    return sum(_plain(header) in _every_header() for header in headers)


def kind_of_table(table: Table, wanted: Kind | None = None) -> Kind:
    """What the rows are: `wanted`, or what refs or the sheet's name say, or the first kind with all headers.

    Raises Refused when there is none, or when the wanted kind knows none of the headers.
    """
    headers = [h for h in table.headers if _plain(h) != REF]
    if wanted:
        if not any(named(h, wanted) for h in headers):
            fields = ", ".join(spec.name for spec in wanted.fields)
            raise Refused(f"{_said(headers)}: no column for a record of kind {wanted.name}; it has {fields}")
        return wanted
    refs = (text for row in table.rows for h, text in row.cells.items() if _plain(h) == REF)
    by_ref = KINDS.get(kind_of(next(refs, "").strip().upper()))
    by_name = [kind for kind in KINDS.values() if _plain(table.name) in (kind.name, kind.plural)]
    for kind in [*([by_ref] if by_ref else []), *by_name, *KINDS.values()]:
        if headers and all(named(h, kind) for h in headers):
            return kind
    raise Refused(f"{_said(headers)}: no kind of record has all these columns; name one with --kind KIND, "
                  "or press I on the wall, where they are matched")  # fmt: skip


def sorted_out(tables: list[Table], wanted: Kind | None = None) -> Sheets:
    """What the rows of each table are. A table that is nothing we know is a problem beside others.

    Raises Refused when none of them is anything that we know.
    """
    sheets = Sheets([], [])
    for table in tables:
        try:
            sheets.pairs.append((table, kind_of_table(table, wanted)))
        except Refused as error:
            if len(tables) == 1:
                raise
            sheets.problems.append(Problem(table.name, str(error)))
    if not sheets.pairs:
        raise Refused("; ".join(f"{where}: {message}" for where, message in sheets.problems[:1]))
    return sheets


def columns(table: Table, kind: Kind, problems: list[Problem]) -> dict[str, Field | None]:
    """The field that each header means, None for the ref; headers that mean nothing are one problem."""
    meant: dict[str, Field | None] = {}
    strange, twice = [], []
    for header in table.headers:
        spec = named(header, kind)
        if spec is None and _plain(header) != REF:
            strange.append(header)
        elif spec in meant.values():
            twice.append(header)
        else:
            meant[header] = spec
    where = f"{table.name}, headers" if table.name else "headers"
    if strange:
        problems.append(Problem(where, f"{_said(strange)}: no field of kind {kind.name}; left out"))
    if twice:
        problems.append(Problem(where, f"{_said(twice)}: there twice; the first column counts"))
    return meant


@cache
def _fields(kind: Kind) -> dict[str, Field]:
    by_label = {_plain(spec.label): spec for spec in kind.fields}
    return by_label | {_plain(spec.name): spec for spec in kind.fields}


@cache
def _every_header() -> frozenset[str]:
    return frozenset({REF}.union(*(_fields(kind) for kind in KINDS.values())))


def _plain(header: str) -> str:
    return " ".join(header.replace("_", " ").split()).strip(" :*").lower()


def _said(headers: list[str]) -> str:
    shown = [f"“{header[:40]}”" for header in headers[:5]]
    if len(headers) > 5:
        shown.append(f"{len(headers) - 5:,} more")
    return words.listed(shown) if shown else "No headers"
