"""A folder of workshop files: which there are, and each of them looked at, by as many processes as there are cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from store.backups import BESIDE
from store.errors import ENDING
from workshop import housewords
from workshop.errors import WorkshopError

T = TypeVar("T")
_FEW = 100
"""Files that are looked at sooner than other processes are begun."""
_AT_ONCE = 8


class NoSuchFolder(WorkshopError):
    """A folder that is not there, or cannot be read."""


def workshops(folder: Path) -> list[Path]:
    """Every file in the folder and below that is called a workshop, by their paths; no hidden ones, no backups.

    Raises NoSuchFolder.
    """
    if not folder.is_dir():
        raise NoSuchFolder(f"{folder} is no folder; give the one that holds the .workshop files")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise NoSuchFolder(f"{folder} cannot be read; look at who may read it")
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and not name.endswith(BESIDE)]
        found += [Path(place, name) for name in names if name.endswith(ENDING) and not name.startswith(".")]
    return sorted(found)


def each(paths: Sequence[Path], look: Callable[[Path], T]) -> Iterator[T]:
    """What `look` makes of each file, in their order. It is a function of a module, and what it makes plain values."""
    processes = min(os.cpu_count() or 1, _AT_ONCE)
    if len(paths) < _FEW or processes < 2:
        yield from map(look, paths)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(processes, initializer=_begin) as pool:
        yield from pool.map(look, paths, chunksize=8)


def _begin() -> None:
    """What the command line does before it begins, in a process of its own."""
    import signal

    from store.catalogues import own_words

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who begins them ends them
    housewords.come_from(own_words)
