"""A question that is answered with a file: folders and files as one types, Enter goes in or takes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from screens.ask import Ask, Option
from workshop.words import shown

_ANEW = re.compile(r"(?<=.)[/\\](?=[/\\]|~(?:[/\\]|$)|[A-Za-z]:[/\\])")
_MOST = 200
"""Names of one folder that are offered; typing narrows them down."""


@dataclass
class PathAsk(Ask):
    """Offers what the folder in the line holds: folders, and files with one of the endings."""

    endings: Sequence[str] = ()

    def fitting(self, typed: str) -> list[Option]:
        """The names that begin as what was typed."""
        folder, name = os.path.split(typed_path(typed))
        return [option for option in self._names(folder or ".") if option.words.lower().startswith(name.lower())]

    def _names(self, folder: str) -> list[Option]:
        try:
            with os.scandir(folder) as entries:
                found = sorted((not entry.is_dir(), entry.name) for entry in entries if not entry.name.startswith("."))
        except OSError:
            return []
        wanted = [(late, name) for late, name in found if not late or name.lower().endswith(tuple(self.endings))]
        return [Option(os.path.join(folder, name) + ("" if late else os.sep), shown(name) + ("" if late else os.sep))
                for late, name in wanted[:_MOST]]  # fmt: skip


class FolderAsk(PathAsk):
    """Offers the folder in the line itself, then those in it."""

    def fitting(self, typed: str) -> list[Option]:
        """This folder, and the folders in it that begin as what was typed."""
        whole = typed_path(typed)
        here = [Option(os.path.abspath(whole), "this folder")] if os.path.isdir(whole) else []
        return here + super().fitting(typed)


def folder(question: str, then: Callable[[Path], Ask | None], start: Path, hint: str = "") -> Ask:
    """Ask for a folder, beginning in that one. `then` may raise WorkshopError."""

    def taken(said: str) -> Ask | None:
        path = Path(typed_path(said))
        return asking(path) if said.endswith(os.sep) and path.is_dir() else then(path)

    def asking(at: Path) -> Ask:
        return FolderAsk(question, taken, text=os.path.join(str(at), ""), picked=os.path.abspath(at),
                         hint=hint or "arrows choose a folder to go into, Enter takes this one")  # fmt: skip

    return asking(start)


def typed_path(said: str) -> str:
    """The path that was typed, `~` made the home folder; behind `//` and `/~` it begins anew."""
    return os.path.expanduser(_ANEW.split(said.strip())[-1])


def told(path: Path | str) -> str:
    """The path as people read it: from the home folder where it is in there."""
    whole = str(path)
    for home in (os.path.expanduser("~"), os.path.realpath(os.path.expanduser("~"))):
        if whole.startswith(home + os.sep):
            return shown(f"~{whole[len(home) :]}")
    return shown(whole)


def which(question: str, then: Callable[[Path], Ask | None], folder: Path | None, endings: Sequence[str],
          hint: str = "", said_before: str = "") -> Ask:  # fmt: skip
    """Ask for a file, beginning in that folder, or with an empty line where one is. `then` may raise WorkshopError.

    `said_before` is an answer that is to be mended.
    """

    def taken(said: str) -> Ask | None:
        path = Path(typed_path(said))
        if path.is_dir():
            return asking(path)
        return then(path)

    def asking(at: Path | None) -> Ask:
        text = said_before or (os.path.join(str(at), "") if at else "")
        return PathAsk(question, taken, text=text, hint=hint or "arrows choose, tab completes, Enter takes it",
                       reads=lambda said: "", endings=endings)  # fmt: skip

    return asking(folder)
