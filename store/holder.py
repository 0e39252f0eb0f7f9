"""Who has a workshop open: an operating system's lock, which is gone with its process however that ends."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from store import places
from store.coding import fingerprint

_PAST_THE_WORDS = 1 << 20
"""Where Windows locks: a locked byte cannot be read, and others must read who holds it."""


class Hold:
    """A workshop held open, until `release` or the end of the process."""

    def __init__(self, handle: int | None) -> None:
        self._handle = handle

    def release(self) -> None:
        """Let others hold it."""
        if self._handle is not None:
            os.ftruncate(self._handle, 0)
            os.close(self._handle)
            self._handle = None


def take(path: Path) -> Hold | str:
    """Hold the workshop; or else who does, and since when.

    Where neither the home nor the temporary folder can be written, everybody holds it.
    """
    folder = places.made(places.state() / "open") or places.made(places.scratch())
    if folder is None:
        return Hold(None)
    try:
        return _taken(folder, path)
    except OSError:
        return Hold(None)


def who(path: Path) -> str:
    """Who holds the workshop, and since when, without holding it; "" where nobody does."""
    for folder in (places.state() / "open", places.scratch()):
        try:
            handle = os.open(_lock(folder, path), os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
        except OSError:
            continue
        try:
            said = os.read(handle, 200).decode("utf-8", "replace")
            if said and not _locked(handle):
                return said
        finally:
            os.close(handle)
    return ""


def _lock(folder: Path, path: Path) -> Path:
    return folder / f"{fingerprint(os.path.realpath(path))}.lock"


def _taken(folder: Path, path: Path) -> Hold | str:
    name = _lock(folder, path)
    handle = os.open(name, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    if not _locked(handle):
        said = os.pread(handle, 200, 0) if hasattr(os, "pread") else os.read(handle, 200)
        os.close(handle)
        return said.decode("utf-8", "replace") or "somebody"
    os.ftruncate(handle, 0)
    os.write(handle, _who().encode("utf-8", "replace"))
    return Hold(handle)


def _who() -> str:
    names = (os.environ.get(name) for name in ("USER", "LOGNAME", "USERNAME"))
    who = next((name for name in names if name), "somebody")
    return f"{who} (process {os.getpid()}) since {time.strftime('%H:%M on %d %b')}"


def _locked(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _PAST_THE_WORDS, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
