"""The words of a thread as they stand on the wall, to which a signature is bound."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from workshop import amounts, days
from workshop.change import Change
from workshop.declare import Kind, Record
from workshop.records import Link, Outcome, Process
from workshop.state import Workshop

_SIGNED = (Outcome.kind, Link.kind, Process.kind)
"""Kinds whose words a verdict signs."""


def wording(shop: Workshop, ref: str) -> str:
    """What a verdict on an outcome or a link signs: the outcome's statement and value, or the link's reason.

    Edit any of it and the signature lapses, for that thread alone.
    """
    record = shop.get(ref)
    if isinstance(record, Outcome):
        return of_outcome(record)
    if isinstance(record, Link):
        outcome, process = shop.get(record.outcome), shop.get(record.process)
        names = [record.words for record in (outcome, process) if record]
        return " · ".join([*names, record.reason] if record.reason else names)
    return ""


@lru_cache(8192)
def of_outcome(outcome: Outcome) -> str:
    """What a verdict on this outcome signs."""
    target = amounts.with_unit(outcome.target, outcome.unit)
    return " · ".join(part for part in (outcome.statement, target, days.shown(outcome.due)) if part)


def read_by(sent: Workshop, changes: Iterable[Change]) -> Workshop:
    """The words before somebody who edited what was sent to them: those that were sent, with what they changed."""

    def fetch(kind: Kind) -> list[Record]:
        return list(sent.of(kind.name))

    words = Workshop(fetch, today=sent.today)
    tables = {kind.name: words.table(kind.name) for kind in _SIGNED}
    for change in changes:
        if change.kind in tables and (change.field is None or change.ref in tables[change.kind]):
            words.apply([change])
    return words
