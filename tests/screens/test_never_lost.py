"""Left and opened again, one is where one was; so too after the window was nothing for a while."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from room import ENTER, ESC, TAB, Facilitator, Watched, entered, still

from screens.clock import Clock
from screens.views.thread_map import ThreadMap
from screens.views.walk import Walk
from store import places
from store.file import WorkshopFile


def below(wall: str) -> str:
    """The wall without its first line, which has the time."""
    return wall.partition("\n")[2]


@asynccontextmanager
async def reopened(path: Path) -> AsyncIterator[Facilitator]:
    """The app on this file as somebody starts it, wherever that leads."""
    with WorkshopFile.open(path, hold=True) as file:
        app = Watched(file, clock=Clock(lambda: 0.0))
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            facilitator = Facilitator(pilot, file)
            await facilitator.settles()
            yield facilitator


@pytest.mark.parametrize(
    "keys",
    [
        ("1", "down", "down"), ("1", TAB, TAB, "down"), ("3", "right", "down", "right", "down"), ("3", "down", "z"),
        ("2", TAB, "down", "right", "right"), ("4", "right", "down", "down"), ("4", TAB, "down", "right"), ("5", TAB),
        ("6", "end"), ("1", "down", ENTER, "down", "down", "down"), ("3", "m", "right", "down"),
    ],
    ids="+".join,
)  # fmt: skip
async def test_left_and_opened_again_one_is_where_one_was(churn: Path, keys: tuple[str, ...]) -> None:
    async with entered(churn) as room:
        await room.keys(*keys)
        before, view = below(room.wall), room.room.view
        there = (room.room.number, type(view), view.ref, view.at, view.column)
    async with reopened(churn) as room:
        view = room.room.view
        assert (room.room.number, type(view), view.ref, view.at, view.column) == there
        assert below(room.wall) == before


async def test_what_was_folded_stays_folded(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("space")
        before = below(room.wall)
        assert "▸" in before
    async with reopened(churn) as room:
        assert below(room.wall) == before


async def test_where_one_is_is_kept_while_one_works(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("3", "right", "down")
        here = room.room.view.ref
        room.room.coming_back.note()
        room.room.coming_back.note()
        kept = list((places.state() / "whereabouts").iterdir())  # a killed app leaves it as it is now
        assert [json.loads(file.read_text())["ref"] for file in kept] == [here]
        before = kept[0].stat().st_mtime_ns
        room.room.coming_back.note()
        assert kept[0].stat().st_mtime_ns == before


async def test_a_record_that_is_gone_and_a_place_that_cannot_be_lead_to_the_beginning(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("3", "z", "1", "down", "down", "3")
    with WorkshopFile.open(churn) as file:
        file.act(lambda draft: draft.remove("O1"), why="remove", step=1)
    async with reopened(churn) as room:
        assert isinstance(room.room.view, ThreadMap) and room.room.view.rows
    for said in ("", "[]", '{"step": 9}', '{"step": 4, "at": 77, "row": -5, "column": "x", "of": [1]}',
                 '{"step": 3, "at": 0, "row": 1e9, "alone": "O99", "folded": {"a": 1}, "over": 3}'):  # fmt: skip
        for file in (places.state() / "whereabouts").iterdir():
            file.write_text(said)
        async with reopened(churn) as room:
            assert room.room.view.rows, said
    assert Walk().alone == ""


@pytest.mark.parametrize("keys", [("down",), ("3", "right", "down"), ("a", *"Half a thou"), ("2", TAB, ENTER), ("?",),
                                  (ENTER, "down", "down", ENTER)], ids="+".join)  # fmt: skip
async def test_a_window_made_nothing_keeps_everything(churn: Path, keys: tuple[str, ...]) -> None:
    async with entered(churn) as room:
        await room.keys(*keys)
        before, view = below(room.wall), room.room.view
        place = view.place()
        for size in ((10, 4), (1, 1), (2, 40), (200, 1), (10, 4), (100, 30)):
            await room.pilot.resize_terminal(*size)
            await room.pilot.pause()
            assert view.place() == place, size
        assert below(room.wall) == before


async def test_one_goes_on_in_a_window_of_nothing(churn: Path) -> None:
    async with entered(churn, size=(10, 4)) as room:
        for step in "123456":
            await room.keys(step, TAB, "down", "right", ENTER, ESC, ESC, "c", ESC, "?", "down", ESC, "a", *"x", ESC)
        await room.pilot.resize_terminal(100, 30)
        await room.keys("1")
        assert room.sees("Golden Thread", "1 Baseline")


async def test_the_history_of_one_answer_from_its_card(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("o")
        await room.says("Finance Director")
        await room.keys(ENTER, "h")
        assert room.sees("History of O1, statement")
        assert not room.sees("Finance Director")
        await room.keys(ESC)
        card = room.room.view
        at = next(i for i, spec in enumerate(card.rows) if spec.name == "owner")
        await room.keys(*["down"] * at, "h")
        assert room.sees("History of O1, owner", "Owner: “Finance Director”")
        assert not room.sees("Statement:")


async def test_an_open_question_is_laid_out_anew_in_a_window_of_another_size(churn: Path) -> None:
    async with entered(churn, size=(10, 4)) as room:
        await room.keys("1", "a")
        await room.says("Cut the time to ship by Q4 2027")
        await room.pilot.resize_terminal(100, 30)
        await room.pilot.pause()
        assert "✓ O6 kept. Tab fills in due 31 Mar 2027" in room.wall
        assert "What result does the business want, how much of it, and by when?" in room.wall


async def test_of_a_scratch_workshop_nothing_is_remembered(churn: Path) -> None:
    with WorkshopFile.open(churn, hold=True) as file:
        async with Watched(file, clock=still(), step=1, scratch=True).run_test() as pilot:
            room = Facilitator(pilot, file)
            await room.settles()
            await room.keys("3", "down", *"a", *"Half a thought", ESC)
            room.room.coming_back.note()
            room.room.coming_back.note()
    assert not list(places.state().glob("sessions/*")) and not list(places.state().glob("whereabouts/*"))


async def test_ctrl_c_never_leaves_and_takes_nothing_that_is_typed(churn: Path) -> None:
    async with entered(churn, step=1) as room:
        await room.keys("ctrl+c")
        assert room.pilot.app.is_running and room.sees("Golden Thread")
        await room.keys("a", *"Half a sen", "ctrl+c", *"tence", ENTER)
        assert room.pilot.app.is_running
        assert room.stored(f"{room.file.shop.of('objective')[-1].ref}.statement") == "Half a sentence"
