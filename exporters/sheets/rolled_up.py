"""The portfolio as a workbook: what many workshops say together, a sheet for each question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from exporters import front, workbook
from exporters.layout import START, Book, Column, Rule, Sheet
from exporters.saying import capital, counted, refs, sentence, short, them, verb
from workshop.declare import KINDS
from workshop.draft import Draft
from workshop.portfolio import Asked, Carrier, Portfolio, Standing
from workshop.state import Workshop
from workshop.summary import Summary

if TYPE_CHECKING:
    from exporters.canvas import Canvas

_MOST_NAMED = 6
_NO_FILE, _NO_PROCESS, _NO_GOAL = "No workshop was found", "No process is named yet", "No objective is named yet"
_NO_CARRIER, _ALL_SERVED = "No process carries an objective yet", "A process serves every objective"
_ONE_MEANING, _ALL_READ = "Every word means the same everywhere", "Every file could be read"
_STATES = ("candidate", "pilot", "mapped", "proved", "parked")
_STATUS = ("Met", "On the way", "Behind", "No reading", "Check numbers")


@dataclass
class Roll(Book):
    """A book about many workshops: its state is how many, its day the one on which they were read."""

    files: int = 0
    made_on: date = field(default_factory=date.today)

    def __post_init__(self) -> None:
        self.changed = datetime(self.made_on.year, self.made_on.month, self.made_on.day)

    @property
    def state(self) -> str:
        """How many workshops were read."""
        return f"of {counted(self.files, 'workshop')}"


def made(portfolio: Portfolio, folder: str, today: date) -> bytes:
    """The workbook, as bytes; the same portfolio on the same day gives the same bytes."""
    return workbook.made(lambda: described(portfolio, folder, today))


def described(portfolio: Portfolio, folder: str, today: date) -> Book:
    """Its sheets, the cover first."""
    shop = Workshop(today=today)
    draft = Draft(shop)
    title = f"Portfolio of {counted(len(portfolio.files), 'workshop')}"
    draft.add(KINDS["workshop"], {"title": title, "unit": folder, "held_on": today.isoformat()},
              id="portfolio")  # fmt: skip
    shop.apply(draft.changes)
    book = Roll(shop, [], what="portfolio", files=len(portfolio.files), made_on=today)
    sheets = (_files, _processes, _carried, _owners, _unserved, _categories, _words, _problems)
    found = [describe(portfolio) for describe in sheets]
    cover = Sheet(name=START, headline=title, how="", portrait=True, page=partial(_cover, portfolio))
    book.sheets = {sheet.name: sheet for sheet in (cover, *found)}
    return book


def _cover(portfolio: Portfolio, canvas: Canvas) -> None:
    canvas.widths(front.WIDTHS)
    row = front.band(canvas, "Portfolio", f"Read on {canvas.book.day}")
    row = front.sentences(canvas, row, "What they say together", said(portfolio))
    front.contents(canvas, row, "Contents")


def said(portfolio: Portfolio) -> Iterator[str]:
    """What the workshops say together, in a few sentences."""
    of = len(portfolio.files)
    goals = sum(len(file.goals) for file in portfolio.files)
    ready = sum(file.ready for file in portfolio.files)
    stale = sum(bool(file.stale) for file in portfolio.files)
    yield (
        sentence(
            f"{counted(goals, 'objective')} in {counted(of, 'workshop')}",
            f"{them(ready, of)} {verb(ready or 1, 'is', 'are')} ready",
            f"{them(stale, of)} {verb(stale or 1, 'is', 'are')} out of date.",
        )
        if of
        else f"{_NO_FILE}."
    )
    for paths in portfolio.copies:
        yield f"{refs(paths)} are one workshop: what they hold counts once in each."
    if portfolio.processes and portfolio.processes[0].carries:
        first = portfolio.processes[0]
        yield f"{short(first.name, 60)} carries most: {counted(len(first.carries), 'objective')} in " \
              f"{counted(len(first.files), 'workshop')}."  # fmt: skip
    asked = [one for one in portfolio.owners if len(one.files) > 1]
    if asked:
        yield f"{short(asked[0].owner, 60)} is asked by {counted(len(asked[0].files), 'workshop')}" + (
            f", {counted(len(asked) - 1, 'other owner')} by more than one." if len(asked) > 1 else "."
        )
    if portfolio.unserved:
        none = len(portfolio.unserved)
        yield capital(f"{counted(none, 'objective')} {verb(none, 'is', 'are')} served by nobody.")
    if portfolio.clashes:
        yield capital(f"{counted(len(portfolio.clashes), 'word')} {verb(len(portfolio.clashes), 'does', 'do')} not "
                      "mean the same everywhere.")  # fmt: skip
    if portfolio.problems:
        yield capital(f"{counted(len(portfolio.problems), 'file')} could not be read and "
                      f"{verb(len(portfolio.problems), 'is', 'are')} left out.")  # fmt: skip


def _files(portfolio: Portfolio) -> Sheet:
    def objectives(row: Summary) -> int:
        return len(row.goals)

    return Sheet(
        name="Workshops", table="Workshops",
        headline=sentence(counted(len(portfolio.files), "workshop")) if portfolio.files else _NO_FILE,
        how="How far each is: a step is ready when its gate is met; all six make the workshop ready.",
        columns=(
            Column("File", 40, lambda row: row.path, "strong"),
            Column("Workshop", 40, lambda row: row.title),
            Column("Client", 22, lambda row: row.client),
            Column("Pilot", 44, lambda row: row.pilot),
            Column("Sponsor", 24, lambda row: row.sponsor),
            Column("Objectives", 11, objectives, "figure"),
            Column("Steps ready", 10, lambda row: row.steps, "centre"),
            Column("Ready", 9, lambda row: "Yes" if row.ready else "No", "status"),
            Column("Next review", 13, lambda row: date.fromisoformat(row.next_review) if row.next_review else None,
                   "day"),
            Column("Out of date", 36, lambda row: row.stale, "soft"),
        ),
        rows=portfolio.files, frozen=1, paper="A3", rules=(Rule(("Ready",), "green", equals="Yes"),),
        empty="" if portfolio.files else _NO_FILE,
    )  # fmt: skip


def _processes(portfolio: Portfolio) -> Sheet:
    def objectives(row: Carrier) -> int:
        return len(row.carries)

    def files(row: Carrier) -> int:
        return len(row.files)

    of = len(portfolio.processes)
    carrying = sum(bool(row.carries) for row in portfolio.processes)
    return Sheet(
        name="Processes", table="PortfolioProcesses",
        headline=sentence(counted(of, "process", "processes"),
                          f"{them(carrying, of)} {verb(carrying or 1, 'carries', 'carry')} an objective")
        if of else _NO_PROCESS,
        how="Processes of one practice of the catalogue, or of one name, are one. Those that carry most come first.",
        columns=(
            Column("Process", 38, lambda row: row.name, "strong"),
            Column("Objectives", 11, objectives, "figure"),
            Column("Workshops", 11, files, "figure"),
            Column("Owners", 50, lambda row: _few(row.owners)),
            Column("Files", 70, lambda row: _few(row.files), "soft"),
        ),
        rows=portfolio.processes, frozen=1,
        rules=(Rule(("Objectives",), "gold", bar=(0, max([1, *map(objectives, portfolio.processes)]))),),
        empty="" if portfolio.processes else _NO_PROCESS,
    )  # fmt: skip


def _carried(portfolio: Portfolio) -> Sheet:
    rows = [(process.name, one) for process in portfolio.processes for one in process.carries]
    return Sheet(
        name="Carried", table="PortfolioCarried",
        headline=sentence(f"{'once' if len(rows) == 1 else counted(len(rows), 'time')} a process carries an objective")
        if rows else _NO_CARRIER,
        how="One line for each process and each objective that it carries; filter it by either.",
        columns=(
            Column("Process", 34, lambda row: row[0], "strong"),
            Column("File", 36, lambda row: row[1].path),
            Column("Ref", 6, lambda row: row[1].goal.ref, "ref"),
            Column("Objective", 60, lambda row: row[1].goal.statement),
            Column("Category", 20, lambda row: capital(row[1].goal.category)),
            Column("State", 12, lambda row: capital(row[1].goal.state), "centre"),
            Column("Owner", 26, lambda row: row[1].goal.owner),
        ),
        rows=rows, frozen=1, paper="A3", empty="" if rows else _NO_CARRIER,
    )  # fmt: skip


def _owners(portfolio: Portfolio) -> Sheet:
    def files(row: Asked) -> int:
        return len(row.files)

    many = sum(len(row.files) > 1 for row in portfolio.owners)
    return Sheet(
        name="Owners", table="PortfolioOwners",
        headline=sentence(f"{counted(many, 'owner')} {verb(many, 'is', 'are')} asked by more than one workshop"),
        how="Whoever owns processes in several workshops is asked by all of them, for the same hours.",
        columns=(
            Column("Owner", 34, lambda row: row.owner, "strong"),
            Column("Workshops", 11, files, "figure"),
            Column("Objectives", 11, lambda row: row.objectives, "figure"),
            Column("Processes", 56, lambda row: _few(row.processes)),
            Column("Files", 66, lambda row: _few(row.files), "soft"),
        ),
        rows=portfolio.owners, frozen=1,
        rules=(Rule(("Workshops",), "gold", bar=(0, max([1, *map(files, portfolio.owners)]))),),
        empty="" if portfolio.owners else "No process has an owner yet",
    )  # fmt: skip


def _unserved(portfolio: Portfolio) -> Sheet:
    rows = portfolio.unserved
    return Sheet(
        name="Served by nobody", table="PortfolioUnserved",
        headline=sentence(f"{counted(len(rows), 'objective')} {verb(len(rows), 'is', 'are')} served by no process")
        if rows else _ALL_SERVED,
        how="Nobody works on these: park them with the reason, or map them.",
        columns=(
            Column("File", 38, lambda row: row.path, "strong"),
            Column("Ref", 6, lambda row: row.goal.ref, "ref"),
            Column("Objective", 64, lambda row: row.goal.statement),
            Column("Category", 20, lambda row: capital(row.goal.category)),
            Column("Owner", 26, lambda row: row.goal.owner),
            Column("What is missing", 34, lambda row: capital(row.goal.lacks), "soft"),
        ),
        rows=rows, frozen=1, empty="" if rows else _ALL_SERVED,
    )  # fmt: skip


def _categories(portfolio: Portfolio) -> Sheet:
    def of(name: str, counts: str) -> Column:
        return Column(capital(name), 12, lambda row: getattr(row, counts).get(name, 0), "figure")

    def objectives(row: Standing) -> int:
        return row.objectives

    return Sheet(
        name="By category", table="PortfolioCategories",
        headline=sentence(counted(len(portfolio.categories), "category of objectives", "categories of objectives"))
        if portfolio.categories else _NO_GOAL,
        how="How many objectives of each category stand where, and how many of their metrics.",
        columns=(
            Column("Category", 26, lambda row: capital(row.category), "strong"),
            Column("Objectives", 12, objectives, "figure"),
            *(of(name, "states") for name in _STATES),
            *(of(name, "status") for name in _STATUS),
        ),
        rows=portfolio.categories, frozen=1, empty="" if portfolio.categories else _NO_GOAL,
    )  # fmt: skip


def _words(portfolio: Portfolio) -> Sheet:
    rows = [(one.term, said, files) for one in portfolio.clashes for said, files in one.meanings.items()]
    many = len(portfolio.clashes)
    return Sheet(
        name="Words", table="PortfolioWords",
        headline=sentence(f"{counted(many, 'word')} {verb(many, 'does', 'do')} not mean the same everywhere")
        if many else _ONE_MEANING,
        how="One line for each meaning; agree on one before numbers are compared across workshops.",
        columns=(
            Column("Word", 26, lambda row: row[0], "strong"),
            Column("Meaning", 76, lambda row: row[1] or "Not defined"),
            Column("Files", 66, lambda row: _few(row[2]), "soft"),
        ),
        rows=rows, frozen=1, empty="" if rows else _ONE_MEANING,
    )  # fmt: skip


def _problems(portfolio: Portfolio) -> Sheet:
    rows: list[tuple[str, str]] = [*portfolio.problems]
    rows += [
        (_few(paths), "One workshop more than once: what it holds counts once in each") for paths in portfolio.copies
    ]
    unread, again = len(portfolio.problems), len(portfolio.copies)
    return Sheet(
        name="Problems", table="PortfolioProblems",
        headline=sentence(
            *[f"{counted(unread, 'file')} could not be read"] * bool(unread),
            *[f"{counted(again, 'workshop')} {verb(again, 'is', 'are')} there more than once"] * bool(again),
        ) if rows else _ALL_READ,
        how="These are left out, or count more than once; everything else says what it says without them.",
        columns=(
            Column("File", 60, lambda row: row[0], "strong"),
            Column("What is wrong", 100, lambda row: row[1]),
        ),
        rows=rows, frozen=1, empty="" if rows else _ALL_READ,
    )  # fmt: skip


def _few(names: Iterable[Any]) -> str:
    every = [str(name) for name in names]
    more = len(every) - _MOST_NAMED
    return ", ".join(every[:_MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")
