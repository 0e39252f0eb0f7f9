"""Tables of readings in the forms in which monitoring tools and people hand them over."""

from __future__ import annotations

import pytest
from making import say, shop

from workshop.incoming.blocks import Block
from workshop.incoming.headers import Problem
from workshop.incoming.measured import readings
from workshop.state import Workshop

WANTED = [("M1", "2027-01-31", "50"), ("M1", "2027-02-28", "48"), ("M2", "2027-01-31", "19%")]


@pytest.fixture
def made() -> Workshop:
    made = shop()
    for name in ("Time to restore", "Incidents that come back: within 30 days", "Time to answer"):
        say(made, "metric", name=name, unit="minutes")
    return made


def block(*rows: tuple[str, ...]) -> Block:
    return Block("", [(number, dict(enumerate(row))) for number, row in enumerate(rows, 1)], [])


def read(made: Workshop, *rows: tuple[str, ...]) -> tuple[list[tuple[str, ...]], list[Problem]]:
    table = readings(block(*rows), made)
    assert table is not None
    return [tuple(row.cells.values()) for row in table.rows], table.problems


def test_a_row_for_each_reading(made: Workshop) -> None:
    said = (("M1", "2027-01-31", "50"), ("time to restore", "2027-02-28", "48"))
    rows, problems = read(made, ("KPI", "Date", "Actual"), *said, ("Incidents that come back", "2027-01-31", "19%"))
    assert (rows, problems) == (WANTED, [])


def test_a_row_for_each_date(made: Workshop) -> None:
    rows, problems = read(
        made, ("Month", "Time to restore", "M2"), ("2027-01-31", "50", "19%"), ("2027-02-28", "48", "")
    )
    assert (sorted(rows), problems) == (WANTED, [])


def test_a_row_for_each_metric(made: Workshop) -> None:
    rows, problems = read(made, ("", "2027-01-31", "2027-02-28"), ("M1", "50", "48"), ("m2", "19%", ""))
    assert (rows, problems) == (WANTED, [])


def test_a_title_may_stand_above(made: Workshop) -> None:
    rows, _ = read(made, ("Service desk figures",), ("Metric", "31 Jan 2027", "28 Feb 2027"), ("M1", "50", "48"))
    assert [row[1] for row in rows] == ["31 Jan 2027", "28 Feb 2027"]


def test_what_is_called_like_no_metric_is_said_once_with_its_place(made: Workshop) -> None:
    rows, problems = read(made, ("Date", "M1", "Uptime"), ("2027-01-31", "50", "99"), ("2027-02-28", "48", "98"))
    assert len(rows) == 2
    assert [problem.where for problem in problems] == ["row 2, column Uptime"] and "“Uptime”" in problems[0].message


def test_the_beginning_of_two_names_is_neither(made: Workshop) -> None:
    rows, problems = read(made, ("Metric", "On", "Value"), ("M1", "2027-01-31", "1"), ("Time to", "2027-01-31", "2"))
    assert len(rows) == 1 and len(problems) == 1


@pytest.mark.parametrize(
    "rows",
    [
        (("Statement", "Due"), ("Cut churn", "2027-01-31")),
        (("Action", "Owner", "31 Jan 2027"), ("Ask", "Dana", "x")),
        (("Name", "Unit", "Due"), ("Time to restore", "minutes", "2027-01-31")),
        (),
    ],
)  # fmt: skip
def test_another_table_is_left_to_others(made: Workshop, rows: tuple[tuple[str, ...], ...]) -> None:
    assert readings(block(*rows), made) is None


def test_a_column_or_brackets_may_tell_the_unit(made: Workshop) -> None:
    wanted = [("M1", "2027-01-31", "0.8 hours"), ("M1", "2027-02-28", "48")]
    heads = ("Metric", "Date", "Value", "Unit")
    rows, problems = read(made, heads, ("M1", "2027-01-31", "0.8", "hours"), ("M1", "2027-02-28", "48", "Minutes"))
    assert (rows, problems) == (wanted, [])
    assert read(made, ("Date", "Time to restore (hours)"), ("2027-01-31", "0.8"))[0] == wanted[:1]
    assert read(made, ("KPI", "UoM", "2027-01-31"), ("M1", "hours", "0.8"))[0] == wanted[:1]


def test_brackets_that_belong_to_the_name_tell_no_unit(made: Workshop) -> None:
    say(made, "metric", name="Uptime (core hours)", unit="%")
    assert read(made, ("Date", "Uptime (core hours)"), ("2027-01-31", "99"))[0] == [("M4", "2027-01-31", "99")]


def test_what_is_measured_in_something_else_is_named_and_left_out(made: Workshop) -> None:
    rows, problems = read(made, ("Metric", "Date", "Value", "Unit"), ("M1", "2027-01-31", "12", "tickets"))
    assert not rows and problems == [
        Problem("row 2", "M1: it is measured in minutes, and here in “tickets”; tell it in minutes")
    ]


def test_one_date_of_a_column_tells_how_the_others_are_written(made: Workshop) -> None:
    rows, _ = read(made, ("Date", "M1"), ("01/02/2027", "50"), ("01/31/2027", "48"))
    assert [row[1] for row in rows] == ["2027-01-02", "2027-01-31"]
    rows, _ = read(made, ("Date", "M1"), ("01/02/2027", "50"), ("03/02/2027", "48"))
    assert [row[1] for row in rows] == ["01/02/2027", "03/02/2027"], "it is asked about later"


def test_months_of_one_year_are_no_days(made: Workshop) -> None:
    rows, problems = read(made, ("KPI", "Jul 26", "Aug 26", "Sep 26"), ("M1", "50", "48", "47"))
    assert ([row[1] for row in rows], problems) == (["Jul 2026", "Aug 2026", "Sep 2026"], [])
    rows, _ = read(made, ("Month", "M1"), ("Jan 31", "50"), ("Feb 28", "48"))
    assert [row[1] for row in rows] == ["Jan 31", "Feb 28"]


def test_numbers_under_what_is_no_date_are_told_of(made: Workshop) -> None:
    rows, problems = read(made, ("KPI", "Owner", "Juni 2026", "Jul 2026"), ("M1", "Ana", "50", "48"))
    assert [row[1] for row in rows] == ["Jul 2026"]
    assert [problem.where for problem in problems] == ["column Juni 2026"]
