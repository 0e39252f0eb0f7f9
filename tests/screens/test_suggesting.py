"""Suggestions from the catalogue, and notes of the coach that the room sets aside."""

from __future__ import annotations

from pathlib import Path

from room import ENTER, ESC, TAB, entered

from workshop.records import Dismissal, Outcome


async def test_s_suggests_outcomes_for_an_objective_with_the_reason_and_enter_takes_one(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        before = len(room.file.shop.all(Outcome))
        await room.keys("s")
        assert room.sees("Suggestions for O1", "O1 is about customer satisfaction")
        assert room.sees("Customer satisfaction often hangs on services that are open")
        first = room.room.view.rows[0].title
        await room.keys(ENTER, ENTER)
        assert len(room.file.shop.all(Outcome)) == before + 1
        assert first not in [suggestion.title for suggestion in room.room.view.rows]
        await room.keys(ESC, "u")
        assert len(room.file.shop.all(Outcome)) == before


async def test_an_unmapped_objective_is_led_to_whole_threads_by_suggestions_alone(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        room.room.go_to("O3")
        await room.keys("s", ENTER, ENTER, ESC)
        outcome = room.file.shop.all(Outcome)[-1]
        room.room.go_to(outcome.ref)
        await room.keys("s")
        assert room.sees(f"Suggestions for {outcome.ref}")
        await room.keys(ENTER, ESC)
        assert [link.outcome for link in room.file.shop.of("link")].count(outcome.ref) == 1  # type: ignore[attr-defined]


async def test_where_everything_is_there_it_says_so(new: Path) -> None:
    async with entered(new, step=2) as room:
        await room.keys("s")
        assert room.sees("Suggestions")
        await room.keys(ESC)
        assert room.sees("Ranking")


async def test_a_note_of_the_coach_is_set_aside_with_the_reason_and_undone(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        await room.keys("c")
        note = room.room.view.rows[0].message
        await room.keys("d")
        await room.says("Asked; it holds")
        assert note not in [finding.message for finding in room.room.view.rows]
        found = room.file.shop.all(Dismissal)[-1]
        assert room.stored(f"{found.ref}.reason") == "Asked; it holds"
        await room.settles()
        assert note not in [finding.message for finding in room.room.advice.findings]
        await room.keys(ESC, "u")
        await room.settles()
        assert note in [finding.message for finding in room.room.advice.findings]


async def test_a_statement_lights_up_while_it_is_typed_and_tab_fills_the_fields(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.keys(*(_named(c) for c in "Improve service"))
        assert room.sees("Which service, measured how, from what to what, by when?")
        await room.keys(*["backspace"] * 15)
        await room.says("Cut customer churn from 9% to 6% by 31 December 2027")
        assert room.sees("O1 kept. Tab fills in today 9%, target 6%, due 31 Dec 2027")
        await room.keys("tab")
        assert (room.stored("O1.baseline"), room.stored("O1.target")) == ("9%", "6%")
        assert room.stored("O1.due") == "2027-12-31"


def _named(character: str) -> str:
    return "space" if character == " " else character


async def test_an_outcome_lights_up_on_the_map_too_and_q_asks_the_next_question(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("q")
        assert room.sees("From which value to which, for which service, by when?")
        await room.keys("a", *(_named(c) for c in "Faster incident resolution"))
        assert room.sees("which service, from which value to which, by when?")


async def test_an_empty_list_is_offered_what_it_lists_and_a_goes_on_adding(new: Path) -> None:
    async with entered(new) as room:
        await room.keys(TAB, TAB, "s")
        assert room.sees("Suggestions for processes", "New process: Incident management")
        await room.keys(ENTER)
        assert room.stored("P1.name") == "Incident management"
        await room.keys("a", *"Change control", ENTER)
        assert room.stored("P2.name") == "Change control"
