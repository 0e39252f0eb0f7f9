"""What a verb is done to: the head of the noun phrase behind it."""

from __future__ import annotations

from workshop.statement.senses import (
    ABSTRACT,
    ACTS,
    BEING,
    CHORE,
    COUNT,
    DETERMINER,
    DIGITS,
    EITHER,
    FUZZY,
    JOINT,
    MANY,
    MILD,
    MODAL,
    NUMBER,
    SKIPPED,
    THING,
    WORDWORK,
    listed,
)
from workshop.statement.tokens import STOPS, Words

_JOINERS = frozenset(("and", "&", ",", "/", "or"))
ARTICLES = listed("the a an our all every each")


def object_of(words: Words, first: int) -> int:
    """The head of the noun phrase behind a verb, through `number of`; -1 where there is none."""
    while first + 1 < len(words) and words.low[first] in _JOINERS and _is_verb_too(words, first + 1):
        first += 2  # `plan and deliver the move`
    head, stop = -1, min(len(words), first + 14)
    for at in range(first, stop):
        word, meant = words.low[at], words.bits[at]
        if word == "of" and head >= 0 and words.bits[head] & COUNT:
            continue
        if word in _JOINERS:
            if not _goes_on(words, at, head, stop):
                break
        elif word in STOPS or meant & JOINT or (head >= 0 and meant & (MODAL | BEING | SKIPPED | DETERMINER)):
            break
        elif not meant & (DIGITS | DETERMINER | NUMBER):
            head = at
    return head


def _is_verb_too(words: Words, at: int) -> bool:
    """A second verb, known or, before an article, unknown: `develop and evangelize a`."""
    return bool(words.bits[at] & ACTS) or (not words.bits[at] and words.word(at + 1) in ARTICLES)


def _goes_on(words: Words, at: int, head: int, stop: int) -> bool:
    """`diversity and inclusion program`, `robust, scalable`: the phrase goes on behind its conjunction."""
    if head < 0:
        return True
    if at + 1 >= stop:
        return False
    after = words.bits[at + 1]
    if words.low[at] == ",":
        praises = senses_in(words, at + 1, min(at + 7, stop)) & (FUZZY | MILD)
        listing = praises and not words.bits[head] & (MANY | THING | ABSTRACT)  # `courteous, impartial, efficient`
        return bool(after & (FUZZY | MILD) or listing)
    clause = after & ACTS and not after & (EITHER | CHORE | THING | ABSTRACT | WORDWORK)
    return not after & (JOINT | DETERMINER | MODAL | BEING) and not clause


def senses_in(words: Words, first: int, behind: int) -> int:
    """All that the words from `first` up to `behind` can mean, together."""
    together = 0
    for at in range(first, min(behind, len(words))):
        together |= words.bits[at]
    return together
