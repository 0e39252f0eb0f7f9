"""The express path asks what is missing, in order, and nothing that is there."""

from __future__ import annotations

from datetime import date

from workshop.coach.rule import example
from workshop.plans.express import ORDER, first


def what(notation: str, *skipped: str) -> str:
    return first(example(notation, date(2026, 11, 24)), skipped).what


def test_each_answer_brings_the_next_question() -> None:
    said = ""
    asked = []
    for more in (
        "objective statement=Cut churn", " | O1 target=6%", " | O1 due=2027-12-31",
        " | service name=Portal | O1 services=S1", " | outcome statement=Back in 30 min; objectives=O1",
        " | process name=Incidents | link outcome=C1; process=P1", " | L1 reason=It restores",
        " | metric name=Time to restore; outcomes=C1", " | C1 owner=Ana", " | C1 explained_by=Ben; explained=passed",
    ):  # fmt: skip
        asked.append(what(said) if said else "objective")
        said += more
    assert (*asked, what(said)) == ORDER


def test_what_was_skipped_is_passed_over_and_a_parked_objective_is_none() -> None:
    assert what("objective statement=Cut churn", "target", "date") == "service"
    assert what("objective statement=Cut churn; state=parked") == "objective"
    assert what("objective statement=Cut churn; state=parked | objective statement=Grow | O2 target=3") == "date"


def test_a_verdict_is_as_good_as_the_thread_said_back() -> None:
    said = ("objective statement=Cut; target=6%; due=2027-12-31 | service name=Portal | O1 services=S1"
            " | outcome statement=Back; objectives=O1; owner=Ana | process name=Incidents"
            " | link outcome=C1; process=P1; reason=So | metric name=Time; outcomes=C1")  # fmt: skip
    assert what(said) == "said back"
    assert what(f"{said} | verdict on=C1; person=Ben; says=agree") == "export"
