"""What every view has in common: rows of lines, a cursor on a row and a column, and its own keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from screens.keys import Key
from screens.text import Line
from workshop.state import Workshop, kind_of

if TYPE_CHECKING:
    from screens.ask import Ask
    from screens.room import Room

Typed = Callable[[str], None]
T = TypeVar("T")


class Secret:
    """Whether single scores are being given blind: until they are revealed no view shows what follows from them."""

    def __init__(self) -> None:
        self.on = False


class View(Generic[T]):
    """A way to look at the workshop. `fill` works out the rows; `draw` gives the lines of one.

    `at` and `column` are the cursor. A view keeps them when it is filled anew.
    """

    title: str = ""
    """What its tab says."""
    keys: ClassVar[tuple[Key, ...]] = ()
    """Keys that count here alone."""
    inside_keys: ClassVar[tuple[Key, ...]] = ()
    """Keys that count inside the grid, for the footer."""
    adds: bool = True
    """Whether `a` adds something here."""
    live: ClassVar[bool] = False
    """Whether it shows the time, and so is drawn anew each second."""
    follows: ClassVar[str] = ""
    """What the order of the rows follows, where nobody can set it."""
    counts_place: ClassVar[bool] = False
    """Whether the number beside its name is where the cursor is."""
    for_the_room: ClassVar[bool] = True
    """Whether the presenter view may show it at all."""
    past: ClassVar[str] = ""
    """What is told where somebody would change what is long past; "" where all is as it is now."""

    def __init__(self) -> None:
        self.head: list[Line] = []
        self.rows: list[T] = []
        self.heights: list[int] = []
        self.at = 0
        self.column = 0
        self.inside = False
        self.walled = False
        """Whether the room alone is looking: what is private stays out of sight."""
        self.secret = Secret()
        """What all the boards of a room have in common."""
        self.words_shown = False
        """Whether the room may read what people said with their verdicts."""
        self.tall = 0
        """Lines that the view may spread over; 0 where rows are to stay close together."""
        self.gap = 0
        """Blank lines behind each row, counted in its height."""
        self.lists = ""
        """The name of the kind that it lists, where it is a list of one."""
        self.alone = ""
        """The ref of the one record that is shown, where the view can show one alone."""
        self.shop = Workshop()
        self.width = 0
        self.looking_at = ""
        self.when_left: Callable[[], object] | None = None
        """What goes on when a view that lies over a step is left."""

    def fill(self, shop: Workshop, width: int) -> None:
        """Work the rows out for this workshop and width; the cursor stays on its record where it can."""
        self.shop, self.width = shop, width
        self.rows = self.find_rows()
        self.keep_place()
        self.at = max(0, min(self.at, len(self.rows) - 1))
        self.column = max(0, min(self.column, self.columns() - 1))
        self.head = self.draw_head()
        self.heights = self.spread(self.measure())
        self.looking_at = self.ref

    def spread(self, heights: list[int]) -> list[int]:
        """On the wall and in a large window, a blank line behind each row where there is room for all of them."""
        self.gap = int(sum(heights) + len(heights) <= self.tall - len(self.head))
        return [height + self.gap for height in heights]

    def zoom(self, ref: str) -> None:
        """Show one record alone, where the view can."""

    def page(self, by: int) -> bool:
        """Turn to the one after (or before), where the view shows one at a time; whether there is one."""
        return False

    def place(self) -> dict[str, object]:
        """Where the cursor is and what is shown, so that one can come back there."""
        return {"row": self.at, "ref": self.ref or self.looking_at, "column": self.column, "alone": self.alone}

    def come_back(self, place: Mapping[str, object], shop: Workshop) -> None:
        """To such a place, before the view is filled; what is there no longer is left out."""
        row, ref, column, alone = (place.get(name) for name in ("row", "ref", "column", "alone"))
        self.at = row if isinstance(row, int) else 0
        self.column = column if isinstance(column, int) else 0
        self.alone = alone if isinstance(alone, str) and shop.get(alone) else ""
        self.looking_at = ref if isinstance(ref, str) and shop.get(ref) else ""

    def find_rows(self) -> list[T]:
        """What the rows are."""
        return []

    def measure(self) -> list[int]:
        """How many lines each row takes."""
        return [1] * len(self.rows)

    def draw_head(self) -> list[Line]:
        """The lines that stay on top."""
        return []

    def draw(self, at: int) -> list[Line]:
        """The lines of a row, as many as `heights` says."""
        return []

    def column_at(self, x: int) -> int:
        """The column at that cell of a line."""
        return 0

    def columns(self) -> int:
        """How many columns the cursor can stand in."""
        return 1

    def ref_of(self, row: T) -> str:
        """The ref of the record that a row shows, or ""."""
        return ""

    def detail(self) -> str:
        """What is said below the stage of what is in hand."""
        return ""

    def empty(self) -> str:
        """What is said when there is no row."""
        return "Nothing here yet."

    def sight(self) -> tuple[int, int]:
        """The first and the last line (exclusive) that are to be in sight: those of the row in hand."""
        start = sum(self.heights[: self.at])
        return start, start + (self.heights[self.at] if self.heights else 0)

    def adding(self, room: Room) -> Ask | None:
        """What `a` asks here; None where nothing can be added."""
        return None

    def enter(self, room: Room) -> None:
        """Enter on what is in hand: its card."""
        room.edit(self.ref)

    def typed(self, key: str, room: Room) -> bool:
        """A key typed inside a grid; whether it meant something."""
        return False

    def count(self) -> str:
        """The number beside the view's name, or ""."""
        return ""

    @property
    def row(self) -> T | None:
        """The row under the cursor."""
        return self.rows[self.at] if self.rows else None

    @property
    def ref(self) -> str:
        """The ref of the record in hand, or ""."""
        return self.ref_of(self.rows[self.at]) if self.at < len(self.rows) else ""

    def taken(self) -> list[str]:
        """The refs that a key is about: those that are marked, else the one in hand."""
        return [self.ref] if self.ref else []

    def unmark(self) -> bool:
        """Take the marks off, once they have done their work; whether there were any."""
        return False

    def keep_place(self) -> None:
        """After the rows were found anew, the cursor stays on the record that it was on."""
        if self.looking_at:
            self.go_to(self.looking_at)

    def among(self, at: int) -> object:
        """What two rows must have in common to change places; another place would not show otherwise."""
        return None

    def beside(self, by: int) -> str:
        """The ref of the record whose place what is in hand takes when it moves up (-1) or down (1); "" at the end."""
        end = len(self.rows) if by > 0 else -1
        for at in range(self.at, end, by):
            ref = self.ref_of(self.rows[at])
            if ref != self.ref and kind_of(ref) == kind_of(self.ref) and self.among(at) == self.among(self.at):
                return ref
        return ""

    def about(self) -> str:
        """The ref of the record for which something could be suggested."""
        return self.ref

    def go_to(self, ref: str) -> bool:
        """Put the cursor on the record of that ref; whether it is here."""
        if self.rows and self.at < len(self.rows) and self.ref_of(self.rows[self.at]) == ref:
            return True
        for i, row in enumerate(self.rows):
            if self.ref_of(row) == ref:
                self.at, self.looking_at = i, ref
                return True
        return False

    def move(self, rows: int, columns: int) -> bool:
        """Move the cursor; whether it stands elsewhere now."""
        before = self.at, self.column
        self.at = max(0, min(len(self.rows) - 1, self.at + rows))
        self.column = max(0, min(self.columns() - 1, self.column + columns))
        self.looking_at = self.ref
        return before != (self.at, self.column)


class Blank(View[None]):
    """Nothing at all: the wall while it is blank."""

    def empty(self) -> str:
        """Not even that there is nothing."""
        return ""
