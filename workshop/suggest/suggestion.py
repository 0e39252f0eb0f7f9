"""What a suggestion is, and what the suggestions look at together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from workshop.catalogue import Catalogue
from workshop.derived.threads import links_by_process, metrics_by_outcome
from workshop.draft import Draft, Plan
from workshop.entries import OutcomeIdea
from workshop.records import Objective, Outcome, Process, Service
from workshop.state import Workshop, kind_of
from workshop.words import BLANK

MOST = 7
"""Suggestions that a room is shown at once."""


class Saying(NamedTuple):
    """A sentence with blanks for the room to fill in: what it is about, the kind of record that it is of, and what
    makes it of the words as filled in.
    """

    ref: str
    kind: str
    text: str
    plan: Callable[[Draft, str], object]


class Suggestion(NamedTuple):
    """Something that the room may want: what it is, why in one plain sentence, and the plan that makes it.

    `saying` is the sentence, where the room fills in blanks first.
    """

    title: str
    why: str
    plan: Plan
    saying: Saying | None = None


class Ranked(NamedTuple):
    """A suggestion and how early it comes: the smaller, the earlier."""

    rank: float
    suggestion: Suggestion


def best(found: Iterable[Ranked]) -> list[Suggestion]:
    """The few to show, best first, none twice."""
    few: dict[str, Suggestion] = {}
    for one in sorted(found, key=lambda one: one.rank):
        few.setdefault(one.suggestion.title, one.suggestion)
    return list(few.values())[:MOST]


_THING = re.compile(
    r"(?!(?:[Tt]he|[Oo]ur) )(?:.* )?(?:app|application|branch|chatbot|database|desk|engine|gateway|helpdesk|hotline|hub"
    r"|intranet|line|marketplace|network|page|platform|portal|register|server|service|shop|site|store|suite|system|till"
    r"|tool|warehouse|website|wiki)"
)
"""A service's name that wants its article, by its last word; `Order Hub` is a name of its own."""

_TWICE = re.compile(r"\bby (?=(?:by|within|in|before|until|at) )", re.IGNORECASE)
"""What a date that was said with its own word does not need before it."""
_OPEN = re.compile(rf",? by {BLANK}$")


def dated(statement: str) -> str:
    """The statement with a blank for its date."""
    return f"{statement}{',' if ',' in statement or statement.endswith('a month') else ''} by {BLANK}"


def as_said(text: str) -> str:
    """What was typed into a pattern: no date that nobody gave, and no `by within`."""
    return _OPEN.sub("", _TWICE.sub("", text))


def sentence(words: str) -> str:
    """The words as a sentence."""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "!", "…")) else ".")


def inner(words: str) -> str:
    """The words as they stand within a sentence; an abbreviation keeps its capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def practice_of(catalogue: Catalogue, process: Process) -> str:
    """The key of the practice that a process is, or ""."""
    found = catalogue.practice(process.practice) if process.practice else None
    found = found or catalogue.practice(process.name)
    return found.key if found else ""


def idea_of(shop: Workshop, catalogue: Catalogue, outcome: Outcome) -> OutcomeIdea | None:
    """What the catalogue knows an outcome as: by its words, the service's name aside, else by its metrics."""
    service = shop.one(Service, outcome.service)
    found = catalogue.outcome(_without(outcome.statement, service)) or catalogue.outcome(outcome.statement)
    if found:
        return found
    metrics = (catalogue.metric(metric.name) for metric in metrics_by_outcome(shop).get(outcome.ref, ()))
    ideas = (catalogue.shown_by(metric.key) for metric in metrics if metric)
    return next((idea for idea in ideas if idea), None)


def _without(statement: str, service: Service | None) -> str:
    return re.sub(re.escape(service.name), " ", statement, flags=re.IGNORECASE) if service else statement


def pilot_service(shop: Workshop) -> Service | None:
    """The service that the pilot is, or the first on which it depends."""
    pilot = shop.about.pilot
    if kind_of(pilot) == "objective":
        objective = shop.one(Objective, pilot)
        pilot = objective.services[0] if objective and objective.services else ""
    return shop.one(Service, pilot)


def called(service: Service | None) -> str:
    """The service as it stands in a sentence: `the Sales portal`, `Outlook`."""
    if service is None:
        return "the service"
    name = service.name
    return f"the {name}" if _THING.fullmatch(name if " " in name else name.lower()) else name


def at_work(shop: Workshop, catalogue: Catalogue) -> set[str]:
    """The practices of the processes that move some outcome."""
    linked = (shop.one(Process, ref) for ref in links_by_process(shop))
    return {practice_of(catalogue, process) for process in linked if process} - {""}
