"""What a table would change: rows as records, no more and no less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import TODAY, say, shop

from workshop.draft import Draft
from workshop.errors import Refused
from workshop.incoming.headers import Row, Sheets, Table, kind_of_table, sorted_out
from workshop.incoming.proposals import Proposed, propose, taking
from workshop.state import Workshop, kind_named


def table(*rows: dict[str, str], name: str = "") -> Table:
    """A table of these rows."""
    headers = tuple(dict.fromkeys(header for row in rows for header in row))
    return Table(name, headers, [Row(f"row {at}", row) for at, row in enumerate(rows, 2)], [])


def sheets(kind: str, *rows: dict[str, str]) -> Sheets:
    """The same, as records of a kind."""
    return Sheets([(table(*rows), kind_named(kind))], [])


def taken(made: Workshop, of: Sheets) -> Proposed:
    """Take it all in."""
    draft = Draft(made)
    found = taking(of)(draft)
    made.apply(draft.changes)
    assert isinstance(found, Proposed)
    return found


def told(found: Proposed) -> list[tuple[object, ...]]:
    """Ref, field, old and new of each proposal."""
    return [(change.ref, change.field, change.old, change.new) for change in found.changes]


@pytest.fixture
def made() -> Workshop:
    """A workshop with one of most things."""
    made = shop(TODAY)
    say(made, "objective", statement="Cut churn", owner="CFO")
    say(made, "outcome", statement="Portal is back", objectives="O1")
    say(made, "process", name="Incident management")
    say(made, "link", outcome="C1", process="P1", reason="Restores it")
    return made


def test_names_and_labels_are_headers(made: Workshop) -> None:
    found = taken(made, sheets("outcome", {"Statement": "No repeats", "Objectives": "O1", "What it supports": "Trust"}))
    wanted = {"statement": "No repeats", "objectives": ("O1",), "supports": "Trust"}
    assert told(found) == [("C2", name, None, value) for name, value in wanted.items()]


def test_a_link_that_is_there_is_a_problem_and_its_equal_is_nothing(made: Workshop) -> None:
    again = {"outcome": "C1", "process": "P1", "reason": "Restores it"}
    found = taken(made, sheets("link", again, {**again, "reason": "Another"}, {"outcome": "C1", "process": "P9"}))
    assert found.changes == []
    assert [problem.where for problem in found.problems] == ["row 3", "row 4, column process"]
    assert len(made.of("link")) == 1


def test_cells_are_set_by_what_they_stand_on(made: Workshop) -> None:
    high = {"objective": "O1", "criterion": "impact", "value": "4"}
    assert told(taken(made, sheets("score", high)))[-1] == ("O1/-/impact", "value", None, 4)
    assert told(taken(made, sheets("score", {**high, "value": "5"}))) == [("O1/-/impact", "value", 4, 5)]
    assert told(taken(made, sheets("score", {**high, "value": "5"}))) == []


def test_the_workshop_itself_is_changed(made: Workshop) -> None:
    assert told(taken(made, sheets("workshop", {"client": "Northwind Ltd"}))) == [("W1", "client", "", "Northwind Ltd")]


def test_a_wrong_ref_is_a_problem(made: Workshop) -> None:
    rows = (
        {"ref": "O7", "owner": "x"},
        {"ref": "P1", "owner": "x"},
        {"ref": "o1", "owner": "COO"},
        {"ref": "O1", "owner": "z"},
    )
    found = taken(made, sheets("objective", *rows))
    assert told(found) == [("O1", "owner", "CFO", "COO")]
    assert [problem.where for problem in found.problems] == ["row 2", "row 3", "row 5"]


UNSURE, SURE = ("03/04/2027", "3-4-27"), ("31/12/2027", "04/04/2027", "03.04.2027", "2027-04-03")


@pytest.mark.parametrize(("said", "sound"), [*((said, False) for said in UNSURE), *((said, True) for said in SURE)])
def test_a_date_with_two_readings_is_asked_about(made: Workshop, said: str, sound: bool) -> None:
    found = propose(Draft(made), sheets("objective", {"statement": "Grow", "due": said}))
    assert bool(found.changes) is sound
    assert bool(found.problems) is not sound


def test_a_pilot_in_the_table_is_the_only_one(made: Workshop) -> None:
    taken(made, sheets("objective", {"statement": "A", "state": "pilot"}, {"statement": "B", "state": "pilot"}))
    assert made.about.pilot == "O3"
    assert [record.ref for record in made.of("objective") if record.values()["state"] == "pilot"] == ["O3"]


def test_the_kind_is_found_by_refs_name_or_headers() -> None:
    assert kind_of_table(table({"statement": "x", "category": "y"})).name == "objective"
    assert kind_of_table(table({"outcome": "C1", "process": "P1"})).name == "link"
    assert kind_of_table(table({"name": "x", "owner": "y"}, name="Processes")).name == "process"
    assert kind_of_table(table({"ref": "P3", "owner": "y"})).name == "process"
    with pytest.raises(Refused, match="--kind"):
        kind_of_table(table({"statement": "x", "colour": "y"}))


def test_a_sheet_that_we_do_not_know_is_a_problem_beside_others() -> None:
    found = sorted_out([table({"name": "x", "colour": "y"}, name="Odd"), table({"statement": "x"}, name="Objectives")])
    assert [kind.name for _, kind in found.pairs] == ["objective"]
    assert [problem.where for problem in found.problems] == ["Odd"]


def test_only_what_is_taken_is_written_and_the_rest_is_told(made: Workshop) -> None:
    rows = ({"ref": "O1", "statement": "Halve churn", "owner": "COO"}, {"statement": "Grow", "owner": "CEO"},
            {"statement": "Sell", "owner": "CSO"}, {"statement": "Sell", "owner": "CSO"})  # fmt: skip
    of = sheets("objective", *({"ref": "", **row} for row in rows))
    refused = {"row 2, Statement", "row 3, Owner", "row 4, Statement"}
    draft = Draft(made)
    found = propose(draft, of, lambda proposal: proposal.where not in refused)
    made.apply(draft.changes)
    assert [(record.words, record.values()["owner"]) for record in made.of("objective")] == [
        ("Cut churn", "COO"), ("Grow", ""),
    ]  # fmt: skip
    assert [proposal.where for proposal in found.changes] == [
        f"row {row}, {label}" for row in (2, 3, 4) for label in ("Statement", "Owner")
    ]
    assert {proposal.where for proposal in found.left} == {*refused, "row 4, Owner"}


@given(st.lists(st.fixed_dictionaries({
    "statement": st.text(max_size=12), "owner": st.sampled_from(["", "CFO", "COO"]),
    "due": st.sampled_from(["", "2027-12-31", "03/04/2027", "soon"]),
    "ref": st.sampled_from(["", "", "", "O1", "O999"]),
}), max_size=12))  # fmt: skip
def test_a_table_taken_twice_changes_nothing_more(rows: list[dict[str, str]]) -> None:
    made = shop(TODAY)
    say(made, "objective", statement="Cut churn")
    of = sheets("objective", *rows)
    shown = propose(Draft(made), of)
    first = taken(made, of)
    assert shown == first
    again = taken(made, of)
    assert again.changes == []
    assert again.problems == first.problems
