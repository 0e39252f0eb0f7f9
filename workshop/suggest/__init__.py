"""What the catalogue would add to the workshop, with the reason; picking one makes the records.

Ranked, a few at a time, and never what is there already. An outcome that the room has not said yet has blanks
where its values go.
"""

from __future__ import annotations

from collections.abc import Iterator

from workshop.catalogue import Catalogue
from workshop.declare import Kind
from workshop.derived.threads import links_by_outcome, metrics_of, outcomes_by_objective
from workshop.records import Link, Metric, Objective, Outcome, Process
from workshop.state import Workshop
from workshop.suggest.governance import decisions, roles, routines, terms
from workshop.suggest.metrics import metrics
from workshop.suggest.outcomes import hangs_on, outcomes
from workshop.suggest.processes import missing, processes, usual
from workshop.suggest.restating import is_weak, restated
from workshop.suggest.suggestion import MOST, Ranked, Suggestion, best
from workshop.suggest.wording import improved, is_poor
from workshop.suggest.work import activities

__all__ = [
    "MOST",
    "Suggestion",
    "beforehand",
    "for_list",
    "for_record",
    "for_workshop",
    "in_hand",
    "wants_better_words",
]


def for_record(shop: Workshop, catalogue: Catalogue, ref: str, *, with_process: str = "") -> list[Suggestion]:
    """What goes with a record, at most `MOST`, best first; nothing where the catalogue knows nothing of its kind.

    For an objective its outcomes, for an outcome the processes, for an outcome with a process (or a link) the
    metrics, for a process its pieces of work, for a metric plainer words and the number behind it (S10, S15-S17,
    S25, S26, S31, S56).
    """
    record = shop.get(ref)
    if isinstance(record, Outcome) and with_process:
        return best(metrics(shop, catalogue, record, shop.one(Process, with_process)))
    if isinstance(record, Link):
        outcome = shop.one(Outcome, record.outcome)
        return best(metrics(shop, catalogue, outcome, shop.one(Process, record.process))) if outcome else []
    if isinstance(record, Objective):
        return best(outcomes(shop, catalogue, record))
    if isinstance(record, Outcome):
        return best(processes(shop, catalogue, record))
    if isinstance(record, Process):
        return best(activities(shop, catalogue, record))
    return best(improved(shop, catalogue, record)) if isinstance(record, Metric) else []


def beforehand(shop: Workshop, catalogue: Catalogue, ref: str) -> str:
    """What to keep in mind while suggestions for a record are looked at, in one sentence, or ""."""
    record = shop.get(ref)
    return hangs_on(catalogue, record) if isinstance(record, Objective) else ""


def in_hand(shop: Workshop, catalogue: Catalogue, ref: str) -> list[Suggestion]:
    """What helps a record on that is in hand, at most `MOST`: better words where it is a wish or work done (S2, S11),
    then what goes with it.
    """
    record = shop.get(ref)
    better = best(restated(shop, catalogue, record)) if isinstance(record, Objective | Outcome) else []
    return [*better, *for_record(shop, catalogue, ref)][:MOST]


def wants_better_words(shop: Workshop, ref: str) -> bool:
    """Whether the words of a record are a wish, work done or an easy count, so that `in_hand` offers better ones."""
    record = shop.get(ref)
    if isinstance(record, Objective | Outcome):
        return is_weak(record)
    return isinstance(record, Metric) and is_poor(record)


def for_workshop(shop: Workshop, catalogue: Catalogue, step: int) -> list[Suggestion]:
    """What the workshop lacks on a step (1-6) while no record is in hand, at most `MOST`, best first.

    Processes and roles on 1, the sponsor on 2, the first gap of the pilot's threads on 3, words on 4, decision
    rights and meetings on 5, meetings on 6 (S31, S33-S35).
    """
    if step == 3:
        gap = _gap(shop)
        return for_record(shop, catalogue, gap) if gap else []
    return best(_lacking(shop, catalogue, step))


def for_list(shop: Workshop, catalogue: Catalogue, kind: Kind) -> list[Suggestion]:
    """What a list of that kind lacks while nothing of it is in hand, best first; nothing where the catalogue has none.

    Processes and the pieces of work of those on a thread, roles, decision rights, meetings and words.
    """
    own = _LISTS.get(kind.name)
    return best(own(shop, catalogue)) if own else []


def _of_processes(shop: Workshop, catalogue: Catalogue) -> Iterator[Ranked]:
    yield from missing(shop, catalogue, (one for one in shop.all(Objective) if one.state != "parked"))
    yield from (one._replace(rank=one.rank + 10) for one in usual(shop, catalogue))


def _of_work(shop: Workshop, catalogue: Catalogue) -> Iterator[Ranked]:
    used = {link.process for link in shop.all(Link)}
    for process in shop.all(Process):
        if process.ref in used:
            yield from activities(shop, catalogue, process)


_LISTS = {"process": _of_processes, "activity": _of_work, "person": roles, "decision": decisions,
          "routine": routines, "term": terms}  # fmt: skip


def _lacking(shop: Workshop, catalogue: Catalogue, step: int) -> Iterator[Ranked]:
    if step == 1:
        yield from missing(shop, catalogue, (one for one in shop.all(Objective) if one.state != "parked"))
        yield from (role._replace(rank=role.rank + 10) for role in roles(shop, catalogue))
    if step == 2:
        yield from roles(shop, catalogue, "sponsor")
    if step == 4:
        yield from terms(shop, catalogue)
    if step == 5:
        yield from decisions(shop, catalogue)
    if step in (5, 6):
        yield from routines(shop, catalogue)


def _gap(shop: Workshop) -> str:
    """The first record of the pilot's threads that lacks what comes after it; the pilot where nothing does."""
    pilot = shop.one(Objective, shop.about.pilot)
    alive = [pilot] if pilot else [one for one in shop.all(Objective) if one.state != "parked"]
    for objective in alive:
        own = outcomes_by_objective(shop).get(objective.ref, [])
        if not own:
            return objective.ref
        for outcome in own:
            links = links_by_outcome(shop).get(outcome.ref, [])
            bare = [link.ref for link in links if not metrics_of(shop, outcome.ref, link.process)]
            if not links or bare:
                return bare[0] if bare else outcome.ref
    return alive[0].ref if alive else ""
