"""The four labels of a metric: whether it counts work, whether it warns, whether it looks at speed and cost."""

from __future__ import annotations

from workshop.statement.look import Look
from workshop.statement.objects import senses_in
from workshop.statement.senses import (
    BEING,
    BETTERS,
    BUSY,
    COST,
    COUNT,
    COVER,
    DONE,
    ED,
    FOLK,
    GOOD,
    HANDLES,
    HARM,
    LATE,
    LOWERS,
    MODAL,
    MONEY,
    PAPER,
    PROMPT,
    RAISES,
    RISK,
    SAFE,
    SCORE,
    SHARE,
    STOCK,
    THRIFT,
    TIME,
    UNIT,
    USE,
    VOLUME,
    listed,
)
from workshop.statement.tokens import Words

_CHANGES = listed("reduction decrease increase improvement decline growth change")
_OVERDUE = listed("overdue backlogged neglected older oldest aged late longer >")
_SETTLED = listed("close resolve fix remediate patch mitigate handle block prevent remove solve accept")
_NEGLECT = listed("backlogged neglected")
_HAVING = listed(
    "a an current documented tested defined agreed valid approved signed complete named assigned active regular formal "
    "written security up"
)
_REACH = listed(
    "train training test drill exercise practice coverage compliance completeness hygiene readiness adherence "
    "participation adoption uptake usage take awareness verification monitor cross learning hours self disaster "
    "security safety penetration patch"
)
_QUALIFIED = listed("with without that which who whose not never needing requiring exceeding where")
_CLAUSES = listed("that which who whose")
_MATTERS = HARM | RISK | COVER | PAPER | GOOD | PROMPT | STOCK | LATE | BEING | MODAL | HANDLES
_SPANS = listed("to from between until before")
_ACCURATE = listed("accuracy accurate exactness")


def labels(words: Words, jargon: bool) -> dict[str, bool | None]:
    """vanity, leading, efficiency, jargon."""
    look = Look(words)
    return {"vanity": vanity(look), "leading": leading(look), "efficiency": efficiency(look), "jargon": jargon}


def vanity(look: Look) -> bool:
    """Counts work, or what arrives; nobody is better or worse off by it."""
    if look.rhythm or look.cost or look.sees(MONEY | SCORE | HARM | RISK | PROMPT) or _is_change(look):
        return False
    if look.sees(BUSY):
        return True
    if look.share or look.sees(GOOD) or _is_qualified(look):
        return False
    if look.time:
        return look.sees(DONE) and _counts_hours(look)
    if look.sees(LATE) and look.sees(STOCK):
        return not _NEGLECT.isdisjoint(look.words.lemma)
    if look.sees(THRIFT | USE) and not look.sees(VOLUME) and not (look.sees(COUNT) and look.sees(DONE)):
        return False
    if "pipeline" in look.words.lemma and look.sees(STOCK):
        return False
    if look.sees(COUNT | VOLUME | DONE):
        if not look.counts() or (look.heads(SAFE) and not _reaches(look.words)):
            return False
        return look.sees(VOLUME | STOCK) or not look.sees(SAFE) or _reaches(look.words)
    return look.sees(STOCK)


def leading(look: Look) -> bool:
    """Warns before the result, while one can still act."""
    if look.feel:
        return True
    if look.sees(RISK):
        return _warns(look)
    if look.sees(HARM) and look.sees(LATE) and not look.sees(DONE | PROMPT):
        return True  # the age of bugs, which are still there
    if look.sees(HARM) or look.cost or (look.sees(COST) and look.sees(MONEY)):
        return False
    if look.time:
        return look.sees(LATE) or look.reaches()
    if look.sees(STOCK | LATE):
        return not look.sees(GOOD | SCORE)
    if (look.share or not look.sees(COUNT)) and not look.sees(GOOD) and _is_safeguarded(look.words):
        return True
    if look.sees(GOOD | BUSY | SCORE | MONEY) and not (look.share and _safeguard_first(look.words)):
        return "code review" in look.words.lemma
    if look.share:
        return look.sees(COVER | USE)
    return look.sees(COVER | USE) and not look.sees(DONE | PROMPT) and _reaches(look.words)


def efficiency(look: Look) -> bool | None:
    """Speed, cost, throughput, use of means; None for bare demand or stock."""
    if look.cost or look.rhythm or look.sees(BUSY):
        return True
    late = look.sees(LATE) and look.sees(UNIT)
    late = late or not _OVERDUE.isdisjoint(look.words.lemma) or not _OVERDUE.isdisjoint(look.words.low)
    if look.sees(HARM | RISK):
        if look.sees(HARM) and not look.sees(PROMPT) and _counts_units(look):
            return False
        swift = look.sees(PROMPT) and (look.sees(DONE) or not look.sees(HARM))
        return look.time or swift or late or (look.sees(THRIFT) and not look.sees(HARM))
    if look.reaches() and not look.sees(PROMPT):
        return False
    if look.share and look.sees(COVER) and not look.time and not look.sees(PROMPT):
        return False
    if look.sees(PROMPT) and look.sees(DONE):
        return True
    if look.time or look.sees(PROMPT | THRIFT):
        return not (look.sees(GOOD) and look.first(GOOD, TIME | PROMPT | THRIFT))
    if look.share or late:
        return late
    if look.sees(SCORE | MONEY | GOOD):
        return False
    if look.sees(DONE) and (look.sees(VOLUME) or not look.sees(SAFE)):
        return True
    return None if look.sees(VOLUME | STOCK | COUNT | DONE) else False


def _warns(look: Look) -> bool:
    """A risk warns, unless it is dealt with, or only timed, or a forecast judged by how right it was."""
    words, behind = look.words, look.behind
    settled = any(
        lemma in _SETTLED and meant & ED for lemma, meant in zip(words.lemma[:behind], words.bits[:behind], strict=True)
    )
    dealt_with = settled or (look.sees(PROMPT) and not look.sees(LATE))
    timed = look.time and not look.sees(LATE)
    return not dealt_with and not timed and _ACCURATE.isdisjoint(look.words.lemma)


def _is_change(look: Look) -> bool:
    """`Reduction in last-minute buying`, `reduced backlog`: what changed, not how much there was."""
    words = look.words
    if words.low[look.behind - 1 : look.behind] == ["improvements"] and not look.sees(COUNT | DONE):
        return True  # `access improvements`
    if words.bits[:1] and words.bits[0] & ED and words.bits[0] & (RAISES | LOWERS | BETTERS):
        return True
    return any(
        words.lemma[at] in _CHANGES and words.low[at + 1] in ("in", "of") for at in range(min(3, len(words) - 1))
    )


def _is_qualified(look: Look) -> bool:
    """`Pages with broken links`, `calls that were abandoned`: something is the matter with what is counted."""
    words = look.words
    for at in range(look.behind - 1):
        if words.low[at] in _CLAUSES and not senses_in(words, at + 1, min(look.behind, at + 12)) & _MATTERS:
            continue  # `posts that mention us`
        if words.low[at] in _QUALIFIED and not (words.low[at] == "with" and words.bits[at + 1] & FOLK):
            return True
    return False


def _counts_units(look: Look) -> bool:
    """`Days lost`, `minutes of downtime`: the unit counts something, it does not time work."""
    return not any(meant & TIME and not meant & UNIT for meant in look.words.bits)


def _counts_hours(look: Look) -> bool:
    """`Classroom hours taught`: time as an amount of work, not how long something took."""
    return _counts_units(look) and _SPANS.isdisjoint(look.words.low)


def _is_safeguarded(words: Words) -> bool:
    """`Services with a current agreement`: things that have a safeguard."""
    if words.union & HARM:
        return False
    for at in range(len(words) - 1):
        if words.bits[at] & SCORE:
            return False
        if words.low[at] == "with":
            guarded = any(meant & (COVER | PAPER) for meant in words.bits[at + 1 : at + 4])
            return guarded or words.low[at + 1] in _HAVING
    return False


def _safeguard_first(words: Words) -> bool:
    """`Contracts reviewed before renewal` looks at the safeguard, `backup success rate` at the result."""
    at = next((i for i, meant in enumerate(words.bits) if meant & (GOOD | SCORE | COVER | MONEY)), -1)
    if at < 0 or words.bits[at] & (GOOD | SCORE | MONEY) or "pass" in words.lemma:
        return False
    result = next((i for i in range(at + 1, len(words)) if words.bits[i] & (GOOD | SCORE)), len(words))
    if result < len(words) and not _CLAUSES.isdisjoint(words.low[at + 1 : result]):
        return False  # `tests that correctly match`
    return not (result + 1 < len(words) and words.bits[result + 1] & (SHARE | SCORE))


def _reaches(words: Words) -> bool:
    """Training, testing, `use of` and the nouns of reach warn even where they are only counted."""
    return words.lemma[:2] == ["use", "of"] or any(part in _REACH for word in words.lemma for part in word.split())
