"""A screen of four parts that can ask: head, stage, ask line, foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen

from screens.ask import Ask
from screens.text import Line
from screens.views.view import View
from screens.widgets.ask_line import AskLine
from screens.widgets.drawn import Touch
from screens.widgets.stage import Stage
from workshop.errors import WorkshopError

_ROWS = {"up": -1, "down": 1, "home": -1_000_000, "end": 1_000_000}
_PAGES = {"pageup": -1, "pagedown": 1}
_AGAIN = 0.3
"""Seconds after which one looks again whether a question is still open."""
_THE_APPS = ("ctrl+q", "ctrl+p", "ctrl+c")
READING = "reading"
"""The group of the threads that only read: Esc leaves them."""


class Asking(Screen[None]):
    """What the room and the launcher have in common: the parts, and the way of a question."""

    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.head = Touch("head")
        self.stage = Stage(self.pressed)
        self.line = AskLine()
        self.foot = Touch("foot")
        self._drawn_for = (Size(), Size())

    def compose(self) -> ComposeResult:
        """Head, stage, ask line, foot."""
        yield self.head
        yield self.stage
        yield self.line
        yield self.foot

    def on_mount(self) -> None:
        """The stage has the keys. All is drawn at once, so that the first paint is whole."""
        self.set_focus(self.stage)
        self.stage.left = self.size
        self.show()

    def on_resize(self) -> None:
        """Fit everything to the new size."""
        if self._drawn_for != (self.size, self.stage.size):
            self.show()
            self.line.draw()

    @property
    def size(self) -> Size:
        """The window's, also before the first layout."""
        return super().size or self.app.size

    def present(self, view: View[Any], tabs: Line) -> None:
        """Put a filled view on the stage, which takes what head and foot leave."""
        if self.stage.left is not None:
            taken = sum(len(part.lines) for part in (self.head, self.foot))
            self.stage.left = Size(self.size.width, self.size.height - taken)
        self._drawn_for = (self.size, self.stage.space)
        self.stage.present(view, tabs)

    def pressed(self, event: events.Key) -> None:
        """A key on the stage. What was typed right behind the key that asked belongs to the ask line."""
        if event.key in _THE_APPS:
            return
        event.stop()
        event.prevent_default()
        if self.line.display:
            self.line.hand(event.key, event.character if event.is_printable else None)
        else:
            self.press(event.key, event.character or event.key)

    def roll(self, key: str) -> bool:
        """Move the cursor from row to row or page to page, where the key says so; whether it does."""
        if key in _ROWS:
            self.stage.move(_ROWS[key], 0)
        elif key in _PAGES:
            self.stage.turn(_PAGES[key])
        return key in _ROWS or key in _PAGES

    def press(self, key: str, character: str) -> None:
        """A key that is the screen's own."""

    def attempt(self, do: Callable[[], object]) -> None:
        """Do it; an error that a user can cause becomes one line on the wall."""
        try:
            do()
        except WorkshopError as error:
            self.tell(str(error), "bad")

    def tell(self, words: str, look: str = "gold") -> None:
        """Say something in the foot."""

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted with no question open is as good as what is pasted into the line."""
        event.stop()
        if not self.line.display:
            self.begin_paste(event.text)
        if self.line.display:
            self.line.paste(event.text)

    def begin_paste(self, text: str) -> None:
        """Ask what takes this paste, where something does."""

    def show(self) -> None:
        """Draw all of it as it now is."""

    def show_around(self) -> None:
        """Draw what surrounds the stage as it now is."""

    def ask(self, ask: Ask) -> None:
        """Put a question in the ask line."""
        self.stage.growing = True
        self.line.least = max(self.line.least, len(self.foot.lines) - 1)
        self.line.open(ask)
        self.show_around()

    def ask_again(self, ask: Ask, fault: str) -> None:
        """The question again, with what is wrong with the answer, which stays to be mended; beside another, a line."""
        if self.line.display:
            self.tell(fault, "bad")
            return
        self.ask(ask)
        self.line.complain(fault)

    def leave_ask(self) -> None:
        """Leave the question open; what was answered before it is kept."""
        leave = self.line.ask.leave if self.line.ask else None
        self.close_ask()
        if leave:
            self.attempt(leave)

    def close_ask(self) -> None:
        """Close the ask line; the stage has the keys again."""
        self.line.close()
        self.stage.growing = False
        self.set_focus(self.stage)
        self.show_around()

    def answer(self, said: str) -> None:
        """Take an answer; what follows is the next question, the same again, or the stage."""
        ask = self.line.ask
        if ask is None:
            return
        if ask.stays and not said.strip():
            self.leave_ask()
            return
        try:
            following = ask.then(said)
        except WorkshopError as error:
            self.line.complain(str(error))
            return
        if following:
            self.ask(following)
        elif self.line.ask is ask and not ask.stays:
            self.close_ask()

    def when_free(self, do: Callable[[], object]) -> None:
        """Do it once no question is open: what is being typed comes first."""
        if self.line.display:
            self.set_timer(_AGAIN, lambda: self.when_free(do))
        else:
            do()

    def pasted(self, ask: Ask, text: str) -> None:
        """Several lines at once, where one was asked for."""
        self.line.complain("One answer at a time; that was several lines")
