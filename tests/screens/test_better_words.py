"""The article's own bad examples, typed as a facilitator would: one or two keys lead to a good statement."""

from __future__ import annotations

from pathlib import Path

import pytest
from room import BACK, ENTER, ESC, TAB, Facilitator, entered

from workshop.coach import findings

BAD = ("improve service", "make the system faster", "faster incident resolution", "tickets closed", "optimize MTTR")


def noted(room: Facilitator, ref: str) -> set[str]:
    """The rules that speak of the record."""
    return {finding.rule for finding in findings(room.file.shop) if finding.ref == ref}


async def with_service(room: Facilitator) -> None:
    """A service in the inventory, and back to the objectives."""
    await room.keys(TAB, "a")
    await room.says("Sales portal")
    await room.keys(ESC, BACK)


@pytest.mark.parametrize("bad", BAD)
async def test_an_objective_that_is_a_wish_becomes_a_result_by_two_keys_and_its_values(new: Path, bad: str) -> None:
    async with entered(new) as room:
        await with_service(room)
        await room.keys("a")
        await room.says(bad)
        assert room.sees("O1 kept as it was said. Tab offers better words")
        await room.keys(TAB)
        assert room.sees("Suggestions for O1", "Say “")
        await room.keys(ENTER)
        assert room.sees("How is it said with your values?", "type in place of each …; tab goes to the next")
        await room.keys(*"90", TAB, *"30", TAB, *"30 June 2027", ENTER)
        assert "…" not in room.stored("O1.statement")
        assert (room.stored("O1.said"), room.stored("O1.due")) == (bad, "2027-06-30")
        assert room.stored("O1.target").startswith("30")
        assert room.stored("O1.baseline").startswith("90")
        assert not {"vague-objective", "output-as-objective", "jargon"} & noted(room, "O1")
        assert room.room.line.display  # and what is said next is an answer again
        await room.keys(ESC, "u")
        assert room.stored("O1.statement") == bad


@pytest.mark.parametrize("bad", BAD)
async def test_an_outcome_that_is_a_wish_becomes_a_result_of_the_service(new: Path, bad: str) -> None:
    async with entered(new) as room:
        await with_service(room)
        await room.keys("a")
        await room.says("Cut churn from 9% to 6% by 31 Dec 2027")
        await room.keys(ESC, "3", "a")
        await room.says(bad)
        await room.keys(TAB, ENTER, *"30", TAB, *"90", TAB, *"30 June 2027", ENTER)
        assert room.stored("C1.service") == "S1"
        assert room.stored("C1.due") == "2027-06-30"
        assert not {"outcome-criterion", "output-as-outcome", "outcome-baseline", "jargon"} & noted(room, "C1")


@pytest.mark.parametrize(
    ("bad", "number"),
    [("improve service", "SLA attainment"), ("make the system faster", "Answer time at the busiest hour"),
     ("faster incident resolution", "Mean time to restore service"), ("tickets closed", "First-contact resolution"),
     ("optimize MTTR", "Mean time to restore service")],
)  # fmt: skip
async def test_a_metric_that_is_a_wish_or_a_count_becomes_a_number(new: Path, bad: str, number: str) -> None:
    async with entered(new) as room:
        await room.keys(TAB, TAB, TAB, "a")
        await room.says(bad)
        assert room.sees("Tab offers better words")
        await room.keys(TAB, ENTER)
        assert room.stored("M1.name") == number
        assert not {"vanity-metric", "jargon"} & noted(room, "M1")
        await room.keys(ESC, "u")
        assert room.stored("M1.name") == bad


async def test_the_coach_s_note_leads_to_the_better_words_too(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says("Improve service")
        await room.keys(ESC)
        await room.settles()
        await room.keys("c")
        rules = [row.rule for row in room.room.view.rows]
        await room.keys(*["down"] * rules.index("vague-objective"), "s")
        assert room.sees("Suggestions for O1", "Say “Cut the share of customers who leave each year")


async def test_a_blank_is_typed_over_wherever_the_cursor_was_and_pasted_over(new: Path) -> None:
    async with entered(new) as room:
        await with_service(room)
        await room.keys("a")
        await room.says("faster incident resolution")
        await room.keys(TAB, ENTER)
        await room.pastes("40,000 EUR")
        await room.keys(TAB)
        await room.bursts("10,000 EUR")
        await room.keys(TAB, *"Q4 2027")
        assert room.room.line.answer.value == (
            "Cut what outages of the Sales portal cost from 40,000 EUR to 10,000 EUR a month, by Q4 2027"
        )


async def test_blanks_that_nobody_can_fill_yet_are_kept_and_left(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says("Improve service")
        await room.keys(TAB, ENTER, ENTER)
        assert room.stored("O1.statement") == "Cut the share of customers who leave each year from …% to …%"
        assert room.stored("O1.target") == ""


async def test_what_is_a_result_already_is_offered_no_other_words(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says("Cut churn from 9% to 6% by 31 Dec 2027")
        assert room.sees("Tab fills in")
        await room.keys(TAB, ESC, "s")
        assert not room.sees("Say “")
