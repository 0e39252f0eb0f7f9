"""A sample to try things on: a fresh copy each time, worked out once a day."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from shutil import copyfile

from store import places
from workshop.errors import WorkshopError


def lay(name: str, today: date, folder: Path) -> Path:
    """The sample as a file in that folder, which is the caller's to remove.

    Working a sample out takes longer than opening the app, so the day's is kept in the state folder
    and copied; where that cannot be, it is made anew. Raises NoSuchSample.
    """
    path = folder / f"{name}.workshop"
    shelf = places.made(places.state() / "samples")
    kept = shelf / f"{name}-{today:%Y%m%d}-{_stamp(name)}.workshop" if shelf else None
    if kept and kept.exists():
        copyfile(kept, path)
        return path
    _make(name, today, path)
    if kept and shelf:
        with suppress(OSError):
            for old in shelf.glob(f"{name}-*.workshop"):
                old.unlink()
            half = kept.with_suffix(".part")
            copyfile(path, half)
            half.replace(kept)
    return path


def _make(name: str, today: date, path: Path) -> None:
    from store.file import WorkshopFile
    from store.samples import sample

    WorkshopFile.create(path, plan=sample(name, today)).close()


def _stamp(name: str) -> str:
    """What this program's data and records are, so that another version never meets an older one's file."""
    import workshop
    from store.coding import seed
    from store.schema import columns
    from workshop.declare import KINDS

    try:
        written = (Path(workshop.__file__).parent / "data" / "samples" / f"{name}.toml").stat().st_mtime
        return f"{int(written)}-{seed(repr([columns(kind) for kind in KINDS.values()]))[0]:08x}"
    except OSError as error:
        raise WorkshopError(f"There is no sample “{name}” in this installation; install it again") from error
