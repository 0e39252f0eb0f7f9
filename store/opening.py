"""Finding out whether a file is a sound workshop, and connecting to it, without altering what is none."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

from store import schema
from store.connecting import connect, uri
from store.errors import SAID, Damaged, NewerFile, NoSuchFile, NotAWorkshop, NotReadable, told

CHECKED_AT_ONCE = 2 << 20
"""Bytes up to which the whole file is checked on opening; a larger one is checked by `verify`."""

_HEADER = 100
"""Bytes that every SQLite file begins with."""


def workshop(path: Path, *, write: bool) -> tuple[sqlite3.Connection, str, str]:
    """A connection to a sound workshop, its id, and why it can only be read ("" when it can be written).

    A journal that a killed process left is rolled back. Raises NoSuchFile, NotAWorkshop, NewerFile,
    Damaged, NotReadable.
    """
    version = _version(path)
    why = _unwritable(path)
    db = None
    try:
        db = connect(path, "ro" if why else "rw")
        if version < schema.VERSION:
            from store import upgrade

            db = upgrade.brought_up(db, path, in_place=write and not why)
        _refuse_damage(db, path)
        named = db.execute("SELECT id FROM workshop WHERE ref = 'W1'").fetchone()
        if not named or not isinstance(named[0], str):
            raise Damaged(path, "the record of the workshop itself is gone")
        db.execute("PRAGMA journal_mode = DELETE" if write and not why else "PRAGMA query_only = 1")
    except BaseException as error:
        if db is not None:
            db.close()
        if isinstance(error, SAID):
            raise told(error, path) from error
        raise
    return db, named[0], why


def quick_check(db: sqlite3.Connection) -> str:
    """What SQLite finds wrong in the structure of the file, or ""."""
    said = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
    return "" if said == "ok" else said.splitlines()[-1]


def _refuse_damage(db: sqlite3.Connection, path: Path) -> None:
    if wrong := schema.missing(db):
        raise Damaged(path, wrong)
    if os.path.getsize(path) <= CHECKED_AT_ONCE and (wrong := quick_check(db)):
        raise Damaged(path, wrong)


def _version(path: Path) -> int:
    """The form of the file, from its header alone: nothing is locked, recovered or made."""
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        raise NoSuchFile(path) from None
    except (OSError, ValueError) as error:
        raise NotReadable(f"{path} cannot be opened: {getattr(error, 'strerror', error)}") from None
    if stat.S_ISDIR(found.st_mode):
        raise NotAWorkshop(path, "it is a folder")
    if not stat.S_ISREG(found.st_mode):
        raise NotAWorkshop(path, "it is no ordinary file")
    if found.st_size < _HEADER:
        raise NotAWorkshop(path, "it is no database" if found.st_size else "it is empty")
    application, version = _header(path)
    if application != schema.APPLICATION:
        raise NotAWorkshop(path, "it is another program's database")
    if version > schema.VERSION:
        raise NewerFile(path)
    if version < 1:
        raise Damaged(path, "its header does not say which version it is")
    return version


def _header(path: Path) -> tuple[int, int]:
    """Its application id and version. SQLite reads it, since closing a file of ours would drop our locks."""
    try:
        db = sqlite3.connect(uri(path, mode="ro", immutable=1), uri=True)
        try:
            return tuple(db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
        finally:
            db.close()
    except SAID as error:
        if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_NOTADB:
            raise NotAWorkshop(path, "it is no database") from None
        raise told(error, path) from None


def _unwritable(path: Path) -> str:
    if not os.access(os.path.dirname(os.path.realpath(path)), os.W_OK):
        return "read-only: the folder cannot be written"
    return "" if os.access(path, os.W_OK) else "read-only: the file cannot be written"
