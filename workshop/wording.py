"""The words of a thread as they stand on the wall, to which a signature is bound."""

from __future__ import annotations

import re
from functools import lru_cache

from workshop import amounts, days
from workshop.records import Link, Objective, Outcome
from workshop.state import Workshop


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
