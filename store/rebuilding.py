"""A workshop made anew from what is left of its log."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store import coding, log, schema, tables
from store.carving import Pieces
from store.schema import insertion
from workshop.change import Change, fresh_id
from workshop.state import Workshop


def rebuilt(pieces: Pieces) -> tuple[bytes, Pieces]:
    """The bytes of a sound workshop in which every change is that fits those before it, and which these were.

    Changes keep their numbers, so that between them some may be missing. A record whose birth is lost stays
    away, but for the workshop's own. Raises sqlite3.Error.
    """
    fitting = Pieces(dict(pieces.batches), {})
    shop, changes = Workshop(), list[Change]()
    if all(row[2] != "workshop" or row[5] is not None for row in pieces.changes.values()):
        _begin(fitting, pieces, shop, changes)
    for n, row in sorted(pieces.changes.items()):
        change = _change(row)
        if change and _fits(change, shop):
            shop.apply([change])
            changes.append(change)
            fitting.changes[n] = row
    return _written(fitting, shop, changes), fitting


def _begin(fitting: Pieces, pieces: Pieces, shop: Workshop, changes: list[Change]) -> None:
    """Give the workshop's own record, whose birth is lost, a new one before everything else."""
    known = [row for row in pieces.changes.values() if row[2] == "workshop"]
    id = str(known[0][4]) if known else fresh_id()
    birth = Change("workshop", "W1", id, None, "", "W1")
    batch = log.batch("start the workshop anew", 1, "typed", "", ())
    n = next(n for n in range(1, len(pieces.changes) + 2) if n not in pieces.changes)
    fitting.batches[batch.id] = (batch.id, batch.at, batch.by, batch.why, batch.step, batch.origin, "", n, n)
    fitting.changes[n] = (n, batch.id, "workshop", "W1", id, None, None, "W1")
    shop.apply([birth])
    changes.append(birth)


def _change(row: coding.Row) -> Change | None:
    kind, ref, id, field, old, new = row[2:8]
    try:
        return coding.change(kind, ref, id, field, old, new)  # type: ignore[arg-type]
    except ValueError:
        return None


def _fits(change: Change, shop: Workshop) -> bool:
    """Whether it speaks of a record that is there, or brings one that is not."""
    there = change.ref in shop.table(change.kind)
    return there != (change.field is None and bool(change.new))


def _written(pieces: Pieces, shop: Workshop, changes: list[Change]) -> bytes:
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        schema.lay_out(db)
        db.execute("BEGIN")
        db.executemany(insertion("changes"), _digested(pieces))
        held: dict[str, list[int]] = {}
        for n, row in pieces.changes.items():
            held.setdefault(str(row[1]), []).append(n)
        counted = [(*pieces.batches[id][:7], min(ns), max(ns)) for id, ns in held.items()]
        db.executemany(insertion("batches"), counted)
        db.executemany(insertion("numbers"), shop.numbers.items())
        tables.write(db, changes)
        db.execute("COMMIT")
        return db.serialize()
    finally:
        db.close()


def _digested(pieces: Pieces) -> Iterator[coding.Row]:
    seeds = {id: coding.seed(*row[:7]) for id, row in pieces.batches.items()}
    for row in pieces.changes.values():
        yield *row, coding.digest(seeds[str(row[1])], *row)


def gaps(pieces: Pieces, last: int) -> Iterator[tuple[int, int]]:
    """The numbers up to `last` of which no change is there, from the first to the last of each run."""
    before = 0
    for n in (*sorted(pieces.changes), last + 1):
        if n > before + 1:
            yield before + 1, n - 1
        before = n
