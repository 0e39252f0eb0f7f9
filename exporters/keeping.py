"""An export put where it was asked for: whole or not at all, and never over somebody's own file."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from exporters import marks
from exporters.handoff import FORMATS
from workshop.errors import WorkshopError
from workshop.words import listed, shown

_NO_NAME = re.compile(r"\W+")
_OTHERS = (
    "doc", "docx", "odt", "rtf", "pdf", "ppt", "pptx", "odp", "xls", "xlsm", "xlsb", "ods", "csv", "tsv", "parquet",
    "txt", "html", "htm", "xml", "yaml", "png", "jpg", "svg", "zip", "eml", "msg", "workshop",
)  # fmt: skip
"""Endings of files that are something else than an export."""
_LONGEST = 40
"""Characters of somebody's name in a file's."""


class NotKept(WorkshopError):
    """An export that could not be put where it was asked for."""


def default_path(workshop: Path, form: str, *, what: str = "workbook", who: str = "") -> Path:
    """Where an export goes when nobody said: beside the workshop, under its name, what it is and for whom."""
    tail = [what] if what != "workbook" else []
    tail += [slug] if (slug := _slug(who)) else []
    return workshop.with_name(f"{'-'.join([workshop.name.removesuffix('.workshop'), *tail])}.{form}")


def _slug(who: str) -> str:
    """Somebody's name as a part of a file's, cut between words."""
    words = _NO_NAME.sub("-", who.lower()).strip("-")
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition("-")[0] or words[:_LONGEST]


def put(
    data: bytes,
    path: Path,
    *,
    workshop: Path,
    overwrite: bool = False,
    ours: Callable[[Path], bool] = marks.ours,
    form: str = "",
) -> None:
    """Keep the bytes at that path: a temporary file beside it, synced, then renamed into place.

    An earlier export of ours is replaced as long as nobody edited it, any other file only with `overwrite`; the
    workshop itself, a folder, and the target of a symlink that is not ours never; nor under a name that says it were
    something else than the `form` that it is, where that is given. Raises NotKept.
    """
    try:
        target = _target(path, workshop, overwrite, ours, form)
        _write(data, target)
    except OSError as error:
        raise NotKept(_said(error, path)) from None
    except ValueError:
        raise _no_name(path) from None


def in_the_way(path: Path, *, workshop: Path, ours: Callable[[Path], bool] = marks.ours, form: str = "") -> str:
    """What an export to that path would replace, in a few words; "" where nothing is there.

    Raises NotKept where it cannot go: the workshop itself, a folder, a link to somebody's file, no such folder, a name
    that says it were something else than that `form`.
    """
    try:
        target = _target(path, workshop, True, ours, form)
        if not target.parent.is_dir():
            raise NotKept(_said(OSError(errno.ENOENT, ""), path))
        if not target.exists():
            return ""
        if not ours(target):
            return "a file that is no export of ours"
        return "an export that somebody edited since" if marks.edited(target) else "an earlier export"
    except OSError as error:
        raise NotKept(_said(error, path)) from None
    except ValueError:
        raise _no_name(path) from None


def _refuse_ending(path: Path, form: str) -> None:
    """Raises NotKept where a program would take the file for something that it is not."""
    ending = path.suffix.lower()[1:]
    if ending == form or ending not in (*_OTHERS, *(FORMATS if form else ())):
        return
    said = f"{shown(path.name)} ends in .{ending}{f', and this is .{form}' if form else ''}"
    raise NotKept(f"{said}; what is exported ends in {listed([f'.{name}' for name in FORMATS], 'or')}")


def _target(path: Path, workshop: Path, overwrite: bool, ours: Callable[[Path], bool], form: str) -> Path:
    """Where to write, symlinks followed. Raises NotKept where something there must stay."""
    name = shown(str(path))
    if workshop.exists() and path.exists() and os.path.samefile(path, workshop):
        raise NotKept(f"{name} is the workshop itself; write the export to another file")
    _refuse_ending(path, form)
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    if not target.exists():
        return target
    mode = target.stat().st_mode
    if stat.S_ISDIR(mode):
        raise NotKept(f"{name} is a folder; give a file in it, such as {shown(str(path / 'handoff.xlsx'))}")
    if not stat.S_ISREG(mode):
        raise NotKept(f"{name} is not an ordinary file; give another")
    if ours(target) and not marks.edited(target):
        return target
    if path.is_symlink() and not ours(target):
        raise NotKept(f"{name} is a link to a file that is not an export of ours; give another")
    if not overwrite:
        why = "was edited since; take it in first" if ours(target) else "is not an export of ours"
        raise NotKept(f"{name} is there and {why}; give another name, or --overwrite")
    return target


def _write(data: bytes, target: Path) -> None:
    beside = target.with_name(f".goldenthread-{token_hex(6)}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, target)
    finally:
        with suppress(OSError):
            beside.unlink()


_WHY = {
    errno.ENOSPC: "the disk is full; free some space or give another place",
    errno.EDQUOT: "your share of the disk is full; free some space or give another place",
    errno.ENOENT: "that folder is not there; make it first or give another",
    errno.ENOTDIR: "that folder is not there; make it first or give another",
    errno.EACCES: "you may not write there; give another place",
    errno.EPERM: "you may not write there; give another place",
    errno.EROFS: "that place is read-only; give another",
    errno.ENAMETOOLONG: "that name is too long; give a shorter one",
    errno.ELOOP: "that link leads nowhere; give another place",
}


def _no_name(path: Path) -> NotKept:
    return NotKept(f"“{shown(str(path))}” is no file name; give another")


def _said(error: OSError, path: Path) -> str:
    code = error.errno or 0
    if code == errno.ENOENT and path.parent.is_dir():  # a folder that is there and makes no files
        code = errno.EACCES
    why = _WHY.get(code, f"{error.strerror or error}; give another place")
    return f"Not exported to {shown(str(path))}: {why}"
