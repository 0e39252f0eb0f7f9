"""What a statement leaves out, and the one question that helps it on."""

from __future__ import annotations

from workshop.statement.activities import Act, act
from workshop.statement.aims import is_aim
from workshop.statement.dates import dates
from workshop.statement.objects import object_of
from workshop.statement.plainness import plain
from workshop.statement.reading import Reading
from workshop.statement.senses import (
    ABSTRACT,
    BEING,
    CHORE,
    FUZZY,
    MANY,
    PAPER,
    SERVICE,
    THING,
    listed,
)
from workshop.statement.tokens import Words

_MEASURED, _SERVICE, _START, _TARGET, _DUE = (
    "what is measured", "which service", "from which value", "to which value", "by when")  # fmt: skip
_BARE = listed("service services it things everything system systems support quality performance experience")
_SERVICES = listed("service services system systems it platform application applications website")
_COMPLETE = listed(
    "no zero none nobody all every each everyone under below less fewer at within < ≤ ≥ > above over half halve double "
    "twice by"
)
_LONGEST = 60
"""Characters of the room's own words that a question repeats."""


def missing(reading: Reading, kind: str) -> list[str]:
    """The parts that a statement still lacks, in plain words; for a metric, what stands behind a mere count."""
    labels, parts = reading.labels, reading.parts
    if kind == "metric" and is_aim(reading.text):
        return ["the number"]
    if kind == "metric":
        return ["the result behind the count"] if labels["vanity"] else []
    lacks: list[str] = []
    if labels["output_not_outcome"]:
        lacks.append("what gets better")
    elif not labels["measurable"] and (not parts.measured or _is_bare(parts.measured)):
        lacks.append(_MEASURED)
    if _asks_for_service(reading, kind):
        lacks.append(_SERVICE)
    if not labels["output_not_outcome"]:
        if not parts.start and not _needs_no_start(parts.target):
            lacks.append(_START)
        if not labels["measurable"]:
            lacks.append(_TARGET)
    if not labels["time_bound"]:
        lacks.append(_DUE)
    return lacks


def suggestion(reading: Reading, kind: str) -> str:
    """One plain question that asks for what is missing, in the words on the screen; "" where nothing is."""
    if kind == "metric":
        if is_aim(reading.text):
            return "That is a wish; which number would show it?"
        if reading.labels["vanity"]:
            return f"Who is better off when {_quoted(reading.parts.measured, 'this')} moves?"
        return _plainly(reading)
    if reading.labels["output_not_outcome"]:
        thing = _made(reading.text)
        return f"What gets better for whom {f'with {thing}' if thing else _done(reading.text)}?"
    asked = _question(missing(reading, kind), reading)
    return asked or _plainly(reading)


def _question(lacks: list[str], reading: Reading) -> str:
    """`Which service, measured how, from what to what, by when?`"""
    if not lacks:
        return ""
    if _MEASURED in lacks:
        which = ["which service"] if _SERVICE in lacks or _speaks_of_service(reading) else []
        asked = [*which, "measured how", "from what to what"]
    else:
        asked = [_SERVICE] if _SERVICE in lacks else []
        if _START in lacks and _TARGET in lacks:
            asked.append("from which value to which")
        elif _START in lacks:
            asked.append("from which value today")
        elif _TARGET in lacks:
            asked.append(_TARGET)
    if _DUE in lacks:
        asked.append(_DUE)
    joined = asked[0] if len(asked) == 1 else ", ".join(asked[:-1]) + (", and " if len(asked) < 3 else ", ") + asked[-1]
    subject = _plain_subject(reading)
    if _MEASURED not in lacks and subject and len(subject) <= _LONGEST:
        return f"{subject[0].upper()}{subject[1:]}: {joined}?"
    return f"{joined[0].upper()}{joined[1:]}?"


def _plain_subject(reading: Reading) -> str:
    """What is measured, in plain words: `time to restore service` for MTTR."""
    subject = reading.parts.measured
    for said, wording in plain(subject) if reading.labels["jargon"] and subject else ():
        subject = subject.replace(said, wording or said, 1)
    return subject


def _done(text: str) -> str:
    """`when tickets are closed`, where that can be said shortly."""
    words = Words(text)
    done = act(words, dates(words))
    if not done or not done.passive or done.at != done.subject or words.union & BEING or len(text) > _LONGEST:
        return "when that is done"
    subject = words.said(0, done.subject)
    shown = subject[0].lower() + subject[1:] if subject[1:2].islower() else subject
    verb = "are" if words.bits[done.subject - 1] & MANY else "is"
    return f"when {shown} {verb} {words.low[done.at]}"


def _plainly(reading: Reading) -> str:
    """`Say MTTR plainly: mean time to restore service.`"""
    for said, wording in plain(reading.text):
        return f"Say “{said}” plainly: {wording}." if wording else f"Say “{said}” so that everyone knows it."
    return ""


def _made(text: str) -> str:
    """What the work would leave behind, as typed, where that is a thing with a short name."""
    words = Words(text)
    done: Act | None = act(words, dates(words))
    if not done or done.subject:
        return ""
    head = object_of(words, done.at + 1)
    if head < 0 or head - done.at > 5 or not words.bits[head] & (THING | PAPER) or words.bits[head] & CHORE:
        return ""
    return words.said(done.at + 1, head + 1)


def _is_bare(measured: str) -> bool:
    """`service`, `a world-class culture`: nothing that has a number."""
    words = Words(measured)
    if all(word in _BARE for word in words.low):
        return True
    return bool(words.union & (FUZZY | ABSTRACT)) and not words.union & SERVICE and len(words) < 4


def _speaks_of_service(reading: Reading) -> bool:
    """Whether some service is meant that has no name."""
    return not reading.parts.service and any(word in _SERVICES for word in reading.text.lower().split())


def _asks_for_service(reading: Reading, kind: str) -> bool:
    """An outcome is of a service; an objective only where it speaks of one."""
    if reading.parts.service or reading.labels["output_not_outcome"]:
        return False
    return kind == "outcome" or _speaks_of_service(reading)


def _needs_no_start(target: str) -> bool:
    """None, all, a threshold or a share of all are complete without where one starts."""
    return target.lower().partition(" ")[0] in _COMPLETE


def _quoted(measured: str, otherwise: str) -> str:
    return f"“{measured}”" if 0 < len(measured) <= _LONGEST else otherwise
