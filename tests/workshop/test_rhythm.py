"""How often a routine meets, read from what people say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.rhythm import Rhythm, read

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "rhythm"),
    [
        ("daily", Rhythm("day")), ("every day", Rhythm("day")), ("weekly", Rhythm("week")),
        ("Every week", Rhythm("week")), ("once a week", Rhythm("week")), ("every two weeks", Rhythm("week", 2)),
        ("every other week", Rhythm("week", 2)), ("every second week", Rhythm("week", 2)),
        ("fortnightly", Rhythm("week", 2)), ("every 6 weeks", Rhythm("week", 6)), ("six-weekly", Rhythm("week", 6)),
        ("every 14 days", Rhythm("week", 2)), ("monthly", Rhythm("month")), ("once a month", Rhythm("month")),
        ("every quarter", Rhythm("month", 3)), ("quarterly", Rhythm("month", 3)),
        ("every 3rd month", Rhythm("month", 3)),
        ("yearly", Rhythm("year")), ("Mondays", Rhythm("week", 1, (0,))), ("every Monday", Rhythm("week", 1, (0,))),
        ("weekly, on Thursday", Rhythm("week", 1, (3,))), ("every two weeks on Wednesday", Rhythm("week", 2, (2,))),
        ("Tuesdays and Fridays", Rhythm("week", 1, (1, 4))), ("every working day", Rhythm("week", 1, (0, 1, 2, 3, 4))),
        ("weekdays at 8:30", Rhythm("week", 1, (0, 1, 2, 3, 4))),
        ("first Monday of the month", Rhythm("month", 1, (0,), 1)),
        ("the last Friday of each month", Rhythm("month", 1, (4,), -1)),
    ],
)  # fmt: skip
def test_what_people_say_is_a_rhythm(said: str, rhythm: Rhythm) -> None:
    assert read(said) == rhythm


@pytest.mark.parametrize("said", ["", "after each outage", "when needed", "twice a week", "3 times a month", "often"])
def test_what_no_calendar_could_tell_is_none(said: str) -> None:
    assert read(said) is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("weekly", TUESDAY), ("every Monday", date(2026, 11, 30)), ("first Monday of the month", date(2026, 12, 7)),
        ("last Friday of the month", date(2026, 11, 27)),
    ],
)  # fmt: skip
def test_it_begins_on_its_own_day(said: str, day: date) -> None:
    rhythm = read(said)
    assert rhythm and rhythm.first(TUESDAY) == day


@given(st.text(max_size=60))
def test_whatever_is_said_is_read_or_left(said: str) -> None:
    rhythm = read(said)
    assert rhythm is None or rhythm.first(TUESDAY) >= TUESDAY
