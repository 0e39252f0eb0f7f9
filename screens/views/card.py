"""A record's card: every field with its question, answered one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens import ask as asking
from screens.ask import Ask
from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.view import View
from workshop import acts
from workshop.answers import values
from workshop.declare import Field

if TYPE_CHECKING:
    from screens.room import Room

_LABEL = 24


class Card(View[Field]):
    """The fields of one record; Enter asks for the one in hand and then for the next."""

    adds = False
    keys = (Key("h", "history", "history", "History of this answer", 4),)

    def __init__(self, ref: str, title: str = "") -> None:
        super().__init__()
        self.record_ref = ref
        self.title = title or ref

    def find_rows(self) -> list[Field]:
        """The declared fields, without the ones that make a cell's ref."""
        record = self.shop.get(self.record_ref)
        return [f for f in record.kind.fields if f.name not in record.kind.key and not f.inner] if record else []

    def measure(self) -> list[int]:
        """As many lines as the answer needs."""
        return [len(self._answer(spec)) for spec in self.rows]

    def draw_head(self) -> list[Line]:
        """Which record it is."""
        record = self.shop.get(self.record_ref)
        if record is None:
            return [[(f"{self.record_ref} was removed", "warn")], []]
        words = wrap(record.words, self.width - len(record.ref) - 2)
        first: Line = [(record.ref, "thread"), ("  ", "text"), (words[0], "strong")]
        rest: list[Line] = [[(" " * (len(record.ref) + 2), "text"), (line, "strong")] for line in words[1:]]
        return [first, *rest, [(record.kind.doc, "dim")], []]

    def draw(self, at: int) -> list[Line]:
        """Label and answer."""
        spec = self.rows[at]
        look = "cursor" if at == self.at else "text"
        label = "cursor" if at == self.at else "dim"
        return [
            [
                (fit(spec.label if not i else "", _LABEL), label),
                (" ", look),
                (fit(line, self.width - _LABEL - 1), look),
            ]
            for i, line in enumerate(self._answer(spec))
        ]

    def ref_of(self, row: Field) -> str:
        """The record whose card it is, whatever field is in hand."""
        return self.record_ref

    def keep_place(self) -> None:
        """The cursor stays on its field."""

    def go_to(self, ref: str) -> bool:
        """Only its own record is here."""
        return ref == self.record_ref

    @property
    def ref(self) -> str:
        """The record whose card it is."""
        return self.record_ref

    def detail(self) -> str:
        """The question of the field in hand."""
        spec = self.row
        return " ".join(part for part in (spec.question, spec.help and f"({spec.help})") if part) if spec else ""

    def empty(self) -> str:
        """When somebody removed it meanwhile."""
        return "This record was removed. Esc goes back; u brings it back."

    def adding(self, room: Room) -> Ask | None:
        """On a card one answers; what is added is an answer."""
        return self._ask(room)

    def enter(self, room: Room) -> None:
        """Ask for the field in hand."""
        asked = self._ask(room)
        if asked:
            room.ask(asked)

    def do_history(self, room: Room) -> None:
        """All that was ever said in the field in hand."""
        from screens.views.log import Log

        if self.row and room.shop.get(self.record_ref):
            room.push(Log(room.file, self.record_ref, self.row))

    def _ask(self, room: Room) -> Ask | None:
        spec = self.row
        if spec is None or room.shop.get(self.record_ref) is None:
            return None
        record = room.shop.find(self.record_ref)
        current = values.said(spec, getattr(record, spec.name))

        def keep(text: str) -> Ask | None:
            room.act(lambda draft: acts.edit(draft, self.record_ref, spec.name, text),
                     f"{self.record_ref} {spec.label.lower()}")  # fmt: skip
            return self._next(room)

        return asking.of_field(spec, room.shop, current, keep)

    def _next(self, room: Room) -> Ask | None:
        if self.at + 1 >= len(self.rows):
            return None
        room.move(1, 0)
        return self._ask(room)

    def _answer(self, spec: Field) -> tuple[str, ...]:
        record: Any = self.shop.get(self.record_ref)
        said = values.of(record, spec.name, self.shop)
        if spec.type == "refs" and getattr(record, spec.name):
            said = " · ".join(values.named(ref, self.shop) for ref in getattr(record, spec.name))
        return wrap(said or "·", max(10, self.width - _LABEL - 1))
