"""The longest time for which the room answers no key while something long goes on in it."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.paired import Figure
from benchmarks.workshops import made, parted

LONGEST = 0.05
"""Seconds for which a key may wait."""
_GOALS, _THREADS = 500, 5_000


def figures() -> list[Figure]:
    """The workbook handed over and a break-out joined, each while the room goes on."""
    with TemporaryDirectory() as folder:
        main = Path(folder, "main.workshop")
        made(main, objectives=_GOALS, threads=_THREADS)
        other = parted(main, _GOALS)
        join = ["J", "ctrl+u", *str(other), "enter"]
        return [
            _figure("export", asyncio.run(_held(main, ["e", "enter", "enter"], "Handed over"))),
            _figure("merge", asyncio.run(_held(main, join, "Join it?"))),
            _figure("merge, taken in", asyncio.run(_held(main, join, "takes it back"))),
        ]


def _figure(name: str, held: float) -> Figure:
    return Figure(f"{name}: longest hold, {_THREADS:,} threads", held, LONGEST, *[held / LONGEST] * 3, 1.0)


async def _held(main: Path, keys: list[str], until: str) -> float:
    """The longest gap between two turns of the loop, from the last key until these words are on the wall."""
    from screens.app import GoldenThread
    from store.file import WorkshopFile

    path = Path(shutil.copy(main, main.with_name("held.workshop")))
    path.with_suffix(".xlsx").unlink(missing_ok=True)
    with chdir(main.parent), WorkshopFile.open(path, hold=True) as file:
        app = GoldenThread(file, step=1, scratch=True)
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause(1.5)
            await pilot.press(*keys[:-1])
            await pilot.pause(0.3)
            ticking = asyncio.create_task(_longest())
            await pilot.press(keys[-1])
            for _ in range(600):
                await asyncio.sleep(0.05)
                shown = "".join(strip.text for strip in app.screen._compositor.render_strips())
                if until in shown:
                    break
                if until == "takes it back" and "Join it?" in shown:
                    await pilot.press("enter")
            else:
                raise TimeoutError(f"{until} never came")
            ticking.cancel()
            return await ticking
    raise AssertionError


async def _longest() -> float:
    longest, before = 0.0, perf_counter()
    try:
        while True:
            await asyncio.sleep(0.001)
            now = perf_counter()
            longest, before = max(longest, now - before), now
    except asyncio.CancelledError:
        return longest
