"""What comparing two states costs, by how many changes lie between them, against reading those changes as rows."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.paired import OURS, Figure, paired, timed
from benchmarks.workshops import changed

_FLOOR = """
import json, sqlite3, sys
db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
changes = db.execute("SELECT n, kind, ref, id, field, old, new FROM changes WHERE n > ? ORDER BY n", (sys.argv[2],))
said = {}
for n, kind, ref, id, field, old, new in changes:
    said[ref, field] = (said.get((ref, field), (old,))[0], new)
print(json.dumps([[*key, *value] for key, value in said.items()]))
"""


def figures(rounds: int = 9) -> list[Figure]:
    """500 changes, then ten and a hundred times as many: the ratio should not grow."""
    with TemporaryDirectory() as folder:
        return [_against_floor(Path(folder, f"{many}.workshop"), many, rounds) for many in (500, 5_000, 50_000)]


def _against_floor(file: Path, many: int, rounds: int) -> Figure:
    first = str(changed(file, many))
    floor = [sys.executable, "-c", _FLOOR, str(file), first]
    return paired(f"diff: {many:,} changes", lambda: timed([*OURS, "diff", str(file), first, "--json"]),
                  lambda: timed(floor), 3.0, rounds=rounds)  # fmt: skip
