"""Amounts are read as people say them, and what is no amount is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.answers import amounts
from workshop.errors import NotUnderstood


@pytest.mark.parametrize(
    ("said", "number", "unit"),
    [
        ("9 %", 9, "%"),
        ("9%", 9, "%"),
        ("90 min", 90, "min"),
        ("1,200", 1200, ""),
        ("1 200", 1200, ""),
        ("1\u202f200,5 h", 1200.5, "h"),
        ("1’234’567", 1234567, ""),
        ("1.234,5", 1234.5, ""),
        ("1,234.5", 1234.5, ""),
        ("1.234.567", 1234567, ""),
        ("12,5", 12.5, ""),
        ("0,500", 0.5, ""),
        ("−5", -5, ""),
        ("+3 points", 3, "points"),
        (".5 h", 0.5, "h"),
        ("€ 4.5m", 4.5e6, "€"),
        ("$12k a year", 12000, "$ a year"),
        ("EUR 90", 90, "EUR"),
        ("4.5m", 4.5, "m"),
        ("~30 min", 30, "min"),
        ("under 4 h", 4, "h"),
        ("≥ 99.9%", 99.9, "%"),
        ("at least 3", 3, ""),
    ],
)
def test_reads_number_and_unit(said: str, number: float, unit: str) -> None:
    assert amounts.read(said) == (number, unit)


@pytest.mark.parametrize(
    "said", ["", "lots", "1.2.3", "1,2,3", "1,234.5.6", "1.2,5", "5 2024", "12 5000", "about", "ten", "9" * 400]
)
def test_refuses_what_is_no_number(said: str) -> None:
    with pytest.raises(NotUnderstood, match="is not a number; write it like"):
        amounts.read(said)
    assert amounts.number(said) is None


def test_a_time_in_another_unit_is_converted() -> None:
    assert amounts.number("1.5 h", "min") == 90
    assert amounts.number("30 minutes", "h") == 0.5
    assert amounts.number("30", "h") == 30
    assert amounts.number("9 %", "min") == 9


@given(st.floats(-1e12, 1e12).map(lambda x: float(f"{x:.2f}")))
def test_what_is_written_is_read_again(value: float) -> None:
    assert amounts.read(amounts.written(value)).number == pytest.approx(value, abs=0.005)


@given(st.floats(1e-9, 0.1))
def test_small_numbers_keep_two_digits(value: float) -> None:
    assert amounts.read(amounts.written(value)).number == pytest.approx(value, rel=0.05)


def test_written_without_needless_digits() -> None:
    assert [amounts.written(x) for x in (30.0, 2.5, 1200, 0, -0.0, 0.004, 100)] == [
        "30", "2.5", "1,200", "0", "0", "0.004", "100",
    ]  # fmt: skip


def test_a_unit_stands_beside_an_amount_typed_without_one() -> None:
    assert amounts.with_unit("90", "min") == "90 min"
    assert amounts.with_unit("9", "%") == "9%"
    assert amounts.with_unit("90 s", "min") == "90 s"
    assert amounts.with_unit("", "min") == ""


@given(st.text(max_size=80))
def test_any_text_is_an_amount_or_is_none(said: str) -> None:
    number = amounts.number(said)
    assert number is None or number == amounts.read(said).number


@pytest.mark.parametrize(
    "statement",
    ["Cut churn by half", "From 9% to 6%", "Zero outages in the season", "One in five uses the portal",
     "Answer in 24-hour time", "From 120/month to 30/month", "Pass the audit", "Halve the backlog"],
)  # fmt: skip
def test_a_statement_that_names_an_amount(statement: str) -> None:
    assert amounts.mentioned(statement)


@pytest.mark.parametrize(
    "statement",
    ["Improve customer satisfaction", "Be there 24/7", "Become #1 in service", "Introduce P1 handling",
     "Align with tier-1 apps"],
)  # fmt: skip
def test_a_statement_without_an_amount(statement: str) -> None:
    assert not amounts.mentioned(statement)


@pytest.mark.parametrize(
    ("said", "number", "unit"),
    [("1h 10min", 70, "min"), ("1 h and 10 minutes", 70, "minutes"), ("2 days, 4 hours", 52, "hours"),
     ("1 hour 30 min 30 s", 5430, "s"), ("1.5 h", 1.5, "h")],
)  # fmt: skip
def test_a_time_in_several_units_is_their_sum(said: str, number: float, unit: str) -> None:
    assert amounts.read(said) == (number, unit)
    assert amounts.number("1h 10min", "minutes") == 70


@pytest.mark.parametrize("said", ["1h10", "10min 1h", "1h 2h"])
def test_a_time_of_which_nobody_knows_what_it_adds_up_to_is_none(said: str) -> None:
    with pytest.raises(NotUnderstood):
        amounts.read(said)
