"""What day it is in a test: for whatever opens a workshop, and for what the log says of when."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from itertools import count

import pytest

from store import log
from workshop import state


def always(day: date) -> type[date]:
    """A calendar on which it is always that day."""

    class Always(date):
        @classmethod
        def today(cls) -> Always:
            return cls(day.year, day.month, day.day)

    return Always


class Almanac:
    """Turns the day over, for what is opened and for what is written; each act of a day is a second later."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        self._seconds = count()

    def turn(self, day: date) -> None:
        """Let it be that day, nine in the morning."""
        seconds = self._seconds

        class Now(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Now:
                return cls(day.year, day.month, day.day, 9, 0, tzinfo=tz) + timedelta(seconds=next(seconds))

        self._patch.setattr(state, "date", always(day))
        self._patch.setattr(log, "datetime", Now)
