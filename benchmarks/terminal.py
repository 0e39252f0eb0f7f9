"""A terminal without a person: a program runs in it, keys go in, and it knows when which bytes came out."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

import pyte

KEYS = {"enter": "\r", "escape": "\x1b", "up": "\x1b[A", "down": "\x1b[B"}
_UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP[^\x1b]*\x1b\\")
"""Questions to the terminal that the screen's parser does not know."""
_CLOCK = re.compile(r"\d{1,3}:\d\d")


class NeverCame(Exception):
    """The program did not show in time what it should."""


class Terminal:
    """The program in a terminal of 100x30. Times end when bytes can be read, before they are understood."""

    def __init__(self, words: list[str], columns: int = 100, rows: int = 30) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.begun = time.perf_counter()
        self.read_at = self.begun
        self._pid, self._end = pty.fork()
        if self._pid == 0:
            known = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
            os.execvpe(words[0], words, {**os.environ, **known})
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._end)

    def text(self) -> str:
        """What stands on the screen, clocks left out."""
        return _CLOCK.sub("", "\n".join(self.screen.display))

    def look(self) -> list[tuple[object, ...]]:
        """Every cell with its colours, for a cursor that changes no text."""
        cells = self.screen.buffer
        return [
            tuple(
                (cell.data, cell.fg, cell.bg, cell.reverse)
                for cell in (cells[y][x] for x in range(self.screen.columns))
            )
            for y in range(self.screen.lines)
        ]

    def read(self, seconds: float) -> bool:
        """Take in what came within that time; whether anything did."""
        if not select.select([self._end], [], [], seconds)[0]:
            return False
        self.read_at = time.perf_counter()
        try:
            data = os.read(self._end, 65536)
        except OSError as error:
            raise NeverCame(f"it ended:\n{self.text()}") from error
        if b"\x1b[c" in data:
            os.write(self._end, b"\x1b[?62;c")
        self._stream.feed(_UNKNOWN.sub(b"", data))
        return True

    def until(self, pattern: str, seconds: float = 20) -> float:
        """Seconds from the start until the pattern stands on the screen. Raises NeverCame."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            if self.read(0.05) and re.search(pattern, self.text(), re.S):
                return self.read_at - self.begun
        raise NeverCame(f"{pattern}:\n{self.text()}")

    def rest(self, quiet: float = 0.1) -> None:
        """Wait until nothing comes for so long; a clock that ticks for ever is not waited for."""
        end = time.perf_counter() + 20 * quiet
        while self.read(quiet) and time.perf_counter() < end:
            pass

    def press(
        self, key: str, *, rests: bool = False, cells: bool = False, within: float = 3, quiet: float = 0.08
    ) -> float:
        """Seconds from a key to the paint it causes; `rests`: to its last, before a quiet spell. Raises NeverCame."""
        look = self.look if cells else self.text
        before: object = look()
        begun = time.perf_counter()
        os.write(self._end, KEYS.get(key, key).encode())
        took: float | None = None
        while time.perf_counter() < begun + within:
            if not self.read(quiet if took is not None else 0.05):
                if took is not None:
                    return took
                continue
            now: object = look()
            if now != before:
                before, took = now, self.read_at - begun
                if not rests:
                    return took
        if took is None:
            raise NeverCame(f"nothing was painted after {key!r}:\n{self.text()}")
        return took
