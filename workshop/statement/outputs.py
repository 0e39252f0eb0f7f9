"""Whether doing is all that a statement promises, and whether what it promises could be handed over at all."""

from __future__ import annotations

from typing import NamedTuple

from workshop.statement.activities import OURS, Act
from workshop.statement.dates import When
from workshop.statement.objects import object_of, senses_in
from workshop.statement.quantities import Amount
from workshop.statement.senses import (
    ABSTRACT,
    BETTERS,
    BOUND,
    CHORE,
    DETERMINER,
    DOES,
    ED,
    EITHER,
    ENDS,
    FOLK,
    FUZZY,
    GIVES,
    GOOD,
    HANDLES,
    HAVING,
    ING,
    JARGON,
    LOWERS,
    MAKES,
    MANY,
    MILD,
    MONEY,
    PAPER,
    PROMPT,
    RAISES,
    REACHES,
    RENEWS,
    SCORE,
    SERVICE,
    STAFF,
    THING,
    TIME,
    UNIT,
    WORDWORK,
    listed,
)
from workshop.statement.tokens import STOPS, Words
from workshop.statement.woolly import UNCOUNTED, begins_abstract, is_made_so, is_praised, is_woolly


class Work(NamedTuple):
    """Whether work is promised (None: cannot be told), and whether the promise is too woolly to be handed over."""

    output: bool | None
    woolly: bool


_NONE = Work(False, True)
_WON = listed(
    "deal account customer client sale gap user member lead opportunity partner donor book loop investor "
                 "subscriber tenant guest signup sponsor"
)  # fmt: skip
_FREQUENT = listed("release deployment patch update exercise sprint page document")
_WORK_ITEMS = listed("problem incident request case ticket call complaint claim application")
_CLOSABLE = listed("branch store office site plant school clinic")
_RESULTS = listed("job saving value revenue income benefit outcome result growth uptime")
_THEIRS = listed(
    "open visit call book contact attend submit file report buy purchase complete start begin email encrypt patch "
    "insure connect recycle"
)
"""What customers do as well as we, or what a thing then is: a share of them done is an effect."""
_EARNS = listed("sell generate acquire gain source upsell") | {"win back"}
_LINKS = frozenset(("to", "and", "so", "that", "which", "thereby", ",", "by", "will", "&", "order"))
_EFFECTS = frozenset(("so that", "resulting in", "leading to", "such that", "until"))
_SOONER = listed("faster sooner quicker earlier better cheaper")
_MEANT = listed("design intend mean expect use require need support")
_PRAISE = FUZZY | MILD
_ABLE = listed("can could")


def work(words: Words, when: list[When], done: Act | None, found: list[Amount]) -> Work:
    """Whether doing is all that is promised: not where the effect has a value, nor where customers do it."""
    if words.word(0) in ("a", "an") and not found and (done is None or not done.subject or done.passive is False):
        head = object_of(words, 1)
        if head > 0 and words.bits[head] & (PAPER | THING) and not words.bits[head] & (ABSTRACT | SCORE):
            return Work(True, is_woolly(words, 1, head))  # `a plan for the move`
    if done is None or words.low[0] in ("no", "nobody", "none", "not a single"):
        return Work(done is None and _counts_chores(words, found), False)
    meant = done.bits
    if meant & HAVING and not meant & DOES:
        return _having(words, done, found)
    if done.passive:
        return _passive(words, done, found)
    if meant & ED and not done.subject and meant & (BETTERS | RAISES | LOWERS | HANDLES):
        return _NONE
    if meant & ING and done.subject and words.low[done.subject - 1] not in OURS:
        return _NONE
    things = done.subject and words.bits[done.subject - 1] & MANY and not senses_in(words, 0, done.subject) & STAFF
    if things and _is_timed(words, done.at + 1):
        return _NONE  # `releases ship on time`
    if _others_do_it(words, done) or _has_effect(words, done.at, found):
        return _NONE
    return _active(words, when, done, found)


def _active(words: Words, when: list[When], done: Act, found: list[Amount]) -> Work:
    meant, head = done.bits, object_of(words, done.at + 1)
    if meant & DOES:
        return _NONE if _is_service(words, when, done, found) else _doing(words, done, head)
    if meant & (MAKES | GIVES):
        return _making(words, done, head, found)
    object_ = words.bits[head] if head >= 0 else 0
    if meant & RENEWS:
        if words.lemma[done.at] == "change" and not found and {"from", "to"} <= set(words.low[done.at :]):
            return Work(True, False)  # `change the default from one to the other`
        named = bool(object_ & (THING | CHORE | PAPER)) and words.lemma[head] not in UNCOUNTED
        return Work(named, not named)
    if words.lemma[done.at] == "facilitate" and object_ & CHORE:
        return Work(True, False)
    if meant & HANDLES:
        return _handling(words, done, head, found)
    lemma = words.lemma[done.at]
    if meant & BETTERS and object_ & CHORE and _counts(found, done.at):
        return Work(True, True)  # `contribute 1200 code reviews`
    promoted = lemma == "promote" and object_ & (FOLK | JARGON) and _counts(found, done.at)
    if promoted or (lemma == "certify" and object_ & FOLK):
        return Work(True, False)
    more = meant & RAISES and not meant & LOWERS and lemma not in _EARNS
    if more and object_ & CHORE and words.lemma[head] not in _FREQUENT and "of all" not in words.low:
        return Work(bool(found), True)
    return _NONE


def _counts_chores(words: Words, found: list[Amount]) -> bool:
    """`4 speaking engagements this quarter`: work that is only counted."""
    if not found or found[0].first or found[0].share:
        return False
    head = object_of(words, found[0].behind)
    return head >= 0 and bool(words.bits[head] & CHORE) and not words.union & (SCORE | TIME)


def _counts(found: list[Amount], at: int) -> bool:
    """Whether a plain count, no share, stands right behind the verb."""
    return any(not amount.share and at < amount.first <= at + 2 for amount in found)


def _is_timed(words: Words, first: int) -> bool:
    """Whether something behind says how fast or how punctually each case is served."""
    for at in range(first, len(words)):
        if (words.bits[at] & PROMPT and words.low[at] != "within") or words.low[at] in ("faster", "quickly", "online"):
            return True
        if words.bits[at] & UNIT and any(
            words.low[i] in ("within", "in", "under", "than") for i in range(max(0, at - 3), at)
        ):
            return True
    return False


def _is_service(words: Words, when: list[When], done: Act, found: list[Amount]) -> bool:
    """`Record time within two days in 90% of matters`: a share of cases, and how fast each is served."""
    dated = {at for span in when for at in range(span.first, span.behind)}
    timed = any(words.bits[at] & UNIT and at not in dated for at in range(done.at, len(words)))
    return any(amount.share for amount in found) and timed and _is_timed(words, done.at + 1)


def _doing(words: Words, done: Act, head: int) -> Work:
    """Doing is work, unless it ends in a wish (`research and improve`), or times or shares what is served."""
    for at in (done.at + 2, done.at + 3):
        if at < len(words) and words.low[at - 1] in ("and", "&") and words.bits[at] & (BETTERS | RAISES | LOWERS):
            if not words.bits[at] & EITHER:
                return _NONE
            break
    if head >= 0 and done.bits & (HANDLES | RAISES | REACHES) and words.lemma[head] in _WON:
        return _NONE
    if (
        (words.word(done.at + 1) == "with" and "live" not in words.lemma[done.at])
        if head < 0
        else (words.bits[head] & _PRAISE and head == done.at + 1)
    ):
        return _NONE  # `execute with quality`, `ship faster`: how, not what
    if words.low[-1 if words.low[-1] not in STOPS else -2] in _SOONER:
        return _NONE  # `finish projects faster`
    lemma = words.lemma[done.at]
    if lemma == "invest":
        object_ = object_of(words, done.at + 2)
        concrete = object_ >= 0 and words.bits[object_] & (THING | PAPER)
        return Work(True, not concrete or is_woolly(words, done.at + 2, object_))
    if lemma in ("prepare", "plan") and not (head >= 0 and words.bits[head] & (THING | PAPER | CHORE | WORDWORK)):
        return _NONE
    return Work(True, is_woolly(words, done.at + 1, head))


def _handling(words: Words, done: Act, head: int, found: list[Amount]) -> Work:
    """`Close 500 tickets` is work; `resolve 95% within a day` is service; `close 12 branches` is a deed."""
    if head < 0:
        return _NONE
    if words.lemma[done.at] == "close" and words.lemma[head] in _CLOSABLE:
        return Work(True, False)
    item = words.bits[head] & CHORE or words.lemma[head] in _WORK_ITEMS
    return Work(bool(item and _counts(found, done.at) and not _is_timed(words, done.at + 1)), True)


def _making(words: Words, done: Act, head: int, found: list[Amount]) -> Work:
    """A thing that is made or given is work; a quality, praise of a service, or a result is not."""
    first = done.at + 1
    gives = done.bits & GIVES
    if gives and head >= 0 and words.bits[head] & FOLK and words.low[head + 1 : head + 2] == ["with"]:
        first, head = head + 2, object_of(words, head + 2)
    if head < 0:
        return Work(True, False)
    if any(amount.share and words.word(amount.first - 1) == "by" for amount in found):
        return _NONE  # `build deposits by 10%`: it grows
    object_, praised = words.bits[head], senses_in(words, first, head + 1) & _PRAISE
    concrete = object_ & (THING | CHORE | PAPER) and not (gives and object_ & SERVICE and not object_ & THING)
    if not concrete and not gives and begins_abstract(words, first):
        return _NONE
    if words.lemma[done.at] == "make" and is_made_so(words, head):
        return _NONE
    if words.lemma[done.at] == "make" and (not concrete or senses_in(words, first, first + 8) & _PRAISE):
        return _NONE
    if words.lemma[head] in _RESULTS or (gives and not object_ & PAPER and _is_served(words, done, object_, found)):
        return _NONE
    if words.lemma[head] in ("capability", "ability", "function", "functionality") and gives and not praised:
        return Work(True, False)
    if (object_ & (ABSTRACT | FOLK | STAFF) and not object_ & (PAPER | THING)) or (praised and not concrete):
        return _NONE
    return Work(True, is_woolly(words, first, head))


def _is_served(words: Words, done: Act, object_: int, found: list[Amount]) -> bool:
    """`Deliver 98% of orders on time`, `deliver 99.9% availability`: how well, not what."""
    if not found:
        return False
    shared = any(amount.share and amount.first <= done.at + 3 for amount in found)
    return bool(object_ & (MONEY | GOOD | SCORE)) or (shared and _is_timed(words, done.at + 1))


def _others_do_it(words: Words, done: Act) -> bool:
    """Customers and users as the subject: what they do is an effect; so is what somebody can do, or says of us."""
    if done.subject and (words.low[done.subject] in _ABLE or "us" in words.low[done.at + 1 : done.at + 4]):
        return words.low[done.subject - 1] not in OURS
    for at in range(done.subject):
        if words.bits[at] & FOLK and not words.bits[at] & STAFF and words.lemma[at] not in OURS:
            return bool(words.bits[done.subject - 1] & FOLK) or at < 3
    return False


def _has_effect(words: Words, at: int, found: list[Amount]) -> bool:
    """`to cut handling time by 20%`: a direction behind the work, and an amount behind the direction."""
    last = found[-1].first if found else -1
    for i in range(at + 2, last + 1):
        if words.low[i] in _EFFECTS:
            return True
        meant = words.bits[i]
        directed = meant & (RAISES | LOWERS | BETTERS | ENDS | REACHES) and not meant & EITHER and i < last
        linked = words.low[i - 1] in _LINKS or (meant & ING and not meant & CHORE)
        if directed and linked and not words.bits[i - 1] & DETERMINER:
            return True
    return False


def _having(words: Words, done: Act, found: list[Amount]) -> Work:
    """`We have a runbook`, `have 30 calls`, `each account has a review`: what we drew up or did."""
    head = object_of(words, done.at + 1)
    object_ = words.bits[head] if head >= 0 else 0
    if not done.subject:
        return Work(bool(_counts(found, done.at) and object_ & CHORE), True)
    if words.low[done.subject - 1] in OURS and object_ & (THING | PAPER | CHORE):
        return Work(True, is_woolly(words, done.at + 1, head))
    papered = senses_in(words, done.at + 1, head + 1) & PAPER
    return Work(bool(papered and any(amount.share and amount.first < done.at for amount in found)), True)


def _passive(words: Words, done: Act, found: list[Amount]) -> Work:
    """`Nodes are rebuilt`, `staff trained`; not `requests are answered within a day`, `is designed to clarify`."""
    meant, after = done.bits, done.at + 1
    if (
        words.lemma[done.at] in _MEANT
        or words.low[done.subject] in _ABLE
        or _is_timed(words, after)
        or is_praised(words, after)
        or senses_in(words, after, len(words)) & (BOUND | TIME)
    ):
        return _NONE
    subject = senses_in(words, 0, done.subject)
    if meant & GIVES:
        return Work(bool(subject & (THING | CHORE | PAPER) and not any(a.share for a in found)), False)
    if meant & HANDLES and not meant & DOES:
        return Work(bool(subject & CHORE and not any(amount.share for amount in found)), True)
    if words.lemma[done.at] in _THEIRS and any(amount.share for amount in found):
        return _NONE
    if meant & (DOES | MAKES | RENEWS) and not _has_effect(words, done.at, found):
        return Work(True, False)
    return _NONE
