"""Ages as people say them, by the clock on the wall."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

import pytest

from screens.ages import ago, stamp

NOW = datetime(2026, 11, 24, 15, 0).astimezone()


@pytest.mark.parametrize(
    ("back", "said"),
    [
        (timedelta(seconds=30), "just now"), (timedelta(minutes=20), "20 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=16), "yesterday"), (timedelta(days=2), "2 days ago"), (timedelta(days=21), "3 weeks ago"),
        (timedelta(days=100), "3 months ago"),
        (timedelta(days=800), "2 years ago"), (timedelta(days=-3), "just now"),
    ],
)  # fmt: skip
def test_ages(back: timedelta, said: str) -> None:
    assert ago(NOW - back, NOW) == said


def test_a_time_is_that_of_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        monkeypatch.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        assert stamp("2026-11-24T20:30:00+00:00") == "2026-11-25 05:30"
    finally:
        monkeypatch.undo()
        time.tzset()
    assert stamp("some day") == "some day"
