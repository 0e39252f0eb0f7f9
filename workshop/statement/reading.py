"""Reading one statement: its labels, its parts, and where each part stands in the text."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from workshop.answers import days
from workshop.errors import NotUnderstood
from workshop.statement import metrics, objectives
from workshop.statement.activities import act
from workshop.statement.dates import dates
from workshop.statement.look import name_ends
from workshop.statement.outputs import work
from workshop.statement.plainness import jargon
from workshop.statement.quantities import amounts
from workshop.statement.senses import SHARE
from workshop.statement.subjects import Parts, Span, parts
from workshop.statement.tokens import Words

KEPT = 8_192
"""Readings that are remembered: a large workshop's statements twice over."""


class Reading(NamedTuple):
    """What was read in one statement.

    `labels`: true, false, or None where it cannot be told; of objectives and outcomes vague, measurable, time_bound,
    output_not_outcome, jargon; of metrics vanity, leading, efficiency, jargon. `spans`: start, end, part name, in
    the order of the text. A reading is shared; nobody alters it.
    """

    text: str
    labels: dict[str, bool | None]
    parts: Parts
    spans: tuple[Span, ...]


@lru_cache(KEPT)
def read(text: str, kind: str) -> Reading:
    """A statement read as an `objective`, `outcome` or `metric` (S2, S9, S11, S13, S26-S28, S56)."""
    words = Words(text)
    stumbles = bool(jargon(words))
    if kind == "metric":
        return _metric(words, stumbles)
    when = dates(words)
    found = amounts(words, when)
    done = act(words, when)
    labels = objectives.labels(words, when, found, done, work(words, when, done, found), stumbles)
    made, spans = parts(words, when, found, done)
    return Reading(text, labels, made, spans)


def due(reading: Reading, today: date, year_starts: int = 1) -> str:
    """The deadline that a statement names as an ISO date, seen from `today`; "" where it names none that is one day."""
    try:
        return days.read(reading.parts.due, today, year_starts).isoformat() if reading.parts.due else ""
    except NotUnderstood:
        return ""


def _metric(words: Words, stumbles: bool) -> Reading:
    behind = name_ends(words)
    made = Parts(measured=words.said(0, behind), unit="%" if words.union & SHARE else "")
    spans = ((words.start[0], words.end[behind - 1], "measured"),) if behind else ()
    return Reading(words.text, metrics.labels(words, stumbles), made, spans)
