"""One record made two with `B`: the words of both, what goes along, one undo."""

from __future__ import annotations

from pathlib import Path

from making import picture
from room import ENTER, ESC, TAB, Facilitator, entered


async def objectives(room: Facilitator) -> None:
    """One objective that says two things."""
    await room.keys("a")
    await room.says("Cut churn from 9% to 6% and raise trust by 31 Dec 2027")
    await room.keys(ESC)


async def test_both_halves_are_offered_and_two_enters_make_two(new: Path) -> None:
    async with entered(new) as room:
        await objectives(room)
        said = room.stored("O1.statement")
        await room.keys("B")
        assert room.room.line.answer.value == "Cut churn from 9% to 6% by 31 Dec 2027"
        await room.keys(ENTER)
        assert room.room.line.answer.value == "Raise trust by 31 Dec 2027"
        await room.keys(ENTER)
        assert room.sees("O1 is two now; the second is O2")
        assert room.stored("O2.statement") == "Raise trust by 31 Dec 2027"
        assert room.stored("O2.said") == room.stored("O1.said") == said
        await room.keys("u")
        assert room.sees("Undone: split O1")
        assert not room.there("O2")
        assert room.stored("O1.said") == ""


async def test_what_is_marked_goes_along_and_the_rest_stays(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        before = picture(room.file.shop)
        await room.keys("right", "B")
        await room.says("")
        await room.says("Orders can be placed by telephone meanwhile")
        assert room.sees("What goes along with the second?", "L1 link", "L2 link")
        at = [row.key for row in room.room.view.rows].index("L2")
        await room.keys(*["down"] * at, "space", ENTER)
        second = room.file.shop.of("outcome")[1].ref
        assert room.stored("L2.outcome") == second
        assert room.stored("L1.outcome") == "C1"
        await room.keys("u")
        assert picture(room.file.shop) == before
        assert room.room.view.ref == "C1", "what was split is in hand again"


async def test_all_go_along_with_one_key_and_escape_leaves_it_one(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        before = picture(room.file.shop)
        await room.keys("right", "B", ENTER)
        await room.says("Orders can be placed by telephone meanwhile")
        await room.keys("asterisk", "asterisk", "asterisk", ESC)
        assert picture(room.file.shop) == before
        await room.keys("B", ENTER)
        await room.says("Orders can be placed by telephone meanwhile")
        await room.keys("asterisk", ENTER)
        assert room.sees("C1 is two now")
        assert not any(link.outcome == "C1" for link in room.file.shop.of("link"))


async def test_a_half_without_words_is_asked_for_again(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("B")
        assert room.sees("Put the cursor on a record that says two things")
        await room.keys("a")
        await room.says("Cut churn")
        await room.keys(ESC, "B", ENTER, ENTER)
        assert room.sees("Say what the second half is")
        await room.keys(ESC)
        assert not room.there("O2")


async def test_a_process_that_is_two(new: Path) -> None:
    async with entered(new) as room:
        await room.keys(TAB, TAB, "a")
        await room.says("Incident and problem management")
        await room.keys(ESC, "B", ENTER, ENTER)
        assert [process.words for process in room.file.shop.of("process")] == [
            "Incident management", "Problem management",
        ]  # fmt: skip
