"""Workshops of any size, made by importing tables, as a consultant would bring an inventory in."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

from benchmarks.paired import OURS

Rows = list[dict[str, object]]


def made(path: Path, *, objectives: int, threads: int) -> None:
    """A workshop with two outcomes for each objective and the threads spread evenly over them."""
    subprocess.run([*OURS, "new", str(path), "--title", f"{objectives} objectives"], check=True, capture_output=True)
    for kind, rows in _tables(objectives, threads).items():
        table = path.with_suffix(f".{kind}.csv")
        with table.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        words = ["import", str(path), str(table), "--kind", kind, "--accept", "all"]
        subprocess.run([*OURS, *words], check=True, capture_output=True)


def _tables(objectives: int, threads: int) -> dict[str, Rows]:
    outcomes, processes = 2 * objectives, min(40, max(5, objectives // 2))
    pairs = [(c, 1 + (c + k) % processes) for c in range(1, outcomes + 1) for k in range(threads // outcomes)]
    lines = range(1, outcomes + 1)
    return {
        "process": [{"name": f"Process {p}", "owner": f"Manager {p % 7}"} for p in range(1, processes + 1)],
        "objective": [{"statement": f"Cut cost {o} from {20 + o}% to {5 + o % 9}% by 2027-12-31", "due": "2027-12-31",
                       "owner": f"Owner {o % 9}"} for o in range(1, objectives + 1)],
        "outcome": [{"statement": f"Orders of line {c} flow within {10 + c % 50} minutes", "due": "2027-06-30",
                     "objectives": f"O{(c + 1) // 2}", "target": 10 + c % 50, "unit": "minutes"} for c in lines],
        "link": [{"outcome": f"C{c}", "process": f"P{p}", "reason": f"Line {c} waits for it"} for c, p in pairs],
        "metric": [{"name": f"Time until line {c} flows, process {p}", "outcomes": f"C{c}", "processes": f"P{p}",
                    "unit": "minutes", "baseline": 90, "target": 30} for c, p in pairs[::5]],
    }  # fmt: skip
