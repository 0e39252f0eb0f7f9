"""Scores from 1 to 5 by criterion: the room's, one voter's, or everybody's side by side; openly or blind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from screens import ask as asking
from screens.ask import Ask, Option
from screens.keys import Key
from screens.text import Line, wrap
from screens.views.by_criterion import ByCriterion
from workshop import acts
from workshop.answers import values
from workshop.derived.ballot import given, still_to_score, voters
from workshop.derived.priority import disagreements, firmness
from workshop.records import Objective, Person, Score
from workshop.records.goals import CRITERIA
from workshop.words import plural

if TYPE_CHECKING:
    from screens.room import Room
    from workshop.state import Workshop

EVERYBODY = "*"
"""Stands for the voter when all single scores are looked at together."""
_APART = 2
"""From so many points apart on, the room disagrees."""
_FEW = 3
"""Voters from whom on the lowest and the highest score tell nobody on the wall whose they are."""


class Scores(ByCriterion):
    """One row an objective, one column a criterion; digits score."""

    title = "Scores"
    cell_widths = (13, 16)
    keys = (
        Key("v", "voter", "voter", "Score for the room or for one person, or see what everybody gave", 1),
        Key("x", "blind", "blind", "Let everybody score blind, one after the other; again: reveal", 2, True),
    )
    inside_keys = (
        Key("1 to 5", "", "score", "Score the cell in hand"),
        Key("space", "", "clear", "Take the score out"),
        Key("v", "", "voter", "Go on with somebody else"),
        Key("x", "", "blind", "Score blind; again: reveal what was given"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.voter = ""

    def place(self) -> dict[str, object]:
        """Whose scores, and whether they are given blind."""
        return super().place() | {"voter": self.voter, "blind": self.secret.on}

    def come_back(self, place: Mapping[str, object], shop: Workshop) -> None:
        """With the voter who was scoring, and blind where it was."""
        super().come_back(place, shop)
        voter = place.get("voter")
        self.voter = voter if isinstance(voter, str) and (voter == EVERYBODY or shop.one(Person, voter)) else ""
        self.secret.on = place.get("blind") is True

    def cell(self, row: Objective, column: int) -> tuple[str, str]:
        """What the voter in hand gave, or everybody; blind, only that something was given. On the wall nobody's own."""
        if self.walled or self.voter == EVERYBODY:
            return self._together(row.ref, CRITERIA[column])
        score = self.shop.one(Score, self._ref(row, column))
        if score is None or not score.value:
            return "", "strong"
        return ("•" if self.secret.on and self.voter else str(score.value)), "strong"

    def empty(self) -> str:
        """What comes first."""
        return "No objective to score yet. Step 1 captures them."

    def detail(self) -> str:
        """Whose scores these are, what everybody gave to the cell in hand, and where the room disagrees most."""
        if self.secret.on:
            waiting = plural(len(still_to_score(self.shop)), "voice")
            return f"{self._whose} scores blind; {waiting} still to come. All show together at the end, or on x"
        said = [f"Scores of {self._whose}; v scores for somebody else"]
        if self.voter == EVERYBODY and self.row:
            said = [self._of_all(self.row.ref, CRITERIA[self.column])]
        apart = [(o, c, s) for o, c, s in disagreements(self.shop) if s >= _APART][:2]
        said += [f"{o.ref} {criterion}: {spread} apart" for o, criterion, spread in apart]
        return " · ".join(said)

    def draw_head(self) -> list[Line]:
        """Where all are seen together, how firm the first place is; then the criteria."""
        firm = firmness(self.shop) if self.voter == EVERYBODY and not self.secret.on else None
        said: list[Line] = [[(text, "text")] for text in (wrap(firm.sentence, self.width) if firm else ())]
        return [*said, *super().draw_head()]

    def enter(self, room: Room) -> None:
        """Into the grid, where there is a voice to score with."""
        if self.voter == EVERYBODY:
            room.tell("This is what everybody gave; v scores for the room or for one person")
        else:
            super().enter(room)

    def do_voter(self, room: Room) -> None:
        """Ask whose scores are entered."""

        def keep(said: str) -> None:
            self._take(said)
            self.inside = self.inside and said != EVERYBODY
            room.show()

        together = [] if self.secret.on else [Option("", "the room"), Option(EVERYBODY, "everybody, side by side")]
        options = [*together, *asking.people(room.shop)]
        room.ask(Ask("Whose scores?", keep, options=options, picked=self.voter, must=self.secret.on, keeps=False))

    def do_blind(self, room: Room) -> None:
        """Let one after the other score blind; or reveal what was given."""
        waiting = still_to_score(room.shop)
        if not voters(room.shop):
            room.tell("Nobody to score yet; step 1 lists the people")
        elif self.secret.on or not waiting:
            self._reveal(room)
        else:
            self.secret.on = True
            self._take(waiting[0].ref)
            self.inside = bool(self.rows)
            room.show()
            room.tell(f"Blind: {self._whose} first. All show together at the end, or on x")

    def typed(self, key: str, room: Room) -> bool:
        """A digit scores and goes on; a blank takes the score out."""
        if key == "v":
            self.do_voter(room)
        elif key == "x":
            self.do_blind(room)
        elif not self.row:
            return False
        elif key in "12345":
            said = {"criterion": CRITERIA[self.column], "objective": self.row.ref, "person": self.voter, "value": key}
            ref = self._ref(self.row, self.column)
            room.act(lambda draft: acts.add(draft, Score.kind, said), f"score {ref}")
            self._on(room)
        elif key in (" ", "delete", "backspace") and room.shop.get(ref := self._ref(self.row, self.column)):
            room.act(lambda draft: acts.retire(draft, ref), f"clear {ref}")
        else:
            return False
        return True

    def _on(self, room: Room) -> None:
        """To the next criterion, then to the next objective, then to the next who scores blind."""
        if not self.go_on(room, self.columns()) and self.secret.on:
            self._next_voter(room)

    def _next_voter(self, room: Room) -> None:
        waiting = [person.ref for person in still_to_score(room.shop)]
        if not waiting:
            self._reveal(room)
            return
        order = [person.ref for person in voters(room.shop)]
        at = order.index(self.voter) if self.voter in order else -1
        self._take(next(ref for ref in [*order[at + 1 :], *order] if ref in waiting))
        room.show()
        room.tell(f"Now {self._whose}; {plural(len(waiting), 'voice')} still to come")

    def _reveal(self, room: Room) -> None:
        """Show what everybody gave, side by side."""
        early = len(still_to_score(room.shop)) if self.secret.on else 0
        self.secret.on = self.inside = False
        self._take(EVERYBODY)
        room.show()
        said = f"Revealed; {plural(early, 'voice')} had not scored all of it" if early else "Revealed: all have scored"
        room.tell(f"{said}. v scores for the room where talk brought you together")

    def _take(self, voter: str) -> None:
        """Go on with this voter, from the first cell."""
        self.voter = voter
        self.at = self.column = 0
        self.looking_at = ""

    def _ref(self, row: Objective, column: int) -> str:
        return f"{row.ref}/{self.voter or '-'}/{CRITERIA[column]}"

    def _together(self, objective: str, criterion: str) -> tuple[str, str]:
        """What counts, the room's score or the mean; before it the lowest and the highest, unless they tell who."""
        room = self.shop.one(Score, f"{objective}/-/{criterion}")
        single = given(self.shop, objective, criterion)
        if self.secret.on and single:
            return "•", "strong"
        held = str(room.value) if room and room.value else f"{single.mean:.1f}" if single else ""
        if single is None or (self.walled and single.voices < _FEW):
            return held, "strong"
        spread = f"{single.low}–{single.high}" if single.spread else str(single.low)
        words = f"{spread} → {held}" if room or single.spread else spread
        return (f"△ {words}", "warn") if single.spread >= _APART else (words, "strong")

    def _of_all(self, objective: str, criterion: str) -> str:
        single = given(self.shop, objective, criterion)
        if single is None:
            return f"{objective} {criterion}: nobody scored it alone"
        said = f"{objective} {criterion}: {single.low} to {single.high} from {plural(single.voices, 'voice')}"
        said += f", {single.mean:.1f} on average"
        return said + (f"; the room's own {single.room} counts" if single.room else "")

    @property
    def _whose(self) -> str:
        named = {"": "the room", EVERYBODY: "everybody"}
        return named.get(self.voter) or values.who(self.voter, self.shop)

    def _corner(self) -> str:
        said = "As the room says"
        cells = (self.cell(row, column)[0] for row in self.rows for column in range(len(CRITERIA)))
        if any("→" in words for words in cells) if self.walled else self.voter == EVERYBODY:
            said = "Lowest–highest → what counts"
        elif not self.walled and self.voter:
            said = f"As {self._whose} says{', blind' if self.secret.on else ''}"
        return super()._corner() or said
