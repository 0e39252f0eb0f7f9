"""One record that says two things made two: each with its own words, and with what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from workshop import acts
from workshop.answers import days, values
from workshop.declare import Field, Kind, Record, Value
from workshop.draft import Draft
from workshop.errors import NotUnderstood, Refused
from workshop.plans.mentions import Mention, hand_over, mentions
from workshop.records import Objective
from workshop.state import Workshop
from workshop.words import plural

_COPIED = ("who", "day", "choice", "flag", "ref", "refs")
"""What holds for both halves; amounts and words are those of the first until somebody says the second's."""
_JOINTS = tuple(map(re.compile, (r"\s*;\s*", r"(?:,\s*|(?<!\d)\s+)and\s+|\s+and\s+(?!\d)|\s+&\s+", r",\s+")))
_BY = re.compile(r"\s+by\s+[^,;]+$")
_GOES_ON = re.compile(r"(?i)(?:not|by|from|within|until|instead|but|which|who|that)\b")
"""Words behind a comma that say more of what stands before it."""


class Hanging(NamedTuple):
    """What hangs on a record and can go along with its second half: one record, or its cells of one kind.

    `key` is the record's ref or the kind's name; `words` say it on the wall.
    """

    key: str
    words: str
    mentions: tuple[Mention, ...]


def splits(kind: Kind) -> bool:
    """Whether a record of the kind can be two: it is known by its own words, not by what it stands on."""
    spec = kind.named[kind.called]
    rest = all(other.type in _COPIED for other in kind.fields if other.needed and other is not spec)
    return bool(kind.prefix) and spec.needed and spec.type == "text" and rest and not kind.once


def halves(said: str) -> tuple[str, str]:
    """Where words would be parted: at a semicolon, else an `and`, else a comma; the second is empty without any.

    A noun or a date that both share is said with both.
    """
    for joint in _JOINTS:
        found = [at for at in joint.finditer(said) if _parts(said[: at.start()], said[at.end() :])]
        if found:
            at = min(found, key=lambda one: abs(one.start() + one.end() - len(said)))
            return _shared(said[: at.start()].strip(), said[at.end() :].strip())
    return said, ""


def hanging(shop: Workshop, ref: str) -> list[Hanging]:
    """What names the record, in the order of the kinds."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions(shop, ref):
        kind = mention.record.kind
        found.setdefault(kind.name if kind.key else mention.record.ref, []).append(mention)
    return [Hanging(key, _words(shop, key, named), tuple(named)) for key, named in found.items()]


def split(draft: Draft, ref: str, first: str, second: str, along: Collection[str] = ()) -> str:
    """Let the record say the first only, and a new one beside it the second; the new one's ref.

    Owner, day, choices and neighbours are copied; what was measured, promised or signed stays with the first.
    `along` has the keys of what hangs on the record and goes to the second. An objective's first wording stays
    with both. Raises Refused for a kind that cannot be two, NotUnderstood where a half has no words.
    """
    record = draft.shop.find(ref)
    kind, called = record.kind, record.kind.field(record.kind.called)
    if not splits(kind):
        raise Refused(f"{ref} is a {kind.name}, which cannot be two; add another {kind.name} instead")
    words = [draft.read(called, half) for half in (first, second)]
    if not all(words):
        raise NotUnderstood(f"Both halves need words; say what the {'second' if words[0] else 'first'} one is")
    acts.put(draft, ref, called.name, words[0])
    made = acts.keep(draft, kind, {**_copied(draft, record, called), called.name: words[1]})
    _stand_behind(draft, record, made)
    for hung in hanging(draft.shop, ref):
        for mention in hung.mentions if hung.key in along else ():
            if draft.known(mention.record.ref):
                hand_over(draft, mention, ref, made)
    return made


def _copied(draft: Draft, record: Record, called: Field) -> dict[str, Value]:
    """What holds for the second half too."""
    held: dict[str, Value] = {}
    for spec in record.kind.fields:
        if (spec.goes_with in held) if spec.goes_with else (spec.type in _COPIED):
            held[spec.name] = draft.value(record.ref, spec.name)
    if record.kind is Objective.kind:
        held["said"] = draft.value(record.ref, "said") or getattr(record, called.name)
        if held["state"] != "parked":  # there is one pilot, and nothing of the second is mapped or proved
            held["state"] = "candidate"
    return held


def _stand_behind(draft: Draft, record: Record, made: str) -> None:
    after = [other.place for other in draft.shop.of(record.kind.name) if other.place > record.place]
    place = (record.place + (min(after) if after else record.place + 2)) / 2
    if all(record.place < place < other for other in after[:1]):
        draft.set(made, "place", place)


def _parts(first: str, second: str) -> bool:
    """Whether both are more than the end or the beginning of the other."""
    return bool(first.strip() and second.strip()) and not _GOES_ON.match(second)


def _shared(first: str, second: str) -> tuple[str, str]:
    """`Incident` and `problem management` share a noun; a date at the end is often that of both."""
    tail = _BY.search(second)
    if tail and days.mentioned(tail[0]) and not days.mentioned(first):
        first += tail[0]
    words = second.split()
    if len(first.split()) == 1 and len(words) == 2:
        first = f"{first} {words[1]}"
    return first, second[:1].upper() + second[1:]


def _words(shop: Workshop, key: str, found: list[Mention]) -> str:
    """`L2 link · P1 Incident management · it restores`, `6 scores`."""
    record, kind = found[0].record, found[0].record.kind
    if kind.key:
        return plural(len(found), kind.name, kind.plural)
    ends = [kind.named[name] for name in kind.once if name not in {mention.spec.name for mention in found}]
    said = [values.shown(spec, getattr(record, spec.name), shop) for spec in ends]
    fields = [mention.spec.label.lower() for mention in found if mention.spec.type == "who" and not mention.stands_on]
    return " · ".join([f"{key} {kind.name}", *said, *({record.words} - {key}), *fields])
