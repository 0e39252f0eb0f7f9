"""The portfolio on the stage: what the workshops of a folder say together."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from screens.keys import Key
from screens.paths import told
from screens.rolling_up import lines
from screens.text import Line, wrap
from screens.views.view import View
from workshop.errors import WorkshopError
from workshop.portfolio import Portfolio

if TYPE_CHECKING:
    from screens.asking import Asking
    from screens.room import Room

_INDENT = 4


class Many(View[str]):
    """Line by line, a title over each list."""

    adds = False
    for_the_room = False
    keys = (
        Key("e", "export", "workbook", "Write the portfolio as a workbook, beside the workshops", 1),
        Key("enter", "enter", "where", "Say where they were read", 0),
    )

    def __init__(self, made: Portfolio, place: Path) -> None:
        super().__init__()
        self.title = f"Portfolio of {place.name or place}"
        self._made = made
        self._place = place
        self._said = list(lines(made, Path(place.name)))

    def find_rows(self) -> list[str]:
        """What is said."""
        return self._said

    def measure(self) -> list[int]:
        """As tall as it needs."""
        return [len(self._wrapped(text)) for text in self.rows]

    def draw(self, at: int) -> list[Line]:
        """A title, or a line of its list; further lines of it a little to the right."""
        text = self.rows[at]
        look = "text" if text.startswith(" ") else "strong"
        here = at == self.at
        return [
            [("▌" if here and not y else " ", "key"), (f"{'  ' if y else ''}{line}", look)]
            for y, line in enumerate(self._wrapped(text))
        ]

    def keep_place(self) -> None:
        """The cursor stays on its line."""

    def detail(self) -> str:
        """How to get all of it."""
        return f"Read in {told(self._place)}; e writes all of it as a workbook there"

    def enter(self, room: Room) -> None:
        """A line is only read."""
        room.tell(self.detail())

    def do_export(self, screen: Asking) -> None:
        """Write the workbook beside the workshops, in a thread of its own."""
        to = self._place / "portfolio.xlsx"

        def work() -> None:
            from exporters.keeping import put
            from exporters.sheets import rolled_up

            try:
                put(rolled_up.made(self._made, str(self._place), date.today()), to, workshop=self._place)
            except WorkshopError as error:
                screen.call_later(screen.tell, str(error), "bad")
            else:
                screen.call_later(screen.tell, f"Wrote {told(to)}")

        screen.tell("Writing the workbook …")
        screen.run_worker(work, thread=True, group="portfolio", exclusive=True, exit_on_error=False)

    def _wrapped(self, text: str) -> tuple[str, ...]:
        indent = text[: len(text) - len(text.lstrip(" "))]
        return tuple(f"{indent}{line}" for line in wrap(text.strip(), max(1, self.width - _INDENT - len(indent))))
