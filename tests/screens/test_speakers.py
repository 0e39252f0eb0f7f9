"""Speaker turns on the wall: who was heard is known from what is kept, or from one key; who is next is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import faint, told, unsaid
from room import ENTER, ESC, TAB, entered

from workshop.derived.turns import Turn


def line_of(wall: str, words: str) -> str:
    return next(line for line in wall.splitlines() if words in line)


async def test_one_key_marks_who_spoke_and_the_next_one_moves_on(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        before = room.file.last_n()
        await room.keys("S")
        first = room.room.view.ref
        assert room.sees("Speaker turns", "▸", "○ not yet", "Ask next:", "not heard yet")
        await room.keys(ENTER)
        assert room.room.view.ref == first
        assert room.sees("1 time, last")
        following = room.room.session.next
        assert following and following.person.ref != first
        await room.keys(ESC)
        assert room.sees("[3 Map ✓]", "OBJECTIVE")
        assert room.file.last_n() == before


async def test_a_verdict_and_a_score_are_heard_without_a_key(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        assert room.room.session.heard == []  # what the file held before is no turn of this sitting
        await room.keys("v")
        await room.says("Head of Trade Sales", "concern", "Mornings only")
        assert len(room.room.session.heard) == 1
        await room.keys("S")
        assert "1 time" in line_of(room.wall, "Head of Trade Sales")


async def test_the_room_is_told_whom_to_ask_next_while_threads_are_open(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        assert not room.sees("Ask next:")  # every thread is signed off
        await room.keys("v")
        await room.says("Head of Trade Sales", "block", "Not yet")
        await room.keys("left")
        following = room.room.session.next
        assert following and room.sees(f"Ask next: {following.person.name} ({following.person.group})")
        await room.keys("3")
        assert not room.sees("Ask next:")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)])
async def test_the_list_is_legible_and_whole(churn: Path, size: tuple[int, int]) -> None:
    async with entered(churn, size=size) as room:
        await room.keys("S")
        assert faint(room.pilot.app) == []
        assert unsaid(room.room.view) == []
        assert "…" not in told(room.room.view)


async def test_who_comes_and_goes(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("S")
        assert room.sees("nobody here speaks for them")
        await room.keys("a")
        await room.says("Ana Ruiz", "governance")
        await room.keys(ESC)
        assert (room.stored("H1.present"), room.stored("H1.group")) == ("yes", "governance")
        assert "governance" in line_of(room.wall, "Ana Ruiz")
        await room.keys("home", "i")
        assert room.stored("H1.present") == "no"
        assert room.room.session.next is None
        await room.keys("i")
        assert room.stored("H1.present") == "yes"


async def test_turns_are_there_again_when_the_app_comes_back(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        await room.keys("S", ENTER, "S", "v")
        await room.says("Head of Trade Sales", "concern", "Mornings only")
        heard = sorted(room.room.session.heard)
        assert len(heard) == 2
        await room.keys("ctrl+q")
    async with entered(churn) as room:
        assert sorted(room.room.session.heard) == heard


async def test_however_many_scores_one_gives_one_spoke_once(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys(TAB, "v")
        await room.says("H2")
        await room.keys(ENTER, *"555555")
        assert [turn.who for turn in room.room.session.heard] == ["H2"]


async def test_turns_that_make_no_sense_are_left_out(churn: Path) -> None:
    from screens.session import marks

    assert marks([["H1", "2026-11-24T09:00"], ["H1"], "H1", [1, 2], None]) == [Turn("H1", "2026-11-24T09:00")]
    async with entered(churn) as room:
        room.room.session.marked = [Turn("H99", "never"), Turn("H2", "never")]
        await room.keys("S")
        assert room.sees("1 time, last ?")


async def test_turns_are_not_for_the_wall(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("p", "S")
        assert not room.sees("Heard")
