"""Two records that are one thing made one: every mention goes along, and what both said is kept."""

from __future__ import annotations

from typing import NamedTuple

from workshop import acts
from workshop.answers import amounts, values
from workshop.declare import Field, Kind, Record, Value
from workshop.draft import Draft
from workshop.errors import Refused
from workshop.likeness import alike, telling
from workshop.plans.mentions import Mention, hand_over, held_by, instead, mentions
from workshop.records import Note, Objective, Person
from workshop.state import Workshop
from workshop.words import LONGEST

_EMPTY: tuple[Value, ...] = ("", (), None)


class Twin(NamedTuple):
    """A record that may be the same thing as another one; `alike` when their words say much the same."""

    record: Record
    alike: bool


def joins(kind: Kind) -> bool:
    """Whether two records of the kind can become one."""
    return bool(kind.prefix) and kind.name != "workshop"


def twins(shop: Workshop, ref: str) -> list[Twin]:
    """The other records of the same kind, those that say much the same first."""
    record = shop.find(ref)
    words = telling(record.words)
    others = [other for other in shop.of(record.kind.name) if other.ref != ref]
    found = [Twin(other, alike(record.words, other.words)) for other in others]
    return sorted(found, key=lambda twin: (not twin.alike, -_common(words, telling(twin.record.words))))


def kept_and_gone(shop: Workshop, one: str, other: str) -> tuple[str, str]:
    """Which of the two is kept, and which becomes part of it: the pilot, else the first that is named."""
    return (other, one) if shop.about.pilot == other else (one, other)


def join(draft: Draft, kept: str, other: str) -> str:
    """Let the other record become part of the one that is kept; the ref of that one.

    Every mention of the other names the kept one. Empty fields are filled from the other, lists of refs are
    joined; where both say something different the kept one's words stand and the other's become a remark. Links,
    cells and verdicts that come to stand on the same thing are joined in the same way, so the kept one's wins. What
    is private stays so. Raises Refused where they are not two of one kind, NoSuchRecord.
    """
    one, two = draft.shop.find(kept), draft.shop.find(other)
    if one.kind is not two.kind:
        raise Refused(f"{kept} is a {one.kind.name} and {other} a {two.kind.name}; only two of a kind can be one")
    if kept == other or not joins(one.kind):
        raise Refused(f"{kept} cannot be joined with {other}; choose another {one.kind.name}")
    left = _Joining(draft).take_in(one, two)
    on = str(draft.value(kept, "on") or kept) if one.kind is Note.kind else kept
    for private in ("", "yes"):
        for text in _packed([said.text for said in left if said.private == bool(private)]):
            draft.add(Note.kind, {"on": on, "what": "remark", "text": text, "private": private})
    return kept


class _Left(NamedTuple):
    """What one record said that found no place in the other."""

    text: str
    private: bool


class _Joining:
    """One record taken into another, and with it whatever then stands on the same thing twice."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._standing: dict[str, dict[tuple[Value, ...], str]] = {}
        """For each kind, the records by what they stand on."""

    def take_in(self, kept: Record, other: Record) -> list[_Left]:
        """The other record's mentions and words go to the kept one; then it is gone. What found no place."""
        draft, left = self.draft, list[_Left]()
        held = held_by(draft, other.ref, other.kind)
        theirs = {name: instead(value, other.ref, kept.ref, (kept.ref,)) for name, value in held.items()}
        found = mentions(draft.shop, other.ref)
        for mention in sorted(found, key=lambda mention: mention.stands_on):
            if draft.known(mention.record.ref):
                left += self._turn(mention, other.ref, kept.ref)
        left += _fill(draft, kept, other, theirs)
        if isinstance(kept, Objective) and draft.value("W1", "pilot") == kept.ref:
            acts.choose_pilot(draft, kept.ref)
        draft.remove(other.ref)
        return left

    def _turn(self, mention: Mention, old: str, new: str) -> list[_Left]:
        """Let a mention name the kept record; where such a record stands on that already, the two become one."""
        record = mention.record
        if not mention.stands_on:
            hand_over(self.draft, mention, old, new)
            return []
        standing = self._of(record.kind)
        wanted = tuple(instead(self.draft.value(record.ref, name), old, new) for name in record.kind.once)
        twin = self.draft.shop.get(standing.get(wanted, ""))
        if twin and twin.ref != record.ref and self.draft.known(twin.ref):
            return self.take_in(twin, record)
        standing[wanted] = hand_over(self.draft, mention, old, new)
        return []

    def _of(self, kind: Kind) -> dict[tuple[Value, ...], str]:
        if kind.name not in self._standing:
            found: dict[tuple[Value, ...], str] = {}
            for record in self.draft.shop.of(kind.name):
                found.setdefault(tuple(getattr(record, name) for name in kind.once), record.ref)
            self._standing[kind.name] = found
        return self._standing[kind.name]


def _fill(draft: Draft, kept: Record, other: Record, theirs: dict[str, Value]) -> list[_Left]:
    """Fill what is open in the kept record; what the other says differently is left."""
    kind, open_said, private_said = kept.kind, list[str](), list[str]()
    hidden = _is_private(other)
    units = {spec.unit_in: _unit(draft, kept, spec.unit_in, theirs) for spec in kind.fields if spec.unit_in}
    for spec in kind.fields:
        mine, their = draft.value(kept.ref, spec.name), theirs[spec.name]
        if spec.unit_in and their and theirs[spec.unit_in] != units[spec.unit_in]:
            their = amounts.with_unit(str(their), str(theirs[spec.unit_in]))
        if spec.name in kind.once or their in _EMPTY or their == mine:
            continue
        if isinstance(mine, tuple) and isinstance(their, tuple):
            draft.set(kept.ref, spec.name, tuple(dict.fromkeys((*mine, *their))))
        elif mine in _EMPTY and units.get(spec.name, their) == their and _belongs(draft, kept, spec, theirs):
            draft.set(kept.ref, spec.name, their)
        else:
            said = _said(draft, kind, spec, their, theirs)
            (private_said if spec.private or hidden else open_said).append(said)
    rest = ((open_said, False), (private_said, True))
    return [_Left(f"{other.ref}, now {kept.ref}: {'; '.join(said)}", private) for said, private in rest if said]


def _is_private(record: Record) -> bool:
    """Whether a redacted reader may not know what it says: a person's name, a private note, a single voter's score."""
    if isinstance(record, Person) or (isinstance(record, Note) and record.private == "yes"):
        return True
    return any(record.kind.named[name].private and getattr(record, name) for name in record.kind.key)


def _unit(draft: Draft, kept: Record, name: str, theirs: dict[str, Value]) -> Value:
    """The unit that the kept record will have: the other's, where none of its own amounts would change by it."""
    mine = draft.value(kept.ref, name)
    own = [draft.value(kept.ref, spec.name) for spec in kept.kind.fields if spec.unit_in == name]
    return mine if mine or any(said and not amounts.unit(str(said)) for said in own) else theirs[name]


def _belongs(draft: Draft, kept: Record, spec: Field, theirs: dict[str, Value]) -> bool:
    """Whether the words mean beside the kept record's answers what they meant beside the other's."""
    beside = spec.goes_with
    return not beside or draft.value(kept.ref, beside) == theirs[beside]


def _said(draft: Draft, kind: Kind, spec: Field, their: Value, theirs: dict[str, Value]) -> str:
    if spec.name == kind.called and spec.type == "text":
        return f"“{their}”"
    text = str(their) if spec.type == "who" else values.shown(spec, their, draft.shop)  # a name is not for everybody
    return f"{spec.label}: {amounts.with_unit(text, str(theirs[spec.unit_in])) if spec.unit_in else text}"


def _packed(parts: list[str]) -> list[str]:
    """The parts as texts that are no longer than an answer may be."""
    texts: list[str] = []
    for part in parts:
        if texts and len(texts[-1]) + len(part) + 3 <= LONGEST:
            texts[-1] += f" · {part}"
        else:
            texts += [part[at : at + LONGEST] for at in range(0, len(part), LONGEST)]
    return texts


def _common(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of both phrases' telling words is common, 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0
