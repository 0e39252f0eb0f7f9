"""A statement as words: where each stands, its plain form, and what it can mean."""

from __future__ import annotations

import re

from workshop.statement.lexicon import IRREGULAR, SPELLINGS, tables
from workshop.statement.senses import (
    ACTS,
    CHORE,
    DIGITS,
    ED,
    EITHER,
    FEEL,
    ING,
    JARGON,
    LATE,
    MANY,
    NUMBER,
    PAPER,
    SAFE,
    SERVICE,
    SHARE,
    THING,
    THRIFT,
    UNIT,
    listed,
)

STOPS = frozenset(",:;()!?|–—.[")
"""What ends a phrase."""

_TOKEN = r"\d+(?:[.,]\d+)*[^\W_]*|[^\W\d_][^\W_]*(?:['’&][^\W\d_]+)?|[%$€£¥#<>≥≤=:;,/÷\[+×!?()|–—]|\.(?=\s|$)"
_LABEL = (
    r"(?i)\s*(?:[-•*–]\s+)?(?:(?:kr|okr|o|goal|objective|outcome|key result|target|kpi|metric)s?\s?#?\d{0,3}"
    r"(?:\.\d{1,3})?\s?[:.)–-]\s+|\d{1,2}[.):]\s+)?"
)
"""`KR 2: `, `Objective - `, `3. `: what numbers a statement and says nothing."""
_FORMS = ED | ING
_ASPECTS = (FEEL << 1) - SHARE | THRIFT | LATE | SAFE
"""What a metric looks at: the bits from `SHARE` to `FEEL`, and those that stand apart."""
_NOUNS = MANY | THING | CHORE | PAPER | SERVICE
_SAME = listed("set cut hit put let")
"""Verbs whose past is no other word."""
_MOST = 20_000
_seen: dict[str, tuple[str, int]] = {}


class Words:
    """The words of one statement, in columns; words that mean something together are one."""

    __slots__ = ("bits", "end", "lemma", "low", "start", "text", "union")

    def __init__(self, text: str) -> None:
        self.text = text
        self.low: list[str] = []
        self.lemma: list[str] = []
        self.bits: list[int] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.union = 0
        self._fold(*_words(text))

    def __len__(self) -> int:
        return len(self.low)

    def word(self, at: int) -> str:
        """The word at a place, in small letters; "" outside."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def said(self, first: int, behind: int) -> str:
        """The text of words `first` up to, not with, `behind`, as typed."""
        return self.text[self.start[first] : self.end[behind - 1]] if first < behind else ""

    def _fold(self, low: list[str], lemma: list[str], bits: list[int], start: list[int], end: list[int]) -> None:
        phrases = tables()[1]
        at = 0
        while at < len(low):
            behind, word, meant = at + 1, lemma[at], bits[at]
            counted = at and meant & UNIT and bits[at - 1] & (DIGITS | NUMBER)  # `from 3 days to 4 hours`
            opened = [] if counted else phrases.get(low[at], [])
            if word != low[at] and word in phrases and not counted:
                opened = opened + phrases[word]
            for rest, whole, together in opened:
                stop = at + 1 + len(rest)
                if tuple(lemma[at + 1 : stop]) == rest or tuple(low[at + 1 : stop]) == rest:
                    # A phrase means what is said of it; its form is the first word's, its number and kind the last's.
                    if together == JARGON:  # a term of art looks at what its words look at
                        together |= _together(bits[at:stop])
                    short = end[stop - 1] - start[stop - 1] < 4 and not self.text[start[stop - 1]].isupper()
                    last = bits[stop - 1] & (_NOUNS if short else _NOUNS | JARGON)  # the art in `state of the art`
                    meant = together | meant & (_FORMS | JARGON) | last
                    behind, word = stop, whole
                    break
            self.low.append(low[at] if behind == at + 1 else word)
            self.lemma.append(word)
            self.bits.append(meant)
            self.start.append(start[at])
            self.end.append(end[behind - 1])
            self.union |= meant
            at = behind


def _together(bits: list[int]) -> int:
    union = 0
    for meant in bits:
        union |= meant
    return union & _ASPECTS


def _words(text: str) -> tuple[list[str], list[str], list[int], list[int], list[int]]:
    low: list[str] = []
    lemma: list[str] = []
    bits: list[int] = []
    start: list[int] = []
    end: list[int] = []
    label = re.match(_LABEL, text)
    for found in re.compile(_TOKEN).finditer(text, label.end() if label else 0):
        word = found[0].lower()
        plain, meant = _seen.get(word) or _meaning(word)
        low.append(word)
        lemma.append(plain)
        bits.append(meant)
        first, behind = found.span()
        start.append(first)
        end.append(behind)
    return low, lemma, bits, start, end


def senses_of(word: str) -> int:
    """What a word alone can mean."""
    return (_seen.get(word) or _meaning(word))[1] if word else 0


def _meaning(word: str) -> tuple[str, int]:
    """The lexicon's form of a word and its senses; remembered, since people use few words often."""
    if len(_seen) >= _MOST:
        _seen.clear()
    found = _worked_out(word)
    if len(word) < 40:
        _seen[word] = found
    return found


def _worked_out(word: str) -> tuple[str, int]:
    known, phrases = tables()
    if word[0].isdecimal():
        return word, DIGITS
    if not word[0].isalpha():
        return word, known.get(word, 0)
    word = word.replace("’", "'").removesuffix("'s")
    if word in _SAME:
        return word, known.get(word, 0) | ED
    for spelled in dict.fromkeys((word, *_spellings(word))):
        if spelled in known:
            return _listed(spelled, known)
        for stem, form in _stems(spelled):
            if stem in known or stem in phrases:
                return stem, known.get(stem, 0) | form
    if not _is_plural(word):
        return word, 0
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word[:-1], MANY


def _listed(word: str, known: dict[str, int]) -> tuple[str, int]:
    """A word of the lexicon; a participle or plural that it lists for itself keeps what the form says."""
    for stem, form in _stems(word):
        if form & _FORMS and known.get(stem, 0) & ACTS:
            return stem, known[word] | known[stem] & (ACTS | EITHER) | form
    one = next((stem for stem, form in _stems(word) if form & MANY and stem in known), "")
    return word, known[word] | (known[one] & ~_ASPECTS & ~JARGON | MANY if one else 0)


def _spellings(word: str) -> list[str]:
    """American forms of a British word."""
    made = [SPELLINGS.get(word, word)]
    if word.endswith("s") and word[:-1] in SPELLINGS:
        made.append(SPELLINGS[word[:-1]] + "s")
    for british, american in (("ise", "ize"), ("ising", "izing"), ("isation", "ization"), ("our", "or"), ("lys", "lyz"),
                              ("lled", "led"), ("lling", "ling")):  # fmt: skip
        if british in word[1:]:
            made.append(word.replace(british, american))
    return made


def _stems(word: str) -> list[tuple[str, int]]:
    """Words of which this may be a form, likeliest first."""
    if word in IRREGULAR:
        return [(IRREGULAR[word], ED)]
    made: list[tuple[str, int]] = []
    if len(word) < 4:
        return [(word[:-1], MANY)] if _is_plural(word) else made
    if word.endswith("ies"):
        made.append((word[:-3] + "y", MANY))
    if word.endswith("ied"):
        made.append((word[:-3] + "y", ED))
    if word.endswith("s"):
        made.append((word[:-1], MANY))
    if word.endswith("es"):
        made.append((word[:-2], MANY))
    for tail, form in (("ed", ED), ("ing", ING)):
        if word.endswith(tail):
            stem = word.removesuffix(tail)
            made += [(stem, form), (stem + "e", form)]
            if len(stem) > 2 and stem[-1] == stem[-2]:
                made.append((stem[:-1], form))
    return [(stem, form) for stem, form in made if len(stem) > 1]


def _is_plural(word: str) -> bool:
    return len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))
