"""What break-outs disagree on: both wordings, with who said them; Enter takes one."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.view import View
from workshop import acts
from workshop.answers import values
from workshop.declare import KINDS
from workshop.records import Dispute
from workshop.state import kind_of

if TYPE_CHECKING:
    from screens.room import Room

_BY, _GAP = 24, 2


class Disputes(View[Dispute]):
    """One side of a disagreement a row, those about one answer together under its record and field."""

    title = "Disagreements"
    adds = False
    keys = (Key("enter", "choose", "take this", "Let the words in hand hold; the others go", 1, True),)

    def find_rows(self) -> list[Dispute]:
        """What is open, by record and field."""
        return sorted(self.shop.all(Dispute), key=lambda dispute: (dispute.on, dispute.field, dispute.says))

    def measure(self) -> list[int]:
        """As tall as the words, under a heading where another answer begins."""
        return [len(self._lines(at)) for at in range(len(self.rows))]

    def draw(self, at: int) -> list[Line]:
        """What one side says."""
        return self._lines(at)

    def _lines(self, at: int) -> list[Line]:
        row, before = self.rows[at], self.rows[at - 1] if at else None
        lines: list[Line] = []
        if before is None or (before.on, before.field) != (row.on, row.field):
            lines += [*([[]] if at else []), *([(part, "gold")] for part in wrap(self._about(row), self.width))]
        look = "cursor" if at == self.at else "text"
        room = self.width - _BY - _GAP
        for who, part in zip_longest(wrap(row.by, _BY), wrap(row.says, room), fillvalue=""):
            lines.append([(fit(who, _BY) + " " * _GAP, look), (fit(part, room), look)])
        return lines

    def _about(self, row: Dispute) -> str:
        kind = kind_of(row.on)
        spec = KINDS[kind].named.get(row.field) if kind else None
        label = spec.label if spec else row.field
        held = self.shop.get(row.on)
        now = values.of(held, row.field, self.shop) if held and spec else ""
        return f"{values.named(row.on, self.shop)} · {label}, until then {f'“{now}”' if now else 'nothing'}"

    def ref_of(self, row: Dispute) -> str:
        """The side's own ref."""
        return row.ref

    def do_choose(self, room: Room) -> None:
        """What the side in hand says holds."""
        if self.row:
            ref = self.row.ref
            on = room.act(lambda draft: acts.choose(draft, ref), f"settle {self.row.on}")
            room.tell(f"{on} is settled; u opens it again")

    def count(self) -> str:
        """How many answers are open."""
        return str(len({(row.on, row.field) for row in self.rows}) or "") if self.rows else ""

    def detail(self) -> str:
        """How to settle it."""
        return "Both wordings stay until somebody chooses; Enter takes the one in hand" if self.rows else ""

    def empty(self) -> str:
        """Nothing to settle."""
        return "No break-out disagrees with another."
