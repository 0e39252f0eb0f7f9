"""Whether a workshop's tables, its log and the digests in its log say the same."""

from __future__ import annotations

import sqlite3

from store import coding, log, tables
from workshop.declare import KINDS
from workshop.errors import Refused
from workshop.state import Workshop


def disagreement(db: sqlite3.Connection) -> str:
    """The first thing in which they differ, in words; "" when all agree.

    Raises sqlite3.Error, ValueError at what cannot be read at all.
    """
    for n, held, told in _digests(db):
        if held != told:
            return f"change {n} is not what was written"
    replayed = Workshop()
    try:
        replayed.apply(log.changes(db, 1))
    except Refused as error:
        return f"its log does not hold together: {error}"
    for kind in KINDS.values():
        said = {record.ref: vars(record) for record in replayed.of(kind.name)}
        for record in tables.read(db, kind):
            if said.pop(record.ref, None) != vars(record):
                return f"{record.ref} is not what its changes made it"
        if said:
            return f"{next(iter(said))} is in the log alone"
    return ""


def _digests(db: sqlite3.Connection) -> list[tuple[int, int, int]]:
    """Each change's number, the digest beside it, and the digest of what it says now."""
    seeds = {batch[0]: coding.seed(*batch) for batch in db.execute(_BATCHES)}
    rows = db.execute("SELECT n, batch, kind, ref, id, field, old, new, digest FROM changes ORDER BY n")
    return [(row[0], row[8], coding.digest(seeds.get(row[1], (0, 0)), *row[:8])) for row in rows]


_BATCHES = 'SELECT id, at, "by", why, step, origin, undoes FROM batches'
