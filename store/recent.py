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
    import json
    from datetime import UTC, datetime

    folder = places.made(places.state())
    if folder is None:
        return
    whole = os.path.realpath(path)
    others = [one for one in _listed() if one.path != whole]
    kept = [Recent(whole, title, datetime.now(UTC).isoformat(timespec="seconds")), *others][:_MOST]
    fresh = folder / f"recent-{os.getpid()}.new"
    try:
        fresh.write_text(json.dumps(kept, indent=1), encoding="utf-8")
        os.replace(fresh, folder / "recent.json")
    except OSError:
        fresh.unlink(missing_ok=True)


def recent() -> list[Recent]:
    """The workshops opened last, newest first; those that are gone are left out."""
    return [one for one in _listed() if os.path.isfile(one.path)]


def _listed() -> list[Recent]:
    import json

    try:
        held = json.loads((places.state() / "recent.json").read_text(encoding="utf-8"))
        return [Recent(str(path), str(title), str(at)) for path, title, at in held]
    except (OSError, ValueError, TypeError):
        return []
