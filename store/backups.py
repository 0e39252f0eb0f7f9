"""Copies of a workshop in the user's data folder: made while one works, thinned as they age."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from store import log, places
from store.coding import fingerprint
from store.connecting import in_memory, uri

EVERY = timedelta(minutes=30)
"""How old the last copy must be before the next is made."""
LAST, DAYS = 10, 14
"""How many of the last copies stay, and for how many days one of each day."""

BESIDE = ".backups"
"""How the folder of copies beside a workshop is called: the name of the file, and this."""

_STAMP, _END = "%Y%m%dT%H%M%SZ-", ".workshop"
_NAME = re.compile(r"\d{8}T\d{6}Z-\d+-[0-9a-f]{16}\.workshop", re.ASCII)


class Copy(NamedTuple):
    """A copy: where it is, when it was made (UTC), the number of its last change.

    `own` is whether it is a copy of that very file; a break-out has the same workshop's id.
    """

    path: Path
    at: datetime
    last: int
    own: bool


def back_up(path: Path, db: sqlite3.Connection) -> str:
    """Copy the workshop if it changed since the last copy and that is old enough; what to tell, or "".

    What is told happens once (the first copy beside the file) or is no reason to stop (no copy was made).
    """
    try:
        folder, told = _folder(path, db)
        names = copies(folder, _tag(path))
        if not names or _due(names[0], log.last_n(db)):
            _copy_into(folder, path, db)
            _thin(folder, _tag(path))
        return told
    except (OSError, ValueError, sqlite3.Error) as error:
        return f"No backup was made: {error}"


def copy(path: Path, db: sqlite3.Connection) -> Path:
    """Copy the workshop now, whatever the last copy's age; the copy. Raises OSError, sqlite3.Error."""
    return _copy_into(_folder(path, db)[0], path, db)


def keep(path: Path, data: bytes) -> None:
    """Make a workshop's bytes the newest copy of that file. Raises OSError, sqlite3.Error."""
    with in_memory(data) as db:
        folder, _ = _folder(path, db)
        _copy_into(folder, path, db)
        _thin(folder, _tag(path))


def keep_up(path: Path, db: sqlite3.Connection) -> None:
    """Copy the workshop if it changed since the last copy, whatever that copy's age. Raises OSError, sqlite3.Error."""
    folder, _ = _folder(path, db)
    names = copies(folder, _tag(path))
    if not names or _last(names[0]) != log.last_n(db):
        _copy_into(folder, path, db)
        _thin(folder, _tag(path))


def copies(folder: Path, of: str = "") -> list[str]:
    """The names of the copies in a folder, newest first: each tells its time (UTC), its last change, and of what.

    `of` chooses those of one file. A name that could be none of ours is left out.
    """
    return sorted((name for name in os.listdir(folder) if _NAME.fullmatch(name) and of in name), reverse=True)


def kept(path: Path, data: bytes = b"") -> list[Copy]:
    """The copies of that file, newest first, then those of other files with an id that is somewhere in `data`."""
    tag, homes = _tag(path), places.data() / "backups"
    beside = _beside(path)
    found = []
    for folder in (beside, *(homes.iterdir() if homes.is_dir() else ())):
        same = folder == beside or folder.name.encode() in data
        for name in copies(folder, "" if same else tag) if folder.is_dir() else ():
            with suppress(ValueError):  # a time that never was
                found.append(Copy(folder / name, _at(name), _last(name), tag in name))
    return sorted(found, key=lambda copy: (copy.own, copy.at, copy.last), reverse=True)


def folder_of(workshop: str) -> Path:
    """Where the copies of the workshop of that id are."""
    plain = workshop.isascii() and workshop.isalnum() and len(workshop) <= 32
    return places.data() / "backups" / (workshop if plain else fingerprint(workshop))


def _folder(path: Path, db: sqlite3.Connection) -> tuple[Path, str]:
    workshop = db.execute("SELECT id FROM workshop WHERE ref = 'W1'").fetchone()[0]
    if home := places.made(folder_of(str(workshop))):
        return home, ""
    beside = _beside(path)
    fresh = not beside.exists()
    beside.mkdir(exist_ok=True)
    return beside, f"Backups go to {beside}: your home folder cannot be written" if fresh else ""


def _beside(path: Path) -> Path:
    """Where copies are while no home can be written."""
    return path.with_name(path.name + BESIDE)


def _tag(path: Path) -> str:
    """What stands in a copy's name for the file that it was made of."""
    return f"-{fingerprint(os.path.realpath(path))}"


def _last(name: str) -> int:
    return int(name[17:].partition("-")[0])


def _due(newest: str, last_change: int) -> bool:
    return _last(newest) != last_change and abs(datetime.now(UTC) - _at(newest)) >= EVERY


def _at(name: str) -> datetime:
    return datetime.fromisoformat(name[:15]).replace(tzinfo=UTC)


def _now(folder: Path, path: Path) -> datetime:
    """The time that the next copy of a file bears: later than its last one, whatever the clock says."""
    last = next((_at(name) for name in copies(folder, _tag(path))), None)
    now = datetime.now(UTC)
    return max(now, last + timedelta(seconds=1)) if last else now


def _copy_into(folder: Path, path: Path, db: sqlite3.Connection) -> Path:
    fresh = folder / f".{os.getpid()}.new"
    whole = folder / f"{_now(folder, path).strftime(_STAMP)}{log.last_n(db)}{_tag(path)}{_END}"
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


def _thin(folder: Path, of: str) -> None:
    """Keep the last few of a file, and of those before them the newest of each day for some days."""
    days: set[str] = set()
    oldest = datetime.now(UTC) - timedelta(days=DAYS)
    for number, name in enumerate(copies(folder, of)):
        stays = number < LAST or (name[:8] not in days and _at(name) >= oldest)
        if number >= LAST:
            days.add(name[:8])
        if not stays:
            (folder / name).unlink(missing_ok=True)
