"""The foot of the room: what is in hand, what to ask aloud, what the coach notes, which keys matter now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from screens.keys import Key
from screens.text import Line, block, fit, width_of

_LABEL = 14


class Said(NamedTuple):
    """One entry of the foot: its label, its words, and the lines that it takes.

    It always takes as many, so that the stage above stays where it is.
    """

    label: str
    words: str
    look: str
    tall: int


def lines(said: Sequence[Said], keys: Sequence[Key], width: int, at_work: str = "") -> list[Line]:
    """The foot's lines: what is said, a rule, the keys. How far long work is stands in the rule above."""
    made = [_rule(at_work, width)]
    for entry in said:
        words = block(entry.words, width - _LABEL - 2, entry.tall)
        for at in range(entry.tall):
            label = entry.label if not at and entry.words else ""
            made.append([(" " + fit(label, _LABEL), "dim"), (words[at] if at < len(words) else "", entry.look)])
    return [*made, [("─" * width, "line")], key_line(keys, width)]


def _rule(at_work: str, width: int) -> Line:
    if not at_work:
        return [("─" * width, "line")]
    words = fit(f" {at_work} ", min(width - 3, width_of(at_work) + 2))
    return [("─" * 3, "line"), (words, "gold"), ("─" * (width - 3 - width_of(words)), "line")]


def key_line(keys: Sequence[Key], width: int) -> Line:
    """As many keys as fit, the most needed first; commands and help always."""
    last = [("^p", "commands"), ("?", "help")] if keys else [("↵", "open"), ("^q", "leave")]
    room = width - 2 - sum(width_of(cap) + width_of(word) + 3 for cap, word in last)
    line: Line = [(" ", "text")]
    for key in keys:
        need = width_of(key.cap) + width_of(key.word) + 3
        if need <= room:
            room -= need
            line += [(key.cap, "key"), (f" {key.word}  ", "text")]
    for cap, word in last:
        line += [(cap, "key"), (f" {word}  ", "text")]
    return line
