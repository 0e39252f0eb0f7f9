"""Words that a leader from another department would stumble over, and how to say them plainly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from workshop import housewords
from workshop.statement.lexicon import FAMILIAR, PLAIN, phrased
from workshop.statement.senses import DIGITS, JARGON, listed
from workshop.statement.tokens import Words

_SHORT = r"[A-Z][A-Z0-9&]*[A-Z]s?"
_ENGLISH = listed("cab rag sal pam tom mes los sem soc bom jit ace adr edge dora epic ape ear sop")
_SHORTEST = 3
"""Letters up to which capitals are needed: a CAB is a meeting, a cab is not."""
_HOURS = listed("am pm")
_STRESSED = listed("not and or all only no must never any every")
_SMALL = listed("of to the and for in on a at by with")


def jargon(words: Words) -> list[int]:
    """The words, by index, at which a leader from outside the department would stumble."""
    loud = _is_loud(words.text)
    found = []
    for at, meant in enumerate(words.bits):
        said = words.text[words.start[at] : words.end[at]]
        if meant & JARGON:
            if not _is_word(words, at, said) and not _is_explained(words, at, said):
                found.append(at)
        elif (
            not loud
            and 1 < len(said) < 8
            and said[1:2].isupper()
            and re.fullmatch(_SHORT, said)
            and _is_unknown(words, at, said)
        ):
            found.append(at)
    return found


def _is_word(words: Words, at: int, said: str) -> bool:
    """A short form in small letters that is an English word too: `gas` is no plural of `GA`."""
    lemma = words.lemma[at]
    if _in_capitals(said) or any(map(str.isupper, said[1:])):
        return False
    return lemma in _ENGLISH or lemma in _loud() or len(lemma) < 3


def _in_capitals(said: str) -> bool:
    """`CAB`, `P1s`."""
    return said.removesuffix("s").isupper()


@cache
def _loud() -> frozenset[str]:
    """Short forms that are jargon only in capitals."""
    return frozenset(term.lower() for term in PLAIN if len(term) <= _SHORTEST and term.isupper())


def _is_loud(text: str) -> bool:
    """A statement all in capitals tells nothing by its capitals."""
    return text.isupper() and len(text) > 12


def _is_unknown(words: Words, at: int, said: str) -> bool:
    if words.low[at].rstrip("s") in _HOURS and not (at and words.bits[at - 1] & DIGITS):
        return True
    if words.low[at].rstrip("s") in FAMILIAR or words.low[at] in FAMILIAR or words.low[at] in _STRESSED:
        return False
    subject = at + 1 < len(words) and words.low[at + 1] in ("will", "shall") and at == 0
    return not subject and not _is_explained(words, at, said)


def _is_explained(words: Words, at: int, said: str) -> bool:
    """`Average Order Value (AOV)`, `WIP Work In Progress`: its letters begin words nearby."""
    letters = said.rstrip("s").lower() if sum(map(str.isupper, said)) > 1 else ""
    if len(letters) < 2:
        return False
    if _has_bracket(words, at, letters):
        return True
    if len(letters) < 3:
        return False  # two letters begin some two words of any text
    near = [w for i in range(max(0, at - 9), min(len(words), at + 10)) if i != at
            for w in words.low[i].split() if w[0].isalpha()]  # fmt: skip
    first = "".join(word[0] for word in near)
    return letters in first or letters in "".join(word[0] for word in near if word not in _SMALL)


def _has_bracket(words: Words, at: int, letters: str) -> bool:
    """`CSAT (customer satisfaction)`, `customer satisfaction (CSAT)`."""
    low, count = words.low, len(words)
    if at + 2 < count and low[at + 1] == "(":
        inside = low[at + 2 : at + 8]
        return len(inside) > 1 and inside[0][:1] == letters[0] and ")" not in inside[:2]
    alone = at and low[at - 1] == "(" and (at + 1 >= count or low[at + 1] == ")")
    return bool(alone) and any(word[:1] == letters[0] for word in low[max(0, at - 1 - len(letters)) : at - 1])


def plain(text: str, more: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    """Jargon in a text, as typed, each with its plain wording ("" where there is none), in the order of the text.

    `more` adds to the shipped wording or overrides it, term by term; left out, it is what `housewords` gives.
    """
    words = Words(text)
    found = [(at, at + 1, _wordings().get(_key(words, at), "")) for at in jargon(words)]
    told = _sayings() if found else {}
    house = housewords.own() if more is None else more
    for named in (told, _index(tuple(sorted(house.items())))):
        extra = _named(words, named)
        covered = {at for first, behind, _ in extra for at in range(first, behind)}
        found = [one for one in found if one[0] not in covered] + extra
    said = {words.said(first, behind).lower(): (first, behind, wording) for first, behind, wording in sorted(found)}
    return [(words.said(first, behind), wording) for first, behind, wording in said.values()]


def _key(words: Words, at: int) -> str:
    """The word at a place as the wordings are listed."""
    wordings = _wordings()
    return words.lemma[at] if words.lemma[at] in wordings else words.low[at]


@cache
def _wordings() -> dict[str, str]:
    return {phrased(term).replace("_", " "): wording for term, wording in PLAIN.items()}


_Index = dict[str, list[tuple[list[str], str, bool]]]
"""By its first word: all words of a term, its wording, and whether it has to be typed in capitals."""


@cache
def _sayings() -> _Index:
    """Whole sayings that hold jargon: `optimize MTTR`."""
    return _index(tuple((term, wording) for term, wording in PLAIN.items() if " " in term))


@lru_cache(8)
def _index(terms: tuple[tuple[str, str], ...]) -> _Index:
    made: _Index = {}
    for term, wording in terms:
        lemmas = Words(term).lemma
        if lemmas:
            made.setdefault(lemmas[0], []).append((lemmas, wording, len(term) <= _SHORTEST and term.isupper()))
    return made


def _named(words: Words, index: _Index) -> list[tuple[int, int, str]]:
    """Where the terms stand, the longest where several begin at one word."""
    found = []
    for at, lemma in enumerate(words.lemma):
        fitting = [
            (at, at + len(lemmas), wording)
            for lemmas, wording, loud in index.get(lemma, ())
            if words.lemma[at : at + len(lemmas)] == lemmas and (_in_capitals(words.said(at, at + 1)) or not loud)
        ]
        found += [max(fitting, key=lambda one: one[1])] if fitting else []
    return found
