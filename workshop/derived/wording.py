"""The words of a thread as they stand on the wall, to which a signature is bound."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from workshop.answers import amounts, days
from workshop.change import Change
from workshop.declare import Kind, Record
from workshop.records import Link, Objective, Outcome, Process
from workshop.state import Workshop

_SIGNED = (Objective.kind, Outcome.kind, Link.kind, Process.kind)
"""Kinds whose words a verdict signs."""


def wording(shop: Workshop, ref: str) -> str:
    """What a verdict on an outcome or a link signs: the sentences of objective and outcome, or the link's reason.

    Edit any of it and the signature lapses, for that thread alone.
    """
    record = shop.get(ref)
    if isinstance(record, Outcome):
        served = (shop.one(Objective, each) for each in record.objectives)
        return " · ".join([*(objective.statement for objective in served if objective), in_full(record)])
    if isinstance(record, Link):
        outcome, process = shop.get(record.outcome), shop.get(record.process)
        names = [record.words for record in (outcome, process) if record]
        return " · ".join([*names, record.reason] if record.reason else names)
    return ""


@lru_cache(8192)
def in_full(outcome: Outcome) -> str:
    """The outcome's statement, with the value and the day that the statement itself does not say."""
    target = amounts.with_unit(outcome.target, outcome.unit)
    number = re.match(r"\D*([\d.,]*\d)", outcome.target)
    said = number and re.search(rf"(?<![\d.,]){re.escape(number[1])}(?![.,]?\d)", outcome.statement)
    due = "" if days.mentioned(outcome.statement) else days.shown(outcome.due)
    return ", ".join(part for part in (outcome.statement, "" if said else target, due and f"by {due}") if part)


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
