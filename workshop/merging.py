"""Two workshops that parted, joined again: field by field against what they had in common, nothing lost.

Records are matched by what they are (their id; a link by its ends, a cell by what it stands on), never by
their refs, which both sides gave out on their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from workshop.answers.values import said
from workshop.declare import KINDS, Kind, Record, Value
from workshop.draft import Draft, Plan, cell_ref
from workshop.records import Dispute, Note, Objective, Shop
from workshop.records.agreement import NOTHING
from workshop.sides import Said, Side, same
from workshop.state import kind_of
from workshop.words import listed

OF_ITS_ROOM = ("parted_from", "joined", "facilitator")
"""Fields of the workshop that tell of the file and who leads its room, not of what the room said."""


class Conflict(NamedTuple):
    """A field that both sides changed, each in its own way; it waits for a person."""

    ref: str
    field: str
    mine: Value
    theirs: Value


class Renumbered(NamedTuple):
    """A record of theirs that has another ref here, because that one was taken."""

    theirs: str
    here: str


@dataclass(slots=True)
class Joined:
    """What joining does: how many changes, how many answers of theirs, as people count them, those are; what waits
    for a person, what has another ref now.
    """

    applied: int = 0
    taken: int = 0
    conflicts: list[Conflict] = field(default_factory=list)
    renumbered: list[Renumbered] = field(default_factory=list)


def joining(base: Side, theirs: Side, name: str, by: Said = lambda ref, name: "") -> Plan:
    """The plan that brings theirs into a draft; `base` is what both had, `name` what their file is called.

    `by` tells who said what in ours.

    Its result is a Joined.
    """
    return lambda draft: _Joining(draft, base, theirs, name, by).done()


class _Joining:
    def __init__(self, draft: Draft, base: Side, theirs: Side, name: str, by: Said) -> None:
        self.draft = draft
        self.base, self.theirs, self.name = base, theirs, name
        self.mine = Side(draft.shop, by)
        self.joined = Joined()
        theirs.match(self.mine, base)
        self.disputes = self.mine.disputed(), theirs.disputed()
        self.taken = {record.id for record in self.mine.records.values()}
        self.open: dict[str, dict[str, tuple[Value, Value, Value]]] = {}
        """Fields on which the sides disagree, by record: what it was, what each says."""
        self.renumbering: set[str] = set()
        """Notes that tell of a ref that was taken."""
        self.sides: set[tuple[Value, ...]] = set()
        """What stands open once all is joined: the record, the field, what one side says."""
        self.refs: dict[str, str] = {name: record.ref for name, record in self.mine.records.items()}

    def done(self) -> Joined:
        """Decide which records there are and what they say, then what nobody can decide; then write it down."""
        merged = self._kept()
        self._settle_pilot(merged)
        new = sorted((name for name in merged if name not in self.mine.records), key=self._order)
        for name in new:
            self.refs[name] = self._ref_for(self.theirs.records[name])
        for name in new:
            self._add(self.theirs.records[name], merged[name])
        for name, record in self.mine.records.items():
            held = self.mine.values(record)
            for spec_name, value in merged.get(name, {}).items():
                if value != held[spec_name]:
                    self.draft.set(record.ref, spec_name, self._here(record.kind, spec_name, value))
        for name, record in self.mine.records.items():
            if name not in merged and self.draft.known(record.ref):
                self.draft.remove(record.ref)
        waiting = {(self.refs[name], spec_name) for name, fields in self.open.items() for spec_name in fields}
        self.joined.taken = len(set(self._answers()) - waiting)
        self.sides = self._known_sides()
        for name, fields in self.open.items():
            for spec_name, three in fields.items():
                self._keep_open(name, spec_name, *three)
        self.joined.applied = len(self.draft.changes)
        return self.joined

    def _answers(self) -> Iterator[tuple[str, str]]:
        """What the changes so far say, as people count: a record that came or went, a field of one that stays."""
        whole = {change.ref for change in self.draft.changes if change.field is None}
        for change in self.draft.changes:
            if change.kind == Dispute.kind.name or change.ref in self.renumbering:
                continue
            if change.ref in whole:
                yield change.ref, ""
            elif change.kind == Objective.kind.name and "pilot" in (change.old, change.new):
                yield "W1", "pilot"
            else:
                spec = KINDS[change.kind].named.get(str(change.field))
                yield change.ref, (spec.goes_with if spec else "") or str(change.field)

    def _kept(self) -> dict[str, dict[str, Value]]:
        """What there is, and what it says: all that either has, but what one took out and the other left alone.

        What is kept keeps what it cannot do without, and what one side has named since they parted.
        """
        every = list(dict.fromkeys([*self.mine.records, *self.theirs.records]))
        merged: dict[str, dict[str, Value]] = {}
        found = [name for name in every if not self._gone(name)]
        while found:
            merged |= {name: self._merged(name) for name in found}
            needed = {need for name in found for need in self._needs(name, merged[name])}
            found = [name for name in every if name in needed and name not in merged]
        return {name: merged[name] for name in every if name in merged}

    def _gone(self, name: str) -> bool:
        """Whether one side took it out and the other did not touch it."""
        base, mine, theirs = (side.records.get(name) for side in (self.base, self.mine, self.theirs))
        if base is None or (mine and theirs):
            return False
        left, side = (mine, self.mine) if mine else (theirs, self.theirs)
        return left is None or same(side.values(left), self.base.values(base))

    def _needs(self, name: str, values: dict[str, Value]) -> set[str]:
        """What it names and cannot do without, has named since they parted, or named where they disagree.

        What one side took out and the other kept comes back with all that it names.
        """
        kind = self._kind(name)
        base = self.base.records.get(name)
        before = self.base.values(base) if base and name in self.mine.records and name in self.theirs.records else {}
        told = [value for three in self.open.get(name, {}).values() for value in three]
        told += [values[spec.name] for spec in kind.fields
                 if spec.needed or spec.name in kind.key or values[spec.name] != before.get(spec.name)]  # fmt: skip
        return {each for value in told for each in (value if isinstance(value, tuple) else (str(value),))}

    def _merged(self, name: str) -> dict[str, Value]:
        """What the record says, field by field."""
        mine, theirs, base = (side.records.get(name) for side in (self.mine, self.theirs, self.base))
        if mine is None or theirs is None:
            side = self.mine if mine else self.theirs
            record = mine or theirs
            assert record is not None
            return dict(side.values(record))
        ours, others = self.mine.values(mine), self.theirs.values(theirs)
        empty: dict[str, Value] = {spec.name: spec.empty for spec in mine.kind.fields}
        before = self.base.values(base) if base else {**empty, "place": mine.place}
        merged: dict[str, Value] = {}
        for spec_name, value in ours.items():
            other, was = others[spec_name], before[spec_name]
            if isinstance(mine, Shop) and spec_name in OF_ITS_ROOM:
                merged[spec_name] = value
            else:
                merged[spec_name] = self._settled(name, mine, spec_name, (was, value, other), known=base is not None)
        return merged

    def _settled(self, name: str, record: Record, spec_name: str, three: tuple[Value, Value, Value], *,
                 known: bool) -> Value:  # fmt: skip
        """The value on which all agree, or that one side changed; else what it was, and both kept beside it."""
        was, mine, theirs = three
        key = (name, spec_name)
        here, there = self.disputes[0].get(key), self.disputes[1].get(key)
        if not (here or there):
            if mine in (theirs, was):
                return theirs
            if theirs == was:
                return mine
        if spec_name == "place" or (isinstance(record, Dispute) and spec_name == "by"):  # not disputed in its turn
            return min(mine, theirs)  # type: ignore[type-var]
        if isinstance(was, tuple) and isinstance(mine, tuple) and isinstance(theirs, tuple):
            return _both(was, mine, theirs)
        self.open.setdefault(name, {})[spec_name] = three
        if here or there:
            return mine if here else theirs
        needed = record.kind.named[spec_name].needed
        return min(mine, theirs, key=str) if needed and not (known and was) else was

    def _keep_open(self, name: str, spec_name: str, was: Value, mine: Value, theirs: Value) -> None:
        """Keep what each side says beside the field; a side that has it open already has said so."""
        key, ref = (name, spec_name), self.refs[name]
        here, there = self.disputes[0].get(key), self.disputes[1].get(key)
        kind = self._kind(name)
        told = [said(kind.named[spec_name], self._here(kind, spec_name, value)) for value in (mine, theirs)]
        if mine != theirs:
            known = self._open(self.mine, here, told[1]), self._open(self.theirs, there, told[0])
            ours, others = (held or says for held, says in zip(known, told, strict=True))
            self.joined.conflicts.append(Conflict(ref, spec_name, ours, others))
        sides = ((self.mine, here, mine), (self.theirs, there, theirs))
        for (side, open_, value), says in zip(sides, told, strict=True):
            if not open_ and value != was:
                self._dispute(ref, spec_name, says, side.by(side.records[name].ref, spec_name))

    def _open(self, side: Side, held: dict[str, Dispute] | None, other: str) -> str:
        """What a side that has the field open says in it against the other: the field itself says what it was."""
        says = [str(self._here(Dispute.kind, "says", side.told(dispute, "says"))) for dispute in (held or {}).values()]
        return listed([each for each in says if each != (other or NOTHING)], "or")

    def _dispute(self, ref: str, spec_name: str, says: str, by: str) -> None:
        """One side's wording, as a record of its own."""
        if (ref, spec_name, says or NOTHING) not in self.sides:
            self.sides.add((ref, spec_name, says or NOTHING))
            self.draft.add(Dispute.kind, {"on": ref, "field": spec_name, "says": says or NOTHING, "by": by})

    def _known_sides(self) -> set[tuple[Value, ...]]:
        return {
            tuple(self._here(Dispute.kind, name, side.told(dispute, name)) for name in Dispute.kind.once)
            for side in (self.mine, self.theirs)
            for dispute in side.shop.all(Dispute)
        }

    def _settle_pilot(self, merged: dict[str, dict[str, Value]]) -> None:
        """Only the one pilot is called so; where both sides chose another, none is until somebody decides."""
        if self.theirs.says_as(self.mine):
            return
        pilot = next((values["pilot"] for name, values in merged.items() if self._kind(name) is Shop.kind), "")
        for name, values in merged.items():
            if name != pilot and self._kind(name) is Objective.kind and values["state"] == "pilot":
                values["state"] = "candidate"

    def _kind(self, name: str) -> Kind:
        return (self.mine.records.get(name) or self.theirs.records[name]).kind

    def _order(self, name: str) -> tuple[bool, int, int]:
        """Cells after what they stand on; else by kind and number."""
        record = self.theirs.records[name]
        number = int(record.ref[1:]) if record.ref[1:].isdecimal() else 0
        return bool(record.kind.key), list(KINDS).index(record.kind.name), number

    def _ref_for(self, record: Record) -> str:
        """Their ref where it was never given out here, else the next; a cell's follows from what it stands on."""
        kind = record.kind
        if kind.key:
            return cell_ref(kind, {name: self._here(kind, name, self.theirs.told(record, name)) for name in kind.key})
        if self.theirs.names[record.ref] in self.base.records and not self.draft.known(record.ref):
            return record.ref  # it was here, and comes back under the ref that it had
        ref = self.draft.reserve(kind, record.ref)
        if ref != record.ref:
            self.joined.renumbered.append(Renumbered(record.ref, ref))
        return ref

    def _add(self, record: Record, values: dict[str, Value]) -> None:
        kind = record.kind
        held = {name: self._here(kind, name, value) for name, value in values.items()}
        place = held.pop("place")
        own = "" if record.id in self.taken else record.id  # a link that was moved is another, and has the same id
        ref = self.draft.add(kind, held, self.refs[self.theirs.names[record.ref]], own)
        if place != record.place or place != self.draft.value(ref, "place"):
            self.draft.set(ref, "place", place)
        if ref != record.ref and not kind.key and kind is not Dispute.kind:
            text = f"{record.ref} in {self.name}; {ref} here, because {record.ref} was taken"
            self.renumbering.add(self.draft.add(Note.kind, {"on": ref, "what": "remark", "text": text}))

    def _here(self, kind: Kind, spec_name: str, value: Value) -> Value:
        """A value with the refs that its records have here; of what is nowhere, nothing."""
        if spec_name == "place":
            return value
        if kind is Dispute.kind and spec_name == "says":
            return self.refs.get(str(value), value)
        spec = kind.named[spec_name]
        if isinstance(value, tuple):
            return tuple(self.refs.get(name, name) for name in value if self._is_here(name))
        if spec.type == "who":
            gone = self.base.records.get(str(value))
            return self.refs.get(str(value), gone.words if gone else value)
        if spec.type == "ref" and value:
            return self.refs.get(str(value), str(value) if kind_of(str(value)) else "")
        return value

    def _is_here(self, name: str) -> bool:
        return name in self.refs or bool(kind_of(name))


def _both(was: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Of two lists that parted: what neither took out, then what either added."""
    left = [name for name in was if name in mine and name in theirs]
    return (*left, *sorted({*mine, *theirs} - {*was}))
