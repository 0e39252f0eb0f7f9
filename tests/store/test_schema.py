"""The `threads` view and the workshop's own threads say the same."""

from __future__ import annotations

import sqlite3

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import schema, tables
from workshop.declare import KINDS
from workshop.derived.threads import threads
from workshop.draft import Draft
from workshop.state import Workshop

_FEW = st.lists(st.integers(1, 3), unique=True, max_size=3)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    parked=_FEW,
    serves=st.lists(_FEW, min_size=3, max_size=3),
    links=st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3), st.none() | st.integers(1, 3)), max_size=5,
                   unique_by=lambda link: link[:2]),
    metrics=st.lists(st.tuples(_FEW, _FEW), max_size=4),
    rulings=st.lists(st.tuples(
        st.sampled_from(["C1", "C2", "M1", "M2"]), st.sampled_from(["keep", "retire"]),
        st.sampled_from(["", "2026-10-01", "2027-01-01"])), max_size=5),
)  # fmt: skip
def test_the_view_is_the_threads_row_for_row(
    parked: list[int], serves: list[list[int]], links: list[tuple[int, int, int | None]],
    metrics: list[tuple[list[int], list[int]]],
    rulings: list[tuple[str, str, str]],
) -> None:  # fmt: skip
    shop = Workshop()
    draft = Draft(shop)
    for number in (1, 2, 3):
        state = "parked" if number in parked else "candidate"
        draft.add(KINDS["objective"], {"statement": f"objective {number}", "state": state})
        draft.add(KINDS["process"], {"name": f"process {number}"})
        objectives = tuple(f"O{n}" for n in serves[number - 1])
        draft.add(KINDS["outcome"], {"statement": f"outcome {number}", "objectives": objectives})
    for outcome, process, order in links:
        draft.add(KINDS["link"], {"outcome": f"C{outcome}", "process": f"P{process}", "order": order})
    for outcomes, processes in metrics:
        named = {"outcomes": tuple(f"C{n}" for n in outcomes), "processes": tuple(f"P{n}" for n in processes)}
        draft.add(KINDS["metric"], {"name": "metric", **named})
    for on, says, review in rulings:
        draft.add(KINDS["ruling"], {"on": on, "says": says, "review": review})
    shop.apply(draft.changes)
    db = _laid_out()
    tables.write(db, draft.changes)
    seen = db.execute("SELECT objective_ref, outcome_ref, process_ref, metric_ref FROM threads").fetchall()
    assert seen == [tuple(knot.ref if knot else None for knot in thread.layers) for thread in threads(shop)]


def _laid_out(made: list[bytes] = []) -> sqlite3.Connection:  # noqa: B006
    """An empty workshop database in memory; laid out once, since that takes a while."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    if not made:
        schema.lay_out(db)
        made.append(db.serialize())
    else:
        db.deserialize(made[0])
    return db
