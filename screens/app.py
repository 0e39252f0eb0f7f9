"""The Textual app: opens a workshop, puts the room on the screen, closes it. It knows no rule."""

from __future__ import annotations

import gc
import os
import signal
import sys
from asyncio import get_running_loop
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import Binding
from textual.filter import Monochrome, NoColor
from textual.screen import Screen

from screens import commands
from screens.asking import Asking
from screens.clock import Clock
from screens.room import Room
from screens.theme import FEW, themes

if TYPE_CHECKING:
    from textual.command import Provider

    from store.file import WorkshopFile

_SIGNALS = ("SIGTERM", "SIGHUP")
_BACK_UP = 30 * 60
"""Seconds between backups of a workshop in which something changes."""


def _commands() -> type[Provider]:
    from screens.palette import Commands

    return Commands


class GoldenThread(App[int]):
    """One workshop on the wall, or the launcher when none is given.

    `step` is the step to begin with; 0 is where one was when the workshop was left. A `scratch` workshop is
    nobody's work: nothing of it is backed up or remembered.
    """

    TITLE = "Golden Thread"
    COMMANDS = {_commands}  # noqa: RUF012
    CSS = "Screen { background: $background; color: $foreground; scrollbar-size: 0 0; }"
    animation_level = "none"
    AUTO_FOCUS = ""
    BINDINGS = [Binding("ctrl+z", "suspend_process", show=False, priority=True)]  # noqa: RUF012

    def __init__(self, file: WorkshopFile | None, *, clock: Clock | None = None, step: int = 0,
                 wall: bool = False, scratch: bool = False) -> None:  # fmt: skip
        super().__init__()
        for theme in themes():
            self.register_theme(theme)
        self.theme = "golden-dark"
        self.few = ""
        """How the name of a theme ends that suits this terminal."""
        self.file = file
        self.fault: BaseException | None = None
        self._scratch = scratch
        self._clock = clock or Clock()
        self._step = step
        self._wall = wall

    def on_mount(self) -> None:
        """Told to end, it leaves the terminal as it was."""
        loop = get_running_loop()
        for name in _SIGNALS:
            if hasattr(signal, name):
                loop.add_signal_handler(getattr(signal, name), lambda: self.exit(return_code=143))
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.call_after_refresh(_collect_again)
        if self.file and not self._wall:
            self.call_after_refresh(self._look_after, self.file)

    def suit_terminal(self) -> None:
        """Where there are few colours or none, mark without colour what matters, and send none that is not there."""
        for name in ("COLUMNS", "LINES"):  # else these would count, and not the window when it changes
            os.environ.pop(name, None)
        if self.no_color or self.console.color_system in (None, "standard", "windows"):
            self.few = FEW
            self.theme = f"golden-dark{FEW}"
        if self.no_color:
            self._filters = [NoColor() if isinstance(each, Monochrome) else each for each in self._filters]

    def get_default_screen(self) -> Screen[None]:
        """The room, the wall alone, or the launcher when no file was given."""
        if self.file and self._wall:
            from screens.presenting import Presenting

            return Presenting(self.file)
        if self.file:
            return Room(self.file, self._clock, self._step, remembers=not self._scratch)
        from screens.launcher import Launcher

        return Launcher()

    def enter(self, file: WorkshopFile, *, action: str = "") -> None:
        """Show this workshop, from the launcher, and begin with that action of the room."""
        self.file = file
        room = Room(file, self._clock, self._step)
        self.push_screen(room)
        if action:
            room.call_after_refresh(lambda: room.attempt(lambda: commands.run(room, action)))
        self.call_after_refresh(self._look_after, file)

    def _look_after(self, file: WorkshopFile) -> None:
        """What can wait until the first paint: is the file sound, a backup, a place among the recent files."""
        from store.recent import remember

        self._notify(file.verify() or file.notice)
        if not self._scratch:
            remember(file.path, _called(file))
            self._back_up(file)
            self.set_interval(_BACK_UP, lambda: self._back_up(file))

    def leave(self, file: WorkshopFile) -> None:
        """The file that was worked on last is the first that is offered again."""
        if not (self._scratch or self._wall):
            from store.recent import remember

            remember(file.path, _called(file))
        file.close()

    def _back_up(self, file: WorkshopFile) -> None:
        if not file.readonly:
            self._notify(file.back_up())

    def _notify(self, notice: str) -> None:
        if notice and isinstance(self.screen, Room):
            self.screen.tell(notice, "warn")

    def action_help_quit(self) -> None:
        """Ctrl+C never leaves by accident; it says what does."""
        if isinstance(self.screen, Asking):
            self.screen.tell("Ctrl+Q leaves; every answer is on disk already")

    def _handle_exception(self, error: Exception) -> None:
        """A fault of ours: leave the terminal as it was; one line follows. Nothing that was shown is lost."""
        self.fault = self.fault or error
        self.exit(return_code=1)


def _called(file: WorkshopFile) -> str:
    """The title by which the launcher offers it; a break-out has that of the workshop that it parted from."""
    about = file.shop.about
    return f"{about.title} · break-out" if about.title and about.parted_from else about.title


def _collect_again() -> None:
    """What was made until the first paint stays; only what comes from here on is worth collecting."""
    gc.freeze()
    gc.enable()


def run(path: Path | None, *, scratch: bool = False) -> int:
    """Open the workshop (the launcher without a path) until the facilitator leaves; the exit code."""
    from store.file import WorkshopFile

    file = WorkshopFile.open(path, hold=True) if path else None
    return _ran(GoldenThread(file, step=1 if scratch else 0, scratch=scratch))


def present(path: Path) -> int:
    """Show the workshop read-only on a second screen; the exit code."""
    from store.file import WorkshopFile

    return _ran(GoldenThread(WorkshopFile.open(path, write=False), wall=True))


def _ran(app: GoldenThread) -> int:
    """Run the app until somebody leaves; the exit code."""
    app.suit_terminal()
    try:
        app.run()
    finally:
        if app.file:
            app.leave(app.file)
    if app.fault:
        what = f"{type(app.fault).__name__}: {app.fault}".replace("\n", " ")
        print(f"Golden Thread stopped: {what}. Every answer shown is on disk; open it again.", file=sys.stderr)
        return 1
    return app.return_code or 0
