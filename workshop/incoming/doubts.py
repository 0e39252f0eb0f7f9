"""What has two readings and is asked about where nobody is there to see how it was read: dates and thousands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from workshop.answers import days
from workshop.declare import Field
from workshop.errors import NotUnderstood

_DATE = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})")
_MONTH = re.compile(r"([A-Za-z]{3,9})\.?[ \-]'?(2\d|3[01])")
"""A month and two figures: a day of it, or one of these years."""
_THOUSAND = re.compile(r"[-−+]?\D{0,3}[1-9]\d{0,2}[.,]\d{3}(?!\d)\D*")


def refuse_two_readings(spec: Field, text: str, before: str = "") -> None:
    """Raises NotUnderstood, with the way to write it, where the text could be meant in two ways.

    `before` is what stood there: where it parted thousands in the same way, so does the text.
    """
    said = text.strip()
    if spec.type == "day":
        two = _DATE.fullmatch(said)
        if two and two[1] != two[3] and max(int(two[1]), int(two[3])) <= 12:
            raise NotUnderstood(f"“{said}” can be read as two dates; write the year first, like 2027-12-31")
        if _month(said) and " " in said and "'" not in said:
            raise NotUnderstood(f"“{said}” can be read as a day or as a month; write 2027-12-31, or Dec 2027")
    elif spec.type == "amount" and _THOUSAND.fullmatch(said) and not _THOUSAND.fullmatch(before.strip()):
        plain = re.sub(r"(\d)[.,](\d{3})", r"\1\2", said)
        raise NotUnderstood(f"“{said}” can be read as two numbers; write {plain}, or with decimals to the end")


def _month(said: str) -> re.Match[str] | None:
    found = _MONTH.fullmatch(said.strip())
    return found if found and days.is_month(found[1]) else None


def _with_year(said: str) -> str:
    """`Jul 26` as the month that it is: `Jul 2026`."""
    found = _month(said)
    return f"{found[1]} 20{found[2]}" if found else said


def in_one_order(dates: Iterable[str]) -> Callable[[str], str]:
    """How the dates of one column are written with the year first, where one of them tells which part is the day.

    `12/31/2027` tells that `12/01/2027` is in December, `Jul 26` beside `Aug 26` that both are months. Where none
    tells it, or two say otherwise, they stay.
    """
    said = list(dict.fromkeys(text.strip() for text in dates))
    months = [named for text in said if (named := _month(text))]
    if len(months) > 1 and len({named[2] for named in months}) == 1:
        return _with_year
    found = [two for text in said if (two := _DATE.fullmatch(text))]
    day_first, month_first = (any(int(two[at]) > 12 for two in found) for at in (1, 3))
    if day_first == month_first:
        return str
    day, month = (1, 3) if day_first else (3, 1)

    def turned(text: str) -> str:
        two = _DATE.fullmatch(text.strip())
        return f"{two[4] if len(two[4]) > 2 else f'20{two[4]}'}-{two[month]:0>2}-{two[day]:0>2}" if two else text

    return turned
