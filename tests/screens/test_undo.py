"""Undo and redo: whatever the room did is taken back by `u` and done again by `U`, by name, across reopening."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from making import picture
from room import BACK, ENTER, ESC, TAB, Facilitator, entered

from store.file import WorkshopFile


async def add(room: Facilitator) -> str:
    await room.keys(TAB, "a")
    await room.says("Warehouse scanners")
    await room.keys(ESC)
    return "add service"


async def edit(room: Facilitator) -> str:
    await room.keys("o")
    await room.says("Finance Director")
    return "O1 owner"


async def remove(room: Facilitator) -> str:
    await room.keys(TAB, "delete")
    return "remove S1"


async def move(room: Facilitator) -> str:
    await room.keys("down", "shift+up")
    return "move O2"


async def link(room: Facilitator) -> str:
    await room.keys("3", "right", "l")
    await room.says("Change enablement")
    await room.keys(ESC)
    return "link C1 and P4"


async def unlink(room: Facilitator) -> str:
    await room.keys("3", TAB, ENTER, "space", ESC)
    return "C1 × P1"


async def verdict(room: Facilitator) -> str:
    await room.keys("4", TAB, ENTER, "b", ESC)
    return "Chief Customer Officer on C1: block"


async def score(room: Facilitator) -> str:
    await room.keys("2", TAB, ENTER, "1", ESC)
    return "score O1/-/impact"


async def letter(room: Facilitator) -> str:
    await room.keys("5", ENTER, "r", ESC)
    return "A1/H1 R"


async def pilot(room: Facilitator) -> str:
    await room.keys("2", "down", "g", ESC)
    return "O2 is the pilot"


async def park(room: Facilitator) -> str:
    await room.keys("2", "down", "k")
    await room.says("Later")
    return "park O2"


async def reading(room: Facilitator) -> str:
    await room.keys("6", "a")
    await room.says("48", "")
    return "reading of M1"


async def all_agree(room: Facilitator) -> str:
    await room.keys("4", "g", ENTER)
    return "C1: all agree"


Act = Callable[[Facilitator], Awaitable[str]]
ACTS = (add, edit, remove, move, link, unlink, verdict, score, letter, pilot, park, reading, all_agree)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
async def test_an_act_is_undone_and_done_again_by_its_name(churn: Path, act: Act) -> None:
    async with entered(churn) as room:
        before = picture(room.file.shop)
        name = await act(room)
        after = picture(room.file.shop)
        assert after != before
        await room.keys("u")
        assert room.sees(f"Undone: {name}; U brings it back")
        assert picture(room.file.shop) == before
        await room.keys("U")
        assert room.sees(f"Done again: {name}")
        assert picture(room.file.shop) == after
        with WorkshopFile.open(churn, write=False) as other:
            assert picture(other.shop) == after


async def test_undo_goes_on_where_it_was_after_reopening(churn: Path) -> None:
    async with entered(churn) as room:
        before = picture(room.file.shop)
        await edit(room)
        await remove(room)
        await score(room)
        after = picture(room.file.shop)
        await room.keys("u")
    async with entered(churn) as room:
        await room.keys("u")
        assert room.sees("Undone: remove S1")
        await room.keys("u")
        assert room.sees("Undone: O1 owner")
        assert picture(room.file.shop) == before
    async with entered(churn) as room:
        for name in ("O1 owner", "remove S1", "score O1/-/impact"):
            await room.keys("U")
            assert room.sees(f"Done again: {name}")
        assert picture(room.file.shop) == after
        await room.keys("U")
        assert room.sees("Nothing to redo")


async def test_a_new_answer_ends_what_could_be_done_again(churn: Path) -> None:
    async with entered(churn) as room:
        await edit(room)
        await room.keys("u")
        await remove(room)
        await room.keys("U")
        assert room.sees("Nothing to redo")
        assert room.stored("O1.owner") == "H2"


async def test_undo_has_an_end(new: Path) -> None:
    async with entered(new) as room:
        for _ in range(3):
            await room.keys("u")
        assert room.sees("Nothing to undo")


async def test_removing_takes_what_means_nothing_without_it_and_brings_it_all_back(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("right", "delete")
        assert room.sees("C1 removed; u brings it back")
        assert not any(room.there(ref) for ref in ("C1", "L1", "L2", "V1"))
        assert room.stored("M4.outcomes") == "C2"
        await room.keys("u")
        assert all(room.there(ref) for ref in ("C1", "L1", "L2", "V1"))
        assert room.stored("M4.outcomes") == "C1,C2"
        assert room.sees("C1 The sales portal")


async def test_what_was_moved_stays_in_hand_and_moved_after_reopening(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys(TAB, TAB, "end", "shift+up", "shift+up")
        assert room.room.view.ref == "P6"
    async with entered(churn) as room:
        await room.keys(TAB, TAB)
        assert [row.ref for row in room.room.view.rows] == ["P1", "P2", "P3", "P6", "P4", "P5"]
        await room.keys("home", "shift+up")
        assert room.room.view.rows[0].ref == "P1"


async def test_the_workshop_itself_is_not_removed(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys(BACK, "delete")
        assert room.sees("The workshop itself cannot be removed")
