"""Files of older versions: numbered steps, all in one transaction, a backup first."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from store import backups, schema


def to_2(db: sqlite3.Connection) -> None:
    """Break-outs: what a side says where they disagree, and where a file parted and what it joined."""
    db.execute('CREATE TABLE "dispute" (id TEXT PRIMARY KEY, ref TEXT NOT NULL, place FLOAT NOT NULL, '
               '"on" TEXT, field TEXT, says TEXT, "by" TEXT)')  # fmt: skip
    db.execute("CREATE UNIQUE INDEX idx_dispute_ref ON dispute (ref)")
    for column in ("parted_from", "joined"):
        db.execute(f'ALTER TABLE "workshop" ADD COLUMN "{column}" TEXT')


STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {1: to_2}
"""What brings a file of that version to the next: `1: to_2` and so on."""


def brought_up(db: sqlite3.Connection, path: Path, *, in_place: bool) -> sqlite3.Connection:
    """A connection to the workshop as the present version has it: the file's, or a copy in memory.

    The file is altered only in place, after a backup. Raises sqlite3.Error, OSError; the file is then as it was.
    """
    if in_place:
        backups.copy(path, db)
    else:
        memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        db.backup(memory)
        db.close()
        db = memory
    db.execute("BEGIN IMMEDIATE")
    try:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        for number in range(version, schema.VERSION):
            STEPS[number](db)
        db.execute(f"PRAGMA user_version = {schema.VERSION}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    return db
