"""How often a routine meets, as people say it: `weekly`, `every two weeks`, `the first Monday of the month`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "month", "year"]

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = r"(mon|tue|wed|thu|fri|sat|sun)(?:s|day|sday|nesday|rsday|urday)?s?\b"
_COUNTS = {word: count for count, words in enumerate(
    ("every each a an one once per", "two second other", "three third", "four fourth", "five fifth", "six sixth",
     "seven", "eight", "nine", "ten", "eleven", "twelve"), 1) for word in words.split()}  # fmt: skip
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_WORDS: dict[str, tuple[Unit, int]] = {
    "daily": ("day", 1), "weekly": ("week", 1), "biweekly": ("week", 2), "bi-weekly": ("week", 2),
    "fortnightly": ("week", 2), "fortnight": ("week", 2), "monthly": ("month", 1), "bimonthly": ("month", 2),
    "bi-monthly": ("month", 2), "quarterly": ("month", 3), "quarter": ("month", 3), "half-yearly": ("month", 6),
    "half-year": ("month", 6), "semi-annually": ("month", 6), "yearly": ("year", 1), "annually": ("year", 1),
    "annual": ("year", 1),
}  # fmt: skip
_UNITS: dict[str, tuple[Unit, int]] = {"day": ("day", 1), "week": ("week", 1), "month": ("month", 1),
                                       "quarter": ("month", 3), "year": ("year", 1)}  # fmt: skip
_SPANS = rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?|({'|'.join(_COUNTS)}))[ -](?:the )?({'|'.join(_UNITS)})(?:s|ly)?\b"
_WORKING = r"\b(?:working|week|business|work)[ -]?days?\b"


class Rhythm(NamedTuple):
    """Every so many of a unit; on these weekdays (0 is Monday), in a month on the `nth` of them (-1: the last)."""

    unit: Unit
    every: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 0

    def first(self, start: date) -> date:
        """The first day from `start` on that is one of its days; a working day where it names none."""
        days = self.weekdays or tuple(range(5))
        found = start
        for _ in range(62):
            if found.weekday() in days and (not self.nth or _nth_of(found, self.nth)):
                return found
            found += timedelta(days=1)
        return start


def read(said: str) -> Rhythm | None:
    """The rhythm that is meant; None where a calendar could not tell: `after each outage`, `when needed`."""
    words = " ".join(said.lower().replace(",", " ").split())
    weekdays = tuple(sorted({_DAYS.index(day) for day in re.findall(rf"\b{_DAY}", words)}))
    if re.search(_WORKING, words):
        return Rhythm("week", 1, tuple(range(5)))
    if "twice" in words or re.search(r"\b\d+ times\b", words):
        return None
    if weekdays and (found := re.search(rf"\b({'|'.join(_NTH)}) {_DAY}", words)) and "month" in words:
        return Rhythm("month", 1, weekdays[:1], _NTH[found[1]])
    unit, every = _span(words) or (("week", 1) if weekdays else ("", 0))
    if unit == "day" and every % 7 == 0 and every:
        unit, every = "week", every // 7
    if not unit or not every:
        return None
    return Rhythm(unit, every, weekdays if unit == "week" else ())


def _span(words: str) -> tuple[Unit, int] | None:
    """`every two weeks` as ("week", 2); `quarterly` as ("month", 3)."""
    if found := re.search(rf"\b{_SPANS}", words):
        unit, many = _UNITS[found[3]]
        return unit, many * (int(found[1]) if found[1] else _COUNTS[found[2]])
    return next((_WORDS[word] for word in words.split() if word in _WORDS), None)


def _nth_of(day: date, nth: int) -> bool:
    if nth < 0:
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == nth
