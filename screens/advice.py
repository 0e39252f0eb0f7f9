"""The coach beside the wall: gates and findings, worked out in small slices after each change."""

from __future__ import annotations

from asyncio import sleep
from time import perf_counter
from typing import TYPE_CHECKING

from workshop.steps import STEPS
from workshop.words import plural

if TYPE_CHECKING:
    from textual.timer import Timer

    from screens.room import Room
    from workshop.coach import Finding

_PAUSE = 0.05
"""Seconds of quiet before the coach looks."""
_FIRST = 0.25
"""Seconds after the first paint before it looks for the first time: the keys come first."""
_TYPING = 2.0
"""Seconds without a letter before it speaks while a question is open: nothing moves while somebody types."""
_SLICE = 0.01
"""Seconds for which the coach may hold the room at a time."""


class Advice:
    """What the coach last said. `renew` asks it again, once the room is quiet."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._version = -1
        self._waiting: Timer | None = None
        self.gates: list[tuple[int, int, bool]] = [(0, 0, False)] * len(STEPS)
        self.findings: list[Finding] = []

    def renew(self) -> None:
        """Let the coach look again once all is quiet; many changes in a row cost one look."""
        self._wait(_PAUSE if self._version >= 0 else _FIRST)

    def sentence(self, step: int) -> str:
        """One line for the strip: how many notes this step has, and the first of them."""
        here = [finding for finding in self.findings if finding.step == step]
        if not here:
            return "Nothing to note on this step." if self._version >= 0 else ""
        return here[0].message + (f" And {plural(len(here) - 1, 'more note')}, press c." if len(here) > 1 else "")

    def look(self, step: int) -> str:
        """The look of that line: gold where there is something to note."""
        return "gold" if any(finding.step == step for finding in self.findings) else "dim"

    def _wait(self, seconds: float) -> None:
        if self._waiting:
            self._waiting.stop()
        self._waiting = self._room.set_timer(seconds, self._when_quiet)

    async def _when_quiet(self) -> None:
        typing = _TYPING - self._room.line.rested
        if typing > 0:
            self._wait(typing)
        else:
            await self.advise()

    async def advise(self) -> None:
        """Look at the workshop as it now is, if it has changed, and say so on the wall."""
        from workshop import coach

        shop = self._room.shop
        if shop.version == self._version:
            return
        version, pause = shop.version, perf_counter() + _SLICE
        for _ in coach.slices(shop):
            if perf_counter() > pause:
                await sleep(0)
                pause = perf_counter() + _SLICE
            if shop.version != version:
                self.renew()
                return
        self.findings = coach.findings(shop)
        self.gates = [(gate.done, gate.of, gate.ready) for gate in coach.gates(shop)]
        self._version = shop.version
        self._room.show_around()
