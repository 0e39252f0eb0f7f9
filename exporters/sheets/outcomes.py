"""The service outcomes with their success criteria."""

from __future__ import annotations

from exporters.columns import comment, identity, key, of_field, ref
from exporters.layout import Book, Column, Sheet
from exporters.saying import all_retired, more_retired, paired, refs, sentence, verb
from workshop.answers import values
from workshop.derived.retiring import kept_outcomes
from workshop.records import Outcome


def sheet(book: Book) -> Sheet:
    """The sheet as this workshop fills it."""
    shop = book.shop

    def field(name: str, width: float, header: str = "") -> Column:
        return of_field(shop, Outcome.kind, name, width, header=header)

    def serves(outcome: Outcome) -> str:
        return "\n".join(values.named(ref, shop) for ref in outcome.objectives)

    return Sheet(
        name="Outcomes",
        table="Outcomes",
        headline=_headline(kept_outcomes(shop), len(shop.all(Outcome))),
        how="From and To are the success criterion. An outcome is what the business notices, never work done.",
        columns=(
            ref(),
            field("statement", 44, "Outcome"),
            Column("Objective", 32, serves, "soft", shows=("outcome.objectives", "outcome.unit")),
            field("service", 20),
            field("baseline", 11),
            field("target", 11),
            field("due", 13),
            field("owner", 20),
            comment(22),
            identity(),
        ),
        rows=shop.all(Outcome),
        key=key,
        new=Outcome.kind.name,
    )


def _headline(outcomes: list[Outcome], of: int) -> str:
    """Of the outcomes that count; how many there are with those that are retired."""
    if not of:
        return "No outcome is written down yet"
    if not outcomes:
        return sentence(all_retired(of, "outcome"))
    vague = [outcome.ref for outcome in outcomes if not (outcome.target and outcome.due)]
    having = [(bool(outcome.target), bool(outcome.due)) for outcome in outcomes]
    some = 0 < len(vague) < len(outcomes)
    return sentence(
        paired(having, "outcome", "a value to reach", "a date"),
        f"{refs(vague)} {verb(len(vague), 'lacks', 'lack')} one or the other" if some else "",
        more_retired(of - len(outcomes)),
    )
