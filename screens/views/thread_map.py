"""The thread view: four columns with the lines drawn, the thread in hand in gold, gaps shown as gaps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from screens.ask import Ask
from screens.commands import answering, knotting, linking
from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.knots import LINK, Knot, Knots
from screens.views.view import View
from workshop import acts
from workshop.answers import values
from workshop.declare import KINDS
from workshop.derived.explaining import too_much
from workshop.derived.threads import Thread, links_by_outcome, loose_metrics, loose_processes, threads
from workshop.words import listed, plural

if TYPE_CHECKING:
    from screens.room import Room
    from workshop.state import Workshop

_HEADS = ("OBJECTIVE", "OUTCOME", "PROCESS", "METRIC")
_GAPS = ("no objective yet", "no outcome yet", "no process yet", "no metric yet")
_SHARES = (0.25, 0.29, 0.21, 0.25)


class ThreadMap(View[Thread]):
    """Threads as rows; a knot that several threads share is drawn once."""

    title = "Threads"
    keys = (
        Key("z", "zoom", "zoom", "The objective in hand alone, or all of them again", 8, walled=True),
        Key("space", "fold", "fold", "Fold what hangs on the objective in hand, or unfold it", 0, walled=True),
    )

    def __init__(self) -> None:
        super().__init__()
        self._knots = Knots([], lambda at, layer: "", [])
        self._folded: set[str] = set()

    def find_rows(self) -> list[Thread]:
        """Every thread, or those of one objective; of a folded objective one row."""
        found = threads(self.shop)
        if self.walled:  # the room looks at one objective at a time
            self.alone = self._objective_of(self.looking_at) or self.alone or (_of(found[0]) if found else "")
        if self.alone:
            found = [thread for thread in found if _of(thread) == self.alone]
        if not self._folded:
            return found
        rows: list[Thread] = []
        for thread in found:
            if not (rows and _of(thread) in self._folded and _of(rows[-1]) == _of(thread)):
                rows.append(thread)
        return rows

    def _objective_of(self, ref: str) -> str:
        """The objective on whose threads a record lies: the one that is shown, where it lies on several."""
        on = (
            {_of(t) for t in threads(self.shop) if any(knot and knot.ref == ref for knot in t.layers)} if ref else set()
        )
        return self.alone if self.alone in on else min(on, default="")

    def zoom(self, ref: str) -> None:
        """Show one objective alone; "" shows all."""
        self.alone = ref

    def place(self) -> dict[str, object]:
        """What is folded, too."""
        return super().place() | {"folded": sorted(self._folded)}

    def come_back(self, place: Mapping[str, object], shop: Workshop) -> None:
        """With what was folded."""
        super().come_back(place, shop)
        folded = place.get("folded")
        self._folded = {str(ref) for ref in folded} if isinstance(folded, list) else set()

    def page(self, by: int) -> bool:
        """The next objective alone."""
        if not self.alone:
            return False
        every = list(dict.fromkeys(map(_of, threads(self.shop))))
        at = every.index(self.alone) + by if self.alone in every else 0
        if not 0 <= at < len(every):
            return False
        self.alone = self.looking_at = every[at]
        self.at = self.column = 0
        self.fill(self.shop, self.width)
        return True

    def do_zoom(self, room: Room) -> None:
        """One objective, or all."""
        self.alone = "" if self.alone else _of(self.row) if self.row else ""
        room.show()

    def do_fold(self, room: Room) -> None:
        """Fold or unfold the objective in hand."""
        if self.row:
            self._folded ^= {_of(self.row)}
            self.column, self.looking_at = 0, _of(self.row)
            room.show()

    def columns(self) -> int:
        """The four layers."""
        return 4

    def widths(self) -> list[int]:
        """Cells of the four columns."""
        room = self.width - 3 * LINK
        widths = [int(room * share) for share in _SHARES[:3]]
        return [*widths, room - sum(widths)]

    def column_at(self, x: int) -> int:
        """The layer at that cell."""
        for layer, width in enumerate(self.widths()):
            x -= width + LINK
            if x < 0:
                return layer
        return 3

    def measure(self) -> list[int]:
        """Rows as tall as the words that flow down their knots need."""
        self._knots = Knots(self.rows, self._words, self.widths())
        return self._knots.heights

    def spread(self, heights: list[int]) -> list[int]:
        """The lines between the knots follow the rows."""
        heights = super().spread(heights)
        self._knots.lay(heights)
        return heights

    def draw_head(self) -> list[Line]:
        """Where the map is too big to explain, what to cut first; then the names of the four layers."""
        big = too_much(self.shop)[:1] if not self.walled else []
        said: list[Line] = [[(words, "warn")] for part in big for words in wrap(part.sentence, self.width)]
        line: Line = []
        for name, width in zip(_HEADS, self.widths(), strict=True):
            line += [(fit(name, width), "head"), (" " * LINK, "text")]
        return [*said, line[:-1]]

    def draw(self, at: int) -> list[Line]:
        """Knots and lines of one row; the thread in hand is gold."""
        start = self._knots.tops[at]
        return [self._draw_line(at, start + y) for y in range(self.heights[at])]

    def ref_of(self, row: Thread) -> str:
        """The knot in hand: the record in the cursor's column."""
        record = None if self.column and _of(row) in self._folded else row.layers[self.column]
        return record.ref if record else ""

    def go_to(self, ref: str) -> bool:
        """Put the cursor on a knot, in whatever layer it lies."""
        if self.at < len(self.rows) and self.ref_of(self.rows[self.at]) == ref:
            return True
        hidden = self._objective_of(ref)
        if hidden and (hidden in self._folded or self.alone not in ("", hidden)):
            self._folded.discard(hidden)
            self.alone, self.looking_at = self.alone and hidden, ref
            self.rows = self.find_rows()
        for i, row in enumerate(self.rows):
            for layer, record in enumerate(row.layers):
                if record is not None and record.ref == ref:
                    self.at, self.column, self.looking_at = i, layer, ref
                    return True
        return False

    def move(self, rows: int, columns: int) -> bool:
        """Up and down go from knot to knot of the column in hand."""
        before = self.at, self.column
        if columns or abs(rows) > 1 or not self.rows:
            return super().move(rows, columns)
        if rows:
            beside = self._knots.beside(self.at, self.column, rows)
            if beside:
                self.at = beside.first
            elif self.alone:
                return self.page(rows)
        self.looking_at = self.ref
        return before != (self.at, self.column)

    def sight(self) -> tuple[int, int]:
        """All lines of the knot in hand."""
        knot = self._knots.at(self.at, self.column)
        return knot.top, knot.top + max(1, len(knot.lines))

    def about(self) -> str:
        """At a gap, the knot before it, whose lack it is; at a process, the link, which may want a metric."""
        row = self.row
        if row is None:
            return ""
        knots = (row.objective, row.outcome, row.link, row.metric)
        before = [knot for knot in knots[: self.column + 1] if knot]
        return before[-1].ref if before else ""

    def count(self) -> str:
        """How many threads reach a metric, of how many."""
        drawn = [thread for thread in threads(self.shop) if thread.outcome]
        return f"{sum(thread.whole for thread in drawn)} of {len(drawn)} whole" if drawn else ""

    def empty(self) -> str:
        """Where to begin."""
        return "No thread yet. Step 1 brings the objectives; here a adds what each needs from a service."

    def detail(self) -> str:
        """The link's reason and owner, or what hangs loose."""
        row = self.row
        if row is None:
            return ""
        record = row.layers[self.column]
        if record is None:
            return f"A gap: {_GAPS[self.column]}. a fills it."
        said = [values.named(record.ref, self.shop)]
        if self.column >= 2 and row.link:
            said.append(f"{row.link.role or 'linked'}: {row.link.reason or 'no reason yet'}")
            acting = [link.ref for link in links_by_outcome(self.shop)[row.link.outcome]]
            if self.column == 2 and len(acting) > 1:
                said.append(f"acts {acting.index(row.link.ref) + 1} of {len(acting)}, ⇧↑ ⇧↓ change that")
        owner = getattr(record, "owner", "")
        said.append(f"owner {values.who(owner, self.shop)}" if owner else "no owner yet")
        loose = loose_metrics(self.shop), loose_processes(self.shop)
        if any(loose) and not self.column:
            counts = zip((len(loose[0]), len(loose[1])), ("metric", "process"), ("", "processes"), strict=True)
            said.append(f"off the threads: {listed([plural(*count) for count in counts if count[0]])}")
        return " · ".join(said)

    def adding(self, room: Room) -> Ask | None:
        """What the knot in hand lacks next: an outcome, a process with its reason, a metric."""
        row = self.row
        if row is None:
            return None
        layer = self.column if row.layers[self.column] is None else min(3, self.column + 1)
        if layer <= 1:
            held = acts.under(row.objective)
            return knotting.capture(room, KINDS["outcome"], held, row.objective)
        if row.outcome is None:
            self.column = 1
            return self.adding(room)
        if layer == 2 or row.process is None:
            return linking.link_from(room, row.outcome, ("process",), again=True)
        return knotting.measure(room, row.outcome, row.process)

    def among(self, at: int) -> tuple[str, ...]:
        """Knots change places under the knots on which they hang."""
        return tuple(knot.ref if knot else "" for knot in self.rows[at].layers[: self.column])

    def do_remove(self, room: Room) -> None:
        """Take the knot in hand off this thread; the record itself goes only where it is at home."""
        row = self.row
        record = row.layers[self.column] if row else None
        if row is None or record is None or row.outcome is None or self.column < 2:
            answering.remove(room)
            return
        off, outcome = record.ref, row.outcome.ref
        if self.column == 2 and row.link:
            link = row.link.ref
            room.act(lambda draft: acts.unlink(draft, link), f"{off} off {outcome}")
        else:
            room.act(lambda draft: acts.unmeasure(draft, off, outcome), f"{off} off {outcome}")
        room.tell(f"{off} is off {outcome}, not gone; u brings it back")

    def do_move_up(self, room: Room, by: int = -1) -> None:
        """Let a process act earlier on its outcome; other knots move among their kind."""
        row = self.row
        if row and row.link and self.column == 2 and self.beside(by):
            link = row.link.ref
            room.act(lambda draft: acts.reorder(draft, link, by), f"order of {link}")
        else:
            answering.move_up(room, by)

    def do_move_down(self, room: Room) -> None:
        """Let a process act later on its outcome."""
        self.do_move_up(room, 1)

    def do_link(self, room: Room) -> None:
        """A gap is filled; a knot is linked with its neighbour."""
        if self.row and self.row.layers[self.column] is None:
            answering.add(room)
        else:
            linking.link(room)

    def _words(self, at: int, layer: int) -> str:
        record = self.rows[at].layers[layer]
        if layer and _of(self.rows[at]) in self._folded:
            return self._hidden(_of(self.rows[at])) if layer == 1 else ""
        if record is None:
            return _GAPS[layer] if self._gap_shows(at, layer) else ""
        words = f"{record.ref} {record.words}"
        if layer == 3 and (timing := getattr(record, "timing", "")):
            words += f" · {timing}"
        return words

    def _hidden(self, objective: str) -> str:
        """What a folded objective has under it."""
        under = [thread for thread in threads(self.shop) if _of(thread) == objective]
        counts = [len({knot.ref for t in under if (knot := t.layers[layer])}) for layer in (1, 2, 3)]
        parts = zip(counts, ("outcome", "process", "metric"), ("", "processes", ""), strict=True)
        return f"▸ {listed([plural(*part) for part in parts])}"

    def _gap_shows(self, at: int, layer: int) -> bool:
        """Only the first gap of a thread is named; what lies behind it follows from it."""
        layers = self.rows[at].layers
        return layer == 0 or layers[layer - 1] is not None or any(layers[layer + 1 :])

    def _draw_line(self, at: int, y: int) -> Line:
        line: Line = []
        for layer, width in enumerate(self.widths()):
            knot = self._knots.at(at, layer)
            if layer:
                line += self._knots.line(at, y, layer - 1, self.at)
            words = knot.lines[y - knot.top] if y - knot.top < len(knot.lines) else ""
            line.append((fit(words, width), self._look(at, layer, knot, bool(words.strip()))))
        return line

    def _look(self, at: int, layer: int, knot: Knot, words: bool) -> str:
        golden = knot.first <= self.at < knot.end
        if golden and layer == self.column and words:
            return "cursor"
        if layer and _of(self.rows[at]) in self._folded:
            return "dim"
        if self.rows[at].layers[layer] is None:
            return "bad"
        return "thread" if golden else "dim"


def _of(thread: Thread) -> str:
    return thread.objective.ref if thread.objective else ""
