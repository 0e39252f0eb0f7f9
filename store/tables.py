"""The records' own tables: a kind's rows read into records, changes written as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import starmap

from store.coding import Cell, cell
from store.schema import columns, insertion
from store.sound import refuse_damage
from workshop.change import Change
from workshop.declare import KINDS, Kind, Record
from workshop.errors import Refused
from workshop.state import first_place


def read(db: sqlite3.Connection, kind: Kind) -> list[Record]:
    """The records of a kind, in the order in which they came. Raises ValueError at a damaged row."""
    shown = [f'"{f.name}"' if f.type == "count" else f"coalesce(\"{f.name}\", '')" for f in kind.fields]
    rows = db.execute(f'SELECT id, ref, place, {", ".join(shown)} FROM "{kind.name}" ORDER BY rowid').fetchall()
    refuse_damage(kind, rows)
    records: list[Record] = list(starmap(kind.cls, rows))
    for field in kind.fields:
        if field.type == "refs":
            for record in records:
                said = getattr(record, field.name)
                setattr(record, field.name, tuple(said.split(",")) if said else ())
    return records


def rewound(records: dict[str, Record], newer: list[Change]) -> Iterable[Record]:
    """What the records of a kind were before those changes, of which they may have any first part."""
    for change in reversed(newer):
        ref, kind = change.ref, KINDS[change.kind]
        if change.field is not None:
            if ref in records:
                records[ref] = records[ref].but(change.field, change.old)
        elif change.new:
            records.pop(ref, None)
        else:
            records.setdefault(ref, kind.cls(change.id, ref, first_place(ref)))
    return records.values()


def write(db: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Make the changes in the tables: a row a record, however many of its fields changed.

    Raises Refused when a change speaks of a record that is not there.
    """
    born: dict[str, dict[str, Cell]] = {}
    changed: dict[str, dict[str, Cell]] = {}
    removed: set[str] = set()
    kinds: dict[str, str] = {}
    for change in changes:
        ref = change.ref
        kinds[ref] = change.kind
        if change.field is not None:
            (born[ref] if ref in born else changed.setdefault(ref, {}))[change.field] = cell(change.new)
        elif change.new:
            born[ref] = {"id": change.id, "ref": ref, "place": first_place(ref)}
        elif born.pop(ref, None) is None:
            changed.pop(ref, None)
            removed.add(ref)
    for ref in removed:
        _sure(db.execute(f'DELETE FROM "{kinds[ref]}" WHERE ref = ?', (ref,)), 1, ref)
    for ref, row in changed.items():
        told = ", ".join(f'"{name}" = ?' for name in row)
        _sure(db.execute(f'UPDATE "{kinds[ref]}" SET {told} WHERE ref = ?', (*row.values(), ref)), 1, ref)
    _insert(db, born, kinds)


def _insert(db: sqlite3.Connection, born: dict[str, dict[str, Cell]], kinds: dict[str, str]) -> None:
    rows: dict[str, list[tuple[Cell, ...]]] = {}
    for ref, row in born.items():
        names = columns(KINDS[kinds[ref]])
        rows.setdefault(kinds[ref], []).append(tuple(map(row.get, names)))
    for name, of_kind in rows.items():
        try:
            db.executemany(insertion(name), of_kind)
        except sqlite3.IntegrityError:
            raise Refused(f"A {name} of such a ref is there already; look again and repeat") from None


def _sure(done: sqlite3.Cursor, rows: int, ref: str) -> None:
    if done.rowcount != rows:
        raise Refused(f"{ref} is no longer there; look again and repeat")
