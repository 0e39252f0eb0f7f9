"""Dates are read as people say them, in one form, and said back so that they can be read again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.answers import days
from workshop.errors import NotUnderstood

TODAY = date(2026, 11, 24)  # a Tuesday


@given(st.dates(), st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 12))
def test_what_is_shown_is_read_again(day: date, today: date, starts: int) -> None:
    assert days.read(days.shown(day.isoformat()), today, starts) == day
    assert days.read(day.isoformat(), today, starts) == day


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_day_first_forms_are_read(day: date) -> None:
    for form in (f"{day.day}.{day.month}.{day.year}", f"{day.day:02}/{day.month:02}/{day.year % 100:02}"):
        assert days.read(form, TODAY) == day


@given(st.text(max_size=60), st.integers(1, 12))
def test_any_text_is_a_date_or_is_refused(said: str, starts: int) -> None:
    try:
        answer = days.shown(days.read(said, TODAY, starts).isoformat())
    except NotUnderstood as refusal:
        answer = str(refusal)
    assert "\n" not in answer


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("31 Dec 2027", "2027-12-31"),
        ("2026-W45", "2026-11-08"),
        ("2026W53", "2027-01-03"),
        ("31st of December, 2027", "2027-12-31"),
        ("December 31, 2027", "2027-12-31"),
        ("31 dec '27", "2027-12-31"),
        ("Monday, 3 May 2027", "2027-05-03"),
        ("by Mon 3 May 2027", "2027-05-03"),
        ("31/12/27", "2027-12-31"),
        ("12/31/27", "2027-12-31"),
        ("1/2/27", "2027-02-01"),
        ("30.09.", "2027-09-30"),
        ("2027-12", "2027-12-31"),
        ("2027-12-31 00:00:00", "2027-12-31"),
        ("end of Q3", "2027-09-30"),
        ("Q4", "2026-12-31"),
        ("in Q3 2027", "2027-09-30"),
        ("Q3/27", "2027-09-30"),
        ("2027 Q3", "2027-09-30"),
        ("third quarter of 2027", "2027-09-30"),
        ("3Q27", "2027-09-30"),
        ("start of Q2", "2027-04-01"),
        ("before Q3", "2027-06-30"),
        ("before the end of Q3", "2027-09-30"),
        ("before 1 March 2027", "2027-03-01"),
        ("within two quarters", "2027-05-24"),
        ("in two quarters", "2027-05-24"),
        ("two quarters from now", "2027-05-24"),
        ("within the next 6 weeks", "2027-01-05"),
        ("in half a year", "2027-05-24"),
        ("eighteen months", "2028-05-24"),
        ("in 10 working days", "2026-12-08"),
        ("3 weeks ago", "2026-11-03"),
        ("next quarter", "2027-03-31"),
        ("this month", "2026-11-30"),
        ("Friday", "2026-11-27"),
        ("Tuesday", "2026-12-01"),
        ("end of the week", "2026-11-29"),
        ("H1", "2027-06-30"),
        ("H2 2027", "2027-12-31"),
        ("second half", "2026-12-31"),
        ("EOY", "2026-12-31"),
        ("EOY 2027", "2027-12-31"),
        ("end of next year", "2027-12-31"),
        ("FY27", "2027-12-31"),
        ("mid-2027", "2027-07-02"),
        ("by March", "2027-03-31"),
        ("Dec 31", "2026-12-31"),
        ("23 Nov", "2027-11-23"),
        ("29 Feb", "2028-02-29"),
    ],
)
def test_what_people_say(said: str, meant: str) -> None:
    assert days.read(said, TODAY).isoformat() == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("FY27", "2027-03-31"),
        ("FY26/27", "2027-03-31"),
        ("end of Q3", "2026-12-31"),
        ("Q1 FY28", "2027-06-30"),
        ("H1", "2027-09-30"),
        ("EOY", "2027-03-31"),
        ("end of the financial year", "2027-03-31"),
        ("end of 2027", "2027-12-31"),
        ("this quarter", "2026-12-31"),
    ],
)
def test_a_business_year_that_starts_in_april(said: str, meant: str) -> None:
    assert days.read(said, TODAY, 4).isoformat() == meant


@given(st.integers(1, 4), st.integers(2000, 2090), st.integers(1, 12))
def test_the_four_quarters_fill_a_business_year(quarter: int, year: int, starts: int) -> None:
    first = days.read(f"start of Q{quarter} {year}", TODAY, starts)
    last = days.read(f"end of Q{quarter} {year}", TODAY, starts)
    assert days.later(first, 3) == last + timedelta(days=1)
    if quarter == 4:
        assert last == days.read(f"FY{year}", TODAY, starts)


@given(st.sampled_from(["Q1", "Q2", "Q3", "Q4", "H1", "H2", "EOY", "31 Mar", "June"]), st.dates(
    date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 12))  # fmt: skip
def test_without_a_year_the_next_one_is_meant(said: str, today: date, starts: int) -> None:
    assert today <= days.read(said, today, starts) <= days.later(today, 24)


@pytest.mark.parametrize(
    "said",
    [
        "soon",
        "Q5",
        "H3",
        "31 Nov",
        "29 Feb 2027",
        "2027-02-30",
        "in 100000 years",
        "27",
        "",
        "before soon",
        "before " * 1400,
    ],
)
def test_what_is_no_date_is_refused_with_a_form_that_works(said: str) -> None:
    with pytest.raises(NotUnderstood, match="try 31 Dec 2027, end of Q3 or in two quarters"):
        days.read(said, TODAY)


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("Cut churn from 9% to 6% by 31 Dec 2027", "31 Dec 2027"),
        ("Halve the backlog within two quarters", "within two quarters"),
        ("No outage by EOY", "EOY"),
        ("Restore in 30 min by 2027-06-30", "2027-06-30"),
        ("Reach 95% in FY27", "FY27"),
        ("Answer within 30 days of hire", ""),
        ("Handle 2,000 calls per month", ""),
        ("We may march on", ""),
    ],
)
def test_a_statement_names_its_date(statement: str, named: str) -> None:
    assert days.mentioned(statement) == named
    assert named not in days.without(statement) or not named
