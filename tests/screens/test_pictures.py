"""Everything that the wall can show, as a picture at three sizes; all of it stands out from its ground.

After a change that is meant: `REDRAW=1 pytest tests/screens/test_pictures.py`, and look at what changed.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from looking import faint
from pictured import hangs, picture
from room import Facilitator, Watched, entered, still
from sights import SIGHTS, Pasted, Sight
from textual.app import App
from textual.command import CommandPalette

from screens.text import width_of
from store.file import WorkshopFile

SIZES = [(80, 24), (100, 30), (140, 40)]
NAMED = {sight.name: sight for sight in SIGHTS}


@pytest.fixture(autouse=True)
def _nine_o_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was done was done on one morning."""
    for view in ("log", "versions"):
        monkeypatch.setattr(f"screens.views.{view}.stamp", lambda iso: "2026-11-24 09:00")


async def there(room: Facilitator, sight: Sight) -> None:
    """Do what leads to the sight."""
    for key in sight.keys:
        await (room.pastes(key) if isinstance(key, Pasted) else room.keys(key))
    await room.settles()


async def looks_good(room: Facilitator, name: str) -> None:
    """At each size: it fills the window, nothing is faint, and it is as it was found good."""
    for size in SIZES:
        await room.pilot.resize_terminal(*size)
        await room.settles()
        lines = room.wall.split("\n")
        assert len(lines) == size[1] and max(map(width_of, lines)) <= size[0]
        assert too_faint(room.pilot.app) == []
        hangs(f"{re.sub('[^a-z0-9]+', '-', name.lower()).strip('-')}.{size[0]}x{size[1]}", picture(room.pilot.app))


def too_faint(app: App[int]) -> list[str]:
    """What is too faint; under the palette, what it covers is faint on purpose."""
    if isinstance(app.screen, CommandPalette):
        return [words for part in app.screen.query("CommandList, Input") for words in faint(app, part.region)]
    return faint(app)


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
async def test_on_the_wall(new: Path, churn: Path, sight: Sight) -> None:
    async with entered(churn if sight.workshop == "churn" else new, SIZES[0], sight.step) as room:
        await there(room, sight)
        await looks_good(room, sight.name)


@pytest.mark.parametrize("name", ["1 objectives", "3 threads", "card, asking", "scores, in the grid"])
@pytest.mark.parametrize("theme", ["golden-light", "golden-dark-few", "golden-light-few"])
async def test_in_daylight_and_with_few_colours(churn: Path, theme: str, name: str) -> None:
    async with entered(churn, SIZES[0], NAMED[name].step) as room:
        room.pilot.app.theme = theme
        await there(room, NAMED[name])
        await looks_good(room, f"{name} {theme}")


async def test_the_launcher(home: Path) -> None:
    async with Watched(None).run_test(size=SIZES[0]) as pilot:
        await pilot.press("down")
        await looks_good(Facilitator(pilot, None), "launcher")  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["1", "2", "3", "4", "5", "6"])
async def test_the_second_screen(churn: Path, key: str) -> None:
    with WorkshopFile.open(churn, write=False) as file:
        async with Watched(file, clock=still(), wall=True).run_test(size=SIZES[0]) as pilot:
            await pilot.press(key)
            await looks_good(Facilitator(pilot, file), f"second screen {key}")
