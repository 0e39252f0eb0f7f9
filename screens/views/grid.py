"""A grid: rows crossed with columns, frozen heads, the reason of the cell in hand below the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from screens.text import Line, fit, middle, width_of, wrap
from screens.views.view import View

if TYPE_CHECKING:
    from screens.room import Room

T = TypeVar("T")
_TALL = 4
"""Lines that the names of columns may take."""
_SMALL = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "per", "that", "the", "to", "with"}
"""Words that a long name can do without."""
_READABLE = 7
"""Cells that a column needs for its name."""
_SHORT = {
    "administrator": "Admin", "architect": "Arch.", "business": "Bus.", "customer": "Cust.", "department": "Dept",
    "development": "Dev.", "director": "Dir.", "executive": "Exec.", "finance": "Fin.", "financial": "Fin.",
    "governance": "Gov.", "information": "Info", "infrastructure": "Infra", "knowledge": "Know.", "management": "Mgmt",
    "manager": "Mgr", "officer": "Off.", "operations": "Ops", "operational": "Oper.", "problem": "Prob.",
    "process": "Proc.", "product": "Prod.", "relationship": "Rel.", "representative": "Rep.", "security": "Sec.",
    "service": "Serv.", "services": "Serv.", "technical": "Tech.", "technology": "Tech.", "workshop": "Wksp",
}  # fmt: skip
"""Words of roles as offices shorten them, for a narrow column."""
_LEAST = 22
"""Cells that the row's own words keep."""


class Grid(View[T]):
    """Cells under columns; Enter goes in where cells can be typed, Esc comes out.

    A child says what the columns are called, what a row is, and what each cell holds.
    """

    cell_widths: tuple[int, int] = (5, 14)
    """A cell's least and most width."""
    editable = True

    def __init__(self) -> None:
        super().__init__()
        self.left = 0

    def names(self) -> list[str]:
        """What the columns are called."""
        return []

    def words(self, row: T) -> str:
        """What stands at the head of a row."""
        return ""

    def cell(self, row: T, column: int) -> tuple[str, str]:
        """What a cell holds, and its look."""
        return "", "text"

    def columns(self) -> int:
        """As many as have names."""
        return max(1, len(self.names()))

    def shape(self) -> tuple[int, int, int]:
        """Cells of the row heads, cells of a column, and how many columns are in sight."""
        least, most = self.cell_widths
        count = self.columns()
        longest = max((len(word) for name in self.names() for word in name.split()), default=least)
        width = max(least, min(most, longest + 1, max(_READABLE, (self.width - _LEAST) // count)))
        seen = max(1, min(count, (self.width - _LEAST) // width))
        return self.width - seen * width, width, seen

    def column_at(self, x: int) -> int:
        """The column at that cell of a line."""
        head, width, seen = self.shape()
        return self.left + max(0, min(seen - 1, (x - head) // width))

    def measure(self) -> list[int]:
        """As tall as the row's words."""
        head, _, _ = self.shape()
        return [len(wrap(self.words(row), head - 1)) for row in self.rows]

    def draw_head(self) -> list[Line]:
        """Column names over three lines at most, the last line underlined."""
        self._follow_column()
        head, width, seen = self.shape()
        names = self._heads(width, seen)
        tall = max((len(name) for name in names), default=1)
        lines: list[Line] = []
        for y in range(tall):
            look = "head" if y == tall - 1 else "dim"
            line: Line = [(fit(self._corner() if y == tall - 1 else "", head), look)]
            for name in names:
                at = y - (tall - len(name))
                line.append((middle(name[at] if at >= 0 else "", width), look))
            lines.append(line)
        return lines

    def draw(self, at: int) -> list[Line]:
        """The row's words and its cells."""
        head, width, seen = self.shape()
        row = self.rows[at]
        words = wrap(self.words(row), head - 1)
        lines: list[Line] = []
        for y, text in enumerate(words):
            line: Line = [(fit(text, head), "thread" if at == self.at else "text")]
            for column in range(self.left, min(self.left + seen, self.columns())):
                mark, look = self.cell(row, column) if not y else ("", "text")
                here = at == self.at and column == self.column and not y
                if here:
                    look = "inside" if self.inside else "cursor"
                line.append((middle(mark or ("·" if not y else ""), width), look if mark or here else "dim"))
            lines.append(line)
        return lines

    def move(self, rows: int, columns: int) -> bool:
        """Moving sideways may bring other columns into sight."""
        moved = super().move(rows, columns)
        before = self.left
        self._follow_column()
        if self.left != before:
            self.head = self.draw_head()
        return moved

    def go_on(self, room: Room, columns: int) -> bool:
        """To the next of so many columns, then to the first of the next row; False at the end of all."""
        if self.column + 1 < columns:
            room.move(0, 1)
        elif self.at + 1 < len(self.rows):
            room.move(1, -self.columns())
        else:
            return False
        return True

    def enter(self, room: Room) -> None:
        """Into the grid, or the card of what is in hand where nothing can be typed."""
        if not self.editable or not self.rows:
            super().enter(room)
            return
        if room.file.readonly:
            room.tell(room.file.why_readonly, "warn")
            return
        self.inside = True
        room.show()

    def _heads(self, width: int, seen: int) -> list[tuple[str, ...]]:
        """The names over the columns in sight, shortened where they are long."""
        return [_head(name, width - 1) for name in self.names()[self.left : self.left + seen]]

    def _corner(self) -> str:
        seen = self.shape()[2]
        if seen < self.columns():
            return f"columns {self.left + 1} to {self.left + seen} of {self.columns()}"
        return ""

    def _follow_column(self) -> None:
        _, _, seen = self.shape()
        if self.column < self.left:
            self.left = self.column
        elif self.column >= self.left + seen:
            self.left = self.column - seen + 1
        self.left = max(0, min(self.left, self.columns() - seen))


def _head(name: str, width: int) -> tuple[str, ...]:
    """The name over a column, long words cut; a long name without its small words, and as far as there is room."""
    words = name.split()
    for said in (words, [word for word in words if word not in _SMALL]):
        lines = wrap(" ".join(_cut(word, width) for word in said), width)
        if len(lines) <= _TALL:
            return lines
    return (*lines[: _TALL - 1], lines[_TALL - 1].rstrip(",:;"))


def _cut(word: str, width: int) -> str:
    """The word; where it is too long, as offices shorten it, else cut with a full stop."""
    if width_of(word) > width:
        word = _SHORT.get(word.lower(), word)
    return word if width_of(word) <= width else fit(word, width)[: width - 1].rstrip("…") + "."
