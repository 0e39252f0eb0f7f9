"""Keep, refine or retire: what a review decides about each outcome and metric, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens import ask as asking
from screens.ask import Ask, Option
from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.view import View
from workshop import acts
from workshop.declare import Record
from workshop.derived.retiring import rulings
from workshop.derived.trends import trends
from workshop.records import Metric, Outcome, Ruling

if TYPE_CHECKING:
    from screens.room import Room

_SAYS = 10


class Rulings(View[Record]):
    """Outcomes and metrics on a thread, with the last ruling on each."""

    adds = False
    title = "Keep, refine, retire"
    keys = (Key("g", "rule", "decide", "Keep, refine or retire what is in hand, with the reason", 1, True),)

    def find_rows(self) -> list[Record]:
        """Each outcome with the metrics that measure it first."""
        found: dict[str, Record] = {}
        for outcome in self.shop.all(Outcome):
            found[outcome.ref] = outcome
            found |= {m.ref: m for m in self.shop.all(Metric) if outcome.ref in m.outcomes and m.ref not in found}
        return list(found.values())

    def among(self, at: int) -> int:
        """Metrics change places under their outcome, outcomes with each other."""
        metric = isinstance(self.rows[at], Metric)
        return sum(isinstance(record, Outcome) for record in self.rows[:at]) if metric else 0

    def measure(self) -> list[int]:
        """As tall as the words or the reason."""
        return [max(len(self._names(r)), len(wrap(self._why(r), self._reason - 1))) for r in self.rows]

    def draw_head(self) -> list[Line]:
        """The columns."""
        return [
            [
                (fit("Outcome or metric", self._words), "head"),
                (fit("Ruling", _SAYS), "head"),
                (fit("Why", self._reason), "head"),
            ]
        ]

    def draw(self, at: int) -> list[Line]:
        """What it is, the ruling, the reason."""
        record = self.rows[at]
        ruling = rulings(self.shop).get(record.ref)
        names, why = self._names(record), wrap(self._why(record), self._reason - 1)
        look = "cursor" if at == self.at else ("text" if isinstance(record, Outcome) else "dim")
        lines: list[Line] = []
        for y in range(self.heights[at] - self.gap):
            says = (ruling.says if ruling and ruling.says else "○ open") if not y else ""
            lines.append(
                [
                    (fit(names[y] if y < len(names) else "", self._words - 1), look),
                    (" ", "text"),
                    (fit(says, _SAYS), "thread" if ruling else "warn"),
                    (fit(why[y] if y < len(why) else "", self._reason), "text"),
                ]
            )
        return lines

    def ref_of(self, row: Record) -> str:
        """The outcome or metric."""
        return row.ref

    def count(self) -> str:
        """How many are decided."""
        return f"{sum(r.ref in rulings(self.shop) for r in self.rows)} of {len(self.rows)}" if self.rows else ""

    def empty(self) -> str:
        """What comes first."""
        return "No outcome to review yet. Step 3 maps them."

    def detail(self) -> str:
        """What the number did, beside the decision it was to inform."""
        record = self.row
        if record is None:
            return ""
        ruling = rulings(self.shop).get(record.ref)
        said = [f"it led the room to: {ruling.decided}"] if ruling and ruling.decided else []
        if isinstance(record, Metric):
            said = [
                trends(self.shop)[record.ref].sentence,
                f"meant to decide: {record.decision or 'nothing yet'}",
                *said,
            ]
        words = " · ".join(said)
        return words[:1].upper() + words[1:] or "g decides"

    def do_rule(self, room: Room) -> None:
        """What, why, and what it led to."""
        record = self.row
        if record is None:
            return
        kind, ref = Ruling.kind, record.ref

        def says(word: str) -> Ask:
            said = {"on": ref, "review": room.shop.today.isoformat(), "says": word}
            ruling = str(room.act(lambda draft: acts.add(draft, kind, said), f"{word} {ref}"))
            room.view.looking_at = ref
            return asking.of_field(kind.field("reason"), room.shop, "", lambda words: why(ruling, words))

        def why(ruling: str, words: str) -> Ask:
            room.act(lambda draft: acts.edit(draft, ruling, "reason", words), f"{ref} reason")
            ask = asking.of_field(kind.field("decided"), room.shop, "", lambda led: keep(ruling, led))
            ask.hint = "Enter when it led to nothing yet"
            return ask

        def keep(ruling: str, words: str) -> None:
            room.act(lambda draft: acts.edit(draft, ruling, "decided", words), f"{ref} led to")

        choices = [Option(choice, choice) for choice in kind.field("says").choices]
        room.ask(Ask(f"{ref}  {kind.field('says').question}", says, options=choices, must=True))

    def _names(self, record: Record) -> list[str]:
        """What is ruled on, line by line; a metric hangs below its outcome."""
        indent = "" if isinstance(record, Outcome) else "  "
        words = wrap(f"{record.ref} {record.words}", self._words - 1 - len(indent))
        return [f"{indent}{line}" for line in words]

    def _why(self, record: Record) -> str:
        ruling = rulings(self.shop).get(record.ref)
        return ruling.reason if ruling else ""

    @property
    def _words(self) -> int:
        return (self.width - _SAYS) * 11 // 20

    @property
    def _reason(self) -> int:
        return self.width - _SAYS - self._words
