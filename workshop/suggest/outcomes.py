"""Likely outcomes of an objective: by its category, by its words, for the services on which it depends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from workshop import acts
from workshop.answers import values
from workshop.catalogue import Catalogue, filled
from workshop.derived.threads import outcomes_by_objective
from workshop.draft import Draft
from workshop.entries import OutcomeIdea
from workshop.plans import filling
from workshop.records import Objective, Outcome, Service
from workshop.records.goals import LEVELS
from workshop.state import Workshop, derived
from workshop.suggest.suggestion import Ranked, Saying, Suggestion, as_said, called, dated, idea_of, inner, sentence
from workshop.words import listed

_OUTSIDE = 8
"""Rank of an outcome to which words point although it supports another category of objectives."""
_HINTED = 0.1
"""What the place among those of its category still counts for an outcome to which words point."""
_SHARED = 40
"""Outcomes of one service that are looked through for one to share."""


def outcomes(shop: Workshop, catalogue: Catalogue, objective: Objective) -> Iterator[Ranked]:
    """The outcomes that the objective may need and does not have; one that is on the wall already is shared."""
    own = outcomes_by_objective(shop).get(objective.ref, [])
    there = {(idea.key, outcome.service) for outcome in own if (idea := idea_of(shop, catalogue, outcome))}
    said = {outcome.statement.lower() for outcome in own}
    services = _services(shop, objective)
    shared = _shared(shop, catalogue, objective, services)
    for rank, idea, why in likely(catalogue, objective):
        again = 8 * any(key == idea.key for key, _ in there)
        for service in services:
            ref = service.ref if service else ""
            statement = filled(idea.statement, service=called(service))
            if {(idea.key, ref), (idea.key, "")} & there or statement.lower() in said:
                continue
            if (idea.key, ref) in shared:
                yield Ranked(rank + again - 0.5, _share(shop, objective, shared[idea.key, ref], why))
            else:
                plan = partial(_made, objective.ref, ref, idea)
                saying = Saying(objective.ref, Outcome.kind.name, dated(statement), plan)
                yield Ranked(rank + again, Suggestion(statement, why, partial(plan, text=statement), saying))
            break


def likely(catalogue: Catalogue, objective: Objective) -> list[tuple[float, OutcomeIdea, str]]:
    """The outcomes that such an objective hangs on, with their rank and why."""
    category, about = _about(catalogue, objective)
    own: dict[str, tuple[float, OutcomeIdea, str]] = {}
    for at, (idea, reason) in enumerate(catalogue.outcomes_for(category)) if category else ():
        own[idea.key] = at, idea, sentence(f"{reason}; {about}")
    found = dict(own)
    hints = catalogue.hints(objective.statement) or catalogue.hints(objective.measure)
    for at, (idea, word) in enumerate(hints):
        pull = max(3 - 0.5 * at, 0) - 0.1 * at
        rank, _, why = own.get(idea.key, (0, idea, ""))
        if not why or category != objective.category:  # a word that was said is the better reason than a guess
            why = sentence(f"“{word}” in {objective.ref} points to it: {inner(idea.gives)}")
        outside = _OUTSIDE if own and idea.key not in own else 0
        found[idea.key] = outside + _HINTED * rank - pull, idea, why
    for at, (idea, reason) in enumerate(catalogue.outcomes_for("other")) if not own else ():
        found.setdefault(idea.key, (_OUTSIDE * bool(hints) + at, idea, sentence(reason)))
    return sorted(found.values(), key=lambda one: one[0])


def hangs_on(catalogue: Catalogue, objective: Objective) -> str:
    """What results of its category often hang on, in one sentence (S4); "" where that is not known."""
    category = catalogue.categories.get(_about(catalogue, objective)[0])
    if category is None or not category.depends_on:
        return ""
    return sentence(f"{category.key} often hangs on {listed([inner(one) for one in category.depends_on])}")


def _about(catalogue: Catalogue, objective: Objective) -> tuple[str, str]:
    """The category that the room gave, else the one to which the words point most; and how to say so."""
    if objective.category and objective.category != "other":
        return objective.category, f"{objective.ref} is about {objective.category}"
    pointed = catalogue.categories_of(objective.statement) or catalogue.categories_of(objective.measure)
    return (pointed[0].key, f"the words of {objective.ref} point to {pointed[0].key}") if pointed else ("", "")


def _services(shop: Workshop, objective: Objective) -> list[Service | None]:
    named = [service for ref in objective.services if (service := shop.one(Service, ref))]
    order = {level: at for at, level in enumerate(LEVELS)}
    return [*sorted(named, key=lambda service: order.get(service.criticality, len(order)))] or [_pilot(shop)]


def _pilot(shop: Workshop) -> Service | None:
    """The pilot where that is a service: then every objective in hand is about it."""
    return shop.one(Service, shop.about.pilot)


def _shared(
    shop: Workshop, catalogue: Catalogue, objective: Objective, services: list[Service | None]
) -> dict[tuple[str, str], Outcome]:
    """Outcomes of these services that serve others and not this objective, by what they are and their service."""
    found: dict[tuple[str, str], Outcome] = {}
    for service in services:
        for outcome in by_service(shop).get(service.ref, [])[:_SHARED] if service else ():
            if objective.ref not in outcome.objectives and (idea := idea_of(shop, catalogue, outcome)):
                found.setdefault((idea.key, outcome.service), outcome)
    return found


@derived
def by_service(shop: Workshop) -> dict[str, list[Outcome]]:
    """The outcomes of each service."""
    found: dict[str, list[Outcome]] = {}
    for outcome in shop.all(Outcome):
        found.setdefault(outcome.service, []).append(outcome)
    return found


def _share(shop: Workshop, objective: Objective, outcome: Outcome, why: str) -> Suggestion:
    def plan(draft: Draft) -> object:
        return acts.connect(draft, objective.ref, outcome.ref)

    return Suggestion(values.named(outcome.ref, shop), sentence(f"It is on the wall already; {inner(why)}"), plan)


def _made(objective: str, service: str, idea: OutcomeIdea, draft: Draft, text: str) -> str:
    """A new outcome of these words, with the values that they name."""
    said = {"statement": as_said(text), "objectives": objective, "service": service, "supports": idea.gives}
    ref = acts.add(draft, Outcome.kind, said)
    filling.fill(draft, ref)
    if not draft.value(ref, "unit"):
        draft.set(ref, "unit", idea.unit)
    return ref
