"""The launcher: recent workshops, a new one, the samples, any file by its path."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from room import ENTER, ESC, Facilitator

from screens.app import GoldenThread
from screens.clock import Clock
from screens.launcher import Launcher
from screens.room import Room
from store.file import WorkshopFile


@asynccontextmanager
async def launched() -> AsyncIterator[Facilitator]:
    """The app as it starts without a file."""
    app = GoldenThread(None, clock=Clock(lambda: 0.0))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield Facilitator(pilot, None)  # type: ignore[arg-type]
        if app.file:
            app.file.close()
    assert app.fault is None, repr(app.fault)


async def go_to(room: Facilitator, name: str) -> None:
    """Put the cursor on a way to begin."""
    launcher = room.pilot.app.screen
    assert isinstance(launcher, Launcher)
    names = [choice.name for choice in launcher.choices.rows]
    await room.keys(*["down"] * names.index(name))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is made without a path is made here."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_a_new_workshop_is_made_under_its_name_and_entered(here: Path) -> None:
    async with launched() as room:
        assert room.sees("Golden Thread", "New workshop", "Open by path", "Sample: churn", "Sample: delivery")
        await go_to(room, "New workshop")
        await room.keys(ENTER)
        await room.says("Sales [EU] portal")
        assert isinstance(room.pilot.app.screen, Room)
        assert room.sees("Sales [EU] portal", "1 Baseline")
        await room.keys("a")
        await room.says("Cut churn by Q4 2027")
    with WorkshopFile.open(here / "Sales [EU] portal.workshop", write=False) as file:
        assert file.shop.find("O1").words == "Cut churn by Q4 2027"


async def test_a_name_that_is_taken_is_refused_and_can_be_mended(here: Path) -> None:
    (here / "pilot.workshop").write_text("mine")
    async with launched() as room:
        await go_to(room, "New workshop")
        await room.keys(ENTER)
        await room.says("pilot")
        assert room.sees("✗", "pilot.workshop")
        assert isinstance(room.pilot.app.screen, Launcher)
        await room.says("2")
        assert isinstance(room.pilot.app.screen, Room)
    assert (here / "pilot.workshop").read_text() == "mine"


async def test_a_file_by_its_path(here: Path, churn: Path) -> None:
    async with launched() as room:
        await go_to(room, "Open by path")
        await room.keys(ENTER)
        await room.says(str(here / "nowhere.workshop"))
        assert room.sees("✗")
        assert isinstance(room.pilot.app.screen, Launcher)
        await room.keys(ESC, ENTER)
        await room.says(str(churn))
        assert room.sees("Alder and Finch Wholesale", "1 Baseline")


async def test_a_file_that_is_no_workshop_is_refused_in_one_line(here: Path) -> None:
    (here / "notes.txt").write_text("not a workshop")
    async with launched() as room:
        await go_to(room, "Open by path")
        await room.keys(ENTER)
        await room.says("notes.txt")
        assert room.sees("✗", "notes.txt")


async def test_a_sample_opens_complete(here: Path) -> None:
    async with launched() as room:
        await go_to(room, "Sample: compliance")
        await room.keys(ENTER)
        await room.settles()
        assert room.sees("[1 Baseline ✓]", "6 Review ✓")
    assert (here / "compliance.workshop").exists()


async def test_what_was_opened_is_first_among_the_ways_to_begin(here: Path) -> None:
    async with launched() as room:
        await go_to(room, "New workshop")
        await room.keys(ENTER)
        await room.says("Sales portal")
        await room.settles()
    async with launched() as room:
        launcher = room.pilot.app.screen
        assert isinstance(launcher, Launcher)
        assert launcher.choices.rows[0].name == "Sales portal"
        await room.keys(ENTER)
        assert isinstance(room.pilot.app.screen, Room)


async def test_a_name_with_a_full_stop_still_makes_a_workshop_file(here: Path) -> None:
    async with launched() as room:
        await go_to(room, "New workshop")
        await room.keys(ENTER)
        await room.says("Portal v1.2")
    assert (here / "Portal v1.2.workshop").exists()
