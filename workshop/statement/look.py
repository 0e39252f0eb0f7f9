"""What a metric looks at: one set of senses, with what the words around each leave of it."""

from __future__ import annotations

from workshop.statement.senses import (
    BUSY,
    COST,
    COUNT,
    COVER,
    DIGITS,
    DOES,
    DONE,
    ED,
    FEEL,
    FOLK,
    GIVES,
    GOOD,
    HANDLES,
    HARM,
    JOINT,
    LATE,
    MAKES,
    MANY,
    MONEY,
    NUMBER,
    PAPER,
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
from workshop.statement.tokens import STOPS, Words, senses_of

_DEFINES = frozenset((":", "=", "(", "–", "—", "?"))
_NAMES_COUNT = STOCK | VOLUME | COUNT
_TELLING = _NAMES_COUNT | SHARE | TIME | COST | SCORE | MONEY | HARM | GOOD | COVER | DONE | RISK | USE
_TELLING |= BUSY | THRIFT | FEEL | PROMPT
_MEASURES = SHARE | TIME | COST | SCORE
_DOING = DOES | HANDLES | MAKES | GIVES
_DECIDED = HARM | GOOD | STOCK | RISK | SCORE | SHARE | PROMPT | LATE | USE | MONEY
_HOW_OFTEN = listed("per first same a an each every in last next rolling by this")
_CARRIERS = listed(
    "person fte head workplace seat bed vehicle kilometer km mile rack server theater clinic ward line route store "
    "outlet branch session driver analyst dev tonne unit machine desk"
)
_RELEASES = listed("release deployment deploy")
_RHYTHM = listed("frequency often cadence rhythm")
_ORDINARY = listed(
    "it support new all average logged service user unique actual of normal priority current total monthly weekly "
    "daily overall annual recent related reported outstanding individual first single customer high low medium other"
)
_YEARLY = listed("annual annually yearly monthly weekly daily quarterly")
_FIGURES = listed("score index")
_LESSONS = listed("test training learning course exam")
_AUXILIARY = listed("require need use expect base relate plan allow")
_KINDS = listed(
    "age sex gender location region category severity type kind priority team department channel status group stage "
    "size industry income site country state class cause reason source area level phase occupation ethnicity"
)
_MISSED = listed("missed skipped incomplete")
_CLAUSES = listed("where that which who")
_NOT_COUNTED = ("mis", "mal", "non", "un", "dis")
_HELPED = listed("help support assist satisfy benefit protect save")
_LACKING = listed("without lacking missing")
_GUARDS = COVER | PAPER | STAFF


class Look:
    """What a metric looks at, from its name or, where the name tells little, from all of it.

    `share`: it is a part of a whole. `cost`: it is money spent. `rhythm`: it is how often releases reach users.
    `feel`: it is how staff feel.
    """

    __slots__ = ("behind", "cost", "feel", "rhythm", "seen", "share", "time", "words")

    def __init__(self, words: Words) -> None:
        self.words = words
        self.behind = name_ends(words)
        seen = _senses(words, self.behind)
        if not seen & _TELLING & ~_NAMES_COUNT and (not seen & _TELLING or self.behind == 1 or self._defines()):
            self.behind = len(words)
            seen = _senses(words, self.behind)
        if not seen & _TELLING & ~(THRIFT * ("per" in words.low)) and self._is_bare_plural():
            seen |= VOLUME
        if not seen & HARM and self._lacks_safeguard():
            seen |= RISK
        self.seen = seen
        self.share = bool((words.union | seen) & SHARE) or "coverage" in words.lemma
        self.time = bool(seen & TIME)
        self.cost = bool(seen & COST) and not self._is_share_of_cost()
        self.rhythm = self._is_rhythm()
        self.feel = bool(seen & FEEL and seen & STAFF) and self._staff_speak()

    def sees(self, senses: int) -> bool:
        """Whether any of these senses is looked at."""
        return bool(self.seen & senses)

    def first(self, one: int, other: int) -> bool:
        """Whether the metric names one sense before the other: `availability in hours` is no time."""
        return next((bool(meant & one) for meant in self.words.bits if meant & (one | other)), False)

    def _head(self) -> int:
        """The last word before the first preposition, which all before it only describes; -1 where there is none."""
        head = -1
        for at in range(self.behind):
            word = self.words.low[at]
            if word == "of" and (self.words.bits[head] & COUNT or self.words.low[head] == "average"):
                continue
            if self.words.bits[at] & JOINT or word in STOPS or word.startswith("per "):
                break
            head = at
        return head

    def counts(self) -> bool:
        """Whether things are counted: `project visits`, but not `project maturity`."""
        head = self._head()
        return self.sees(COUNT | DONE | STOCK) or head < 0 or bool(self.words.bits[head] & (VOLUME | MANY))

    def _defines(self) -> bool:
        """`Priority calls: average time to arrival`: the measure stands behind the name of what it measures."""
        return any(meant & _MEASURES for meant in self.words.bits[self.behind : self.behind + 3])

    def _is_bare_plural(self) -> bool:
        """`Street permits`, `sign installations`: where nothing else is said of many things, they are counted."""
        low, bits = self.words.low, self.words.bits
        head = self._head()
        if head < 0 or not bits[head] & MANY or bits[head] & (SAFE | STAFF | FOLK | THRIFT):
            return False
        return not low[head].endswith("ics") and not low[head].startswith(_NOT_COUNTED)

    def _lacks_safeguard(self) -> bool:
        """`Servers without backup`, `unregistered items`, `requirements not met`: the gap in a safeguard is a risk."""
        low, bits = self.words.low, self.words.bits
        for at in range(self.behind):
            if low[at] in _LACKING and self._misses_guard(at + 1):
                return True
            if low[at] == "not" and at + 1 < self.behind and (bits[at + 1] & COVER or low[at + 1] == "met"):
                return True
            if not bits[at] and low[at].startswith("un") and senses_of(low[at][2:]) & COVER:
                return True
        return False

    def _misses_guard(self, at: int) -> bool:
        """Whether what is lacking is a safeguard, not an incident or an error."""
        ahead = self.words.bits[at : at + 4]
        if any(meant & (HARM | VOLUME | GOOD) for meant in ahead):
            return False
        return self.words.word(at) in ("a", "an", "any") or any(meant & _GUARDS for meant in ahead)

    def _is_share_of_cost(self) -> bool:
        """`Percentage of costs that are allocated`, `spend under contract (%)`: how much of it is covered."""
        low, bits = self.words.low, self.words.bits
        at = next((i for i in range(self.behind) if bits[i] & (SHARE | COST)), 0)
        of = low[at + 1 : at + 2] == ["of"]
        return of if bits[at] & SHARE else self.share and bool(self.seen & COVER) and not of

    def _is_rhythm(self) -> bool:
        low, bits = self.words.low, self.words.bits
        if _RELEASES.isdisjoint(self.words.lemma[: self.behind]):
            return False
        timed = any(low[at] == "per" and bits[at + 1] & UNIT for at in range(self.behind - 1))
        return timed or not _RHYTHM.isdisjoint(low[: self.behind])

    def _staff_speak(self) -> bool:
        """Whether it is staff who feel, not customers about staff."""
        for at in range(self.behind):
            meant = self.words.bits[at]
            if meant & STAFF:
                return True
            if meant & FOLK or (meant & SCORE and "with" in self.words.low[at : self.behind]):
                return False
        return False


def name_ends(words: Words) -> int:
    """The colon, dash or bracket behind which a metric's definition stands."""
    for at in range(1, len(words)):
        gap = words.text[words.end[at - 1] : words.start[at]]
        if words.low[at] in _DEFINES or (gap.startswith(" ") and "- " in gap):
            return at
    return len(words)


def _senses(words: Words, behind: int) -> int:
    """All senses up to a word, each as its neighbours leave it."""
    seen = 0
    for at in range(behind):
        meant, word = words.bits[at], words.low[at]
        if word == "by" and words.lemma[at + 1 : at + 2] and words.lemma[at + 1] in _KINDS:
            break  # what it is broken down by is not what it looks at
        after = words.bits[at + 1] if at + 1 < behind else 0
        if meant & TIME and (_says_how_often(words, at) or (meant & UNIT and after & VOLUME)):
            meant &= ~TIME
        if meant & (MONEY | SCORE) and after & VOLUME:
            meant &= ~(MONEY | SCORE)  # sales calls are calls, satisfaction surveys are surveys
        if meant & SAFE and after & MANY and not after & JOINT:
            meant &= ~SAFE  # user accounts are no users
        if at:
            meant = _behind(words, at, meant)
        if meant & HARM and word in _MISSED and _is_guard_ahead(words, at):
            meant = RISK
        if word == "within":
            meant |= _within(words, at, behind)
        elif word == "per":
            meant |= _per(words, at + 1, behind)
        elif word == "to" and words.word(at + 2) == "ratio" and (after | seen) & STAFF:
            meant |= THRIFT
        elif at and words.low[at - 1] == "per":
            meant &= ~(SAFE | VOLUME | STOCK | RISK | COUNT)
        elif meant & ED or word.endswith("ed"):
            meant |= _participle(words, at, behind, bool(seen & COUNT))
        elif words.lemma[at] == "incident" and at and _is_kind(words, at - 1):
            meant |= HARM
        seen |= meant
    return seen


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
    if at >= behind or words.bits[at] & (UNIT | DIGITS):
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
    if not at or meant & _DECIDED or lemma in _HELPED or (meant & COVER and (lemma == "train" or not counted)):
        return 0
    if lemma in _AUXILIARY or not _CLAUSES.isdisjoint(words.low[:at]):
        return 0
    ends = at + 1 >= behind or words.bits[at + 1] & (JOINT | SHARE) or words.low[at + 1] in _DEFINES | _YEARLY
    if not ends or words.bits[at - 1] & JOINT or not (counted or meant & _DOING or words.bits[at - 1] & MANY):
        return 0
    return STOCK if words.low[at - 1] == "not" else DONE


def _is_kind(words: Words, at: int) -> bool:
    """`Fly-tipping incidents`: a kind of incident that is no IT word is a kind of harm."""
    return not words.bits[at] and words.low[at] not in _ORDINARY and words.low[at].isalpha()


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
