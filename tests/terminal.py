"""The installed command in a real pseudo-terminal: send keys, read the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pyte

KEYS = {
    "enter": "\r", "esc": "\x1b", "tab": "\t", "back": "\x1b[Z", "up": "\x1b[A", "down": "\x1b[B",
    "right": "\x1b[C", "left": "\x1b[D", "quit": "\x11",
}  # fmt: skip
COMMAND = str(Path(sys.executable).with_name("goldenthread"))


class Terminal:
    """A program in a terminal of so many columns and rows."""

    def __init__(self, *argv: str, columns: int = 100, rows: int = 30, home: Path | None = None,
                 **surroundings: str) -> None:  # fmt: skip
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        """Every byte that came."""
        env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        if home:
            env |= {"HOME": str(home), **{f"XDG_{k}_HOME": str(home / k.lower()) for k in ("STATE", "DATA", "CONFIG")}}
        env |= {"COLUMNS": "", "LINES": "", **surroundings}  # the window alone says how large it is
        env = {name: value for name, value in env.items() if value}
        self.pid, self.fd = pty.fork()
        if not self.pid:
            os.execvpe(argv[0], list(argv), env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def read(self, seconds: float) -> bool:
        """Take in what comes within that time; whether anything did."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return False
        self.raw += data
        if b"\x1b[c" in data:
            os.write(self.fd, b"\x1b[?62;c")
        self.stream.feed(re.sub(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP[^\x1b]*\x1b\\", b"", data))
        return True

    def rests(self, quiet: float = 0.12, most: float = 3.0) -> None:
        """Wait until nothing has come for a while."""
        end = time.monotonic() + most
        while time.monotonic() < end and self.read(quiet):
            pass

    def passes(self, seconds: float) -> None:
        """Let so much time go by, taking in what comes."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.read(left)

    def shows(self, words: str, seconds: float = 15.0) -> None:
        """Wait until the words are on the screen; fail with what is there instead."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if words in self.text:
                return
            self.read(0.05)
        raise AssertionError(f"{words!r} never came; there was:\n{self.text}")

    def keys(self, *keys: str) -> None:
        """Press keys by name; each is drawn before the next."""
        for key in keys:
            os.write(self.fd, KEYS.get(key, key).encode())
            if key == "esc":  # known to be no other key's beginning only after a while
                self.passes(0.3)
            self.rests(0.012)

    def says(self, *answers: str) -> None:
        """Type each answer, and Enter."""
        for answer in answers:
            os.write(self.fd, answer.encode())
            self.rests(0.012)
            self.keys("enter")

    def pastes(self, text: str) -> None:
        """Paste it, as a terminal that brackets what is pasted."""
        data = f"\x1b[200~{text}\x1b[201~".encode()
        while data:
            data = data[os.write(self.fd, data[:2048]) :]
            self.read(0.01)
        self.rests(0.3)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; all is painted anew."""
        self.screen.resize(rows, columns)
        self.screen.reset()
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.rests(0.3)

    def kill(self, how: signal.Signals = signal.SIGKILL) -> int:
        """End the program with a signal (if it has not ended); its wait status."""
        status = 0
        try:
            os.kill(self.pid, how)
            status = os.waitpid(self.pid, 0)[1]
        except (ProcessLookupError, ChildProcessError):
            pass
        with suppress(OSError):
            os.close(self.fd)
        return status
