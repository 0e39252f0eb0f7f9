"""One workshop in one file: open it, act on it, take acts back, follow what others write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from workshop.change import Batch, Origin
from workshop.declare import Value
from workshop.draft import Plan
from workshop.state import Workshop


class Entry(NamedTuple):
    """One change as the log tells it; `n` counts changes, `field` is None where a record is born or removed."""

    n: int
    at: str
    by: str
    why: str
    step: int
    origin: str
    batch: str
    ref: str
    kind: str
    field: str | None
    old: Value
    new: Value


class Done(NamedTuple):
    """What an act wrote, and what its plan returned (the ref of a new record, say)."""

    batch: Batch
    result: object


class WorkshopFile:
    """An open workshop. `shop` is its memory; nothing else reads or writes the file."""

    path: Path
    shop: Workshop
    readonly: bool
    why_readonly: str
    id: str

    @classmethod
    def create(cls, path: str | Path, *, title: str = "", plan: Plan | None = None) -> WorkshopFile:
        """A new file, opened."""
        raise NotImplementedError

    @classmethod
    def open(cls, path: str | Path, *, write: bool = True, hold: bool = False) -> WorkshopFile:
        """A file that is there."""
        raise NotImplementedError

    def act(self, plan: Plan, *, why: str, step: int, origin: Origin = "typed", by: str | None = None) -> Done:
        """Do what the plan says."""
        raise NotImplementedError

    def undo(self) -> Batch | None:
        """Take the last act back."""
        raise NotImplementedError

    def redo(self) -> Batch | None:
        """Do again what was undone last."""
        raise NotImplementedError

    def next_undo(self) -> str:
        """The act that would be undone."""
        raise NotImplementedError

    def next_redo(self) -> str:
        """The act that would be done again."""
        raise NotImplementedError

    def catch_up(self) -> bool:
        """Take in what other processes wrote."""
        raise NotImplementedError

    def log(self) -> Iterator[Entry]:
        """All changes, oldest first."""
        raise NotImplementedError

    def history(self, ref: str, field: str | None = None) -> list[Entry]:
        """The changes of a record, or of one of its fields."""
        raise NotImplementedError

    def last_n(self) -> int:
        """The number of the last change."""
        raise NotImplementedError

    def back_up(self) -> str:
        """Keep a copy where one is due; what to tell the user, or ""."""
        raise NotImplementedError

    def verify(self) -> str:
        """What SQLite finds wrong with the file, or ""."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the file."""
        raise NotImplementedError

    def __enter__(self) -> WorkshopFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
