"""Two records made one with `M`: what they are is chosen from a list, one undo parts them again."""

from __future__ import annotations

from pathlib import Path

from making import picture
from room import ENTER, ESC, TAB, entered


async def test_the_other_becomes_part_of_what_is_in_hand_and_undo_parts_them(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        before, said = picture(room.file.shop), room.stored("C2.statement")
        await room.keys("right", "M")
        assert room.sees("which other outcome is the same thing?", "C2")
        await room.says("C2")
        assert not room.there("C2")
        assert room.room.view.ref == "C1"
        assert room.sees("C2 is part of C1 now")
        assert any(said in note.words for note in room.file.shop.of("note"))
        await room.keys("u")
        assert room.sees("Undone: join C2 into C1")
        assert picture(room.file.shop) == before


async def test_what_says_much_the_same_holds_for_enter(new: Path) -> None:
    async with entered(new) as room:
        await room.keys(TAB, TAB, "a")
        await room.says("Incident management", "Problem management", "Incident mgmt")
        await room.keys(ESC, "home", "M")
        assert room.sees("much the same: P3", "› P3 Incident mgmt")
        await room.keys(ENTER)
        assert not room.there("P3")
        assert room.there("P2")


async def test_the_pilot_stays_itself_whichever_is_in_hand_unless_it_is_turned(churn: Path) -> None:
    async with entered(churn, step=1) as room:
        await room.keys("down", "M")
        await room.says("O1")
        assert room.sees("Which of the two stays itself?", "O1 is the pilot; Enter keeps it")
        await room.keys(ENTER)
        assert room.sees("O2 is part of O1 now")
        assert room.there("O1") and not room.there("O2")
        await room.keys("u", "home", "down", "M")
        await room.says("O1")
        await room.keys("down", ENTER)
        assert room.sees("O1 is part of O2 now")
        assert room.there("O2") and not room.there("O1")
        assert (room.stored("W1.pilot"), room.stored("O2.state")) == ("O2", "pilot")


async def test_nothing_is_joined_without_a_choice_or_with_nothing_to_join(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("M")
        assert room.sees("Put the cursor on a record")
        await room.keys("a")
        await room.says("Cut churn from 9% to 6%")
        await room.keys(ESC, "M")
        assert room.sees("There is no other objective")
        await room.keys("a")
        await room.says("Open ten shops")
        await room.keys(ESC, "home", "M", ENTER)
        assert room.sees("Choose one with the arrows")
        await room.keys(ESC)
        assert room.there("O2")
        assert not room.file.next_undo().startswith("join")


async def test_nothing_is_joined_in_the_presenter_view(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("p", "M")
        assert not room.room.line.display
