"""The mouse works too: a click chooses, a second one goes in, the wheel moves what is seen."""

from __future__ import annotations

from pathlib import Path

from room import TAB, entered
from textual.events import MouseScrollDown


async def test_a_click_chooses_and_two_go_in(churn: Path) -> None:
    async with entered(churn) as room:
        at = next(y for y, line in enumerate(room.wall.splitlines()) if " O3 " in line)
        await room.pilot.click(offset=(10, at + 1))
        assert room.room.view.ref == "O3"
        await room.pilot.click(offset=(10, at), times=2)
        assert room.sees("O3 Grow the share", "A measurable result")


async def test_a_click_into_a_grid_chooses_the_cell(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys(TAB)
        lines = room.wall.splitlines()
        y = next(y for y, line in enumerate(lines) if " O2 " in line)
        await room.pilot.click(offset=(lines[y].index("5"), y))
        assert (room.room.view.ref, room.room.view.column) == ("O2", 1)


async def test_a_click_on_a_knot_chooses_its_thread(churn: Path) -> None:
    async with entered(churn, size=(140, 40), step=3) as room:
        lines = room.wall.splitlines()
        y = next(y for y, line in enumerate(lines) if "M4 Outages" in line)
        await room.pilot.click(offset=(lines[y].index("M4 Outages"), y))
        assert room.room.view.ref == "M4"


async def test_a_click_beside_the_rows_or_while_a_question_is_open_changes_nothing(churn: Path) -> None:
    async with entered(churn) as room:
        for y in (0, 1, 3, 4, 21, 28):
            await room.pilot.click(offset=(50, y))
        assert room.room.view.ref == "O1"
        await room.keys("a", *"Cut")
        await room.pilot.click(offset=(10, 7))
        await room.keys(*" it")
        assert (room.room.view.ref, room.room.line.answer.value) == ("O1", "Cut it")


async def test_the_wheel_moves_what_is_seen(churn: Path) -> None:
    async with entered(churn, size=(80, 24), step=3) as room:
        stage = room.room.stage
        for _ in range(4):
            await room.pilot._post_mouse_events([MouseScrollDown], stage)
        assert stage.top > 0
        assert room.room.view.at == 0
