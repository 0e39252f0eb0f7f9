"""Records marked on a list with space: owner, parking and removing take them together, as one act."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import cut, faint
from room import BACK, ENTER, ESC, TAB, entered

from screens.views.suggestions import Suggestions
from workshop.records import Link


async def test_one_owner_for_all_that_are_marked(churn: Path) -> None:
    async with entered(churn) as room:
        before = [room.stored(f"S{number}.owner") for number in (1, 2, 3)]
        await room.keys(TAB, "space", "down", "space")
        assert room.sees("S1 and S3 marked", "✓S1", "✓S3")
        await room.keys("o")
        assert room.sees("S1 and S3 Who answers for it?")
        await room.says("Finance Director")
        assert [room.stored(f"S{number}.owner") for number in (1, 2, 3)] == ["H4", before[1], "H4"]
        assert "✓S1" not in room.wall
        await room.keys("u")
        assert room.sees("Undone: S1 and S3 owner")
        assert [room.stored(f"S{number}.owner") for number in (1, 2, 3)] == before


async def test_all_are_removed_together_and_come_back_together(churn: Path) -> None:
    async with entered(churn) as room:
        before = {record.ref for record in room.file.shop}
        await room.keys(TAB, "asterisk", "delete")
        assert not room.file.shop.of("service")
        await room.keys("u")
        assert {record.ref for record in room.file.shop} == before
        await room.keys("asterisk", "asterisk")
        assert not room.room.view.marked


async def test_objectives_are_parked_with_one_reason(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("down", "down", "space", "space", "k")
        assert room.sees("O3 and O4 Why is it parked?")
        await room.says("After the pilot")
        assert room.sees("O3 and O4 are parked, not lost")
        assert [room.stored(f"O{number}.parked_because") for number in (3, 4)] == ["After the pilot"] * 2
        await room.keys("up", "up", "space", "space", "k")
        assert room.sees("O3 and O4 are candidates again")


async def test_all_that_are_marked_are_linked_with_one_neighbour(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys(TAB, TAB, TAB, "a")
        await room.says("Calls from shops", "Hours without orders")
        await room.keys(ESC, "end", "space", "up", "space", "l")
        assert room.sees("M8 and M9: link all with which outcome or process?")
        await room.says("C2")
        assert room.sees("M8 and M9 are linked with C2")
        assert room.stored("M8.outcomes") == room.stored("M9.outcomes") == "C2"
        assert not room.room.view.marked
        await room.keys("u")
        assert room.stored("M8.outcomes") == room.stored("M9.outcomes") == ""


async def test_processes_linked_together_are_asked_for_their_reasons(churn: Path) -> None:
    async with entered(churn) as room:
        before = {link.ref for link in room.file.shop.of("link")}
        await room.keys(TAB, TAB, "end", "space", "up", "space", "l")
        await room.says("The shops are told within five minutes")
        new = [link for link in room.file.shop.all(Link) if link.ref not in before]
        assert [(link.process, link.role) for link in new] == [("P5", "primary"), ("P6", "supporting")]
        await room.says("It brings the word out", "It keeps the list of shops")
        assert [room.stored(f"{link.ref}.reason") for link in new] == [
            "It brings the word out", "It keeps the list of shops",
        ]  # fmt: skip
        assert not room.room.line.display


async def test_a_question_that_is_left_leaves_the_marks(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys(TAB, "space", "o", ESC)
        assert room.sees("S1 marked")
        await room.keys("p")
        assert "✓S1" not in room.wall


async def test_where_nothing_can_be_marked_it_says_so(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys("space")
        assert room.sees("Nothing is marked here")
        await room.keys(TAB, ENTER, "space", ESC)
        assert not room.there("O1/-/impact")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("theme", ["golden-dark", "golden-light"])
async def test_marks_ticks_hands_and_blind_scores_stand_out_and_nothing_is_cut(
    churn: Path, size: tuple[int, int], theme: str
) -> None:
    async with entered(churn, size=size) as room:
        room.pilot.app.theme = theme
        for keys in (
            (TAB, "space", "space"), ("asterisk",), ("3", "right", "M"), (ESC, "B", ENTER, *"It is told", ENTER),
            ("space", "space"), (ESC, "s", "space"), (ESC, "2", TAB, TAB, ENTER, "5"), (ESC, BACK, "x", "5"),
            ("x",), ("p",),
        ):  # fmt: skip
            await room.keys(*keys)
            assert faint(room.pilot.app) == [], keys
            if not isinstance(room.room.view, Suggestions):  # theirs are blanks
                assert cut(room.room.view) == [], keys
