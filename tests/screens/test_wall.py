"""The wall as a picture, kept to be looked at: six steps of the churn workshop at three sizes, and both themes.

After a change that is meant: `pytest tests/screens/test_wall.py --snapshot-update`, and look at what changed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from room import Facilitator, still
from textual.pilot import Pilot

from screens.app import GoldenThread
from store.file import WorkshopFile
from workshop.steps import STEPS, Step

SIZES = [(80, 24), (100, 30), (140, 40)]
Compare = Callable[..., bool]


def pictured(compare: Compare, path: Path, step: int, size: tuple[int, int], theme: str, *keys: str) -> bool:
    """Whether the wall looks as it did when the picture was taken."""
    with WorkshopFile.open(path, hold=True) as file:
        app = GoldenThread(file, clock=still(), step=step)
        app.theme = theme

        async def settle(pilot: Pilot[int]) -> None:
            facilitator = Facilitator(pilot, file)
            await facilitator.settles()
            await facilitator.keys(*keys)

        return compare(app, terminal_size=size, run_before=settle)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_on_the_wall(snap_compare: Compare, churn: Path, step: Step, size: tuple[int, int]) -> None:
    assert pictured(snap_compare, churn, step.number, size, "golden-dark")


@pytest.mark.parametrize("step", [1, 3], ids=["list", "thread"])
def test_on_a_wall_in_daylight(snap_compare: Compare, churn: Path, step: int) -> None:
    assert pictured(snap_compare, churn, step, (100, 30), "golden-light")


@pytest.mark.parametrize(
    ("step", "keys"),
    [(3, ("right", "l")), (3, ("m", "enter")), (1, ("enter", "down", "down", "enter")), (4, ("p",))],
    ids=["question", "grid", "card", "presenter"],
)
def test_in_the_middle_of_it(snap_compare: Compare, churn: Path, step: int, keys: tuple[str, ...]) -> None:
    assert pictured(snap_compare, churn, step, (100, 30), "golden-dark", *keys)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_help_over_the_wall(snap_compare: Compare, churn: Path, size: tuple[int, int]) -> None:
    assert pictured(snap_compare, churn, 3, size, "golden-dark", "?", "down")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_express_path(snap_compare: Compare, new: Path, size: tuple[int, int]) -> None:
    said = (*"Cut churn from 9% to 6% by 31 Dec 2027", "enter", *"Sales portal", "enter", "down")
    assert pictured(snap_compare, new, 1, size, "golden-dark", "X", *said)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_launcher(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(GoldenThread(None), terminal_size=size, press=["down"])


@pytest.mark.parametrize("theme", ["golden-dark-few", "golden-light-few"])
def test_with_few_colours(snap_compare: Compare, churn: Path, theme: str) -> None:
    assert pictured(snap_compare, churn, 3, (100, 30), theme, "right")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("key", ["2", "3", "4", "5", "6"])
def test_the_second_screen(snap_compare: Compare, churn: Path, key: str, size: tuple[int, int]) -> None:
    with WorkshopFile.open(churn, write=False) as file:
        assert snap_compare(GoldenThread(file, wall=True), terminal_size=size, press=[key])
