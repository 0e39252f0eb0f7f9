"""Where the knots of the threads lie on the wall, over which rows, and the lines that join them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import NamedTuple

from screens.text import Line, wrap
from workshop.derived.threads import Thread

LINK = 5
"""Cells between two columns, in which the lines are drawn."""


class Knot(NamedTuple):
    """One record (or gap) in one column, over the rows that it spans."""

    first: int
    end: int
    top: int
    lines: tuple[str, ...]
    last_child: int
    """The first row of the last knot that hangs on it, in the next column."""


class Knots:
    """The knots of some threads, column by column; one that several threads share is there once.

    `words` says what stands in a row and column. `heights` are the lines that each row takes at least;
    `lay` says where all lies once they are settled.
    """

    def __init__(self, rows: list[Thread], words: Callable[[int, int], str], widths: list[int]) -> None:
        self._rows = rows
        self._spans = [_spans(rows, layer) for layer in range(4)]
        self._texts: list[list[tuple[str, ...]]] = [[] for _ in range(4)]
        self.heights = [1] * len(rows)
        for layer in (3, 2, 1, 0):
            for first, end in self._spans[layer]:
                lines = wrap(words(first, layer), widths[layer])
                self._texts[layer].append(lines)
                self.heights[end - 1] += max(0, len(lines) - sum(self.heights[first:end]))
        for _, end in self._spans[0]:
            self.heights[end - 1] += 1
        self.tops: list[int] = []
        self.by_layer: list[list[Knot]] = []
        self._of_row: list[list[int]] = []

    def lay(self, heights: list[int]) -> None:
        """Put the knots where rows of these heights let them lie."""
        self.tops = [0]
        for height in heights:
            self.tops.append(self.tops[-1] + height)
        self.by_layer, self._of_row = [], []
        for layer in range(4):
            starts = {first for first, _ in self._spans[min(3, layer + 1)]}
            knots: list[Knot] = []
            of_row: list[int] = []
            for (first, end), lines in zip(self._spans[layer], self._texts[layer], strict=True):
                last = next((row for row in range(end - 1, first - 1, -1) if row in starts), first)
                of_row += [len(knots)] * (end - first)
                knots.append(Knot(first, end, self.tops[first], lines, last))
            self.by_layer.append(knots)
            self._of_row.append(of_row)

    def at(self, row: int, layer: int) -> Knot:
        """The knot of a row in a column."""
        return self.by_layer[layer][self._of_row[layer][row]]

    def beside(self, row: int, layer: int, by: int) -> Knot | None:
        """The knot so many further down that column."""
        at = self._of_row[layer][row] + by
        return self.by_layer[layer][at] if 0 <= at < len(self.by_layer[layer]) else None

    def line(self, row: int, y: int, layer: int, here: int) -> Line:
        """The line from a knot to those that hang on it, at one line of the wall; `here` is the row in hand."""
        parent, child = self.at(row, layer), self.at(row, layer + 1)
        golden = parent.first <= here < parent.end
        target = self.at(here, layer + 1).top if golden else -1
        if y != child.top:
            passing = "thread" if y < target else "line"
            return [("  ┃  " if y < self.tops[parent.last_child] else " " * LINK, passing)]
        if not child.lines[0]:
            return [(" " * LINK, "text")]
        dash = "╌" if self._rows[row].layers[layer + 1] is None else "━"
        first, last = child.first == parent.first, child.first == parent.last_child
        knee = {(True, True): dash, (True, False): "┳", (False, False): "┣", (False, True): "┗"}[first, last]
        return [
            (f" {dash}" if first else "  ", "thread" if golden else "line"),
            (knee, "thread" if y <= target else "line"),
            (f"{dash} ", "thread" if y == target else "line"),
        ]


def _spans(rows: list[Thread], layer: int) -> list[tuple[int, int]]:
    """The rows that each knot of a layer spans: those with the same records up to there."""
    spans: list[tuple[int, int]] = []
    at = 0
    for _, group in groupby(rows, key=lambda row: tuple(id(r) for r in row.layers[: layer + 1])):
        end = at + sum(1 for _ in group)
        spans.append((at, end))
        at = end
    return spans
