"""The words of a thread as they stand on the wall, to which a signature is bound."""

from __future__ import annotations

from workshop import values
from workshop.records import Link, Outcome
from workshop.state import Workshop


def wording(shop: Workshop, ref: str) -> str:
    """What a verdict on an outcome or a link signs: the outcome's statement and value, or the link's reason.

    Edit any of it and the signature lapses, for that thread alone.
    """
    record = shop.get(ref)
    if isinstance(record, Outcome):
        target, due = values.of(record, "target", shop), values.of(record, "due", shop)
        return " · ".join(part for part in (record.statement, target, due) if part)
    if isinstance(record, Link):
        outcome, process = shop.get(record.outcome), shop.get(record.process)
        names = [record.words for record in (outcome, process) if record]
        return " · ".join([*names, record.reason] if record.reason else names)
    return ""
