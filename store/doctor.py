"""Whether a workshop file is sound; and when it is not, its last backup with what else can be read of it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from store import backups, check, holder, opening, schema
from store.backups import Copy
from store.carving import Pieces, carved
from store.connecting import connect
from store.correcting import corrected
from store.errors import SAID, CannotWrite, Damaged, NotAWorkshop, told
from store.making import put
from store.rebuilding import rebuilt
from store.replacing import free_name, journal_of, replace
from store.restoring import joined, last_told, missing
from workshop.errors import NotUnderstood, WorkshopError
from workshop.words import plural

_LARGEST = 1 << 30
"""Bytes up to which a file that is no workshop is searched for one."""
_MAGIC, _APPLICATION = b"SQLite format 3\0", schema.APPLICATION.to_bytes(4, "big")
_SETTLED = 0.5
"""Seconds in which a journal that no living process writes stays the same."""


class NoBackup(WorkshopError):
    """A damaged workshop that stays as it is."""


class Held(WorkshopError):
    """A workshop that an app has open."""

    def __init__(self, path: object, who: str) -> None:
        super().__init__(f"{path} is open in another Golden Thread: {who}; leave it there first")


class Verdict(NamedTuple):
    """Whether the file was sound as it was found, and what to tell of it."""

    sound: bool
    lines: list[str]


def heal(path: Path) -> Verdict:
    """Say that a workshop is sound; or put in its place its last sound backup with the newer changes that can be read.

    The damaged file and its journal are kept as `NAME.damaged-TIME`; a kill leaves the old file or the whole new
    one. Raises NoBackup, Held, CannotWrite, and what `opening.workshop` raises but Damaged; all is then as it was.
    """
    real = Path(os.path.realpath(path))
    with _as_it_was(real) as was:
        if was and _sound(was[0]) and not _sound(was[1]):
            return _without_journal(path, real)
        if wrong := _wrong(path):
            return _restored(path, real, wrong, was[2] if was else None)
    return Verdict(True, [_told_sound(path)])


def salvage(path: Path, new: Path) -> Verdict:
    """Make a new workshop of what can be read of a damaged one, which stays as it is.

    Raises NoBackup where nothing can be read, FileTaken, CannotWrite, and as `heal`.
    """
    real = Path(os.path.realpath(path))
    wrong = _wrong(path)
    if not wrong:
        return Verdict(True, [f"{path} is sound; a copy of it is made with: goldenthread fork {path} {new}"])
    data = real.read_bytes()
    left = corrected(data, carved(data))
    if not left.changes:
        raise NoBackup(f"{path} is damaged: {wrong}; no change can be read in it any more")
    data, there = rebuilt(left)
    put(new, data)
    many = f"{len(there.changes.keys() & left.changes.keys()):,} of its {plural(left.last, 'change')}"
    return Verdict(False, [f"{path} is damaged: {wrong}", f"Made {new} of {many}", *missing(there, left)])


def copies(path: Path) -> list[Copy]:
    """The backups of a file, newest first, then those of other files of the same workshop (break-outs)."""
    real = Path(os.path.realpath(path))
    ordinary = real.is_file() and real.stat().st_size <= _LARGEST
    return backups.kept(path, real.read_bytes() if ordinary else b"")


def go_back(path: Path, copy: Copy) -> list[str]:
    """Put a backup in the place of the file, on purpose; what is there is kept as `NAME.before-TIME`.

    What it is now becomes its newest backup, so that no damage later brings back what was given up.
    Raises Damaged when the backup is, Held, CannotWrite.
    """
    real = Path(os.path.realpath(path))
    if wrong := _wrong(copy.path):
        raise NotUnderstood(f"The backup of {when(copy)} is damaged: {wrong}; choose another with --backups")
    there, data = real.exists(), copy.path.read_bytes()
    with _alone(path, real):
        unkept = _backed_up(real, data)
        aside = replace(real, data, "before")
    kept = [f"What it was until now is kept as {aside.name}"] if there else []
    return [f"{path} is again as it was on {when(copy)}, after {plural(copy.last, 'change')}", *kept, *unkept]


def _sound(path: Path) -> bool:
    try:
        return not _wrong(path)
    except WorkshopError:
        return False


def _wrong(path: Path) -> str:
    """What is wrong with a workshop, or "". Raises what `opening.workshop` raises but Damaged."""
    try:
        db, _, _ = opening.workshop(path, write=False)
    except Damaged as error:
        return error.what
    except NotAWorkshop as error:
        return _once_ours(path, error)
    try:
        return check.fault(db)
    except (sqlite3.Error, ValueError) as error:
        said = told(error, path)
        if isinstance(said, Damaged):
            return said.what
        raise said from error
    finally:
        db.close()


def _once_ours(path: Path, error: NotAWorkshop) -> str:
    """What is wrong with a file that is no workshop but was one. Raises NotAWorkshop when it never was."""
    data = path.read_bytes() if path.is_file() and path.stat().st_size <= _LARGEST else b"?"
    known = bool(backups.kept(path))
    if (known and not data.strip(b"\0")) or _has_our_header(data) or carved(data).changes:
        return error.what
    if known:
        way_out = f"see the backups of what was there: goldenthread doctor {path} --backups"
        raise NotUnderstood(f"{path} is no workshop: {error.what}; {way_out}")
    raise error


def _has_our_header(data: bytes) -> bool:
    return data.startswith(_MAGIC) and data[68:72] == _APPLICATION


def _restored(path: Path, real: Path, wrong: str, was: Path | None) -> Verdict:
    data = (was or real).read_bytes()
    left = corrected(data, carved(data))
    copies = backups.kept(path, data)
    near = [copy for copy in copies if copy.own or _has_our_header(data)]
    found = next(((copy, pieces) for copy in near if (pieces := _fitting(copy, left))), None)
    if found is None:
        none = f"no sound backup of it{' (but see --backups)' if copies else ''}"
        raise NoBackup(f"{path} is damaged: {wrong}; there is {none}, and {_way_out(path, left)}")
    copy, pieces = found
    whole = joined(copy, pieces, left, last_told(data))
    with _alone(path, real):
        unkept = _backed_up(real, whole.data)
        aside = replace(real, whole.data, "damaged", was=was)
    of = when(copy) if copy.own else f"another file of this workshop, of {when(copy)},"
    more = f" and {plural(whole.newer, 'newer change')} of the damaged file" if whole.newer else ""
    return Verdict(False, [
        f"{path} was damaged: {wrong}",
        f"Restored from the backup of {of} with {plural(whole.taken, 'change')}{more}",
        *whole.lines,
        *missing(whole.there, left),
        f"The damaged file is kept as {aside.name}",
        *unkept,
    ])  # fmt: skip


def _backed_up(path: Path, data: bytes) -> list[str]:
    """Make what the file is going to be its newest backup, before it takes its place; a line where that fails.

    So a kill in between leaves no file whose newest backup holds what was just given up.
    """
    try:
        backups.keep(path, data)
    except (OSError, *SAID) as error:
        return [f"No backup of it was made: {error}"]
    return []


def _way_out(path: Path, left: Pieces) -> str:
    if not left.changes:
        return "nothing of it can be read"
    readable = f"{len(left.changes):,} of its {plural(left.last, 'change')} can be read"
    return f"{readable}: goldenthread doctor {path} --salvage NEW"


def _fitting(copy: Copy, left: Pieces) -> Pieces | None:
    """What a backup holds, when it is sound and what is left of the file is of the same history."""
    try:
        if _wrong(copy.path):
            return None
        held = carved(copy.path.read_bytes())
    except (WorkshopError, OSError):
        return None
    common = held.changes.keys() & left.changes.keys()
    same = all(held.changes[n] == left.changes[n] for n in common)
    return held if same and (copy.own or common) else None


def _without_journal(path: Path, real: Path) -> Verdict:
    """Move away a journal that belongs to another file and would be rolled into this one."""
    with _alone(path, real):
        aside = journal_of(free_name(real, "damaged"))
        try:
            os.rename(journal_of(real), aside)
        except OSError as error:
            raise CannotWrite(real, error) from None
    lines = [f"{path} is sound, but the journal beside it is another file's and would have ruined it"]
    return Verdict(False, [*lines, f"The journal is kept as {aside.name}"])


@contextmanager
def _as_it_was(path: Path) -> Iterator[tuple[Path, Path, Path] | None]:
    """Where a journal lies beside the file: copies of the file alone, and twice of both; for opening alters them."""
    journal = journal_of(path)
    with TemporaryDirectory(prefix="goldenthread-") as folder:
        names = tuple(Path(folder, name) for name in ("alone", "both", "was"))
        try:
            before = journal.stat()
            if before.st_size:
                time.sleep(_SETTLED)
            settled = before.st_size and journal.stat().st_mtime_ns == before.st_mtime_ns
            for name in names if settled else ():
                shutil.copyfile(path, name)
                if name.name != "alone":
                    shutil.copyfile(journal, journal_of(name))
        except OSError:
            settled = False
        yield (names[0], names[1], names[2]) if settled else None


@contextmanager
def _alone(path: Path, real: Path) -> Iterator[None]:
    """No app has the file open meanwhile, and where that can be had, nobody writes to it. Raises Held.

    A journal that is still there is another file's, or sick: locking the file would roll it in.
    """
    held = holder.take(real)
    if isinstance(held, str):
        raise Held(path, held)
    db = None
    try:
        if os.name == "posix" and real.exists() and not journal_of(real).exists():
            with suppress(*SAID):
                db = connect(real, "rw")
                db.execute("BEGIN IMMEDIATE")
        yield
    finally:
        if db is not None:
            db.close()
        held.release()


def _told_sound(path: Path) -> str:
    """That it is, and how much there is in it; a copy of it is kept if it changed since the last."""
    db = connect(path, "ro")
    try:
        changes, acts = (db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("changes", "batches"))
        with suppress(OSError, *SAID):
            backups.keep_up(path, db)
    finally:
        db.close()
    many = f"{plural(changes, 'change')} in {plural(acts, 'act')}"
    own = [copy for copy in backups.kept(path) if copy.own]
    last = f"the last backup is of {when(own[0])}" if own else "there is no backup of it"
    return f"{path} is sound: {many}, each as it was written, and the records say the same; {last}"


def when(copy: Copy) -> str:
    """When a backup was made, in local time."""
    return f"{copy.at.astimezone():%Y-%m-%d %H:%M}"
