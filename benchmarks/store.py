"""What keeping one answer costs, against a raw commit of the same rows to the same kind of file."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.bare import MAKE
from benchmarks.paired import Figure, paired
from store.file import WorkshopFile
from workshop import acts
from workshop.state import kind_named


def figures(rounds: int = 60) -> list[Figure]:
    """One statement kept, in one process, journal and sync alike."""
    objective = kind_named("objective")
    with TemporaryDirectory() as folder:
        raw = sqlite3.connect(Path(folder, "floor.db"), isolation_level=None)
        raw.executescript(f"PRAGMA journal_mode=DELETE; PRAGMA synchronous=FULL; {MAKE}")
        file = WorkshopFile.create(Path(folder, "ours.workshop"), title="Benchmark")
        numbers = iter(range(1_000_000))

        def ours() -> float:
            said = {"statement": f"Cut churn by {next(numbers)} points"}
            begin = time.perf_counter()
            file.act(lambda draft: acts.add(draft, objective, said), why="add objective", step=1)
            return time.perf_counter() - begin

        def floor() -> float:
            number = next(numbers)
            rows = [(f"O{number}", None, "O1"), (f"O{number}", "statement", "Cut churn"), (f"O{number}", "state", "c")]
            begin = time.perf_counter()
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO objective VALUES (?, ?)", (f"O{number}", "Cut churn by some points"))
            raw.executemany("INSERT INTO changes (at, ref, field, new) VALUES ('2026-11-24T09:00:00', ?, ?, ?)", rows)
            raw.execute("COMMIT")
            return time.perf_counter() - begin

        with file:
            figure = paired("keeping one answer", ours, floor, 1.2, rounds=rounds)
        raw.close()
    return [figure]
