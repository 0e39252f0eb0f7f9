"""What a table from outside would change: rows read as records, differences as proposals."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from workshop import acts
from workshop.declare import KINDS, Field, Kind, Record, Value
from workshop.draft import Draft, Plan, cell_ref
from workshop.errors import NotUnderstood, Refused, WorkshopError
from workshop.records import Link
from workshop.state import Workshop, kind_of
from workshop.words import listed

REF = "ref"
"""The header of the column that says which record a row changes."""
_TWO_READINGS = re.compile(r"(\d{1,2})([/-])(\d{1,2})[/-](\d{4}|\d{2})")


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


class Proposal(NamedTuple):
    """One field that the book would change: `old` ours now, `theirs` the book's, `new` what accepting writes."""

    ref: str
    kind: str
    field: str
    old: Value
    new: Value
    theirs: Value
    conflict: bool = False


class Proposed(NamedTuple):
    """All that a book would change, and what it says that cannot be taken."""

    changes: list[Proposal]
    problems: list[Problem]


def named(header: str, kind: Kind) -> Field | None:
    """The field that a header means, by its name or its label."""
    return _fields(kind).get(_plain(header))


def recognised(headers: list[str]) -> int:
    """How many of the headers some kind of record knows: what tells the row of headers from others."""
    return sum(_plain(h) == REF or any(named(h, kind) for kind in KINDS.values()) for h in headers)


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
    raise Refused(f"{_said(headers)}: no kind of record has all these columns; name one with --kind KIND")


def proposals(shop: Workshop, tables: list[tuple[Table, Kind]]) -> Proposed:
    """What the tables would change, were they taken now; nothing is changed."""
    return propose(Draft(shop), tables)


def taking(tables: list[tuple[Table, Kind]]) -> Plan:
    """The plan that takes all that the tables propose; its result is what it took."""
    return lambda draft: propose(draft, tables)


def propose(draft: Draft, tables: list[tuple[Table, Kind]]) -> Proposed:
    """Write into the draft what the rows say.

    A row with a ref changes that record, one equal to a record says nothing, any other is a new record.
    An empty cell says nothing. A row that cannot be read is a problem and does not stop the others.
    """
    found = Proposed([], [])
    for table, kind in tables:
        found.problems.extend(table.problems)
        taker = _Taker(draft, kind, found)
        columns = _columns(table, kind, found)
        for row in table.rows:
            taker.take(row, columns)
    return found


class _Taker:
    """Takes the rows of one table into a draft."""

    def __init__(self, draft: Draft, kind: Kind, found: Proposed) -> None:
        self.draft = draft
        self.kind = kind
        self.found = found
        self.seen: set[str] = set()
        self.needed = tuple(spec.name for spec in kind.fields if spec.needed)
        self.same: dict[tuple[Value, ...], list[Callable[[str], Value]]] = {}
        for record in draft.shop.of(kind.name):
            self._remember(_getter(record))

    def take(self, row: Row, columns: dict[str, Field | None]) -> None:
        held, ref, sound = self._read(row, columns)
        if not sound or not (held or ref):
            return
        if self.kind.name == "workshop":
            ref = "W1"
        try:
            if ref:
                self._change(ref, held)
            elif not self._is_there(held):
                self._add(held)
        except WorkshopError as error:
            self.found.problems.append(Problem(row.where, str(error)))

    def _read(self, row: Row, columns: dict[str, Field | None]) -> tuple[dict[str, Value], str, bool]:
        """What the cells hold, by field, the ref, and whether all of it could be read."""
        held: dict[str, Value] = {}
        ref, sound = "", True
        for header, text in row.cells.items():
            if header not in columns or not text.strip():
                continue
            spec = columns[header]
            if spec is None:
                ref = text.strip() if "/" in text else text.strip().upper()
                continue
            try:
                held[spec.name] = self._value(spec, text)
            except WorkshopError as error:
                self.found.problems.append(Problem(f"{row.where}, column {header}", str(error)))
                sound = False
        return held, ref, sound

    def _value(self, spec: Field, text: str) -> Value:
        two = _TWO_READINGS.fullmatch(text.strip()) if spec.type == "day" else None
        if two and two[1] != two[3] and max(int(two[1]), int(two[3])) <= 12:
            raise NotUnderstood(
                f"“{text.strip()}” can be read as two dates; write the year first, like 2027-12-31"
            )
        return self.draft.read(spec, text)

    def _change(self, ref: str, held: dict[str, Value]) -> None:
        if not self.draft.known(ref):
            raise Refused(f"There is no {ref} to change; leave {REF} empty for a new record")
        if kind_of(ref) != self.kind.name:
            raise Refused(f"{ref} is a {kind_of(ref)}, the table is of kind {self.kind.name}")
        if ref in self.seen:
            raise Refused(f"{ref} is there twice; its first row counts")
        self.seen.add(ref)
        new = {name: value for name, value in held.items() if self.draft.value(ref, name) != value}
        moved = next((name for name in new if name in self.kind.key), None)
        if moved:
            raise Refused(f"{ref} stands on its {moved}, which a table cannot change")
        for name, value in new.items():
            old = self.draft.value(ref, name)
            acts.put(self.draft, ref, name, value)
            self._propose(ref, name, old, value)

    def _add(self, held: dict[str, Value]) -> None:
        ref = cell_ref(self.kind, held) if self.kind.key else ""
        if ref and self.draft.known(ref):
            self.seen.discard(ref)
            self._change(ref, held)
            return
        if self.kind is Link.kind and self._key(held) in self.same:
            raise Refused(f"{held.get('process')} is linked to {held.get('outcome')} already")
        ref = acts.keep(self.draft, self.kind, held)
        self._remember(lambda name: held.get(name))
        for name, value in held.items():
            self._propose(ref, name, None, value)

    def _propose(self, ref: str, name: str, old: Value, new: Value) -> None:
        self.found.changes.append(Proposal(ref, self.kind.name, name, old, new, new))

    def _key(self, held: dict[str, Value]) -> tuple[Value, ...]:
        return tuple(held.get(name) for name in self.needed)

    def _remember(self, value: Callable[[str], Value]) -> None:
        self.same.setdefault(tuple(value(name) for name in self.needed), []).append(value)

    def _is_there(self, held: dict[str, Value]) -> bool:
        """Whether some record, or an earlier row, says all of this already."""
        return any(
            all(value(name) == said for name, said in held.items())
            for value in self.same.get(self._key(held), ())
        )


def _getter(record: Record) -> Callable[[str], Value]:
    return lambda name: getattr(record, name)


def _columns(table: Table, kind: Kind, found: Proposed) -> dict[str, Field | None]:
    """The field that each header means, None for the ref; headers that mean nothing are one problem."""
    columns: dict[str, Field | None] = {}
    strange, twice = [], []
    for header in table.headers:
        spec = named(header, kind)
        if spec is None and _plain(header) != REF:
            strange.append(header)
        elif spec in columns.values():
            twice.append(header)
        else:
            columns[header] = spec
    where = f"{table.name}, headers" if table.name else "headers"
    if strange:
        found.problems.append(Problem(where, f"{_said(strange)}: no field of kind {kind.name}; left out"))
    if twice:
        found.problems.append(Problem(where, f"{_said(twice)}: there twice; the first column counts"))
    return columns


_KNOWN: dict[str, dict[str, Field]] = {}


def _fields(kind: Kind) -> dict[str, Field]:
    if kind.name not in _KNOWN:
        by_label = {_plain(spec.label): spec for spec in kind.fields}
        _KNOWN[kind.name] = by_label | {_plain(spec.name): spec for spec in kind.fields}
    return _KNOWN[kind.name]


def _plain(header: str) -> str:
    return " ".join(header.replace("_", " ").split()).strip(" :*").lower()


def _said(headers: list[str]) -> str:
    shown = [f"“{header[:40]}”" for header in headers[:5]]
    if len(headers) > 5:
        shown.append(f"{len(headers) - 5:,} more")
    return listed(shown) if shown else "No headers"
