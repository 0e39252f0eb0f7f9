"""What is taken from the catalogue for each knot and step, and where nothing may be taken."""

from __future__ import annotations

from pathlib import Path

from looking import lines_of
from room import ENTER, ESC, Facilitator, entered

from workshop.records import Link, Metric, Outcome


def words(room: Facilitator) -> list[str]:
    """What is suggested."""
    return [suggestion.title for suggestion in room.room.view.rows]


async def test_what_was_taken_is_said_and_the_next_is_in_hand(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("s")
        first, second = words(room)[:2]
        assert all(suggestion.why for suggestion in room.room.view.rows)
        await room.keys(ENTER)
        assert room.sees("O1  How is it said with your values?")
        await room.keys(ENTER)
        assert room.sees(first, "u takes it back")
        assert words(room)[0] == second
        assert room.file.shop.all(Outcome)[-1].objectives == ("O1",)
        await room.keys("u")
        assert words(room)[0] == first


async def test_for_an_outcome_a_process_with_the_reason_of_the_link(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("right", "s")
        why = room.room.view.rows[0].why
        await room.keys(ENTER)
        made = room.file.shop.all(Link)[-1]
        assert (made.outcome, made.reason) == ("C1", why.rstrip("."))


async def test_for_a_process_on_a_thread_a_number(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("right", "right", "s", ENTER)
        made = room.file.shop.all(Metric)[-1]
        assert "C1" in made.outcomes
        assert "P1" in made.processes


async def test_with_nothing_in_hand_what_the_step_lacks(new: Path) -> None:
    async with entered(new) as room:
        for step in "123456":
            await room.keys(step, "s")
            assert room.sees("Suggestions")
            lines = [text for line in lines_of(room.room.view) for text, _ in line]
            assert not any("…" in text and "…%" not in text and " … " not in text for text in lines), step
            await room.keys(ESC)


async def test_what_is_there_already_is_not_suggested(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("s")
        taken = words(room)
        assert taken
        for _ in taken:
            await room.keys(ENTER)
        assert not set(words(room)) & set(taken)


async def test_nothing_is_taken_in_the_presenter_view(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        before = room.file.last_n()
        await room.keys("p", "s", ENTER)
        assert room.file.last_n() == before
        assert not room.sees("Suggestions")


async def test_nothing_is_taken_in_a_file_that_is_read_only(churn: Path) -> None:
    async with entered(churn, step=3), entered(churn, step=3) as second:
        before = second.file.last_n()
        await second.keys("s", ENTER)
        assert second.file.last_n() == before
