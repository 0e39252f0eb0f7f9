"""The threads crossed into matrices: objective × process, outcome × process, process × metric."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workshop.declare import Record
from workshop.derived.retiring import kept_metrics, kept_outcomes, retired
from workshop.derived.threads import links_by_outcome, links_by_process, metrics_by_outcome, outcomes_by_objective
from workshop.records import Link, Metric, Objective, Outcome, Process
from workshop.state import Workshop, derived

MANY = 5
"""From so many processes on, a row that touches every one of them is no selection."""

OK, NO_PRIMARY, EVERYTHING = "OK", "No primary process", "Linked to everything"
NO_METRIC, ONLY_BACK = "No metric yet", "Only looks back"

_TIMING = {"leading": "L", "lagging": "T"}


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a row and a column meet.

    `mark` is P (primary) or S (supporting) for links, L (leading), T (trailing) or • (not said) for
    metrics; `refs` are the links or metrics behind it, `why` their reasons in words.
    """

    mark: str
    refs: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows and columns as they are shown; `cells` by the row's and the column's ref, gaps left out.

    `judge` says what is to be said of a row, from its cells and the number of columns.
    """

    title: str
    rows: list[Record]
    columns: list[Record]
    cells: dict[tuple[str, str], Cell]
    judge: Callable[[list[Cell], int], str]

    def row(self, ref: str) -> list[Cell]:
        """The cells of a row, in the order of the columns."""
        found = (self.cells.get((ref, column.ref)) for column in self.columns)
        return [cell for cell in found if cell]

    def column(self, ref: str) -> list[Cell]:
        """The cells of a column, in the order of the rows."""
        found = (self.cells.get((row.ref, ref)) for row in self.rows)
        return [cell for cell in found if cell]

    def row_check(self, ref: str) -> str:
        """What is to be said of a row: `OK`, or its fault in a few words."""
        return self.judge(self.row(ref), len(self.columns))

    def row_count(self, ref: str) -> tuple[int, int]:
        """How many cells of a row are primary, and how many are filled in all."""
        return counted(self.row(ref))

    def column_count(self, ref: str) -> tuple[int, int]:
        """As `row_count`, of a column."""
        return counted(self.column(ref))


def counted(cells: Iterable[Cell]) -> tuple[int, int]:
    """How many of these cells are primary, and how many there are."""
    marks = [cell.mark for cell in cells]
    return marks.count("P"), len(marks)


@derived
def objective_process(shop: Workshop) -> Matrix:
    """Which processes carry each objective, worked out from its outcomes and their links.

    P where any of the links behind it is primary. Parked objectives only where something serves them.
    """
    served = outcomes_by_objective(shop)
    rows = [o for o in shop.all(Objective) if o.state != "parked" or o.ref in served]
    cells: dict[tuple[str, str], Cell] = {}
    for row in rows:
        behind: dict[str, list[Link]] = {}
        for outcome in served.get(row.ref, ()):
            for link in links_by_outcome(shop).get(outcome.ref, ()):
                behind.setdefault(link.process, []).append(link)
        for process, links in behind.items():
            cells[row.ref, process] = _joined(links)
    return Matrix("Objective × process", [*rows], [*_processes(shop)], cells, _of_links)


@derived
def outcome_process(shop: Workshop) -> Matrix:
    """Which processes move each outcome: the links themselves; columns in their order, for links are set here."""
    gone = retired(shop)
    links = [link for link in shop.all(Link) if link.outcome not in gone]
    cells = {(link.outcome, link.process): Cell(_mark(link), (link.ref,), link.reason) for link in links}
    return Matrix("Outcome × process", [*kept_outcomes(shop)], [*shop.all(Process)], cells, _of_links)


@derived
def process_metric(shop: Workshop) -> Matrix:
    """Which metrics show what each process does: those of the outcomes it moves and those that name it."""
    rows = [process for process in _processes(shop) if _in_use(shop, process)]
    measuring = metrics_by_outcome(shop)
    watching: dict[str, dict[str, Metric]] = {row.ref: {} for row in rows}
    for metric in kept_metrics(shop):
        for ref in metric.processes:
            if ref in watching:
                watching[ref][metric.ref] = metric
    for row in rows:
        for link in links_by_process(shop).get(row.ref, ()):
            for metric in measuring.get(link.outcome, ()):
                if not metric.processes:
                    watching[row.ref][metric.ref] = metric
    cells = {(process, ref): _shows(shop, m) for process, seen in watching.items() for ref, m in seen.items()}
    return Matrix("Process × metric", [*rows], [*kept_metrics(shop)], cells, _of_metrics)


@derived
def _named_by_metrics(shop: Workshop) -> set[str]:
    return {ref for metric in kept_metrics(shop) for ref in metric.processes}


def _in_use(shop: Workshop, process: Process) -> bool:
    return process.ref in links_by_process(shop) or process.ref in _named_by_metrics(shop)


def _processes(shop: Workshop) -> list[Process]:
    """Every process, those that move no outcome and have no metric last."""
    return sorted(shop.all(Process), key=lambda process: not _in_use(shop, process))


def _mark(link: Link) -> str:
    return "P" if link.role == "primary" else "S"


def _joined(links: list[Link]) -> Cell:
    mark = "P" if any(link.role == "primary" for link in links) else "S"
    reasons = "; ".join(f"{link.outcome}: {link.reason}" for link in links if link.reason)
    return Cell(mark, tuple(link.ref for link in links), reasons)


def _shows(shop: Workshop, metric: Metric) -> Cell:
    outcomes = [found for ref in metric.outcomes if (found := shop.one(Outcome, ref))]
    why = "; ".join(f"{outcome.ref} {outcome.statement}" for outcome in outcomes)
    return Cell(_TIMING.get(metric.timing, "•"), (metric.ref,), why)


def _of_links(cells: list[Cell], columns: int) -> str:
    primary, filled = counted(cells)
    if not primary:
        return NO_PRIMARY
    return EVERYTHING if filled == columns >= MANY else OK


def _of_metrics(cells: list[Cell], columns: int) -> str:
    if not cells:
        return NO_METRIC
    return ONLY_BACK if all(cell.mark == "T" for cell in cells) else OK
