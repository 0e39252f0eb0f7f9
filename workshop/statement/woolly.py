"""Whether what is promised is too vague to be handed over: praise, qualities, umbrella words."""

from __future__ import annotations

from workshop.statement.objects import senses_in
from workshop.statement.senses import (
    ABSTRACT,
    BOUND,
    CHORE,
    DIGITS,
    FOLK,
    FUZZY,
    JOINT,
    MANY,
    MILD,
    NUMBER,
    PAPER,
    STAFF,
    THING,
    listed,
)
from workshop.statement.tokens import STOPS, Words

_UMBRELLA = listed(
    "measure solution initiative mechanism framework tool resource opportunity process practice step "
                      "approach effort activity system"
)  # fmt: skip
_RHYTHMS = listed("daily weekly monthly quarterly yearly annually early only internally externally publicly fully")
UNCOUNTED = listed("infrastructure governance methodology agile lean devops automation")


def is_woolly(words: Words, first: int, head: int) -> bool:
    """Praise in the object, a quality as the object, or umbrella words in the plural."""
    if head < 0:
        return False
    if words.word(first) in ("more", "fewer"):
        return not any(meant & (DIGITS | NUMBER) for meant in words.bits[first:])  # `hire more people`: how many?
    object_ = words.bits[head]
    if any(words.low[at] == "more" and words.bits[at + 1] & (FUZZY | MILD) for at in range(first, head)):
        return True  # `a more scalable system`: more than what?
    if senses_in(words, first, head + 1) & FUZZY or words.lemma[head] in UNCOUNTED:
        return True
    if (
        words.lemma[head] in _UMBRELLA
        and object_ & MANY
        and (head - first < 2 or senses_in(words, first, head) & MILD)
        and not words.bits[first] & (DIGITS | NUMBER)
    ):
        return True
    return bool(object_ & ABSTRACT and not object_ & (THING | PAPER | CHORE))


def begins_abstract(words: Words, first: int) -> bool:
    """`A team and pipeline`: the first of several is nothing that can be handed over."""
    joint = next((at for at in range(first + 1, min(first + 6, len(words))) if words.low[at] in ("and", "&")), 0)
    return bool(joint) and bool(words.bits[joint - 1] & (ABSTRACT | FOLK | STAFF) and not words.bits[joint - 1] & THING)


def is_made_so(words: Words, head: int) -> bool:
    """`Make our processes truly global`: behind the thing stands what it should be."""
    after = words.bits[head + 1] if head + 1 < len(words) else JOINT
    return not after & (JOINT | BOUND) and words.low[head + 1] not in STOPS and words.low[head + 1] != "and"


def is_praised(words: Words, first: int) -> bool:
    """`Deployed frequently and safely`: how it is done is what counts."""
    return any(word.endswith("ly") and word not in _RHYTHMS for word in words.low[first : first + 2])
