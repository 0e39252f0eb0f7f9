"""What could come next, from the catalogue: ranked, each with its reason; Enter takes one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from screens.ask import Ask
from screens.hearing import hearing, rewording
from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.view import View
from workshop import values
from workshop.declare import KINDS
from workshop.state import Workshop
from workshop.suggest import Suggestion
from workshop.suggest.suggestion import Saying
from workshop.words import brief

if TYPE_CHECKING:
    from screens.room import Room

Finder = Callable[[Workshop], list[Suggestion]]


class Suggestions(View[Suggestion]):
    """A few suggestions; one that was taken is made no more."""

    adds = False
    keys = (Key("enter", "enter", "take", "Take the suggestion in hand", 1, True),)

    def __init__(self, title: str, find: Finder) -> None:
        super().__init__()
        self.title = f"Suggestions {title}".rstrip()
        self._find = find

    def find_rows(self) -> list[Suggestion]:
        """What the catalogue has for this, now."""
        return self._find(self.shop)

    def measure(self) -> list[int]:
        """As tall as the words and the reason, and a blank line."""
        return [len(self._lines(suggestion)) + 1 for suggestion in self.rows]

    def draw(self, at: int) -> list[Line]:
        """What is suggested, and why."""
        here = at == self.at
        lines: list[Line] = [
            [(" › " if here and not y else "   ", "key"), (fit(text, self.width - 3), "cursor" if here else look)]
            for y, (text, look) in enumerate(self._lines(self.rows[at]))
        ]
        return [*lines, []]

    def keep_place(self) -> None:
        """The cursor stays on its line."""

    def enter(self, room: Room) -> None:
        """Take what is in hand; the others stay to be taken. A sentence with blanks is filled in first."""
        if self.row and self.row.saying:
            room.ask(_filled_in(room, self.row.saying))
        elif self.row:
            title = self.row.title
            room.act(self.row.plan, f"take “{title}”")
            room.tell(f"Taken: {title}; u takes it back")

    def detail(self) -> str:
        """How to take one."""
        return "Enter takes what is in hand, esc goes back" if self.rows else ""

    def empty(self) -> str:
        """Nothing fits, or all is there."""
        return "The catalogue has nothing to add here: what it would suggest is there already. Esc goes back."

    def _lines(self, suggestion: Suggestion) -> list[tuple[str, str]]:
        width = self.width - 4
        said = [(line, "strong") for line in wrap(suggestion.title, width)]
        return said + [(line, "dim") for line in wrap(suggestion.why, width)]


def _filled_in(room: Room, saying: Saying) -> Ask:
    """The question that lets the room fill in the blanks."""
    kind = KINDS[saying.kind]
    spec = kind.field(kind.called)

    def keep(said: str) -> None:
        ref = room.act(lambda draft: saying.plan(draft, said), f"say “{brief(said)}”")
        room.tell(f"{values.named(str(ref), room.shop)}; u takes it back")

    return Ask(f"{saying.ref}  How is it said with your values?", keep, text=saying.text, reads=hearing(kind.name),
               rewords=rewording(spec, room.shop))  # fmt: skip
