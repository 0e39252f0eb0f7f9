"""An aim where a number is asked for, which of two aims is measured, and what neighbours make of a word."""

from __future__ import annotations

import pytest

from workshop.statement import is_aim, read


@pytest.mark.parametrize("text", [
    "improve service", "make the system faster", "faster incident resolution", "optimize MTTR", "cut churn",
    "restore service faster", "support the business", "more revenue", "improved staff morale", "provide value",
    "we want fewer incidents",
])  # fmt: skip
def test_what_somebody_wants_is_no_metric(text: str) -> None:
    assert is_aim(text)


@pytest.mark.parametrize("text", [
    "tickets closed", "Lift availability", "Increase in adoption", "Offer acceptance rate", "Supply chain delays",
    "More than 5 incidents a day", "Support costs", "Build failures", "Reduced cycle time", "Change success rate", "",
])  # fmt: skip
def test_the_name_of_a_number_is_no_wish(text: str) -> None:
    assert not is_aim(text)


@pytest.mark.parametrize(("text", "measured"), [
    ("Restore core services and improve performance", "core services"),
    ("Reduce waste and cut costs", "waste"),
    ("Reduce climate and energy use", "climate and energy use"),
])  # fmt: skip
def test_of_two_aims_the_first_is_what_is_measured(text: str, measured: str) -> None:
    assert read(text, "objective").parts.measured == measured


@pytest.mark.parametrize(("text", "label", "value"), [
    ("Percentage of time parks are open for public use", "efficiency", False),
    ("Percentage of time spent in meetings", "efficiency", True),
    ("Support employees per end user", "efficiency", True),
    ("Average number of employees per year", "efficiency", None),
    ("Tons of leaves collected", "vanity", True),
    ("Miles of road swept", "vanity", True),
    ("Percentage of devices NOT up to date", "jargon", False),
    ("Missed inspections of boilers", "leading", True),
    ("Fire inspections", "vanity", True),
    ("Cost per fire inspection", "leading", False),
])  # fmt: skip
def test_neighbours_decide_what_a_word_looks_at(text: str, label: str, value: bool | None) -> None:
    assert read(text, "metric").labels[label] is value


@pytest.mark.parametrize(("text", "label", "value"), [
    ("Raise the score from 8.1 to 9.2.", "time_bound", False),
    ("Roll out the new phones by 30.09.", "time_bound", True),
    ("Build a state-of-the-art laboratory", "jargon", False),
    ("Create and preserve a healthy economy", "output_not_outcome", False),
    ("Plan and deliver the data migration", "output_not_outcome", True),
    ("Runs a workshop for new staff", "output_not_outcome", True),
])  # fmt: skip
def test_a_number_is_no_date_and_a_second_verb_no_object(text: str, label: str, value: bool) -> None:
    assert read(text, "objective").labels[label] is value
