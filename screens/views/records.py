"""A list of records of one kind, its columns taken from the declaration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from screens import ask as asking
from screens import offering
from screens.ask import Ask, Option
from screens.hearing import capturing, recapturing
from screens.text import Line, fit, width_of, wrap
from screens.views.marks import Marks
from workshop import acts
from workshop.answers import values
from workshop.declare import KINDS, Field, Record, Value
from workshop.draft import Draft
from workshop.errors import NotUnderstood
from workshop.plans import trailing
from workshop.state import Workshop
from workshop.words import listed, plural

if TYPE_CHECKING:
    from screens.room import Room

Offers = Callable[[Workshop], list[str]]
_REF = 5
_FEW = 8
"""So many marked records are named one by one."""
_GAP = 2
_NAMED = 16
"""Cells that a column needs to say another record's words."""
_WORDS, _WORD = 24, 10
"""Cells of a column whose declaration gives it none: for words, for one word."""
_NEEDED = 32
"""Cells that the column with the record's words keeps at least; other columns give way."""
_TIGHT = 14
"""Cells of a column of words where not all columns would have room."""
_WORDY = ("text", "who", "ref", "refs")
"""Types of the columns that take what those words leave."""
_STEP = 6
"""Cells by which it is taken."""


class Records(Marks[Record]):
    """Records of a kind, one a row; words wrap, nothing is cut.

    `only` narrows the list (a field and its value), and what is added here gets that value. `then`
    names fields that are asked for right after each new record; `offers` gives words to choose from;
    `first` names fields that this list is about: they get columns whatever the declaration says.
    """

    def __init__(self, kind: str, name: str = "", only: Mapping[str, Value] | None = None,
                 question: str = "", then: tuple[str, ...] = (), offers: Offers | None = None,
                 first: tuple[str, ...] = ()) -> None:  # fmt: skip
        super().__init__()
        self.lists, self.of_kind = kind, KINDS[kind]
        self.title = name or self.of_kind.plural.capitalize()
        self.only = dict(only or {})
        self.question = question
        self._then = then
        self._offers = offers
        self._first = first
        known = (self.of_kind.called, *self.only)
        self.adds = all(spec.name in known for spec in self.of_kind.fields if spec.needed)
        self._columns: list[tuple[Field, int]] = []
        self._wrapped: dict[Record, list[tuple[str, ...]]] = {}
        self._wrapped_for: object = None

    def find_rows(self) -> list[Record]:
        """The records in their order."""
        self._columns = self._fitting()
        named = {kind for spec, _ in self._columns for kind in spec.to}
        seen = (self.width, self.shop, *(self.shop.stamps.get(kind) for kind in sorted(named)))
        if seen != self._wrapped_for or len(self._wrapped) > 2 * len(self.shop.of(self.of_kind.name)) + 50:
            self._wrapped, self._wrapped_for = {}, seen
        found = self.shop.of(self.of_kind.name)
        rows = [r for r in found if all(getattr(r, k) == v for k, v in self.only.items())]
        return [r for r in rows if getattr(r, "private", "") != "yes"] if self.walled else rows

    def measure(self) -> list[int]:
        """The lines of the tallest cell of each row."""
        return [max(len(cell) for cell in self._cells(record)) for record in self.rows]

    def draw_head(self) -> list[Line]:
        """The labels of the columns."""
        labels = [wrap(spec.label, width) for spec, width in self._columns]
        tall = max((len(label) for label in labels), default=1)
        lines: list[Line] = []
        for y in range(tall):
            look = "head" if y == tall - 1 else "dim"
            line: Line = [(fit("Ref" if y == tall - 1 else "", _REF), look)]
            for (_, width), label in zip(self._columns, labels, strict=True):
                at = y - (tall - len(label))
                line += [(" " * _GAP, look), (fit(label[at] if at >= 0 else "", width), look)]
            lines.append(line)
        return lines

    def draw(self, at: int) -> list[Line]:
        """A record's cells side by side."""
        record = self.rows[at]
        cells = self._cells(record)
        look = "cursor" if at == self.at else "text"
        lines: list[Line] = []
        for i in range(self.heights[at] - self.gap):
            marked = record.ref in self.marked and not self.walled
            ref = f"{'✓' if marked else ''}{record.ref}" if not i else ""
            line: Line = [(fit(ref, _REF), look if look == "cursor" else "good" if marked else "dim")]
            for (_, width), cell in zip(self._columns, cells, strict=True):
                line += [(" " * _GAP, look), (fit(cell[i] if i < len(cell) else "", width), look)]
            lines.append(line)
        return lines

    def ref_of(self, row: Record) -> str:
        """The record's ref."""
        return row.ref

    def name_of(self, row: Record) -> str:
        """Its ref too."""
        return row.ref

    def taken(self) -> list[str]:
        """The marked records, else the one in hand."""
        return [record.ref for record in self.chosen()] or super().taken()

    def unmark(self) -> bool:
        """No record is marked any more."""
        were = bool(self.marked)
        self.marked.clear()
        return were

    def count(self) -> str:
        """How many there are."""
        return str(len(self.rows)) if self.rows or self.width else ""

    def empty(self) -> str:
        """An invitation."""
        plural_ = self.title.endswith("s") or self.title.lower() == self.of_kind.plural
        named = self.title if plural_ else f"{self.of_kind.name} in {self.title}"
        return f"No {named.lower()} yet. Press a and say the first, or paste a column."

    def detail(self) -> str:
        """What the columns do not show of the record in hand."""
        if not self.row:
            return ""
        if chosen := self.chosen():
            few = len(chosen) <= _FEW
            which = listed([record.ref for record in chosen]) if few else plural(len(chosen), "record")
            return f"{which} marked: o, l, k and del take them together; space unmarks"
        seen = {spec.name for spec, _ in self._columns}
        rest = [
            f"{spec.label}: {said}"
            for spec in self.of_kind.fields
            if spec.name not in seen and not spec.private and spec.name not in self.only
            if (said := values.of(self.row, spec.name, self.shop))
        ]
        return " · ".join(rest)

    def adding(self, room: Room) -> Ask | None:
        """Rapid capture: one line, the next; a pasted column at once. None where a record needs more than words."""
        if not self.adds:
            return None
        kind = self.of_kind
        spec = kind.field(kind.called)
        held = dict(self.only)

        def keep(text: str) -> Ask | None:
            ref = str(room.act(lambda draft: trailing.capture(draft, kind, text, held), f"add {kind.name}"))
            offering.kept(room, ref)
            return self._more(room, ref, self._then)

        def keep_all(lines: list[str]) -> None:
            def plan(draft: Draft) -> list[str]:
                return [trailing.capture(draft, kind, line, held) for line in lines]

            room.act(plan, f"paste {len(lines)} {kind.plural}", "pasted")

        offered = self._offers(room.shop) if self._offers else []
        marks = trailing.signs(kind)
        hint = " · ".join(([f"for instance: {spec.help}"] * bool(spec.help)) + ([f"at its end {marks}"] * bool(marks)))
        return Ask(self.question or spec.question, keep, hint=hint, reads=capturing(kind, room.shop), stays=True,
                   many=keep_all, rewords=recapturing(kind, room.shop),
                   options=[Option(words, words) for words in offered],
                   new="in these words:" if offered else "")  # fmt: skip

    def _more(self, room: Room, ref: str, names: tuple[str, ...]) -> Ask | None:
        """The fields that are asked for at once of a new record, then the next record; what was said is not asked."""
        record = room.shop.find(ref)
        names = tuple(name for name in names if not getattr(record, name))
        if not names:
            return self.adding(room) if self._then else None
        spec = self.of_kind.field(names[0])

        def keep(said: str) -> Ask | None:
            try:
                room.act(lambda draft: acts.edit(draft, ref, spec.name, said), f"{ref} {spec.label.lower()}")
            except NotUnderstood:
                if not spec.choices:
                    raise
                following = self.adding(room)  # no choice: somebody typed on, it is the next record
                return following.then(said) if following else None
            return self._more(room, ref, names[1:])

        asked = asking.of_field(spec, room.shop, "", keep, f"{ref} {record.words}: {spec.question}")
        asked.hint = f"✓ {ref} kept. Enter skips, esc leaves"
        return asked

    def _cells(self, record: Record) -> list[tuple[str, ...]]:
        """A record's cells as wrapped lines; a record never changes, so they are kept with it."""
        if record not in self._wrapped:
            self._wrapped[record] = [wrap(self._said(record, f, width), width) for f, width in self._columns]
        return self._wrapped[record]

    def _said(self, record: Record, spec: Field, width: int) -> str:
        """A cell's words; where a column is too narrow for another record's, its ref alone."""
        if spec.type == "ref" and width < _NAMED:
            return str(getattr(record, spec.name))
        return values.of(record, spec.name, self.shop)

    def _fitting(self) -> list[tuple[Field, int]]:
        """The declared columns that leave enough room for the words; the last ones give way first."""
        about = [self.of_kind.named[name] for name in self._first]
        rest = [f for f in self.of_kind.fields if f.width and f.name not in (*self.only, *self._first)]
        listed = [*(f for f in rest if f.width < 0), *about, *(f for f in rest if f.width > 0)] if about else rest
        room = self.width - _REF - _GAP - _NEEDED
        kept: dict[str, int] = {}
        tight = sum(max(0, spec.width or _WORD) + _GAP for spec in listed if spec.width >= 0) > room
        for spec in listed:
            width = spec.width or (_WORDS if spec.type == "text" else _WORD)
            if tight and spec.type in ("who", "text"):
                width = min(width, _TIGHT)
            if width > 0:  # no word of the label is broken
                width = max(width, *(len(word) for word in spec.label.split()))
            if 0 < width <= room - _GAP:
                room -= width + _GAP
                kept[spec.name] = width
        words = _NEEDED + max(0, room)
        wordy = [name for name in kept if self.of_kind.named[name].type in _WORDY]
        more = self._spare(listed, words) // len(wordy) if wordy else 0
        kept |= {name: kept[name] + more for name in wordy}
        words -= more * len(wordy)
        return [(f, kept.get(f.name, words)) for f in listed if f.width < 0 or f.name in kept]

    def _spare(self, listed: list[Field], width: int) -> int:
        """What the words of all records leave of their width, in steps: it seldom changes while one types."""
        names = [spec.name for spec in listed if spec.width < 0]
        said = (str(getattr(record, name)) for name in names for record in self.shop.of(self.of_kind.name))
        longest = max(map(width_of, said), default=width)
        return max(0, width - longest) // _STEP * _STEP
