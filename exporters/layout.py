"""What a sheet of the handoff is: described once, for the workbook, for Markdown and for reading it back.

A description knows no workbook library. It says which columns there are, what each shows, which field an
edit of it sets and on which record, how a formula works it out, and which rules colour it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from workshop.answers import days
from workshop.declare import Value
from workshop.incoming.aim import Aim
from workshop.state import Workshop

if TYPE_CHECKING:
    from exporters.canvas import Canvas
    from workshop.change import Logged

Cell = str | int | float | date | None
"""What a cell shows; a text is never a formula."""

START = "Start here"
BLANKS = 3
"""Lines to write on where a list is still empty."""


class Key(NamedTuple):
    """What a row is: the kind and ref of its record, and the id that comes back with it."""

    kind: str
    ref: str
    id: str


@dataclass(frozen=True)
class Column:
    """One column. `value` and `aim` are asked with the row; `width` is in characters.

    `code` is how formulas call it and, in a matrix, the ref or the person that it stands for. `aim` is what
    an edit of a cell speaks of (None where it is fixed), `field` the field that it is of a line's new record.
    `choices` come as a list under `list`, `takes` is what else an edit must be: `day`, `1-5` or `number`.
    `formula` works out live what `value` says now; it may be "" for a row that has none.
    """

    header: str
    width: float
    value: Callable[[Any], Cell]
    look: str = "text"
    code: str = ""
    field: str = ""
    aim: Callable[[Any], Aim | None] | None = None
    of_line: Callable[[str], Aim] | None = None
    """What a cell of an added line speaks of where it is no field of the line's record, by that record's ref."""
    edit: bool = False
    list: str = ""
    choices: tuple[str, ...] = ()
    open_list: bool = False
    """Whether other words than those of the list are as good."""
    takes: str = ""
    prompt: str = ""
    """What is asked of whoever goes into one of its cells."""
    formula: Callable[[Place], str] | None = None
    hidden: bool = False
    blank: bool = False
    """Room to write on; what is written there comes back as a note."""
    marks: bool = False
    """Whether it is one of the crossing columns of a matrix."""
    shows: tuple[str, ...] = ()
    """The declared fields that it shows, as `kind.field`."""

    @property
    def name(self) -> str:
        """How formulas and rules call the column."""
        return self.code or self.header


@dataclass(frozen=True)
class Rule:
    """A colour that follows what a cell says: a word, or a condition worked out for the first row."""

    columns: tuple[str, ...]
    tone: str
    equals: str = ""
    when: Callable[[Place], str] | None = None
    bar: tuple[float, float] | None = None


@dataclass(frozen=True)
class Total:
    """A row under the table: a label, and for each crossing column a figure and the formula behind it."""

    label: str
    value: Callable[[Column], Cell]
    formula: Callable[[Place, Column], str]


class Band(NamedTuple):
    """A coloured title over several columns: the first of them, the words, the colour."""

    first: str
    words: str
    tone: str


@dataclass(frozen=True)
class Sheet:
    """One sheet. `headline` states what it found; `how` says how to read or edit it.

    A sheet with `page` draws itself; any other is a table with what `below` draws under it.
    """

    name: str
    headline: str
    how: str
    table: str = ""
    columns: tuple[Column, ...] = ()
    rows: Sequence[Any] = ()
    key: Callable[[Any], Key] | None = None
    new: str = ""
    """The kind of record that a line written below makes; "" where none can be added."""
    given: Mapping[str, Value] = field(default_factory=dict)
    """What such a record holds beside what its line says, by field."""
    dated: str = ""
    """The column whose day stands where an aim in the same line has NEW; "" where none does."""
    instead: str = ""
    """Where to change what a fixed cell of it says."""
    example: Mapping[str, str] = field(default_factory=dict)
    """What a filled line may say, by column; it stands above the headers, where nobody takes it for an answer."""
    bands: tuple[Band, ...] = ()
    totals: tuple[Total, ...] = ()
    rules: tuple[Rule, ...] = ()
    filter: bool = True
    paper: str = "A4"
    portrait: bool = False
    frozen: int = 2
    """How many columns stay in sight."""
    tall: float = 0
    """Least height of a row in points, kept even where the text needs less."""
    below: Callable[[Canvas, int], None] | None = None
    page: Callable[[Canvas], None] | None = None
    empty: str = ""
    """What stands in the first row where there is nothing; "" gives blank lines to write on."""

    @property
    def top(self) -> int:
        """The row of the headers, counted from 0."""
        return 5 if self.bands or self.example else 4

    @property
    def depth(self) -> int:
        """How many rows the table has, blank lines included."""
        return len(self.rows) or (1 if self.empty else BLANKS)

    @property
    def crossing(self) -> list[Column]:
        """The crossing columns of a matrix."""
        return [column for column in self.columns if column.marks]

    @cached_property
    def index(self) -> dict[str, int]:
        """The position of each column, by code or header."""
        return {column.name: at for at, column in enumerate(self.columns)}


class Helper(NamedTuple):
    """A hidden column that a chart needs: formulas ("" for none) with their figures."""

    name: str
    cells: list[tuple[str, Cell]]


@dataclass
class Book:
    """The workshop as a handoff shows it, and its sheets in their order as they are described."""

    shop: Workshop
    log: Sequence[Logged]
    redacted: bool = False
    """Whether something was left out for readers outside the room."""
    what: str = "workbook"
    """Which of our workbooks it is: the whole one, `prework` or `readings`."""
    for_whom: str = ""
    """For whom it was made, a person's ref or the words by which an owner is known; "" for everybody."""
    sheets: dict[str, Sheet] = field(default_factory=dict)
    lists: Mapping[str, list[str]] = field(default_factory=dict)
    helpers: list[Helper] = field(default_factory=list)

    def help(self, name: str, cells: list[tuple[str, Cell]]) -> str:
        """The area of a new hidden column, as a chart names it."""
        self.helpers.append(Helper(name, cells))
        return area(len(self.helpers) - 1, len(cells))

    @cached_property
    def changed(self) -> datetime:
        """When the workshop last changed, in UTC."""
        if not self.log:
            return datetime(2000, 1, 1)
        return datetime.fromisoformat(self.log[-1].at).replace(tzinfo=None, microsecond=0)

    @property
    def day(self) -> str:
        """The day of the workshop, or of its last change where none was said."""
        return days.shown(self.shop.about.held_on or self.changed.date().isoformat())

    @property
    def state(self) -> str:
        """Which state of the workshop this is."""
        return f"as of change {self.log[-1].n:,}" if self.log else "nothing changed yet"

    def place(self, sheet: str, row: int = 0) -> Place:
        """Where the cells of a row (counted from 0) of a sheet are."""
        return Place(self, self.sheets[sheet], row)


class Place:
    """Addresses of cells as formulas need them, seen from one row of one sheet."""

    def __init__(self, book: Book, sheet: Sheet, row: int) -> None:
        self.book = book
        self.sheet = sheet
        self.row = row

    def here(self, name: str) -> str:
        """The cell of that column in this row: `$F6`."""
        return f"${letters(self.sheet.index[name])}{self.sheet.top + 2 + self.row}"

    def above(self, name: str) -> str:
        """The cell of that column one row up."""
        return f"${letters(self.sheet.index[name])}{self.sheet.top + 1 + self.row}"

    def all(self, name: str, sheet: str = "") -> str:
        """Every cell of a column, of this sheet or of another one: `'Actions'!$F$6:$F$13`."""
        of = self.book.sheets[sheet] if sheet else self.sheet
        column, first = letters(of.index[name]), of.top + 2
        area = f"${column}${first}:${column}${first + of.depth - 1}"
        return f"'{sheet}'!{area}" if sheet else area

    def marks(self) -> str:
        """The crossing cells of this row: `$C6:$I6`."""
        crossing = self.sheet.crossing
        first, last = (self.here(column.name) for column in (crossing[0], crossing[-1]))
        return f"{first}:{last}"


def area(column: int, count: int) -> str:
    """So many cells of a hidden column, as a chart names them."""
    name = letters(column)
    return f"='Chart data'!${name}$2:${name}${count + 1}"


def letters(index: int) -> str:
    """The name of a column, counted from 0: A, B … Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name
