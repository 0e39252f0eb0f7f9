"""Which choice of a field somebody means by other words."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from workshop.declare import Field
from workshop.incoming import synonyms
from workshop.words import folded

_SURE = 0.6
"""How near words have to be to a choice to be taken for it."""


def choices(spec: Field) -> tuple[str, ...]:
    """The words that a field takes: its choices, or the numbers of a short span; none where it takes any."""
    if spec.type == "count" and spec.span and spec.span[1] - spec.span[0] <= 10:
        return tuple(str(number) for number in range(spec.span[0], spec.span[1] + 1))
    return spec.choices


def named(spec: Field, said: str) -> str:
    """The choice for which these very words are another name, or ""."""
    wanted = folded(said)
    return next((choice for choice in choices(spec) if wanted in synonyms.of_choice(choice)), "")


def nearest(spec: Field, said: str) -> str:
    """The choice that somebody means by other words, or ""."""
    found = ranked(spec, said)
    return found[0] if found and _closeness(found[0], folded(said)) >= _SURE else ""


def ranked(spec: Field, said: str) -> list[str]:
    """The choices of a field, the one that is nearest to these words first."""
    wanted = folded(said)
    return sorted(choices(spec), key=lambda choice: -_closeness(choice, wanted))


@lru_cache(16_384)
def _closeness(choice: str, said: str) -> float:
    own, other = choice.lower(), synonyms.of_choice(choice)
    if said == own or said in other:
        return 1.0
    parts = re.findall(r"[^\W_]+", said)
    if parts and any(character.isdecimal() for character in parts[0]) and parts[0] in (own, *other):
        return 0.95  # a level that is numbered, as in 2 - somewhat critical
    if own in parts or re.search(rf"(?<!\w){re.escape(own)}(?!\w)", said):
        return 0.9
    hits = [word for word in other if len(word) > 1 and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said)]
    if hits:
        return 0.7 + 0.01 * min(10, max(map(len, hits)))
    return 0.82 * SequenceMatcher(None, said[:60], own, autojunk=False).ratio()
