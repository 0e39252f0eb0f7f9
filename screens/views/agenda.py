"""The agenda: minutes planned, used and left by step, and when each will be done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from screens.ask import Ask, Option
from screens.keys import Key
from screens.text import Line, fit
from screens.views.view import View
from workshop import agenda
from workshop.steps import STEPS

if TYPE_CHECKING:
    from screens.clock import Clock
    from screens.room import Room

_STEP, _MINUTES, _GAP = 22, 8, 3
_BREAKS = (5, 10, 15, 20, 30, 45, 60)
_BREAK = "15"
_PASSED = "passed over"


class Row(NamedTuple):
    """A line of the agenda: what it is, three figures, when it ends; `step` is 0 for a line of no step."""

    step: int
    name: str
    planned: str
    used: str
    left: str
    ends: str


class Agenda(View[Row]):
    """The steps with their time boxes; the clock goes on."""

    adds = False
    live = True
    title = "Agenda"
    keys = (
        Key("enter", "enter", "minutes", "Say how many minutes the step in hand gets", 1),
        Key("plus", "more", "5 more", "Five minutes more for the step in hand", 1, walled=True),
        Key("minus", "less", "5 less", "Five minutes less for the step in hand", 2, walled=True),
        Key("B", "break", "break", "A break of some minutes; the clock goes on with the first key after it", 2),
        Key("t", "clock", "pause", "Pause the clock or let it run", 3, walled=True),
    )

    def __init__(self, clock: Clock, here: int) -> None:
        super().__init__()
        self._clock = clock
        self._here = here
        self.at = here - 1

    def find_rows(self) -> list[Row]:
        """The steps, and all of them together."""
        clock, plan = self._clock, self._clock.agenda
        here = clock.step or self._here
        ends = clock.away
        rows: list[Row] = []
        for step in STEPS:
            left = clock.left(step.number)
            done = step.number < plan.reached(here)
            ends += 0 if done else max(0.0, left)
            used = _minutes(plan.used[step.number])
            when = ("past" if used else _PASSED) if done else clock.at(ends)
            name = f"{step.number} {step.name}" + ("  now" if step.number == here else "")
            if not plan.minutes[step.number] and not done:
                when = "not today" if not used else ""
            rows.append(Row(step.number, name, str(plan.minutes[step.number]), used, _left(left, done), when))
        return [*rows, *self._pauses(), self._together(rows)]

    def draw_head(self) -> list[Line]:
        """The columns."""
        return [[(words, "head") for words in self._cells("Step", "Planned", "Used", "Left", "Ends at")]]

    def draw(self, at: int) -> list[Line]:
        """A step's figures."""
        row = self.rows[at]
        look = "cursor" if at == self.at else "text" if row.step else "strong"
        cells = self._cells(row.name, row.planned, row.used, row.left, row.ends)
        line: Line = [(words, look) for words in cells]
        if at != self.at and row.left.startswith("-"):
            line[3] = (cells[3], "bad")
        return [line]

    def measure(self) -> list[int]:
        """A blank line between the steps and the sum."""
        return [*(1 for _ in self.rows[2:]), 2, 1]

    def detail(self) -> str:
        """How the session stands, in words."""
        clock = self._clock
        said = f"Done at {clock.at(clock.to_come)}"
        off = clock.off.split()
        return f"{said}, {f'{off[0]} minutes {off[1]} of the plan' if off else 'on time'}"

    def keep_place(self) -> None:
        """The cursor stays on its line."""

    def enter(self, room: Room) -> None:
        """Ask for the minutes of the step in hand."""
        step = self.row.step if self.row else 0
        if not step:
            return

        def keep(said: str) -> None:
            self._plan(room, step, agenda.minutes(said))

        now = str(self._clock.agenda.minutes[step])
        question = f"How many minutes does {STEPS[step - 1].name} get?"
        room.ask(Ask(question, keep, text=now, hint="0 when it is not for today", keeps=False,
                     replaces=True))  # fmt: skip

    def do_more(self, room: Room) -> None:
        """Five minutes more for the step in hand."""
        self._by(room, 5)

    def do_less(self, room: Room) -> None:
        """Five minutes less for the step in hand."""
        self._by(room, -5)

    def do_break(self, room: Room) -> None:
        """Ask how long the break is."""

        def keep(said: str) -> None:
            room.clock.rest(agenda.minutes(said))
            room.show()

        options = [Option(str(minutes), f"{minutes} minutes") for minutes in _BREAKS]
        room.ask(Ask("How long is the break, in minutes?", keep, options=options, picked=_BREAK, new="minutes:",
                     hint="the clock goes on with the first key after it", keeps=False))  # fmt: skip

    def _by(self, room: Room, minutes: int) -> None:
        step = self.row.step if self.row else 0
        if step:
            self._plan(room, step, self._clock.agenda.minutes[step] + minutes)

    def _plan(self, room: Room, step: int, minutes: int) -> None:
        self._clock.agenda.plan(step, minutes)
        room.session.keep()
        room.show()

    def _pauses(self) -> list[Row]:
        clock = self._clock
        if clock.resting:
            return [Row(0, "Break", "", "", str(round(clock.away / agenda.MINUTE)), f"back at {clock.at(clock.away)}")]
        return [Row(0, "Paused", "", "", "", "t goes on")] if clock.paused else []

    def _together(self, rows: list[Row]) -> Row:
        clock = self._clock
        off = f", {clock.off}" if clock.off else ""
        used, left = _sum(row.used for row in rows), _sum(row.left for row in rows)
        planned = sum(int(row.planned) for row in rows if row.ends != _PASSED)
        return Row(0, "Altogether", str(planned), used, left, f"{clock.at(clock.to_come)}{off}")

    def _cells(self, name: str, planned: str, used: str, left: str, ends: str) -> list[str]:
        gap = " " * _GAP
        figures = [f"{words:>{_MINUTES}}{gap}" for words in (planned, used, left)]
        taken = _STEP + 3 * (_MINUTES + _GAP)
        return [fit(name, _STEP), *figures, fit(ends, max(0, self.width - taken))]


def _minutes(seconds: float) -> str:
    return str(round(seconds / agenda.MINUTE) or "")


def _left(seconds: float, done: bool) -> str:
    minutes = round(seconds / agenda.MINUTE)
    return "" if done and minutes >= 0 else str(minutes)


def _sum(figures: Iterable[str]) -> str:
    """What the shown figures come to; a step that is over takes nothing off."""
    return str(sum(max(0, int(figure)) for figure in figures if figure) or "")
