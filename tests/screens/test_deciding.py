"""A decision is one key and one line from anywhere; the words that were settled are one key away."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import cut, faint, told, unsaid
from room import ENTER, ESC, TAB, entered


async def test_a_decision_is_one_line_on_what_is_in_hand(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("right", "d")
        assert room.sees("What was decided on C1 The sales portal is back")
        await room.says("The night team may restart without asking")
        kept = room.file.shop.of("note")[-1]
        assert [room.stored(f"{kept.ref}.{name}") for name in ("on", "what", "text")] == [
            "C1", "decision", "The night team may restart without asking",
        ]  # fmt: skip
        assert room.room.view.ref == "C1" and room.sees(f"{kept.ref} is kept as decided")
        await room.keys("u")
        assert not room.there(kept.ref)


async def test_with_nothing_in_hand_the_decision_is_the_workshops(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("d")
        await room.says("We meet on Mondays")
        assert (room.stored("N1.on"), room.stored("N1.what")) == ("W1", "decision")
        await room.keys("d", ENTER)
        assert not room.room.line.display and not room.there("N2")


async def test_d_keeps_its_meaning_in_the_coachs_notes(new: Path) -> None:
    async with entered(new) as room:
        await room.settles()
        await room.keys("c", "d")
        assert room.sees("Why does it not hold here?")


async def test_a_note_can_become_a_decision(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("n")
        await room.says("We meet on Mondays", "decision")
        assert room.stored("N1.what") == "decision"


async def test_the_words_that_were_settled_are_at_hand_anywhere_and_one_is_added_there(new: Path) -> None:
    async with entered(new, step=2) as room:
        await room.keys(TAB)
        before = room.room.view.title
        await room.keys("G")
        assert room.sees("No word is settled yet")
        await room.keys("a")
        await room.says("outage", "The portal takes no orders", "downtime, incident", "")
        assert room.sees("outage", "The portal takes no orders", "downtime, incident", "Instead of")
        await room.keys(ESC, ESC)
        assert room.room.view.title == before
        assert [room.stored(f"T1.{name}") for name in ("term", "definition", "instead_of")] == [
            "outage", "The portal takes no orders", "downtime, incident",
        ]  # fmt: skip


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)])
async def test_the_glossary_says_all_of_each_word_at_every_size(churn: Path, size: tuple[int, int]) -> None:
    async with entered(churn, size=size, step=6) as room:
        await room.keys("G")
        assert unsaid(room.room.view) == [] and cut(room.room.view) == [] and faint(room.pilot.app) == []
        said = "".join(told(room.room.view).split())
        for term in room.file.shop.of("term"):
            assert all("".join(str(value).split()) in said for value in term.values().values())


async def test_the_glossary_may_stand_on_the_wall(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("p", "G")
        assert room.sees(room.file.shop.of("term")[0].words)
        await room.keys("a", ENTER, ENTER)
        assert not room.room.line.display
        await room.keys("G")
        assert not room.sees("Coach")


async def test_the_glossary_of_step_4_is_the_same(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        await room.keys(TAB, TAB)
        assert room.sees("Instead of", "What we mean")
