"""How often a meeting comes again, read from the words of the room: `every two weeks`, `first Monday of the month`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from workshop.answers import days

_UNITS = {
    "day": (1, 0), "daily": (1, 0), "week": (7, 0), "weekly": (7, 0), "fortnight": (14, 0), "fortnightly": (14, 0),
    "biweekly": (14, 0), "month": (0, 1), "monthly": (0, 1), "bimonthly": (0, 2), "quarter": (0, 3),
    "quarterly": (0, 3), "halfyear": (0, 6), "halfyearly": (0, 6), "semiannually": (0, 6), "biannually": (0, 6),
    "year": (0, 12), "yearly": (0, 12), "annually": (0, 12), "annual": (0, 12),
}  # fmt: skip
"""Days and months after which it comes again."""
_WEEKDAYS = {name: at for at, names in enumerate(
    ("monday mon", "tuesday tue", "wednesday wed", "thursday thu thur", "friday fri", "saturday sat", "sunday sun"))
    for name in names.split()}  # fmt: skip
_MANY = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12}
_ORDER = {"first": 1, "second": 2, "other": 2, "third": 3, "fourth": 4, "last": -1}
_FILLING = frozenset(
    ["every", "each", "on", "the", "of", "in", "a", "an", "at", "once", "per", "and", "morning", "afternoon", "evening"]
)
_TURNS = frozenset([
    "to", "or", "till", "until", "except", "not", "unless", "then",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
])  # fmt: skip
"""Words after which it is another rhythm than the one before them."""
_HANGS_ON = re.compile(r"[^,;(]*\b(?:after|before|within|following|when|whenever|if|needed|required|demand|request)\b")
"""What follows something else, and so has no days of its own."""
_SAME = ((r"\b(?:every|each) ((?:working |business )?\w*day) of (?:the|each|every|a) (?:week|month)", r"every \1"),
         (r"half[ -]year", "halfyear"), (r"twice a year", "halfyear"),
         (r"\bmon(?:days?)? ?[-–] ?fri(?:days?)?\b", "workday"),
         (r"(?<=[a-z])-(?=[a-z])", ""),
         (r"\b(?:working |business |work|week ?)days?\b", "mon tue wed thu fri"),
         (r"\bat \d{1,2}\b|\b\d{1,2}(?:[:.]\d\d|(?= ?[ap]m))(?: ?[ap]m)?", ""),
         (r"\b\d+ ?(?:m|mins?|minutes?|h|hrs?|hours?)\b", ""))  # fmt: skip
_MOST = 366
_LAST_START = date(9000, 1, 1)
"""After which nothing is counted on; the calendar itself ends soon."""


class Rhythm(NamedTuple):
    """It comes again after so many days, or so many months.

    `weekdays` are those that were named, Monday 0; `nth` is which of these days of the month, of all its days where
    none was named, -1 the last, 0 any.
    """

    days: int
    months: int
    weekdays: tuple[int, ...] = ()
    nth: int = 0


def read(said: str) -> Rhythm | None:
    """The rhythm in the words; None where they name none that a calendar could follow, or several.

    A number counts where a unit follows it (`2 weeks`); any other is a time of the day, and ends the reading.
    """
    text = said.lower()
    if _HANGS_ON.match(text):
        return None
    for pattern, instead in _SAME:
        text = re.sub(pattern, instead, text)
    heard = _Heard()
    tokens = [_one(token) for token in re.findall(r"\d+(?:st|nd|rd|th)\b|\d+|[a-z]+", text)]
    for word, after in pairwise([*tokens, ""]):
        if word in _TURNS:
            return None
        if not heard.takes(word, after):
            break
    return heard.made()


def _one(token: str) -> str:
    """A word without the s of many."""
    return token[:-1] if token.endswith("s") and len(token) > 3 else token


def _number(digits: str) -> int:
    """As many as the digits say, none of them as too many; 0 where they are words."""
    return int(digits[:4]) or _MOST + 1 if digits.isdecimal() else 0


class _Heard:
    """What was said of a rhythm so far, word by word."""

    def __init__(self) -> None:
        self._units: list[str] = []
        self._weekdays: set[int] = set()
        self._orders: list[int] = []
        self._many = 0
        self._each = False

    def takes(self, word: str, after: str) -> bool:
        """Take the word in; whether it says something of a rhythm. `after` is the next one."""
        order = 0 if word.isdecimal() else _ORDER.get(word) or _number(word[:-2])
        many = order or _MANY.get(word) or _number(word)
        if word in _UNITS:
            self._units.append(word)
        elif word in _WEEKDAYS:
            self._weekdays.add(_WEEKDAYS[word])
        elif many and after in _UNITS and (not order or after != "day"):
            self._many = many
        elif order:
            self._orders.append(order)
        else:
            self._each |= word in ("every", "each")
            return word in _FILLING
        return True

    def made(self) -> Rhythm | None:
        """The parts as one. `Second Monday` counts in the month, `every second Monday` is every other one."""
        order, *more = self._orders or [0]
        unit, *others = [unit for unit in self._units if not (order and unit == "day")] or self._units[:1] or [""]
        if not unit and self._weekdays:
            unit = "month" if order in (1, -1) or (order and not self._each) else "week"
        each, months = _UNITS.get(unit, (0, 0))
        nth = order if months else 0
        times = self._many or (order if order and not nth else 1)
        most = 28 if not self._weekdays else 4 if len(self._weekdays) in (1, 5) else 0
        several = more or others or (months and len(self._weekdays) > 1 and not nth)
        if not unit or several or nth > most or (nth and not most) or not 1 <= times <= _MOST:
            return None
        return Rhythm(each * times, months * times, tuple(sorted(self._weekdays)), nth)


def first(rhythm: Rhythm, start: date) -> date:
    """The first meeting after `start`: a span later, on the weekday that was named, never on a weekend else."""
    start = min(start, _LAST_START)
    if rhythm.nth:
        return _nth_after(rhythm, start)
    if rhythm.weekdays and not rhythm.months:
        day = start + timedelta(days=1)
    else:
        day = days.later(start, rhythm.months) + timedelta(days=rhythm.days)
    if rhythm.days % 7 and not rhythm.weekdays:
        return day
    wanted = rhythm.weekdays or range(5)
    return next(at for at in (day + timedelta(days=more) for more in range(7)) if at.weekday() in wanted)


def place(day: date) -> int:
    """Which of its weekday in the month it is, 1 to 4; -1 the last, where there are five."""
    nth = (day.day + 6) // 7
    return nth if nth < 5 else -1


def _nth_after(rhythm: Rhythm, start: date) -> date:
    """Of a longer span than a month it is the first month, for the last weekday the last one."""
    opens = date(start.year, start.month, 1)
    ends = rhythm.nth < 0
    for more in range(rhythm.months * 2 + 1):
        month = days.later(opens, more)
        if (month.month - (not ends)) % min(12, rhythm.months):
            continue
        every = (month + timedelta(days=at) for at in range(days.last_day(month.year, month.month).day))
        held = [day for day in every if day.weekday() in (rhythm.weekdays or range(7))]
        if (day := held[-1 if ends else rhythm.nth - 1]) > start:
            return day
    return start
