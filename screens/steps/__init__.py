"""The six steps on the wall: which views each has. A step's views are made when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from screens.views.view import Secret, View
from workshop.steps import STEPS

if TYPE_CHECKING:
    from store.file import WorkshopFile


class Board:
    """The views of one step, one of them on the stage."""

    def __init__(self, views: list[View[Any]]) -> None:
        self.views = views
        self.at = 0

    @property
    def view(self) -> View[Any]:
        """The view that is on the stage."""
        return self.views[self.at]

    def turn(self, by: int) -> None:
        """To the next view, round and round."""
        self.at = (self.at + by) % len(self.views)


class Boards:
    """The boards of one open workshop, by step number."""

    def __init__(self, file: WorkshopFile) -> None:
        self._file = file
        self.secret = Secret()
        self._made: dict[int, Board] = {}

    def __getitem__(self, number: int) -> Board:
        if number not in self._made:
            module = import_module(f"screens.steps.{STEPS[number - 1].key}")
            self._made[number] = Board(module.views(self._file))
            for view in self._made[number].views:
                view.secret = self.secret
        return self._made[number]
