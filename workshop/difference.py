"""What is otherwise in one state of a workshop than in another: records come and gone, answers field by field."""

from __future__ import annotations

from typing import NamedTuple

from workshop.declare import KINDS, Kind, Record, Value
from workshop.records import Note
from workshop.state import Workshop

VERSION = "version"
"""What a note is that names a state of the workshop: a name is no answer, so it is never a difference."""


class Changed(NamedTuple):
    """One answer that is another one now; `record` is the record as it is in the later state."""

    record: Record
    field: str
    old: Value
    new: Value


class Difference(NamedTuple):
    """All that is otherwise, by kind, then in the order of the records; where a record stands does not count."""

    added: list[Record]
    removed: list[Record]
    changed: list[Changed]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def difference(then: Workshop, now: Workshop) -> Difference:
    """What happened from the one state to the other, whichever is the older (S47)."""
    found = Difference([], [], [])
    for kind in KINDS.values():
        _compare(kind, then, now, found)
    return found


def _compare(kind: Kind, then: Workshop, now: Workshop, found: Difference) -> None:
    before, after = then.table(kind.name), now.table(kind.name)
    for record in now.of(kind.name):
        old = before.get(record.ref)
        if old is record or _is_name(record) or (old and _is_name(old)):
            continue
        if old is None:
            found.added.append(record)
            continue
        for spec in kind.fields:
            name = spec.name
            was, says = getattr(old, name), getattr(record, name)
            if was != says and not spec.inner:
                found.changed.append(Changed(record, name, was, says))
    found.removed.extend(old for old in then.of(kind.name) if old.ref not in after and not _is_name(old))


def _is_name(record: Record) -> bool:
    return isinstance(record, Note) and record.what == VERSION
