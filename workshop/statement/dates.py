"""Deadlines and periods in a statement, told apart from baselines, rates, names and time per case."""

from __future__ import annotations

import re
from typing import NamedTuple

from workshop.statement.periods import DEADLINE, GLUE, NTH, POINTS, QUARTER, THIS, YEAR, Found, counted, period, tail
from workshop.statement.senses import (
    ACTS,
    BOUND,
    DETERMINER,
    DIGITS,
    JOINT,
    MONTH,
    NAMING,
    NUMBER,
    PERIOD,
    SEASON,
    UNIT,
    listed,
)
from workshop.statement.tokens import STOPS, Words


class When(NamedTuple):
    """Words `first` up to, not with, `behind`; whether they bind the statement (else they only name or compare)."""

    first: int
    behind: int
    binds: bool


_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_DOTTED = r"\d{1,2}\.\d{1,2}(\.(?:\d{4}|\d{2}))?"
_BASE = listed("against versus vs than compared relative since baseline last previous prior")
_CHANGE = listed("reduction decrease increase reduce cut")
_WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday tomorrow tonight")
_AMOUNTS = listed("to from at of than above below over under")
_RATES = listed("per a an / each every")
_NO_NAME = JOINT | BOUND | DIGITS | NUMBER | PERIOD | SEASON | MONTH
_AMBIGUOUS = listed("may march")


def dates(words: Words) -> list[When]:
    """Every date, period and deadline, in order; none overlaps another."""
    found: list[When] = []
    at, count = 0, len(words)
    while at < count:
        date = _date(words, at)
        if date is None:
            at += 1
            continue
        first = _head(words, at, found[-1].behind if found else 0)
        found.append(When(first, date[0], date[1] and not _is_baseline(words, first)))
        at = date[0]
    return found


def _date(words: Words, at: int) -> Found:
    word, meant = words.low[at], words.bits[at]
    if meant & DIGITS:
        return _digits(words, at)
    if meant & MONTH:
        return _month(words, at)
    if meant & (PERIOD | SEASON | UNIT):
        return period(words, at)
    if len(word) < 8 and re.fullmatch(QUARTER, word):
        return tail(words, at + 1), True
    if word in _WEEKDAYS and words.word(at - 1) in DEADLINE | {"on"}:
        return at + 1, True
    return counted(words, at) if meant & NUMBER else None


def _digits(words: Words, at: int) -> Found:
    """A date that begins with digits, or a counted stretch of time."""
    word = words.low[at]
    if len(word) > 10:
        return None
    if re.fullmatch(YEAR, word):
        return _year(words, at)
    if re.fullmatch(QUARTER, word):
        return tail(words, at + 1), True
    dotted = re.fullmatch(_DOTTED, word)
    if dotted:
        rest = words.text[words.end[at] :]
        whole = dotted[1] or (rest[:1] == "." and (len(rest) > 1 or words.word(at - 1) not in _AMOUNTS))
        return (at + 1, True) if whole and words.word(at + 1) != "%" else None
    ahead = words.bits[at + 1] if at + 1 < len(words) else 0
    if ahead & MONTH and re.fullmatch(_DAY, word):
        return tail(words, at + 2), True
    if words.word(at + 1) == "of" and at + 2 < len(words) and words.bits[at + 2] & MONTH and re.fullmatch(_DAY, word):
        return tail(words, at + 3), True
    if re.fullmatch(NTH, word) and ahead & UNIT:
        return period(words, at + 1)
    return _slashed(words, at) if words.word(at + 1) == "/" else counted(words, at)


def _slashed(words: Words, at: int) -> Found:
    """`31/12/27`, `12/31/2027`; not `24/7/365`."""
    parts = words.low[at : at + 5]
    if (
        len(parts) < 5
        or parts[3] != "/"
        or not (parts[2].isdecimal() and parts[4].isdecimal() and parts[0].isdecimal())
    ):
        return None
    return (at + 5, True) if parts[0] != "24" and len(parts[4]) in (2, 4) else None


def _year(words: Words, at: int) -> Found:
    """2027 as a date; not `Vision 2030`, `2027 people`, `$2024`, `2025%` or the `2027 budget`."""
    text, first, last = words.text, words.start[at], words.end[at]
    before = words.word(at - 1)
    if text[last : last + 1] == "%" or before in ("$", "€", "£", "#") or text[first - 1 : first] == ":":
        return None
    if at and words.bits[at - 1] & NAMING and not words.bits[at - 1] & (PERIOD | SEASON):
        return at + 1, False
    behind = _year_range(words, at)
    if at == 0 or before in POINTS or before in STOPS or before in ("of", "and", "to", "fy", "cy", "ay", "year", "/"):
        return behind, _stands_alone(words, behind, before)
    if (
        words.bits[at - 1] & (MONTH | PERIOD | SEASON)
        or re.fullmatch(QUARTER, before)
        or text[first - 1 : first] == "-"
    ):
        return behind, True
    if at > 1 and text[words.start[at - 1]].isupper():
        return behind, False
    return behind, _stands_alone(words, behind, before)


def _year_range(words: Words, at: int) -> int:
    """Past `2027`, `2027-12-31`, `2026/27`, `2026–2028`."""
    behind, low, text = at + 1, words.low, words.text
    while behind < len(words) and behind < at + 5:
        gap = text[words.end[behind - 1] : words.start[behind]]
        ahead = behind + (low[behind] in ("/", "–"))
        joined = gap == "-" or ahead > behind
        if not (joined and ahead < len(words) and low[ahead].isdecimal() and len(low[ahead]) in (2, 4)):
            break
        behind = ahead + 1
    return behind


def _stands_alone(words: Words, behind: int, before: str) -> bool:
    """A year with a noun behind it names that noun, unless the noun is itself a stretch of time."""
    if behind >= len(words):
        return True
    after, meant = words.low[behind], words.bits[behind]
    if after.startswith(("level", "baseline")):
        return False
    if before in DEADLINE:
        return True
    if after in STOPS or after in ("/", "onwards", "onward", "as", "compared", "at"):
        return True
    return bool(meant & (PERIOD | SEASON | JOINT | MONTH | BOUND)) or before in (",", ":", "(", "in", "end")


def _month(words: Words, at: int) -> Found:
    """A month with its day and year; one that is also an English word only where it must be a month."""
    behind = at + 1
    if behind < len(words) and re.fullmatch(_DAY, words.low[behind]) and not _is_measured(words, behind):
        behind += 1
    word = words.low[at]
    unsure = word in _AMBIGUOUS or (len(word) == 3 and not words.text[words.start[at]].isupper())
    before, dated = words.word(at - 1), re.fullmatch(YEAR, words.word(behind))
    sure = behind > at + 1 or dated or before in POINTS or before in ("of", "/", "–")
    if not sure and unsure:
        return None
    behind = tail(words, behind)
    return behind, not _is_a_name(words, at, behind)


def _is_a_name(words: Words, first: int, behind: int) -> bool:
    """`the March 2027 audit`: which one it is, not by when."""
    led = first > 0 and words.bits[first - 1] & DETERMINER
    return bool(led) and behind < len(words) and words.low[behind] not in STOPS and not words.bits[behind] & _NO_NAME


def _is_measured(words: Words, at: int) -> bool:
    """Whether a number has a unit of its own, so that it is no day of a month."""
    return words.word(at + 1) == "%" or (at + 1 < len(words) and bool(words.bits[at + 1] & UNIT))


def _head(words: Words, at: int, least: int) -> int:
    """Back over `by the end of`, `within the next`, which belong to the date."""
    first = at
    while first > least and first > at - 7:
        word = words.low[first - 1]
        ahead = words.word(first - 2).rpartition(" ")[2]  # `hours per` is read as one word
        calendar = words.bits[first - 1] & (PERIOD | SEASON) and ahead not in _RATES
        calendar = calendar and (word != "half" or ahead in GLUE | THIS)
        if word in POINTS or word in THIS or word in GLUE or calendar:
            first -= 1
        else:
            break
    while first < at and words.low[first] in GLUE:
        first += 1
    return first


def _is_baseline(words: Words, first: int) -> bool:
    """Whether what is dated is only what the value is compared with."""
    if words.low[first] in ("by", "until", "till", "before"):
        return False
    if (
        words.low[first] == "from"
        and not _CHANGE.isdisjoint(words.lemma[max(0, first - 12) : first])
        and ("onwards" not in words.low[first : first + 4])
    ):
        return True  # `a reduction in costs from 2016`
    for back in range(first, max(-1, first - 5), -1):
        word = words.low[back]
        if word in _BASE and (back < first or word in ("since", "than")):
            return True
        if back < first and (words.bits[back] & ACTS or (word in STOPS and word != "(")):
            return False
    return False
