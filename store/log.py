"""The log in the file: every change that was ever made, in batches, each with a digest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import count
from typing import NamedTuple

from store import coding
from store.schema import insertion
from workshop.change import Batch, Change, Logged, Origin, fresh_id
from workshop.words import shown


class Act(NamedTuple):
    """A batch as undo needs it: its changes are those from `first` to `last`."""

    id: str
    why: str
    step: int
    undoes: str
    first: int
    last: int


def batch(why: str, step: int, origin: Origin, by: str, changes: Iterable[Change], undoes: str = "") -> Batch:
    """What was done just now in one go, ready to be written."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return Batch(fresh_id(), now, shown(by) or "facilitator", shown(why), step, origin, tuple(changes), undoes)


def last_n(db: sqlite3.Connection) -> int:
    """The number of the last change."""
    found: int | None = db.execute("SELECT max(n) FROM changes").fetchone()[0]
    return found or 0


def write(db: sqlite3.Connection, batch: Batch, first: int) -> Act:
    """Put the batch at the end of the log, its changes numbered from `first`."""
    last = first + len(batch.changes) - 1
    about = (batch.id, batch.at, batch.by, batch.why, batch.step, batch.origin, batch.undoes)
    db.execute(insertion("batches"), (*about, first, last))
    db.executemany(insertion("changes"), _rows(batch, first, coding.seed(*about)))
    numbers: dict[str, int] = {}
    for change in batch.changes:
        if change.field is None and change.new and "/" not in change.ref:
            numbers[change.kind] = max(numbers.get(change.kind, 0), int(change.ref[1:]))
    if numbers:
        db.executemany(insertion("numbers") + _THE_LARGER, numbers.items())
    return Act(batch.id, batch.why, batch.step, batch.undoes, first, last)


def _rows(batch: Batch, first: int, seed: tuple[int, int]) -> Iterator[coding.Row]:
    text, digest = coding.text, coding.digest
    for n, change in zip(count(first), batch.changes, strict=False):
        row = (n, batch.id, change.kind, change.ref, change.id, change.field, text(change.old), text(change.new))
        yield *row, digest(seed, *row)


def acts(db: sqlite3.Connection, after: int = 0, last: int | None = None) -> list[Act]:
    """The batches after change `after`, up to change `last`, oldest first."""
    where, held = ("first > ? AND last <= ?", (after, last)) if last is not None else ("first > ?", (after,))
    found = db.execute(f"SELECT id, why, step, undoes, first, last FROM batches WHERE {where} ORDER BY first", held)
    return [Act(*row) for row in found]


def changes(db: sqlite3.Connection, first: int, last: int = (1 << 63) - 1) -> list[Change]:
    """The changes from number `first` to `last`, in their order. Raises ValueError at one that cannot be."""
    found = db.execute(_CHANGES, (first, last))
    return [coding.change(*row) for row in found]


def entries(db: sqlite3.Connection, which: str, *held: int | str) -> list[Logged]:
    """A part of the log, chosen and ordered in SQL. Raises ValueError at a row that no workshop wrote."""
    found = []
    for n, at, by, why, step, origin, batch, ref, kind, field, old, new in db.execute(_ENTRIES + which, held):
        if not type(at) is type(by) is type(why) is type(origin) is str or type(step) is not int:
            raise ValueError(f"nothing in its log tells of the act behind change {n}")
        old, new = coding.values(kind, ref, field, old, new)
        found.append(Logged(n, at, by, why, step, origin, batch, ref, kind, field, old, new))
    return found


def authors(db: sqlite3.Connection) -> dict[tuple[str, str], tuple[str, str]]:
    """Who said last what each field holds, and from where it came, by ref and field."""
    return {(ref, field): (by, origin) for ref, field, by, origin in db.execute(_AUTHORS)}


def numbers(db: sqlite3.Connection) -> dict[str, int]:
    """The last number given out for each kind. Raises ValueError when it is none."""
    found = dict(db.execute("SELECT kind, last FROM numbers"))
    if any(type(last) is not int for last in found.values()):
        raise ValueError("it does not know which refs it gave out")
    return found


_THE_LARGER = " ON CONFLICT (kind) DO UPDATE SET last = max(last, excluded.last)"
_CHANGES = "SELECT kind, ref, id, field, old, new FROM changes WHERE n BETWEEN ? AND ? ORDER BY n"
_AUTHORS = """
SELECT c.ref, c.field, b."by", b.origin FROM changes AS c JOIN batches AS b ON b.id = c.batch
WHERE c.field IS NOT NULL ORDER BY c.n
"""
_ENTRIES = """
SELECT c.n, b.at, b."by", b.why, b.step, b.origin, c.batch, c.ref, c.kind, c.field, c.old, c.new
FROM changes AS c LEFT JOIN batches AS b ON b.id = c.batch WHERE
"""
