"""The worked mappings as complete workshops, typed anew with dates counted from today."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from workshop import acts
from workshop.answers import days
from workshop.declare import KINDS
from workshop.draft import Draft, Plan
from workshop.errors import WorkshopError
from workshop.records.goals import CRITERIA
from workshop.state import Workshop
from workshop.words import listed

SAMPLES = ("churn", "productivity", "compliance", "delivery")

Row = dict[str, Any]


class NoSuchSample(WorkshopError):
    """A sample that is none of those there are."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no sample “{name}”; there are {listed(list(SAMPLES))}")


def sample(name: str, today: date) -> Plan:
    """The plan that fills a new workshop with that sample, as if it had run until `today`.

    Raises NoSuchSample.
    """
    if name not in SAMPLES:
        raise NoSuchSample(name)

    def plan(draft: Draft) -> None:
        shop = _copy(draft.shop, today)
        for kind, rows in _listed(name, today):
            stage = Draft(shop)
            for row in rows:
                _say(stage, kind, row, today)
            shop.apply(stage.changes)
            draft.changes.extend(stage.changes)

    return plan


def _copy(shop: Workshop, today: date) -> Workshop:
    """A workshop on which to try things: drafts see only what is in it already."""
    copy = Workshop(lambda kind: shop.of(kind.name), numbers=dict(shop.numbers), today=today)
    for kind in KINDS:
        copy.table(kind)
    return copy


def _listed(name: str, today: date) -> list[tuple[str, list[Row]]]:
    """The sample's tables in their order; the workshop's own fields come when its objectives are there to name."""
    import tomllib
    from importlib.resources import files

    text = (files("workshop") / "data" / "samples" / f"{name}.toml").read_text(encoding="utf-8")
    dated = re.sub(r"\{([^}]+)\}", lambda found: days.shown(days.read(found[1], today).isoformat()), text)
    book = tomllib.loads(dated)
    about = book.pop("workshop")
    found: list[tuple[str, list[Row]]] = []
    for kind, rows in book.items():
        found.append((kind, rows))
        if kind == "objective":
            found.append(("workshop", [about]))
    return found


def _say(draft: Draft, kind: str, row: Row, today: date) -> None:
    """One row of the sample, said as the room would say it; a grid's row is a cell for each of its columns."""
    if kind == "workshop":
        for field, said in row.items():
            acts.edit(draft, "W1", field, str(said))
    elif kind == "score":
        on = {field: said for field, said in row.items() if field not in CRITERIA}
        for criterion in CRITERIA:
            acts.add(draft, KINDS[kind], {**on, "criterion": criterion, "value": str(row[criterion])})
    elif kind == "raci":
        for who, letter in row.items():
            if who != "activity":
                acts.add(draft, KINDS[kind], {"activity": row["activity"], "who": who, "letter": letter})
    elif kind == "reading":
        for weeks, value in enumerate(row["values"], 1 - len(row["values"])):
            taken = today - timedelta(days=2) + timedelta(weeks=weeks)
            acts.add(draft, KINDS[kind], {"metric": row["metric"], "on": taken.isoformat(), "value": value})
    else:
        acts.add(draft, KINDS[kind], {field: str(said) for field, said in row.items()})
