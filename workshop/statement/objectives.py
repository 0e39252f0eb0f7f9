"""The five labels of an objective or an outcome."""

from __future__ import annotations

from workshop.statement.activities import Act
from workshop.statement.comparisons import compares
from workshop.statement.dates import When
from workshop.statement.outputs import Work
from workshop.statement.quantities import Amount
from workshop.statement.senses import DIGITS, ENDS, FUZZY, MILD, REACHES, WINS, listed
from workshop.statement.tokens import Words

_PROOFS = listed(
    "certification certificate accreditation audit inspection test exam assessment license award prize "
    "rating qualification approval recertification accredited certified mark badge seal kitemark label "
    "promotion title championship cup tender contract bid bronze silver gold platinum framework election case appeal"
)
_GRADES = listed("score grade level band standard class rating")
_CLEAN = listed("clean unqualified opinion")
_PAPERS = listed("cert certification certificate accreditation")
_ENDLESS = listed("barrier uncertainty silo friction bureaucracy confusion doubt complexity need")
_NEUTRAL = frozenset(
    (
        "carbon neutral",
        "carbon neutrality",
        "climate neutral",
        "climate neutrality",
        "net zero",
        "breakeven",
        "break even",
    )
)
"""States that are defined: reached or not."""


def measurable(words: Words, done: Act | None, found: list[Amount]) -> bool | None:
    """Whether a value is named: an amount, all or none of something, a result that is passed or not, a rank."""
    if any(not amount.open for amount in found):
        return True
    if found:
        return None
    return bool(
        _proved(words, done) or _ended(words, done) or compares(words) or _ranked(words) or _NEUTRAL & set(words.lemma)
    )


def _proved(words: Words, done: Act | None) -> bool:
    """`Pass the audit`, `obtain certification`, `achieve a "good" rating`."""
    certified = any(word.startswith(("certif", "accredit", "be certif")) for word in words.lemma[:3])
    if certified or (done is None and not _PAPERS.isdisjoint(words.lemma)):
        return True
    if "audit" in words.lemma and not _CLEAN.isdisjoint(words.low):
        return True
    if done is None or not done.bits & (WINS | REACHES):
        return False
    if any(word in _PROOFS for word in words.lemma[done.at + 1 : done.at + 12]):
        return True
    return any(
        words.lemma[at] in _GRADES and words.text[words.start[at + 1] : words.end[at + 1]] in ("A", "B", "C", "of")
        for at in range(done.at + 1, min(done.at + 6, len(words) - 1))
    )


def _ended(words: Words, done: Act | None) -> bool:
    """`Eliminate the backlog`: down to nothing is a value."""
    if done is None or not done.bits & ENDS or done.passive or done.subject:
        return False
    return not any(word in _ENDLESS for word in words.lemma[done.at + 1 : done.at + 5])


def _ranked(words: Words) -> bool:
    """A place in a ranking that has a name."""
    low = words.low
    for at, word in enumerate(low):
        if word in ("top", "#") and at + 1 < len(low) and words.bits[at + 1] & DIGITS:
            return word == "top"
        if word in ("ranking", "league", "league table") and "in" in low[:at]:
            return True
    return False


def _is_able(words: Words, done: Act | None) -> bool:
    """`Users can pay by card`: what somebody can do is there or not, unless it is praised (`can easily pay`)."""
    if done is None or words.word(done.subject) != "can":
        return False
    behind = range(done.subject + 1, len(words))
    return not any(words.bits[at] & (FUZZY | MILD) or words.low[at].endswith("ly") for at in behind)


def labels(words: Words, when: list[When], found: list[Amount], done: Act | None, promised: Work,
           jargon: bool) -> dict[str, bool | None]:  # fmt: skip
    """vague, measurable, time_bound, output_not_outcome, jargon."""
    counted = measurable(words, done, found)
    vague: bool | None = not counted
    if counted is None:
        vague = None
    elif (promised.output and not promised.woolly) or _is_able(words, done):
        vague = False
    placeholder = any(word == "[" for word in words.low) and not when
    return {
        "vague": vague,
        "measurable": counted,
        "time_bound": True if any(span.binds for span in when) else None if placeholder else False,
        "output_not_outcome": promised.output,
        "jargon": jargon,
    }
