"""The workshop as it stood after any change of its log."""

from __future__ import annotations

from collections.abc import Iterable

from store.file import WorkshopFile
from store.tables import rewound
from workshop.change import Change
from workshop.declare import KINDS, Kind, Record
from workshop.state import Workshop


def as_of(file: WorkshopFile, n: int) -> Workshop:
    """The workshop after its first `n` changes. Nothing is altered; it is another one, with all its records."""
    newer: dict[str, list[Change]] = {}
    for change in file.after(n):
        newer.setdefault(change.kind, []).append(change)

    def fetch(kind: Kind) -> Iterable[Record]:
        now = file.shop.of(kind.name)
        if kind.name not in newer:
            return now
        return rewound({record.ref: record for record in now}, newer[kind.name])

    then = Workshop(fetch, today=file.shop.today)
    for kind in KINDS:
        then.table(kind)
    return then
