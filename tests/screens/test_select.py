"""Select: scores move the ranking, weights too; one pilot with its sponsor; who is not eligible, and why."""

from __future__ import annotations

import re
from pathlib import Path

from room import BACK, ENTER, ESC, TAB, Facilitator, entered

from workshop.draft import Draft


def order(room: Facilitator) -> list[str]:
    """The objectives as they are ranked."""
    return [row.objective.ref for row in room.room.boards[2].views[0].rows]


async def test_scores_typed_into_the_grid_go_on_by_themselves_and_move_the_ranking(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        assert order(room)[:3] == ["O1", "O2", "O3"]
        await room.keys(TAB, "down", "down", ENTER, *"555", *"111")
        assert [room.stored(f"O3/-/{name}.value") for name in ("impact", "urgency", "dependency")] == ["5"] * 3
        assert room.stored("O4/-/dependency.value") == "1"
        await room.keys(ESC, BACK)
        assert order(room)[0] == "O3"
        assert room.sees("1 O3 Grow the share", "5.0")


async def test_digits_score_inside_the_grid_and_go_to_steps_outside(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys(TAB, ENTER, "3", "u", "a", "9", "0")
        assert room.room.number == 2
        assert room.stored("O1/-/impact.value") == "3"
        assert not room.room.line.display
        await room.keys(ESC, "3")
        assert room.room.number == 3


async def test_a_score_that_is_not_whole_yet_is_marked(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says("Cut churn from 9% to 6% by 31 Dec 2027")
        await room.keys(ESC, "2", TAB, ENTER, "5", ESC, BACK)
        assert re.search(r"\d\.\d…", room.wall)


async def test_a_score_is_taken_out_with_a_blank(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys(TAB, ENTER, "space")
        assert not room.there("O1/-/impact")


async def test_one_voter_at_a_time(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys(TAB, "v")
        assert room.sees("Whose scores?", "the room", "H1 Chief Customer Officer")
        await room.says("Finance")
        assert room.sees("As Finance Director says")
        await room.keys(ENTER, "2", ESC)
        assert room.stored("O1/H4/impact.value") == "2"
        assert room.stored("O1/-/impact.value") == "5"
        await room.keys("v")
        await room.says("the room")
        assert room.sees("As the room says")


async def test_where_the_room_disagrees_is_said(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys(TAB)
        assert room.sees("O2 impact: 3 apart")


async def test_weights_are_asked_in_one_line_and_move_the_ranking(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        assert room.sees("Weighed: impact ×4, urgency ×3, dependency ×3")
        await room.keys("w")
        assert room.room.line.answer.value == "4 3 3"
        room.room.line.answer.value = ""
        await room.says("0, 10, 0")
        assert room.sees("Weighed: impact ×0, urgency ×10, dependency ×0")
        assert room.stored("W1.weight_urgency") == "10"
        assert order(room)[0] == "O2"
        await room.keys("u")
        assert order(room)[0] == "O1"


async def test_a_weight_out_of_its_span_is_refused_and_nothing_is_kept(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys("w")
        room.room.line.answer.value = ""
        await room.says("5 5 11")
        assert room.sees("“11” is no whole number from 0 to 10")
        assert room.stored("W1.weight_impact") == "4"


async def test_how_firm_the_first_place_is_stands_above_the_ranking(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        assert room.sees("O1 comes first in 92% of 125 weightings")


async def test_one_pilot_with_its_sponsor(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        assert room.sees("▶1 O1", "pilot, sponsored by Chief Customer Officer")
        await room.keys("down", "g")
        assert room.sees("Which executive stands behind the pilot?")
        await room.says("Finance Director")
        assert room.sees("▶2 O2", "pilot, sponsored by Finance Director")
        assert (room.stored("W1.pilot"), room.stored("W1.sponsor")) == ("O2", "H4")
        assert (room.stored("O1.state"), room.stored("O2.state")) == ("candidate", "pilot")


async def test_a_parked_objective_keeps_the_reason_and_comes_back(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys("down", "k")
        assert room.sees("O2 Why is it parked?")
        await room.says("Wait for the [new] till system")
        assert room.sees("O2 is parked, not lost")
        assert (room.stored("O2.state"), room.stored("O2.parked_because")) == (
            "parked",
            "Wait for the [new] till system",
        )
        assert room.room.view.ref == "O2"
        await room.keys("up", "down")
        assert room.sees("Wait for the [new] till system")
        await room.keys("k")
        assert room.sees("O2 is a candidate again")
        assert (room.stored("O2.state"), room.stored("O2.parked_because")) == ("candidate", "")
        assert order(room)[1] == "O2"


async def test_the_pilot_that_is_parked_is_no_pilot_any_more(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys("k")
        await room.says("Too large")
        assert room.stored("W1.pilot") == ""


async def test_who_is_not_eligible_is_told_why(new: Path) -> None:
    async with entered(new, size=(140, 40)) as room:
        await room.keys("a")
        await room.says("Improve service")
        await room.keys(ESC, "2")
        assert room.sees("✗", "not measurable", "not time-bound", "no service")


async def test_a_pilot_that_cannot_be_mapped_yet_is_chosen_with_that_said(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says("Improve service")
        await room.keys(ESC, "2", "g")
        assert room.sees("O1 cannot be mapped yet: no target, no date and no service named. Which executive")
        await room.keys(ESC)
        assert room.stored("W1.pilot") == "O1"
        await room.settles()
        await room.keys("c")
        assert room.sees("The pilot “Improve service” cannot be mapped: no target, no date and no service named.")


async def test_nothing_to_rank_says_where_objectives_come_from(new: Path) -> None:
    async with entered(new, step=2) as room:
        assert room.sees("No objective yet. Step 1 captures them.")
        await room.keys("g", "k", "w", ESC, TAB, ENTER, "5", ESC)
        assert room.stored("W1.pilot") == ""


CELLS = 4 * 3
"""Objectives of the sample that are not parked, by criteria."""


async def only_two_voters(room: Facilitator) -> None:
    """The sample with two people in the room, and no score that somebody gave yet."""
    shop = room.file.shop
    single = [score.ref for score in shop.of("score")]

    def plan(draft: Draft) -> None:
        for ref in single:
            draft.remove(ref)
        for person in shop.of("person"):
            draft.set(person.ref, "present", "yes" if person.ref in ("H1", "H4") else "no")

    room.room.act(plan, "two voters")


async def test_scores_given_blind_show_together_when_the_last_one_is_given(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await only_two_voters(room)
        await room.keys(TAB, "x")
        assert room.sees("As Chief Customer Officer says, blind")
        await room.keys(*"5" * CELLS)
        assert room.sees("As Finance Director says, blind")
        assert room.stored("O1/H1/impact.value") == "5"
        await room.keys(*"2" * (CELLS - 1))
        assert "•" in room.wall
        assert not room.sees("2–5")
        await room.keys(ESC, BACK)
        assert room.sees("Scores are being given blind")
        assert "█" not in room.wall
        log = [view.title for view in room.room.boards[6].views].index("What changed")
        await room.keys("6", *[TAB] * log)
        assert room.sees("score O4/H4/urgency", "score O4/H4/impact")
        assert not room.sees("“2”")
        await room.keys("2", TAB, ENTER, *["down"] * 3, "right", "right", "1")
        assert room.sees("Revealed: all have scored", "△ 2–5 → 3.5", "△ 1–5 → 3.0", "O1 comes first")
        await room.keys(BACK)
        assert "█" in room.wall


async def test_blind_scores_can_be_revealed_before_all_are_there(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await only_two_voters(room)
        await room.keys(TAB, "x", *"531", "x")
        assert room.sees("Revealed; 2 voices had not scored all of it")
        assert not room.room.view.inside
        await room.keys(ENTER)
        assert room.sees("This is what everybody gave")
        await room.keys("v")
        await room.says("Finance")
        assert room.sees("As Finance Director says")


async def test_what_the_wall_shows_is_nobody_s_own_score(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await only_two_voters(room)
        await room.keys(TAB, "x", *"5" * CELLS, *"2" * CELLS, "p")
        assert room.sees("As the room says", "3.5")
        assert not room.sees("2–5")
        assert "Finance Director" not in room.wall
        await room.keys("p", "v")
        await room.says("Finance")
        await room.keys("p")
        assert room.sees("As the room says")
        assert "Finance Director" not in room.wall


async def test_the_wall_shows_the_spread_where_it_tells_nobodys_own_score(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys(TAB, "p")
        assert room.sees("Lowest–highest → what counts", "4–5 → 5", "△ 3–5 → 4")


async def test_hands_are_counted_objective_by_objective_and_stand_as_bars(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys(TAB, TAB)
        assert room.sees("Hands of 9, and the score", "Hands up: who holds O1 high on impact?")
        await room.keys(ENTER, *"9", *"07", *"3", *"5")
        scores = [room.stored(f"O{number}/-/impact.value") for number in (1, 2, 3, 4)]
        assert scores == ["5", "1", "4", "2"]
        assert room.stored("O1/-/urgency.value") == "3"
        assert room.file.next_undo() == "5 hands of 9: score O1/-/urgency"
        await room.keys(ESC, "u")
        assert room.stored("O1/-/urgency.value") == "4"
        assert " 7 ████" in room.wall


async def test_the_hands_that_made_a_score_are_known_after_reopening(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys(TAB, TAB, ENTER, "2", "5", ESC, "down", "u", "U")
    async with entered(churn, step=2) as room:
        await room.keys(TAB, TAB)
        assert room.sees(" 2 ██", "2 of 9 were up, which makes 2 of 5")
        assert "5 ████" in room.wall
        await room.keys(BACK, ENTER, "3", ESC, TAB)
        assert not room.sees("were up")


async def test_in_a_large_room_two_digits_are_one_count(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys(TAB, TAB, "v")
        room.room.line.answer.value = ""
        await room.says("none")
        assert room.sees("A whole number from 1 to 99")
        room.room.line.answer.value = ""
        await room.says("12")
        await room.keys("1", "2", "1", ENTER, "7")
        assert [room.stored(f"O{number}/-/impact.value") for number in (1, 2, 3)] == ["5", "1", "3"]
        assert room.room.view.ref == "O4"


async def test_without_people_it_is_asked_how_many_vote(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says("Cut churn")
        await room.keys(ESC, "2", TAB, "x")
        assert room.sees("Nobody to score yet")
        await room.keys(TAB, ENTER)
        await room.says("5")
        await room.keys("4", "space")
        assert not room.there("O1/-/urgency")
        assert room.stored("O1/-/impact.value") == "4"


async def test_blind_scoring_goes_on_where_it_was_after_reopening(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await only_two_voters(room)
        await room.keys(TAB, "x", *"5" * CELLS, "2", ESC)
    async with entered(churn, step=0) as room:
        assert room.sees("As Finance Director says, blind")
        await room.keys(BACK)
        assert room.sees("Scores are being given blind")
