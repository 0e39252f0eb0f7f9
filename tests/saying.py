"""All that a workshop says, whatever refs its file gave out: two that say the same are equal."""

from __future__ import annotations

from workshop.declare import Record
from workshop.merging import OF_ITS_ROOM
from workshop.records import Dispute, Note
from workshop.sides import ONE_EACH, Side
from workshop.state import Workshop


def said(shop: Workshop) -> list[str]:
    """What its records say, sorted: without the notes that tell of refs, and the order of records.

    What there is once for its ends has another id in each file that made it, so it goes by what it says instead.
    """
    side = Side(shop)
    looks = {name: record.kind.name if record.kind.name in ONE_EACH else name for name, record in side.records.items()}
    for _ in range(3):  # what it says may name others of the kind, which look alike until they are looked at too
        told = {name: f"{record.kind.name} {_values(side, record, looks)}" for name, record in side.records.items()}
        looks |= {name: told[name] for name, record in side.records.items() if record.kind.name in ONE_EACH}
    return sorted(
        f"{looks[name]}: {told[name]}"
        for name, record in side.records.items()
        if not (isinstance(record, Note) and " here, because " in record.text)
    )


def _values(side: Side, record: Record, looks: dict[str, str]) -> dict[str, object]:
    """What a record says, with the looks of what it names."""
    left_out = ("place", "by") if isinstance(record, Dispute) else ("place", *OF_ITS_ROOM)
    return {
        name: [looks.get(each, each) for each in value] if isinstance(value, tuple) else looks.get(str(value), value)
        for name, value in side.values(record).items()
        if name not in left_out
    }
