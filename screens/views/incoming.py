"""What a file from outside proposes: ours beside theirs, yes or no to each, then all of it as one act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.view import View
from workshop import acts, words
from workshop.answers import values
from workshop.declare import KINDS, Value
from workshop.incoming.handback import EVERYTHING, Choice, Gone
from workshop.incoming.headers import Problem
from workshop.incoming.proposals import Proposal, Proposed

if TYPE_CHECKING:
    from screens.bringing_in import Brought
    from screens.room import Room

_MARK, _WHAT, _GAP = 4, 22, 2
_YES, _NO = "[x]", "[ ]"
_NOTHING = "nothing"
_NAMED = 3
"""Places that are named of what is left out."""


class Row(NamedTuple):
    """A proposal, a line that is gone, or a problem: what is shown, and its place in the book."""

    where: str
    what: Proposal | Gone | Problem

    @property
    def group(self) -> str:
        """The sheet, or whatever else of the book it stands on."""
        return self.where.partition("!")[0].partition(",")[0]

    @property
    def line(self) -> str:
        """The line of the book: the same for all cells of one record."""
        return self.what.line if isinstance(self.what, Proposal) else ""


class Incoming(View[Row]):
    """All that a book proposes, in its own order; what nobody disputes is ticked."""

    adds = False
    keys = (
        Key("enter", "tick", "yes / no", "Tick or untick what is in hand", 1, True),
        Key("space", "tick", "yes / no", "Tick or untick what is in hand", 0, True),
        Key("s", "tick_sheet", "whole sheet", "Tick or untick everything of this sheet", 3, True),
        Key("j", "join", "same thing", "Say that a new record is the one that it is like, or that it is not", 4, True),
        Key("a", "take", "take what is ticked", "Take what is ticked, as one act", 2, True),
    )

    def __init__(self, brought: Brought, name: str) -> None:
        super().__init__()
        self.title = f"From {words.shown(name)}"
        self.name = name
        self._brought = brought
        self._version = -1
        self._proposed = Proposed()
        self._said: dict[str, bool] = {}
        """What somebody ticked or unticked, by place."""
        self._joined: set[str] = set()
        """Lines that are joined with the record that they are like."""

    def find_rows(self) -> list[Row]:
        """Worked out anew when the workshop changed meanwhile."""
        if self._version != self.shop.version:
            self._version = self.shop.version
            self._proposed = self._brought.proposed(self.shop, replace(EVERYTHING, joining=self._joined))
        return list(self._rows())

    def _rows(self) -> Iterator[Row]:
        holding = {change.ref for change in self._proposed.changes if not _names_its_cell(change)}
        for change in self._proposed.changes:
            if not _names_its_cell(change) or change.ref not in holding:
                yield Row(change.where, change)
        for gone in self._brought.gone:
            if self.shop.get(gone.ref):
                yield Row(f"{gone.where}!{gone.ref}", gone)
        for problem in self._proposed.problems:
            if problem not in self._proposed.asked:
                yield Row(problem.where, problem)

    def is_ticked(self, row: Row) -> bool:
        """Whether it is to be taken: as somebody said, else what the room did not change since."""
        default = isinstance(row.what, Proposal) and not row.what.conflict
        return self._said.get(row.where, default)

    def do_tick(self, room: Room) -> None:
        """Yes becomes no, no becomes yes."""
        if self.row and _can_be_taken(self.row):
            self._said[self.row.where] = not self.is_ticked(self.row)
            room.show()

    def do_join(self, room: Room) -> None:
        """What the row in hand would add is the record that it is like: it only says more about that one."""
        row = self.row
        line = row.line if row else ""
        if row and line in self._joined:
            self._joined.remove(line)
        elif row and isinstance(row.what, Proposal) and row.what.like:
            self._joined.add(line)
        else:
            room.tell("This is like nothing that the room has")
            return
        self._version = -1
        room.show()

    def do_tick_sheet(self, room: Room) -> None:
        """Everything of the sheet in hand: no where all of it is ticked, else yes."""
        if not self.row:
            return
        rows = [row for row in self.rows if row.group == self.row.group and _can_be_taken(row)]
        yes = not all(map(self.is_ticked, rows))
        self._said |= {row.where: yes for row in rows}
        room.show()

    def do_take(self, room: Room) -> None:
        """Take what is ticked, and go back; the file is remembered even where nothing is."""
        ticked = {row.where for row in self.rows if self.is_ticked(row) and _can_be_taken(row)}
        removing = [row.what.ref for row in self.rows if isinstance(row.what, Gone) and row.where in ticked]
        why = f"import {words.clean(self.name)}"
        if not ticked:
            if self._brought.ours:
                room.act(lambda draft: acts.came_back(draft, self.name), why, "imported")
            room.back()
            room.tell("Nothing was taken")
            return
        cells = {row.what.ref for row in self.rows if row.where in ticked and isinstance(row.what, Proposal)}
        taken = ticked | {each.where for each in self._proposed.changes if _names_its_cell(each) and each.ref in cells}
        plan = self._brought.plan(Choice(lambda proposal: proposal.where in taken, removing, self._joined))
        room.file.back_up_now()
        room.act(plan, why, "imported", by=self._brought.by)
        room.back()
        took = f"Took {words.plural(len(ticked), 'answer')} from {self.name}; u takes them back together"
        room.tell(f"{took}. {self._left_out}" if self._unread else took)

    def measure(self) -> list[int]:
        """As tall as the longer side, under the name of the sheet where it begins."""
        return [len(self._lines(at)) for at in range(len(self.rows))]

    def draw_head(self) -> list[Line]:
        """What cannot be taken, since it stands at the end of the list; then what the columns are."""
        sizes = (("", _MARK), ("", _WHAT), ("We have", self._side), ("The file says", self._side))
        top: list[Line] = [[(line, "warn")] for line in wrap(self._count, self.width)] if self._unread else []
        return [*top, [(fit(text, size) + " " * (_GAP if at else 0), "head") for at, (text, size) in enumerate(sizes)]]

    def draw(self, at: int) -> list[Line]:
        """One proposal."""
        return self._lines(at)

    def _lines(self, at: int) -> list[Line]:
        row = self.rows[at]
        here = at == self.at
        mark, what, ours, theirs, look = self._said_of(row)
        cells = [wrap(what, _WHAT), wrap(ours, self._side), wrap(theirs, self._side)]
        looks = ("cursor",) * 3 if here else ("dim", "text", look)
        lines: list[Line] = []
        if not at or self.rows[at - 1].group != row.group:
            lines += [*([[]] if at else []), [(fit(words.shown(row.group), self.width), "gold")]]
        for y in range(max(map(len, cells))):
            line: Line = [(fit(mark if not y else "", _MARK), "cursor" if here else look)]
            for cell, size, shade in zip(cells, (_WHAT, self._side, self._side), looks, strict=True):
                line.append((fit(cell[y] if y < len(cell) else "", size) + " " * _GAP, shade))
            lines.append(line)
        return lines

    def _said_of(self, row: Row) -> tuple[str, str, str, str, str]:
        """The mark, what it is about, ours, theirs, and the look of theirs."""
        mark = (_YES if self.is_ticked(row) else _NO) if _can_be_taken(row) else "  !"
        what = row.what
        if isinstance(what, Proposal):
            ours = values.named(what.like, self.shop) if what.like else self._value(what, what.old)
            if what.conflict and not what.like:
                ours += f" (sent as: {self._value(what, what.was)})"
            return mark, self._about(what), ours, self._value(what, what.theirs), "warn" if what.conflict else "text"
        if isinstance(what, Gone):
            return mark, what.ref, self.shop.find(what.ref).words, f"the line is gone: remove {what.ref}?", "warn"
        return mark, row.where.partition("!")[2] or row.where, "", what.message, "bad"

    def _about(self, proposal: Proposal) -> str:
        """`X2 Due`; `X8 new action: due`; what it stands on: `A1 × Service Desk Manager: letter`, `X1: note`."""
        kind = KINDS[proposal.kind]
        spec = kind.field(proposal.field)
        stands_on = [part for part in proposal.ref.split("/") if part != "-"] if kind.key else proposal.on
        if stands_on:
            labels = {each.label.lower() for each in kind.fields}
            label = kind.name if spec.name == kind.called and kind.name not in labels else spec.label.lower()
            return f"{' × '.join(values.who(ref, self.shop) for ref in stands_on)}: {label}"
        if proposal.like and spec.name == kind.called:
            return f"new {kind.name}, or the same as {proposal.like}?"
        if self.shop.get(proposal.ref) is None:
            return f"{proposal.ref} new {kind.name}: {spec.label.lower()}"
        return f"{proposal.ref} {spec.label}"

    def _value(self, proposal: Proposal, value: Value) -> str:
        return values.shown(KINDS[proposal.kind].field(proposal.field), value, self.shop) or _NOTHING

    def detail(self) -> str:
        """How much is ticked, where that does not stand at the top; then what the row in hand is about."""
        said = "a takes what is ticked together" if self._unread else f"{self._count}; a takes them together"
        row = self.row
        if row is None or not isinstance(row.what, Proposal):
            return said
        if row.what.like:
            return f"{said}. It is like {values.named(row.what.like, self.shop)}; j: it is the same thing"
        if row.line in self._joined:
            return f"{said}. Joined with {next(iter(row.what.on), row.what.ref)}; j takes it apart again"
        if row.what.conflict:
            return f"{said}. The room said something else here since this was sent"
        record = self.shop.get(row.what.ref)
        return f"{said}. {values.named(record.ref, self.shop)}" if record else said

    def keep_place(self) -> None:
        """The cursor stays on its line."""

    def ref_of(self, row: Row) -> str:
        """The record that it is about."""
        return getattr(row.what, "ref", "")

    def empty(self) -> str:
        """Nothing to take."""
        return "Nothing in it is new. Esc goes back."

    @property
    def _unread(self) -> list[Row]:
        return [row for row in self.rows if not _can_be_taken(row)]

    @property
    def _count(self) -> str:
        """`9 of 9 ticked · 3 not readable, below`."""
        able = [row for row in self.rows if _can_be_taken(row)]
        said = f"{sum(map(self.is_ticked, able))} of {len(able)} ticked"
        return f"{said} · {len(self._unread):,} not readable, below" if self._unread else said

    @property
    def _left_out(self) -> str:
        """How many could not be read, and where the first of them stand."""
        where = list(dict.fromkeys(words.shown(row.where) for row in self._unread))
        more = f" and {len(where) - _NAMED:,} more" if len(where) > _NAMED else ""
        return f"{len(self._unread):,} not readable, left out: {'; '.join(where[:_NAMED])}{more}"

    @property
    def _side(self) -> int:
        return (self.width - _MARK - _WHAT - 3 * _GAP) // 2


def _names_its_cell(proposal: Proposal) -> bool:
    """Whether it only says what a new cell stands on, as its name does: it comes with what the cell holds."""
    return proposal.field in KINDS[proposal.kind].key


def _can_be_taken(row: Row) -> bool:
    return not isinstance(row.what, Problem)
