"""The foot of the room: what is in hand, what to ask aloud, what the coach notes, which keys matter now."""

from __future__ import annotations

from collections.abc import Sequence

from screens.keys import Key
from screens.text import Line, block, fit, width_of

_LABEL = 14


def lines(said: Sequence[tuple[str, str, str, int]], keys: Sequence[Key], width: int) -> list[Line]:
    """The foot's lines. `said` are (label, words, look, most lines); empty words take no line."""
    made: list[Line] = [[("─" * width, "line")]]
    for label, words, look, most in said:
        for i, line in enumerate(block(words, width - _LABEL - 2, most) if words else ()):
            made.append([(" " + fit(label if not i else "", _LABEL), "dim"), (line, look)])
    return [*made, [("─" * width, "line")], key_line(keys, width)]


def key_line(keys: Sequence[Key], width: int) -> Line:
    """As many keys as fit, the most needed first; commands and help always."""
    last = [("^p", "commands"), ("?", "help")]
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
