"""What a table from outside is taken for: its rows, its columns, its words for choices; put right, then taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from screens.bringing_in import of_tables
from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views import meanings
from screens.views.incoming import Incoming
from screens.views.meanings import label, samples
from screens.views.view import View
from workshop import words
from workshop.declare import Kind, Value
from workshop.draft import Draft
from workshop.incoming import matching
from workshop.incoming.blocks import Block, tabled
from workshop.incoming.headers import Problem
from workshop.incoming.matched import foreseen, matched, rows_there
from workshop.incoming.matching import Column, Match, Word
from workshop.incoming.proposals import Proposed, by_row
from workshop.state import Workshop

if TYPE_CHECKING:
    from screens.bringing_in import Brought
    from screens.room import Room

_GAP = 2
_SLICE = 0.02
"""Seconds for which looking ahead may hold the room at a time."""
_MOST_PROBLEMS = 100
"""Problems that are listed; so many have a reason in common."""


class Source(NamedTuple):
    """One table from outside: its cells, whether it has a row of headers, None as it looks; what it is taken for."""

    block: Block
    headed: bool | None
    match: Match


class Row(NamedTuple):
    """A row of the list: a table (None), one of its columns or words, or a problem."""

    table: int
    what: Column | Word | Problem | None


def read_as(block: Block, shop: Workshop, kind: Kind | None = None, held: Mapping[str, Value] | None = None,
            headed: bool | None = None) -> Source:  # fmt: skip
    """What the cells are most likely; `kind` and `held` as in `matching.guessed`, `headed` as in `blocks.tabled`."""
    return Source(block, headed, matching.guessed(tabled(block, headed), shop, kind, held))


class Matching(View[Row]):
    """The tables of a file or a paste, with what their columns mean; nothing is taken here."""

    adds = False
    keys = (
        Key(
            "enter",
            "enter",
            "change",
            "Say what the rows, the column or the words in hand mean, or what a cell says",
            1,
            True,
        ),
        Key("a", "go_on", "go on", "Go on: show each answer that would come, to be taken or not", 2, True),
        Key("h", "headers", "headers", "The first row is headers, or a row like the others", 3, True),
    )

    def __init__(self, room: Room, sources: list[Source], name: str) -> None:
        super().__init__()
        self.title = f"What {words.shown(name)} says"
        self.name = name
        self._room = room
        self._sources = sources
        self._turn = 0
        """Counts what was put right, so that what follows from it is worked out anew."""
        self._seen = (-1, -1)
        self._work: Iterator[None] | None = None
        self._proposed: Proposed | None = None
        self._rows: list[Row] = []

    @property
    def matches(self) -> list[Match]:
        """What each table is taken for."""
        return [source.match for source in self._sources]

    # What is shown

    def fill(self, shop: Workshop, width: int) -> None:
        """What would come is looked at in slices, where it takes long."""
        if self._seen != (self._turn, shop.version):
            self._seen = self._turn, shop.version
            self._rows = list(self._entries(shop))
            self._proposed = None
            self._work = self._look(shop)
            self._go_on()
        super().fill(shop, width)

    def _look(self, shop: Workshop) -> Iterator[None]:
        found = Proposed()
        yield from by_row(Draft(shop), matched(self.matches, shop), lambda proposal: True, found)
        self._proposed = found

    def _go_on(self) -> None:
        """A slice of the look ahead; the next one when the room has had its turn."""
        work, until = self._work, perf_counter() + _SLICE
        for _ in work or ():
            if perf_counter() > until:
                self._room.set_timer(0.001, lambda: self._again(work))
                return
        self._work = None

    def _again(self, work: Iterator[None] | None) -> None:
        if work is self._work and self._room.view is self:
            self._go_on()
            if self._proposed:
                self._room.show()

    def _entries(self, shop: Workshop) -> Iterator[Row]:
        for at, match in enumerate(self.matches):
            yield Row(at, None)
            if match.kind:
                yield from (Row(at, column) for column in match.columns)
                yield from (Row(at, word) for word in matching.unread(match, shop))

    def find_rows(self) -> list[Row]:
        """The tables with their columns and words, then what cannot be taken."""
        problems = list(self._proposed.problems) if self._proposed else []
        if len(problems) > _MOST_PROBLEMS:
            more = words.plural(len(problems) - _MOST_PROBLEMS, "more problem")
            problems[_MOST_PROBLEMS:] = [Problem("and on", f"{more}; put right what the columns mean first")]
        return [*self._rows, *(Row(-1, problem) for problem in problems)]

    def measure(self) -> list[int]:
        """As tall as the words."""
        return [len(self._lines(at)) for at in range(len(self.rows))]

    def draw_head(self) -> list[Line]:
        """What would come, and what the columns of this list are."""
        sizes = self._sizes
        names = ("Column", "It says", "It means")
        head = [(fit(name, size) + " " * _GAP * (at < 2), "head")
                for at, (name, size) in enumerate(zip(names, sizes, strict=True))]  # fmt: skip
        return [*([(line, "thread")] for line in wrap(self._foreseen, self.width)), head]

    def draw(self, at: int) -> list[Line]:
        """A table, a column, a word or a problem."""
        return self._lines(at)

    def keep_place(self) -> None:
        """The cursor stays on its line."""

    def detail(self) -> str:
        """What Enter does on what is in hand."""
        what = self.row.what if self.row else None
        if isinstance(what, Column):
            return f"Enter says what {words.brief(what.header)} means, or leaves it out"
        if isinstance(what, Word):
            return f"Enter says which choice “{words.brief(what.said)}” is"
        if isinstance(what, Problem):
            cell = ", column " in what.where
            return "Enter says what the cell should say" if cell else "This is left out; the rest comes in"
        return "Enter says what the rows are; a goes on when all of it is right"

    @property
    def _foreseen(self) -> str:
        if not any(match.kind for match in self.matches):
            return "Enter says what the rows are"
        if self._proposed is None:
            return "Looking at what would come …"
        return f"Would bring {foreseen(self._proposed, self.shop)}. Press a to go on"

    @property
    def _sizes(self) -> tuple[int, int, int]:
        room = max(3, self.width - 2 * _GAP)
        first, second = max(1, room * 28 // 100), max(1, room * 34 // 100)
        return first, second, max(1, room - first - second)

    def _lines(self, at: int) -> list[Line]:
        row, here = self.rows[at], at == self.at
        if isinstance(row.what, Column):
            return self._column(row, row.what, here)
        said, look = self._said(row)
        lines: list[Line] = [[(fit(line, self.width), "cursor" if here else look)] for line in wrap(said, self.width)]
        return [[], *lines] if row.what is None and row.table > 0 else lines

    def _said(self, row: Row) -> tuple[str, str]:
        if isinstance(row.what, Problem):
            where, message = row.what
            return f"✗ {where}: {message.removeprefix(where.rpartition(', column ')[2] + ': ')}", "bad"
        if isinstance(row.what, Word):
            called = label(self.matches[row.table], row.what.field)
            meaning = row.what.choice or "left out"
            times = words.plural(row.what.times, "time")
            return f"“{row.what.said}” ({times}) in {called} → {meaning}", "text" if row.what.choice else "warn"
        match = self.matches[row.table]
        rows = f"The rows of {match.table.name}" if match.table.name else "These rows"
        kind = match.kind.plural.capitalize() if match.kind else "left out"
        there = rows_there(match, self.shop)
        known = f", {there:,} there already" if there else ""
        return f"{rows} are: {kind} ({words.plural(len(match.table.rows), 'row')}{known})", "strong"

    def _column(self, row: Row, column: Column, here: bool) -> list[Line]:
        meant = label(self.matches[row.table], column.field)
        why = f" ({column.why})" if column.why else ""
        texts = (column.header, samples(column), f"→ {meant}{why}" if column.field else f"left out{why}")
        looks = ("text", "dim", "strong" if column.field else "dim")
        cells = [wrap(text, size) for text, size in zip(texts, self._sizes, strict=True)]
        lines: list[Line] = []
        for y in range(max(map(len, cells))):
            line: Line = []
            for cell, size, look in zip(cells, self._sizes, looks, strict=True):
                line += [
                    (fit(cell[y] if y < len(cell) else "", size), "cursor" if here else look),
                    (" " * _GAP, "text"),
                ]
            lines.append(line[:-1])
        return lines

    # What is put right

    def enter(self, room: Room) -> None:
        """Ask what is meant by what is in hand."""
        if self.row is None:
            return
        at, what = self.row
        if isinstance(what, Problem):
            asked = meanings.what_cell(self.matches, what.where, self.shop, self._put)
            room.ask(asked) if asked else room.tell(self.detail())
            return
        match = self.matches[at]
        if isinstance(what, Column):
            room.ask(meanings.which_field(match, what, lambda found: self._put(at, found)))
        elif isinstance(what, Word):
            room.ask(meanings.which_choice(match, what, lambda found: self._put(at, found)))
        else:
            room.ask(meanings.which_kind(match, self.shop, lambda found: self._put(at, found)))

    def do_headers(self, room: Room) -> None:
        """The first row becomes headers, or data."""
        if self.row is None or self.row.table < 0:
            return
        source = self._sources[self.row.table]
        table, plain = source.match.table, tabled(source.block, False)
        headed = len(table.rows) == len(plain.rows)
        again = read_as(source.block, self.shop, source.match.kind, source.match.held, headed)
        self._sources[self.row.table] = again
        self._put(self.row.table, again.match)

    def do_go_on(self, room: Room) -> None:
        """All that would come, answer by answer."""
        sheets = matched(self.matches, self.shop)
        if not sheets.pairs:
            room.tell("Say first what the rows are: Enter on the first line")
            return
        room.push(_Taken(of_tables(sheets), self.name, self))

    def _put(self, at: int, match: Match) -> None:
        self._sources[at] = self._sources[at]._replace(match=match)
        self._turn += 1
        self._room.show()


class _Taken(Incoming):
    """What a matched table proposes; once it is taken, its columns are done with too."""

    def __init__(self, brought: Brought, name: str, below: Matching) -> None:
        super().__init__(brought, name)
        self._below = below

    def do_take(self, room: Room) -> None:
        """Take what is ticked, and go back to where the table was brought in."""
        super().do_take(room)
        if room.view is self._below:
            room.back()
