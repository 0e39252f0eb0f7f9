"""The closing page on the wall: read out at the end, sentence by sentence; nothing private is in it."""

from __future__ import annotations

from screens.text import Line, wrap
from screens.views.view import View
from workshop.derived.closing import closing

_DOT = "· "


class Closing(View[tuple[str, Line]]):
    """The parts and their sentences, each over as many lines as it needs."""

    adds = False
    title = "Closing page"

    def find_rows(self) -> list[tuple[str, Line]]:
        """The lines, with the record that each is about."""
        rows: list[tuple[str, Line]] = []
        part = ""
        for said in closing(self.shop):
            if said.part != part:
                rows += [("", [])] if part else []
                rows.append(("", [(said.part, "thread")]))
                part = said.part
            for at, line in enumerate(wrap(said.words, self.width - len(_DOT) - 2)):
                rows.append((said.ref, [(_DOT if not at else " " * len(_DOT), "gold"), (line, "text")]))
        return rows

    def draw(self, at: int) -> list[Line]:
        """A line; the one in hand is marked at its left."""
        return [[("▌" if at == self.at else " ", "key"), *self.rows[at][1]]]

    def spread(self, heights: list[int]) -> list[int]:
        """Sentences stay together on the wall too."""
        return heights

    def ref_of(self, row: tuple[str, Line]) -> str:
        """The record that the line is about."""
        return row[0]

    def keep_place(self) -> None:
        """The cursor stays on its line."""

    def detail(self) -> str:
        """How it is used."""
        return "Read it out before everybody leaves; p puts it on the wall, e hands it over with the workbook"
