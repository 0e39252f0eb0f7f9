"""Whether a workshop is sound: its structure, and its tables, its log and the digests in its log say the same."""

from __future__ import annotations

import sqlite3
from functools import cache

from store import coding, log, schema, tables
from workshop.declare import KINDS
from workshop.errors import Refused
from workshop.state import Workshop


def fault(db: sqlite3.Connection) -> str:
    """The first thing that is wrong in the whole file, in words; "" when it is sound.

    Raises sqlite3.Error, ValueError at what cannot be read at all.
    """
    said = str(db.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if said != "ok":
        return said.splitlines()[-1]
    return _misshapen(db) or _miscounted(db) or disagreement(db)


def _misshapen(db: sqlite3.Connection) -> str:
    """What tables, columns, indexes and views lack of those that a workshop has."""
    lost = sorted(str(part[0]) for part in _laid_out() - _shape(db))
    return f"its table, index or view “{lost[0]}” is not as it was made" if lost else ""


@cache
def _laid_out() -> frozenset[tuple[object, ...]]:
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        schema.lay_out(db)
        return frozenset(_shape(db))
    finally:
        db.close()


def _shape(db: sqlite3.Connection) -> set[tuple[object, ...]]:
    return {row for which in _SHAPES for row in db.execute(which)}


def _miscounted(db: sqlite3.Connection) -> str:
    """A batch that does not hold the changes that it counts, or a kind that could give a ref out twice."""
    for why, first, last in db.execute(_COUNTED):
        return f"the act “{why}” does not hold the changes {first} to {last} that it should"
    whole = log.last_n(db) == db.execute("SELECT count(*) FROM changes").fetchone()[0]
    for kind, last, given in db.execute(_GIVEN):
        if type(last) is not int or last < given or (whole and last > given):
            return f"it does not know which refs of {kind} it gave out"
    return ""


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

_COUNTED = """
SELECT b.why, b.first, b.last FROM batches AS b
LEFT JOIN (SELECT batch, min(n) AS least, max(n) AS most FROM changes GROUP BY batch) AS c ON c.batch = b.id
WHERE c.least IS NOT b.first OR c.most IS NOT b.last
"""

_GIVEN = """
SELECT kind, last, given FROM (
    SELECT kind, max(CAST(substr(ref, 2) AS INTEGER)) AS given FROM changes
    WHERE field IS NULL AND new IS NOT NULL AND instr(ref, '/') = 0 GROUP BY kind
) LEFT JOIN numbers USING (kind)
UNION ALL SELECT kind, last, 0 FROM numbers WHERE kind NOT IN (SELECT kind FROM changes WHERE field IS NULL)
"""

_SHAPES = (
    """
    SELECT m.name, c.name, replace(c.type, 'FLOAT', 'REAL'), c."notnull", c.dflt_value, c.pk
    FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table'
    """,
    """
    SELECT m.name, l."unique", l.origin, i.seqno, i.name
    FROM sqlite_master AS m, pragma_index_list(m.name) AS l, pragma_index_info(l.name) AS i WHERE m.type = 'table'
    """,
    "SELECT name, sql FROM sqlite_master WHERE type = 'view'",
)
"""Columns, indexes and views, as two databases of one form say them alike, however they came by it."""
