"""A folder of workshops rolled up: said in lines, as JSON, as a workbook, as tables for a warehouse."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import Any

from screens import rolling_up
from screens.cli import say
from screens.cli.arguments import Said, WrongUse
from workshop.portfolio import Carried, Portfolio
from workshop.words import plural

_PATIENCE = 1.0
"""Seconds between two words of progress where nobody watches."""


def portfolio(said: Said) -> int:
    """Roll up every workshop of a folder; 1 where a file could not be read."""
    from workshop.portfolio import portfolio as rolled_up

    folder, out, form = Path(said["DIR"]), said["-o"], _form(said)
    tables = form in ("csv", "parquet")
    if tables:
        from exporters import warehouse

        warehouse.ready(form)
    tell = _Progress()
    looks = list(rolling_up.looked_at(folder, rolling_up.with_rows if tables else rolling_up.alone, tell))
    tell.end()
    made = rolled_up([one.summary for one in looks if one.summary], [one.problem for one in looks if one.problem])
    written = _write(made, looks, folder, out, form, overwrite="--overwrite" in said) if out else []
    if "--json" in said:
        say.records([_plain(made)])
    else:
        for line in rolling_up.lines(made, folder):
            say.line(line)
    for path in written:
        say.note(f"wrote {path}")
    return 1 if made.problems else 0


def _form(said: Said) -> str:
    out, form = said["-o"], said["--format"]
    if form and not out:
        raise WrongUse(f"--format {form} needs a place: -o OUT")
    if out and not form and Path(out).suffix.lower() != ".xlsx":
        raise WrongUse(f"“{out}” is no .xlsx file; name one, or add --format csv or parquet for a folder of tables")
    return form or "xlsx"


class _Progress:
    """How far it is, on stderr: in one line on a terminal, else a word each second."""

    def __init__(self) -> None:
        self._line = sys.stderr.isatty()
        self._told = monotonic()

    def __call__(self, done: int, of: int) -> None:
        now = monotonic()
        if now - self._told < (0.1 if self._line else _PATIENCE):
            return
        self._told = now
        words = f"read {done:,} of {plural(of, 'workshop')}"
        if self._line:
            print(f"\r{words}", end="", file=sys.stderr, flush=True)
        else:
            say.note(words)

    def end(self) -> None:
        """Leave the line empty."""
        if self._line:
            print("\r" + " " * 60 + "\r", end="", file=sys.stderr, flush=True)


def _write(
    made: Portfolio, looks: Sequence[rolling_up.Look], folder: Path, out: str, form: str, *, overwrite: bool
) -> list[Path]:
    from datetime import date

    from exporters.keeping import NotKept, put

    to = Path(out)
    taken = {(folder / file.path).resolve() for file in made.files} | {
        (folder / problem.path).resolve() for problem in made.problems
    }
    if to.resolve() in taken:
        raise NotKept(f"{to} is one of the workshops; write to another file")
    if form == "xlsx":
        from exporters.sheets import rolled_up

        put(rolled_up.made(made, str(folder), date.today()), to, workshop=folder, overwrite=overwrite)
        return [to]
    from exporters import warehouse

    rows = [(look.summary, look.rows) for look in looks if look.summary and look.rows]
    to.mkdir(parents=True, exist_ok=True)
    for name, data in warehouse.made(rows, form):
        put(data, to / name, workshop=folder, overwrite=overwrite, ours=warehouse.ours, form=form)
    return [to]


def _plain(made: Portfolio) -> dict[str, Any]:
    """As the contract has it, and more."""
    return {
        "files": [
            {
                "path": file.path, "title": file.title, "objectives": len(file.goals), "ready": file.ready,
                "steps": file.steps, "pilot": file.pilot, "stale": file.stale,
            }
            for file in made.files
        ],
        "processes": [
            {
                "name": one.name, "objectives": [_goal(each) for each in one.carries], "files": one.files,
                "owners": one.owners,
            }
            for one in made.processes
        ],
        "problems": [problem._asdict() for problem in made.problems],
        "owners": [one._asdict() for one in made.owners],
        "unserved": [_goal(one) | {"lacks": one.goal.lacks} for one in made.unserved],
        "categories": [one._asdict() for one in made.categories],
        "terms": [one._asdict() for one in made.clashes],
        "copies": made.copies,
    }  # fmt: skip


def _goal(one: Carried) -> dict[str, str]:
    return {"path": one.path, "ref": one.goal.ref, "statement": one.goal.statement}
