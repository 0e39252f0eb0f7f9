"""What the room's app has in hand, told to a second screen that follows it: a small file beside the user's state.

It never touches the workshop file. Where it cannot be written, the second screen goes its own way.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from store import places
from store.coding import fingerprint
from store.jotted import jot, said


class Showing(NamedTuple):
    """Where the app is: step, view of the step, what is in hand; and what the wall is to do about it.

    `frozen` lets the wall stay as it is, `blank` shows nothing, `words` lets it show what people said with
    their verdicts; while `secret`, single scores are being given blind and nothing that follows from them is shown.
    """

    step: int
    at: int
    ref: str
    column: int = 0
    zoomed: str = ""
    """The ref of the one objective that is shown, or ""."""
    frozen: bool = False
    blank: bool = False
    words: bool = False
    secret: bool = False


def tell(workshop: Path, showing: Showing) -> None:
    """Let the wall know."""
    file = _file(workshop, make=True)
    if file is None:
        return
    jot(file, [os.getpid(), *showing])


def told(workshop: Path) -> Showing | None:
    """What the app said last; None where none is open."""
    file = _file(workshop, make=False)
    found = said(file) if file else None
    try:
        process, *shown_there = found if isinstance(found, list) else []
        if not _lives(process):
            return None
        shown = Showing(*shown_there)
    except (OSError, ValueError, TypeError, OverflowError):
        return None
    kinds = [type(value) is type(default) for value, default in zip(shown, Showing(1, 0, ""), strict=True)]
    return shown if all(kinds) and 1 <= shown.step <= 6 else None


def silence(workshop: Path) -> None:
    """The app is closed: the wall is on its own."""
    file = _file(workshop, make=False)
    if file:
        with suppress(OSError):
            file.unlink()


def _lives(process: int) -> bool:
    """Whether the app that said it is still there; where nobody can tell, it is."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _file(workshop: Path, *, make: bool) -> Path | None:
    folder = places.state() / "wall"
    folder_there = places.made(folder) if make else folder
    name = f"{fingerprint(os.path.realpath(workshop))}.json"
    return folder_there / name if folder_there else None
