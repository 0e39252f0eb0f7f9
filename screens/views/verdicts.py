"""Verdicts as a grid: threads crossed with the people of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.ask import Ask
from screens.keys import Key
from screens.views.grid import Grid
from workshop import acts
from workshop.answers import values
from workshop.derived.standing import Standing, standings
from workshop.records import Person, Verdict

if TYPE_CHECKING:
    from screens.room import Room

_MARKS = {"agree": ("✓", "good"), "concern": ("△", "warn"), "block": ("✗", "bad")}
_LETTERS = {"a": "agree", "c": "concern", "b": "block"}


class Verdicts(Grid[Standing]):
    """One row a thread, one column a person; letters give the verdict."""

    adds = False
    title = "Verdicts"
    cell_widths = (4, 14)
    inside_keys = (
        Key("A", "", "agree", "Agrees"), Key("C", "", "concern", "Has a concern"), Key("B", "", "block", "Blocks"),
        Key("w", "", "words", "In their words"), Key("space", "", "clear", "Take the verdict out"),
    )  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._people: list[Person] = []
        self._given: dict[tuple[str, str], Verdict] = {}
        self._just = (-1, -1, "")
        """Where the cursor went after the last letter, and the verdict that it gave."""

    def find_rows(self) -> list[Standing]:
        """Every thread that serves an objective."""
        self._people = [person for person in self.shop.all(Person) if person.group != "facilitator"]
        self._given = {(verdict.on, verdict.person): verdict for verdict in self.shop.all(Verdict)}
        return standings(self.shop) if self._people else []

    def names(self) -> list[str]:
        """The people."""
        return [person.name for person in self._people]

    def words(self, row: Standing) -> str:
        """The outcome."""
        return f"{row.outcome.ref} {row.outcome.statement}"

    def cell(self, row: Standing, column: int) -> tuple[str, str]:
        """A glyph for the verdict; ~ when it lapsed."""
        verdict = self._verdict(row, column)
        if verdict is None:
            return "", "text"
        mark, look = _MARKS.get(verdict.says, ("?", "text"))
        return (f"{mark}~", "dim") if verdict in row.lapsed else (mark, look)

    def ref_of(self, row: Standing) -> str:
        """The outcome of the thread."""
        return row.outcome.ref

    def empty(self) -> str:
        """What comes first."""
        if not self._people and standings(self.shop):
            return "Nobody to ask yet. Step 1, People, lists who is in the room; here each of them has a column."
        return "No thread to speak to yet. Step 3 maps the outcomes; step 1 lists the people."

    def detail(self) -> str:
        """What the person in hand said, and where the thread stands."""
        if not self.row:
            return ""
        verdict = self._verdict(self.row, self.column)
        person = self._people[self.column].name if self.column < len(self._people) else ""
        said = f"{verdict.says}{f' “{verdict.words}”' if verdict.words else ''}" if verdict else "not heard"
        return f"{person}: {said} · {self.row.sentence} · ✓ agrees △ concern ✗ blocks ~ lapsed"

    def typed(self, key: str, room: Room) -> bool:
        """A letter gives the verdict and goes on; w asks for the words of the one just given, else of the one in
        hand.
        """
        if not self.row or self.column >= len(self._people):
            return False
        outcome, person = self.row.outcome.ref, self._people[self.column]
        verdict = self._verdict(self.row, self.column)
        before = verdict.words if verdict else ""
        if says := _LETTERS.get(key.lower()):
            given = room.act(
                lambda draft: acts.agree(draft, outcome, person.ref, says, before),
                f"{person.name} on {outcome}: {says}",
            )
            self.go_on(room, len(self._people))
            self._just = self.at, self.column, str(given)
        elif key.lower() == "w" and (meant := self._just_given() or verdict):
            room.ask(self._ask_words(room, meant))
        elif key in (" ", "delete", "backspace") and verdict:
            room.act(lambda draft: acts.retire(draft, verdict.ref), f"clear what {person.name} says on {outcome}")
        else:
            return False
        return True

    def _ask_words(self, room: Room, verdict: Verdict) -> Ask:
        def keep(said: str) -> None:
            room.act(lambda draft: acts.edit(draft, verdict.ref, "words", said), f"{verdict.ref} words")

        return Ask(f"{values.who(verdict.person, room.shop)}: in their words?", keep, text=verdict.words)

    def _just_given(self) -> Verdict | None:
        """The verdict that the last letter gave, while the cursor waits where it left it."""
        at, column, ref = self._just
        return self.shop.one(Verdict, ref) if (at, column) == (self.at, self.column) else None

    def _verdict(self, row: Standing, column: int) -> Verdict | None:
        if column >= len(self._people):
            return None
        return self._given.get((row.outcome.ref, self._people[column].ref))
