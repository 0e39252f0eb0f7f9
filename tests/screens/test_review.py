"""Review: readings move the trend, rulings have a reason, the next date is set, assumptions are judged."""

from __future__ import annotations

from pathlib import Path

from room import BACK, ENTER, ESC, TAB, Facilitator, entered

from workshop import acts
from workshop.declare import KINDS


async def test_a_reading_moves_the_trend_and_the_status(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        assert room.sees("0 of 7 met", "52 minutes")
        await room.keys("a")
        assert room.sees("M1 Mean time to restore the sales portal: What did it say?")
        await room.says("29")
        assert room.sees("On which day?", "Enter for today")
        await room.says("")
        assert room.stored("M1/2026-11-24.value") == "29"
        assert room.sees("1 of 7 met", "29 minutes", "✓ Met")
        await room.keys("u")
        assert room.sees("0 of 7 met", "52 minutes")


async def test_a_reading_of_another_day_is_shown_back(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        await room.keys("a")
        await room.says("50")
        room.room.line.answer.value = ""
        await room.keys(*"3 Nov 2026")
        await room.keys(ENTER)
        assert room.stored("M1/2026-11-03.value") == "50"
        assert room.sees("52 minutes")


async def test_a_day_behind_a_reading_is_heard_while_it_is_typed(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        await room.keys("a")
        assert room.sees("a day may follow")
        await room.keys(*"1h 10min on 23 Nov 2026")
        assert room.sees("read on 23 Nov 2026")
        assert not room.sees("is not a number")
        await room.keys(ENTER)
        assert room.sees("70 minutes")


async def test_a_reading_that_is_no_number_stays_to_be_mended(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        await room.keys("a")
        await room.says("rather better", "")
        assert room.sees("✗", "rather better")
        assert not room.there("M1/2026-11-24")


async def test_a_reading_past_its_warning_value_says_what_was_agreed(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        await room.keys("a")
        await room.says("99", "")
        await room.keys("down", "up")
        assert room.sees("past its warning value 75 minutes", "calls a review of the last outage")


async def test_a_ruling_with_its_reason_and_what_it_led_to(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        await room.keys(TAB, "down", "g")
        assert room.sees("M1 Keep, refine or retire?")
        await room.says("retire")
        assert room.sees("Why?")
        await room.says("Nobody looks at it [any] more")
        await room.says("We watch M7 instead")
        assert room.stored("G11.on") == "M1"
        assert (room.stored("G11.says"), room.stored("G11.reason")) == ("retire", "Nobody looks at it [any] more")
        assert (room.stored("G11.decided"), room.stored("G11.review")) == ("We watch M7 instead", "2026-11-24")
        assert room.sees("retire", "Nobody looks at it [any] more", "it led the room to: We watch M7 instead")


async def test_a_ruling_is_one_of_three_and_leaves_nothing_half_said(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        await room.keys(TAB, "g")
        await room.says("burn")
        assert room.sees("✗")
        await room.keys(ESC)
        assert not room.there("G11")
        await room.keys("g")
        await room.says("keep")
        await room.keys(ESC)
        assert room.stored("G11.says") == "keep", "what was answered before Esc is kept"


async def test_what_the_number_did_stands_beside_what_it_was_to_decide(churn: Path) -> None:
    async with entered(churn, step=6, size=(140, 40)) as room:
        await room.keys(TAB, "down")
        assert room.sees("52 minutes, from 90", "meant to decide: Whether to pay for a second person")
        assert room.sees("it led the room to: Extended the early shift to weekends")


async def test_the_next_review_is_a_day_that_is_shown_back(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        await room.keys("r")
        assert room.sees("When do we look again at what the metrics did?")
        room.room.line.answer.value = ""
        await room.keys(*"in six weeks")
        assert room.sees("kept as 5 Jan 2027")
        await room.keys(ENTER)
        assert room.stored("W1.next_review") == "2027-01-05"
        await room.keys("r")
        room.room.line.answer.value = ""
        await room.says("1 Jan 2026")
        assert room.sees("1 Jan 2026 has passed")
        assert room.stored("W1.next_review") == "2027-01-05"


async def test_whether_an_assumption_held_is_judged_link_by_link(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        await room.settles()
        assert room.sees("Nobody has said whether “The five causes", "And 1 more note, press c.")
        await room.keys(TAB, TAB, *["down"] * 4, ENTER)
        assert room.room.view.ref == "L5"
        await room.keys("end", ENTER)
        assert room.sees("Did the assumption hold?", "untested", "held", "failed", "unclear")
        await room.says("failed")
        assert room.stored("L5.held") == "failed"


async def test_maturity_is_rated_again(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        await room.keys(TAB, TAB, TAB, "down", ENTER, "down", "down", "down", ENTER)
        assert room.sees("How mature is it, 1 to 5?")
        room.room.line.answer.value = ""
        await room.says("6")
        assert room.sees("“6” is no whole number from 1 to 5")
        room.room.line.answer.value = ""
        await room.says("3")
        assert room.stored("P2.maturity") == "3"
        await room.keys(ESC, "up", "h")
        assert room.sees("Maturity: “3” (was “2”)")


async def test_what_changed_is_listed_newest_first(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("o")
        await room.says("Finance Director")
        await room.keys("6", BACK, BACK)
        assert "O1 owner: “Finance Director”" in room.wall.splitlines()[5]
        await room.keys(ENTER)
        assert room.room.view.ref == "O1"


async def test_an_empty_review_says_what_comes_first(new: Path) -> None:
    async with entered(new, step=6) as room:
        assert room.sees("No metric on a thread yet. Step 3 adds them")
        await room.keys("a", TAB)
        assert room.sees("No outcome to review yet. Step 3 maps them.")
        await room.keys("g", "a", ENTER, ESC)
        assert not room.there("G1")


async def dashboard_and_threads(room: Facilitator) -> list[set[str]]:
    """The refs of the metrics on each of the two."""
    shown = []
    for step, title in (("5", "Dashboard"), ("3", "Threads")):
        await room.keys(step)
        while room.room.view.title != title:
            await room.keys(TAB)
        shown.append({row.metric.ref for row in room.room.view.rows if row.metric})
    return shown


async def test_what_was_retired_is_off_the_dashboard_and_off_its_thread(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        metric = room.file.shop.of("metric")[0]
        assert all(metric.ref in shown for shown in await dashboard_and_threads(room))
        said = {"on": metric.ref, "says": "retire", "reason": "Nobody decided by it", "review": "today"}
        room.file.act(lambda draft: acts.add(draft, KINDS["ruling"], said), why="rule", step=6)
        room.room.changed()
        assert not any(metric.ref in shown for shown in await dashboard_and_threads(room))
