"""Amounts in a statement, in digits and in words, told apart from numbers that are only names or rates."""

from __future__ import annotations

import re
from typing import NamedTuple

from workshop.statement.clocks import hours
from workshop.statement.dates import When
from workshop.statement.senses import (
    ABSTRACT,
    ACTS,
    BEING,
    BETTERS,
    BOUND,
    DETERMINER,
    DIGITS,
    EITHER,
    FOLK,
    JOINT,
    KEEPS,
    LOWERS,
    MANY,
    MODAL,
    NAMING,
    NUMBER,
    PERIOD,
    RAISES,
    SHAREWORD,
    TIME,
    UNIT,
    listed,
)
from workshop.statement.tokens import STOPS, Words


class Amount(NamedTuple):
    """Words `first` up to, not with, `behind`; whether a share (percent, all, one in five), or a placeholder."""

    first: int
    behind: int
    share: bool = False
    open: bool = False


_FUSED = (
    r"\d+(?:[.,]\d+)*(?:k|mn|m|bn|b|x|hrs|hr|h|mins|min|ms|s|d|pts|pt|pp|p|gb|tb|mb|kg|km|mio|kwh|mwh|gwh"
    r"|g|t|l|kw|mw|gw|ha)?"
)
_ORDINAL = ("st", "nd", "rd", "th")
_CURRENCY = listed("$ € £ ¥ us$ eur usd gbp chf aud cad inr")
_MULTIPLE = listed("half halve double triple quadruple treble twice thrice twofold threefold tenfold")
_SHAPES = listed(
    "way stop size person page team tier part side sided dimensional in step level factor year minute "
                    "point degree up off out on one star-hotel"
)  # fmt: skip
_PLANS = listed(
    "plan strategy roadmap vision program framework budget forecast term contract action agenda horizon "
                   "partnership agreement outlook initiative project cycle review"
)  # fmt: skip
_SCALES = listed("million thousand billion hundred k m bn mn b x + point % basis tonne km people")
_WHOLE = frozenset(("all", "every", "each"))
_EVERYBODY = frozenset(("everyone", "everybody"))
_HOLLOW = listed(
    "time day night round aspect area kind form sort type level way stakeholder side front thing "
                    "means cost angle dimension age walk sector layer fact effort possible department"
)  # fmt: skip
_NONE = listed("no nobody none zero nil") | {"without a single", "not a single", "not one"}
_NO_NUMBER = listed("longer more later less doubt matter one way trust")
_FRACTIONS = frozenset(
    ("third", "thirds", "quarter of", "quarters of", "tenth", "fifth", "two thirds", "three quarters")
)
_ALWAYS = frozenset(
    (number, unit, whole)
    for numbers, unit, whole in ((("24", "four"), "hours", "day"), (("7", "seven"), "days", "week"),
                                 (("365", "five"), "days", "year"))
    for number in numbers
)  # fmt: skip
_FIGURES = listed("digit figure")


def amounts(words: Words, when: list[When]) -> list[Amount]:
    """Every amount, in order: digits, number words, halves and doubles, all-of and none-of."""
    taken = bytearray(len(words) + 1)
    for first, behind in (*((span.first, span.behind) for span in when), *hours(words)):
        taken[first:behind] = b"\1" * (behind - first)
    found: list[Amount] = []
    at = 0
    while at < len(words):
        amount = None if taken[at] else _amount(words, at)
        if amount:
            found.append(amount)
        at = amount.behind if amount else at + 1
    return found


def _amount(words: Words, at: int) -> Amount | None:
    meant, word = words.bits[at], words.low[at]
    if meant & DIGITS:
        return _digits(words, at)
    if word in _NONE:
        return _none_of(words, at)
    if word in _WHOLE or word in _EVERYBODY:
        return _all_of(words, at)
    if word == "quarter" and words.word(at - 1) == "a" and words.word(at - 2) in ("by", "than", "over", "of"):
        return Amount(at - 1, at + 1, True)
    if words.lemma[at] in _MULTIPLE:
        return _multiple(words, at)
    if word in ("a", "an") and at and words.bits[at - 1] & BOUND and words.bits[min(at + 1, len(words) - 1)] & UNIT:
        return Amount(at, at + 2)
    if meant & NUMBER:
        return _worded(words, at)
    if word in ("x", "xx", "n", "y") and at + 1 < len(words) and words.bits[at + 1] & SHAREWORD:
        return Amount(at, at + 2, True, True)
    if words.lemma[at] in _FIGURES and at and words.low[at - 1] in ("single", "double", "triple", "six", "seven"):
        return Amount(at - 1, at + 1)
    return None


def _digits(words: Words, at: int) -> Amount | None:
    """A number that counts; with its currency before and its unit behind."""
    word, before, after = words.low[at], words.word(at - 1), words.word(at + 1)
    if word.endswith(_ORDINAL):
        return Amount(at, at + 1) if before in ("from", "to") and "from" in words.low[max(0, at - 4) : at] else None
    if not re.fullmatch(_FUSED, word) or _is_always(words, at + 1):
        return None
    if before in _CURRENCY:
        return Amount(at - 1, _past_unit(words, at + 1))
    if at + 1 < len(words) and words.bits[at + 1] & SHAREWORD:
        return Amount(at, at + 2, True)
    if at and words.low[at - 1] in ("year", "quarter", "month", "week", "sprint") and after not in ("%", "percent"):
        return None  # `year 1`, `week 12`
    if before == "#" or before == "/" or (after == "/" and word in ("24", "7")) or _is_name(words, at):
        return None
    if _is_joined(words, at) and (after in _SHAPES or _is_adjective(words, at + 1)):
        return None
    share = after == "in" and at + 2 < len(words) and bool(words.bits[at + 2] & (DIGITS | NUMBER))
    return Amount(at, _past_unit(words, at + 1), share)


def _is_always(words: Words, unit: int) -> bool:
    """`24 hours a day`, `seven days a week`: the whole of it."""
    around = (words.word(unit - 1), words.word(unit), words.word(unit + 2))
    return words.word(unit + 1) in ("a", "per", "/") and around in _ALWAYS


def _is_joined(words: Words, at: int) -> bool:
    """A hyphen right behind the word: `2-way`, `24-hour`."""
    return words.text[words.end[at] : words.end[at] + 1] == "-"


def _is_adjective(words: Words, unit: int) -> bool:
    """`five-year plan`, `24-hour hotline`: which one it is, not how much; a `24-hour response time` is a value."""
    if unit >= len(words) or not words.bits[unit] & UNIT:
        return False
    if any(words.lemma[at] in _PLANS for at in range(unit + 1, min(unit + 3, len(words)))):
        return True
    ahead = range(unit + 1, min(unit + 4, len(words)))
    timed = any(words.bits[at] & TIME and not words.bits[at] & UNIT for at in ahead)
    return not timed and not (unit > 1 and words.bits[unit - 2] & BOUND)


def _is_name(words: Words, at: int) -> bool:
    """`ISO 27001`, `Windows 11`, `COVID-19`, `tier-1`: the number belongs to the name before it."""
    if not at:
        return words.word(1) in (":", ")") and len(words) > 3
    if words.text[words.end[at - 1] : words.start[at]] == "-" and not words.bits[at - 1] & (DIGITS | NUMBER):
        return True
    return bool(words.bits[at - 1] & NAMING) and words.low[at - 1] != "level of"


def _past_unit(words: Words, at: int) -> int:
    """Past the scale and the unit that belong to a number."""
    while at < len(words) and words.lemma[at] in _SCALES:
        at += 1
    return at + 1 if at < len(words) and words.bits[at] & UNIT and words.low[at] != "second" else at


def _worded(words: Words, at: int) -> Amount | None:
    """`two thirds`, `one in five`, `three days`; not `one of the best`, `two-factor`, `one team`."""
    bits, count, word, before = words.bits, len(words), words.low[at], words.word(at - 1)
    behind = at + 1
    while behind < count and bits[behind] & NUMBER and words.low[behind] != "both":
        behind += 1
    lone = behind == at + 1
    if _is_always(words, behind):
        return None
    if word == "both" or (lone and word in ("second", "third", "tenth", "fifth") and before not in ("a", "one", "by")):
        return None
    if before in ("number", "#") or (at and bits[at - 1] & NAMING and before not in ("schedule", "release")):
        return None
    if _is_joined(words, behind - 1) and (words.word(behind) in _SHAPES or _is_adjective(words, behind)):
        return None
    if words.lemma[min(behind, count - 1)] in _FIGURES:
        return Amount(at, behind + 1)
    if word == "one" and lone:
        return _one(words, at)
    if words.word(behind) in ("in", "of") and behind + 1 < count and bits[behind + 1] & (NUMBER | DIGITS):
        return Amount(at, _past_unit(words, behind + 2), True)
    share = behind < count and bool(bits[behind] & SHAREWORD)
    fraction = not _FRACTIONS.isdisjoint(words.low[at:behind])
    return Amount(at, behind + 1 if share else _past_unit(words, behind), share or fraction)


def _one(words: Words, at: int) -> Amount | None:
    """`one` counts only where something says so: `at least one`, `one in five`, `within one hour`."""
    before, after = words.word(at - 1), words.word(at + 1)
    ahead = words.bits[at + 1] if at + 1 < len(words) else 0
    if after in ("in", "out of") and at + 2 < len(words) and words.bits[at + 2] & (NUMBER | DIGITS):
        return Amount(at, at + 3, True)
    if ahead & UNIT and before not in ("day", "the"):
        return Amount(at, at + 2)
    cut = before == "to" and words.bits[0] & (RAISES | LOWERS)
    counted = any(meant & (NUMBER | DIGITS) for meant in words.bits[max(0, at - 9) : at])
    if (at and words.bits[at - 1] & BOUND) or cut or before in ("from", "by") or (before in ("to", "into") and counted):
        return Amount(at, at + 1)
    return None


def _multiple(words: Words, at: int) -> Amount | None:
    """`by half`, `halve`, `twice as many`; not `half-year`, `double-check`, `the second half`."""
    before, after = words.word(at - 1), words.word(at + 1)
    if _is_joined(words, at) and words.lemma[at] in ("half", "double", "triple", "twice"):
        return None
    if words.low[at] == "half":
        named = before in ("this", "next", "first", "second", "last", "per", "each", "every", "1st", "2nd")
        return None if named or after in ("year", "yearly") else Amount(at, at + 1, after == "of")
    return None if after in ("down", "check", "digit") else Amount(at, at + 1)


def _none_of(words: Words, at: int) -> Amount | None:
    """`no outage`, `zero findings`, `nobody waits`; not `no longer`, `no more than 3`, `zero trust`."""
    after = words.word(at + 1)
    if words.low[at] in ("no", "zero") and after in _NO_NUMBER:
        return None
    if (words.low[at] == "no" and (not after or after in STOPS)) or (
        words.low[at] == "none" and words.word(at - 1) == "to"
    ):
        return None
    if words.low[at] == "no" and (words.bits[at + 1] & (DIGITS | BOUND) or (at and words.bits[at - 1] & NAMING)):
        return None
    return Amount(at, at + 1, True)


def _all_of(words: Words, at: int) -> Amount | None:
    """`all hiring managers`, `every ward`: a share where the statement says what each of them has, is or does."""
    word, before = words.low[at], words.word(at - 1)
    if word in _EVERYBODY:
        return Amount(at, at + 1, True) if at == 0 and len(words) > 1 else None
    noun = _head_noun(words, at + 1)
    if noun < 0 or before in ("at", "above", "and", "not", "after", "almost"):
        return None
    if words.lemma[noun] in _HOLLOW or words.bits[noun] & (UNIT | PERIOD):
        often = word == "every" and words.bits[at + 1] & (NUMBER | DIGITS)
        return Amount(at, noun + 1) if often else None
    said_of = noun + 1 < len(words) and words.low[noun + 1] not in STOPS
    if at == 0 or before in ("that", ":") or words.low[0] in ("ensure", "make", "guarantee", "have"):
        return Amount(at, at + 1, True) if said_of else None
    meant_for = (not words.bits[noun] & (FOLK | MANY) and word == "all") or words.bits[noun] & ABSTRACT
    purpose = any(w in ("as", "which", "who", "so") for w in words.low[max(0, at - 8) : at])
    return Amount(at, at + 1, True) if not meant_for and not purpose and _opens_with_work(words) else None


def _head_noun(words: Words, at: int) -> int:
    """The head of the noun phrase that begins here, or -1."""
    head = -1
    for i in range(at, min(at + 6, len(words))):
        meant, word = words.bits[i], words.low[i]
        if word in STOPS or (i > at and meant & (JOINT | MODAL | BEING) and word != "of"):
            break
        if meant & DETERMINER and word not in ("our", "the", "their", "its", "those"):
            break
        head = i
        if meant & MANY and not meant & ACTS:
            break
    return head


def _opens_with_work(words: Words) -> bool:
    """Whether the first verb is no mere direction."""
    for at in range(min(14, len(words))):
        meant = words.bits[at]
        if meant & ACTS and not (meant & EITHER and at):
            both = meant & RAISES and meant & LOWERS
            return bool(both or meant & KEEPS) or not meant & (BETTERS | RAISES | LOWERS)
    return False
