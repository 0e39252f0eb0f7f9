"""How long until the wall is ready, against the least that any such app needs."""

from __future__ import annotations

import sys

from benchmarks.paired import OURS, Figure, of_samples
from benchmarks.terminal import Terminal

STEPS = "Golden Thread.*Baseline.*Review"
BARE = [sys.executable, "-m", "benchmarks.bare"]


def figures(rounds: int = 12) -> list[Figure]:
    """Ready, and usable: until the text rests after the first key, sent when ready."""
    ready, usable = [], []
    for number in range(rounds + 1):
        turns = [([*OURS, "demo"], STEPS, "a"), (BARE, "type here", "x")]
        taken = [_start(*turn) for turn in (turns if number % 2 else reversed(turns))]
        ours, bare = taken if number % 2 else reversed(taken)
        if number:
            ready.append((ours[0], bare[0]))
            usable.append((ours[1], bare[1]))
    return [of_samples("demo: until ready", ready, 1.15), of_samples("demo: until the first key rests", usable, 1.2)]


def _start(words: list[str], pattern: str, key: str) -> tuple[float, float]:
    with Terminal(words) as terminal:
        ready = terminal.until(pattern)
        took = terminal.press(key, rests=True, quiet=1.0)
        return ready, ready + took
