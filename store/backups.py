"""Copies of a workshop in the user's data folder: made while one works, thinned as they age."""

from __future__ import annotations

import os
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store import log, places
from store.coding import digest
from store.connecting import uri

EVERY = timedelta(minutes=30)
"""How old the last copy must be before the next is made."""
LAST, DAYS = 10, 14
"""How many of the last copies stay, and for how many days one of each day."""

_STAMP, _END = "%Y%m%dT%H%M%SZ-", ".workshop"


def back_up(path: Path, db: sqlite3.Connection) -> str:
    """Copy the workshop if it changed since the last copy and that is old enough; what to tell, or "".

    What is told happens once (the first copy beside the file) or is no reason to stop (no copy was made).
    """
    try:
        folder, told = _folder(path, db)
        names = copies(folder)
        if not names or _due(names[0], log.last_n(db)):
            _copy_into(folder, path, db)
            _thin(folder)
        return told
    except (OSError, ValueError, sqlite3.Error) as error:
        return f"No backup was made: {error}"


def copy(path: Path, db: sqlite3.Connection) -> Path:
    """Copy the workshop now, whatever the last copy's age; the copy. Raises OSError, sqlite3.Error."""
    return _copy_into(_folder(path, db)[0], path, db)


def copies(folder: Path) -> list[str]:
    """The names of the copies in a folder, newest first: each begins with its time (UTC) and its last change."""
    return sorted((name for name in os.listdir(folder) if name[15:17] == "Z-" and name.endswith(_END)), reverse=True)


def folder_of(workshop: str) -> Path:
    """Where the copies of the workshop of that id are."""
    plain = workshop.isascii() and workshop.isalnum() and len(workshop) <= 32
    return places.data() / "backups" / (workshop if plain else f"{digest((0, 1), workshop) + (1 << 63):016x}")


def _folder(path: Path, db: sqlite3.Connection) -> tuple[Path, str]:
    workshop = db.execute("SELECT id FROM workshop WHERE ref = 'W1'").fetchone()[0]
    if home := places.made(folder_of(str(workshop))):
        return home, ""
    beside = path.with_name(f"{path.name}.backups")
    fresh = not beside.exists()
    beside.mkdir(exist_ok=True)
    return beside, f"Backups go to {beside}: your home folder cannot be written" if fresh else ""


def _due(newest: str, last_change: int) -> bool:
    changed = newest[17 : -len(_END)] != str(last_change)
    return changed and abs(datetime.now(UTC) - _at(newest)) >= EVERY


def _at(name: str) -> datetime:
    return datetime.fromisoformat(name[:15]).replace(tzinfo=UTC)


def _copy_into(folder: Path, path: Path, db: sqlite3.Connection) -> Path:
    fresh = folder / f".{os.getpid()}.new"
    whole = folder / f"{datetime.now(UTC).strftime(_STAMP)}{log.last_n(db)}{_END}"
    fresh.unlink(missing_ok=True)
    try:
        db.execute("VACUUM INTO ?", (uri(fresh),))
        handle = os.open(fresh, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(fresh, whole)
    finally:
        fresh.unlink(missing_ok=True)
    return whole


def _thin(folder: Path) -> None:
    """Keep the last few, and of those before them the newest of each day for some days."""
    days: set[str] = set()
    oldest = datetime.now(UTC) - timedelta(days=DAYS)
    for number, name in enumerate(copies(folder)):
        stays = number < LAST or (name[:8] not in days and _at(name) >= oldest)
        if number >= LAST:
            days.add(name[:8])
        if not stays:
            (folder / name).unlink(missing_ok=True)
