"""Many workshops as one: processes joined, owners asked by many, gaps and clashes of words found."""

from __future__ import annotations

from making import put, say, shop

from workshop.portfolio import Portfolio, Problem, portfolio
from workshop.state import Workshop
from workshop.summary import Summary, summary

PRACTICES = {"incident-management": "Incident management", "incident mgmt": "Incident management"}


def _practice(said: str) -> str:
    return PRACTICES.get(said.lower(), "")


def _served(process: str, owner: str, statement: str, **goal: str) -> Workshop:
    made = shop()
    say(made, "objective", statement=statement, **goal)
    say(made, "outcome", statement="Back in 30 minutes", objectives="O1")
    say(made, "process", name=process, owner=owner)
    say(made, "link", outcome="C1", process="P1")
    return made


def _of(**made: Workshop) -> Portfolio:
    return portfolio([summary(path, each, _practice) for path, each in made.items()])


def test_processes_of_one_practice_or_one_name_are_one() -> None:
    one = _served("Incident mgmt", "Dev Patel", "Cut churn")
    two = _served("Our way to restore", "dev  patel", "Cut cost")
    put(two, "P1", practice="incident-management")
    three = _served("House rules", "", "Cut waste")
    four = _served("house  Rules", "Eva Lind", "Cut time")
    made = _of(a=one, b=two, c=three, d=four)
    assert [(len(each.carries), each.files, each.owners) for each in made.processes] == [
        (2, ["c", "d"], ["Eva Lind"]),
        (2, ["a", "b"], ["Dev Patel"]),
    ]
    asked = made.owners[0]
    assert (asked.owner, asked.files, asked.objectives) == ("Dev Patel", ["a", "b"], 2)
    assert {(one.path, one.goal.statement) for one in made.processes[1].carries} == {
        ("a", "Cut churn"),
        ("b", "Cut cost"),
    }


def test_an_objective_that_nobody_serves_says_what_is_missing() -> None:
    made = _served("Change", "", "Cut churn")
    say(made, "objective", statement="Cut cost")
    say(made, "objective", statement="Cut waste", state="parked")
    say(made, "objective", statement="Cut time")
    say(made, "outcome", statement="Quick", objectives="O4")
    found = {one.goal.ref: one.goal.lacks for one in _of(a=made).unserved}
    assert found == {"O2": "no outcome serves it", "O4": "no process moves its outcomes"}


def test_categories_count_states_and_figures() -> None:
    made = _served("Change", "", "Cut churn", category="growth", state="mapped")
    say(made, "metric", name="Time", outcomes="C1", baseline="90", target="30")
    say(made, "metric", name="Share", outcomes="C1", baseline="9", target="3")
    say(made, "reading", metric="M1", on="2026-11-02", value="30")
    (one,) = _of(a=made).categories
    assert one == ("growth", 1, {"mapped": 1}, {"Met": 1, "No reading": 1})
    say(made, "objective", statement="Win customers", category="growth")
    put(made, "C1", objectives="O1,O2")
    (one,) = _of(a=made).categories
    assert one == ("growth", 2, {"mapped": 1, "candidate": 1}, {"Met": 1, "No reading": 1}), "each metric once"


def test_words_that_do_not_mean_the_same_everywhere() -> None:
    one, two, three = shop(), shop(), shop()
    say(one, "term", term="Incident", definition="Anything that hurts a user")
    say(two, "term", term="incident", definition="An unplanned stop")
    say(three, "term", term="Fault", definition="What broke", instead_of="incident, bug")
    for made in (one, two, three):
        say(made, "term", term="Risk", definition="What may go wrong")
    (clash,) = _of(a=one, b=two, c=three).clashes
    assert clash.term == "Incident"
    assert clash.meanings == {
        "Anything that hurts a user": ["a"], "An unplanned stop": ["b"], "dropped: there it is “Fault”": ["c"]
    }  # fmt: skip


def test_one_workshop_in_two_files_and_problems_are_told() -> None:
    made = _served("Change", "", "Cut churn")
    files: list[Summary] = [summary(path, made, _practice) for path in ("b", "a")]
    rolled = portfolio(files, [Problem("c", "is empty")])
    assert [file.path for file in rolled.files] == ["a", "b"] and rolled.copies == [["a", "b"]]
    assert rolled.problems == [Problem("c", "is empty")]
    assert portfolio([]) == ([], [], [], [], [], [], [], [])


def test_what_is_stale_says_why() -> None:
    made = shop(held_on="2026-01-02")
    assert "six months" in summary("a", made, _practice).stale
    read = _served("Change", "", "Cut churn")
    say(read, "metric", name="Time", outcomes="C1")
    say(read, "reading", metric="M1", on="2026-02-02", value="30")
    assert summary("a", read, _practice).stale == "1 metric last read more than six months ago"
