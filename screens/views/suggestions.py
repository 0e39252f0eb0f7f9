"""What could come next, from the catalogue: ranked, each with its reason; Enter takes one, or all that are marked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from screens.ask import Ask
from screens.hearing import hearing, rewording
from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.marks import MARK, MARK_ALL, Marks
from workshop.answers import values
from workshop.declare import KINDS
from workshop.plans.together import together
from workshop.state import Workshop, kind_of
from workshop.suggest import Suggestion
from workshop.suggest.suggestion import Saying
from workshop.words import brief, plural

if TYPE_CHECKING:
    from screens.room import Room

Finder = Callable[[Workshop], list[Suggestion]]


class Suggestions(Marks[Suggestion]):
    """A few suggestions; one that was taken is made no more. `about` is what to keep in mind with all of them."""

    adds = False
    keys = (Key("enter", "enter", "take", "Take what is in hand, or all that is marked", 1, True), MARK, MARK_ALL)

    def __init__(self, title: str, find: Finder, about: str = "") -> None:
        super().__init__()
        self.title = f"Suggestions {title}".rstrip()
        self._find = find
        self._about = about

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
            [("    " if y else self.mark_of(at), "key"), (fit(text, self.width - 4), "cursor" if here else look)]
            for y, (text, look) in enumerate(self._lines(self.rows[at]))
        ]
        return [*lines, []]

    def keep_place(self) -> None:
        """The cursor stays on its line."""

    def name_of(self, row: Suggestion) -> str:
        """Its title."""
        return row.title

    def may_mark(self, row: Suggestion) -> bool:
        """Other words for a record are taken alone: it can be said in one way only."""
        return row.saying is None or row.saying.kind != kind_of(row.saying.ref)

    def enter(self, room: Room) -> None:
        """Take what is marked as one act, else what is in hand; sentences with blanks are filled in one by one."""
        if chosen := self.chosen():
            self.marked.clear()
            whole = [one.plan for one in chosen if not one.saying]
            taken = plural(len(whole), "suggestion")
            if whole:
                room.act(lambda draft: together(draft, whole), f"take {taken}")
                room.tell(f"Taken: {taken}; u takes them back together")
            if blanks := [one.saying for one in chosen if one.saying]:
                room.ask(_filled_in(room, *blanks))
        elif self.row and self.row.saying:
            room.ask(_filled_in(room, self.row.saying))
        elif self.row:
            title = self.row.title
            room.act(self.row.plan, f"take “{title}”")
            if self.when_left:
                room.back()
            room.tell(f"Taken: {title}; u takes it back")

    def detail(self) -> str:
        """What to keep in mind, else how to take one; of several what is done with them."""
        if chosen := self.chosen():
            blanks = sum(one.saying is not None for one in chosen)
            asks = f"; it asks for the values of {blanks}" if blanks else ", as one act"
            return f"Enter takes the {len(chosen)} that are marked{asks}"
        if not self.rows:
            return ""
        return self._about or "Enter takes what is in hand; space marks several, Enter then takes them together"

    def empty(self) -> str:
        """Nothing fits, or all is there."""
        return "The catalogue has nothing to add here: what it would suggest is there already. Esc goes back."

    def _lines(self, suggestion: Suggestion) -> list[tuple[str, str]]:
        width = self.width - 4
        said = [(line, "strong") for line in wrap(suggestion.title, width)]
        return said + [(line, "dim") for line in wrap(suggestion.why, width)]


def _filled_in(room: Room, saying: Saying, *rest: Saying) -> Ask:
    """The question that lets the room fill in the blanks, then that of the next sentence."""
    kind = KINDS[saying.kind]
    spec = kind.field(kind.called)

    def keep(said: str) -> Ask | None:
        ref = room.act(lambda draft: saying.plan(draft, said), f"say “{brief(said)}”")
        room.tell(f"{values.named(str(ref), room.shop)}; u takes it back")
        if rest:
            return _filled_in(room, *rest)
        if room.view.when_left:
            room.back()
        return None

    more = f" ({len(rest)} more behind it)" if rest else ""
    return Ask(f"{saying.ref}  How is it said with your values?{more}", keep, text=saying.text,
               reads=hearing(kind.name), rewords=rewording(spec, room.shop))  # fmt: skip
