"""The workshops that were opened last, for the launcher."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Recent(NamedTuple):
    """A workshop that was opened; `opened_at` is local time in ISO form."""

    path: str
    title: str
    opened_at: str


def remember(path: str | Path, title: str) -> None:
    """Put this workshop first on the list; forgotten silently where nothing can be kept."""
    raise NotImplementedError


def recent() -> list[Recent]:
    """The workshops opened last, newest first, those that are gone left out."""
    raise NotImplementedError
