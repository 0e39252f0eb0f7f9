"""Terminals with sixteen colours or none: what is in hand is marked all the same; and keys that come very early."""

from __future__ import annotations

import os
import re
import time
from datetime import date
from pathlib import Path

import pytest
from terminal import COMMAND, Terminal

from store.file import WorkshopFile
from store.samples import sample

FEW = {
    "sixteen": {"TERM": "xterm", "COLORTERM": ""},
    "console": {"TERM": "linux", "COLORTERM": ""},
    "no colour": {"NO_COLOR": "1"},
    "neither": {"NO_COLOR": "1", "TERM": "vt220", "COLORTERM": ""},
}
poor = pytest.mark.parametrize("name", FEW)


@pytest.fixture
def churn(tmp_path: Path) -> Path:
    path = tmp_path / "churn.workshop"
    WorkshopFile.create(path, plan=sample("churn", date.today())).close()
    return path


def opened(path: Path, name: str, *words: str) -> Terminal:
    wall = Terminal(COMMAND, *words, str(path), home=path.parent / "home", **FEW[name])
    wall.shows("Golden Thread")
    wall.rests(0.4)
    return wall


def turned(wall: Terminal) -> list[str]:
    """What stands on the screen in reverse, line by line."""
    lines = []
    for y in range(wall.screen.lines):
        cells = (wall.screen.buffer[y][x] for x in range(wall.screen.columns))
        lines.append("".join(cell.data for cell in cells if cell.reverse).strip())
    return [line for line in lines if line]


def marks(wall: Terminal, words: str) -> bool:
    """Whether a line that begins so comes to stand in reverse."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        if any(line.startswith(words) for line in turned(wall)):
            return True
        wall.read(0.05)
    return False


def codes(wall: Terminal) -> set[int]:
    """The numbers of all that was ever said about how letters look."""
    return {int(n or 0) for said in re.findall(rb"\x1b\[([\d;]*)m", wall.raw) for n in said.split(b";")}


@poor
def test_the_row_in_hand_and_the_step_are_marked_without_colour(churn: Path, name: str) -> None:
    with opened(churn, name) as wall:
        wall.keys("down")
        assert marks(wall, "[1 Baseline ✓]") and marks(wall, "O2 ")
        assert not any(line.startswith(("O1 ", "O3 ")) for line in turned(wall))
        wall.keys("o", "down")
        assert marks(wall, "H")
        wall.keys("esc", "3", "right")
        assert marks(wall, "C1 The sales")
        wall.keys("2", "tab", "enter")
        assert marks(wall, "5")
        wall.keys("esc", "?", "down")
        wall.shows("Keys that work here")
        assert marks(wall, "Score for the room")
        wall.keys("esc", "1", "a", "x")
        wall.shows("\n x")
        wall.rests(0.3)
        y = next(y for y, line in enumerate(wall.screen.display) if line.startswith(" x "))
        assert [x for x in range(6) if wall.screen.buffer[y][x].reverse] == [2], "the caret"


@poor
def test_no_colour_is_sent_that_the_terminal_does_not_have(churn: Path, name: str) -> None:
    with opened(churn, name) as wall:
        wall.keys("down", "3", "4", "?", "esc", "a", "x", "esc", "c")
        sent = codes(wall)
        assert not sent & {38, 48}, "256 or more colours"
        if name in ("no colour", "neither"):
            assert not sent & {*range(30, 38), *range(40, 48), *range(90, 108)}
        assert sent & {7} and sent & {1}


@poor
def test_the_second_screen_and_the_launcher_too(churn: Path, name: str) -> None:
    with opened(churn, name, "present") as wall:
        wall.keys("1", "down")
        assert marks(wall, "O2 ")
    with Terminal(COMMAND, home=churn.parent / "home", **FEW[name]) as wall:
        wall.shows("First workshop")
        wall.keys("down")
        assert marks(wall, "New workshop")


def test_many_colours_are_used_where_there_are_many(churn: Path) -> None:
    with Terminal(COMMAND, str(churn), home=churn.parent / "home") as wall:
        wall.shows("6 Review")
        assert 38 in codes(wall)


@pytest.mark.parametrize("wait", [0.15, 0.2, 0.3, 0.5])
def test_ctrl_q_leaves_however_early_it_comes(churn: Path, wait: float) -> None:
    with Terminal(COMMAND, str(churn), home=churn.parent / "home") as wall:
        wall.passes(wait)
        os.write(wall.fd, b"\x11")
        end = time.monotonic() + 6
        while time.monotonic() < end:
            wall.read(0.05)
            if os.waitpid(wall.pid, os.WNOHANG)[0]:
                return
    raise AssertionError(f"still there 6 s after ctrl+q at {wait} s")
