"""Which way a statement wants its measure to go."""

from __future__ import annotations

from workshop.answers.amounts import plain_number
from workshop.errors import NotUnderstood
from workshop.statement.activities import Act
from workshop.statement.senses import ENDS, LOWERS, RAISES, listed
from workshop.statement.tokens import Words

_UP = listed("more higher greater above over exceed exceeding twice double triple > ≥") | {
    "at least", "no less than", "more than", "no fewer than", "or more", "or higher", "or better",
}  # fmt: skip
_DOWN = listed("fewer less lower shorter below under half halve zero < ≤ maximum max") | {
    "at most", "no more than", "less than", "fewer than", "up to", "or less", "or fewer",
}  # fmt: skip


def moves(bits: int) -> bool:
    """Whether a verb says which way."""
    return bool(bits & (RAISES | LOWERS | ENDS))


def direction(words: Words, done: Act | None, start: str, target: str) -> str:
    """`up`, `down` or "": by the verb, by the two values, or by a word of comparison."""
    if done:
        up, down = done.bits & RAISES, done.bits & (LOWERS | ENDS)
        if bool(up) != bool(down):
            return "up" if up else "down"
    first, last = _number(start), _number(target)
    if first is not None and last is not None and first != last:
        return "up" if last > first else "down"
    for word in words.low:
        if word in _UP or word in _DOWN:
            return "up" if word in _UP else "down"
    return ""


def _number(said: str) -> float | None:
    """The first number in an amount."""
    digits = said.strip("$€£¥%<>≤≥ ").split(" ")[0].rstrip("%kmxhbnis")
    if not digits[:1].isdecimal():
        return None
    try:
        return plain_number(digits)
    except NotUnderstood:
        return None
