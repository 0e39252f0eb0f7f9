"""Marks at the end of a captured line: `Cut churn by Q4 @Head of Sales #annual plan !31 Dec 2027`.

`@` says who owns it, `#` where it comes from, `!` by when; of a person, `@` the role and `#` the group. Only what
can be read as that is a mark, and only at the end: an e-mail address, “C#”, “#1” and “!important” stay the words
that they are. Behind a person's name, which has no `#` in it, a group that there is not is told and left out. A
metric's line says its values before the marks: `Time to restore 90 -> 30 minutes @Service desk`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from workshop import acts
from workshop.answers import rhythm, values
from workshop.declare import Field, Kind, Value
from workshop.draft import Draft
from workshop.errors import WorkshopError
from workshop.records import Metric, Person, Reading, Routine
from workshop.state import Workshop

FIELDS = {"@": ("owner", "chair", "decides", "role"), "#": ("source", "group"), "!": ("due",)}
"""The fields that each mark may fill: the first that a kind has."""

_MARK = re.compile(r"\s([@#!])(?=[^\s@#!])")
_AIM = re.compile(
    r"(?i)(?P<name>.*\w)[,:]?\s+(?:(?P<baseline>\W?\d\S*?(?: [^\W\d]\S*)?) *(?:->|→) *"
    r"|from (?P<start>\W?\d\S*(?: [^\W\d]\S*)?) to )(?P<target>\S+)"
    r"(?: +(?P<unit>%|[^\W\d].{0,40}?))?(?: (?:by|until) (?P<due>(?=.*\d).{1,60}))?"
)
"""A metric's name, its value today and the one that is wanted, the unit, and by when."""
_BY = re.compile(r"(?i).*\w (?:by|until|before) (?P<due>.+)")
"""What is to be done, and by when."""
_AGAIN = re.compile(
    r"(?i)(?<=[\w,] )(?:every|each|daily|weekly|monthly|quarterly|first|second|third|last|once|twice)\b"
)
"""Where the words of a meeting may begin to say how often it comes again."""
_BEFORE_DAY = re.compile(r",?\s+(?:on\s+)?(?=.*\d)")
_LONGEST = 60
"""Characters at the end of a line in which a day or a rhythm may stand."""
_NAME = re.compile(r"[^\W\d_][^\d%@#!?:;]*")
_WORDS = 6
"""Words that a name that is new to the workshop may have."""


class Marked(NamedTuple):
    """The words before the marks, what the marks put into which field, and those that name nothing that is known."""

    text: str
    held: dict[str, Value]
    unknown: tuple[str, ...] = ()


def read(kind: Kind, text: str, shop: Workshop) -> Marked:
    """Part a line into its words and its marks; each mark once, the last ones first. Never raises."""
    words, held, unknown = text, dict[str, Value](), list[str]()
    while found := _last(words):
        spec = _field(kind, found[1])
        said, before = words[found.end() :].strip(), words[: found.start()].rstrip()
        value = _value(kind, spec, said, shop) if spec and spec.name not in held else None
        if spec is None or not before.strip():
            break
        if value:
            held[spec.name] = value
        elif _is_meant(kind, spec):
            unknown.insert(0, f"{found[1]}{said}")
        else:
            break
        words = before
    words, aim = _aim(kind, words, shop)
    held |= aim | _deadline(kind, words, shop, held) | _rhythm(kind, words)
    return Marked(words, dict(reversed(held.items())), tuple(unknown)) if held or unknown else Marked(text, held)


def signs(kind: Kind) -> str:
    """`@owner #source !due`: the marks that such a record takes."""
    marks = [f"{sign}{spec.name}" for sign in FIELDS if (spec := _field(kind, sign))]
    return " ".join([*["today -> target unit"] * _has_aim(kind), *marks])


def told(kind: Kind, found: Marked, shop: Workshop) -> str:
    """`owner Head of Sales · due 31 Dec 2027`: what the marks would fill in and which are not known, or ""."""
    fields = ((kind.named[name], value) for name, value in found.held.items())
    filled = [f"{spec.label.lower()} {values.shown(spec, value, shop)}" for spec, value in fields]
    known = ", ".join(kind.named["group"].choices) if "group" in kind.named else ""
    return " · ".join([*filled, *(f"“{mark}” is not known, left out; there are {known}" for mark in found.unknown)])


def reading(text: str, shop: Workshop) -> tuple[str, str]:
    """A reading's value, and the day that was said behind it, as ISO: `74 min on 15 December 2026`; else ""."""
    value, on = Reading.kind.field("value"), Reading.kind.field("on")
    words = text.strip()
    for blank in _BEFORE_DAY.finditer(words, max(0, len(words) - _LONGEST)):
        said, day = words[: blank.start()], words[blank.end() :]
        try:
            return str(values.read(value, said, shop)), str(values.read(on, day, shop))
        except WorkshopError:
            continue
    return text, ""


def capture(draft: Draft, kind: Kind, text: str, held: Mapping[str, Value] | None = None) -> str:
    """One line of rapid capture with its marks; the ref of the new record. What the screen has in hand comes first."""
    found = read(kind, text, draft.shop)
    return acts.capture(draft, kind, found.text, {**found.held, **(held or {})})


def link(draft: Draft, one: str, kind: Kind, text: str) -> str:
    """A new record of a line with its marks, linked with its neighbour on the thread; its ref."""
    made = capture(draft, kind, text)
    acts.connect(draft, one, made)
    return made


def measure(draft: Draft, outcome: str, process: str, text: str) -> str:
    """A metric of a line with its marks, or one that is there, shows that the process moves the outcome; its ref."""
    found = read(Metric.kind, text, draft.shop)
    return acts.measure(draft, outcome, process, found.text, found.held)


def _field(kind: Kind, sign: str) -> Field | None:
    """The field of the kind that the mark fills."""
    return next((kind.named[name] for name in FIELDS[sign] if name in kind.named), None)


def _is_meant(kind: Kind, spec: Field) -> bool:
    """Whether what looks like a mark for that field can be nothing else: a choice behind somebody's name."""
    return spec.type == "choice" and kind is Person.kind


def _has_aim(kind: Kind) -> bool:
    """Whether the kind has values that its words, a name, do not say themselves."""
    return kind.called == "name" and {"baseline", "target", "unit"} <= set(kind.named)


def _aim(kind: Kind, words: str, shop: Workshop) -> tuple[str, dict[str, Value]]:
    """The name before `90 -> 30 minutes`, and these values; the words alone where that is no pair of numbers."""
    found = _AIM.fullmatch(words) if _has_aim(kind) else None
    if found is None:
        return words, {}
    said = {name: text or "" for name, text in found.groupdict().items()}
    said["baseline"] = (said.pop("start") or said["baseline"]).removesuffix(f" {said['unit']}")
    if not said["unit"] and said["target"].endswith("%"):
        said["unit"] = "%"
    name = said.pop("name")
    try:
        return name, {field: values.read(kind.named[field], text, shop) for field, text in said.items() if text}
    except WorkshopError:
        return words, {}


def _deadline(kind: Kind, words: str, shop: Workshop, held: Mapping[str, Value]) -> dict[str, Value]:
    """The day at the end of what is to be done; the words stay as they are. A statement's parts are read elsewhere."""
    if "due" not in kind.named or "due" in held or kind.called == "statement" or _has_aim(kind):
        return {}
    found = _BY.fullmatch(words)
    try:
        return {"due": values.read(kind.named["due"], found["due"], shop)} if found else {}
    except WorkshopError:
        return {}


def _rhythm(kind: Kind, words: str) -> dict[str, Value]:
    """How often a meeting comes again, where its words end in that; they stay as they are."""
    for found in _AGAIN.finditer(words, max(0, len(words) - _LONGEST)) if kind is Routine.kind else ():
        if rhythm.read(words[found.start() :]):
            return {"every": words[found.start() :]}
    return {}


def _last(words: str) -> re.Match[str] | None:
    return max(_MARK.finditer(words), key=re.Match.start, default=None)


def _value(kind: Kind, spec: Field, said: str, shop: Workshop) -> Value:
    """What the field would hold, or nothing where these are ordinary words."""
    if spec.type == "who":
        return _person(said, shop) or _known(spec, said, shop)
    if spec.type == "text":
        return _known(spec, said, shop) or _role(kind, said)
    if spec.type == "choice" and len(said) < 3:
        return _by_other_name(spec, said)
    try:
        return values.read(spec, said, shop)
    except WorkshopError:
        return _by_other_name(spec, said)


def _by_other_name(spec: Field, said: str) -> str:
    from workshop.incoming.meant import named

    return named(spec, said) if spec.type == "choice" else ""


def _person(said: str, shop: Workshop) -> str:
    """The one person that is meant: by ref, by name, or by the beginning of it."""
    wanted = said.lower()
    people = shop.all(Person)
    exact = [person.ref for person in people if wanted in (person.ref.lower(), person.name.lower())]
    begun = [person.ref for person in people if person.name.lower().startswith(f"{wanted} ")]
    found = exact or begun
    return found[0] if len(found) == 1 else ""


def _role(kind: Kind, said: str) -> str:
    """What stands behind somebody's name, which has no `@` in it, as a role."""
    return said if kind is Person.kind and _NAME.fullmatch(said) else ""


def _known(spec: Field, said: str, shop: Workshop) -> str:
    """A name: it has a capital, or somebody said it in such a field before."""
    if not _NAME.fullmatch(said) or len(said.split()) > _WORDS:
        return ""
    kinds = ("objective", "service", "process", "outcome", "metric")
    used = (str(getattr(record, spec.name, "")) for kind in kinds for record in shop.of(kind))
    return next((words for words in used if words.lower() == said.lower()), said if said[0].isupper() else "")
