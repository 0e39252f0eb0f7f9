"""Workshops of any size: in a file, imported from tables as a consultant would bring them in, or in memory."""

from __future__ import annotations

import csv
import subprocess
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.paired import OURS
from workshop import acts
from workshop.draft import Draft
from workshop.state import Workshop, kind_named

if TYPE_CHECKING:
    from store.file import WorkshopFile

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


def changed(path: Path, changes: int, objectives: int = 500) -> int:
    """A workshop in a file whose objectives were changed so many times; the number of the change before the first."""
    from store.file import WorkshopFile

    def begun(draft: Draft) -> None:
        for row in _tables(objectives, 4 * objectives)["objective"]:
            acts.add(draft, kind_named("objective"), {name: str(value) for name, value in row.items()})

    with WorkshopFile.create(path, title=f"{changes:,} changes") as file:
        file.act(begun, why="add objectives", step=1)
        first = file.last_n()
        for turn in range(changes // objectives):

            def said_anew(draft: Draft, value: str = str(turn + 1)) -> None:
                for number in range(1, objectives + 1):
                    draft.set(f"O{number}", "target", value)

            file.act(said_anew, why="say all anew", step=1)
        return first


def parted(path: Path, objectives: int) -> Path:
    """A break-out's file beside that workshop; since then each said something of its own, and of every tenth both."""
    from store import merge
    from store.file import WorkshopFile

    other = path.with_suffix(".north.workshop")
    with WorkshopFile.open(path) as file:
        merge.fork(file, other)
        _say_apart(file, range(1, objectives + 1, 5), "4")
    with WorkshopFile.open(other) as file:
        _say_apart(file, range(1, objectives + 1, 10), "3")
        _say_apart(file, range(2, objectives + 1, 5), "2")
    return other


def _say_apart(file: WorkshopFile, numbers: range, said: str) -> None:
    def plan(draft: Draft) -> None:
        for number in numbers:
            draft.set(f"O{number}", "target", said)
            draft.set(f"C{number}", "owner", f"Owner {said}")

    file.act(plan, why="say it apart", step=3)


def folder(place: Path, many: int) -> None:
    """So many workshops: the samples in turn, each with words of its own."""
    import shutil

    from store.file import WorkshopFile
    from store.samples import SAMPLES, sample

    place.mkdir(parents=True)
    for name in SAMPLES:
        WorkshopFile.create(place / f"{name}-0000.workshop", plan=sample(name, date.today())).close()
    for number in range(len(SAMPLES), many):
        name = list(SAMPLES)[number % len(SAMPLES)]
        path = Path(shutil.copy(place / f"{name}-0000.workshop", place / f"{name}-{number:04}.workshop"))
        with WorkshopFile.open(path) as file:
            file.act(lambda draft, said=str(number): _own_words(draft, said), why="say it anew", step=1)


def _own_words(draft: Draft, said: str) -> None:
    draft.set("W1", "title", f"Team {said}")
    for kind in ("objective", "outcome"):
        for record in draft.shop.of(kind):
            draft.set(record.ref, "statement", f"{record.words} in region {said}")


def full(objectives: int) -> Workshop:
    """A workshop in memory with all that a room leaves behind, gaps too: some 20 records for each objective."""
    shop = Workshop(today=date(2026, 11, 24))
    draft = Draft(shop)
    draft.say(kind_named("workshop"), {"title": f"{objectives} objectives"})
    shop.apply(draft.changes)
    for kind, rows in {**_tables(objectives, 4 * objectives), **_said(objectives)}.items():
        draft = Draft(shop)
        for row in rows:
            acts.add(draft, kind_named(kind), {name: str(value) for name, value in row.items()})
        shop.apply(draft.changes)
    draft = Draft(shop)
    acts.choose_pilot(draft, "O1")
    shop.apply(draft.changes)
    return shop


def _said(objectives: int) -> dict[str, Rows]:
    """What a room says to each objective and outcome, every third time something else."""
    goals, lines = range(1, objectives + 1), range(1, 2 * objectives + 1)
    groups, criteria = ("business", "service owner", "process owner", "governance"), ("impact", "urgency", "dependency")
    return {
        "person": [{"name": f"Person {h}", "group": groups[h % 4]} for h in range(1, 41)],
        "score": [{"objective": f"O{o}", "person": f"H{h}", "criterion": name, "value": 1 + (o + h) % 5}
                  for o in goals for h in (1, 2) for name in criteria],
        "metric": [{"name": f"Outages of line {c}", "outcomes": f"C{c}", "baseline": 40, "target": 10,
                    "timing": ("leading", "lagging", "")[c % 3], "owner": f"H{1 + c % 40}"} for c in lines[::2]],
        "reading": [{"metric": f"M{c}", "on": f"2026-{month}-01", "value": 20 + (c + month) % 30}
                    for c in goals for month in (10, 11)],
        "verdict": [{"on": f"C{c}", "person": f"H{h}", "says": ("agree", "concern", "block")[(c + h) % 7 % 3]}
                    for c in lines for h in range(1, 2 + c % 4)],
        "ruling": [{"on": f"C{c}", "review": "2026-11-02", "says": "keep"} for c in lines[::3]],
        "action": [{"what": f"See to line {c}", "why": f"C{c}", "owner": "H1"} for c in lines[::4]],
        "note": [{"on": f"C{c}", "what": ("pain", "unknown")[c % 2], "text": f"Line {c} stops"} for c in lines[::5]],
    }  # fmt: skip
