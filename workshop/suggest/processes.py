"""The processes that move an outcome: those of the inventory before new ones, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from workshop import acts
from workshop.answers import values
from workshop.catalogue import Catalogue
from workshop.derived.threads import links_by_outcome, metrics_by_outcome
from workshop.draft import Draft, Plan
from workshop.entries import Move, OutcomeIdea, Practice
from workshop.records import Link, Objective, Outcome, Process
from workshop.state import Workshop
from workshop.suggest.suggestion import Ranked, Suggestion, idea_of, practice_of, sentence


def processes(shop: Workshop, catalogue: Catalogue, outcome: Outcome) -> Iterator[Ranked]:
    """The processes through which the outcome may be reached and to which it is not linked."""
    inventory = by_practice(shop, catalogue)
    linked = {link.process for link in links_by_outcome(shop).get(outcome.ref, ())}
    there = {key for key, found in inventory.items() if any(process.ref in linked for process in found)}
    for tier, at, move in moves(shop, catalogue, outcome):
        practice = catalogue.practices[move.practice]
        if practice.key in there:
            continue
        existing = next(iter(inventory.get(practice.key, ())), None)
        rank = 100 * tier + 10 * (move.role == "supporting") + 5 * (existing is None) + 0.1 * at
        yield Ranked(rank, _linked(shop, outcome, practice, existing, move))


def moves(shop: Workshop, catalogue: Catalogue, outcome: Outcome) -> list[tuple[int, int, Move]]:
    """The practices that move such an outcome, each once: in which tier, in which place there, and why."""
    idea = idea_of(shop, catalogue, outcome)
    ideas = [idea] if idea else [found for found, _ in catalogue.hints(outcome.statement)[:2]]
    told = {move.practice: move for found in reversed(ideas) for move in found.practices}
    tiers = [
        [told.get(need.practice, need) for need in _needs(shop, catalogue, outcome)],
        [move for found in ideas for move in found.practices],
        list(_measured(shop, catalogue, outcome)),
    ]
    if not any(tiers):
        tiers.append(list(_usual(shop, catalogue, outcome)))
    found: dict[str, tuple[int, int, Move]] = {}
    for tier, own in enumerate(tiers):
        for at, move in enumerate(own):
            found.setdefault(move.practice, (tier, at, move))
    return list(found.values())


def by_practice(shop: Workshop, catalogue: Catalogue) -> dict[str, list[Process]]:
    """The processes of the inventory by the practice that they are; those that are none are left out."""
    found: dict[str, list[Process]] = {}
    for process in shop.all(Process):
        found.setdefault(practice_of(catalogue, process), []).append(process)
    found.pop("", None)
    return found


def missing(shop: Workshop, catalogue: Catalogue, objectives: Iterable[Objective]) -> Iterator[Ranked]:
    """The processes that objectives of their category can hardly do without and that are not in the inventory."""
    inventory = by_practice(shop, catalogue)
    for objective in objectives:
        for at, need in enumerate(catalogue.moves_for(objective.category)):
            practice = catalogue.practices[need.practice]
            if practice.key not in inventory:
                why = sentence(f"{need.reason}; {objective.ref} is about {objective.category}")
                yield Ranked(at, Suggestion(_new(practice), why, _making(practice)))


def usual(shop: Workshop, catalogue: Catalogue) -> Iterator[Ranked]:
    """The practices that most organisations have and that are not in the inventory, as the catalogue orders them."""
    inventory = by_practice(shop, catalogue)
    for at, practice in enumerate(catalogue.practices.values()):
        if practice.key not in inventory:
            yield Ranked(at, Suggestion(_new(practice), sentence(practice.value), _making(practice)))


def _needs(shop: Workshop, catalogue: Catalogue, outcome: Outcome) -> list[Move]:
    served = (shop.one(Objective, ref) for ref in outcome.objectives)
    return [need for objective in served if objective for need in catalogue.moves_for(objective.category)]


def _measured(shop: Workshop, catalogue: Catalogue, outcome: Outcome) -> Iterator[Move]:
    """The practices that move the numbers by which the outcome is measured."""
    for metric in metrics_by_outcome(shop).get(outcome.ref, ()):
        idea = catalogue.metric(metric.name)
        for key in idea.practices[:1] if idea else ():
            yield Move({"practice": key, "reason": catalogue.practices[key].value})


def _usual(shop: Workshop, catalogue: Catalogue, outcome: Outcome) -> Iterator[Move]:
    """What moves most outcomes of the objective's category; without one, the practices that come first."""
    served = (shop.one(Objective, ref) for ref in outcome.objectives)
    ideas: list[OutcomeIdea] = [
        idea for objective in served if objective for idea, _ in catalogue.outcomes_for(objective.category)[:3]
    ]
    yield from (move for idea in ideas for move in idea.practices)
    if not ideas:
        for practice in islice(catalogue.practices.values(), 5):
            yield Move({"practice": practice.key, "reason": practice.value})


def _linked(shop: Workshop, outcome: Outcome, practice: Practice, existing: Process | None, move: Move) -> Suggestion:
    first = not links_by_outcome(shop).get(outcome.ref)
    said = {"outcome": outcome.ref, "reason": move.reason, "order": str(move.order or ""),
            "role": move.role or ("primary" if first else "supporting")}  # fmt: skip

    def plan(draft: Draft) -> object:
        ref = existing.ref if existing else _making(practice)(draft)
        return acts.add(draft, Link.kind, {**said, "process": str(ref)})

    title = values.named(existing.ref, shop) if existing else _new(practice)
    return Suggestion(title, sentence(move.reason), plan)


def _new(practice: Practice) -> str:
    return f"New process: {practice.name}"


def _making(practice: Practice) -> Plan:
    return lambda draft: acts.add(draft, Process.kind, {"name": practice.name, "practice": practice.key})
