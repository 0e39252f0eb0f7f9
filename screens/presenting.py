"""The wall alone: follows a workshop live and read-only, on whatever the facilitator has in hand, or on its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from screens.steps import Boards
from screens.views.view import Blank, View
from screens.widgets import head
from screens.widgets.drawn import Drawn
from screens.widgets.stage import Stage
from store import wall
from store.wall import Showing
from workshop.errors import WorkshopError
from workshop.steps import STEPS

if TYPE_CHECKING:
    from store.file import WorkshopFile

_FOLLOW = 0.1
"""Seconds between looks at the file and at what the facilitator has in hand."""
_FIRST = Showing(3, 0, "")
"""Until something is in hand: the first thread."""
_MOVES = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10, "home": -1_000_000, "end": 1_000_000}
_FOLLOWS, _STAYS = "Follows by itself, space stays", "Stays here, space follows again"
_KEYS = "← → pages · 1-6 step · b blank · q leaves"
_READ = 8.0
"""Seconds for which the keys stand where else the step says what it is for: nobody sits there to put them away."""


class Presenting(Screen[None]):
    """The stage and a line above it. Nothing can be changed here, and nothing private is shown."""

    AUTO_FOCUS = ""

    def __init__(self, file: WorkshopFile) -> None:
        super().__init__()
        self.file = file
        self.head = Drawn("head")
        self.stage = Stage(self.pressed)
        self.boards = Boards(file)
        self.showing = _FIRST
        self.follows = True
        self.blank = False
        self._told: Showing | None = None
        self._said = self._fault = ""
        self._times = 0
        """How often the keys were said."""

    def compose(self) -> ComposeResult:
        """The line above, and the stage."""
        yield self.head
        yield self.stage

    def on_mount(self) -> None:
        """Look at the file and at the facilitator's app from now on."""
        self.set_focus(self.stage)
        self.set_interval(_FOLLOW, self.follow)
        self._say_keys()

    def on_resize(self) -> None:
        """Fit everything to the new size."""
        self.show()

    @property
    def view(self) -> View[Any]:
        """What is on the wall; of what is not for the room, the step's first view."""
        board = self.boards[self.showing.step]
        view = board.views[min(self.showing.at, len(board.views) - 1)]
        return view if view.for_the_room else board.views[0]

    def follow(self) -> None:
        """Take in what was written, and go where the facilitator is."""
        before, self._fault = self._fault, ""
        try:
            news = self.file.catch_up()
        except WorkshopError as error:
            news, self._fault = False, str(error)
        news = news or before != self._fault
        told = wall.told(self.file.path)
        if told != self._told:
            self._told = told
            self.boards.secret.on = bool(told and told.secret)
            news = True
            if told and self.follows and not told.frozen:
                self.showing = told
        if news:
            self.show()

    def show(self) -> None:
        """Draw what is on the wall."""
        if not self.is_mounted or not self.size.width:
            return
        width, about, view, shown = self.size.width, self.file.shop.about, self.view, self.showing
        held = self._told or _FIRST  # blank, words: as the facilitator wants them, wherever the wall stays
        if self.blank or held.blank:
            self.head.show([head.title("", "", "", width)])
            self.stage.present(Blank(), [])
            return
        way = "" if self.follows else "staying"
        line = head.rule(self._fault or self._said or STEPS[shown.step - 1].purpose, width)
        self.head.show([head.title(about.title, about.client, f"{way}  {view.title}".strip(), width), line])
        view.walled, view.words_shown = True, held.words
        view.tall = self.size.height - 2
        if shown.zoomed:
            view.zoom(shown.zoomed)
        view.looking_at = shown.ref or view.looking_at
        view.fill(self.file.shop, self.stage.inner)
        self.stage.present(view, [])

    def pressed(self, event: events.Key) -> None:
        """Only what moves the wall."""
        if event.key in ("ctrl+q", "ctrl+p", "ctrl+c"):
            return
        event.stop()
        event.prevent_default()
        self._said, followed, key = "", self.follows, event.key
        if key == "q":
            self.app.exit()
        elif key in ("space", "f") or (key == "escape" and not self.follows):
            self._follow_or_stay()
        elif key == "b":
            self.blank = not self.blank
        elif key in _MOVES:
            self.stage.move(_MOVES[key], 0)
        elif key in ("left", "right"):
            self._page(1 if key == "right" else -1)
        elif key in ("tab", "shift+tab"):
            self._go(self._next(1 if key == "tab" else -1))
        elif key in "123456":
            self._go(Showing(int(key), 0, ""))
        if key == "question_mark" or self.follows != followed:
            self._say_keys()
        self.show()

    def on_stage_chosen(self, event: Stage.Chosen) -> None:
        """The mouse puts the cursor there."""
        self.stage.move(event.at - self.view.at, event.column - self.view.column)
        self.show()

    def _say_keys(self) -> None:
        """Say for a while whether the wall follows, and which keys it has."""
        self._said = f"{_FOLLOWS if self.follows else _STAYS} · {_KEYS}"
        self._times += 1
        self.set_timer(_READ, partial(self._hush, self._times))

    def _hush(self, times: int) -> None:
        if times == self._times and self._said:
            self._said = ""
            self.show()

    def _follow_or_stay(self) -> None:
        """Stay here, or follow again from where the facilitator is now."""
        self.follows = not self.follows
        if self.follows and self._told and not self._told.frozen:
            self.showing = self._told

    def _go(self, showing: Showing) -> None:
        self.follows = False
        self.showing = showing

    def _page(self, by: int) -> None:
        """The page before or after: the next thread, then the next view."""
        self.follows = False
        if self.view.page(by):
            self.showing = self.showing._replace(ref=self.view.ref, zoomed=self.view.alone)
        else:
            self._go(self._next(by))

    def _next(self, by: int) -> Showing:
        """The next view that is for the room, of this step or the next."""
        step, at = self.showing.step, self.showing.at
        while True:
            at += by
            if at < 0:
                step = (step - 2) % len(STEPS) + 1
                at = len(self.boards[step].views) - 1
            elif at >= len(self.boards[step].views):
                step, at = step % len(STEPS) + 1, 0
            if self.boards[step].views[at].for_the_room:
                return Showing(step, at, "")
