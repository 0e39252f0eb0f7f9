"""The objectives with their scores: change a score and the rank follows."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from exporters.columns import comment, identity, key, of_field, of_record, ref
from exporters.layout import Book, Cell, Column, Place, Rule, Sheet
from exporters.saying import capital, counted, number, sentence, them, verb
from workshop.answers import amounts, values
from workshop.derived.priority import Ranked, ranking, weights
from workshop.incoming.aim import Aim
from workshop.records import Objective
from workshop.records.goals import CRITERIA
from workshop.words import listed

_CALLED = dict(zip(CRITERIA, ("Impact", "Urgency", "IT need"), strict=True))
_FELT = "Felt by customers"


class Row(NamedTuple):
    """An objective with its place in the ranking; a parked one has none."""

    objective: Objective
    ranked: Ranked | None


def sheet(book: Book) -> Sheet:
    """The sheet as this workshop fills it."""
    places = {one.objective.ref: one for one in ranking(book.shop)}
    rows = [Row(objective, places.get(objective.ref)) for objective in book.shop.all(Objective)]
    return Sheet(
        name="Objectives",
        table="Objectives",
        headline=_headline(rows),
        how=_how(book),
        columns=_columns(book),
        rows=rows,
        key=lambda row: key(row.objective),
        new=Objective.kind.name,
        rules=(Rule(("Score",), "gold", bar=(0, 5)),),
        filter=False,
    )


def _headline(rows: list[Row]) -> str:
    if not rows:
        return "No objective is written down yet"
    scored = [row.ranked for row in rows if row.ranked and row.ranked.score is not None]
    first = [one for one in scored if one.rank == 1]
    parked = sum(row.objective.state == "parked" for row in rows)
    lead = f"{counted(len(rows), 'objective')}, {'none of them' if len(rows) > 1 else 'not'} scored yet"
    if first and len(first) == len(scored) > 1:
        lead = f"{counted(len(scored), 'objective')} are level at {amounts.written(round(first[0].score or 0, 1))} of 5"
    elif len(scored) == 1:
        lead = f"{scored[0].objective.ref} has {scored[0].score:.1f} of 5, the only one scored so far"
    elif first:
        led = listed([one.objective.ref for one in first])
        lead = (
            f"{led} {verb(len(first), 'comes', 'come')} first of {number(len(scored))} with {first[0].score:.1f} of 5"
        )
    return sentence(
        lead,
        f"{them(parked, len(rows))} {verb(parked, 'is', 'are')} parked" if parked else "",
    )


def _how(book: Book) -> str:
    weighs = weights(book.shop)
    shares = [
        f"{_CALLED[name].lower().replace('it ', 'IT ')} {weighs[name] / sum(weighs.values()):.0%}" for name in CRITERIA
    ]
    return f"Scored from 1, low, to 5, high; the score weighs {listed(shares)}. Change a score and the rank follows."


def _columns(book: Book) -> tuple[Column, ...]:
    shop = book.shop
    weighs = list(weights(shop).values())

    def of(row: Row) -> Objective:
        return row.objective

    def field(name: str, width: float, *, edit: bool = True) -> Column:
        return of_field(shop, Objective.kind, name, width, edit=edit, of=of)

    def source(row: Row) -> str:
        kind, where = (values.of(row.objective, name, shop) for name in ("source", "source_ref"))
        if where.lower().startswith(kind.lower()):
            return where
        return capital(", ".join(part for part in (kind, where) if part))

    return (
        ref(of),
        replace(field("statement", 35), header="Objective"),
        field("category", 13, edit=False),
        field("horizon", 10.5, edit=False),
        field("baseline", 9.5),
        field("target", 10),
        field("due", 11.5),
        Column("Source", 20, source, shows=("objective.source", "objective.source_ref")),
        *(_criterion(name) for name in CRITERIA),
        Column("Score", 7, _score, "score", formula=lambda place: _weighted(place, weighs)),
        Column("Rank", 7, _rank, "centre", formula=_ranked),
        field("owner", 15),
        comment(15, of),
        Column(_FELT, 9, lambda row: of_record(shop, row.objective, Objective.kind.field("customer_facing")),
               "soft", hidden=True, shows=("objective.unit",)),
        identity(of),
    )  # fmt: skip


def _criterion(name: str) -> Column:
    def value(row: Row) -> Cell:
        held = row.ranked.averages[name] if row.ranked else None
        return int(held) if held is not None and held == int(held) else held

    def of_objective(ref: str) -> Aim:
        return Aim("score", f"{ref}/-/{name}", "value", (("objective", ref), ("person", ""), ("criterion", name)))

    return Column(_CALLED[name], 8 if name == "urgency" else 7.5, value, "rating", edit=True, takes="1-5",
                  aim=lambda row: of_objective(row.objective.ref) if row.ranked else None,
                  of_line=of_objective)  # fmt: skip


def _score(row: Row) -> Cell:
    return row.ranked.score if row.ranked and row.ranked.score is not None else ""


def _rank(row: Row) -> Cell:
    if row.objective.state == "parked":
        return "Parked"
    return row.ranked.rank if row.ranked and row.ranked.rank else ""


def _parked(place: Place) -> bool:
    return place.sheet.rows[place.row].ranked is None


def _weighted(place: Place, weighs: list[int]) -> str:
    """The weighted mean; a criterion that is not scored yet adds nothing."""
    if _parked(place):
        return ""
    cells = [place.here(_CALLED[name]) for name in CRITERIA]
    terms = "+".join(f"N({cell})*{weigh}" for cell, weigh in zip(cells, weighs, strict=True))
    return f'IF(COUNT({cells[0]}:{cells[-1]})=0,"",ROUND(({terms})/{sum(weighs)},6))'


def _ranked(place: Place) -> str:
    """One more than are better; of equal scores, one that customers feel directly is better."""
    if _parked(place):
        return ""
    mine, every = place.here("Score"), place.all("Score")
    felt = f'IF({place.here(_FELT)}="Yes",0,COUNTIFS({every},{mine},{place.all(_FELT)},"Yes"))'
    return f'IF({mine}="","",1+COUNTIF({every},">"&{mine})+{felt})'
