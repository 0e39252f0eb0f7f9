"""An aim where a number is asked for, and which of two aims is measured."""

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
