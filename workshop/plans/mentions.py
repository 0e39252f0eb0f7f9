"""Where one record is named by others, and how such a mention goes over to another record."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from workshop.declare import KINDS, Field, Kind, Record, Value
from workshop.draft import Draft, cell_ref
from workshop.state import Workshop


class Mention(NamedTuple):
    """A field of a record that names another one."""

    record: Record
    spec: Field

    @property
    def stands_on(self) -> bool:
        """Whether the record is what it is by this field: a cell, a link, somebody's verdict."""
        return self.spec.name in self.record.kind.once


def mentions(shop: Workshop, ref: str) -> list[Mention]:
    """Every field in which a record names this one, in the order of the kinds; what it says of itself left out."""
    kind = shop.find(ref).kind
    return [
        Mention(record, spec)
        for other in KINDS.values()
        for spec in other.fields
        if spec.type in ("ref", "refs", "who") and (not spec.to or kind.name in spec.to)
        for record in shop.of(other.name)
        if record.ref != ref and names(getattr(record, spec.name), ref)
    ]


def names(value: Value, ref: str) -> bool:
    """Whether a field that holds this names that record."""
    return ref in value if isinstance(value, tuple) else value == ref


def instead(value: Value, old: str, new: str, without: Collection[str] = ()) -> Value:
    """The value with the one ref in place of the other, each once; those in `without` are left out."""
    if isinstance(value, tuple):
        refs = dict.fromkeys(new if ref == old else ref for ref in value)
        return tuple(ref for ref in refs if ref not in without)
    ref = new if value == old else value
    return "" if ref in without else ref


def hand_over(draft: Draft, mention: Mention, old: str, new: str) -> str:
    """Let the mention name the new record; the ref of the one that mentions it, which is another for a cell."""
    record, spec = mention
    if spec.name in record.kind.key:
        return _stand_on(draft, record, old, new)
    itself = () if spec.needed else (record.ref,)
    draft.set(record.ref, spec.name, instead(draft.value(record.ref, spec.name), old, new, itself))
    return record.ref


def held_by(draft: Draft, ref: str, kind: Kind) -> dict[str, Value]:
    """What the fields of a record hold once the draft is kept."""
    return {spec.name: draft.value(ref, spec.name) for spec in kind.fields}


def _stand_on(draft: Draft, cell: Record, old: str, new: str) -> str:
    """A cell under another ref, with all that was said of it."""
    held = {name: instead(value, old, new) for name, value in held_by(draft, cell.ref, cell.kind).items()}
    place = draft.value(cell.ref, "place")
    ref = draft.add(cell.kind, held, cell_ref(cell.kind, held))
    draft.set(ref, "place", place)
    for mention in mentions(draft.shop, cell.ref):
        hand_over(draft, mention, cell.ref, ref)
    draft.remove(cell.ref)
    return ref
