"""The workshops that were opened last, for the launcher; forgotten silently where nothing can be kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from store import places
from store.jotted import jot, said

_NAME, _MOST = "recent.json", 20


class Recent(NamedTuple):
    """A workshop that was opened; `opened_at` is UTC in ISO form."""

    path: str
    title: str
    opened_at: str


def remember(path: str | Path, title: str) -> None:
    """Put this workshop first on the list."""
    from datetime import UTC, datetime

    whole = os.path.realpath(path)
    first = Recent(whole, title, datetime.now(UTC).isoformat(timespec="seconds"))
    _keep([first, *(one for one in recent() if one.path != whole)][:_MOST])


def forget(path: str | Path) -> None:
    """Take this one off the list; the file itself is left alone."""
    _keep([one for one in recent() if one.path != str(path)])


def recent() -> list[Recent]:
    """The workshops opened last, newest first, whether they are still there or not."""
    found = said(places.state() / _NAME)
    try:
        return [Recent(str(path), str(title), str(at)) for path, title, at in found or ()]
    except (ValueError, TypeError):
        return []


def _keep(listed: list[Recent]) -> None:
    if folder := places.made(places.state()):
        jot(folder / _NAME, listed)
