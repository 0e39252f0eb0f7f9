"""Stretches of time: quarters and seasons by name, weeks and years by count, and the calendar behind a date."""

from __future__ import annotations

import re

from workshop.statement.senses import (
    ACTS,
    DIGITS,
    GIVES,
    HANDLES,
    KEEPS,
    MONTH,
    NUMBER,
    PERIOD,
    SEASON,
    UNIT,
    listed,
)
from workshop.statement.tokens import Words

Found = tuple[int, bool] | None
"""Behind which word a date ends, and whether it binds; None where there is no date."""

YEAR = r"20\d\ds?"
QUARTER = (
    r"eo[yqm]\d{2,4}|[qh][1-4](?:fy)?(?:\d\d){0,2}|[1-4]q(?:\d\d){0,2}|[12]h(?:\d\d){1,2}"
    r"|[fcas]y(?:\d\d){1,2}|20\d\dq[1-4]"
)
NTH = r"1st|2nd|3rd|4th|first|second|third|fourth|final|last"
DEADLINE = listed("by until till before from throughout during due")
POINTS = DEADLINE | listed(
    "in at on for over through within end beginning start starting close late early mid across into effective"
)
THIS = listed("this next coming current upcoming following")
GLUE = listed("the a of our each every first second third fourth 1st 2nd 3rd 4th last final same")

_ENDS = listed("end start beginning close middle")
_RUNNING = listed("running consecutive consecutively straight successive")
_TRULY_END = listed("eoy eoq eom eow eofy")
_YEAR_END = frozenset(("yearend", "year end", "quarter end", "month end"))
_DAYS = frozenset(("day", "working day", "business day", "calendar day", "weekday", "workday"))
_SHORT = listed("second minute min hour hr h s sec shift d")
_PAST = listed("last previous past prior")
_FIRM = listed("by before during until throughout")
_LOOSE = listed("for in at over from")
_LOOSE_SEASON = listed("exam election peak season holiday term enrollment harvest")


def tail(words: Words, at: int) -> int:
    """Behind a quarter, month or day: the year, and the second half of a range."""
    low, count = words.low, len(words)
    while at < count:
        if low[at] in ("onwards", "onward") or _is_calendar(words, at, low[at - 1]):
            at += 1
        elif (
            low[at] in (",", "/", "of", "–", "to", "fy", "cy")
            and at + 1 < count
            and _is_calendar(words, at + 1, low[at])
        ):
            at += 2
        else:
            break
    return at


def _is_calendar(words: Words, at: int, before: str) -> bool:
    word = words.low[at]
    if re.fullmatch(YEAR, word) or re.fullmatch(QUARTER, word):
        return before != "to" or not re.fullmatch(YEAR, word)
    if words.bits[at] & MONTH:
        return before in ("–", "/", "to", ",") or words.text[words.end[at - 1] : words.start[at]] == "-"
    gap = words.text[words.start[at] - 1]
    short = len(word) == 2 and (gap in "'’" or (gap == "-" and bool(re.fullmatch(YEAR, before))))  # `'28`, `2027-28`
    return word.isdecimal() and (before in ("/", "fy", "cy") or short)


def period(words: Words, at: int) -> Found:
    """`end of the quarter`, `next winter`, `this school year`, `EOY`, `before the autumn enrolment`."""
    word, meant = words.lemma[at], words.bits[at]
    if word in _TRULY_END:
        return tail(words, at + 1), True
    if word in ("fy", "cy", "ay") and words.word(at + 1).isdecimal() and len(words.word(at + 1)) in (2, 4):
        return tail(words, at + 2), True
    if word in _YEAR_END:
        return (tail(words, at + 1), True) if words.word(at - 1) in ("by", "at", "before", "until") else None
    if meant & UNIT and at and words.bits[at - 1] & (NUMBER | DIGITS) and not re.fullmatch(NTH, words.low[at - 1]):
        return None
    if _is_nth_joined(words, at):
        return None
    back, glue = _back_over(words, at)
    before = words.word(back)
    if meant & (PERIOD | SEASON) and before in THIS and "each" not in glue:
        return tail(words, at + 1), True
    if before in _PAST or (words.word(at - 1) == "last" and before in ("the", "over")):
        return at + 1, False
    if glue == ["a"] and before == "within" and word in ("year", "quarter", "decade"):
        return at + 1, True
    if "each" in glue or "every" in glue or "a" in glue:
        return None
    binds = _is_led_by(words, at, before, glue) or before == "mid" or _is_years_end(words, at)
    return (tail(words, at + 1), True) if binds else None


def _is_nth_joined(words: Words, at: int) -> bool:
    """`first-year retention` says which students; `third-quarter 2027` is a date."""
    joined = at > 0 and words.text[words.end[at - 1] : words.start[at]] == "-"
    return bool(joined and re.fullmatch(NTH, words.low[at - 1])) and tail(words, at + 1) == at + 1


def _is_led_by(words: Words, at: int, before: str, glue: list[str]) -> bool:
    """Whether the word in front of a period or season makes it a deadline."""
    word, meant = words.lemma[at], words.bits[at]
    nth = re.fullmatch(NTH, words.word(at - 1)) and before in POINTS and word not in ("week", "month", "day")
    if meant & PERIOD and ((before in _ENDS and glue) or nth):
        return True
    if meant & SEASON and before in _FIRM | _LOOSE:
        return not (word in _LOOSE_SEASON and before in _LOOSE and not glue)
    return bool(meant & PERIOD and glue and before in ("by", "before", "until", "during"))


def _is_years_end(words: Words, at: int) -> bool:
    """`by year's end`."""
    return words.low[at] in ("year's", "year’s", "quarter's", "quarter’s") and words.word(at + 1) == "end"


def _back_over(words: Words, at: int) -> tuple[int, list[str]]:
    """Back over articles and the parts of a period's name; to `by the end of the school year` from its last word."""
    back, glue = at - 1, []
    while back >= 0 and back > at - 6:
        if words.low[back] not in GLUE and not words.bits[back] & (PERIOD | SEASON):
            break
        if words.low[back] in _ENDS:
            break
        glue.append(words.low[back])
        back -= 1
    return back, glue


def counted(words: Words, at: int) -> Found:
    """`within two quarters`, `over three years`, `for six months running`; not `within 30 days of hire`."""
    unit = _unit_of(words, at)
    if unit < 0:
        return None
    behind, after = unit + 1, words.word(unit + 1)
    if any(word in _RUNNING for word in words.low[at:unit]):
        return behind, True
    if after in _RUNNING:
        return behind + 1, True
    if words.low[behind : behind + 3] == ["in", "a", "row"]:
        return behind + 3, True
    back = at - 1
    fresh = False
    while back >= 0 and back > at - 6 and words.low[back] in THIS | {"the", "first", "each", "of", "all", "every"}:
        fresh = fresh or words.low[back] in THIS
        back -= 1
    before = words.low[back] if back >= 0 else ""
    if fresh and before in ("in", "within", "over", "for", "during", "throughout", "across", ""):
        return behind, True
    if before not in ("within", "in", "over", "for", "during", "throughout"):
        return None
    return (behind, True) if _is_deadline(words, at, unit, before) else None


def _unit_of(words: Words, at: int) -> int:
    """The unit of time that a number counts, or -1; past a range and words such as `consecutive`."""
    ahead = at + 1
    while ahead < len(words) and ahead < at + 5:
        if words.bits[ahead] & UNIT and words.low[ahead] != "second":
            return ahead
        if not (words.low[ahead] in _RUNNING or words.low[ahead] in ("full", "whole", "calendar", "to", "–", "more")
                or words.bits[ahead] & (NUMBER | DIGITS)):  # fmt: skip
            return -1
        ahead += 1
    return -1


def _is_deadline(words: Words, at: int, unit: int, before: str) -> bool:
    """Whether a stretch of time is when to be done by, not how long each case may take."""
    after, name = words.word(unit + 1), words.lemma[unit]
    if after in ("of", "after", "from", "following", "to", "or", "per") or name in _SHORT:
        return False
    if (
        name in ("year", "quarter", "decade", "half year", "fiscal year", "financial year", "sprint")
        or before == "over"
    ):
        return name not in _DAYS
    opening = words.bits[0] & ACTS and not words.bits[0] & (HANDLES | KEEPS | GIVES)
    if name in _DAYS:
        long = words.low[at].isdecimal() and len(words.low[at]) < 5 and int(words.low[at]) >= 28
        return bool(opening and long and unit + 1 >= len(words))
    return bool(opening)
