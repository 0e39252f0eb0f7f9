"""Two programs measured in turns: the machine's moods fall on both, and only their ratio is told."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

OURS = [str(Path(sys.executable).with_name("goldenthread"))]
if not Path(OURS[0]).exists():
    OURS = [sys.executable, "-m", "workshop"]


class Figure(NamedTuple):
    """One line of the result: medians in seconds or bytes, the ratio with quartiles, the most that it should be."""

    name: str
    ours: float
    floor: float
    ratio: float
    first: float
    third: float
    most: float
    unit: str = "ms"


def paired(name: str, ours: Callable[[], float], floor: Callable[[], float], most: float, *,
           rounds: int = 15) -> Figure:  # fmt: skip
    """Take both in turns, the order swapped each round, the first round thrown away."""
    both: list[tuple[float, float]] = []
    for number in range(rounds + 1):
        if number % 2:
            a, b = ours(), floor()
        else:
            b, a = floor(), ours()
        both.append((a, b))
    return of_samples(name, both[1:], most)


def of_samples(name: str, both: list[tuple[float, float]], most: float) -> Figure:
    """The figure of pairs that were taken in turns."""
    ratios = [a / b for a, b in both]
    first, middle, third = statistics.quantiles(ratios, n=4)
    return Figure(name, statistics.median(a for a, _ in both), statistics.median(b for _, b in both),
                  middle, first, third, most)  # fmt: skip


def memory(words: list[str]) -> float:
    """The most that a process had in memory, in bytes. Raises CalledProcessError unless it ends with 0 or 1."""
    asked = "import resource,subprocess,sys;" \
        "code=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL).returncode;" \
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss);sys.exit(code)"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", asked, *words], capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode not in (0, 1):
        raise subprocess.CalledProcessError(done.returncode, words, done.stdout, done.stderr)
    return float(done.stdout.split()[-1]) * (1 if sys.platform == "darwin" else 1024)


def timed(words: list[str]) -> float:
    """Seconds from start to end of a process. Raises CalledProcessError unless it ends with 0 or 1."""
    begin = time.perf_counter()
    done = subprocess.run(words, capture_output=True, stdin=subprocess.DEVNULL)
    took = time.perf_counter() - begin
    if done.returncode not in (0, 1):
        raise subprocess.CalledProcessError(done.returncode, words, done.stdout, done.stderr)
    return took
