"""A small file in the user's own folders: JSON, there whole or as it was before.

Where it cannot be written, nothing is kept and nothing said.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any


def jot(file: Path, said: object) -> None:
    """Let the file say this, in place of what it said before."""
    import json

    fresh = file.with_suffix(f".{os.getpid()}")
    try:
        fresh.write_text(json.dumps(said), encoding="utf-8")
        os.replace(fresh, file)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def said(file: Path) -> Any:
    """What the file says; None where there is none, or nothing that can be read."""
    try:
        found = file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None
    import json

    try:
        return json.loads(found)
    except (ValueError, RecursionError):
        return None
