"""The first verb of a statement: what it can mean, whose it is, and what it is done to."""

from __future__ import annotations

from typing import NamedTuple

from workshop.statement.dates import When
from workshop.statement.objects import ARTICLES
from workshop.statement.senses import (
    ABSTRACT,
    ACTS,
    BEING,
    BOUND,
    CHORE,
    COUNT,
    DETERMINER,
    DIGITS,
    DOES,
    ED,
    EITHER,
    FOLK,
    FUZZY,
    GOOD,
    HANDLES,
    HAVING,
    ING,
    JOINT,
    LOWERS,
    MAKES,
    MANY,
    MILD,
    MODAL,
    NUMBER,
    RAISES,
    REACHES,
    SCORE,
    SERVICE,
    SHARE,
    SKIPPED,
    STAFF,
    THING,
    TIME,
    WORDWORK,
    listed,
)
from workshop.statement.tokens import STOPS, Words


class Act(NamedTuple):
    """The verb at word `at` and what it can mean; the subject before it is words 0 up to `subject`."""

    at: int
    bits: int
    subject: int = 0
    passive: bool = False


OURS = listed("we i us it team company organization department office")
"""Who speaks; their doing is ours."""

_FAR = 30
"""Words within which the verb of a statement must come."""
_NOUNS_FOLLOW = SHARE | SCORE | TIME | GOOD | BEING | MODAL
_NOUN_TOO = EITHER | CHORE | COUNT | TIME | SCORE | SHARE | REACHES | HANDLES
_NOUN_FIRST = EITHER | CHORE | THING | TIME | SCORE | SHARE | HANDLES | WORDWORK | GOOD | MILD | FUZZY
_WORK_OF = listed("of for to by in before until at across , .")
_TAKES = listed("takes requires needs costs lasts becomes")
_ADJECTIVES = listed("open clear secure live clean slow free")


def act(words: Words, when: list[When]) -> Act | None:
    """The verb that carries the statement, or None for a mere noun phrase."""
    at = _opening(words, when)
    if at >= len(words):
        return None
    meant = words.bits[at]
    third = at + 1 < len(words) and words.bits[at + 1] & (DETERMINER | NUMBER)  # `runs a workshop`
    if meant & ING and _is_gerund_subject(words, at):
        return None
    if meant & (ACTS | HAVING) and (third or not meant & MANY) and not _is_noun(words, at):
        done = _participle_behind(words, at) if meant & (ED | EITHER) else -1
        return Act(at, meant) if done < 0 else Act(done, words.bits[done], done, passive=True)
    if not meant and words.low[at].isalpha() and words.word(at + 1) in ARTICLES:
        return Act(at, DOES)  # a verb that no list knows, as in `electrify the cranes`
    noun = _work_noun(words, at)
    return Act(noun, DOES) if noun >= 0 else _behind_subject(words, at)


def _is_gerund_subject(words: Words, first: int) -> bool:
    """`Reporting a fault takes five minutes`: the doing is what is measured."""
    for at in range(first + 1, min(first + 16, len(words))):
        if words.low[at] in _TAKES:
            return True
        if words.low[at] in STOPS or (words.bits[at] & MODAL and words.low[at] != "to"):
            return False
    return False


def _participle_behind(words: Words, first: int) -> int:
    """`Unified calendar published`, `partner plan created by May`: the deed behind a whole noun phrase, or -1."""
    for at in range(first + 1, min(first + 9, len(words))):
        meant = words.bits[at]
        ends = at + 1 >= len(words) or words.bits[at + 1] & JOINT or words.low[at + 1] in STOPS
        if at > first + 1 and meant & ED and meant & (DOES | MAKES) and ends:
            return at
        if (meant & (JOINT | DETERMINER | BEING | DIGITS) and words.low[at] != "and") or words.low[at] in STOPS:
            return -1
    return -1


def _opening(words: Words, when: list[When]) -> int:
    """Past a date, a stop and the adverbs that may stand in front."""
    at = 0
    while at < len(words):
        span = next((w for w in when if w.first == at), None) if at < 12 else None
        if span:
            at = span.behind
        elif words.low[at] in STOPS or words.low[at] == "to" or (at < 4 and _is_adverb(words, at)):
            at += 1
        else:
            break
    return at


def _is_adverb(words: Words, at: int) -> bool:
    return bool(words.bits[at] & SKIPPED) or (not words.bits[at] and words.low[at].endswith("ly"))


def _is_noun(words: Words, at: int) -> bool:
    """`Review score`, `support tickets are`, `release of`, `open risks`: a verb's form that stands for a noun."""
    if at + 1 >= len(words):
        return False
    meant, after, word = words.bits[at], words.bits[at + 1], words.low[at + 1]
    if words.low[at] in _ADJECTIVES:
        return not (after & (DETERMINER | DIGITS | NUMBER) or word in ("new", "up", "with"))
    if words.low[at] == "complete" and after & (ABSTRACT | GOOD):
        return True
    if meant & EITHER and _is_subject(words, at + 1):
        return True
    if meant & EITHER and after & ACTS and after & MANY and not after & (_NOUN_FIRST | ABSTRACT):
        return True  # `a survey proves`
    if word == "of" and meant & (EITHER | HANDLES | RAISES | LOWERS | REACHES):
        return True
    if not meant & _NOUN_TOO or not after & _NOUNS_FOLLOW or after & (DETERMINER | DIGITS):
        return False
    return not (at + 2 < len(words) and words.low[at + 2] in ("of", "for") and not after & BEING)


def _is_subject(words: Words, first: int) -> bool:
    """`Rent arrears fall`, `test systems are`: behind the noun stands a verb of its own."""
    for at in range(first + 1, min(first + 5, len(words))):
        meant = words.bits[at]
        if meant & (BEING | MODAL) and words.low[at] != "to":
            return True
        if meant & (RAISES | LOWERS) and not meant & (ED | ING | MANY) and words.low[at - 1].endswith("s"):
            return True
        if meant & ACTS and words.bits[at - 1] & MANY and not meant & (ED | ING | MANY | _NOUN_FIRST | ABSTRACT):
            return True  # `license keys enable`
        if meant & (JOINT | DETERMINER | DIGITS) or words.low[at] in STOPS:
            return False
    return False


def _work_noun(words: Words, first: int) -> int:
    """`Roll-out of the tool`, `API documentation for`: a noun that stands for doing, or -1."""
    for at in range(first, min(first + 6, len(words) - 1)):
        if words.bits[at] & (JOINT | BEING | MODAL | HAVING) and words.low[at] != "and":
            return -1
        if words.bits[at] & (FUZZY | MILD):
            return -1
        if words.bits[at] & WORDWORK and words.low[at + 1] in _WORK_OF:
            return at
    return -1


def _behind_subject(words: Words, first: int) -> Act | None:
    """The verb behind a subject: `DVLA will redesign`, `nodes are rebuilt`, `we have documented`, `tickets closed`."""
    fragment: Act | None = None
    for at in range(first + 1, min(len(words), first + _FAR)):
        meant = words.bits[at]
        if words.low[at] == "(":
            break  # `(measured by a survey)`: how, not what
        if meant & MODAL and (words.low[at] != "to" or _is_infinitive(words, at, first)):
            return _after_modal(words, at)
        if meant & BEING:
            return _after_being(words, at)
        if meant & HAVING:
            return _after_having(words, at)
        if words.low[at] == "live" and words.bits[at - 1] & (THING | SERVICE):
            return Act(at, DOES, at, passive=True)
        if meant & ACTS and not _is_in_subject(words, at):
            if meant & ED:
                fragment = fragment or Act(at, meant, at, passive=True)
            elif not fragment:
                return Act(at, meant, at)
    return fragment


def _is_in_subject(words: Words, at: int) -> bool:
    """Whether a word that could be a verb is part of the subject instead."""
    meant, before = words.bits[at], words.bits[at - 1]
    if meant & ED:
        after = words.bits[at + 1] if at + 1 < len(words) else 0
        return bool(before & (DETERMINER | DIGITS)) or bool(
            after & (MANY | CHORE | THING) and not after & (JOINT | BOUND)
        )
    if words.low[at - 1] in ("we", "i") or (before & SKIPPED and at > 1):
        return False
    if meant & (ING | _NOUN_FIRST) or before & (DETERMINER | DIGITS | JOINT) or words.low[at - 1] in STOPS:
        return True
    return not (before & (FOLK | MANY | STAFF) or words.lemma[at - 1] in OURS)


def _is_infinitive(words: Words, at: int, first: int) -> bool:
    """`Council to publish`: behind people or a name stands `to`, and behind it a verb that cannot be a noun."""
    meant = words.bits[at + 1] if at + 1 < len(words) else 0
    who = words.bits[at - 1]
    named = at - first < 4 and (who & FOLK or not who)
    return bool(named and meant & ACTS) and not meant & (ED | ING | MANY | _NOUN_FIRST)


def _past_adverbs(words: Words, at: int) -> int:
    while at < len(words) and (_is_adverb(words, at) or words.low[at] in ("not", "be", "also", "have", "to")):
        at += 1
    return at


def _after_modal(words: Words, at: int) -> Act | None:
    ahead = _past_adverbs(words, at + 1)
    passive = "be" in words.low[at + 1 : ahead]
    if ahead < len(words) and words.bits[ahead] & BEING and not passive:
        passive, ahead = True, _past_adverbs(words, ahead + 1)
    if ahead >= len(words):
        return None
    meant = words.bits[ahead]
    if passive and meant & ED:
        return Act(ahead, meant, at, passive=True)
    return Act(ahead, HAVING if meant & HAVING and not meant & ACTS else meant, at)


def _after_having(words: Words, at: int) -> Act:
    """`We have documented` is doing, `we have a plan` is owning."""
    ahead = _past_adverbs(words, at + 1)
    perfect = ahead < len(words) and words.bits[ahead] & ED and words.bits[ahead] & ACTS
    return Act(ahead, words.bits[ahead], at) if perfect else Act(at, HAVING, at)


def _after_being(words: Words, at: int) -> Act:
    """`Nodes are provisioned, rebuilt and documented`: the first participle whose verb is known."""
    ahead = _past_adverbs(words, at + 1)
    for i in range(ahead, min(ahead + 6, len(words))):
        meant = words.bits[i]
        if meant & ACTS and meant & (ED | ING):
            return Act(i, meant, at, passive=bool(meant & ED))
        if not (words.low[i].endswith("ed") or words.low[i] in (",", "and", "or")):
            break
    return Act(at, BEING, at)
