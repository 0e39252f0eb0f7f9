"""A new workshop file: whole or not there, never onto anything that exists."""

from __future__ import annotations

import os
import sqlite3
from itertools import groupby
from pathlib import Path

from store import log, schema, tables
from store.errors import ENDING, CannotWrite, FileTaken, WrongEnding
from workshop.change import Batch, Change
from workshop.declare import KINDS
from workshop.draft import Draft, Plan
from workshop.state import Workshop
from workshop.steps import STEPS
from workshop.words import clean


def make(path: Path, title: str, plan: Plan | None) -> None:
    """Write a workshop of that title, with what the plan adds. Raises WrongEnding, FileTaken, CannotWrite."""
    if os.path.lexists(path):
        raise FileTaken(path)
    _refuse_long_name(path)
    put(path, _database(_begun(title, plan)))


def _refuse_long_name(path: Path) -> None:
    """The journal that SQLite lays beside the file needs a longer name than the file itself."""
    try:
        os.lstat(f"{path}-journal")
    except FileNotFoundError:
        pass
    except OSError as error:
        raise CannotWrite(path, error) from None


def put(path: Path, data: bytes) -> None:
    """Write the bytes where nothing is, so that a kill leaves either all of them there or nothing.

    Raises WrongEnding, FileTaken, CannotWrite.
    """
    if path.suffix != ENDING:
        raise WrongEnding(path)
    fresh = path.with_name(f".{os.urandom(6).hex()}.new")
    try:
        try:
            write(fresh, data)
            _clear(path)
            _name(fresh, path)
        finally:
            fresh.unlink(missing_ok=True)
        sync_folder(path.parent)
    except FileExistsError:
        raise FileTaken(path) from None
    except OSError as error:
        raise CannotWrite(path, error) from None


def write(path: Path, data: bytes) -> None:
    """Write the bytes to a file that is not there yet, and on to the disk. Raises OSError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with open(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _clear(path: Path) -> None:
    """Put aside a journal that another file of that name left: it would be rolled into the new one."""
    journal = Path(f"{path}-journal")
    if os.path.lexists(journal) and not os.path.lexists(path):
        os.rename(journal, f"{path}.left-{os.urandom(4).hex()}")


def _name(fresh: Path, path: Path) -> None:
    """Give the file its name without ever replacing another."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError from None
        os.rename(fresh, path)


def sync_folder(folder: Path) -> None:
    """Let what was named or removed in a folder survive a power cut. Raises OSError."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _begun(title: str, plan: Plan | None) -> list[Batch]:
    """The first batches: the workshop's birth, then what the plan adds, by the step that captures it."""
    shop = Workshop()
    birth = Draft(shop)
    birth.add(KINDS["workshop"], {"title": clean(title)})
    shop.apply(birth.changes)
    more = Draft(shop)
    if plan:
        plan(more)
        shop.apply(more.changes)
    by = shop.about.facilitator
    batches = [log.batch("start the workshop", 1, "typed", by, birth.changes)]
    for step, changes in groupby(more.changes, lambda change: KINDS[change.kind].step):
        batches.append(log.batch(f"fill in {STEPS[step - 1].name}", step, "typed", by, changes))
    return batches


def _database(batches: list[Batch]) -> bytes:
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        schema.lay_out(db)
        every: list[Change] = []
        for batch in batches:
            log.write(db, batch, len(every) + 1)
            every += batch.changes
        tables.write(db, every)
        return db.serialize()
    finally:
        db.close()
