"""Many workshops looked at together, for the command line and the wall: read one by one, told in lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from store import folder
from store.file import WorkshopFile
from workshop.errors import WorkshopError
from workshop.portfolio import Portfolio, Problem
from workshop.summary import Summary, summary
from workshop.words import folded, listed, plural

if TYPE_CHECKING:
    from exporters.warehouse import Rows

MOST_SHOWN = 20
"""Lines of a list that are shown to people; programs get all with --json."""
_STATES = ("candidate", "pilot", "mapped", "proved", "parked")
_STATUS = ("Met", "On the way", "Behind", "No reading", "Check numbers")


class Look(NamedTuple):
    """What one file says: its summary and its rows for a warehouse; or a problem."""

    summary: Summary | None
    rows: Rows | None
    problem: Problem | None


def looked_at(place: Path, look: Callable[[Path], Look], tell: Callable[[int, int], object], *,
              together: bool = True) -> Iterator[Look]:  # fmt: skip
    """What `look` says of each workshop of the folder, its path as seen from there; `tell` hears how far it is.

    `together`: by several processes, where there are many. Raises NoSuchFolder.
    """
    paths = folder.workshops(place)
    for done, one in enumerate(folder.each(paths, look) if together else map(look, paths), 1):
        tell(done, len(paths))
        yield _seen_from(one, place)


def alone(path: Path) -> Look:
    """The summary of one file."""
    return _look(path, rows=False)


def with_rows(path: Path) -> Look:
    """The summary of one file, and its rows."""
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
    return _practices().get(folded(said), "")


@cache
def _practices() -> dict[str, str]:
    """The catalogue's name of a practice, by its key and by all its names."""
    from store.catalogues import catalogue

    return {
        folded(name): practice.name
        for key, practice in catalogue().practices.items()
        for name in (key, practice.name, *practice.aliases)
    }


def _seen_from(look: Look, place: Path) -> Look:
    """With the path as seen from the folder."""
    if look.summary:
        path = str(Path(look.summary.path).relative_to(place))
        return look._replace(summary=look.summary._replace(path=path))
    assert look.problem
    return look._replace(problem=look.problem._replace(path=str(Path(look.problem.path).relative_to(place))))


def lines(made: Portfolio, place: Path) -> Iterator[str]:
    """All of it in lines; those of a list stand a little to the right, under its title and a blank line."""
    goals, ready = sum(len(file.goals) for file in made.files), sum(file.ready for file in made.files)
    yield (
        f"{place}: {plural(len(made.files), 'workshop')} with {plural(goals, 'objective')} "
        f"and {plural(len(made.processes), 'process', 'processes')}; {ready:,} ready"
    )
    for paths in made.copies:
        yield f"{_few(paths)} are one workshop: what they hold counts once in each"
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
    yield from _part("Could not be read, left out", [f"{one.path}: {one.message}" for one in made.problems])


def _part(title: str, lines: Sequence[str]) -> Iterator[str]:
    """A list under its title; nothing where it is empty."""
    every = list(lines)
    if every:
        yield ""
        yield title
        yield from (f"  {line}" for line in every[:MOST_SHOWN])
        if len(every) > MOST_SHOWN:
            yield f"  and {len(every) - MOST_SHOWN:,} more; all of them with --json"


def _few(names: Sequence[str], most: int = 3) -> str:
    if len(names) <= most:
        return listed(list(names)) if names else ""
    return f"{', '.join(names[:most])} and {len(names) - most:,} more"


def _counts(counts: dict[str, int], order: Sequence[str]) -> str:
    return ", ".join(f"{counts[name]:,} {name.lower()}" for name in order if counts.get(name))
