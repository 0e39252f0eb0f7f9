"""The words of the field as data, and the two tables that they make: single words, and words that stand together."""

from __future__ import annotations

from functools import cache

from workshop.statement import senses
from workshop.statement.lexicon.forms import IRREGULAR, SPELLINGS
from workshop.statement.lexicon.jargon import FAMILIAR, PLAIN, READABLE

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
    for word in PLAIN:
        key = word.replace(" ", "_").replace("-", "_").replace("/", "_/_")
        meant[key] = meant.get(key, 0) | (0 if key in READABLE else senses.JARGON)
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


__all__ = ["FAMILIAR", "IRREGULAR", "PLAIN", "READABLE", "SPELLINGS", "Phrase", "tables"]
