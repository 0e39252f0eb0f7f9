"""The facilitator's vocabulary: keys and words into the real app, and what is then on the wall and on disk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from textual.app import App
from textual.events import Key, Paste
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from screens.app import GoldenThread
from screens.clock import Clock
from screens.room import Room
from store.file import WorkshopFile
from workshop.answers import values

ENTER, ESC, TAB, BACK = "enter", "escape", "tab", "shift+tab"


class Facilitator:
    """Drives one open workshop, as somebody at the keyboard would."""

    def __init__(self, pilot: Pilot[int], file: WorkshopFile) -> None:
        self.pilot = pilot
        self.file = file

    @property
    def room(self) -> Room:
        """The room's screen."""
        screen = self.pilot.app.screen
        assert isinstance(screen, Room)
        return screen

    async def keys(self, *keys: str) -> None:
        """Press keys, by name or by the character that they type, one after the other."""
        for key in keys:
            self.pilot.app.post_message(_pressed(key))
            await self.pilot._wait_for_screen()
        await self._painted()

    async def _painted(self) -> None:
        """Wait until everything that was said is taken in, and lay out at once what the next frame would."""
        for _ in range(3):
            await self.pilot._wait_for_screen()
            self.pilot.app.screen._on_timer_update()
        _no_fault(self.pilot.app)

    async def says(self, *answers: str) -> None:
        """Type each answer, and Enter."""
        for answer in answers:
            await self.keys(*answer, ENTER)

    async def bursts(self, text: str) -> None:
        """Type it all at once, as a terminal that was held up hands it over; a newline is Enter."""
        for character in text:
            self.pilot.app.post_message(_pressed(ENTER if character == "\n" else character))
        await self._painted()

    async def pastes(self, text: str) -> None:
        """Paste into what has the focus."""
        focused = self.pilot.app.focused
        assert focused is not None
        focused.post_message(Paste(text))
        await self._painted()

    async def settles(self) -> None:
        """Let the coach look at once, though somebody may be typing, and wait until nothing moves any more."""
        await self._painted()
        for screen in self.pilot.app.screen_stack:
            if isinstance(screen, Room):
                await screen.advice.advise()
        await self.pilot.app.workers.wait_for_complete()
        await self.pilot.pause()
        await self._painted()

    @property
    def wall(self) -> str:
        """Everything that is on the screen, line by line."""
        strips = self.pilot.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    def sees(self, *words: str) -> bool:
        """Whether all these words are on the wall, however they are wrapped."""
        wall = " ".join(self.wall.split())
        return all(" ".join(word.split()) in wall for word in words)

    def stored(self, place: str) -> str:
        """What the file on disk holds at `O1.statement`, read by another connection."""
        ref, _, field = place.rpartition(".")
        with WorkshopFile.open(self.file.path, write=False) as other:
            record = other.shop.find(ref)
            return values.said(record.kind.field(field), getattr(record, field))

    def there(self, ref: str) -> bool:
        """Whether the file on disk has this record."""
        with WorkshopFile.open(self.file.path, write=False) as other:
            return other.shop.get(ref) is not None


def _pressed(key: str) -> Key:
    """The event of that key as a terminal makes it: its name, and the character that it types."""
    return Key(_character_to_key(key), key) if len(key) == 1 else Key(key, key_to_character(key))


class Watched(GoldenThread):
    """The app, with a fault told at once to whoever waits for it."""

    def _handle_exception(self, error: Exception) -> None:
        super()._handle_exception(error)
        self._exception_event.set()


def _no_fault(app: App[Any]) -> None:
    if isinstance(app, GoldenThread) and app.fault:
        raise app.fault


def still() -> Clock:
    """A clock that stands still, at nine in the morning."""
    return Clock(lambda: 0.0, lambda: datetime(2026, 11, 24, 9, 0))


@asynccontextmanager
async def entered(path: Path, size: tuple[int, int] = (100, 30), step: int = 1,
                  clock: Clock | None = None) -> AsyncIterator[Facilitator]:  # fmt: skip
    """The app on this file, at this size, with a clock that stands still where none is given."""
    with WorkshopFile.open(path, hold=True) as file:
        app = Watched(file, clock=clock or still(), step=step)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            facilitator = Facilitator(pilot, file)
            await facilitator.settles()
            yield facilitator
        _no_fault(app)
