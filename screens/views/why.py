"""Why was this missed? One screen: the answer, the thread, the figures, who answers, what is being done."""

from __future__ import annotations

from screens.text import Line, wrap
from screens.views.view import View
from workshop.records import Objective
from workshop.state import Workshop
from workshop.why import why

_INDENTS = {"C": 2, "M": 4}


class Why(View[tuple[str, Line]]):
    """The sentences of the answer, the first one in gold."""

    adds = False

    def __init__(self, objective: Objective, asked: str) -> None:
        super().__init__()
        self._asked = asked
        self.objective = objective.ref
        self.title = f"Why? {objective.ref}"

    def find_rows(self) -> list[tuple[str, Line]]:
        """Each sentence over as many lines as it needs, with the record that it is about."""
        objective = self.shop.one(Objective, self.objective)
        if objective is None:
            return []
        rows: list[tuple[str, Line]] = []
        for at, sentence in enumerate(why(self.shop, objective, self._asked).sentences):
            ref = sentence.split()[0]
            known = ref if self.shop.get(ref) else self.objective
            indent = " " * _INDENTS.get(ref[:1], 0) if self.shop.get(ref) else ""
            look = "thread" if not at else "strong" if ref.startswith("C") else "text"
            rows += [(known, [(indent, "text"), (line, look)]) for line in wrap(sentence, self.width - len(indent) - 2)]
            rows += [] if at else [(known, [])]
        return rows

    def draw(self, at: int) -> list[Line]:
        """A line; the one in hand is marked at its left."""
        return [[("▌" if at == self.at else " ", "key"), *self.rows[at][1]]]

    def ref_of(self, row: tuple[str, Line]) -> str:
        """The record that the line is about."""
        return row[0]

    def keep_place(self) -> None:
        """The cursor stays on its line."""

    def empty(self) -> str:
        """When somebody removed it meanwhile."""
        return f"{self.objective} was removed. Esc goes back."


def explained(shop: Workshop, ref: str) -> Why | None:
    """The answer about a record's objective, where it has one."""
    from workshop.why import objective_of

    objective = objective_of(shop, ref)
    return Why(objective, ref) if objective else None
