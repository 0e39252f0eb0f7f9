"""What a command costs, against an interpreter that does nothing, or opens the door to a file and no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.paired import OURS, Figure, paired, timed


def figures(rounds: int = 21) -> list[Figure]:
    """--help, add, check and log, whole processes."""
    with TemporaryDirectory() as folder:
        file = str(Path(folder, "churn.workshop"))
        subprocess.run([*OURS, "sample", "churn", file], check=True, capture_output=True)
        commands = {
            "--help": ["--help"],
            "add": ["add", file, "note", "on=O1", "what=remark", "text=said aloud"],
            "check": ["check", file, "--json"],
            "log": ["log", file, "--json"],
        }
        return [_against_floor(name, words, rounds) for name, words in commands.items()]


def _against_floor(name: str, words: list[str], rounds: int) -> Figure:
    floor, most = ("pass", 2.5) if name == "--help" else ("import sqlite3, json", 2.0)
    return paired(f"goldenthread {name}", lambda: timed([*OURS, *words]),
                  lambda: timed([sys.executable, "-c", floor]), most, rounds=rounds)  # fmt: skip
