"""Times of day in a statement, `open from 6 to 12`, `between 8 am and 5 pm`: when something holds, not how much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workshop.statement.senses import LOWERS, RAISES
from workshop.statement.tokens import Words

_HOUR = r"(?:[01]?\d|2[0-4])"
_MINUTES = r"[:.][0-5]\d"
_MARK = r"\s?(?:[ap]\.?m\b\.?|o['’]?\s?clock\b)"
_TIMED = rf"{_HOUR}(?:(?:{_MINUTES})?{_MARK}|:[0-5]\d\b(?!\s?(?:h|hrs?|hours?|min|mins|minutes?)\b))"
_TO = r"\s?(?:to|and|until|till|[-–])\s?"
_DAYS = (
    r"(?:daily|(?:on |at |all |every |each |during )?(?:(?:week|work(?:ing)? ?)days?|days?\b(?! of)|weekends?|night"
    r"|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|mon|seven days a week|7 days a week))\b"
)
_OPEN = (
    r"(?:open(?:ed)?|staffed|manned|attended|available|availability|reachable|accessible|usable|running|up|live"
    r"|online|working|accepted|on call)"
)
_SPAN = rf"{_HOUR}(?:\s?h)?{_TO}{_HOUR}"
_STAFFED = r"(?:open|staffed|manned|available|reachable)"
_PAIR = rf"(?:from|between)\s{_SPAN}"
_SURE = re.compile(rf"(?i)(?<![\d.,:])(?:{_HOUR}(?:{_MINUTES})?{_TO}{_TIMED}|{_TIMED}(?:{_TO}{_HOUR}\b(?![\d%:]))?)")
"""Marked as times: `8:00`, `6 am`, `12 o'clock`; what a pair is that has one of them marked."""
_LIKELY = re.compile(
    rf"(?i)\b(?:{_OPEN}\s(?:(?:to|for)\s(?:[a-z]+\s){{1,2}})?{_PAIR}|{_STAFFED}\s{_SPAN})(?:\s?h(?:rs)?\b)?"
    rf"(?=\s*(?:$|[,;.)–—]|(?:on|at|and|in|for|with|is|rises|stays|goes|reaches)\b|{_DAYS}))"
    rf"|\b{_PAIR}(?:\s?h(?:rs)?\b)?(?=\s*{_DAYS})"
)
"""Times by what is said around them: something is open, or it is so each day."""


def hours(words: Words) -> Iterator[tuple[int, int]]:
    """The words of each time of day, or of two with what joins them: the first, and the one behind the last."""
    for found in _SURE.finditer(words.text):
        yield _within(words, found)
    for found in _LIKELY.finditer(words.text):
        first, behind = _within(words, found)
        if not any(meant & (RAISES | LOWERS) for meant in words.bits[:first]):
            yield first, behind


def _within(words: Words, found: re.Match[str]) -> tuple[int, int]:
    first = next((at for at, end in enumerate(words.end) if end > found.start()), len(words))
    return first, next((at for at, start in enumerate(words.start) if start >= found.end()), len(words))
