"""`python -m benchmarks.coach [--corpus DIR]`: how well statements are read, label by label, and how fast."""

from __future__ import annotations

import argparse
import csv
import os
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from workshop.statement import read

OURS = Path(__file__).resolve().parent.parent / "tests" / "workshop" / "data"
"""The labelled statements that come with the code; `*.held.tsv` is the half that nothing was fitted to."""
VARIABLE = "GOLDENTHREAD_CORPUS"
OBJECTIVE = ("vague", "measurable", "time_bound", "output_not_outcome", "jargon")
METRIC = ("vanity", "leading", "efficiency", "jargon")
ALARMS = ("vague", "output_not_outcome", "jargon", "vanity")
"""Labels whose false alarm costs more than a miss."""
KEYWORDS = {
    "vague": r"\b(improve|better|enhance|optimi[sz]e|strengthen|increase|reduce|culture|world.class|great|efficient)\b",
    "measurable": r"\d|%|\b(half|double|zero|no|all|every|one|two|three)\b",
    "time_bound": r"\b(by|until|within|before|Q[1-4]|FY ?\d+|EOY|20\d\d|quarter|year)\b",
    "output_not_outcome": r"\b(implement|deploy|launch|build|create|hire|train|publish|migrate|roll.?out|develop)\b",
    "jargon": r"\b[A-Z]{3,5}s?\b",
    "vanity": r"\b(number of|total|count|views|downloads|followers|closed|volume)\b",
    "leading": r"\b(backlog|open|coverage|risk|training|pipeline|vulnerabilit\w+)\b",
    "efficiency": r"\b(time|cost|speed|duration|per|hours?|days?)\b",
}


class Row(NamedTuple):
    """A labelled statement."""

    text: str
    kind: str
    labels: dict[str, bool | None]
    source: str


class Score(NamedTuple):
    """How well one label is told: of the rarer class precision, recall and F1; of `true` the precision."""

    precision: float
    recall: float
    f1: float
    alarms: float
    majority: float
    settled: int


Guess = Callable[[Row, str], bool]


def main(words: list[str]) -> int:
    """Print the tables for every set in the folder; 1 when there is none."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.coach", description=__doc__)
    asked.add_argument("--corpus", type=Path, default=Path(os.environ.get(VARIABLE, OURS)), metavar="DIR")
    asked.add_argument("--errors", type=int, default=10, metavar="N", help="how many of the worst errors to show")
    chosen = asked.parse_args(words)
    sets = dict(corpora(chosen.corpus))
    for name, rows in sets.items():
        print(
            f"\n{name}: {len(rows)} statements of {len({row.source for row in rows})} sources, {speed(rows):,} a second"
        )
        _table(rows)
        if not name.endswith("held"):
            _sources(rows)
            _errors(rows, chosen.errors)
    return 0 if sets else 1


def corpora(folder: Path) -> Iterator[tuple[str, list[Row]]]:
    """The sets of labelled statements in a folder: what was looked at while building, then what was held out."""
    files = sorted(folder.glob("*.tsv"))
    for name, chosen in (
        ("seen", [path for path in files if ".held" not in path.name]),
        ("held", [path for path in files if ".held" in path.name]),
    ):
        rows = [row for path in chosen for row in _rows(path)]
        if rows:
            yield f"{folder.name} {name}", rows


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        for record in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            names = METRIC if record["kind"] == "metric" else OBJECTIVE
            labels = {name: {"true": True, "false": False}.get(record[name]) for name in names}
            yield Row(record["text"], record["kind"], labels, record["source"])


def ours(row: Row, label: str) -> bool:
    """What the reader says; undecided counts as no."""
    return bool(read(row.text, row.kind).labels[label])


def keywords(row: Row, label: str) -> bool:
    """What a list of ten lines says."""
    return bool(re.search(KEYWORDS[label], row.text, 0 if label == "jargon" else re.IGNORECASE))


def score(rows: Iterable[Row], label: str, guess: Guess) -> Score:
    """Precision, recall and F1 of the class that is rarer among the statements whose label is settled."""
    pairs = [(bool(row.labels[label]), guess(row, label)) for row in rows if row.labels[label] is not None]
    rarer = sum(true for true, _ in pairs) * 2 <= len(pairs)
    hits = sum(true == said == rarer for true, said in pairs)
    said = sum(said == rarer for _, said in pairs)
    there = sum(true == rarer for true, _ in pairs)
    precision, recall = hits / said if said else 0.0, hits / there if there else 0.0
    f1 = 2 * hits / (said + there) if said + there else 0.0
    yes = [true for true, said in pairs if said]
    alarms = sum(yes) / len(yes) if yes else 1.0
    return Score(precision, recall, f1, alarms, max(there, len(pairs) - there) / len(pairs), len(pairs))


def figures(rows: list[Row], guess: Guess) -> dict[str, Score]:
    """The score of each of the nine labels; jargon is told of statements and of metrics apart."""
    made = {}
    for kinds, names in ((("objective", "outcome"), OBJECTIVE), (("metric",), METRIC)):
        some = [row for row in rows if row.kind in kinds]
        for name in names if some else ():
            made[name + (" (metric)" if kinds == ("metric",) and name == "jargon" else "")] = score(some, name, guess)
    return made


def speed(rows: list[Row]) -> int:
    """Statements read a second on this core, none of them remembered."""
    taken = []
    for _ in range(5):
        read.cache_clear()
        begun = perf_counter()
        for row in rows:
            read(row.text, row.kind)
        taken.append(perf_counter() - begun)
    return round(len(rows) / min(taken))


def _table(rows: list[Row]) -> None:
    """Our figures beside the F1 of a list of keywords and how often it is right always to say what is commoner."""
    print(f"  {'label':20} {'n':>4}  precision  recall    F1  keywords  majority  precision of yes")
    mine, theirs = figures(rows, ours), figures(rows, keywords)
    for name, one in mine.items():
        told = f"{one.precision:9.2f} {one.recall:7.2f} {one.f1:5.2f} {theirs[name].f1:9.2f} {one.majority:9.0%}"
        low = name.split()[0] in ALARMS and one.alarms < 0.88
        print(f"  {name:20} {one.settled:4}  {told}  {one.alarms:16.2f}{' low' if low else ''}")
    means = [sum(one.f1 for one in figure.values()) / len(figure) for figure in (mine, theirs)]
    print(f"  {'mean':43} {means[0]:5.2f} {means[1]:9.2f}")


def _sources(rows: list[Row]) -> None:
    """The sources read worst: nothing is fitted by counting, so each is as good as left out."""
    right: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        right[row.source] += [ours(row, name) == value for name, value in row.labels.items() if value is not None]
    worst = sorted(right, key=lambda name: sum(right[name]) / len(right[name]))[:5]
    print("  sources read worst: " + "; ".join(f"{name} {sum(right[name]) / len(right[name]):.0%}" for name in worst))


def _errors(rows: list[Row], most: int) -> None:
    """The worst errors: most labels wrong first, false alarms before misses."""
    wrong = []
    for row in rows:
        missed = [name for name, value in row.labels.items() if value is not None and ours(row, name) != value]
        alarms = sum(name in ALARMS and not row.labels[name] for name in missed)
        if missed:
            wrong.append((len(missed), alarms, row, missed))
    wrong.sort(key=lambda error: (-error[0], -error[1]))
    print(f"  {len(wrong)} statements with an error; the worst:")
    for _, _, row, missed in wrong[:most]:
        said = ", ".join(f"{'' if ours(row, name) else 'not '}{name}" for name in missed)
        print(f"    {row.text[:90]}{'…' if len(row.text) > 90 else ''}\n      read as {said}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
