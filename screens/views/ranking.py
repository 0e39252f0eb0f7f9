"""The ranking: objectives by weighted score as bars, who may be chosen and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens import ask as asking
from screens.ask import Ask
from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.view import View
from workshop import acts
from workshop.answers import values
from workshop.derived.ballot import candidates
from workshop.derived.priority import Ranked, firmness, parked, ranking, reasons_against, weights
from workshop.draft import Draft
from workshop.records.goals import CRITERIA
from workshop.words import listed, plural

if TYPE_CHECKING:
    from screens.room import Room

_RANK, _SCORE, _VERDICT, _GAP = 4, 5, 26, 2
_PILOT = "▶"
_BLIND = "Scores are being given blind; the ranking shows when they are revealed"


class Ranking(View[Ranked]):
    """Objectives, best first, with what speaks against each."""

    title = "Ranking"
    follows = "the scores; on Baseline objectives can be moved"
    adds = False
    keys = (
        Key("g", "pilot", "pilot", "Choose what is in hand as the one pilot, then its sponsor", 1, True),
        Key("w", "weights", "weights", "Weigh impact, urgency and dependency on IT", 2, True),
        Key("k", "park", "park", "Park the objective in hand with the reason, or bring it back", 3, True),
    )

    def find_rows(self) -> list[Ranked]:
        """Ranked objectives; those parked come last. While scores are given blind, in the room's order, unranked."""
        if self.secret.on:
            return [Ranked(o, {}, None, 0, reasons_against(o), {}, 0, _BLIND) for o in candidates(self.shop)]
        gone = [Ranked(o, {}, None, 0, ["parked"], {}, 0, o.parked_because) for o in parked(self.shop)]
        return [*ranking(self.shop), *gone]

    def measure(self) -> list[int]:
        """As tall as the statement or what speaks against it."""
        return [max(len(wrap(self._name(r), self._words)), len(self._against(r))) for r in self.rows]

    def draw_head(self) -> list[Line]:
        """How the score is made, and the columns."""
        weighed = ", ".join(f"{name} ×{weight}" for name, weight in weights(self.shop).items())
        firm = firmness(self.shop)
        said = _BLIND if self.secret.on else firm.sentence if firm else ""
        lines: list[Line] = [[(f"Weighed: {weighed}. ", "dim"), (said, "text")]]
        heads = [
            ("", _RANK),
            ("Objective", self._words),
            ("", _GAP),
            ("Score", _SCORE),
            ("", self._bar + 1),
            ("Can be mapped?", _VERDICT),
        ]
        return [*(_folded(lines[0], self.width)), [(fit(text, width), "head") for text, width in heads]]

    def draw(self, at: int) -> list[Line]:
        """Rank, statement, score, bar and verdict."""
        ranked = self.rows[at]
        here = at == self.at
        look = "cursor" if here else ("dim" if ranked.against else "text")
        names, against = wrap(self._name(ranked), self._words), self._against(ranked)
        pilot = self.shop.about.pilot == ranked.objective.ref
        lines: list[Line] = []
        for y in range(self.heights[at] - self.gap):
            rank = f"{_PILOT if pilot else ' '}{ranked.rank or '–'}" if not y else ""
            score = "" if ranked.score is None or y else f"{ranked.score:.1f}{'…' * bool(ranked.missing)}"
            lines.append(
                [
                    (fit(rank, _RANK), "thread" if pilot and not here else look),
                    (fit(names[y] if y < len(names) else "", self._words), look),
                    (" " * _GAP, look),
                    (fit(score, _SCORE - 1), look),
                    (" ", "text"),
                    (self._bar_of(ranked) if not y else " " * self._bar, "thread"),
                    (" ", "text"),
                    (fit(against[y] if y < len(against) else "", _VERDICT), "good" if not ranked.against else "warn"),
                ]
            )
        return lines

    def ref_of(self, row: Ranked) -> str:
        """The objective."""
        return row.objective.ref

    def count(self) -> str:
        """How many there are."""
        return str(len(self.rows))

    def empty(self) -> str:
        """Where objectives come from."""
        return "No objective yet. Step 1 captures them."

    def detail(self) -> str:
        """Why it stands where it stands."""
        if not self.row:
            return ""
        said = self.row.averages.items() if "impact" not in self.row.why else ()
        parts = [f"{name} {average:.1f}" for name, average in said if average is not None]
        voices = [plural(self.row.voices, "voice")] if self.row.voices else []
        about = self.shop.about
        sponsor = []
        if about.pilot == self.row.objective.ref:
            sponsor = [
                f"pilot, sponsored by {values.who(about.sponsor, self.shop)}"
                if about.sponsor
                else "pilot, no sponsor yet"
            ]
        return " · ".join([*sponsor, self.row.why, *parts, *voices])

    def do_pilot(self, room: Room) -> None:
        """Choose the pilot, then ask for its sponsor."""
        if not self.row:
            return
        ref = self.row.objective.ref
        room.act(lambda draft: acts.choose_pilot(draft, ref), f"{ref} is the pilot")
        room.boards[3].views[0].looking_at = ref  # the map goes on with the pilot
        spec = room.shop.about.kind.field("sponsor")

        def keep(said: str) -> None:
            room.act(lambda draft: acts.edit(draft, "W1", "sponsor", said), "sponsor")

        asked = asking.of_field(spec, room.shop, room.shop.about.sponsor, keep)
        against = listed([reason.rpartition(": ")[2] for reason in self.row.against]) if self.row else ""
        if against:
            asked.question = f"{ref} cannot be mapped yet: {against}. {asked.question}"
        room.ask(asked)

    def do_weights(self, room: Room) -> None:
        """Ask for the three weights in one line."""
        now = " ".join(str(weight) for weight in weights(room.shop).values())

        def keep(said: str) -> None:
            parts = [*said.replace(",", " ").split(), "", "", ""][: len(CRITERIA)]

            def plan(draft: Draft) -> None:
                for name, part in zip(CRITERIA, parts, strict=True):
                    acts.edit(draft, "W1", f"weight_{name}", part)

            room.act(plan, "weights")

        room.ask(Ask(f"How much do {', '.join(CRITERIA)} weigh? Three numbers, 0 to 10", keep, text=now,
                     replaces=True))  # fmt: skip

    def _name(self, ranked: Ranked) -> str:
        return f"{ranked.objective.ref} {ranked.objective.statement}"

    def _against(self, ranked: Ranked) -> tuple[str, ...]:
        said = "; ".join(ranked.against)
        return wrap(f"✗ {said}" if said else "✓ yes", _VERDICT)

    @property
    def _bar(self) -> int:
        return max(8, (self.width - _RANK - _SCORE - _VERDICT) // 4)

    @property
    def _words(self) -> int:
        return self.width - _RANK - _SCORE - _VERDICT - self._bar - _GAP - 1

    def _bar_of(self, ranked: Ranked) -> str:
        filled = round((ranked.score or 0) / 5 * self._bar)
        return "█" * filled + "░" * (self._bar - filled)


def _folded(line: Line, width: int) -> list[Line]:
    """The line over as many lines as its words need."""
    text = "".join(words for words, _ in line)
    return [[(part, "dim")] for part in wrap(text, width)]
