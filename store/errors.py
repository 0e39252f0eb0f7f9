"""What can go wrong with a workshop's file, each in one line that says what, where and what to do."""

from __future__ import annotations

import errno
import os
import sqlite3

from workshop.errors import WorkshopError

SAID = (sqlite3.Error, UnicodeDecodeError)
"""How SQLite fails; the second is Python's, when not even the message can be read."""

ENDING = ".workshop"
"""By which a folder's workshops are found."""

_FULL = sqlite3.SQLITE_FULL
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_SICK = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""The last is said where a table is not what it was, since every statement of ours fits a sound file."""


def ended(path: object) -> str:
    """The name with a workshop's ending."""
    return f"{str(path).removesuffix(ENDING)}{ENDING}"


class NoSuchFile(WorkshopError):
    """No file of that name."""

    def __init__(self, path: object) -> None:
        near = ended(path)
        way_out = f"did you mean {near}?" if os.path.isfile(near) else f"make one with: goldenthread new {near}"
        super().__init__(f"There is no workshop at {path}; {way_out}")


class FileTaken(WorkshopError):
    """Something of that name exists, and is left alone."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path} exists already and is left as it is; choose another name")


class WrongEnding(WorkshopError):
    """A name by which no folder of workshops would find the file again."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path}: a workshop's file ends in {ENDING}; say {ended(path)}")


class CannotWrite(WorkshopError):
    """A file that the operating system does not let us make."""

    def __init__(self, path: object, error: OSError) -> None:
        full = error.errno == errno.ENOSPC
        why = "the disk is full; free some space and repeat" if full else error.strerror or "not allowed"
        super().__init__(f"{path} cannot be written: {why}")


class NotAWorkshop(WorkshopError):
    """A file, or a folder, that is something else."""

    def __init__(self, path: object, what: str) -> None:
        self.what = what
        super().__init__(f"{path} is no workshop: {what}; give the name of a .workshop file")


class NewerFile(WorkshopError):
    """A workshop whose form this program does not know yet."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path} was made by a newer Golden Thread; upgrade this one to open it")


class Damaged(WorkshopError):
    """A workshop that cannot be read as it should."""

    def __init__(self, path: object, what: str) -> None:
        self.what = what
        super().__init__(f"{path} is damaged: {what}; check and restore it with: goldenthread doctor {path}")


class ReadOnly(WorkshopError):
    """An answer to a file that is open for reading."""

    def __init__(self, path: object, why: str) -> None:
        super().__init__(f"Not saved: {path} is {why or 'open for reading only'}")


class Replaced(WorkshopError):
    """A file that is no longer the one that was opened."""

    def __init__(self, path: object) -> None:
        super().__init__(f"{path} was moved, removed or replaced meanwhile; leave and open it again")


class NotSaved(WorkshopError):
    """An answer that could not be put on disk; nothing of it was kept."""


class NotReadable(WorkshopError):
    """A file that cannot be read now."""


def told(error: Exception, path: str | os.PathLike[str], *, saving: bool = False) -> WorkshopError:
    """What SQLite or the operating system said, as one line about that file."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if isinstance(error, sqlite3.ProgrammingError):
        raise error
    if code == _FULL or getattr(error, "errno", 0) == errno.ENOSPC:
        return NotSaved("Not saved: the disk is full; free some space and press Enter again")
    if code == sqlite3.SQLITE_READONLY:
        return NotSaved(f"Not saved: {path} is read-only: the file or its folder cannot be written")
    if code in _SICK or (code == 0 and isinstance(error, sqlite3.Error | ValueError)):
        garbled = isinstance(error, UnicodeDecodeError) or "decode" in str(error)
        return Damaged(path, "some of its words cannot be read" if garbled else str(error).splitlines()[0])
    kind, said = (NotSaved, "Not saved: ") if saving else (NotReadable, "")
    if code in _BUSY:
        return kind(f"{said}another program keeps {path} busy; wait until it is done and try again")
    return kind(f"{said}{path} cannot be {'written' if saving else 'read'}: {error}; look at its disk and folder")
