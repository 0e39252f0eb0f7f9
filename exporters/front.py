"""The parts of a first page: the dark band, sentences, contents with links, steps, the key of colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from exporters.layout import START
from exporters.saying import short
from exporters.widths import height, lines

if TYPE_CHECKING:
    from exporters.canvas import Canvas

WIDTHS = (2.5, 5, 17, 6, 17, 6, 17, 6, 24)
"""The columns of every first page, in characters: an edge, numbers, then four wide ones with gaps between."""
LAST = len(WIDTHS) - 1
_ENTRY = 170
"""Letters of a headline in the contents: two lines."""
_SENTENCE = sum(WIDTHS[2:]) + 4


def band(canvas: Canvas, name: str, told: str) -> int:
    """Which workbook it is, title, client and facts; the first row that is free below."""
    about = canvas.book.shop.about
    whose = "  ·  ".join(part for part in (about.client, about.unit) if part)
    title = short(about.title, 160) or "A workshop without a title"
    rows = (
        ("", "cover", 18.0), (f"GOLDEN THREAD  ·  {name.upper()}", "cover kicker", 18.0),
        (title, "cover title", height(lines(title, sum(WIDTHS[1:]), 26, True), 26)),
        (short(whose, 100), "cover client", 26.0), (told, "cover facts", 30.0), ("", "cover", 12.0),
    )  # fmt: skip
    for row, (text, look, points) in enumerate(rows):
        canvas.put(row, 0, None, "cover")
        canvas.across(row, 1, LAST, text, look)
        canvas.height(row, points)
    canvas.fill(len(rows), 0, LAST, "cover edge")
    canvas.height(len(rows), 14)
    return len(rows) + 1


def section(canvas: Canvas, row: int, title: str) -> None:
    """The title of a part."""
    canvas.put(row, 1, title, "section")
    canvas.height(row, 20)


def sentences(canvas: Canvas, row: int, title: str, told: Iterable[str], look: str = "line") -> int:
    """Sentences under a title, a point before each; the first row that is free below."""
    section(canvas, row, title)
    for text in told:
        row += 1
        canvas.put(row, 1, "•", "bullet")
        canvas.across(row, 2, LAST, text, look)
        canvas.height(row, height(lines(text, _SENTENCE, indent=0), padding=5))
    canvas.height(row + 1, 8)
    return row + 2


def contents(canvas: Canvas, row: int, title: str) -> int:
    """A link to each sheet with what it found or asks; the first row that is free below."""
    section(canvas, row, title)
    room = sum(WIDTHS[4:]) + 3
    inside = [sheet for sheet in canvas.book.sheets.values() if sheet.name != START]
    for number, entry in enumerate(inside, 1):
        row += 1
        canvas.put(row, 1, number, "entry number")
        canvas.put(row, 3, None, "entry")
        canvas.link(row, 2, entry.name, entry.name, "entry link")
        found = short(entry.headline, _ENTRY)
        canvas.across(row, 4, LAST, found, "entry said")
        canvas.height(row, height(lines(found, room, indent=0), padding=3))
    canvas.height(row + 1, 8)
    return row + 2


def numbered(canvas: Canvas, row: int, title: str, steps: Iterable[str]) -> int:
    """Steps under a title; the first row that is free below."""
    section(canvas, row, title)
    for number, text in enumerate(steps, 1):
        row += 1
        canvas.put(row, 1, number, "step")
        canvas.put(row, 2, text, "plain")
        canvas.height(row, 15)
    canvas.height(row + 1, 8)
    return row + 2


def colours(canvas: Canvas, row: int, key: Mapping[str, str]) -> None:
    """What each colour means, side by side, by the name of its look."""
    for at, (look, words) in enumerate(key.items()):
        canvas.put(row, 1 + 2 * at, None, look)
        canvas.put(row, 2 + 2 * at, words, "note")
    canvas.height(row, 15)
