"""The parts of a statement: what is measured, from which value to which, by when, on which service."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from workshop.statement.activities import Act
from workshop.statement.dates import When
from workshop.statement.directions import direction, moves
from workshop.statement.quantities import Amount
from workshop.statement.senses import (
    ACTS,
    BEING,
    BOUND,
    DETERMINER,
    DIGITS,
    DOES,
    ED,
    EITHER,
    GIVES,
    HAVING,
    ING,
    JOINT,
    MAKES,
    MODAL,
    NUMBER,
    SERVICE,
    SHARE,
    SHAREWORD,
    SKIPPED,
    UNIT,
    listed,
)
from workshop.statement.tokens import STOPS, Words

Span = tuple[int, int, str]
"""Start and end in the text, and the name of the part that stands there."""


class Parts(NamedTuple):
    """The parts of one statement in its own words, "" where it names none.

    `start`, `target`: amounts as typed; a target that is only a change keeps its word (`by half`). `unit`: as typed,
    or `%`. `due`: the words of the deadline, for `workshop.answers.days.read`. `direction`: `up`, `down` or "".
    """

    measured: str = ""
    start: str = ""
    target: str = ""
    unit: str = ""
    due: str = ""
    service: str = ""
    direction: str = ""


_FROM = listed("from against versus vs not currently")
_TO = listed("to into")
_INSTEAD = (["instead", "of"], ["rather", "than"], ["compared", "to"])
_ENDS = frozenset(
    ("so that", "in order to", "such that", "resulting in", "leading to", "through", "via", "by", "compared", "until")
) | listed("because while despite instead rather")
_ANY_SERVICE = listed("service support product system network platform operation pipeline line feature email")
_PLACES = listed("for of on in at to with across the our")
_TRAILING = DETERMINER | JOINT | BOUND | BEING | UNIT
_NOT_NAMING = listed("new same other own current existing better more all every each that this digital")
_AND = listed("and or then")
_SIGNS = {"$": "$", "€": "€", "£": "£", "¥": "¥", "eur": "EUR", "usd": "USD", "gbp": "GBP", "chf": "CHF"}


def parts(words: Words, when: list[When], found: list[Amount], done: Act | None) -> tuple[Parts, tuple[Span, ...]]:
    """The parts and where each stands, in order, none overlapping another."""
    due = _deadline(words, when)
    first, last = _values(words, found)
    start = first and (first.first, first.behind)
    target = last and (_with_bound(words, last.first), last.behind)
    service = _service(words)
    measured = _measured(words, when, found, [amount for amount in (first, last) if amount], done, service)
    spans: list[tuple[int, int, str]] = []
    for name, span in (
        ("start", start),
        ("target", target),
        ("due", due),
        ("service", service),
        ("measured", measured),
    ):
        if span and all(span[1] <= first or behind <= span[0] for first, behind, _ in spans):
            spans.append((span[0], span[1], name))
    if done and moves(done.bits):
        spans.append((done.at, done.at + 1, "direction"))
    spans.sort()
    named = {name: words.said(first, behind) for first, behind, name in spans if name != "direction"}
    made = Parts(
        **named,
        unit=_unit(words, target or start),
        direction=direction(words, done, named.get("start", ""), named.get("target", "")),
    )
    return made, tuple((words.start[first], words.end[behind - 1], name) for first, behind, name in spans)


def _deadline(words: Words, when: list[When]) -> When | None:
    """The date by which; failing that, the first that binds."""
    binding = [span for span in when if span.binds]
    by = (span for span in binding if words.low[span.first] in ("by", "until", "till", "before", "within", "end"))
    return next(by, binding[0] if binding else None)


def _values(words: Words, found: list[Amount]) -> tuple[Amount | None, Amount | None]:
    """From which amount to which. Two that are told as a pair come first: what else is counted says of what."""
    for one, other in pairwise(found):
        if _is_arrow(words, one.behind, other.first):
            return one, other
        led, then = words.word(one.first - 1), _last_unbound(words, one.behind, other.first)
        if led in _FROM and then in _TO:
            return one, other
        if led in _TO and then == "from":
            return other, one
    start = next((amount for amount in found if _is_start(words, amount)), None)
    rest = [amount for amount in found if amount is not start]
    alike = [amount for amount in rest if start and amount.share == start.share]
    return start, next(iter(alike or rest), None)


def _last_unbound(words: Words, first: int, behind: int) -> str:
    """The last word of those, but for `under`, `at least` and their like."""
    return next((words.low[at] for at in range(behind - 1, first - 1, -1) if not words.bits[at] & BOUND), "")


def _is_start(words: Words, amount: Amount) -> bool:
    """Whether a word in front of it makes it the value of today."""
    before = words.low[max(0, amount.first - 3) : amount.first]
    return before[-1:] != [] and (before[-1] in _FROM or any(pair in (before[:2], before[1:]) for pair in _INSTEAD))


def _is_arrow(words: Words, first: int, behind: int) -> bool:
    gap = words.text[words.end[first - 1] : words.start[behind]]
    return "->" in gap or "→" in gap


def _with_bound(words: Words, first: int) -> int:
    """With `under`, `at least` or the `by` of a change before it."""
    while first and (words.bits[first - 1] & BOUND or words.low[first - 1] == "by"):
        if words.low[first - 1] == "within" or words.text[: words.start[first - 1]].endswith("-"):
            break
        first -= 1
    return first


def _unit(words: Words, span: tuple[int, int] | None) -> str:
    """The unit that was said with an amount."""
    if not span:
        return ""
    for at in range(*span):
        if words.bits[at] & SHAREWORD:
            return "%" if words.lemma[at] in ("%", "percent", "pct", "per cent") else words.low[at]
        if words.bits[at] & UNIT and at > span[0]:
            return words.said(at, at + 1)
        if words.low[at] in _SIGNS:
            return _SIGNS[words.low[at]]
        if words.bits[at] & DIGITS:
            fused = words.low[at].lstrip("0123456789.,")
            if fused and fused not in ("k", "m", "mn", "bn", "b", "x"):
                return fused
            if at + 1 == span[1] and words.text[words.end[at] : words.end[at] + 1] == "%":
                return "%"
    last = span[1] - 1
    return words.said(last, span[1]) if words.lemma[last] in ("point", "people", "tonne", "km") else ""


def _service(words: Words) -> tuple[int, int] | None:
    """`the booking engine`, `sales portal`: a service with a name of its own, not `service` alone."""
    for at in range(len(words)):
        if not words.bits[at] & SERVICE or (words.bits[at] & ACTS and words.bits[at] & JOINT):
            continue
        end = at
        while end + 1 < len(words) and words.bits[end + 1] & SERVICE:
            end += 1
        first = at
        while first and first > at - 4 and _names(words, first - 1):
            first -= 1
        named = first < end or words.lemma[at] not in _ANY_SERVICE
        placed = (first and words.low[first - 1] in _PLACES) or (first == 0 and end > first)
        if named and (placed or " " in words.lemma[at]):
            return first, end + 1
    return None


def _names(words: Words, at: int) -> bool:
    """Whether a word in front of a service belongs to its name."""
    meant, word = words.bits[at], words.low[at]
    joined = words.text[words.end[at] : words.start[at + 1]] in (" ", "-")
    closed = JOINT | DETERMINER | BEING | MODAL | HAVING | DIGITS | NUMBER | SHARE | SKIPPED
    named = (at and words.text[words.start[at]].isupper()) or meant & (ED | ING)
    verb = meant & ACTS and not meant & SERVICE and not named
    return joined and not meant & closed and not verb and word not in STOPS and word not in _NOT_NAMING


def _measured(words: Words, when: list[When], found: list[Amount], two: list[Amount], done: Act | None,
              service: tuple[int, int] | None) -> tuple[int, int] | None:  # fmt: skip
    """What is moved: the object of a direction, the subject of a state, or what a share is of.

    It ends at either of the `two` values; what else is counted belongs to it.
    """
    if done and not done.subject and done.bits & (DOES | MAKES | GIVES) and not moves(done.bits):
        return None
    first = done.at + 1 if done and not done.subject else 0
    taken = _covered([*when, *two])
    counted = _covered(found)
    while first < len(words) and (first in taken or first in counted or _opens(words, first)):
        first += 1
    behind = first
    while behind < len(words) and not _closes(words, behind, taken, done):
        behind += 1
    if service and first < service[0] < behind:
        behind = service[0]
    while behind > first and behind - 1 not in counted and _trails(words, behind - 1):
        behind -= 1
    return (first, behind) if behind > first else None


def _covered(spans: Iterable[When | Amount]) -> set[int]:
    return {at for span in spans for at in range(span.first, span.behind)}


def _trails(words: Words, at: int) -> bool:
    return bool(words.bits[at] & _TRAILING) or words.low[at] in STOPS


def _opens(words: Words, at: int) -> bool:
    """Small words before what is measured."""
    return (
        bool(words.bits[at] & (DETERMINER | SKIPPED | BOUND)) or words.low[at] in STOPS or words.low[at] in ("of", "to")
    )


def _closes(words: Words, at: int, taken: set[int], done: Act | None) -> bool:
    """Where what is measured ends: at a value, a date, a purpose, or the verb of its own sentence."""
    if at in taken or words.low[at] in _ENDS or words.low[at] in STOPS or words.low[at] in ("still", "already", "now"):
        return True
    if done and done.subject and at == done.subject and moves(done.bits):
        return True
    if done and not done.subject and at > done.at + 1 and words.low[at] in _AND and _does(words, at + 1):
        return True
    return words.low[at] in ("from", "to", "at", "above", "below", "under", "over", "for") and (
        at + 1 in taken or (at + 2 in taken and words.bits[at + 1] & (BOUND | DETERMINER) != 0)
    )


def _does(words: Words, at: int) -> bool:
    """`… and improve performance`: whether a second verb begins here, as the first one did."""
    meant = words.bits[at] if at < len(words) else 0
    return bool(meant & ACTS and not meant & (EITHER | ING | SERVICE) and words.low[at] == words.lemma[at])
