"""Validate: who agrees with which thread, in which words, and what lapses when the words change."""

from __future__ import annotations

from pathlib import Path

from room import BACK, ENTER, ESC, TAB, entered

from workshop.derived.standing import standings
from workshop.records import Verdict

PRESENT = ("H1", "H2", "H3", "H5", "H6", "H7", "H8", "H9", "H10")


async def test_all_who_are_there_agree_with_one_key(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        await room.keys("g")
        assert room.sees("C1: all agree, except?")
        await room.keys(ENTER)
        says = {v.person: v.says for v in room.file.shop.all(Verdict) if v.on == "C1"}
        assert says == dict.fromkeys(PRESENT, "agree")
        assert room.stored("V1.words").startswith("Thirty minutes")


async def test_all_agree_except_one_who_then_says_why(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        await room.keys("right", "g", *"security", ENTER)
        says = {v.person: v.says for v in room.file.shop.all(Verdict) if v.on == "C2"}
        assert says == dict.fromkeys(PRESENT, "agree") | {"H6": "concern"}
        await room.keys("v")
        assert room.sees("C2: who says it?")
        await room.says("Information Security", "concern", "Who watches the [new] access?")
        verdict = next(v for v in room.file.shop.all(Verdict) if (v.on, v.person) == ("C2", "H6"))
        assert room.stored(f"{verdict.ref}.words") == "Who watches the [new] access?"
        await room.keys("end")
        assert room.sees("Information Security Manager (security): “Who watches the [new] access?”")


async def test_all_agree_except_several_who_are_parted_by_commas(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        await room.keys("g", *"head of", TAB, *", security", ENTER)
        says = {v.person: v.says for v in room.file.shop.all(Verdict) if v.on == "C1"}
        assert says == dict.fromkeys(PRESENT, "agree") | {"H2": "concern", "H6": "concern"}


async def test_a_block_stands_in_the_way_and_says_whose_it_is(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        assert room.sees("Signed off")
        await room.keys("v")
        await room.says("H8", "block", "Not without two more people")
        assert room.sees("blocked by Service Desk Manager")
        await room.settles()
        assert room.sees("[4 Validate ", "Service Desk Manager")
        assert not room.sees("[4 Validate ✓]")
        await room.keys("u")
        assert room.sees("Signed off")


async def test_a_verdict_needs_somebody_of_the_room_and_one_of_three_answers(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        before = room.file.last_n()
        await room.keys("v")
        await room.says("Napoleon")
        assert room.sees("✗")
        await room.keys(ESC, "v")
        await room.says("H8", "maybe")
        assert room.sees("✗")
        await room.keys(ESC)
        assert room.file.last_n() == before


async def test_editing_the_outcome_lapses_its_signatures_and_no_others(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        await room.keys("down", ENTER, ENTER)
        room.room.line.answer.value = ""
        await room.says("The sales portal is back within 20 minutes")
        await room.keys(ESC, ESC, "home")
        assert room.sees("4 groups to be heard: business, service owner, process owner, governance")
        await room.keys("end")
        assert room.sees("lapsed: the words have changed since")
        first, *others = standings(room.file.shop)
        assert (first.signed, len(first.lapsed)) == (False, 4)
        assert all(standing.signed and not standing.lapsed for standing in others)
        await room.keys(TAB)
        assert room.sees("✓~")
        await room.keys("u")
        assert standings(room.file.shop)[0].signed


async def test_a_new_verdict_signs_the_words_that_stand_there_now(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        await room.keys("down", ENTER, ENTER)
        room.room.line.answer.value = ""
        await room.says("The sales portal is back within 20 minutes")
        await room.keys(ESC, ESC, "g", ENTER)
        assert standings(room.file.shop)[0].signed
        assert "within 20 minutes" in room.stored("V1.wording")


async def test_a_thread_is_said_back_by_somebody_else(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        await room.keys("right", "right", "x")
        assert room.sees("Who said the thread back in a minute?")
        await room.says("Finance Director")
        assert room.sees("Was it said back so that the room followed?")
        await room.says("not yet")
        assert (room.stored("C3.explained_by"), room.stored("C3.explained")) == ("H4", "not yet")
        await room.keys("end")
        assert room.sees("○ not said back yet")
        await room.keys("x")
        await room.says("H4", "passed")
        assert room.sees("✓ said back by Finance Director")


async def test_the_walk_shows_one_thread_with_reasons_numbers_and_who_has_spoken(churn: Path) -> None:
    async with entered(churn, size=(140, 40), step=4) as room:
        assert room.sees(
            "1 of 3",
            "O1 Cut yearly churn",
            "C1 The sales portal is back",
            "P1 Incident management, primary: The night team restores ordering",
            "M1 Mean time to restore the sales portal: 90 minutes → 30 minutes",
            "✓ agrees Head of Trade Sales (business)",
        )


async def test_right_and_left_bring_the_next_thread_onto_the_wall(churn: Path) -> None:
    async with entered(churn, size=(140, 40), step=4) as room:
        await room.keys("right")
        assert room.sees("2 of 3", "C2 Sales portal faults", "△ has a concern Problem and Knowledge Manager")
        assert not room.sees("C1 The sales portal is back")
        await room.keys("left", "left")
        assert room.sees("1 of 3", "C1 The sales portal is back")


async def test_verdicts_by_letter_in_the_grid(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        await room.keys(TAB, ENTER, "c", "left", "w")
        await room.says("Too dear")
        verdict = next(v for v in room.file.shop.all(Verdict) if (v.on, v.person) == ("C1", "H1"))
        assert (verdict.says, verdict.words) == ("concern", "Too dear")
        await room.keys("space")
        assert not room.there(verdict.ref)
        await room.keys("right", "a")
        assert room.stored("V1.words").startswith("Thirty minutes")
        assert room.room.number == 4


async def test_the_words_are_those_of_the_one_who_just_spoke_while_the_next_has_not(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says("Cut churn from 9% to 6% by Q4 2027")
        await room.keys(ESC, "3", "a")
        await room.says("Portal back in 30 minutes")
        await room.keys(ESC, "1", *[TAB] * 4, "a")
        await room.says("Ana", "business", "Ben", "security", "Cem", "finance")
        await room.keys(ESC, "4", TAB, ENTER, "b", "w")
        assert room.sees("Ana: in their words?")
        await room.says("Who is there at night?")
        assert (room.stored("V1.person"), room.stored("V1.words")) == ("H1", "Who is there at night?")
        await room.keys("right", "w")
        assert not room.room.line.display
        await room.keys("left", "a", "left", "w")
        assert room.sees("Ben: in their words?")
        await room.keys(ESC, "left", "b", "w")
        assert room.sees("Ana: in their words?"), "though the next one has spoken too"


async def test_a_group_that_was_not_heard_is_named(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says("Cut churn from 9% to 6% by Q4 2027")
        await room.keys(ESC, "3", "a")
        await room.says("Portal back in 30 minutes")
        await room.keys(ESC, "4", "end")
        assert room.sees("still to be heard: business, service owner, process owner and governance")


async def test_a_word_is_settled_once(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        await room.keys(TAB, TAB, "a")
        await room.says("Restored", "An order goes through again", "back up, resolved")
        await room.keys(ESC)
        assert room.sees("T8 Restored", "An order goes through again")
        assert room.stored("T8.instead_of") == "back up, resolved"


async def test_no_thread_to_walk_says_what_comes_first(new: Path) -> None:
    async with entered(new, step=4) as room:
        assert room.sees("No thread to walk yet. Step 3 maps the outcomes of the pilot.")
        await room.keys("g", "v", "x", ENTER, "left", "right", TAB, ENTER, "a", "w", ESC, ESC)
        assert not room.there("V1")


async def test_enter_on_a_thread_opens_what_is_agreed_on(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        for ref in ("C1", "C2"):
            await room.keys(ENTER)
            assert room.sees(f"‹ esc {ref}")
            await room.keys(ESC, "right")
        await room.keys("up", ENTER)
        assert room.sees("‹ esc O2")


async def test_whoever_is_not_under_people_yet_is_there_once_they_say_something(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says("Cut churn from 9% to 6% by 31 Dec 2027")
        await room.keys(ESC, "3", "a")
        await room.says("The portal is back within 30 minutes")
        await room.keys(ESC, "4", "g", ENTER)
        assert room.sees("Nobody is there to agree yet")
        await room.keys(ESC, TAB)
        assert room.sees("Nobody to ask yet. Step 1, People, lists who is in the room")
        await room.keys(BACK, "v")
        await room.says("Dana Keller #business", "agree", "")
        assert (room.stored("H1.name"), room.stored("H1.group")) == ("Dana Keller", "business")
        assert room.sees("✓ agrees  Dana Keller (business)")
        await room.keys("g", ENTER)
        assert room.wall.count("✓ agrees  Dana Keller") == 1
