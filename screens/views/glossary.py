"""The words that were settled: each with what is meant by it and what is not said any more."""

from __future__ import annotations

from screens.views.records import Records
from workshop.declare import Field
from workshop.records import Term

_REF, _GAP = 5, 2
_PART = 4
"""Of the width, every column but the meaning takes one part in so many, never more than it declares."""


class Glossary(Records):
    """All columns at every width: a word without its meaning, or without what it replaces, helps nobody."""

    def __init__(self) -> None:
        rest = tuple(spec.name for spec in Term.kind.fields if spec.name != Term.kind.called)
        super().__init__(Term.kind.name, "Glossary", then=rest)

    def empty(self) -> str:
        """An invitation."""
        return "No word is settled yet. Press a and say the first: one word for one thing."

    def _fitting(self) -> list[tuple[Field, int]]:
        fields = self.of_kind.fields
        room = max(0, self.width - _REF - _GAP * len(fields))
        side = {f.name: min(f.width, room // _PART) for f in fields if f.width > 0}
        return [(f, side.get(f.name, room - sum(side.values()))) for f in fields]
