"""Putting a file in the place of another, which is kept beside it: a kill leaves the one or the other."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from store.errors import CannotWrite
from store.making import sync_folder, write


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what takes back a transaction that was broken off."""
    return Path(f"{path}-journal")


def replace(path: Path, data: bytes, why: str, *, was: Path | None = None) -> Path:
    """Let the file be these bytes; what it was, with its journal, is kept as `NAME.WHY-TIME`, which is returned.

    `was` is where a copy of the old file and its journal lies, from before anything was tried on them. Raises
    CannotWrite; the file is then as it was.
    """
    fresh = path.with_name(f".{os.urandom(6).hex()}.new")
    try:
        try:
            write(fresh, data)
            if path.exists():
                shutil.copymode(path, fresh)
            aside = set_aside(path, why, was=was)
            journal_of(path).unlink(missing_ok=True)
            os.replace(fresh, path)
        finally:
            fresh.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise CannotWrite(path, error) from None
    return aside


def set_aside(path: Path, why: str, *, was: Path | None = None) -> Path:
    """Keep the file and its journal under another name too; that name. Raises OSError."""
    aside = free_name(path, why)
    for old, new in ((was or path, aside), (journal_of(was or path), journal_of(aside))):
        if old.exists():
            _same(old, new)
    sync_folder(path.parent)
    return aside


def free_name(path: Path, why: str) -> Path:
    """`NAME.WHY-TIME`, where nothing is; the time is UTC."""
    name, number = f"{path.name}.{why}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}", 1
    aside = path.with_name(name)
    while os.path.lexists(aside) or os.path.lexists(journal_of(aside)):
        number += 1
        aside = path.with_name(f"{name}-{number}")
    return aside


def _same(old: Path, new: Path) -> None:
    """One more name for a file; where the disk knows no second names, a copy."""
    try:
        os.link(old, new)
    except OSError:
        write(new, old.read_bytes())
