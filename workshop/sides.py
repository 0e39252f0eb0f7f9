"""One of two workshops that are joined: its records by what they are, and what they say whatever their refs.

A record is its id; a cell is what it stands on. What each side gave a ref of its own is never taken for the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workshop.declare import KINDS, Field, Record, Value
from workshop.records import Dispute
from workshop.state import Workshop, kind_of

Said = Callable[[str, str], str]
"""Who said last what a field of a record holds, by ref and field."""

ONE_EACH = {kind.name: kind.once for kind in KINDS.values() if kind.once and not kind.key}
"""Kinds of which there is one for these fields, whoever made it."""

_NAMING = {
    kind.name: [spec.name for spec in kind.fields if spec.type in ("ref", "refs", "who") or kind is Dispute.kind]
    for kind in KINDS.values()
}
"""The fields of each kind that can name a record."""


class Side:
    """One workshop with its records by what they are. `by` tells who said something."""

    def __init__(self, shop: Workshop, by: Said = lambda ref, name: "") -> None:
        self.shop = shop
        self.by = by
        self.names: dict[str, str] = {record.ref: record.id for record in shop}
        for kind in (kind for kind in KINDS.values() if kind.key):
            for record in shop.of(kind.name):
                self.names[record.ref] = f"{kind.name} {self.ends(record, kind.key)}"
        self.records = {self.names[record.ref]: record for record in shop}
        self._values: dict[str, dict[str, Value]] = {}

    def ends(self, record: Record, names: Iterable[str]) -> str:
        """What it stands on, in these fields."""
        return " ".join(str(self.told(record, name)) for name in names)

    def match(self, other: Side, base: Side) -> None:
        """Take what both sides made anew on the same ends for one: a link, a verdict, a dispute."""
        for name, fields in ONE_EACH.items():
            new = {other.ends(record, fields): other.names[record.ref] for record in other.shop.of(name)
                   if other.names[record.ref] not in base.records}  # fmt: skip
            for record in self.shop.of(name):
                own, theirs = self.names[record.ref], new.get(self.ends(record, fields), "")
                if theirs and own not in base.records and own not in other.records:
                    self.names[record.ref] = theirs
                    self.records[theirs] = self.records.pop(own)
                    del new[self.ends(record, fields)]

    def disputed(self) -> dict[tuple[str, str], dict[str, Dispute]]:
        """What stands open, by record and field, then by what is said."""
        found: dict[tuple[str, str], dict[str, Dispute]] = {}
        for dispute in self.shop.all(Dispute):
            found.setdefault((self.names.get(dispute.on, dispute.on), dispute.field), {})[dispute.says] = dispute
        return found

    def told(self, record: Record, name: str) -> Value:
        """What a field of the record says, with what it names instead of refs."""
        value: Value = getattr(record, name)
        if isinstance(value, tuple):
            return tuple(self.names.get(ref, ref) for ref in value)
        if isinstance(value, str) and (spec := _asked(record, name)) and spec.type in ("ref", "who"):
            return self.names.get(value, value)
        return value

    def values(self, record: Record) -> dict[str, Value]:
        """All that a record says, its place among its kind included. Do not alter it."""
        if record.ref not in self._values:
            naming = {name: self.told(record, name) for name in _NAMING[record.kind.name]}
            self._values[record.ref] = {**record.values(), **naming, "place": record.place}
        return self._values[record.ref]

    def says_as(self, other: Side) -> bool:
        """Whether the other says the same of the same records, wherever they stand."""
        if self.records.keys() != other.records.keys():
            return False
        both = ((self.values(record), other.values(other.records[name])) for name, record in self.records.items())
        return all(same(*values) for values in both)


def same(one: dict[str, Value], other: dict[str, Value]) -> bool:
    """Whether two records say the same, wherever they stand."""
    return all(one[name] == value for name, value in other.items() if name != "place")


def _asked(record: Record, name: str) -> Field | None:
    """The field whose value that is: of what a side says where they disagree, the one on which they do."""
    if isinstance(record, Dispute) and name == "says" and kind_of(record.on):
        return KINDS[kind_of(record.on)].named.get(record.field)
    return record.kind.named[name]
