"""One worksheet under the brush: texts that stay text, figures with their formulas, links, lines and charts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from exporters.layout import START, Book, Cell, Rule
from exporters.look import BARS, Looks
from exporters.widths import fitting, pixels
from workshop.words import clean

if TYPE_CHECKING:
    from exporters.charts import Chart

LONGEST = 32_767
"""UTF-16 units that a cell can hold."""
CUT = " … [cut here: a cell holds no more]"

_LIVE = tuple("=+-@")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def safe(text: str) -> str:
    """The text as a cell can hold it: nothing that would be obeyed, and where it had to be cut, it says so."""
    if len(text) * 2 <= LONGEST and text.isascii() and text.isprintable():
        return text
    kept = clean(text, most=4 * len(text))
    if len(kept) * 2 <= LONGEST or len(kept.encode("utf-16-le")) <= LONGEST * 2:
        return kept
    room = (LONGEST - len(CUT)) * 2
    return kept.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT


def heading(text: str) -> str:
    """The text as a table's header can hold it: one line, short, none of the codes that a header would decode."""
    line = " ".join(safe(text).split())
    cut = line if len(line) <= 120 else line[:119] + "…"
    return _ESCAPED.sub("_ ", cut).replace("<r>", "‹r>")


class Canvas:
    """Draws on one worksheet. Rows and columns are counted from 0; `place` names other sheets' cells."""

    def __init__(self, worksheet: Any, looks: Looks, book: Book, workbook: Any) -> None:
        self.worksheet = worksheet
        self.looks = looks
        self.book = book
        self._workbook = workbook
        self._last = (0, 0)

    @property
    def last(self) -> tuple[int, int]:
        """The last row and column drawn on."""
        return self._last

    def reach(self, row: int, column: int) -> None:
        """Count this cell as drawn on."""
        self._last = (max(row, self._last[0]), max(column, self._last[1]))

    def put(self, row: int, column: int, value: Cell, look: str, *, edit: bool = False) -> None:
        """Show a value. A text stays text whatever it begins with."""
        self.reach(row, column)
        if isinstance(value, str):
            if value:
                self._text(row, column, safe(value), look, edit)
            else:
                self.worksheet.write_blank(row, column, None, self.looks.get(look, edit=edit))
        elif value is None:
            self.worksheet.write_blank(row, column, None, self.looks.get(look, edit=edit))
        elif isinstance(value, date):
            self.worksheet.write_datetime(row, column, value, self.looks.get(look, edit=edit))
        else:
            self.worksheet.write_number(row, column, value, self.looks.get(look, edit=edit))

    def _text(self, row: int, column: int, text: str, look: str, edit: bool) -> None:
        shape = self.looks.get(look, edit=edit, quoted=text.startswith(_LIVE))
        if text.startswith("<r>") and text.endswith("</r>"):
            # the library takes such a text for markup of its own; in two runs it is text again
            self.worksheet.write_rich_string(row, column, text[:1], shape, text[1:], shape)
        else:
            self.worksheet.write_string(row, column, text, shape)

    def formula(self, row: int, column: int, formula: str, value: Cell, look: str, *, edit: bool = False) -> None:
        """A formula of ours with the figure that it comes to."""
        self.reach(row, column)
        shown: Any = "" if value is None else _serial(value) if isinstance(value, date) else value
        self.worksheet.write_formula(row, column, f"={formula}", self.looks.get(look, edit=edit), shown)

    def fill(self, row: int, first: int, last: int, look: str) -> None:
        """Empty cells in that look."""
        for column in range(first, last + 1):
            self.put(row, column, None, look)

    def across(self, row: int, first: int, last: int, value: str, look: str, rows: int = 1, *,
               edit: bool = False) -> None:  # fmt: skip
        """A text over several columns (and rows), merged."""
        self.reach(row + rows - 1, last)
        shape = self.looks.get(look, edit=edit)
        self.worksheet.merge_range(row, first, row + rows - 1, last, "", shape)
        self.put(row, first, value, look, edit=edit)

    def link(self, row: int, column: int, sheet: str, words: str, look: str) -> None:
        """A link to the top of a sheet of this workbook."""
        self.reach(row, column)
        self.worksheet.write_url(row, column, f"internal:'{sheet}'!A1", self.looks.get(look), words, f"Go to {sheet}")

    def height(self, row: int, points: float) -> None:
        """Fix the height of a row."""
        self.worksheet.set_row(row, points)

    def widths(self, widths: Sequence[float]) -> None:
        """Set the width of each column, in characters."""
        for column, width in enumerate(widths):
            self.worksheet.set_column(column, column, width)

    def title(self, name: str, headline: str, how: str, last: int, room: float = 0) -> None:
        """The three lines over every sheet, with the way back to the contents at the right edge.

        A headline wider than `room` pixels (0: no limit) is set on two lines, then cut with a mark.
        """
        self.put(0, 0, name.upper(), "kicker")
        self.link(0, last, START, "‹ Contents", "back")
        if room and pixels(headline, 18, bold=True) > room:
            self.across(1, 0, last, fitting(headline, 2 * room - 80, 16, bold=True), "headline wrapped")
        else:
            self.put(1, 0, headline, "headline")
        self.put(2, 0, how, "how")
        tall = 44 if room and pixels(headline, 18, bold=True) > room else 26
        for row, points in enumerate((15, tall, 17, 8)):
            self.height(row, points)

    def rule(self, first: int, left: int, last: int, right: int, rule: Rule, when: str = "") -> None:
        """A colour that follows what the cells of an area say; `when` is the condition seen from its first row."""
        shown: dict[str, Any]
        if rule.bar:
            least, most = rule.bar
            shown = {"type": "data_bar", "bar_color": BARS[rule.tone], "min_type": "num", "max_type": "num",
                     "min_value": least, "max_value": most, "data_bar_2010": True, "bar_solid": True}  # fmt: skip
        elif when:
            shown = {"type": "formula", "criteria": f"={when}", "format": self.looks.tone(rule.tone)}
        else:
            shown = {"type": "cell", "criteria": "==", "value": f'"{rule.equals}"',
                     "format": self.looks.tone(rule.tone)}  # fmt: skip
        self.worksheet.conditional_format(first, left, last, right, shown)

    def name(self, name: str, area: str) -> None:
        """Give an area a name for the whole workbook."""
        self._workbook.define_name(name, area)

    def chart(self, row: int, column: int, chart: Chart, width: int, height: int) -> None:
        """A chart whose upper left corner is in that cell, sized in pixels, described in words."""
        drawn = chart.drawn(self._workbook)
        drawn.set_size({"width": width, "height": height})
        options = {"description": chart.description, "object_position": 2, "x_offset": 2, "y_offset": 2}
        self.worksheet.insert_chart(row, column, drawn, options)


def _serial(day: date) -> int:
    plain = day.date() if isinstance(day, datetime) else day
    return plain.toordinal() - 693_594
