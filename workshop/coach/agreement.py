"""Whether everybody concerned has agreed to the threads, and means the same by the same words."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.answers import values
from workshop.coach.rule import Said, rule
from workshop.coach.view import mapped, quoted, reached
from workshop.declare import KINDS, Field
from workshop.derived.standing import Standing, standings
from workshop.glossary import Use, instead_of, uses
from workshop.records import Action, Dispute, Term, Verdict
from workshop.state import Workshop, derived, kind_of
from workshop.words import brief, folded, listed

_C = (
    "objective statement=Cut churn | outcome statement=The portal is back in 30 min; objectives=O1"
    " | person name=Ann; group=business"
)
_SAYS = "verdict on=C1; person=H1; says="


@derived
def on_the_wall(shop: Workshop) -> list[Standing]:
    """The standings of the outcomes that the room works on."""
    wall = {outcome.ref for outcome in mapped(shop)}
    return [standing for standing in standings(shop) if standing.outcome.ref in wall]


@rule(
    "no-verdict",
    step=4,
    severity="block",
    part="S44",
    gate="somebody has said what they think of a thread",
    bad=_C,
    good=f"{_C} | {_SAYS}agree",
)
def no_verdict(shop: Workshop) -> Iterator[Said]:
    """Nobody has said yet whether a thread is true."""
    if not shop.all(Verdict):
        yield (
            "",
            "Nobody has agreed to a thread yet.",
            "Walk the threads; ask each group: agree, concern, block?",
        )


@rule(
    "group-not-heard",
    step=4,
    severity="block",
    part="S23",
    gate="business, service owners, process owners and governance have spoken on every thread",
    bad=f"{_C} | {_SAYS}agree",
    good=f"{_C} | {_SAYS}agree | verdict on=C1; person=Service owner; says=agree"
    " | verdict on=C1; person=Process owner; says=agree | verdict on=C1; person=Governance; says=agree",
)
def group_not_heard(shop: Workshop) -> Iterator[Said]:
    """One of the groups has not spoken on a thread, or not since its words changed."""
    for standing in on_the_wall(shop):
        if standing.missing:
            yield (
                standing.outcome.ref,
                f"Not yet heard on {quoted(standing.outcome)}: {listed(standing.missing)}.",
                f"Ask them on {standing.outcome.ref}: agree, concern or block?",
            )


@rule(
    "open-block",
    step=4,
    severity="block",
    part="S44",
    gate="no block is open",
    bad=f"{_C} | {_SAYS}block",
    good=f"{_C} | {_SAYS}block | V1 says=concern",
)
def open_block(shop: Workshop) -> Iterator[Said]:
    """Somebody blocks a thread."""
    for standing in on_the_wall(shop):
        if standing.blocks:
            names = _names(shop, standing.blocks)
            yield (
                standing.outcome.ref,
                f"{_people(names)} {'block' if len(names) > 1 else 'blocks'} {quoted(standing.outcome)}.",
                f"Ask what would have to change on {standing.outcome.ref}, then ask again.",
            )


@rule(
    "signature-lapsed",
    step=4,
    severity="warn",
    part="S44",
    bad=f"{_C} | {_SAYS}agree | C1 statement=The portal is back in 20 min",
    good=f"{_C} | {_SAYS}agree",
)
def signature_lapsed(shop: Workshop) -> Iterator[Said]:
    """Somebody agreed to other words than those that stand there now."""
    for standing in on_the_wall(shop):
        if standing.lapsed:
            yield (
                standing.outcome.ref,
                f"{quoted(standing.outcome)} was reworded after {_people(_names(shop, standing.lapsed))} spoke.",
                f"Read {standing.outcome.ref} aloud and ask again.",
            )


@rule(
    "concern-unanswered",
    step=4,
    severity="warn",
    part="S57",
    bad=f"{_C} | {_SAYS}concern",
    good=f"{_C} | {_SAYS}concern; words=Who is there at night?"
    " | action what=Name a night team; why=C1; owner=H1; due=2026-12-10",
)
def concern_unanswered(shop: Workshop) -> Iterator[Said]:
    """A concern has no words, or nothing is done about it."""
    taken = reached(shop, (action for action in shop.all(Action) if action.status != "dropped"))
    for standing in on_the_wall(shop):
        outcome = standing.outcome
        for verdict in standing.concerns:
            name = values.who(verdict.person, shop)
            if not verdict.words:
                yield (
                    verdict.ref,
                    f"{_people([name])} has a concern on {quoted(outcome)}, without words.",
                    f"Ask what it is, and write it on {verdict.ref} as it is said.",
                )
            elif outcome.ref not in taken and verdict.ref not in taken:
                yield (
                    verdict.ref,
                    f"Nothing is done about the concern of {_people([name])} on {quoted(outcome)}.",
                    f"Ask what would settle it; add an action for {outcome.ref}.",
                )


@rule(
    "not-explained",
    step=4,
    severity="warn",
    part="S21",
    bad=f"{_C} | {_SAYS}agree",
    good=f"{_C} | {_SAYS}agree | C1 explained_by=H1; explained=passed",
)
def not_explained(shop: Workshop) -> Iterator[Said]:
    """Nobody has said the thread back so that the room could follow."""
    for standing in on_the_wall(shop):
        outcome = standing.outcome
        if standing.verdicts and outcome.explained != "passed":
            yield (
                outcome.ref,
                f"Nobody has said {quoted(outcome)} back in a minute yet.",
                f"Ask somebody other than its owner to explain {outcome.ref}.",
            )


@rule(
    "explained-by-owner",
    step=4,
    severity="warn",
    part="S21",
    bad=f"{_C} | C1 owner=H1; explained_by=H1; explained=passed",
    good=f"{_C} | C1 owner=Service owner; explained_by=H1; explained=passed",
)
def explained_by_owner(shop: Workshop) -> Iterator[Said]:
    """The thread was said back by the one who owns it, which proves little."""
    for outcome in mapped(shop):
        if outcome.explained_by and _name(shop, outcome.explained_by) == _name(shop, outcome.owner):
            yield (
                outcome.ref,
                f"{quoted(outcome)} was said back by its own owner.",
                f"Let somebody else explain {outcome.ref} in a minute.",
            )


@rule(
    "term-twice",
    step=4,
    severity="warn",
    part="S35",
    bad="term term=Outage; definition=No order goes through | term term=outage; definition=It is slow",
    good="term term=Outage; definition=No order goes through",
)
def term_twice(shop: Workshop) -> Iterator[Said]:
    """One word is defined twice."""
    first: dict[str, Term] = {}
    for term in shop.all(Term):
        before = first.setdefault(folded(term.term), term)
        if before is not term:
            yield (
                term.ref,
                f"{quoted(term)} is defined twice, on {before.ref} and {term.ref}.",
                f"Keep the definition that the room uses; take {term.ref} out.",
            )


@rule(
    "term-clash",
    step=4,
    severity="warn",
    part="S35",
    bad="term term=Outage | term term=Incident; instead_of=outage, disruption",
    good="term term=Outage; instead_of=disruption, downtime",
)
def term_clash(shop: Workshop) -> Iterator[Said]:
    """A word is settled in one place and dropped for another word elsewhere."""
    terms = {folded(term.term): term for term in shop.all(Term)}
    for term in shop.all(Term):
        for word in map(folded, instead_of(term)):
            other = terms.get(word)
            if other and other is not term:
                yield (
                    term.ref,
                    f"{term.ref} drops {quoted(other)} for {quoted(term)}, but {other.ref} defines it.",
                    f"Choose one word for the thing; take {other.ref} or the other out.",
                )


@rule(
    "dropped-word",
    step=4,
    severity="warn",
    part="S35",
    bad="objective statement=Halve the open tickets by 2027-06-30 | term term=Incident; instead_of=ticket",
    good="objective statement=Halve the open incidents by 2027-06-30 | term term=Incident; instead_of=ticket",
)
def dropped_word(shop: Workshop) -> Iterator[Said]:
    """A word is used for which the room settled on another."""
    for ref, found in uses(shop).items():
        spec, use = found[0]
        where = f"{ref} ({spec.label.lower()})" if spec.name != shop.find(ref).kind.called else ref
        room = listed([quoted(word, 24) for word in use.words[:2]], "or")
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        yield ref, f"{where} says {quoted(use.said, 24)}; the room says {room}{more}.", _way_out(ref, found)


def _way_out(ref: str, found: list[tuple[Field, Use]]) -> str:
    if all(len(use.words) > 1 for _, use in found):
        return f"Ask which of them is meant on {ref}; press Enter there."
    return "Press w on this note in the coach's list, and it does too."


def _name(shop: Workshop, person: str) -> str:
    return folded(values.who(person, shop))


def _names(shop: Workshop, verdicts: list[Verdict]) -> list[str]:
    return list(dict.fromkeys(values.who(verdict.person, shop) for verdict in verdicts))


def _people(names: list[str]) -> str:
    """`Ann and Bob`, each cut where it is long, four at most; the more there are, the shorter."""
    most = {1: 30, 2: 24}.get(len(names), 15)
    shown = [quoted(name, most).strip("“”") for name in names]
    return listed(shown if len(shown) < 4 else [*shown[:2], f"{len(shown) - 2} others"])


_AT = "dispute on=C1; field=target; says="


@rule(
    "break-outs-disagree",
    step=4,
    severity="warn",
    part="S57",
    bad=f"{_C} | {_AT}30 min; by=North | {_AT}20 min; by=South",
    good=f"{_C} | {_AT}30 min; by=North | {_AT}20 min; by=South | C1 target=20 min",
)
def breakouts_disagree(shop: Workshop) -> Iterator[Said]:
    """Two groups changed the same answer, each in its own way."""
    open_: dict[tuple[str, str], list[Dispute]] = {}
    for dispute in shop.all(Dispute):
        open_.setdefault((dispute.on, dispute.field), []).append(dispute)
    for (on, name), sides in open_.items():
        spec = KINDS[kind_of(on)].named.get(name) if kind_of(on) else None
        said = [f"“{_short(side.says)}”" for side in sides[:2]] + ["another"] * (len(sides) > 2)
        what = spec.label if spec else _short(name)
        yield sides[0].ref, f"{what} of {_short(on)}: {listed(said, 'or')}?", "Choose one: Enter in the coach's list."


def _short(said: str) -> str:
    return brief(said if len(said) <= 30 else said[:29] + "…")
