"""The clock of the session: counts time boxes, pauses and breaks. It starts by itself and never interrupts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from workshop.agenda import MINUTE, Agenda

_SOON = 5 * MINUTE
"""Seconds before the end of a time box from which the clock says so."""
_SLACK = 2
"""Minutes by which a session may be off its plan and still be on time."""


class Clock:
    """Counts the time spent on each step. `now` gives seconds that only go forward, `day` the day and its time."""

    def __init__(self, now: Callable[[], float] = monotonic, day: Callable[[], datetime] = datetime.now) -> None:
        self._now = now
        self._day = day
        self._since = 0.0
        self._back_at = 0.0
        self.agenda = Agenda()
        self.step = 0
        """The step whose time is counted; 0 before the first key."""
        self.paused = False
        self.resting = False
        """Whether the pause is a break, which has a length."""

    @property
    def today(self) -> str:
        """The day, as ISO text."""
        return self._day().date().isoformat()

    def start(self, step: int) -> None:
        """Something happened on this step: its time runs from now, unless there is a pause. A break that is up ends."""
        if self.resting and self._rest() <= 0:
            self.toggle()
        if step != self.step:
            self.count()
            self.step = step

    def toggle(self) -> bool:
        """Pause, or go on; whether it runs now."""
        self.count()
        self.paused, self.resting = not self.paused, False
        return not self.paused

    def rest(self, minutes: int) -> None:
        """A break of so many minutes from now."""
        self.count()
        self.paused = self.resting = True
        self._back_at = self._now() + minutes * MINUTE

    def left(self, step: int) -> float:
        """Seconds left of the step's time box; negative when it is over."""
        self.count()
        return self.agenda.left(step)

    def at(self, seconds: float) -> str:
        """The time of day so many seconds from now: `12:25`."""
        return f"{self._day() + timedelta(seconds=seconds):%H:%M}"

    def count(self) -> None:
        """Take in the time that went by."""
        now = self._now()
        if self.step and not self.paused:
            self.agenda.used[self.step] += now - self._since
        elif self.step:
            self.agenda.idle += max(0.0, now - max(self._since, self._back_at if self.resting else 0.0))
        self._since = now

    @property
    def away(self) -> float:
        """Seconds until a break is up; 0 where there is none."""
        return max(0.0, self._rest())

    @property
    def to_come(self) -> float:
        """Seconds until the last step is done, what is left of a break included."""
        self.count()
        return self.agenda.to_come(self.step or 1) + self.away

    @property
    def off(self) -> str:
        """How far the session is off its plan: `5 late`, `10 ahead`, or "" when it is on time."""
        self.count()
        minutes = int(self.agenda.late(self.step or 1) / MINUTE)
        return f"{abs(minutes)} {'late' if minutes > 0 else 'ahead'}" if abs(minutes) >= _SLACK else ""

    @property
    def words(self) -> str:
        """What is left of the time box, when all is done, and how far that is off: `24:10 → 12:25, 5 late`."""
        if not self.step:
            return ""
        off = f", {self.off}" if self.off else ""
        return f"{self._told()[0]} → {self.at(self.to_come)}{off}"

    @property
    def look(self) -> str:
        """The look of those words: the last five minutes and what is over stand out, and say so too."""
        return self._told()[1] if self.step else "gold"

    def _told(self) -> tuple[str, str]:
        left = self.left(self.step)
        if self.resting:
            rest = self._rest()
            return (f"break {_clock(rest)}", "gold") if rest > 0 else (f"● break over {_clock(rest)}", "warn")
        more = " paused" if self.paused else ""
        if self.step < self.agenda.reached(self.step):
            return f"looking back{more}", "gold"
        if not self.agenda.minutes[self.step]:
            return f"{_clock(left)} used{more}", "gold"
        if left <= 0:
            return f"● {_clock(left)} over{more}", "bad"
        return (f"◔ {_clock(left)} left{more}", "warn") if left <= _SOON else (f"{_clock(left)}{more}", "gold")

    def _rest(self) -> float:
        """Seconds until the break is up; negative when it is."""
        return self._back_at - self._now() if self.resting else 0.0


def _clock(seconds: float) -> str:
    minutes, rest = divmod(abs(int(seconds)), 60)
    return f"{minutes}:{rest:02}"
