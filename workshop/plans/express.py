"""The express path (S58): what one thread still needs, in order, so that a first workshop takes fifteen minutes.

It knows no records of its own: what is asked next follows from what the workshop holds, so the path is left and
taken up anywhere, and what is there already is not asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from workshop import acts
from workshop.declare import KINDS, Value
from workshop.derived.threads import links_by_outcome, metrics_of, outcomes_by_objective
from workshop.draft import Draft
from workshop.plans import filling, trailing
from workshop.records import Link, Metric, Objective, Outcome, Verdict
from workshop.state import Workshop, kind_of
from workshop.words import listed


class Need(NamedTuple):
    """One thing that the thread lacks: what, on which step, on which record; the field where it is one."""

    what: str
    step: int
    ref: str = ""
    field: str = ""


_KNOTS = ("objective", "outcome", "process", "metric")
ORDER = ("objective", "target", "date", "service", "outcome", "process", "reason", "metric", "owner", "said back",
         "export")  # fmt: skip
"""What one explained thread takes, in the order in which it is asked; the last is always left to do."""


def first(shop: Workshop, skipped: Collection[str] = ()) -> Need:
    """The first thing that the thread lacks and that was not skipped; at the end, to hand it over."""
    return next((need for need in _needs(shop) if need.what not in skipped), Need("export", 4))


def standing(shop: Workshop) -> str:
    """Whether a thread stands by now, and what was left open, in a sentence or two."""
    lacks = [need.what for need in _needs(shop)]
    if knots := [what for what in lacks if what in _KNOTS]:
        return f"No thread stands yet: it lacks its {listed(knots)}."
    open_ = ["somebody who says it back" if what == "said back" else what for what in lacks]
    return f"One thread stands. Left open: {listed(open_)}." if lacks else "One thread stands."


def _subject(shop: Workshop) -> Objective | None:
    """The objective whose thread it is: the pilot, else the first that is not parked."""
    alive = (one for one in shop.all(Objective) if one.state != "parked")
    return shop.one(Objective, shop.about.pilot) or next(alive, None)


def parts(shop: Workshop) -> tuple[Objective | None, Outcome | None, Link | None, Metric | None]:
    """The knots of the thread so far, and the link between outcome and process."""
    objective = _subject(shop)
    outcomes = outcomes_by_objective(shop).get(objective.ref, []) if objective else []
    outcome = outcomes[0] if outcomes else None
    links = links_by_outcome(shop).get(outcome.ref, []) if outcome else []
    link = links[0] if links else None
    metrics = metrics_of(shop, outcome.ref, link.process) if outcome and link else []
    return objective, outcome, link, metrics[0] if metrics else None


def say_objective(draft: Draft, said: str) -> str:
    """Keep an objective with what its words tell; it is the pilot where none is chosen."""
    ref = _said(draft, "objective", said, {})
    if not draft.value("W1", "pilot"):
        acts.choose_pilot(draft, ref)
    return ref


def say_outcome(draft: Draft, said: str, objective: str) -> str:
    """Keep an outcome of the objective and of its first service, with what its words tell."""
    found = draft.shop.one(Objective, objective)
    service = found.services[0] if found and found.services else ""
    return _said(draft, "outcome", said, {"objectives": (objective,), "service": service})


def join(draft: Draft, kind: str, said: str, to: str) -> None:
    """Join a record of that kind, by its ref, or a new one of these words, with its neighbour on the thread."""
    ref = said.strip().upper()
    if kind_of(ref) == kind and draft.known(ref):
        acts.connect(draft, ref, to)
    else:
        trailing.link(draft, to, KINDS[kind], said)


def _said(draft: Draft, kind: str, said: str, held: Mapping[str, Value]) -> str:
    ref = trailing.capture(draft, KINDS[kind], said, held)
    filling.fill(draft, ref)
    return ref


def _needs(shop: Workshop) -> Iterator[Need]:
    objective, outcome, link, metric = parts(shop)
    if objective is None:
        yield Need("objective", 1)
        return
    for what, field in (("target", "target"), ("date", "due")):
        if not getattr(objective, field):
            yield Need(what, 1, objective.ref, field)
    if not objective.services and not (outcome and outcome.service):
        yield Need("service", 1, objective.ref, "services")
    if outcome is None:
        yield Need("outcome", 3, objective.ref)
        return
    if link is None:
        yield Need("process", 3, outcome.ref)
        return
    if not link.reason:
        yield Need("reason", 3, link.ref, "reason")
    if metric is None:
        yield Need("metric", 3, link.ref)
    if not outcome.owner:
        yield Need("owner", 3, outcome.ref, "owner")
    heard = any(verdict.on in (outcome.ref, link.ref) for verdict in shop.all(Verdict))
    if not heard and outcome.explained != "passed":
        yield Need("said back", 4, outcome.ref, "explained_by")
