"""The closing page on the wall: from anywhere, whole at every size, nothing private, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import faint, told
from room import BACK, ENTER, ESC, Watched, entered

from store.file import WorkshopFile
from workshop.derived.closing import AGAIN, DECIDED, DOES, OPEN, closing


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)])
async def test_it_is_one_key_away_and_reads_whole_at_every_size(churn: Path, size: tuple[int, int]) -> None:
    async with entered(churn, step=2, size=size) as room:
        await room.keys("C")
        assert room.sees("6 Review", "Closing page", DECIDED)
        said = told(room.room.view)
        assert [one.words for one in closing(room.file.shop) if one.words not in said] == []
        assert faint(room.pilot.app) == []
        await room.keys("end")
        assert room.sees(AGAIN, "We look at the numbers again on")


async def test_it_is_the_last_view_of_the_last_step(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        await room.keys(BACK)
        assert room.room.view.title == "Closing page"


async def test_on_the_wall_it_holds_nothing_private(churn: Path) -> None:
    async with entered(churn, step=3, size=(140, 60)) as room:
        await room.keys("n")
        await room.says("Blame the supplier", "decision")
        await room.keys(ESC)
        private = room.file.shop.of("note")[-1].ref
        room.room.act(lambda draft: draft.set(private, "private", "yes"), "private")
        await room.keys("p", "C")
        assert room.sees(DECIDED, DOES, OPEN, AGAIN)
        assert not room.sees("Blame the supplier")
        assert not room.sees("phone the other wholesaler")


async def test_enter_goes_into_what_a_sentence_is_about(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("C", "down", ENTER)
        assert room.room.view.title == "O1"
        await room.keys(ESC)
        assert room.room.view.title == "Closing page"
        await room.keys("home", ENTER)
        assert room.room.view.title == "Closing page"


async def test_it_follows_what_the_room_decides(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("d")
        await room.says("The night team restarts it")
        await room.keys("C")
        assert "Decided (on O1): The night team restarts it." in told(room.room.view)


async def test_the_second_screen_follows_to_it(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("C")
        room.room.second.tell()
        with WorkshopFile.open(churn, write=False) as file:
            app = Watched(file, wall=True)
            async with app.run_test(size=(100, 30)) as pilot:
                await pilot.pause(0.3)
                strips = app.screen._compositor.render_strips()
                said = "\n".join("".join(segment.text for segment in strip) for strip in strips)
        assert DECIDED in said and DOES in said
