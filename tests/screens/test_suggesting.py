"""Suggestions from the catalogue, and notes of the coach that the room sets aside."""

from __future__ import annotations

from pathlib import Path

from room import ENTER, ESC, entered

from workshop.records import Dismissal, Outcome


async def test_s_suggests_outcomes_for_an_objective_with_the_reason_and_enter_takes_one(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        before = len(room.file.shop.all(Outcome))
        await room.keys("s")
        assert room.sees("Suggestions for O1", "O1 is about customer satisfaction")
        first = room.room.view.rows[0].title
        await room.keys(ENTER)
        assert len(room.file.shop.all(Outcome)) == before + 1
        assert first not in [suggestion.title for suggestion in room.room.view.rows]
        await room.keys(ESC, "u")
        assert len(room.file.shop.all(Outcome)) == before


async def test_an_unmapped_objective_is_led_to_whole_threads_by_suggestions_alone(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        room.room.go_to("O3")
        await room.keys("s", ENTER, ESC)
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
