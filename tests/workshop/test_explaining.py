"""How much has to be said to explain a map, and what to cut first."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from making import put, say, shop

from workshop.derived.explaining import LIMITS, Measure, measured, measures, too_much
from workshop.derived.threads import links_by_outcome
from workshop.records import Link
from workshop.state import Workshop


def mapped(rows: list[str], *, roles: str = "") -> Workshop:
    """An objective with an outcome for each row, linked to the processes named in it: `"134"`, `"24"`."""
    made = shop()
    say(made, "objective", statement="Cut churn")
    for n in range(1, 10):
        say(made, "process", name=f"Process {n}")
    for at, row in enumerate(rows, 1):
        say(made, "outcome", statement=f"Result {at}", objectives="O1")
        for process in row:
            role = "primary" if process in roles else "supporting"
            say(made, "link", outcome=f"C{at}", process=f"P{process}", role=role, reason="It restores service")
    return made


def test_what_has_to_be_said_is_counted() -> None:
    made = mapped(["123", "12", "3"])
    say(made, "metric", name="Time", outcomes="C1", processes="P1")
    say(made, "metric", name="Share", outcomes="C1")
    assert measures(made)["O1"] == Measure(outcomes=3, links=6, most=3, processes=3, crossings=3, threads=7)


def test_a_map_that_can_be_explained_is_not_mentioned() -> None:
    assert too_much(mapped(["123", "12", "13"])) == []
    assert too_much(mapped([])) == []


def test_nine_links_are_two_too_many_and_those_without_a_reason_go_first() -> None:
    made = mapped(["123", "123", "123"], roles="1")
    for link in ("L6", "L8"):
        put(made, link, reason="")
    (found,) = too_much(made)
    assert found.sentence == (
        "O1 takes 9 links to explain; 7 fit into a minute. "
        "Cut first: L6 (P3 on C2) and L8 (P2 on C3); they only help and have no reason."
    )


def test_of_two_reasons_the_one_goes_first_whose_process_carries_least_else() -> None:
    (found,) = too_much(mapped(["12", "13", "13", "13"], roles="1"))
    assert found.says == "takes 8 links to explain"
    assert [link.ref for link in found.cut] == ["L2"]


def test_what_carries_an_outcome_stays_and_no_outcome_loses_its_last_link() -> None:
    (found,) = too_much(mapped(["123", "456", "789"], roles="123456789"))
    assert found.cut == []
    assert found.first == "Let an outcome wait until the pilot has proved useful."
    (alone,) = too_much(mapped(["1", "2", "3", "4", "5"]))
    assert alone.says == "has 5 outcomes"


def test_of_too_many_outcomes_the_one_without_a_process_goes_first() -> None:
    (found,) = too_much(mapped(["1", "", "1", "1", "1"]))
    assert found.first == "Cut first: C2; no process moves it yet."


def test_where_no_outcome_is_linked_yet_those_without_a_value_go_first() -> None:
    made = mapped(["", "", "", "", ""])
    put(made, "C1", statement="Close more tickets")
    for ref in ("C2", "C3", "C4", "C5"):
        put(made, ref, statement="The portal is back within 30 minutes")
    (found,) = too_much(made)
    assert found.first == "Cut first: C1; least hangs on it."


def test_lines_that_cross_too_often_are_too_much() -> None:
    made = mapped(["1234", "4321"])
    assert measures(made)["O1"].crossings == 6
    (found,) = too_much(made)
    assert found.says == "takes 8 links to explain"


def test_of_too_many_threads_a_metric_goes_first_that_informs_no_decision() -> None:
    made = mapped(["123", "1", "23"])
    for n in range(1, 12):
        say(made, "metric", name=f"Number {n}", outcomes="C1,C2", decision="" if n == 5 else "Whom to call")
    (found,) = too_much(made)
    assert found.says == "has 46 threads"
    assert found.first.startswith("Cut first: M5, ")


def test_a_service_that_is_the_pilot_has_a_map_of_its_own_and_comes_first() -> None:
    made = mapped(["1", "1", "1", "1", "1"])
    say(made, "service", name="Portal")
    for at in range(1, 6):
        put(made, f"C{at}", service="S1")
    put(made, "W1", pilot="S1")
    assert [part.ref for part in too_much(made)] == ["S1", "O1"]


def test_a_parked_objective_is_left_alone() -> None:
    made = mapped(["1", "1", "1", "1", "1"])
    put(made, "O1", state="parked")
    assert not too_much(made)


@given(st.lists(st.lists(st.integers(1, 6), max_size=6, unique=True), max_size=6))
def test_crossings_are_the_pairs_of_lines_that_cross_when_drawn(rows: list[list[int]]) -> None:
    links = [[_link(at, process) for process in row] for at, row in enumerate(rows)]
    order = list(dict.fromkeys(process for row in rows for process in row))
    lines = [(at, order.index(process)) for at, row in enumerate(rows) for process in row]
    crossing = sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(lines, 2))
    assert measured(links) == (len(lines), max(map(len, rows), default=0), len(order), crossing)


def _link(outcome: int, process: int) -> Link:
    made = Link("", f"L{outcome}{process}", 0.0)
    made.outcome, made.process = f"C{outcome}", f"P{process}"
    return made


@given(st.lists(st.sampled_from(["", "1", "12", "123", "1234", "4321", "567", "89"]), max_size=7))
def test_after_the_cuts_that_are_named_less_has_to_be_said(rows: list[str]) -> None:
    made = mapped(rows)
    for part in too_much(made):
        links = [record for record in part.cut if isinstance(record, Link)]
        before = measures(made)["O1"]
        gone = {link.ref for link in links}
        left = [[one for one in own if one.ref not in gone] for own in links_by_outcome(made).values()]
        after = dict(zip(("links", "most", "processes", "crossings"), measured(left), strict=True))
        for name, count in after.items():
            assert count <= getattr(before, name)
        assert not links or any(count < getattr(before, name) for name, count in after.items())
        assert all(left)
    over = {name for name, limit in LIMITS.items() for m in measures(made).values() if getattr(m, name) > limit.most}
    assert bool(over) == bool(too_much(made))
