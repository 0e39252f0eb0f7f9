"""After the pilot: whether it has proved itself, by which figures, and the next objective in its place (S24, S48)."""

from __future__ import annotations

from typing import NamedTuple

from workshop import acts
from workshop.answers import values
from workshop.coach.view import pilot_outcomes, pilots
from workshop.derived import priority
from workshop.derived.threads import metrics_by_outcome
from workshop.derived.trends import HALFWAY, NO_READING, Trend, moved_without_outcome, trends
from workshop.draft import Draft
from workshop.errors import NotUnderstood, Refused
from workshop.records import Metric, Note, Objective, Outcome, Person, Process, Service, Term
from workshop.state import Workshop, derived
from workshop.words import LONGEST, listed, plural


class Proof(NamedTuple):
    """What speaks for the pilot and what is still open, a sentence for each outcome; `said`: the room's own word."""

    pilots: list[Objective]
    figures: list[str]
    missing: list[str]
    said: bool

    @property
    def holds(self) -> bool:
        """Whether anything is proved: a figure moved, or the room said so."""
        return self.said or bool(self.figures)

    @property
    def refs(self) -> str:
        """The pilot's objectives."""
        return listed([objective.ref for objective in self.pilots])


class Expanded(NamedTuple):
    """What was done: the new pilot, the proof of the one before, and what stays as it is, in words."""

    ref: str
    proof: Proof
    kept: str


@derived
def proof(shop: Workshop) -> Proof:
    """What proves the pilot: an outcome whose metric went at least half the way, and was not left behind by it.

    An outcome or a metric that was retired proves nothing and lacks nothing. A leading metric proves only where
    no other is there.
    """
    found = Proof(pilots(shop), [], [], False)
    if not found.pilots:
        return found._replace(missing=["no pilot is chosen"])
    for outcome in pilot_outcomes(shop):
        moved, said = _judged(shop, outcome)
        (found.figures if moved else found.missing).append(f"{outcome.ref}: {said}")
    if not found.figures and not found.missing:
        found.missing.append(f"{found.refs} has no outcome yet")
    return found._replace(said=all(objective.state == "proved" for objective in found.pilots))


def candidates(shop: Workshop) -> list[Objective]:
    """The objectives that could come next, the highest in the ranking first, parked ones last."""
    ranked = [one.objective for one in priority.ranking(shop)]
    rest = [objective for objective in shop.all(Objective) if objective not in ranked]
    taken = {objective.ref for objective in pilots(shop)}
    return [o for o in (*ranked, *rest) if o.ref not in taken and o.state != "proved"]


def expand(draft: Draft, ref: str) -> Expanded:
    """Take the objective up as pilot; the one before is proved, and by what is noted on it.

    Nothing else is touched: services, processes, people, terms and threads stay. Raises NotUnderstood where the ref
    is no objective, Refused where it cannot be next or nothing is proved.
    """
    shop = draft.shop
    following = shop.find(ref)
    if not isinstance(following, Objective):
        raise NotUnderstood(
            f"{ref} is no objective but of kind {following.kind.name}; name the objective that comes next, such as O2"
        )
    found = proof(shop)
    _refuse(following, found)
    for objective in found.pilots:
        draft.set(objective.ref, "state", "proved")
        by = "; ".join(found.figures) or "the room said so"
        text = f"Proved, {following.ref} comes next. {by}"
        draft.add(Note.kind, {"on": objective.ref, "what": "decision", "text": text[:LONGEST]})
    draft.set(ref, "parked_because", "")
    acts.choose_pilot(draft, ref)
    return Expanded(ref, found, _kept(shop))


def told(expanded: Expanded) -> list[str]:
    """What was done and by which figures, in lines."""
    found = expanded.proof
    how = " by:" if found.figures else ", as the room said."
    lines = [f"{expanded.ref} is the pilot now; {found.refs} is proved{how}"]
    lines += [f"  {figure}" for figure in found.figures]
    if found.missing:
        lines += ["Not shown yet:", *(f"  {said}" for said in found.missing)]
    return [*lines, f"Kept as it is: {expanded.kept}."]


def _refuse(following: Objective, found: Proof) -> None:
    if following in found.pilots:
        raise Refused(f"{following.ref} is the pilot already; name the objective that comes next")
    if following.state == "proved":
        raise Refused(f"{following.ref} is proved already; name an objective that is not")
    if not found.pilots:
        raise Refused(f"Nothing is proved: no pilot is chosen; choose the first: set FILE W1.pilot {following.ref}")
    if not found.holds:
        more = f" (and {plural(len(found.missing) - 1, 'more outcome')})" if len(found.missing) > 1 else ""
        way_out = f"enter a reading, or let the room say so: {found.pilots[0].ref}.state proved"
        raise Refused(f"Nothing proves {found.refs} yet: {found.missing[0]}{more}; {way_out}")


def _judged(shop: Workshop, outcome: Outcome) -> tuple[bool, str]:
    """Whether a figure shows that the outcome moved, and which; or what is missing."""
    own = metrics_by_outcome(shop).get(outcome.ref, [])
    if not own:
        return False, "no metric shows it"
    left = {metric.ref for metric, behind in moved_without_outcome(shop) if behind.ref == outcome.ref}
    showing = [trends(shop)[metric.ref] for metric in own if metric.timing != "leading"] or _trends(shop, own)
    moved = [trend for trend in showing if (trend.progress or 0) >= HALFWAY]
    good = [trend for trend in moved if trend.metric.ref not in left]
    if good:
        return True, _said(max(good, key=lambda trend: trend.progress or 0))
    if moved:
        return False, f"{moved[0].metric.ref} moved, the outcome did not"
    read = [trend for trend in showing if trend.status != NO_READING]
    if not read:
        return False, f"{listed([trend.metric.ref for trend in showing[:3]])} has no reading"
    return False, f"{_said(read[0])}, less than half the way"


def _trends(shop: Workshop, metrics: list[Metric]) -> list[Trend]:
    return [trends(shop)[metric.ref] for metric in metrics]


def _said(trend: Trend) -> str:
    return f"{trend.metric.ref} {trend.sentence} ({trend.status.lower()})"


def _kept(shop: Workshop) -> str:
    names = ((Service, "service", ""), (Process, "process", "processes"), (Person, "person", "people"),
             (Outcome, "outcome", ""), (Metric, "metric", ""), (Term, "term", ""))  # fmt: skip
    told = [plural(len(shop.all(cls)), one, many) for cls, one, many in names if shop.all(cls)]
    sponsor = values.who(shop.about.sponsor, shop)
    behind = f"; {sponsor} still stands behind the pilot" if sponsor else "; no sponsor stands behind it yet"
    return (listed(told) or "nothing else was there") + behind
