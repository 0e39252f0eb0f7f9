"""Raised hands, counted objective by objective into the room's score, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.ask import Ask
from screens.keys import Key
from screens.views.by_criterion import ByCriterion
from workshop import acts
from workshop.derived.ballot import count_behind, counted, given, scored, voters
from workshop.errors import NotUnderstood
from workshop.records import Objective, Score
from workshop.records.goals import CRITERIA
from workshop.words import plural

if TYPE_CHECKING:
    from screens.room import Room
    from store.file import WorkshopFile

_CALLED = dict(zip(CRITERIA, ("impact", "urgency", "dependency on IT"), strict=True))
_MOST = 99
"""Hands that a room may have."""
_BAR, _WORDS = (12, 24), 34
"""A column's least and most width, and what the objective's words keep."""
_BESIDE = 6
"""Cells of a column that the count and the score take beside the bar."""


class Hands(ByCriterion):
    """One row an objective, one column a criterion; a number counts hands and goes on to the next objective."""

    title = "Raised hands"
    keys = (Key("v", "room_size", "voices", "Say how many can raise a hand", 1, True),)
    inside_keys = (
        Key("0 to 99", "", "hands", "How many hands are up; the next objective comes by itself"),
        Key("enter", "", "next", "Go on, where one digit could be the first of two"),
        Key("space", "", "clear", "Take the score out"),
    )

    def __init__(self, file: WorkshopFile) -> None:
        super().__init__()
        self._said = 0
        self._typing = ""
        """The digits of a count that may go on."""
        self._file = file
        self._now: dict[str, tuple[int, int]] = {}
        """What was counted just now; a count that left a score as it was is in no log."""
        self._before: dict[str, tuple[Score, tuple[int, int] | None]] = {}
        """For each score that was looked at, the hands that made it by the log."""

    @property
    def most(self) -> int:
        """How many can raise a hand: as many as was said, else as have a voice."""
        return self._said or len(voters(self.shop))

    def shape(self) -> tuple[int, int, int]:
        """Bars as long as the wall allows."""
        least, most = _BAR
        width = max(least, min(most, (self.width - _WORDS) // len(CRITERIA)))
        seen = max(1, min(len(CRITERIA), (self.width - _WORDS) // width))
        return self.width - seen * width, width, seen

    def cell(self, row: Objective, column: int) -> tuple[str, str]:
        """The room's score as a bar; before it the hands that made it, where it was made of hands."""
        ref = _ref(row, column)
        score = self.shop.one(Score, ref)
        if score is None or score.value is None:
            return "", "text"
        hands = self._hands(score, score.value)
        up, of = hands or (score.value - 1, 4)
        room = self.shape()[1] - _BESIDE
        filled = round(up / of * room)
        count = f"{up:>2}" if hands else "  "
        return f"{count} {'█' * filled}{'░' * (room - filled)} {score.value}", "thread"

    def empty(self) -> str:
        """What comes first."""
        return "No objective to vote on yet. Step 1 captures them."

    def detail(self) -> str:
        """What to ask aloud, and what the count comes to."""
        if not self.row:
            return ""
        ref, criterion = _ref(self.row, self.column), _CALLED[CRITERIA[self.column]]
        score = self.shop.one(Score, ref)
        up = self._hands(score, score.value) if score and score.value else None
        said = f" {up[0]} of {up[1]} were up, which makes {score.value} of 5" if up and score else ""
        return f"Hands up: who holds {self.row.ref} high on {criterion}?{said} · nobody makes 1, everybody 5"

    def enter(self, room: Room) -> None:
        """Into the grid, once it is known how many can raise a hand."""
        if self.most or not self.rows:
            super().enter(room)
        else:
            self.do_room_size(room)

    def do_room_size(self, room: Room) -> None:
        """Ask how many can raise a hand."""

        def keep(said: str) -> None:
            if not said.strip().isdecimal() or not 1 <= int(said) <= _MOST:
                raise NotUnderstood(f"A whole number from 1 to {_MOST}: how many can raise a hand")
            self._said = int(said)
            super(Hands, self).enter(room)

        hint = "each count becomes the room's score: nobody makes 1, everybody 5, in between evenly"
        room.ask(Ask("How many can raise a hand?", keep, text=str(self.most or ""), hint=hint, replaces=True))

    def typed(self, key: str, room: Room) -> bool:
        """A number counts hands; a blank takes the score out."""
        if not self.row:
            return False
        ref = _ref(self.row, self.column)
        if key in "0123456789":
            self._count(key, ref, room)
        elif key == "enter":
            self._on(room)
        elif key in (" ", "delete", "backspace") and room.shop.get(ref):
            room.act(lambda draft: acts.retire(draft, ref), f"clear {ref}")
        else:
            return False
        return True

    def move(self, rows: int, columns: int) -> bool:
        """A count is done when the cursor goes on."""
        self._typing = ""
        return super().move(rows, columns)

    def _count(self, key: str, ref: str, room: Room) -> None:
        """Each digit is kept at once; the cursor goes on as soon as no further one could follow."""
        up = int(self._typing + key) if int(self._typing + key) <= self.most else int(key)
        objective, _, criterion = ref.split("/")
        said = {"objective": objective, "criterion": criterion, "person": "", "value": str(scored(up, self.most))}
        self._now[ref] = up, self.most
        room.act(lambda draft: acts.add(draft, Score.kind, said), f"{counted(up, self.most)}: score {ref}")
        if single := given(room.shop, objective, criterion):
            room.tell(f"The room's score counts now, before {plural(single.voices, 'single one')} of {objective}")
        self._typing = str(up)
        if not up or up * 10 > self.most:
            self._on(room)

    def _on(self, room: Room) -> None:
        """To the next objective, then to the first on the next criterion: the question to the room stays the same."""
        if self.at + 1 < len(self.rows):
            room.move(1, 0)
        elif self.column + 1 < self.columns():
            room.move(-len(self.rows), 1)
        self._typing = ""

    def _hands(self, score: Score, value: int) -> tuple[int, int] | None:
        """The hands that made this score, of how many; None where it came otherwise."""
        now = self._now.get(score.ref)
        if now and scored(*now) == value:
            return now
        before = self._before.get(score.ref)
        if before is None or before[0] is not score:
            before = self._before[score.ref] = score, count_behind(value, self._file.history(score.ref, "value"))
        return before[1]

    def _corner(self) -> str:
        return super()._corner() or (f"Hands of {self.most}, and the score" if self.most else "Hands, and the score")


def _ref(row: Objective, column: int) -> str:
    return f"{row.ref}/-/{CRITERIA[column]}"
