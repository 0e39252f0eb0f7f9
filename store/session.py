"""What a session remembers beside the workshop, such as its clock: a small file in the user's own folder.

It never touches the workshop file, and where it cannot be written a session begins afresh.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from store import places
from store.coding import digest

_MOST = 50
"""Workshops whose sessions are remembered."""


def keep(workshop: str, said: dict[str, Any]) -> None:
    """Remember this of the session of the workshop with this id."""
    folder = places.made(places.state() / "sessions")
    if folder is None:
        return
    file = _file(folder, workshop)
    fresh = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        if not file.exists():
            _forget(folder)
        fresh.write_text(json.dumps(said), encoding="utf-8")
        os.replace(fresh, file)


def kept(workshop: str) -> dict[str, Any]:
    """What was remembered last; empty where nothing was, or nothing that can be read."""
    try:
        said = json.loads(_file(places.state() / "sessions", workshop).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _forget(folder: Path) -> None:
    """Make room for a new one: the sessions that were kept longest ago go."""
    found = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime)
    for file in found[: max(0, len(found) - _MOST + 1)]:
        file.unlink(missing_ok=True)


def _file(folder: Path, workshop: str) -> Path:
    return folder / f"{digest((0, 1), workshop) + (1 << 63):016x}.json"
