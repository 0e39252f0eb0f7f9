"""Dates as people say them: `31 Dec 2027`, `end of Q3`, `within two quarters`, `31/12/27`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from workshop.errors import NotUnderstood
from workshop.words import brief

_MONTHS = {name: i for i, names in enumerate(
    ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
     "august aug", "september sep sept", "october oct", "november nov", "december dec"), 1)
    for name in names.split()}  # fmt: skip
_WORDS = {word: i for i, word in enumerate(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1)
    } | {"a": 1, "an": 1, "a couple of": 2, "eighteen": 18, "half a": 0}  # fmt: skip
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMED = r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s.\-]*(?:of )?)?([a-z]{3,9})\.?,?[\s.\-]*'?(\d{4}|\d{2})?"
_AMERICAN = r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? '?(\d{4}|\d{2}))?"
_COUNTED = rf"\d+|{'|'.join(_WORDS)}"
_UNITS = "working day|business day|day|week|fortnight|month|quarter|half[- ]year|year"
_SPAN = rf"({_COUNTED})(?: |-)?({_UNITS})s?(?: from (?:now|today))?"
_LONG = "|".join(name for name in _MONTHS if name not in ("may", "march", "mar"))
_LONGEST = 60
_AHEAD = r"^(?:(?:by|until|till|due|on|at|for|in|within|during|over|after) )+"
_DAY_NAMED = r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?=\d|[a-z]{3,9}\.? \d)"
_ENDS = {"eoy": "year", "year end": "year", "year-end": "year", "eoq": "quarter", "quarter end": "quarter",
         "eom": "month", "month end": "month", "fy end": "year", "eow": "week"}  # fmt: skip
_END = r"(?:the )?(end|close|last day|start|beginning|first day|middle|mid|early|late)[ -](?:of )?(?:the )?"
_MENTIONED = rf"""(?ix)
    (?<![\w.,])\d{{4}}-\d{{2}}(-\d{{2}})?\b | (?<![\w.,])\d{{1,2}}[/.]\d{{1,2}}[/.](\d{{4}}|\d{{2}})\b
    | \b(q[1-4]|h[12]|[fc]y(?=\W?\d))(\W?([fc]y\W?)?(20)?\d\d\b)? \b | \b[fc]y\W?(20)?\d\d\b
    | \b(\d{{1,2}}(st|nd|rd|th)?\W+)?({_LONG})\b\.?(\W+\d{{1,2}}(st|nd|rd|th)?\b)?(\W+(19|20)\d\d\b)?
    | \b(by|in|until|before|from|end\ of|of|\d{{1,2}}(st|nd|rd|th)?)\ (may|march)\b(\W+(19|20)?\d\d\b)?
    | (?<![\w$€£.,-])20[1-5]\d\b(?![%,.]?\d|\ ?%) | \beo[yqm]\b | \b(year|quarter|month)[ -]end\b
    | \b(end|close|start|beginning|middle)\ of\ (the\ |this\ |next\ )?(\w+\ )?(year|quarter|month|half)\b
    | \b(this|next|the\ coming|the\ current)\ (\w+\ )?(year|quarter|month|half)\b
    | \b(within|in|over|for|during)\ (the\ )?(next\ |coming\ |first\ )?({_COUNTED})[ -]
      (week|month|quarter|year|half[ -]year)s?\b(?!\ (of|after|from)\ (?!now|today|launch))
    | \bby\ (christmas|easter|summer|autumn|winter|spring)\b
"""


def is_month(word: str) -> bool:
    """Whether a word is the name of a month."""
    return word.lower() in _MONTHS


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, _length(year, month))


def _length(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def later(start: date, months: int) -> date:
    """The same day so many months on, or the month's last day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, _length(year, month + 1)))


def read(said: str, today: date, year_starts: int = 1) -> date:
    """The day that was meant, seen from `today`. Raises NotUnderstood, with a form that works.

    Quarters, halves and years end where the business year that begins in month `year_starts` has them;
    a business year is named for the calendar year in which it ends. A day without a year is the next one.
    """
    text = " ".join(said.lower().replace("’", "'").split()).rstrip(".")
    text = re.sub(_DAY_NAMED, "", re.sub(_AHEAD, "", text))
    ways = (_before, _iso, _numeric, _relative, _period, _named) if len(text) <= _LONGEST else ()
    for way in ways:
        try:
            found = way(text, today, year_starts)
        except (ValueError, OverflowError):
            break
        if found:
            return found
    raise NotUnderstood(
        f"“{brief(said)}” is not a date I know; try 31 Dec {today.year + 1}, end of Q3 or in two quarters"
    )


def shown(iso: str) -> str:
    """`31 Dec 2027` for an ISO date; anything else as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {_SHORT[day.month - 1]} {day.year:04}"


@lru_cache(4096)
def mentioned(statement: str) -> str:
    """The first date, period or deadline that a statement names, in its own words; "" when it names none."""
    found = re.search(_MENTIONED, statement)
    return found[0].strip() if found else ""


@lru_cache(4096)
def without(statement: str) -> str:
    """The statement with its dates and periods left out, so that their digits are not taken for amounts."""
    return re.sub(_MENTIONED, " ", statement)


def _before(text: str, today: date, starts: int) -> date | None:
    """Before a period is the day before it opens; before a day is that day."""
    if not text.startswith("before "):
        return None
    rest = text.removeprefix("before ")
    opens = _period(f"start of {rest}", today, starts)
    return opens - timedelta(days=1) if opens else read(rest, today, starts)


def _iso(text: str, today: date, starts: int) -> date | None:
    """The year first. `2027-W05` ends on its Sunday, as a month ends on its last day."""
    if week := re.fullmatch(r"(\d{4})-?w(\d{1,2})", text):
        return date.fromisocalendar(int(week[1]), int(week[2]), 7)
    found = re.fullmatch(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[t ]\d{1,2}:\d\d[\d:.z+-]{0,20})?", text)
    if not found:
        return None
    year, month = int(found[1]), int(found[2])
    return date(year, month, int(found[3])) if found[3] else last_day(year, month)


def _numeric(text: str, today: date, starts: int) -> date | None:
    """Day first, as most of the world writes it; month first only where nothing else fits. `01/2027` is a month."""
    if whole := re.fullmatch(r"(\d{1,2})/(\d{4})", text):
        return last_day(int(whole[2]), int(whole[1])) if 1 <= int(whole[1]) <= 12 else None
    found = re.fullmatch(r"(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{4}|\d{2}))?", text)
    if not found:
        return None
    if not found[3]:
        return _next(found[1], int(found[2]), None, today)
    day, month, year = int(found[1]), int(found[2]), _year(found[3])
    return date(year, day, month) if month > 12 >= day else date(year, month, day)


def _relative(text: str, today: date, starts: int) -> date | None:
    fixed = {"today": 0, "tomorrow": 1, "next week": 7, "yesterday": -1}
    if text in fixed:
        return today + timedelta(days=fixed[text])
    if found := re.fullmatch(rf"(next |this )?({'|'.join(_WEEKDAYS)})", text):
        return today + timedelta(days=(_WEEKDAYS.index(found[2]) - today.weekday() - 1) % 7 + 1)
    text = re.sub(rf"^the (?:next|coming) (?=(?:{_COUNTED})\b)", "", text)
    ago = text.endswith(" ago")
    found = re.fullmatch(_SPAN, text.removesuffix(" ago"))
    if not found:
        return None
    many = int(found[1]) if found[1].isdigit() else _WORDS[found[1]]
    unit = found[2].replace("-", " ")
    days = {"day": 1, "week": 7, "fortnight": 14}
    months = {"month": 1, "quarter": 3, "half year": 6, "year": 12}
    if found[1] == "half a":
        many, unit = (6, "month") if unit == "year" else (0, unit)
    if ago:
        many = -many
    if unit in ("working day", "business day"):
        return _working(today, many)
    return today + timedelta(days=many * days[unit]) if unit in days else later(today, many * months[unit])


def _working(day: date, many: int) -> date:
    step = timedelta(days=1 if many > 0 else -1)
    while many:
        day += step
        many -= day.weekday() < 5 and (1 if step.days > 0 else -1)
    return day


def _period(text: str, today: date, starts: int) -> date | None:
    """Ends (or starts) of quarters, halves, months and years, of this or a named year."""
    at = re.match(_END, text)
    first = bool(at and at[1] in ("start", "beginning", "first day", "early"))
    middle = bool(at and at[1] in ("middle", "mid"))
    body = text[at.end() :] if at else text
    span = _span(body, today, starts) or (_month_span(body, today) if at else None)
    if not span:
        return None
    if middle:
        return span[0] + (span[1] - span[0]) / 2
    return span[0] if first else span[1]


def _span(body: str, today: date, starts: int) -> tuple[date, date] | None:
    """The first and last day of a part of a year, of a part that lies around today, or of a year."""
    return _numbered(body, today, starts) or _around(body, today, starts) or _whole(body, today, starts)


def _numbered(body: str, today: date, starts: int) -> tuple[date, date] | None:
    year = r"(?:\s*(?:of\s*|/\s*)?((?:fy|cy)?\s?'?(?:\d{4}|\d{2})|this year|next year))?"
    nth = rf"(?:({'|'.join(_NTH)}) (quarter|half)|(quarter|half|q|h)\s?([1-4])|([1-4])(q|h))"
    found = re.fullmatch(rf"(?:((?:fy|cy)?\s?'?(?:\d{{4}}|\d{{2}})) )?{nth}{year}", body)
    if not found:
        return None
    index = _NTH[found[2]] if found[2] else int(found[5] or found[6])
    half = (found[3] or found[4] or found[7]).startswith("h")
    if half and index > 2:
        return None
    return _part(index - 1, 6 if half else 3, found[8] or found[1], today, starts)


def _whole(body: str, today: date, starts: int) -> tuple[date, date] | None:
    body = re.sub(r"^(?:(?:business|financial|fiscal)(?: year)?|eoy|year[ -]end)\s?(?=\d)", "fy", body)
    found = re.fullmatch(r"(fy|cy)?\s?'?(?:(?:\d{4}|\d{2})/)?(\d{4}|\d{2})", body)
    if not found or not (found[1] or len(found[2]) == 4):
        return None
    return _part(0, 12, found[2], today, starts if found[1] == "fy" else 1)


def _month_span(body: str, today: date) -> tuple[date, date] | None:
    found = re.fullmatch(r"([a-z]{3,9})(?: (\d{4}|\d{2}))?", body)
    if not found or found[1] not in _MONTHS:
        return None
    month = _MONTHS[found[1]]
    year = _year(found[2]) if found[2] else today.year + (month < today.month)
    return date(year, month, 1), last_day(year, month)


def _business_year(day: date, starts: int) -> int:
    """The calendar year in which the business year of that day ends."""
    return day.year + (starts > 1 and day.month >= starts)


def _part(index: int, months: int, named: str | None, today: date, starts: int) -> tuple[date, date]:
    """The so-manieth part of a business year, as its first and last day; without a name, the next to end."""
    if named and named.startswith("next"):
        year = _business_year(today, starts) + 1
    elif named and not named.startswith("this"):
        year = _year(re.sub(r"\D", "", named))
    else:
        year = _business_year(today, starts)

    def span(of: int) -> tuple[date, date]:
        begin = date(of - (starts > 1), starts, 1)
        first = later(begin, index * months)
        return first, later(first, months) - timedelta(days=1)

    found = span(year)
    return span(year + 1) if not named and found[1] < today else found


def _around(body: str, today: date, starts: int) -> tuple[date, date] | None:
    """This or the next week, month, quarter, half or business year."""
    body = re.sub(r"[ -]end$", "", _ENDS.get(body, body))
    found = re.fullmatch(
        r"(?:(this|the|the next|next) )?(week|month|quarter|half|(?:business |financial |fiscal )?year)", body
    )
    if not found:
        return None
    following = (found[1] or "").endswith("next")
    if found[2] == "week":
        monday = today + timedelta(days=7 * following - today.weekday())
        return monday, monday + timedelta(days=6)
    months = {"month": 1, "quarter": 3, "half": 6}.get(found[2], 12)
    gone = (today.year * 12 + today.month - starts) % 12 // months * months
    year = today.year - (today.month < starts)
    first = later(date(year, starts, 1), gone + (months if following else 0))
    return first, later(first, months) - timedelta(days=1)


def _named(text: str, today: date, starts: int) -> date | None:
    """`31 Dec 2027`, `Dec 31`, `December 2027` (its last day), `Dec`."""
    found = re.fullmatch(_AMERICAN, text)
    if found and found[1] in _MONTHS and int(found[2]) <= 31:
        return _next(found[2], _MONTHS[found[1]], found[3], today)
    found = re.fullmatch(_NAMED, text)
    if not found or found[2] not in _MONTHS:
        return None
    return _next(found[1], _MONTHS[found[2]], found[3], today)


def _next(day: str | None, month: int, year: str | None, today: date) -> date:
    if year:
        return date(_year(year), month, int(day)) if day else last_day(_year(year), month)
    if not day:
        return last_day(today.year + (month < today.month), month)
    if (month, int(day)) == (2, 29):
        leap = (date(y, 2, 29) for y in range(today.year, today.year + 9) if _length(y, 2) == 29)
        return next(found for found in leap if found >= today)
    made = date(today.year, month, int(day))
    return later(made, 12) if made < today else made


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
