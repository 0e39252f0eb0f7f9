"""Words on the wall: literal user text in spans, wrapped and fitted by the cells that it fills."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from screens.theme import BARE
from workshop.words import shown

Span = tuple[str, str]
"""Words and the name of their look."""
Line = list[Span]


def strip(line: Line, looks: dict[str, Style], width: int) -> Strip:
    """The line as Textual draws it, cut or filled to the width; what looks the same is sent as one."""
    filled = sum(width_of(words) for words, _ in line)
    parts = _joined([*line, (" " * (width - filled), "text")])
    made = Strip([Segment(words, looks[look]) for words, look in parts], max(filled, width))
    return made if filled <= width else made.adjust_cell_length(width)


def _joined(line: Line) -> Line:
    """The line in as few spans as look the same; where the ground is bare, blank cells go with what is before them."""
    parts: Line = []
    for words, look in line:
        if not words:
            continue
        if parts:
            before, held = parts[-1]
            same = held == look
            bare = held in BARE and look in BARE
            if same or (bare and (words.isspace() or before.isspace())):
                parts[-1] = (before + words, held if same or not before.isspace() else look)
                continue
        parts.append((words, look))
    return parts


def plain(said: str) -> Content:
    """User text for a Textual widget: never markup."""
    return Content(shown(said))


def width_of(text: str) -> int:
    """The cells that the text fills."""
    return len(text) if text.isascii() else cell_len(text)


def fit(text: str, width: int) -> str:
    """The text on one line of just this width; where it is cut, an ellipsis says so."""
    filled = width_of(text)
    if filled <= width:
        return text + " " * (width - filled)
    return set_cell_size(text, max(0, width - 1)) + "…" if width > 0 else ""


def pith(text: str, width: int) -> str:
    """The text without what stands behind a ` · `, as far as it does not fit."""
    while width_of(text) > width and " · " in text:
        text = text.rpartition(" · ")[0]
    return text


def tail(text: str, width: int) -> str:
    """The text on one line of just this width; where it is cut, its end is kept: of a path the file's name."""
    filled = width_of(text)
    if filled <= width:
        return text + " " * (width - filled)
    while text and width_of(text) > width - 1:
        text = text[1:]
    return fit(f"…{text}", width)


def middle(text: str, width: int) -> str:
    """The text in the middle of the width."""
    room = width - width_of(text)
    return fit(text, width) if room < 0 else " " * (room // 2) + text + " " * (room - room // 2)


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """The text in lines of at most this width, broken between words where it can be."""
    text, width = shown(text), max(1, width)
    if width_of(text) <= width:
        return (text,)
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if width_of(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        while width_of(word) > width:
            head = _head(word, width)
            lines.append(head)
            word = word[len(head) :]
        line = word
    return (*lines, line) if line else tuple(lines)


wrap = lru_cache(50_000)(wrapped)
"""The same, remembered: for what is drawn again and again, not for what changes with every letter."""


def _head(word: str, width: int) -> str:
    """As much of a long word as fits, broken behind a hyphen where there is one."""
    head = set_cell_size(word, width).rstrip() or word[:1]
    hyphen = head.rfind("-")
    return head[: hyphen + 1] if hyphen > 0 else head


def block(text: str, width: int, most: int) -> list[str]:
    """At most so many lines; where more were needed the last one ends in an ellipsis."""
    lines = list(wrap(text, width))
    if len(lines) > most:
        lines = [*lines[: most - 1], fit(f"{lines[most - 1]} {lines[most]}", width)]
    return lines
