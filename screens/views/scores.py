"""Scores from 1 to 5 by criterion, for the room or for one voter at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens import ask as asking
from screens.ask import Ask, Option
from screens.keys import Key
from screens.views.grid import Grid
from workshop import acts, values
from workshop.priority import disagreements
from workshop.records import Objective, Score
from workshop.records.goals import CRITERIA

if TYPE_CHECKING:
    from screens.room import Room


class Scores(Grid[Objective]):
    """One row an objective, one column a criterion; digits score."""

    adds = False
    title = "Scores"
    cell_widths = (10, 14)
    keys = (Key("v", "voter", "voter", "Score for the room, or for one person", 1, True),)
    inside_keys = (
        Key("1 to 5", "", "score", "Score the cell in hand"),
        Key("space", "", "clear", "Take the score out"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.voter = ""

    def find_rows(self) -> list[Objective]:
        """The objectives that are not parked."""
        if self.walled:
            self.voter = ""
        return [objective for objective in self.shop.all(Objective) if objective.state != "parked"]

    def names(self) -> list[tuple[str, str]]:
        """The criteria."""
        return [(name, name[:3]) for name in CRITERIA]

    def words(self, row: Objective) -> str:
        """The objective."""
        return f"{row.ref} {row.statement}"

    def cell(self, row: Objective, column: int) -> tuple[str, str]:
        """The score of the voter in hand."""
        ref = f"{row.ref}/{self.voter or '-'}/{CRITERIA[column]}"
        score = self.shop.one(Score, ref)
        return (str(score.value) if score and score.value else ""), "strong"

    def ref_of(self, row: Objective) -> str:
        """The objective."""
        return row.ref

    def empty(self) -> str:
        """What comes first."""
        return "No objective to score yet. Step 1 captures them."

    def detail(self) -> str:
        """Whose scores these are, and where the room disagrees most."""
        whose = values.who(self.voter, self.shop) if self.voter else "the room"
        said = [f"Scores of {whose}; v scores for somebody else"]
        apart = [(o, c, s) for o, c, s in disagreements(self.shop) if s >= 2][:2]
        said += [f"{o.ref} {criterion}: {spread} apart" for o, criterion, spread in apart]
        return " · ".join(said)

    def _corner(self) -> str:
        return super()._corner() or f"As {values.who(self.voter, self.shop) if self.voter else 'the room'} says"

    def do_voter(self, room: Room) -> None:
        """Ask whose scores are entered."""

        def keep(said: str) -> None:
            self.voter = said
            self.at = self.column = 0
            self.looking_at = ""
            room.show()

        options = [Option("", "the room"), *asking.people(room.shop)]
        room.ask(Ask("Whose scores?", keep, options=options, picked=self.voter))

    def typed(self, key: str, room: Room) -> bool:
        """A digit scores and goes on; a blank takes the score out."""
        if not self.row:
            return False
        said = {"criterion": CRITERIA[self.column], "objective": self.row.ref, "person": self.voter}
        ref = f"{self.row.ref}/{self.voter or '-'}/{CRITERIA[self.column]}"
        if key in "12345":
            room.act(lambda draft: acts.add(draft, Score.kind, {**said, "value": key}), f"score {ref}")
            self._on(room)
        elif key in (" ", "delete", "backspace") and room.shop.get(ref):
            room.act(lambda draft: acts.retire(draft, ref), f"clear {ref}")
        else:
            return False
        return True

    def _on(self, room: Room) -> None:
        """To the next criterion, then to the next objective."""
        if self.column + 1 < self.columns():
            room.move(0, 1)
        elif self.at + 1 < len(self.rows):
            room.move(1, -self.columns())
