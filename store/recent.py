"""The workshops that were opened last, for the launcher; forgotten silently where nothing can be kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from store import places

_MOST = 20


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
    import json

    try:
        held = json.loads((places.state() / "recent.json").read_text(encoding="utf-8"))
        return [Recent(str(path), str(title), str(at)) for path, title, at in held]
    except (OSError, ValueError, TypeError):
        return []


def _keep(listed: list[Recent]) -> None:
    import json

    folder = places.made(places.state())
    if folder is None:
        return
    fresh = folder / f"recent-{os.getpid()}.new"
    try:
        fresh.write_text(json.dumps(listed, indent=1), encoding="utf-8")
        os.replace(fresh, folder / "recent.json")
    except OSError:
        fresh.unlink(missing_ok=True)
