"""The agenda of a session: the minutes planned for each step, those used, and when the room will be done.

It is the facilitator's, not something that the room said, so it lies beside the workshop and not in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from workshop.errors import NotUnderstood
from workshop.steps import STEPS
from workshop.words import brief

MINUTE = 60.0
LONGEST = 600
"""Minutes that a step may be given."""
_PEEK = MINUTE
"""Seconds after which a step counts as worked on; until then somebody only looks at it."""


def _planned() -> dict[int, int]:
    return {step.number: step.minutes for step in STEPS}


def _unused() -> dict[int, float]:
    return {step.number: 0.0 for step in STEPS}


@dataclass
class Agenda:
    """The minutes planned and the seconds used, by step; `idle` are the seconds of pauses that nobody planned."""

    minutes: dict[int, int] = field(default_factory=_planned)
    used: dict[int, float] = field(default_factory=_unused)
    idle: float = 0.0

    def left(self, step: int) -> float:
        """Seconds left of the step's time box; negative when it is over."""
        return self.minutes[step] * MINUTE - self.used[step]

    def reached(self, here: int) -> int:
        """The furthest step that was worked on; what lies before it is done. `here` is the step in hand."""
        return max((step for step, used in self.used.items() if used >= _PEEK), default=here)

    def to_come(self, here: int) -> float:
        """Seconds that the steps still take when each keeps to what is left of its time box."""
        return sum(max(0.0, self.left(step)) for step in self.used if step >= self.reached(here))

    def late(self, here: int) -> float:
        """Seconds by which the session is behind its plan; negative when it is ahead.

        A step that was left early helps, one that was passed over does not count, a pause that nobody planned does.
        """
        reached = self.reached(here)
        done = [-self.left(step) for step, used in self.used.items() if used >= _PEEK and step < reached]
        return sum(done) + max(0.0, -self.left(reached)) + self.idle

    def plan(self, step: int, minutes: int) -> None:
        """Give the step so many minutes, never less than none."""
        self.minutes[step] = max(0, min(LONGEST, minutes))


def minutes(said: str) -> int:
    """A number of minutes as somebody types it. Raises NotUnderstood."""
    text = said.strip().removesuffix("min").strip()
    if not (text.isascii() and text.isdecimal()) or int(text[:9]) > LONGEST:
        raise NotUnderstood(f"“{brief(said)}” is no whole number of minutes from 0 to {LONGEST}")
    return int(text)
