"""The mouse works too: a click chooses, a second one goes in, the wheel moves what is seen."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from room import ENTER, ESC, TAB, Facilitator, Watched, entered
from textual.events import MouseScrollDown

from screens.room import Room
from screens.views.findings import Findings
from store.file import WorkshopFile
from workshop.steps import STEPS


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
        for y in (0, 2, 4, 19, 21):
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


def at(room: Facilitator, words: str, line: str = "") -> tuple[int, int]:
    """The cell in which these words begin, on the first line that has the others too."""
    y, text = next((y, text) for y, text in enumerate(room.wall.splitlines()) if words in text and line in text)
    return text.index(words), y


async def click(room: Facilitator, words: str, line: str = "") -> None:
    """Click into these words."""
    x, y = at(room, words, line)
    await room.pilot.click(offset=(x + (len(words) > 1), y))
    await room._painted()


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)], ids=str)
async def test_a_click_on_the_rail_goes_to_the_step(churn: Path, size: tuple[int, int]) -> None:
    async with entered(churn, size=size) as room:
        for step in (*STEPS[::-1], *STEPS):
            await click(room, f"{step.number} {step.name}")
            assert room.room.number == step.number
        await room.keys(ENTER)
        await click(room, "4 Validate")
        assert (room.room.number, room.room.over) == (4, [])


@pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=str)
async def test_a_click_on_a_tab_shows_that_list(churn: Path, size: tuple[int, int]) -> None:
    async with entered(churn, size=size) as room:
        await click(room, "Processes", "Objectives")
        assert room.room.view.title == "Processes"
        await click(room, "‹" if size[0] == 80 else "Services", "Processes")
        assert room.room.view.title == "Services"
        while "›" in room.wall.splitlines()[3]:
            before = room.room.boards[1].at
            await click(room, "›")
            assert room.room.boards[1].at > before
        await room.keys(ENTER)
        await click(room, "‹ esc")
        assert not room.room.over


async def test_every_key_of_the_footer_works_by_a_click(churn: Path) -> None:
    async with entered(churn, size=(140, 40)) as room:
        await click(room, "add  ", "? help")
        assert room.sees("What result does the business want")
        await click(room, "leave", "↑↓ choose")
        assert not room.room.line.display
        await click(room, "next list", "? help")
        assert room.room.view.title == "Services"
        await click(room, "owner", "? help")
        assert room.sees("S1 Who answers for it?")
        await room.keys(*"Zoe")
        await click(room, "keep", "↑↓ choose")
        assert room.stored("S1.owner") == "Zoe"
        await click(room, "undo", "? help")
        assert room.stored("S1.owner") != "Zoe"
        await click(room, "help", "? help")
        assert room.room.over
        await click(room, "back", "esc back")
        await click(room, "commands", "? help")
        await room.settles()
        assert not isinstance(room.pilot.app.screen, Room)


async def test_a_click_into_the_foot_opens_the_coach_and_asks_the_next_question(churn: Path) -> None:
    async with entered(churn) as room:
        await click(room, "Ask the room")
        assert room.sees(STEPS[0].questions[1])
        await click(room, "Coach")
        assert isinstance(room.room.view, Findings)


async def test_a_click_on_an_option_answers_with_it(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("o")
        await click(room, "Finance Director", "H")
        ref = room.stored("O1.owner")
        assert room.file.shop.find(ref).words == "Finance Director"
        assert not room.room.line.display
        await room.keys("slash")
        line = room.room.line
        await room.pilot._post_mouse_events([MouseScrollDown, MouseScrollDown], line)
        assert line._at >= 0
        await click(room, "O4  Cut the hours")
        assert room.room.view.ref == "O4"


async def test_a_click_elsewhere_leaves_an_open_question_its_keys(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("a", *"Cut")
        await click(room, "3 Map")
        await click(room, "Services")
        await click(room, "What result does the business want")
        await room.keys(*" it")
        assert (room.room.number, room.room.view.title, room.room.line.answer.value) == (1, "Objectives", "Cut it")


async def test_clicks_on_the_wall_alone_change_nothing(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("p")
        before = room.file.last_n()
        for y in range(0, 30, 3):
            for x in range(1, 99, 25):
                await room.pilot.click(offset=(x, y))
        assert room.room.walled
        assert (room.file.last_n(), room.room.number) == (before, 3)


async def test_the_launchers_keys_work_by_a_click(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = Watched(None)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        room = Facilitator(pilot, None)  # type: ignore[arg-type]
        await click(room, "by path", "^q leave")
        assert room.sees("Open which workshop?")
        await click(room, "leave", "↑↓ choose")
        await click(room, "Sample: delivery")
        x, y = at(room, "Sample: delivery")
        await pilot.click(offset=(x, y), times=2)
        await room.settles()
        assert isinstance(app.screen, Room)
        assert app.file
        app.file.close()


@pytest.mark.parametrize(("seed", "size"), [(1, (80, 24)), (2, (100, 30)), (3, (30, 8))])
async def test_wherever_one_clicks_nothing_fails_and_the_disk_holds_it(
    churn: Path, seed: int, size: tuple[int, int]
) -> None:
    chance = random.Random(seed)
    async with entered(churn, size=size) as room:
        for _ in range(50):
            if not isinstance(room.pilot.app.screen, Room):  # the palette
                await room.keys(ESC)
                continue
            if chance.random() < 0.4:
                await room.keys(chance.choice([*"123456XXolakm?", "enter", "down", "right", ESC]))
            x, y = chance.randrange(size[0]), chance.randrange(size[1])
            await room.pilot.click(offset=(x, y), times=chance.choice([1, 1, 2]))
            await room._painted()
        with WorkshopFile.open(churn, write=False) as other:
            assert {r.ref: r.values() for r in other.shop} == {r.ref: r.values() for r in room.file.shop}
