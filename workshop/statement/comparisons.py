"""A threshold that is named without a number: the average, the plan, last year."""

from __future__ import annotations

from workshop.statement.senses import DIGITS, JOINT, listed
from workshop.statement.tokens import STOPS, Words

_RANKS = listed("average median benchmark quartile decile percentile norm threshold baseline peer parity")
_PLANNED = listed("plan budget target quota forecast")
_PAST_PLAN = listed("exceed exceeding beat beating outperform ahead above under within")
_BEYOND = listed("above below beat beating exceed exceeding over under than at upper top outperform with to")
_EARLIER = listed("last previous before the a in")
_MORE = listed("fewer less more higher lower better faster shorter cheaper quicker greater smaller larger")


def compares(words: Words) -> bool:
    """`above the national average`, `fewer than last year`, `back to 2019 levels`: a threshold without a number."""
    for at, word in enumerate(words.lemma):
        if (
            word == "than"
            and words.word(at + 1) in _EARLIER | {"in"}
            and not _MORE.isdisjoint(words.low[max(0, at - 6) : at])
        ):
            return True
        if word == "level" and at and (words.bits[at - 1] & DIGITS or words.word(at - 2) == "pre"):
            return "to" in words.low[max(0, at - 5) : at]
        if word in _PLANNED and any(w in _PAST_PLAN for w in words.low[max(0, at - 3) : at]):
            return at + 1 == len(words) or bool(words.bits[at + 1] & JOINT) or words.low[at + 1] in STOPS
        if word in _RANKS and any(w in _BEYOND for w in words.low[max(0, at - 5) : at]):
            return not (word in ("baseline", "threshold") and at == len(words) - 1)
    return False
