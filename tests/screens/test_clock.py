"""The clock and the agenda: started by the first key, never in the way, still there when the app comes back."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from looking import faint, told
from room import ENTER, ESC, entered

from screens.clock import Clock
from screens.session import SORT
from store import beside
from store.file import WorkshopFile

NINE = datetime(2026, 11, 24, 9, 0)


class Watch:
    """A time that goes on when it is told to."""

    def __init__(self, days: int = 0) -> None:
        self.seconds = 0.0
        self._began = NINE + timedelta(days=days)
        self.clock = Clock(lambda: self.seconds, lambda: self._began + timedelta(seconds=self.seconds))

    def goes(self, minutes: float) -> None:
        """So many minutes pass."""
        self.seconds += minutes * 60


def running(minutes: float = 0.0, step: int = 1) -> Watch:
    """A clock that was started on the step so long ago."""
    watch = Watch()
    watch.clock.start(step)
    watch.goes(minutes)
    return watch


def test_before_the_first_key_it_says_nothing() -> None:
    watch = Watch()
    watch.goes(10)
    assert watch.clock.words == ""
    watch.clock.start(1)
    assert watch.clock.words == "25:00 → 11:40"


@pytest.mark.parametrize(
    ("minutes", "words", "look"),
    [
        (1, "24:00 → 11:30", "gold"),
        (19.9, "5:06 → 11:30", "gold"),
        (20, "◔ 5:00 left → 11:30", "warn"),
        (25, "● 0:00 over → 11:30", "bad"),
        (26, "● 1:00 over → 11:31", "bad"),
        (30, "● 5:00 over → 11:35, 5 late", "bad"),
    ],
)
def test_it_says_in_words_that_little_is_left_or_nothing(minutes: float, words: str, look: str) -> None:
    clock = running(minutes).clock
    assert (clock.words, clock.look) == (words, look)


def test_time_that_was_won_shows_once_the_next_step_is_under_way() -> None:
    watch = running(10)
    watch.clock.start(2)
    watch.goes(2)
    assert watch.clock.words == "18:00 → 11:15, 15 ahead"


def test_on_a_step_that_is_done_one_looks_back() -> None:
    watch = running(10)
    watch.clock.start(2)
    watch.goes(2)
    watch.clock.start(1)
    assert watch.clock.words == "looking back → 11:15, 15 ahead"


def test_a_pause_stops_it_and_puts_the_end_off() -> None:
    watch = running(5)
    assert not watch.clock.toggle()
    watch.goes(10)
    assert watch.clock.words == "20:00 paused → 11:40, 10 late"
    assert watch.clock.toggle()
    watch.goes(1)
    assert watch.clock.words == "19:00 → 11:40, 10 late"


def test_a_break_is_planned_and_ends_with_the_first_key_after_it() -> None:
    watch = running(5)
    watch.clock.rest(15)
    assert watch.clock.words == "break 15:00 → 11:45"
    watch.goes(10)
    watch.clock.start(2)  # a key in the break
    assert watch.clock.words == "break 5:00 → 11:45"
    watch.clock.start(1)
    watch.goes(8)
    assert (watch.clock.words, watch.clock.look) == ("● break over 3:00 → 11:48, 3 late", "warn")
    watch.clock.start(1)
    assert watch.clock.words == "20:00 → 11:48, 3 late"


def test_a_step_without_a_time_box_counts_up() -> None:
    watch = running(3)
    watch.clock.agenda.plan(1, 0)
    assert watch.clock.words.startswith("3:00 used →")


async def test_the_first_key_starts_it_and_it_stands_in_the_head(new: Path) -> None:
    watch = Watch()
    async with entered(new, clock=watch.clock) as room:
        assert "→" not in room.wall.splitlines()[0]
        await room.keys("down")
        watch.goes(1)
        await room.keys("t")
        assert room.wall.splitlines()[0].endswith("Baseline  24:00 paused → 11:30")


async def test_plus_gives_the_step_five_minutes_more(new: Path) -> None:
    async with entered(new, step=3) as room:
        await room.keys("+")
        assert room.sees("Map has 50 minutes now", "50:00 → 10:50")
        await room.keys("+")
        assert room.sees("55:00 → 10:55")


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_the_agenda_says_when_each_step_is_done(churn: Path, size: tuple[int, int]) -> None:
    watch = Watch()
    async with entered(churn, clock=watch.clock, size=size) as room:
        await room.keys("down")
        watch.goes(32)
        await room.keys("2")
        watch.goes(5)
        await room.keys("T")
        said = told(room.room.view)
        for words in ("1 Baseline 25 32 -7 past", "2 Select now 20 5 15 09:52", "6 Review 10 10 11:37"):
            assert words in said
        assert room.sees("Altogether 150 37 120 11:37, 7 late", "Done at 11:37, 7 minutes late of the plan")
        assert faint(room.pilot.app) == []
        await room.keys("T")
        assert room.room.view.title == "Ranking"


async def test_in_the_agenda_a_step_gets_other_minutes(churn: Path) -> None:
    async with entered(churn) as room:
        before = room.file.last_n()
        await room.keys("T", "down", "down", ENTER)
        await room.keys(*["backspace"] * 2)
        await room.says("an hour")
        assert room.sees("no whole number of minutes from 0 to 600")
        await room.keys(*["backspace"] * 7)
        await room.says("60")
        assert "3 Map 60 60" in told(room.room.view)
        await room.keys("+", "-", "-")
        assert "3 Map 55 55" in told(room.room.view)
        await room.keys("down", ENTER, *["backspace"] * 2)
        await room.says("0")
        assert "4 Validate 0 0 not today" in told(room.room.view)
        assert room.file.last_n() == before


async def test_a_break_is_called_from_the_agenda(churn: Path) -> None:
    watch = Watch()
    async with entered(churn, clock=watch.clock) as room:
        await room.keys("T", "B", ENTER)
        watch.goes(5)
        room.room.pulse.tick()
        await room.keys("down")
        assert room.sees("break 10:00 → 11:45", "Break 10 back at 09:15")
        await room.keys("t")
        assert room.sees("25:00 → 11:35")  # the break was cut short
        await room.keys("B")
        await room.says("7")
        assert room.sees("break 7:00")


async def test_the_agenda_may_stand_on_the_wall_and_is_not_altered_there(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("p", "T")
        assert room.sees("Altogether")
        await room.keys(ENTER, "B")
        assert not room.room.line.display
        await room.keys("+")
        assert "1 Baseline now 30" in told(room.room.view)
        await room.keys(ESC)
        assert room.room.walled


async def test_the_app_comes_back_on_the_same_day_and_the_clock_goes_on(new: Path) -> None:
    watch = Watch()
    async with entered(new, clock=watch.clock) as room:
        await room.keys("+", "q")
        watch.goes(12)
        await room.keys("ctrl+q")
    async with entered(new, clock=Watch().clock) as room:
        assert "→" not in room.wall.splitlines()[0]
        await room.keys("q")
        assert room.sees("18:00 → 11:23")
    async with entered(new, clock=Watch(days=1).clock) as room:  # another day: the plan stays, the time is fresh
        await room.keys("q")
        assert room.sees("30:00 → 11:35")


async def test_what_was_kept_and_makes_no_sense_is_left_alone(new: Path) -> None:
    with WorkshopFile.open(new, write=False) as file:
        id = file.id
    used = {"1": "long", "2": -3, "3": 1e300, "4": True}
    beside.keep(SORT, id, {"day": "2026-11-24", "minutes": [1, 2], "used": used, "idle": None})
    async with entered(new) as room:
        await room.keys("q")
        assert room.sees("25:00 → 11:30")


async def test_a_read_only_room_keeps_nothing(new: Path) -> None:
    async with entered(new) as room, entered(new) as other:
        await other.keys("q", "+")
        other.room.session.keep()
        assert beside.kept(SORT, room.file.id) == {}


async def test_it_is_kept_once_a_minute_while_it_runs(new: Path) -> None:
    watch = Watch()
    async with entered(new, clock=watch.clock) as room:
        await room.keys("q")
        watch.goes(2)
        for _ in range(59):
            room.room.session.tick()
        assert beside.kept(SORT, room.file.id) == {}
        room.room.session.tick()
        assert beside.kept(SORT, room.file.id)["used"]["1"] == 120
