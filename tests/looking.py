"""Looking at the wall as somebody at the back of the room does: contrast, cut words, words that never come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from rich.segment import Segment
from textual.app import App
from textual.geometry import Region

from screens.text import Line, width_of
from screens.theme import looks
from screens.views.thread_map import ThreadMap
from screens.views.view import View
from workshop.declare import Record

Colour = tuple[int, int, int]


def contrasts(app: App[Any], within: Region | None = None) -> dict[tuple[Colour, Colour], tuple[float, str]]:
    """Every pair of text and ground colour that letters or digits stand in: its ratio, and an example."""
    found: dict[tuple[Colour, Colour], tuple[float, str]] = {}
    strips = app.screen._compositor.render_strips()
    if within:
        strips = [strip.crop(within.x, within.right) for strip in strips[within.y : within.bottom]]
    for segment in (segment for strip in strips for segment in strip):
        pair = _colours(segment)
        if pair and any(character.isalnum() for character in segment.text):
            found[pair] = _ratio(*pair), segment.text.strip()
    return found


def faint(app: App[Any], within: Region | None = None, least: float = 7.0) -> list[str]:
    """Texts whose contrast is below the least ratio."""
    return [f"{words!r} {ratio:.1f}:1" for ratio, words in contrasts(app, within).values() if ratio < least]


def faint_looks(lines: Iterable[Line], theme: str, least: float = 7.0) -> list[str]:
    """As `faint`, of lines that need not be painted."""
    by_name = looks(theme)
    found: dict[str, str] = {}
    for words, look in (span for line in lines for span in line):
        if any(character.isalnum() for character in words):
            found.setdefault(look, words.strip())
    pairs = {words: _colours(Segment("", by_name[look])) for look, words in found.items()}
    return [
        f"{words!r} {pair and _ratio(*pair)}:1" for words, pair in pairs.items() if not pair or _ratio(*pair) < least
    ]


def told(view: View[Any]) -> str:
    """Everything that a filled view says at some scroll position: line by line, then column by column."""
    lines = lines_of(view)
    columns: dict[int, list[str]] = defaultdict(list)
    for line in lines:
        x = 0
        for words, _ in line:
            columns[x].append(words)
            x += width_of(words)
    running = " ".join(words for line in lines for words, _ in line)
    return "\n".join(" ".join(text.split()) for text in (running, *(" ".join(part) for part in columns.values())))


def lines_of(view: View[Any]) -> list[Line]:
    """The head of a filled view and the lines of all its rows."""
    return [*view.head, *(line for at in range(len(view.rows)) for line in view.draw(at))]


def cut(view: View[Any]) -> list[str]:
    """Cells of a filled view that end in an ellipsis."""
    return sorted({words.strip() for line in lines_of(view) for words, _ in line if "…" in words})


def records_in(view: View[Any]) -> list[Record]:
    """The records whose words a filled view is to show in full."""
    if isinstance(view, ThreadMap):
        return [record for row in view.rows for record in row.layers if record]
    refs = dict.fromkeys(view.ref_of(row) for row in view.rows)
    return [record for ref in refs if (record := view.shop.get(ref))]


def unsaid(view: View[Any]) -> list[str]:
    """The records that a filled view shows, but not in full at any scroll position."""
    said = "".join(told(view).replace("┃", " ").split(" "))  # the line from knot to knot is drawn beside the words
    return [record.ref for record in records_in(view) if "".join(record.words.split()) not in said]


def _colours(segment: Segment) -> tuple[Colour, Colour] | None:
    style = segment.style
    if not style or not style.color or not style.bgcolor:
        return None
    text, ground = (tuple(colour.get_truecolor()) for colour in (style.color, style.bgcolor))
    return (ground, text) if style.reverse else (text, ground)


def _ratio(one: Colour, other: Colour) -> float:
    """The contrast of two colours as WCAG 2 reckons it."""
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def _light(colour: Colour) -> float:
    parts = [value / 255 for value in colour]
    linear = [v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
