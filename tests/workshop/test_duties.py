"""RACI rows are checked as they are filled; rights, actions and unknowns are found by what they say."""

from datetime import date

import pytest
from making import say, shop

from workshop.derived.duties import RIGHTS, columns, duties, open_actions, overdue, rights, unknowns


@pytest.mark.parametrize(
    ("letters", "check"),
    [
        ("", "No Accountable"),
        ("R C I", "No Accountable"),
        ("A A/R", "More than one A"),
        ("A C", "No Responsible"),
        ("A R R", "OK"),
        ("A/R I", "OK"),
    ],
)
def test_one_accountable_and_somebody_responsible(letters: str, check: str) -> None:
    made = shop()
    say(made, "activity", name="Restore the portal")
    for n, letter in enumerate(letters.split()):
        say(made, "raci", activity="A1", who=f"Role {n}", letter=letter)
    assert duties(made)[0].check == check


def test_columns_are_people_and_roles_in_the_order_of_first_use() -> None:
    made = shop()
    say(made, "person", name="Ann", present="yes")
    say(made, "person", name="Bo", present="yes")
    say(made, "activity", name="Restore")
    say(made, "raci", activity="A1", who="Service desk", letter="R")
    say(made, "raci", activity="A1", who="H2", letter="A")
    say(made, "raci", activity="A1", who="Auditor")
    assert columns(made) == ["Service desk", "H2", "Auditor"]
    assert duties(made)[0].letters == {"Service desk": "R", "H2": "A"}


def test_rows_follow_the_processes() -> None:
    made = shop()
    say(made, "process", name="Incident management")
    say(made, "process", name="Problem management")
    say(made, "activity", name="Of no process")
    say(made, "activity", name="Find the cause", process="P2")
    say(made, "activity", name="Restore", process="P1")
    assert [duty.activity.ref for duty in duties(made)] == ["A3", "A2", "A1"]


def test_the_four_rights_are_found_by_name() -> None:
    made = shop()
    assert rights(made) == {right: [] for right in RIGHTS}
    for name in ("Prioritization of shared services", "Accept the risk of an urgent fix", "Escalation",
                 "Fund process improvement", "Dress code"):  # fmt: skip
        say(made, "decision", name=name)
    found = {right: [decision.ref for decision in held] for right, held in rights(made).items()}
    assert found == dict(zip(RIGHTS, (["D1"], ["D3"], ["D2"], ["D4"]), strict=True))


def test_open_and_overdue_actions() -> None:
    made = shop(today=date(2026, 11, 24))
    for due, status in (("2026-11-23", "open"), ("2026-11-24", ""), ("", "doing"), ("2026-01-01", "done"),
                        ("2026-01-01", "dropped")):  # fmt: skip
        say(made, "action", what="Call", due=due, status=status)
    assert [action.ref for action in open_actions(made)] == ["X1", "X2", "X3"]
    assert [action.ref for action in overdue(made)] == ["X1"]


def test_unknowns_are_the_notes_that_say_so() -> None:
    made = shop()
    say(made, "note", what="unknown", text="What is it today?", owner="Ann", due="EOM")
    say(made, "note", what="pain", text="Too slow")
    assert [note.ref for note in unknowns(made)] == ["N1"]
