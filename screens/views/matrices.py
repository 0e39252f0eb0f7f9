"""The matrices, worked out from the same links as the threads; outcome × process is where links are set."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from screens import ask as asking
from screens.ask import Ask
from screens.keys import Key
from screens.views.grid import Grid
from workshop import acts
from workshop.answers import values
from workshop.declare import Record
from workshop.derived.matrix import Matrix as Crossing
from workshop.derived.matrix import objective_process, outcome_process, process_metric
from workshop.derived.threads import link_between
from workshop.records import Link
from workshop.state import Workshop

if TYPE_CHECKING:
    from screens.room import Room

_LOOKS = {"P": "thread", "S": "text", "L": "thread", "T": "text"}


class Matrix(Grid[Record]):
    """One of the method's matrices."""

    adds = False
    editable = False
    cell_widths = (4, 14)
    legend = "P primary, S supporting"

    def __init__(self, title: str, work: Callable[[Workshop], Crossing], legend: str = "") -> None:
        super().__init__()
        self.title = title
        self.legend = legend or self.legend
        self._work = work
        self._found: Crossing | None = None

    def find_rows(self) -> list[Record]:
        """The rows of the matrix."""
        self._found = self._work(self.shop)
        return self._found.rows

    @property
    def across(self) -> list[Record]:
        """The records over the columns."""
        return self._found.columns if self._found else []

    def at_cell(self, row: Record, column: int) -> tuple[str, str]:
        """The refs of row and column."""
        return row.ref, self.across[column].ref if column < len(self.across) else ""

    def names(self) -> list[str]:
        """The columns by ref and words."""
        return [f"{record.ref} {record.words}" for record in self.across]

    def words(self, row: Record) -> str:
        """The row by ref and words."""
        return f"{row.ref} {row.words}"

    def cell(self, row: Record, column: int) -> tuple[str, str]:
        """The mark where they cross."""
        found = self._found.cells.get(self.at_cell(row, column)) if self._found else None
        return (found.mark, _LOOKS.get(found.mark, "text")) if found else ("", "text")

    def ref_of(self, row: Record) -> str:
        """The row's record."""
        return row.ref

    def empty(self) -> str:
        """What comes first."""
        return "Nothing to cross yet. The threads, one tab before, bring outcomes, processes and metrics."

    def detail(self) -> str:
        """The reason of the cell in hand, and what the letters mean."""
        if not self.row or not self._found:
            return ""
        row, column = self.at_cell(self.row, self.column)
        found = self._found.cells.get((row, column))
        why = (found.why or "no reason yet") if found else "not linked"
        return f"{row} × {values.named(column, self.shop)}: {why} · {self.legend}"


class OutcomeProcess(Matrix):
    """The one place where links are set and taken by a letter."""

    editable = True
    inside_keys = (
        Key("P", "", "primary", "Link as the process that carries the outcome"),
        Key("S", "", "supporting", "Link as a process that helps"),
        Key("space", "", "unlink", "Take the link out"),
        Key("w", "", "why", "Say why this process moves this outcome"),
    )

    def __init__(self) -> None:
        super().__init__("Outcome × process", outcome_process)

    def typed(self, key: str, room: Room) -> bool:
        """P, S or a blank into the cell in hand; w asks for the reason."""
        if not self.row or not self.across:
            return False
        outcome, process = self.at_cell(self.row, self.column)
        mark = {"p": "P", "s": "S", " ": "", "delete": "", "backspace": ""}.get(key.lower())
        if mark is not None:
            room.act(lambda draft: acts.cross(draft, outcome, process, mark), f"{outcome} × {process}")
        elif key.lower() == "w" and (found := link_between(room.shop).get((outcome, process))):
            room.ask(self._why(room, found.ref, found.reason))
        return True

    def _why(self, room: Room, ref: str, reason: str) -> Ask:
        def keep(said: str) -> None:
            room.act(lambda draft: acts.edit(draft, ref, "reason", said), f"{ref} reason")

        return asking.of_field(Link.kind.field("reason"), room.shop, reason, keep)


def objective_by_process() -> Matrix:
    """Worked out from outcomes and links."""
    return Matrix("Objective × process", objective_process)


def process_by_metric() -> Matrix:
    """Which numbers watch which process."""
    return Matrix("Process × metric", process_metric, "L in a cell warns early (leading), T looks back")
