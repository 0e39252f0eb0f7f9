"""The user's own folders, by the habits of each system, where nothing may be writable or there at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_NAME = "goldenthread"
_SYNCED = ("dropbox", "onedrive", "google drive", "googledrive", "nextcloud", "owncloud", "mobile documents",
           "icloud", "pcloud", "box sync")  # fmt: skip


def state() -> Path:
    """Where the program remembers: recent files, who has what open."""
    return _place("XDG_STATE_HOME", ".local/state", "state")


def data() -> Path:
    """Where backups are."""
    return _place("XDG_DATA_HOME", ".local/share", "data")


def config() -> Path:
    """Where the user's own settings and catalogue are."""
    return _place("XDG_CONFIG_HOME", ".config", "config")


def scratch() -> Path:
    """Where something may lie for a while when there is no home."""
    from tempfile import gettempdir

    return Path(gettempdir(), f"{_NAME}-{os.getuid()}" if hasattr(os, "getuid") else _NAME)


def synced(path: Path) -> str:
    """What to say of a file in a folder that some service copies to other machines, or ""."""
    parts = {part.lower() for part in Path(os.path.realpath(path)).parts[:-1]}
    if any(part.startswith(_SYNCED) for part in parts):
        return "This folder is synced: close the workshop before another machine opens it"
    return ""


def made(folder: Path) -> Path | None:
    """The folder, made if need be; None where nothing can be written into it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK | os.X_OK) else None


def _place(variable: str, habit: str, name: str) -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or os.path.expanduser("~"), _NAME, name)
    if sys.platform == "darwin":
        return Path(os.path.expanduser("~/Library/Application Support"), _NAME, name)
    named = os.environ.get(variable, "")
    base = named if os.path.isabs(named) else os.path.join(os.path.expanduser("~"), habit)
    return Path(base, _NAME)
