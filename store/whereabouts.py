"""Where one was in a workshop, to come back there: a small file of each in the user's state, by the workshop's id.

It never touches the workshop file. Where it cannot be written, one begins at the beginning.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from store import places
from store.coding import digest


def keep(id: str, whereabouts: dict[str, object]) -> None:
    """Keep it, in place of what was kept before; all of it or nothing."""
    folder = places.made(places.state() / "whereabouts")
    if folder is None:
        return
    file = folder / _name(id)
    fresh = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        fresh.write_text(json.dumps(whereabouts), encoding="utf-8")
        os.replace(fresh, file)


def kept(id: str) -> dict[str, object]:
    """What was kept last, or nothing."""
    try:
        held = json.loads(Path(places.state(), "whereabouts", _name(id)).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}


def _name(id: str) -> str:
    return f"{digest((0, 1), id) + (1 << 63):016x}.json"
