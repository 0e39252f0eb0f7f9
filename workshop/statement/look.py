"""What a metric looks at: one set of senses, with what the words around each leave of it."""

from __future__ import annotations

from workshop.statement.aspects import DEFINES, senses
from workshop.statement.senses import (
    BUSY,
    CHORE,
    COST,
    COUNT,
    COVER,
    DONE,
    FEEL,
    FOLK,
    GOOD,
    HARM,
    JOINT,
    MANY,
    MONEY,
    PAPER,
    PROMPT,
    RISK,
    SAFE,
    SCORE,
    SERVICE,
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

_NAMES_COUNT = STOCK | VOLUME | COUNT
_TELLING = _NAMES_COUNT | SHARE | TIME | COST | SCORE | MONEY | HARM | GOOD | COVER | DONE | RISK | USE
_TELLING |= BUSY | THRIFT | FEEL | PROMPT
_MEASURES = SHARE | TIME | COST | SCORE
_RELEASES = listed("release deployment deploy")
_REACH = listed("readiness compliance coverage completeness adherence hygiene preparedness awareness adoption uptake")
_RHYTHM = listed("frequency often cadence rhythm")
_NOT_COUNTED = ("mis", "mal", "non", "un", "dis")
_LACKING = listed("without lacking missing")
_IN_PLACE = listed("met included listed appearing recorded registered")
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
        seen = senses(words, self.behind)
        if not seen & _TELLING & ~_NAMES_COUNT and (not seen & _TELLING or self.behind == 1 or self._defines()):
            self.behind = len(words)
            seen = senses(words, self.behind)
        chores = COVER * (self._head() >= 0 and bool(words.bits[self._head()] & CHORE))  # `carer assessments`
        if not seen & _TELLING & ~chores & ~(THRIFT * ("per" in words.low)) and self._is_bare_plural():
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

    def heads(self, senses: int) -> bool:
        """Whether the word that is counted has one of these senses: `users of the project` are users."""
        head = self._head()
        return head >= 0 and bool(self.words.bits[head] & senses)

    def reaches(self) -> bool:
        """Whether the name ends in the reach of a safeguard: `changeover readiness`."""
        head = self._head()
        return head >= 0 and self.words.lemma[head] in _REACH

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
            if low[at] == "not" and at + 1 < self.behind and (bits[at + 1] & COVER or low[at + 1] in _IN_PLACE):
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
        if "time spent" in self.words.lemma or (bits[at] & COST and low[at + 1 : at + 2] == ["per"]):
            return False
        of = low[at + 1 : at + 2] in (["of"], ["of total"])
        of = of and low[at] not in ("as a percentage", "as a share")  # `waste as a percentage of spend` is money
        return of if bits[at] & SHARE else self.share and bool(self.seen & COVER) and not of

    def _is_rhythm(self) -> bool:
        low, bits = self.words.low, self.words.bits
        if _RELEASES.isdisjoint(self.words.lemma[: self.behind]):
            return False
        timed = any(low[at] == "per" and bits[at + 1] & UNIT for at in range(self.behind - 1))
        return timed or not _RHYTHM.isdisjoint(low[: self.behind])

    def _staff_speak(self) -> bool:
        """Whether it is staff who feel, not customers about staff, nor staff about a service."""
        with_ = next((at for at in range(self.behind) if self.words.low[at] == "with"), self.behind)
        if any(meant & SERVICE for meant in self.words.bits[with_ + 1 : self.behind]):
            return False
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
        if words.low[at] in DEFINES or (gap.startswith(" ") and "- " in gap):
            return at
    return len(words)
