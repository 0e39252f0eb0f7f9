"""How often a meeting comes again, as rooms say it; and the day of the first one."""

from __future__ import annotations

from datetime import date

import pytest

from store.catalogues import catalogue
from workshop.answers.rhythm import first, place, read

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("every week", "2026-12-01"),
        ("weekly on Mondays, 9:30", "2026-11-30"),
        ("Tuesdays and Thursdays", "2026-11-26"),
        ("every working day", "2026-11-25"),
        ("every other Tuesday", "2026-12-01"),
        ("bi-weekly", "2026-12-08"),
        ("6-weekly", "2027-01-05"),
        ("monthly", "2026-12-24"),
        ("once a month, before the board", "2026-12-24"),
        ("every half year", "2027-05-24"),
        ("2nd Wednesday of each month at 9 am", "2026-12-09"),
        ("monthly (last Friday)", "2026-11-27"),
        ("last Friday of the quarter", "2026-12-25"),
        ("first Monday of the quarter", "2027-01-04"),
        ("the first working day of the month", "2026-12-01"),
        ("yearly", "2027-11-24"),
        ("every 10 days", "2026-12-04"),
        ("weekly, 30 minutes", "2026-12-01"),
        ("every 2 weeks, 90 min", "2026-12-08"),
        ("daily 15 min stand-up", "2026-11-25"),
        ("Thursdays 10-11", "2026-11-26"),
        ("Mon-Fri", "2026-11-25"),
        ("15th of each month", "2026-12-15"),
        ("monthly on the 1st", "2026-12-01"),
        ("last day of the quarter", "2026-12-31"),
        ("third Thursday", "2026-12-17"),
        ("every third Thursday", "2026-11-26"),
        ("every Friday of the month", "2026-11-27"),
    ],
)
def test_the_first_meeting_is_the_next_one_after_the_workshop(said: str, day: str) -> None:
    rhythm = read(said)
    assert rhythm and first(rhythm, TUESDAY).isoformat() == day


@pytest.mark.parametrize(
    "said",
    ["", "when needed", "within a week of each major failure", "a day after each release", "every sprint",
     "every 0 weeks", "weekly if needed", "two weeks before each board", "9" * 5000 + " weeks", "often [b]enough[/b]"],
)  # fmt: skip
def test_what_follows_something_else_has_no_days(said: str) -> None:
    assert read(said) is None


@pytest.mark.parametrize(
    "said",
    ["first and third Monday of the month", "second Tuesday and Thursday of the month", "2-3 weeks",
     "weekly or monthly", "every two to three weeks", "1st and 15th of the month", "Monday to Wednesday",
     "every year in March", "31st of the month", "monthly, second week", "fifth Friday"],
)  # fmt: skip
def test_what_a_calendar_would_say_otherwise_is_left_to_the_room(said: str) -> None:
    assert read(said) is None


@pytest.mark.parametrize(
    ("said", "days", "months"),
    [("weekly, 30 minutes", 7, 0), ("every 2 weeks, 90 min", 14, 0), ("every Monday 9", 7, 0), ("monthly, 2 h", 0, 1),
     ("15th of each month", 0, 1), ("first day of the month", 0, 1), ("every third day", 3, 0),
     ("every 130 days", 130, 0), ("every 2nd month", 0, 2),
     ("every Friday of the month", 7, 0), ("each second Friday", 14, 0)],
)  # fmt: skip
def test_only_a_number_of_something_counts(said: str, days: int, months: int) -> None:
    rhythm = read(said)
    assert rhythm and (rhythm.days, rhythm.months) == (days, months)


def test_a_first_meeting_is_on_no_weekend() -> None:
    month, day = read("every month"), read("every day")
    assert month and first(month, date(2026, 11, 28)) == date(2026, 12, 28)
    assert first(month, date(2027, 1, 31)) == date(2027, 3, 1)
    assert day and first(day, date(2026, 11, 27)) == date(2026, 11, 28)


def test_the_end_of_the_calendar_is_no_fault() -> None:
    for said in ("every week", "every 300 years", "last Friday of the month", "Mondays"):
        rhythm = read(said)
        assert rhythm and first(rhythm, date.max).year < 9999


def test_a_fifth_weekday_is_the_last_one() -> None:
    assert [place(date(2026, 12, day)) for day in (1, 7, 8, 28, 29)] == [1, 1, 2, 4, -1]


def test_the_meetings_that_the_catalogue_suggests_have_a_rhythm() -> None:
    without = [meeting.key for meeting in catalogue().routines.values() if not read(meeting.every)]
    assert without == ["outage-look-back"]
