"""The room's screen: shows a step on the stage, turns keys into acts, asks and tells. It decides nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.worker import Worker, WorkerState

from screens import commands
from screens.advice import Advice
from screens.around import Around
from screens.ask import Ask
from screens.asking import READING, Asking
from screens.clock import Clock
from screens.coming_back import ComingBack
from screens.handing_over import Handing
from screens.keys import EVERYWHERE, STEP_KEYS, Key
from screens.pulse import Pulse
from screens.second import Second
from screens.session import Session
from screens.steps import Boards
from screens.views.card import Card
from screens.views.view import Blank, View
from screens.widgets.drawn import Touch
from screens.widgets.stage import Stage
from workshop.change import Origin
from workshop.declare import KINDS
from workshop.draft import Plan
from workshop.state import Workshop, kind_of
from workshop.steps import STEPS, Step
from workshop.words import brief

if TYPE_CHECKING:
    from store.file import WorkshopFile

_MOVES = {
    "up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1),
    "home": (-1_000_000, 0), "end": (1_000_000, 0),
}  # fmt: skip
_READ = 8.0
"""Seconds for which the wall says how to come back."""


class Room(Asking):
    """One open workshop on the wall."""

    def __init__(self, file: WorkshopFile, clock: Clock, step: int = 0, *, remembers: bool = True) -> None:
        super().__init__()
        self.file = file
        self.remembers = remembers
        """Whether anything of this sitting is kept beside the workshop."""
        self.clock = clock
        self.number = step or 1
        self.walled = False
        self.advice = Advice(self)
        self.second = Second(self)
        self.session = Session(self)
        self.handing = Handing(self)
        self.boards = Boards(file)
        self.over: list[View[Any]] = []
        """Views that lie above the step's own, the last one on top."""
        self.around = Around(self)
        self.coming_back = ComingBack(self)
        self.pulse = Pulse(self)
        if not step:
            self.coming_back.find_back()

    def on_mount(self) -> None:
        """Show the step; what can wait comes after the first paint."""
        super().on_mount()
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        if self.file.why_readonly:
            self.tell(self.file.why_readonly, "warn")
        self.advice.renew()
        self.session.open()
        self.pulse.begin()

    # What is on the stage

    @property
    def shop(self) -> Workshop:
        """The workshop in memory."""
        return self.file.shop

    @property
    def folder(self) -> Path:
        """Where files are looked for and put: beside the workshop; of one that is gone afterwards, where one is."""
        return self.file.path.absolute().parent if self.remembers else Path.cwd()

    @property
    def step(self) -> Step:
        """The step in hand."""
        return STEPS[self.number - 1]

    @property
    def view(self) -> View[Any]:
        """What the stage shows: the last view put above the step's own."""
        return self.over[-1] if self.over else self.boards[self.number].view

    def show(self) -> None:
        """Draw all of it as it now is."""
        if not self.size.width:
            return
        view = self.view
        view.walled, view.words_shown, view.tall = self.walled, self.second.words, self.around.tall
        if self.walled and self.second.blank:
            view = Blank()
        view.fill(self.shop, self.stage.inner)
        self.show_around()
        self.present(view, self.around.tabs())

    def show_around(self) -> None:
        """Draw head and foot as they now are."""
        self.head.show(self.around.head())
        self.foot.show(self.around.foot())

    # Acting

    def act(self, plan: Plan, why: str, origin: Origin = "typed", by: str = "") -> object:
        """Keep what the plan changes: on disk first, then on the wall. Raises WorkshopError."""
        done = self.file.act(plan, why=why, step=self.number, origin=origin, by=by or None)
        self.clock.start(self.number)
        if isinstance(done.result, str) and self.shop.get(done.result):
            self.view.looking_at = done.result
        self.changed()
        return done.result

    def changed(self) -> None:
        """The workshop is not what it was: draw it, and let the coach look again."""
        self.session.hear()
        self.show()
        self.advice.renew()

    def tell(self, words: str, look: str = "gold") -> None:
        """Say something in the foot until the next key."""
        self.around.message = (words, look)
        self.show_around()

    # Asking

    def ask(self, ask: Ask) -> None:
        """Put a question in the ask line."""
        if self.file.readonly and ask.keeps:
            self.tell(self.file.why_readonly, "warn")
            return
        self.around.message = ("", "text")
        super().ask(ask)

    def begin_paste(self, text: str) -> None:
        """What is pasted on the stage."""
        from screens import pasting

        pasting.on_the_stage(self, text)

    def pasted(self, ask: Ask, text: str) -> None:
        """Several answers at once."""
        from screens import pasting

        pasting.into_the_line(self, ask, text)

    def close_ask(self) -> None:
        """Close the ask line; the coach, who kept quiet while somebody typed, may look."""
        super().close_ask()
        self.advice.renew()

    # Going about

    def edit(self, ref: str) -> None:
        """The card of a record."""
        if ref and self.shop.get(ref):
            from screens.views.disputes import Disputes

            self.push(Disputes() if kind_of(ref) == "dispute" else Card(ref))

    def push(self, view: View[Any]) -> None:
        """Put a view above the step's own; Esc takes it away."""
        self.over.append(view)
        self.show()

    def back(self) -> None:
        """Out of the grid, then to the view below, then out of the presenter view; what is still being read is left."""
        self.workers.cancel_group(self, READING)
        if self.view.inside:
            self.view.inside = False
        elif self.over:
            then = self.over.pop().when_left
            self.show()
            if then:
                then()
            return
        elif self.walled:
            self.wall(False)
        self.show()

    def go_step(self, number: int) -> None:
        """To a step of the method."""
        self.over.clear()
        self.view.inside = False
        self.number, self.around.question = number, 0
        self.clock.start(number)
        self.show()

    def go_view(self, by: int) -> None:
        """To the next view of the step."""
        self.over.clear()
        self.view.inside = False
        self.boards[self.number].turn(by)
        self.show()

    def go_to(self, ref: str) -> None:
        """To where a record is at home, with the cursor on it; else to its card."""
        self.over.clear()
        kind = kind_of(ref)
        home = self.boards[KINDS[kind].step] if kind else None
        for at, view in enumerate(home.views if home else ()):
            view.fill(self.shop, self.stage.inner)
            if home and view.go_to(ref):
                home.at = at
                self.go_step(KINDS[kind].step)
                return
        self.edit(ref)

    def move(self, rows: int, columns: int) -> None:
        """Move the cursor on the stage."""
        self._moved(self.stage.move(rows, columns))

    def _moved(self, somewhere: bool) -> None:
        if not somewhere:
            return
        if self.view.counts_place:
            self.stage.present(self.view, self.around.tabs())
        self.foot.show(self.around.foot())

    def next_question(self) -> None:
        """The next question to ask aloud."""
        self.around.question += 1
        self.show_around()

    def wall(self, on: bool) -> None:
        """The stage alone, for the room; or all of it again."""
        self.over.clear()
        self.view.inside = False
        self.walled = self.around.way_back = on
        if on:
            self.set_timer(_READ, self._hush)
        self.show()

    def _hush(self) -> None:
        self.around.way_back = False
        self.show_around()

    # Keys

    def press(self, key: str, character: str) -> None:
        """A key: the grid's own, a move, or an action."""
        if self.around.message[0]:
            self.around.message = ("", "text")
            self.show_around()
        self.clock.start(self.number)
        self.attempt(lambda: self._press(key, character))

    def _press(self, key: str, character: str) -> None:
        view = self.view
        if view.inside and key not in ("escape", "question_mark", *_MOVES):
            if not view.typed(character if character.isprintable() else key, self):
                self._means_nothing(character, "esc leaves the grid")
        elif key in _MOVES:
            self.move(*_MOVES[key])
        elif key in ("pagedown", "pageup"):
            self._moved(self.stage.turn(1 if key == "pagedown" else -1))
        elif found := self.key_for(key):
            self.run(found)
        else:
            self._means_nothing(character, "? says which keys do something")

    def _means_nothing(self, character: str, way_out: str) -> None:
        if len(character) == 1 and character.isprintable() and character.strip():
            self.tell(f"“{character}” means nothing here; {way_out}")

    def key_for(self, key: str) -> Key | None:
        """What a key stands for here: the view's own meaning first."""
        return next((k for k in (*self.view.keys, *STEP_KEYS, *EVERYWHERE) if k.key == key), None)

    def run(self, key: Key) -> None:
        """Do what the key stands for."""
        if self.walled and not key.walled:
            return
        if key.changes and (self.file.readonly or self.view.past):
            self.tell(self.view.past or self.file.why_readonly, "warn")
            return
        own = getattr(self.view, f"do_{key.action}", None)
        if own is not None:
            own(self)
        else:
            commands.run(self, key.action)

    def on_stage_chosen(self, event: Stage.Chosen) -> None:
        """The mouse on the stage."""
        if self.line.display:
            return
        self.move(event.at - self.view.at, event.column - self.view.column)
        if event.twice:
            self.attempt(lambda: self.view.enter(self))

    def on_stage_tabs(self, event: Stage.Tabs) -> None:
        """The mouse on the tabs."""
        from screens import mouse

        mouse.on_tabs(self, event.x)

    def on_touch_clicked(self, event: Touch.Clicked) -> None:
        """The mouse around the stage."""
        from screens import mouse

        self.attempt(lambda: (mouse.on_head if event.part == "head" else mouse.on_foot)(self, event.x, event.y))

    # What happens by itself

    def on_unmount(self) -> None:
        """The room is left."""
        self.second.close()
        self.coming_back.close()
        self.session.keep()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Long work that failed says so; the workshop itself is as it was."""
        if event.state is WorkerState.ERROR:
            self.tell(f"That did not work: {brief(str(event.worker.error))}. The workshop is as it was", "bad")
