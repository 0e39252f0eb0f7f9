"""What is taken from the catalogue for each knot and step, and where nothing may be taken."""

from __future__ import annotations

from pathlib import Path

from looking import lines_of
from room import ENTER, ESC, TAB, Facilitator, entered

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


async def for_process(room: Facilitator) -> list[str]:
    """What is suggested for the process in hand on Baseline: pieces of work."""
    await room.keys("1", TAB, TAB, "s")
    assert len(words(room)) > 2
    return words(room)


async def test_what_is_marked_is_taken_together_as_one_act(churn: Path) -> None:
    async with entered(churn) as room:
        before = {record.ref for record in room.file.shop}
        first, second, third = (titles := await for_process(room))[:3]
        await room.keys("space", "down", "space")
        assert room.sees("Enter takes the 2 that are marked, as one act")
        await room.keys(ENTER)
        assert room.sees("Taken: 2 suggestions")
        assert not {first, third} & set(words(room))
        assert second in words(room)
        await room.keys("u")
        assert {record.ref for record in room.file.shop} == before
        assert words(room) == titles


async def test_all_are_marked_with_one_key_and_a_mark_is_taken_off(churn: Path) -> None:
    async with entered(churn) as room:
        off, *rest = await for_process(room)
        await room.keys("asterisk", "home", "space", ENTER)
        assert room.sees(f"Taken: {len(rest)} suggestions")
        assert not set(rest) & set(words(room))
        assert off in words(room)


async def test_marked_sentences_with_blanks_are_filled_in_one_after_the_other(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("s", "space", "space")
        assert room.sees("Enter takes the 2 that are marked; it asks for the values of 2")
        await room.keys(ENTER)
        assert room.sees("How is it said with your values?", "1 more behind it")
        for said in ("The portal is open 99% of its hours, not 97%", "Complaints fall from 40 to 10 a month"):
            room.room.line.answer.value = ""
            await room.says(said)
        assert [outcome.statement for outcome in room.file.shop.all(Outcome)[-2:]] == [
            "The portal is open 99% of its hours, not 97%", "Complaints fall from 40 to 10 a month",
        ]  # fmt: skip
        assert not room.room.line.display


async def test_other_words_for_a_record_are_taken_alone(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says("Improve service")
        await room.keys(ESC, "s", "asterisk")
        alone = [one.title for one in room.room.view.rows if one.saying and one.saying.kind == "objective"]
        assert alone
        assert not set(alone) & set(room.room.view.marked)
        await room.keys("home", *["down"] * words(room).index(alone[0]), "space")
        assert room.sees("This one is taken alone")
