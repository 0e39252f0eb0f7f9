"""What joining a break-out costs, by how large the workshop is, against reading both files and writing what differs."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.paired import OURS, Figure, paired, timed
from benchmarks.workshops import made, parted

_FLOOR = """
import json, sqlite3, sys
here, there = (sqlite3.connect(path) for path in sys.argv[1:])
tables = [name for name, in here.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
said = [{row[0]: row for row in db.execute(f'SELECT * FROM "{table}"')} for table in tables for db in (here, there)]
differ = [row for ours, theirs in zip(said[::2], said[1::2]) for key, row in theirs.items() if ours.get(key) != row]
here.execute("CREATE TABLE differ (row TEXT)")
with here:
    here.executemany("INSERT INTO differ VALUES (?)", [(json.dumps(row),) for row in differ])
print(len(differ))
"""
SIZES = ((10, 100), (100, 1_000), (500, 5_000))
"""Objectives and threads."""


def figures(rounds: int = 7) -> list[Figure]:
    """Two groups that changed two answers in five apart, joined at three sizes."""
    with TemporaryDirectory() as folder:
        return [_joined(Path(folder, f"{goals}.workshop"), goals, threads, rounds) for goals, threads in SIZES]


def _joined(main: Path, goals: int, threads: int, rounds: int) -> Figure:
    made(main, objectives=goals, threads=threads)
    other = parted(main, goals)
    copy = main.with_name("joined.workshop")

    def ours() -> float:
        shutil.copyfile(main, copy)
        return timed([*OURS, "merge", str(copy), str(other), "--json"])

    def floor() -> float:
        shutil.copyfile(main, copy)
        return timed([sys.executable, "-c", _FLOOR, str(copy), str(other)])

    return paired(f"merge: {goals} objectives, {threads:,} threads", ours, floor, 6.0, rounds=rounds)
