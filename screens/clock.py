"""The clock of the steps: what is left of each time box. It starts by itself and never interrupts."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from workshop.steps import STEPS


class Clock:
    """Counts the time spent on each step. `now` gives seconds that only go forward."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._spent = dict.fromkeys(range(1, len(STEPS) + 1), 0.0)
        self._since = 0.0
        self._step = 0
        self.paused = False

    @property
    def running(self) -> bool:
        """Whether time is being counted."""
        return self._step > 0 and not self.paused

    def start(self, step: int) -> None:
        """Something happened on this step: its time runs from now, unless the clock is paused."""
        if step == self._step:
            return
        self._count()
        self._step = step

    def toggle(self) -> bool:
        """Pause, or go on; whether it runs now."""
        self._count()
        self.paused = not self.paused
        return not self.paused

    def left(self, step: int) -> float:
        """Seconds left of the step's time box; negative when it is over."""
        self._count()
        return STEPS[step - 1].minutes * 60 - self._spent[step]

    @property
    def words(self) -> str:
        """`24:10`, `-1:05`, or the whole box before the first key."""
        left = self.left(self._step or 1) if self._step else 0
        if not self._step:
            return ""
        minutes, seconds = divmod(abs(int(left)), 60)
        return f"{'-' if left < 0 else ''}{minutes}:{seconds:02}{' paused' if self.paused else ''}"

    def _count(self) -> None:
        now = self._now()
        if self.running:
            self._spent[self._step] += now - self._since
        self._since = now
