"""What each word of a metric looks at, as the words beside it leave it."""

from __future__ import annotations

from workshop.statement.senses import (
    COUNT,
    COVER,
    DIGITS,
    DOES,
    DONE,
    ED,
    FOLK,
    GIVES,
    GOOD,
    HANDLES,
    HARM,
    ING,
    JOINT,
    LATE,
    MAKES,
    MANY,
    MONEY,
    NUMBER,
    PROMPT,
    RISK,
    SAFE,
    SCORE,
    SHARE,
    STAFF,
    STOCK,
    THRIFT,
    TIME,
    UNIT,
    USE,
    VOLUME,
    listed,
)
from workshop.statement.tokens import Words, senses_of

DEFINES = frozenset((":", "=", "(", "–", "—", "?"))
"""What stands between a name and its definition."""
_DOING = DOES | HANDLES | MAKES | GIVES
_DECIDED = HARM | GOOD | STOCK | RISK | SCORE | SHARE | PROMPT | LATE | USE | MONEY
_HOW_OFTEN = listed("per first same a an each every in last next rolling by this given")
_CARRIERS = listed(
    "person fte head workplace seat bed vehicle kilometer km mile rack server theater clinic ward line route store "
    "outlet branch bus truck van aircraft train trip session driver analyst dev tonne unit machine desk"
)
_ORDINARY = listed(
    "it support new all average logged service user unique actual of normal priority current total monthly weekly "
    "daily overall annual recent related reported outstanding individual first single customer high low medium other"
)
_YEARLY = listed("annual annually yearly monthly weekly daily quarterly")
_FIGURES = listed("score index")
_LESSONS = listed("test training learning course exam")
_AUXILIARY = listed("require need use expect base relate plan allow")
_POSSIBLE = listed("potential possible suspected likely")
_KINDS = listed(
    "age sex gender location region category severity type kind priority team department channel status group stage "
    "size industry income site country state class cause reason source area level phase occupation ethnicity"
)
_DEALING = listed(
    "resolution inspection investigation training education program class prevention protection drill review "
    "analysis assessment test plan policy officer department service safety control detection handling "
    "management team meeting code hydrant alarm station engine suppression extinguisher response workshop "
    "exercise course awareness simulation"
)
_OR_LESS = frozenset(("or less", "or fewer", "or under"))
_OR_MORE = frozenset(("or more", "or longer", "or over", "or older"))
_OVER = frozenset(("more than", "greater than", "longer than", "beyond", "over", "exceeding", ">"))
_UNDER = frozenset(("under", "below", "less than", "up to"))
_SHARES = frozenset(("%", "percent", "percentage", "share", "proportion"))
_IN_USE = listed("available operational accessible usable up down open online offline")
"""`Percentage of time the parks are open`: no length of time, but availability."""
_MISSED = listed("missed skipped incomplete")
_SETTLED = listed("close resolve settle handle process investigate work answer treat")
_CLAUSES = listed("where that which who")
_HELPED = listed("help support assist satisfy benefit protect save")


def senses(words: Words, behind: int) -> int:
    """All senses up to a word, each as its neighbours leave it; what follows a breakdown is not looked at."""
    seen = 0
    for at in range(behind):
        if words.low[at] == "by" and at + 1 < len(words) and words.lemma[at + 1] in _KINDS:
            break
        after = words.bits[at + 1] if at + 1 < behind else 0
        meant = _left(words, at, after)
        seen |= meant | _added(words, at, behind, seen, after)
    return seen


def _left(words: Words, at: int, after: int) -> int:
    """What the words beside it leave of a word's senses."""
    meant, word = words.bits[at], words.low[at]
    if meant & TIME and (_says_how_often(words, at) or (meant & UNIT and after & VOLUME)):
        meant &= ~TIME
    if word == "feedback" and not words.union & COUNT:
        return SCORE  # what they say, unless how many said something
    if word == "time" and words.word(at - 2) in _SHARES and not _IN_USE.isdisjoint(words.low):
        return GOOD
    if meant & (MONEY | SCORE) and after & VOLUME:
        meant &= ~(MONEY | SCORE)  # sales calls are calls, satisfaction surveys are surveys
    if meant & VOLUME and words.union & SHARE and senses_of(word.removesuffix("s")) & COVER:
        meant |= COVER  # a share of inspections is how far they reach
    if word.endswith("time between") and any(
        words.bits[i] & HARM or words.lemma[i] == "incident" for i in range(at + 1, min(at + 5, len(words)))
    ):
        return GOOD  # between failures; between two steps it is a delay
    if meant & STOCK and meant & ING and words.lemma[at] == "open":
        meant &= ~STOCK
    if word == "remaining" and at and words.bits[at - 1] & FOLK:
        return GOOD  # customers who remain are kept
    if meant & SAFE and after & MANY and not after & JOINT:
        meant &= ~SAFE  # user accounts are no users
    before = words.low[at - 1] if at else ""
    still_open = at and words.bits[at - 1] & STOCK and meant & MANY
    if meant & HARM and (before in _POSSIBLE or still_open or (word in _MISSED and _is_guard_ahead(words, at))):
        meant = RISK
    elif meant & HARM and word not in _MISSED and (_is_dealt_with(words, at) or _is_settled(words, at)):
        meant = meant & ~HARM | (VOLUME if words.bits[at] & MANY and _is_settled(words, at) else 0)
    if word == "who use" and not _CLAUSES.isdisjoint(words.low[at + 1 : at + 4]):
        meant &= ~USE  # `people who use services who find`: the second clause tells what of them
    if not at:
        return meant
    meant = _behind(words, at, meant)
    return meant & ~(SAFE | VOLUME | STOCK | RISK | COUNT | COVER) if before == "per" else meant


def _added(words: Words, at: int, behind: int, seen: int, after: int) -> int:
    """What a word means besides, by what stands around it."""
    meant, word = words.bits[at], words.low[at]
    if word.endswith("within"):  # `delivered within` is one word too
        return _within(words, at, behind)
    if meant & UNIT and (words.word(at + 1) in _OR_LESS or (at > 1 and words.low[at - 2] in _UNDER)):
        return PROMPT
    if (
        meant & UNIT
        and words.union & STOCK
        and (words.word(at + 1) in _OR_MORE or (at > 1 and words.low[at - 2] in _OVER))
    ):
        return LATE
    if word in ("/", "÷") and words.lemma[at + 1 : at + 2] in (["total"], ["all"]):
        return SHARE
    if word == "per":
        shared = _per(words, at + 1, behind)
        return THRIFT if shared and words.bits[at - 1] & STAFF else shared
    if word == "to":
        return THRIFT if words.word(at + 2) == "ratio" and (after | seen) & STAFF else 0
    if at and words.low[at - 1] == "per":
        return 0
    if meant & ED or word.endswith("ed"):
        return _participle(words, at, behind, bool(seen & COUNT))
    return HARM if at and words.lemma[at] == "incident" and _is_kind(words, at - 1) else 0


def _is_dealt_with(words: Words, at: int) -> bool:
    """`Fire inspections`, `complaint handling time`: what is done about a harm, not the harm."""
    for ahead in range(at + 1, min(at + 4, len(words))):
        if any(part.removesuffix("s") in _DEALING for part in words.lemma[ahead].split()):
            return True
        if words.bits[ahead] & (JOINT | HARM | SHARE):
            return False
    return False


def _is_settled(words: Words, at: int) -> bool:
    """`Complaints resolved`, `closed security incidents`: the work that a harm makes, where it is counted."""
    beside = [words.lemma[i] for i in (at - 1, at + 1) if 0 <= i < len(words) and words.bits[i] & ED]
    return bool(words.bits[at] & MANY) and not _SETTLED.isdisjoint(beside)


def _is_guard_ahead(words: Words, at: int) -> bool:
    """Whether one or two words on stands a safeguard, be it many of them."""
    return any(senses_of(word.removesuffix("s")) & COVER for word in words.low[at + 1 : at + 3])


def _behind(words: Words, at: int, meant: int) -> int:
    """What the word in front leaves of a sense: an `adoption score` is adoption, `session hours` are sessions."""
    before = words.bits[at - 1]
    if meant & SCORE and words.lemma[at] in _FIGURES and before & (USE | COVER) and not before & GOOD:
        return meant if words.lemma[at - 1] in _LESSONS else meant & ~SCORE
    if meant & UNIT and meant & MANY and before & VOLUME:
        return meant & ~TIME | COUNT
    return meant


def _per(words: Words, at: int, behind: int) -> int:
    """`per agent`, `per tonne`: what is got out of the means; `per problem`: a ratio; `per day`: how often."""
    if at >= behind or words.bits[at] & UNIT:
        return 0
    if words.bits[at] & DIGITS:
        return SHARE if at + 1 < behind and not words.bits[at + 1] & UNIT else 0
    if not _KINDS.isdisjoint(words.lemma[at : min(at + 3, behind)]):
        return 0
    for head in range(at, min(at + 3, behind)):
        if words.lemma[head] in _CARRIERS or words.bits[head] & STAFF:
            return THRIFT
        if not words.bits[head] & ~MANY and words.lemma[head].endswith(("er", "or", "ist", "ian")):
            return THRIFT  # a trade that no list knows
        if words.bits[head] & JOINT:
            break
    return SHARE


def _participle(words: Words, at: int, behind: int, counted: bool) -> int:
    """`Potholes filled`, `lessons captured`: work, where a participle stands behind what it was done to."""
    meant, lemma = words.bits[at], words.lemma[at]
    if words.low[at] == "used" and words.word(at + 1) in ("", "(", ")") and words.union & SHARE:
        return THRIFT  # `percentage of seats that are used`
    if not at or meant & _DECIDED or lemma in _HELPED or (meant & COVER and (lemma == "train" or not counted)):
        return 0
    if lemma in _AUXILIARY or not _CLAUSES.isdisjoint(words.low[max(0, at - 20) : at]):
        return 0
    ends = at + 1 >= behind or words.bits[at + 1] & (JOINT | SHARE) or words.low[at + 1] in DEFINES | _YEARLY
    if not ends or words.bits[at - 1] & JOINT or not (counted or meant & _DOING or words.bits[at - 1] & MANY):
        return 0
    return STOCK if words.low[at - 1] == "not" else DONE


def _is_kind(words: Words, at: int) -> bool:
    """`Fly-tipping incidents`: a kind of incident that is no IT word is a kind of harm."""
    return not words.bits[at] & ~MANY and words.low[at] not in _ORDINARY and words.low[at].isalpha()


def _within(words: Words, at: int, behind: int) -> int:
    """`within 30 days`, `within the agreed time` is a target for speed; `within policy` is not."""
    for ahead in range(at + 1, min(at + 7, behind)):
        if words.bits[ahead] & (DIGITS | UNIT | TIME | PROMPT) or words.low[ahead] in ("sla", "target", "agreed"):
            return PROMPT
    return 0


def _says_how_often(words: Words, at: int) -> bool:
    """`per day`, `30 days`, `number of times`, `by time of day`: no length of time."""
    before = words.low[at - 1] if at else ""
    if words.bits[at] & UNIT and (before in _HOW_OFTEN or (at and words.bits[at - 1] & (DIGITS | NUMBER))):
        return True
    if words.low[at] in ("time", "hour", "day", "month") and "by" in words.low[max(0, at - 3) : at]:
        return True
    if words.low[at] == "time" and before in ("over", "any", "given"):
        return True
    return words.low[at] == "times" and at > 1 and bool(words.bits[at - 2] & COUNT)
