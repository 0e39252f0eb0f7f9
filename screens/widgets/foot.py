"""The foot of the room: what is in hand, what to ask aloud, what the coach notes, which keys matter now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from screens.keys import Key
from screens.text import Line, block, fit, width_of

_LABEL = 14
LAST = (Key("ctrl+p", "palette", "commands", ""), Key("question_mark", "help", "help", ""))
"""What the line of keys always ends with."""
ASKING = (Key("enter", "keep", "keep", ""), Key("escape", "leave", "leave", ""), Key("↑↓", "", "choose", ""),
          Key("tab", "complete", "complete", ""))  # fmt: skip
"""The keys that count while a question is open."""


class Said(NamedTuple):
    """One entry of the foot: its label, its words, and the lines that it takes.

    It always takes as many, so that the stage above stays where it is.
    """

    label: str
    words: str
    look: str
    tall: int


def lines(said: Sequence[Said], keys: Sequence[Key], width: int, at_work: str = "",
          last: Sequence[Key] = LAST) -> list[Line]:  # fmt: skip
    """The foot's lines: what is said, a rule, the keys. How far long work is stands in the rule above."""
    made = [_rule(at_work, width)]
    for entry in said:
        words = block(entry.words, width - _LABEL - 2, entry.tall)
        for at in range(entry.tall):
            label = entry.label if not at and entry.words else ""
            made.append([(" " + fit(label, _LABEL), "dim"), (words[at] if at < len(words) else "", entry.look)])
    return [*made, [("─" * width, "line")], key_line(keys, width, last)]


def label_at(said: Sequence[Said], y: int) -> str:
    """The label of the entry that takes that line of the foot, or ""."""
    edge = 1
    for entry in said:
        edge += entry.tall
        if 1 <= y < edge:
            return entry.label if entry.words else ""
    return ""


def _rule(at_work: str, width: int) -> Line:
    if not at_work:
        return [("─" * width, "line")]
    words = fit(f" {at_work} ", min(width - 3, width_of(at_work) + 2))
    return [("─" * 3, "line"), (words, "gold"), ("─" * (width - 3 - width_of(words)), "line")]


def fitting(keys: Sequence[Key], width: int, last: Sequence[Key] = LAST) -> list[Key]:
    """As many keys as fit, the most needed first; the last ones always."""
    room = width - 2 - sum(map(_need, last))
    kept: list[Key] = []
    for key in keys:
        if _need(key) <= room:
            room -= _need(key)
            kept.append(key)
    return [*kept, *last]


def key_line(keys: Sequence[Key], width: int, last: Sequence[Key] = LAST) -> Line:
    """The keys that fit, each with its word."""
    line: Line = [(" ", "text")]
    for key in fitting(keys, width, last):
        line += [(key.cap, "key"), (f" {key.word}  ", "text")]
    return line


def key_at(keys: Sequence[Key], width: int, x: int, last: Sequence[Key] = LAST) -> Key | None:
    """The key that stands at that cell of the line of keys."""
    at = 1
    for key in fitting(keys, width, last):
        at += _need(key)
        if x < at:
            return key if x >= 1 else None
    return None


def _need(key: Key) -> int:
    return width_of(key.cap) + width_of(key.word) + 3
