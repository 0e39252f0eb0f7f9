"""What is remembered of a workshop beside it, such as its clock: a small file of each sort in the user's own folder.

It never touches the workshop file. Where it cannot be written, nothing is remembered.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from store import places
from store.coding import fingerprint
from store.jotted import jot, said

_MOST = 50
"""Workshops of which each sort is remembered."""


def keep(sort: str, id: str, told: dict[str, Any]) -> None:
    """Remember this of the workshop with this id, in place of what was remembered before; all of it or nothing."""
    folder = places.made(places.state() / sort)
    if folder is None:
        return
    file = folder / _name(id)
    with suppress(OSError):
        if not file.exists():
            _forget(folder)
    jot(file, told)


def kept(sort: str, id: str) -> dict[str, Any]:
    """What was remembered last; empty where nothing was, or nothing that can be read."""
    found = said(Path(places.state(), sort, _name(id)))
    return found if isinstance(found, dict) else {}


def _forget(folder: Path) -> None:
    """Make room for a new one: those that were written longest ago go."""
    found = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime)
    for file in found[: max(0, len(found) - _MOST + 1)]:
        file.unlink(missing_ok=True)


def _name(id: str) -> str:
    return f"{fingerprint(id)}.json"
