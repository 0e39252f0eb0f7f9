"""The stage: the view in hand, drawn line by line, with its head kept on top."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import Any

from textual import events
from textual.geometry import Size
from textual.message import Message

from screens.text import Line, width_of, wrap
from screens.views.view import View
from screens.widgets.drawn import Drawn

_SIDE = 1
"""Blank cells left and right of the stage."""


class Stage(Drawn, can_focus=True):
    """Draws a view's visible lines only, so that five thousand rows cost what five do."""

    DEFAULT_CSS = "Stage { height: 1fr; }"

    class Tabs(Message):
        """The mouse chose a cell of the tabs."""

        def __init__(self, x: int) -> None:
            super().__init__()
            self.x = x

    class Chosen(Message):
        """The mouse chose a row and a column; twice means to go in."""

        def __init__(self, at: int, column: int, twice: bool) -> None:
            super().__init__()
            self.at, self.column, self.twice = at, column, twice

    def __init__(self, pressed: Callable[[events.Key], None]) -> None:
        super().__init__("stage")
        self._pressed = pressed
        self.view: View[Any] = View()
        self.top = 0
        self._home = 0
        """The top line as somebody chose it, to come back to when the window is as large again."""
        self._heights: list[int] = []
        self._ends: list[int] = []
        self._tabs: Line = []
        self.growing = False
        """Whether rows are being added at the end."""
        self.left: Size | None = None
        """What the screen leaves to it, until it is laid out for the first time."""

    @property
    def space(self) -> Size:
        """What it can fill."""
        return self.size if self.left is None else self.left

    @property
    def inner(self) -> int:
        """The width that a view may fill."""
        return max(10, self.space.width - 2 * _SIDE)

    @property
    def home(self) -> int:
        """The top line as somebody chose it."""
        return self._home

    def begin(self, view: View[Any], top: int) -> None:
        """Before the first paint: the view that is presented first, and from which line on."""
        self.view, self._home = view, top

    def present(self, view: View[Any], tabs: Line) -> None:
        """Put a filled view on the stage."""
        if view is not self.view:
            self.top = self._home = 0
        self.view, self._tabs = view, tabs
        self._follow()
        self.show(self._in_sight())

    def move(self, rows: int, columns: int) -> bool:
        """Move the cursor and redraw what that changes."""
        if abs(rows) == 1 and self._roll_within(rows):
            return True
        if not self.view.move(rows, columns):
            return self._roll(rows)
        return self._settle(self.top)

    def turn(self, by: int) -> bool:
        """Go on by pages: the cursor keeps its height on the stage, so that what is seen turns with it."""
        height = self.view.sight()[0] - self.top if self._ends else 0
        if not self.view.move(self._page() * by, 0):
            return self._roll(by * (self._body - 1))
        return self._settle(max(0, self.view.sight()[0] - height))

    def _settle(self, home: int) -> bool:
        """Draw what is in sight now that the cursor went on, from that line where it can be."""
        self._home = home
        self._follow()
        self._home = self.top
        self.show(self._in_sight())
        return True

    def on_resize(self) -> None:
        """Other lines are in sight now."""
        self.left = None
        self._follow()
        self.show(self._in_sight())

    def _page(self) -> int:
        """About how many rows fit."""
        rows = len(self._ends)
        return max(1, self._body * rows // max(1, self._ends[-1]) - 1) if rows else 1

    def on_key(self, event: events.Key) -> None:
        """Keys are the screen's business, but only those that were pressed here."""
        self._pressed(event)

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; a second one goes in."""
        if event.y == 0:
            self.post_message(Stage.Tabs(event.x - _SIDE))
            return
        line = self.top + event.y - 1 - len(self.view.head)
        if line < 0 or not self._ends or line >= self._ends[-1]:
            return
        at = bisect_right(self._ends, line)
        column = self.view.column_at(event.x - _SIDE)
        self.post_message(Stage.Chosen(at, column, event.chain > 1))

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves what is seen."""
        self._roll(3)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves what is seen."""
        self._roll(-3)

    @property
    def _body(self) -> int:
        return max(1, self.space.height - 1 - len(self.view.head))

    def _in_sight(self) -> list[Line]:
        """The lines that fit: tabs, the view's head, and its rows from the top line on."""
        view, lines = self.view, [self._tabs_and_place(), *self.view.head]
        if not self._ends:
            lines += [[(line, "dim")] for line in wrap(_empty(view), self.inner)]
        at = bisect_right(self._ends, self.top)
        skip = self.top - (self._ends[at - 1] if at else 0)
        while at < len(self._ends) and len(lines) < self.space.height:
            drawn = view.draw(at)
            lines += [*drawn, *([[]] * (self._heights[at] - len(drawn)))][skip:]
            at, skip = at + 1, 0
        side: Line = [(" " * _SIDE, "text")]
        return [side + line for line in lines[: self.space.height]] + [[]] * (self.space.height - len(lines))

    def _tabs_and_place(self) -> Line:
        """The tabs; at the right, which row is in hand, where not all are in sight."""
        total = self._ends[-1] if self._ends else 0
        if total <= self._body:
            return self._tabs
        up, down = "↑" if self.top else " ", "↓" if self.top + self._body < total else " "
        place = f" {self.view.at + 1} of {len(self._ends)} {up}{down}"
        taken = sum(width_of(words) for words, _ in self._tabs)
        return [*self._tabs, (" " * (self.inner - taken - width_of(place)), "text"), (place, "gold")]

    def _follow(self) -> None:
        """Keep the cursor's row in sight."""
        if self._heights is not self.view.heights:
            self._heights = self.view.heights
            self._ends = list(accumulate(self._heights))
        if not self._ends:
            self.top = 0
            return
        start, end = self.view.sight()
        top = max(min(self._home, self._ends[-1] - self._body), end - self._body)
        if self.growing and end == self._ends[-1]:
            held = self.top <= start and end <= self.top + self._body
            top = self.top if held else top + self._body // 3  # room for the next ones: the wall moves less often
        self.top = max(0, min(top, start, max(0, self._ends[-1] - 1)))

    def _roll_within(self, by: int) -> bool:
        """A row taller than the stage is read to its end before the next one comes."""
        if not self._ends:
            return False
        start, end = self.view.sight()
        if by > 0:
            return end > self.top + self._body and self._roll(min(self._body - 1, end - self.top - self._body))
        return start < self.top < end and self._roll(-min(self._body - 1, self.top - start))

    def _roll(self, by: int) -> bool:
        most = max(0, (self._ends[-1] if self._ends else 0) - self._body)
        top = max(0, min(most, self.top + by))
        if top == self.top:
            return False
        self.top = self._home = top
        self.show(self._in_sight())
        return True


def _empty(view: View[Any]) -> str:
    """What is said of a view with nothing in it; of the keys only where somebody has them."""
    said = view.empty()
    return said.partition(". ")[0].rstrip(".") + "." if view.walled and said else said
