"""What rolling up a folder costs, by how many workshops are in it, against reading all rows one file at a time."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.paired import OURS, Figure, paired, timed
from benchmarks.workshops import folder

_FLOOR = """
import sqlite3, sys
from pathlib import Path
rows = 0
for path in sorted(Path(sys.argv[1]).glob("*.workshop")):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db.execute("PRAGMA quick_check(1)").fetchone()
    tables = [name for name, in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    for table in tables:
        if table not in ("changes", "batches", "numbers"):
            rows += len(db.execute(f'SELECT * FROM "{table}"').fetchall())
    db.close()
print(rows)
"""


def figures(rounds: int = 5) -> list[Figure]:
    """250 workshops, then 1,000: four times as many should cost no more than four times as much."""
    with TemporaryDirectory() as place:
        return [_against_floor(Path(place, str(many)), many, rounds) for many in (250, 1_000)]


def _against_floor(place: Path, many: int, rounds: int) -> Figure:
    folder(place, many)
    floor = [sys.executable, "-c", _FLOOR, str(place)]
    return paired(f"portfolio: {many:,} workshops", lambda: timed([*OURS, "portfolio", str(place), "--json"]),
                  lambda: timed(floor), 4.0, rounds=rounds)  # fmt: skip
