"""The tables of a workshop file, worked out from the declarations of the method's records."""

from __future__ import annotations

import sqlite3
from functools import cache

from workshop.declare import KINDS, Kind

APPLICATION = 0x474F4C44
"""`GOLD`: what the header of a workshop file says it is."""
VERSION = 2
"""The form of the file; an older one is brought up by store.upgrade."""

BOOKS: dict[str, dict[str, type]] = {
    "changes": {"n": int, "batch": str, "kind": str, "ref": str, "id": str, "field": str, "old": str,
                "new": str, "digest": int},
    "batches": {"id": str, "at": str, "by": str, "why": str, "step": int, "origin": str, "undoes": str,
                "first": int, "last": int},
    "numbers": {"kind": str, "last": int},
}  # fmt: skip
"""What happened: changes, the batches that hold them (`first` to `last`), the last number of each kind."""


@cache
def columns(kind: Kind) -> tuple[str, ...]:
    """The columns of a kind's table, in order."""
    return ("id", "ref", "place", *(field.name for field in kind.fields))


@cache
def insertion(table: str) -> str:
    """The statement that puts a whole row into a table; column names are quoted, for some are words of SQL."""
    names = columns(KINDS[table]) if table in KINDS else tuple(BOOKS[table])
    listed = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table}" ({listed}) VALUES ({", ".join("?" * len(names))})'


def lay_out(db: sqlite3.Connection) -> None:
    """Give an empty database the tables, the view and the marks of a workshop."""
    from sqlite_utils import Database

    tables = Database(db)
    for kind in KINDS.values():
        types = {"id": str, "ref": str, "place": float}
        types |= {field.name: int if field.type == "count" else str for field in kind.fields}
        table = tables.table(kind.name).create(types, pk="id", not_null={"ref", "place"})
        table.create_index(["ref"], unique=True)
    for name, types in BOOKS.items():
        tables.table(name).create(types, pk=next(iter(types)), not_null=set(types) & {"batch", "first", "last"})
    tables.create_view("threads", THREADS)
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def missing(db: sqlite3.Connection) -> str:
    """What a workshop's tables lack here, or what stands among them that is not ours; "" when all is well."""
    found: dict[str, set[str]] = {}
    for type_, name, column in db.execute(_LISTED):
        if type_ == "trigger":
            return f"it has a trigger “{name}” that no workshop has"
        found.setdefault(name, set()).add(column)
    wanted = {kind.name: columns(kind) for kind in KINDS.values()} | {k: tuple(v) for k, v in BOOKS.items()}
    for name, names in wanted.items():
        if name not in found:
            return f"its table “{name}” is gone"
        if lost := [column for column in names if column not in found[name]]:
            return f"its table “{name}” has no column “{lost[0]}”"
    return ""


_LISTED = """
SELECT m.type, m.name, c.name FROM sqlite_master AS m LEFT JOIN pragma_table_info(m.name) AS c
WHERE m.type IN ('table', 'trigger')
"""

THREADS = """
WITH latest AS (
    SELECT "on" AS ref, says,
           row_number() OVER (PARTITION BY "on" ORDER BY coalesce(review, '') DESC, place DESC) AS back
    FROM ruling WHERE "on" IS NOT NULL
), gone AS (
    SELECT ref FROM latest WHERE back = 1 AND says = 'retire'
), kept AS (
    SELECT * FROM outcome WHERE ref NOT IN gone
), watching AS (
    SELECT * FROM metric WHERE ref NOT IN gone
), served AS (
    SELECT o.ref AS objective_ref, o.statement AS objective, o.place AS o_place,
           c.ref AS outcome_ref, c.statement AS outcome, c.place AS c_place
    FROM objective AS o
    LEFT JOIN kept AS c ON instr(',' || c.objectives || ',', ',' || o.ref || ',')
    WHERE c.ref IS NOT NULL OR o.state IS NOT 'parked'
    UNION ALL
    SELECT NULL, NULL, NULL, ref, statement, place FROM kept WHERE objectives IS NULL
), worked AS (
    SELECT l.outcome AS outcome_ref, p.ref AS process_ref, p.name AS process,
           m.ref AS metric_ref, m.name AS metric,
           coalesce(l."order", 99) AS "order", l.place AS l_place, m.place AS m_place
    FROM link AS l
    LEFT JOIN process AS p ON p.ref = l.process
    LEFT JOIN watching AS m ON instr(',' || m.outcomes || ',', ',' || l.outcome || ',')
        AND (m.processes IS NULL OR instr(',' || m.processes || ',', ',' || l.process || ','))
    UNION ALL
    SELECT c.ref, NULL, NULL, m.ref, m.name, 100, 0, m.place
    FROM kept AS c
    JOIN watching AS m ON instr(',' || m.outcomes || ',', ',' || c.ref || ',')
    WHERE NOT EXISTS (
        SELECT 1 FROM link AS l WHERE l.outcome = c.ref
        AND (m.processes IS NULL OR instr(',' || m.processes || ',', ',' || l.process || ','))
    )
)
SELECT objective_ref, objective, outcome_ref, outcome, process_ref, process, metric_ref, metric
FROM served LEFT JOIN worked USING (outcome_ref)
ORDER BY o_place IS NULL, o_place, c_place, "order", l_place, m_place
"""
"""The golden thread as a view, row for row what workshop.derived.threads says; a gap is NULL."""
