"""The article's first question, answered from the records."""

from __future__ import annotations

from making import put, say, shop

from workshop.records import Objective
from workshop.state import Workshop
from workshop.why import objective_of, why


def made_of(*records: tuple[str, dict[str, str]]) -> Workshop:
    made = shop()
    for kind, said in records:
        say(made, kind, **said)
    return made


def test_the_answer_leads_from_the_objective_to_the_number_its_owner_and_the_open_action() -> None:
    made = made_of(
        ("objective", {"statement": "Cut churn from 9% to 6% by 2027-12-31"}),
        ("outcome", {"statement": "The portal is back in 30 min", "objectives": "O1", "owner": "Portal owner"}),
        ("process", {"name": "Incident management"}),
        ("link", {"outcome": "C1", "process": "P1", "reason": "restores first"}),
        (
            "metric",
            {"name": "Time to restore", "outcomes": "C1", "baseline": "90", "target": "30", "owner": "Desk lead"},
        ),
        ("reading", {"metric": "M1", "on": "2026-10-20", "value": "89"}),
        ("reading", {"metric": "M1", "on": "2026-11-20", "value": "88"}),
        ("action", {"what": "Staff the night", "why": "M1", "owner": "Head of Operations", "due": "2026-12-10"}),
        ("action", {"what": "Unrelated", "owner": "Somebody"}),
    )
    put(made, "M1", owner="Desk lead")
    objective = made.find("O1")
    assert isinstance(objective, Objective)
    answer = why(made, objective)
    first, *rest = answer.sentences
    assert "1 behind" in first and "M1 Time to restore" in first
    told = " ".join(rest)
    assert "Incident management" in told and "Portal owner answers for it" in told
    assert "Desk lead answers for it" in told and "88" in told
    assert "Staff the night, Head of Operations by 10 Dec 2026" in told
    assert "Unrelated" not in told


def test_without_a_number_it_says_so_instead_of_guessing() -> None:
    made = made_of(
        ("objective", {"statement": "Cut churn"}), ("outcome", {"statement": "Back in 30 min", "objectives": "O1"})
    )
    objective = made.find("O1")
    assert isinstance(objective, Objective)
    sentences = why(made, objective).sentences
    assert "no number hangs on its thread" in sentences[0]
    assert "No action is open on this thread." in sentences


def test_any_knot_of_a_thread_leads_to_its_objective() -> None:
    made = made_of(
        ("objective", {"statement": "Cut churn"}),
        ("outcome", {"statement": "Back in 30 min", "objectives": "O1"}),
        ("metric", {"name": "Time to restore", "outcomes": "C1"}),
        ("service", {"name": "Portal"}),
    )
    assert [getattr(objective_of(made, ref), "ref", None) for ref in ("O1", "C1", "M1", "S1")] == [
        "O1",
        "O1",
        "O1",
        None,
    ]


def test_what_is_late_is_looked_at_first_and_what_was_retired_no_more() -> None:
    made = made_of(
        ("objective", {"statement": "Cut churn"}),
        ("outcome", {"statement": "Back in 30 min", "objectives": "O1"}),
        ("metric", {"name": "Tickets closed", "outcomes": "C1", "baseline": "40", "target": "60"}),
        ("metric", {"name": "Faults found", "outcomes": "C1", "baseline": "8", "target": "2"}),
        (
            "metric",
            {"name": "Restore", "outcomes": "C1", "baseline": "90", "target": "30", "due": "2026-11-01"},
        ),
        ("reading", {"metric": "M1", "on": "2026-11-20", "value": "41"}),
        ("reading", {"metric": "M2", "on": "2026-10-20", "value": "8"}),
        ("reading", {"metric": "M2", "on": "2026-11-20", "value": "7"}),
        ("reading", {"metric": "M3", "on": "2026-11-20", "value": "44"}),
        ("ruling", {"on": "M1", "review": "2026-10-01", "says": "retire", "reason": "It tells nothing"}),
    )
    objective = made.find("O1")
    assert isinstance(objective, Objective)
    first, *rest = why(made, objective).sentences
    assert "of 2 numbers on its thread, 1 behind and 1 on the way" in first
    assert first.endswith("first look at M3 Restore, whose day has passed.")
    assert "M1 Tickets closed was retired on 1 Oct 2026: It tells nothing." in rest
    assert {finding.ref for finding in why(made, objective).findings}.isdisjoint({"M1"})
    put(made, "M3", due="2027-11-01")
    assert why(made, objective).sentences[0].endswith("first look at M2 Faults found.")
