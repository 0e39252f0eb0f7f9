"""One thread at a time, big: what it says, who has spoken, what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from screens import ask as asking
from screens.ask import Ask, Option
from screens.keys import Key
from screens.text import Line, wrap
from screens.views.view import View
from workshop.answers import values
from workshop.derived.standing import Standing, group_of, standings
from workshop.derived.threads import links_by_outcome, metrics_of
from workshop.derived.wording import in_full
from workshop.plans import agreeing
from workshop.records import Objective, Outcome, Verdict
from workshop.records.goals import GROUPS
from workshop.words import listed

if TYPE_CHECKING:
    from screens.room import Room
    from workshop.state import Workshop

_KNEE, _LAST, _STEM = "┣━ ", "┗━ ", "┃"
_HANG = 7
"""Cells by which the lines under a knot's first are set in, so that they stand under its words."""

Said = tuple[str, str, str, str]
"""The ref of the record, the words, their look, and what stands before them."""
Shown = tuple[str, Line]
"""The ref of the record that a line is about, and the line."""


class Walk(View[Shown]):
    """The thread of one outcome; left and right go to the one before and after."""

    adds = False
    counts_place = True
    title = "Thread by thread"
    keys = (
        Key("g", "all_agree", "all agree", "All agree, except …", 1, True),
        Key("v", "verdict", "verdict", "One person's verdict, with the words", 2, True),
        Key("x", "explain", "said back", "Somebody else said the thread back in a minute", 3, True),
    )

    def __init__(self) -> None:
        super().__init__()
        self._begun = ""
        """The outcome on whose line the cursor was put, once, for each thread that one turns to."""
        self._standings: list[Standing] = []

    def find_rows(self) -> list[Shown]:
        """The lines about the outcome in hand."""
        self._standings = standings(self.shop)
        self.column = next((i for i, s in enumerate(self._standings) if s.outcome.ref == self.alone), 0)
        if not self._standings:
            return []
        standing = self._standings[self.column]
        self.alone = standing.outcome.ref
        lines: list[Shown] = []
        for ref, words, look, before in [*self._thread(standing.outcome), *self._agreement(standing)]:
            knot = words.startswith((_KNEE, _LAST))
            below = f"{before}{_stem(words):{_HANG}}" if knot else f"{before}  "
            for at, line in enumerate(wrap(words, self.width - len(below) - 2)):
                lines.append((ref, [(below if at else before, "dim"), (line, look)]))
        return lines

    def spread(self, heights: list[int]) -> list[int]:
        """A tree stays together."""
        return heights

    def zoom(self, ref: str) -> None:
        """Show the thread of that outcome."""
        self.alone = ref

    def come_back(self, place: Mapping[str, object], shop: Workshop) -> None:
        """To the same line of the same thread."""
        super().come_back(place, shop)
        self._begun = self.alone

    def columns(self) -> int:
        """One column a thread."""
        return max(1, len(self._standings))

    def draw(self, at: int) -> list[Line]:
        """A line; the one in hand is marked at its left."""
        _, line = self.rows[at]
        return [[("▌" if at == self.at else " ", "key"), *line]]

    def ref_of(self, row: Shown) -> str:
        """The record that the line is about."""
        return row[0] or self.alone

    def keep_place(self) -> None:
        """The cursor stays on its line; of a thread that one turned to, on its outcome, which is what is agreed on."""
        if self._begun != self.alone:
            self._begun = self.alone
            self.at = next((at for at, (ref, _) in enumerate(self.rows) if ref == self.alone), 0)
        else:
            super().keep_place()

    def move(self, rows: int, columns: int) -> bool:
        """Sideways to another thread."""
        if columns and self._standings:
            before = self.column
            self.column = max(0, min(len(self._standings) - 1, self.column + columns))
            if self.column == before:
                return False
            self.alone = self._standings[self.column].outcome.ref
            self.fill(self.shop, self.width)
            return True
        return super().move(rows, 0)

    def page(self, by: int) -> bool:
        """The next thread."""
        return self.move(0, by)

    def count(self) -> str:
        """Which thread of how many."""
        return f"{self.column + 1} of {len(self._standings)}" if self._standings else ""

    def empty(self) -> str:
        """What comes first."""
        return "No thread to walk yet. Step 3 maps the outcomes of the pilot."

    def detail(self) -> str:
        """Where this thread stands."""
        if not self._standings:
            return ""
        return f"Thread {self.count()}, left and right for the others · {self._standings[self.column].sentence}"

    def _thread(self, outcome: Outcome) -> list[Said]:
        shop = self.shop
        said: list[Said] = []
        for ref in outcome.objectives:
            objective = shop.one(Objective, ref)
            if objective:
                said.append((ref, f"{ref}  {objective.statement}", "strong", ""))
        said.append((outcome.ref, f"{_LAST}{outcome.ref}  {in_full(outcome)}", "thread", " "))
        links = links_by_outcome(shop).get(outcome.ref, [])
        for link in links:
            process = shop.get(link.process)
            name = process.words if process else link.process
            knee = _LAST if link is links[-1] else _KNEE
            why = f"{link.role or 'linked'}: {link.reason or 'no reason yet'}"
            said.append((link.ref, f"{knee}{link.process}  {name}, {why}", "text", " " * 4))
            stem = f"{' ' * 4}{_stem(knee):4}"
            metrics = metrics_of(shop, outcome.ref, link.process)
            for metric in metrics:
                way = f"{values.of(metric, 'baseline', shop) or '?'} → {values.of(metric, 'target', shop) or '?'}"
                knee = _LAST if metric is metrics[-1] else _KNEE
                said.append((metric.ref, f"{knee}{metric.ref}  {metric.name}: {way}", "dim", stem))
        return said

    def _agreement(self, standing: Standing) -> list[Said]:
        shop, outcome = self.shop, standing.outcome
        look = "bad" if standing.blocks else "good" if standing.signed else "warn"
        said = [("", "", "text", ""), ("", standing.sentence[:1].upper() + standing.sentence[1:], look, "")]
        for verdict in standing.verdicts:
            mark = {"agree": "✓ agrees", "concern": "△ has a concern", "block": "✗ blocks"}.get(verdict.says, "?")
            words = f": “{verdict.words}”" if verdict.words and (self.words_shown or not self.walled) else ""
            lapsed = " (lapsed: the words have changed since)" if verdict in standing.lapsed else ""
            group = group_of(shop, verdict)
            who = f"{values.who(verdict.person, shop)} ({group if group in GROUPS else 'no group'})"
            colour = {"agree": "good", "concern": "warn", "block": "bad"}.get(verdict.says, "text")
            said.append((verdict.ref, f"{mark}  {who}{words}{lapsed}", "dim" if lapsed else colour, "  "))
        if standing.missing:
            said.append(("", f"○ still to be heard: {listed(standing.missing)}", "text", "  "))
        told = (
            f"✓ said back by {values.who(outcome.explained_by, shop)}"
            if outcome.explained == "passed"
            else "○ not said back yet"
        )
        return [*said, (outcome.ref, told, "good" if outcome.explained == "passed" else "text", "  ")]

    def do_all_agree(self, room: Room) -> None:
        """All who are present agree, except those named, who have a concern."""
        outcome = self.alone
        if not outcome:
            return

        def keep(said: str) -> None:
            names = [name.strip() for name in said.split(",") if name.strip()]
            room.act(lambda draft: agreeing.agree_except(draft, outcome, names), f"{outcome}: all agree")

        room.ask(
            Ask(
                f"{outcome}: all agree, except? Enter when there is nobody",
                keep,
                options=asking.people(room.shop),
                several=True,
                hint="tab takes a name and a comma goes on to the next; their concern follows with v",
            )
        )

    def do_verdict(self, room: Room) -> None:
        """Who, what, and in which words."""
        outcome = self.alone
        spec = Verdict.kind.field("says")

        def who(person: str) -> Ask | None:
            return (
                Ask(
                    f"{values.who(person, room.shop)}: {spec.question}",
                    lambda says: words(person, says),
                    options=[Option(c, c) for c in spec.choices],
                    must=True,
                )
                if person
                else None
            )

        def words(person: str, says: str) -> Ask:
            asked = Ask("In their words?", lambda said: keep(person, says, said))
            asked.leave = lambda: keep(person, says, "")
            return asked

        def keep(person: str, says: str, said: str) -> None:
            room.act(lambda draft: agreeing.says(draft, outcome, person, says, said.strip()), f"{outcome}: {says}")

        if outcome:
            people = asking.people(room.shop)
            first = "" if people else "＋ the first of the room:"
            hint = "" if people else "goes under People, the group behind the name: Dana Keller #business"
            room.ask(Ask(f"{outcome}: who says it?", who, options=people, must=True, new=first, hint=hint))

    def do_explain(self, room: Room) -> None:
        """Who said the thread back, and whether the room followed."""
        outcome = self.alone
        passed = Outcome.kind.field("explained")

        def who(person: str) -> Ask | None:
            return (
                Ask(
                    passed.question,
                    lambda said: keep(person, said),
                    options=[Option(c, c) for c in passed.choices],
                    picked="passed",
                )
                if person.strip()
                else None
            )

        def keep(person: str, said: str) -> None:
            room.act(lambda draft: agreeing.say_back(draft, outcome, person, said), f"{outcome} said back")

        if outcome:
            room.ask(asking.of_field(Outcome.kind.field("explained_by"), room.shop, "", who))


def _stem(words: str) -> str:
    """What goes on below a knee: a line to the next one, or none."""
    return _STEM if words.startswith(_KNEE) else ""
