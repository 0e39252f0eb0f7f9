"""A folder of workshops rolled up: said in lines, as JSON, as a workbook, as tables for a warehouse."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

from screens.cli import say
from screens.cli.arguments import Said, WrongUse
from store.file import WorkshopFile
from workshop.errors import WorkshopError
from workshop.portfolio import Carried, Portfolio, Problem
from workshop.summary import Summary, summary
from workshop.words import listed, plural

if TYPE_CHECKING:
    from exporters.warehouse import Rows

_MOST_SHOWN = 20
"""Lines of a list that are shown to people; programs get all with --json."""
_PATIENCE = 1.0
"""Seconds between two words of progress where nobody watches."""
_STATES = ("candidate", "pilot", "mapped", "proved", "parked")
_STATUS = ("Met", "On the way", "Behind", "No reading", "Check numbers")


class Look(NamedTuple):
    """What one file says: its summary and its rows for a warehouse; or a problem."""

    summary: Summary | None
    rows: Rows | None
    problem: Problem | None


def portfolio(said: Said) -> int:
    """Roll up every workshop of a folder; 1 where a file could not be read."""
    from workshop.portfolio import portfolio as rolled_up

    folder, out, form = Path(said["DIR"]), said["-o"], _form(said)
    tables = form in ("csv", "parquet")
    if tables:
        from exporters import warehouse

        warehouse.ready(form)
    looks = list(_looked_at(folder, _with_rows if tables else _alone))
    made = rolled_up([one.summary for one in looks if one.summary], [one.problem for one in looks if one.problem])
    written = _write(made, looks, folder, out, form, overwrite="--overwrite" in said) if out else []
    if "--json" in said:
        say.records([_plain(made)])
    else:
        for line in _lines(made, folder):
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


def _looked_at(folder: Path, look: Callable[[Path], Look]) -> Iterator[Look]:
    from store.folder import each, workshops

    paths = workshops(folder)
    tell = _Progress(len(paths))
    for done, one in enumerate(each(paths, look), 1):
        path = one.summary.path if one.summary else one.problem.path if one.problem else ""
        tell(done)
        yield _renamed(one, str(Path(path).relative_to(folder)))
    tell.end()


def _alone(path: Path) -> Look:
    return _look(path, rows=False)


def _with_rows(path: Path) -> Look:
    return _look(path, rows=True)


def _look(path: Path, *, rows: bool) -> Look:
    """Read one file; what is wrong with it is a part of the answer."""
    try:
        with WorkshopFile.open(path, write=False) as file:
            found = summary(str(path), file.shop, _practice)
            if not rows:
                return Look(found, None, None)
            from exporters import warehouse

            return Look(found, warehouse.rows(file.shop), None)
    except WorkshopError as error:
        return Look(None, None, Problem(str(path), str(error)))


def _practice(said: str) -> str:
    return _practices().get(" ".join(said.split()).casefold(), "")


@cache
def _practices() -> dict[str, str]:
    """The catalogue's name of a practice, by its key and by all its names."""
    from store.catalogues import catalogue

    return {
        name.casefold(): practice.name
        for key, practice in catalogue().practices.items()
        for name in (key, practice.name, *practice.aliases)
    }


def _renamed(look: Look, path: str) -> Look:
    """With the path as seen from the folder."""
    if look.summary:
        return look._replace(summary=look.summary._replace(path=path))
    return look._replace(problem=look.problem and look.problem._replace(path=path))


class _Progress:
    """How far it is, on stderr: in one line on a terminal, else a word each second."""

    def __init__(self, of: int) -> None:
        self._of = of
        self._line = sys.stderr.isatty()
        self._told = monotonic()

    def __call__(self, done: int) -> None:
        now = monotonic()
        if now - self._told < (0.1 if self._line else _PATIENCE):
            return
        self._told = now
        words = f"read {done:,} of {plural(self._of, 'workshop')}"
        if self._line:
            print(f"\r{words}", end="", file=sys.stderr, flush=True)
        else:
            say.note(words)

    def end(self) -> None:
        """Leave the line empty."""
        if self._line:
            print("\r" + " " * 60 + "\r", end="", file=sys.stderr, flush=True)


def _write(made: Portfolio, looks: Sequence[Look], folder: Path, out: str, form: str, *, overwrite: bool) -> list[Path]:
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
        put(data, to / name, workshop=folder, overwrite=overwrite, ours=warehouse.ours)
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


def _lines(made: Portfolio, folder: Path) -> Iterator[str]:
    goals, ready = sum(len(file.goals) for file in made.files), sum(file.ready for file in made.files)
    yield (
        f"{folder}: {plural(len(made.files), 'workshop')} with {plural(goals, 'objective')} "
        f"and {plural(len(made.processes), 'process', 'processes')}; {ready:,} ready"
    )
    many = [one for one in made.owners if len(one.files) > 1]
    yield from _part("Processes, by how many objectives they carry", [
        f"{one.name}: {plural(len(one.carries), 'objective')} in {plural(len(one.files), 'workshop')}"
        f"; {_few(one.owners) or 'no owner'}" for one in made.processes
    ])  # fmt: skip
    yield from _part("Asked by several workshops", [
        f"{one.owner}: {plural(len(one.files), 'workshop')}, {plural(one.objectives, 'objective')}"
        f"; {_few(one.processes)}" for one in many
    ])  # fmt: skip
    yield from _part("Objectives that nobody serves", [
        f"{one.path} {one.goal.ref} {one.goal.statement}: {one.goal.lacks}" for one in made.unserved
    ])  # fmt: skip
    yield from _part("How they stand, by category", [
        f"{one.category}: {plural(one.objectives, 'objective')} ({_counts(one.states, _STATES)})"
        + (f"; metrics: {_counts(one.status, _STATUS)}" if one.status else "") for one in made.categories
    ])  # fmt: skip
    yield from _part("Words that do not mean the same everywhere", [
        f"{one.term}: {'; '.join(f'“{said}” in {_few(files)}' for said, files in one.meanings.items())}"
        for one in made.clashes
    ])  # fmt: skip
    yield from _part("Gone stale", [f"{file.path}: {file.stale}" for file in made.files if file.stale])
    yield from _part("The same workshop more than once, so that it counts each time", map(_few, made.copies))
    yield from _part("Could not be read, left out", [f"{one.path}: {one.message}" for one in made.problems])


def _part(title: str, lines: Sequence[str] | map[str]) -> Iterator[str]:
    """A list under its title; nothing where it is empty."""
    every = list(lines)
    if every:
        yield ""
        yield title
        yield from (f"  {line}" for line in every[:_MOST_SHOWN])
        if len(every) > _MOST_SHOWN:
            yield f"  and {len(every) - _MOST_SHOWN:,} more; all of them with --json"


def _few(names: Sequence[str], most: int = 3) -> str:
    if len(names) <= most:
        return listed(list(names)) if names else ""
    return f"{', '.join(names[:most])} and {len(names) - most:,} more"


def _counts(counts: dict[str, int], order: Sequence[str]) -> str:
    return ", ".join(f"{counts[name]:,} {name.lower()}" for name in order if counts.get(name))
