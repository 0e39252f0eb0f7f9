"""Whether the room has chosen one pilot that can be mapped, and chosen it together."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.coach.rule import Said, rule
from workshop.coach.view import pilots, quoted
from workshop.derived.priority import ranking, reasons_against
from workshop.derived.standing import not_heard
from workshop.records import Objective, Score, Service
from workshop.state import Workshop
from workshop.words import listed

APART = 3
"""Points between two voters from which on the room should talk before it counts."""

_O = "objective statement=Cut churn from 9% to 6% by 2027-12-31"
_READY = f"service name=Portal | {_O}; target=6 %; due=2027-12-31; services=S1"


@rule(
    "no-scores",
    step=2,
    severity="block",
    part="S7",
    gate="the room has scored objectives",
    bad=_O,
    good=f"{_O} | score objective=O1; criterion=impact; value=5",
)
def no_scores(shop: Workshop) -> Iterator[Said]:
    """No objective has been scored."""
    if not any(score.value for score in shop.all(Score)):
        yield "", "No objective is scored yet.", "Score impact, urgency and dependency on IT, 1 to 5."


@rule(
    "half-scored",
    step=2,
    severity="warn",
    part="S7",
    bad=f"{_O} | score objective=O1; criterion=impact; value=5",
    good=f"{_O} | score objective=O1; criterion=impact; value=5 | score objective=O1; criterion=urgency; value=4"
    " | score objective=O1; criterion=dependency; value=3",
)
def half_scored(shop: Workshop) -> Iterator[Said]:
    """An objective is scored on some criteria only, and the others count as nothing."""
    for ranked in ranking(shop):
        if ranked.missing:
            yield (
                ranked.objective.ref,
                f"{quoted(ranked.objective)} has no score on {listed(ranked.missing)} yet, which counts as nothing.",
                f"Score {ranked.objective.ref} on all three, 1 to 5, before you rank.",
            )


@rule(
    "no-pilot",
    step=2,
    severity="block",
    part="S24",
    gate="one pilot is chosen",
    bad=_O,
    good=f"{_O} | workshop pilot=O1",
)
def no_pilot(shop: Workshop) -> Iterator[Said]:
    """No pilot is chosen."""
    if not shop.about.pilot:
        yield "", "No pilot is chosen yet.", "Choose one objective or one service; the rest can wait."


@rule(
    "pilot-not-eligible",
    step=2,
    severity="block",
    part="S8",
    gate="the pilot is measurable, time-bound and tied to a service",
    bad="objective statement=Make customers happier | workshop pilot=O1",
    good=f"{_READY} | workshop pilot=O1",
)
def pilot_not_eligible(shop: Workshop) -> Iterator[Said]:
    """The pilot cannot be mapped: it is not measurable, not time-bound or not tied to a service."""
    service = shop.one(Service, shop.about.pilot)
    reasons = {objective.ref: reasons_against(objective) for objective in pilots(shop)}
    if service and (not reasons or all(reasons.values())):
        yield (
            service.ref,
            f"No objective that could be mapped depends on the pilot {quoted(service)}.",
            f"Give an objective a value, a date and {service.ref} among its services.",
        )
    for objective in pilots(shop):
        if reasons[objective.ref] and not service:
            yield (
                objective.ref,
                f"The pilot {quoted(objective)} cannot be mapped: {listed(_short(reasons[objective.ref]))}.",
                f"Press Enter on {objective.ref} and give it what is missing.",
            )


@rule(
    "no-sponsor",
    step=2,
    severity="block",
    part="S42",
    gate="an executive sponsor is named",
    bad=f"{_O} | workshop pilot=O1",
    good=f"{_O} | workshop pilot=O1; sponsor=Chief Customer Officer",
)
def no_sponsor(shop: Workshop) -> Iterator[Said]:
    """No executive stands behind the pilot."""
    if not shop.about.sponsor:
        yield (
            "",
            "No executive stands behind the pilot yet.",
            "Ask who clears the way for it; set the sponsor.",
        )


@rule(
    "candidate-not-eligible",
    step=2,
    severity="warn",
    part="S8",
    bad="objective statement=Make customers happier",
    good=_READY,
)
def candidate_not_eligible(shop: Workshop) -> Iterator[Said]:
    """A candidate cannot be mapped as it stands, and is not parked either."""
    for ranked in ranking(shop):
        objective = ranked.objective
        if ranked.against and objective.state in ("", "candidate") and objective.ref != shop.about.pilot:
            yield (
                objective.ref,
                f"{quoted(objective)} cannot be mapped: {listed(_short(ranked.against))}.",
                f"Give {objective.ref} what is missing, or press k and park it with the reason.",
            )


@rule(
    "voters-apart",
    step=2,
    severity="warn",
    part="S7",
    bad=f"{_O} | score objective=O1; person=Sales; criterion=urgency; value=5"
    " | score objective=O1; person=Finance; criterion=urgency; value=1",
    good=f"{_O} | score objective=O1; person=Sales; criterion=urgency; value=5"
    " | score objective=O1; person=Finance; criterion=urgency; value=4",
)
def voters_apart(shop: Workshop) -> Iterator[Said]:
    """Voters are so far apart that an average hides it."""
    for ranked in ranking(shop):
        apart = [f"{spread} points on {name}" for name, spread in ranked.spread.items() if spread >= APART]
        if apart:
            yield (
                ranked.objective.ref,
                f"Voters are apart on {quoted(ranked.objective)}: {listed(apart)}.",
                "Ask the highest and the lowest voter why; then score again.",
            )


@rule(
    "parked-no-reason",
    step=2,
    severity="warn",
    part="S8",
    bad=f"{_O}; state=parked",
    good=f"{_O}; state=parked; parked_because=No service carries it yet",
)
def parked_no_reason(shop: Workshop) -> Iterator[Said]:
    """An objective is parked and nobody will remember why."""
    for objective in shop.all(Objective):
        if objective.state == "parked" and not objective.parked_because:
            yield (
                objective.ref,
                f"{quoted(objective)} is parked without a reason.",
                f"Say on {objective.ref} what must change before it comes back.",
            )


@rule(
    "internal-before-customers",
    step=2,
    severity="hint",
    part="S7",
    bad="objective statement=Tidy the wiki; customer_facing=no"
    " | objective statement=Cut outages; customer_facing=yes"
    " | score objective=O1; criterion=impact; value=5 | score objective=O2; criterion=impact; value=2",
    good="objective statement=Tidy the wiki; customer_facing=no"
    " | objective statement=Cut outages; customer_facing=yes"
    " | score objective=O1; criterion=impact; value=2 | score objective=O2; criterion=impact; value=5",
)
def internal_before_customers(shop: Workshop) -> Iterator[Said]:
    """Something that customers feel ranks below something that only we feel."""
    inside: Objective | None = None
    for ranked in ranking(shop):
        objective = ranked.objective
        if ranked.score is None:
            return
        if objective.customer_facing == "no":
            inside = inside or objective
        elif objective.customer_facing == "yes" and inside:
            yield (
                objective.ref,
                f"Customers feel {quoted(objective, 30)}, yet {quoted(inside, 30)} ranks above it.",
                f"Ask what an outage there would cost; score {objective.ref} again or say why not.",
            )
            return


@rule(
    "not-heard",
    step=1,
    severity="hint",
    part="S6",
    bad=f"{_O} | workshop pilot=O1",
    good="person name=Ann; group=business | person name=Bob; group=finance"
    " | person name=Cem; group=operations | person name=Dee; group=security"
    f" | person name=Eva; group=service owner | {_O}; heard=H1,H2,H3,H4,H5 | workshop pilot=O1",
)
def pilot_not_heard(shop: Workshop) -> Iterator[Said]:
    """Somebody who should be asked about the pilot was not asked yet."""
    for objective in pilots(shop):
        missing = not_heard(shop, objective)
        if missing:
            yield (
                objective.ref,
                f"Not yet asked about {quoted(objective)}: {listed(missing)}.",
                f"Talk to them and add them under “Heard from” on {objective.ref}.",
            )


def _short(reasons: list[str]) -> list[str]:
    """`no target` rather than `not measurable: no target`."""
    return [reason.rpartition(": ")[2] for reason in reasons]
