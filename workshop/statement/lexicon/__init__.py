"""The words of the field as data, and the two tables that they make: single words, and words that stand together."""

from __future__ import annotations

from functools import cache

from workshop.statement import senses
from workshop.statement.lexicon.forms import IRREGULAR, SPELLINGS
from workshop.statement.lexicon.jargon import FAMILIAR, READABLE, TERMS
from workshop.statement.lexicon.plain import PLAIN

Phrase = tuple[tuple[str, ...], str, int]
"""The words after the first, the whole, and what it can mean."""


@cache
def tables() -> tuple[dict[str, int], dict[str, list[Phrase]]]:
    """What each word can mean, and the phrases by their first word; made when the first statement is read."""
    from workshop.statement.lexicon import hazards, measures, qualities, things, times, verbs

    meant: dict[str, int] = {}
    for groups in (verbs.WORDS, verbs.SMALL, qualities.WORDS, things.WORDS, times.WORDS, hazards.WORDS,
                   measures.WORDS):  # fmt: skip
        for bits, listed in groups:
            for word in listed.split():
                meant[word] = meant.get(word, 0) | bits
    terms = {*map(phrased, PLAIN), *map(phrased, TERMS)}
    for key in terms - {phrased(word) for word in READABLE}:
        if not _holds_another(key, terms):
            meant[key] = meant.get(key, 0) | senses.JARGON
    words: dict[str, int] = {}
    phrases: dict[str, list[Phrase]] = {}
    for word, bits in meant.items():
        first, *rest = word.replace("-", "_").split("_")
        if rest and first:
            phrases.setdefault(first, []).append((tuple(rest), " ".join([first, *rest]), bits))
        else:
            words[word] = bits
    for found in phrases.values():
        found.sort(key=lambda phrase: -len(phrase[0]))
    return words, phrases


def _holds_another(key: str, terms: set[str]) -> bool:
    """`optimize_mttr` holds `mttr`, which is what one stumbles over."""
    words = key.split("_")
    count = len(words)
    return any(
        "_".join(words[first:behind]) in terms
        for first in range(count)
        for behind in range(first + 1, count + 1)
        if behind - first < count
    )


def phrased(term: str) -> str:
    """A term as the lists write it: small letters, American, `_` for what parts its words."""
    return term.lower().replace("isation", "ization").replace(" ", "_").replace("-", "_").replace("/", "_/_")


__all__ = ["FAMILIAR", "IRREGULAR", "PLAIN", "SPELLINGS", "Phrase", "phrased", "tables"]
