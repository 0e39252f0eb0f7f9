"""Versions in the room: V names a state, = compares it with now, and the workshop is seen as it stood."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from room import BACK, ENTER, ESC, Facilitator, entered

from screens.views.card import Card
from screens.views.log import Log

Gt = Callable[..., Ran]


@pytest.fixture
def file(tmp_path: Path, gt: Gt) -> Path:
    """A workshop with one objective and one outcome."""
    path = tmp_path / "w.workshop"
    gt("new", path, "--title", "Northwind")
    gt("add", path, "objective", "statement=Cut churn from 9% to 6%", "target=6", "unit=%")
    gt("add", path, "outcome", "statement=The portal is back in 30 minutes", "objectives=O1")
    return path


async def _named(room: Facilitator, name: str) -> None:
    await room.keys("V")
    await room.says(name)


async def test_v_names_this_state_and_equals_shows_what_is_otherwise_now(file: Path, gt: Gt) -> None:
    async with entered(file, step=1) as room:
        await _named(room, "before the board")
        assert room.sees("names this state") and room.stored("N1.what") == "version"
        gt("set", file, "O1.target", "5")
        gt("add", file, "service", "name=Portal")
        await room.pilot.pause(0.3)
        await room.keys("=")
        assert room.sees("Versions", "before the board", "the start", "Changes since")
        await room.keys(ENTER)
        assert room.sees("before the board › now", "Target", "6%", "5%", "service, new", "Portal")
        await room.keys(ENTER)
        assert room.sees("History of O1, target", "Target: “5” (was “6”)")
        await room.keys(ESC, ESC)
        assert room.sees("‹ esc Versions")
        await room.keys("=")
        assert not room.sees("‹ esc")


async def test_two_states_are_compared_with_each_other(file: Path, gt: Gt) -> None:
    async with entered(file, step=1) as room:
        await _named(room, "first")
        gt("set", file, "O1.target", "5")
        await room.pilot.pause(0.3)
        await _named(room, "second")
        gt("set", file, "O1.target", "4")
        await room.pilot.pause(0.3)
        await room.keys("=", "down", "space", "up")
        assert room.sees("Enter compares from first")
        await room.keys(ENTER)
        assert room.sees("first › second", "6%", "5%") and not room.sees("4%")


async def test_the_workshop_is_read_as_it_stood_and_nothing_in_it_can_be_changed(file: Path, gt: Gt) -> None:
    async with entered(file, step=1) as room:
        await _named(room, "first")
        gt("set", file, "O1.statement", "Cut churn to nothing")
        await room.pilot.pause(0.3)
        await room.keys("=", "s")
        assert room.sees("As it stood: first", "Cut churn from 9% to 6%") and not room.sees("to nothing")
        await room.keys("down", "delete")
        assert room.sees("as it stood; esc goes back") and room.there("O1")
        await room.keys(ENTER)
        assert room.sees("O1 as it stood", "Cut churn from 9% to 6%")
        await room.keys(ENTER, "a", "o")
        assert not room.room.line.display
        await room.keys("h")
        assert room.sees("History of O1", "Cut churn to nothing")
        await room.keys(ESC, ESC, "m")
        assert room.sees("Threads as they stood", "Cut churn from 9%", "The portal is back")
        await room.keys("a", "l")
        assert not room.room.line.display
        await room.keys(ESC, ESC, ESC)
        assert room.sees("Cut churn to nothing")
        assert gt("log", file).out.count("removed") == 0


async def test_from_the_log_one_sees_any_moment(file: Path, gt: Gt) -> None:
    gt("set", file, "O1.target", "5")
    gt("set", file, "O1.target", "4")
    async with entered(file, step=6) as room:
        while not isinstance(room.room.view, Log):
            await room.keys(BACK)
        await room.keys("down", "s")
        assert room.sees("As it stood: set O1.target")
        await room.keys("down", ENTER)
        assert room.sees("5%") and not room.sees("4%")
        await room.keys(ESC, ESC, "=")
        assert room.sees("set O1.target › now", "5%", "4%")


async def test_a_name_that_is_taken_is_said_and_what_was_typed_stays(file: Path) -> None:
    async with entered(file, step=1) as room:
        await _named(room, "first")
        await _named(room, "First")
        assert room.sees("N1 names another state", "First")


@pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=str)
async def test_long_words_are_whole_on_both_sides(file: Path, gt: Gt, size: tuple[int, int]) -> None:
    long = "Cut " + "yearly churn of trade customers " * 5 + "to six"
    async with entered(file, size, step=1) as room:
        await _named(room, "first")
        gt("set", file, "O1.statement", long)
        await room.pilot.pause(0.3)
        await room.keys("=", ENTER)
        stage = room.wall.split("In hand")[0]
        assert "yearly churn" in stage and "to six" in stage and "…" not in stage


async def test_what_the_program_keeps_for_itself_is_in_no_form(churn: Path) -> None:
    async with entered(churn) as room:
        room.room.push(Card("W1"))
        assert {"title", "pilot"} < {spec.name for spec in room.room.view.rows}
        assert not any(spec.name == "joined" for spec in room.room.view.rows)
