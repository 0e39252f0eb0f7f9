"""The launcher: recent workshops, a new one, the samples, any file by its path."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from looking import faint
from room import ENTER, ESC, TAB, Facilitator

from screens.app import GoldenThread
from screens.clock import Clock
from screens.launcher import Launcher
from screens.room import Room
from store import glance, merge
from store.file import WorkshopFile
from store.recent import recent, remember


@asynccontextmanager
async def launched(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Facilitator]:
    """The app as it starts without a file."""
    app = GoldenThread(None, clock=Clock(lambda: 0.0))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Facilitator(pilot, None)  # type: ignore[arg-type]
        if app.file:
            app.file.close()
    assert app.fault is None, repr(app.fault)


async def go_to(room: Facilitator, name: str) -> None:
    """Put the cursor on a way to begin."""
    launcher = room.pilot.app.screen
    assert isinstance(launcher, Launcher)
    names = [way.name for way in launcher.ways.rows]
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
        assert launcher.ways.rows[0].name == "Sales portal"
        await room.keys(ENTER)
        assert isinstance(room.pilot.app.screen, Room)


async def test_what_was_left_last_is_first_and_a_break_out_says_that_it_is_one(here: Path, churn: Path) -> None:
    with WorkshopFile.open(churn) as file:
        merge.fork(file, churn.with_name("group.workshop"))
    for path in (churn, churn.with_name("group.workshop"), churn):
        app = GoldenThread(WorkshopFile.open(path, hold=True))
        assert app.file
        app.leave(app.file)
    assert [one.title for one in recent()[:2]] == ["Keep our trade customers", "Keep our trade customers · break-out"]


async def test_a_name_with_a_full_stop_still_makes_a_workshop_file(here: Path) -> None:
    async with launched() as room:
        await go_to(room, "New workshop")
        await room.keys(ENTER)
        await room.says("Portal v1.2")
    assert (here / "Portal v1.2.workshop").exists()


async def looked(room: Facilitator) -> Launcher:
    """The launcher, when it has looked at all workshops."""
    launcher = room.pilot.app.screen
    assert isinstance(launcher, Launcher)
    await room.settles()
    return launcher


async def test_recent_workshops_say_how_far_they_are_where_and_since_when(here: Path, new: Path, churn: Path) -> None:
    remember(new, "Sales portal")
    remember(churn, "Trade customers")
    async with launched() as room:
        await looked(room)
        assert room.sees("Keep our trade customers", "✓✓✓✓✓✓ 6 of 6 ready", "just now", str(churn)[-30:])
        assert room.sees("Baseline ready · Select ready")
        await room.keys("down")
        assert room.sees("○○○○○○ 0 of 6 ready", "Baseline not begun")


async def test_a_workshop_that_is_gone_says_so_is_looked_for_and_found(here: Path, churn: Path) -> None:
    remember(churn, "Trade customers")
    (here / "elsewhere").mkdir()
    moved = Path(shutil.move(churn, here / "elsewhere" / "trade.workshop"))
    async with launched() as room:
        launcher = await looked(room)
        assert room.sees("Trade customers", "not there any more", "Enter looks for it, del forgets it")
        await room.keys(ENTER)
        assert room.sees("churn.workshop is not there any more; where is it now?", "elsewhere/")
        await room.keys(*"else", ENTER, "down", ENTER)
        await room.settles()
        assert launcher.app.screen is not launcher
        assert room.sees("Alder and Finch Wholesale", "1 Baseline")
    assert [one.path for one in recent()] == [str(moved)]


async def test_del_takes_a_workshop_off_the_list_and_leaves_its_file(here: Path, churn: Path) -> None:
    remember(churn, "Trade customers")
    async with launched() as room:
        await room.keys("delete")
        assert not room.sees("Trade customers · ")
        assert room.sees("off the list; its file is left alone")
        await room.keys("delete")
    assert recent() == []
    assert churn.exists()


async def test_a_broken_workshop_says_so_in_one_line_and_opens_nothing(here: Path, churn: Path) -> None:
    data = bytearray(churn.read_bytes())
    data[4096:8192] = b"x" * 4096
    churn.write_bytes(data)
    remember(churn, "Trade customers")
    (here / "notes.workshop").write_text("not a workshop " * 20)
    remember(here / "notes.workshop", "Notes")
    async with launched() as room:
        await looked(room)
        assert room.sees("✗ cannot be opened", "is no workshop: it is no database")
        await room.keys("down")
        assert room.sees("is damaged")
        await room.keys(ENTER)
        assert isinstance(room.pilot.app.screen, Launcher)


HOLDS = (
    "import sys; from store.file import WorkshopFile; f = WorkshopFile.open(sys.argv[1], hold=True); print(1); input()"
)


async def test_a_workshop_that_somebody_has_open_says_who(here: Path, churn: Path) -> None:
    remember(churn, "Trade customers")
    pipe = subprocess.PIPE
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", HOLDS, churn], stdin=pipe, stdout=pipe, text=True, cwd=root) as other:
        assert other.stdout and other.stdout.readline()
        async with launched() as room:
            await looked(room)
            assert room.sees("● in use", f"(process {other.pid})", "it can only be read")
            other.communicate("\n")
    async with launched() as room:
        await looked(room)
        assert not room.sees("in use")


async def test_the_list_is_there_and_opens_before_anything_was_looked_at(
    here: Path, churn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(19):
        remember(here / f"{n}.workshop", f"Number {n}")
    remember(churn, "Trade customers")

    def slow(path: Path, go_on: Callable[[], bool]) -> None:
        while go_on():
            time.sleep(0.01)

    monkeypatch.setattr(glance, "glance", slow)
    async with launched() as room:
        assert room.sees("Trade customers", "Number 18", "…")
        await room.keys(ENTER)
        assert isinstance(room.pilot.app.screen, Room)


async def test_keys_and_paths_are_completed(here: Path, churn: Path) -> None:
    (here / "Sales").mkdir()
    shutil.copy(churn, here / "Sales" / "portal.workshop")
    async with launched() as room:
        await room.keys("o", *"sal", TAB)
        assert room.sees("Sales/", "portal.workshop")
        await room.keys(*"por", ENTER)
        assert isinstance(room.pilot.app.screen, Room)
    async with launched() as room:
        await room.keys("n")
        assert room.sees("What is the new workshop's file called?", f"kept in {here}"[:40])
        await room.keys(ENTER)
        assert room.sees("✗ A workshop's file needs a name")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40), (20, 5)], ids=str)
@pytest.mark.parametrize("theme", ["golden-dark", "golden-light"])
async def test_the_launcher_stands_out_and_fills_the_wall(churn: Path, size: tuple[int, int], theme: str) -> None:
    remember(churn, "Trade customers")
    remember(churn.parent / "gone.workshop", "Gone")
    async with launched(size) as room:
        await looked(room)
        room.pilot.app.theme = theme
        await room.pilot.pause()
        assert len(room.wall.splitlines()) == size[1]
        assert faint(room.pilot.app) == []
        await room.keys("down", "o")
        assert faint(room.pilot.app) == []


@pytest.fixture
def many(here: Path, churn: Path, new: Path) -> Path:
    """A folder with two workshops and a broken one."""
    place = here / "all of them"
    place.mkdir()
    for path in (churn, new):
        shutil.copy(path, place)
    (place / "broken.workshop").write_bytes(b"no database at all" * 20)
    return place


async def test_the_workshops_of_a_folder_are_read_together_and_left_again(here: Path, many: Path) -> None:
    async with launched((100, 30)) as room:
        await go_to(room, "Many together")
        await room.keys(ENTER)
        assert room.sees("The workshops of which folder?", "this folder", "all of them")
        await room.keys("down", ENTER, ENTER)
        for _ in range(100):
            await room.pilot.pause(0.02)
            if room.sees("2 workshops with"):
                break
        assert room.sees("Portfolio of all of them", "2 workshops with", "Incident management")
        assert faint(room.pilot.app) == []
        await room.keys("end")
        assert room.sees("broken.workshop")
        await room.keys("e")
        await room.pilot.app.workers.wait_for_complete()
        assert room.sees("Wrote") and (many / "portfolio.xlsx").stat().st_size > 5_000
        await room.keys(ESC)
        assert isinstance(room.pilot.app.screen, Launcher)
        assert room.sees("Many together")


async def test_a_folder_without_workshops_or_none_at_all_is_one_line(here: Path) -> None:
    (here / "empty").mkdir()
    async with launched() as room:
        await room.keys("P", "ctrl+u", *str(here / "empty"), ENTER)
        assert room.sees("There is no workshop in") and isinstance(room.pilot.app.screen, Launcher)
        await room.keys("ctrl+u", *"/not/there", ENTER)
        assert room.sees("is no folder")
