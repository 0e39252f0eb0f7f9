"""What ends, stops or shrinks the app in a real terminal: each time one comes back where one was."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
from terminal import COMMAND, Terminal

from store.file import WorkshopFile
from store.samples import sample
from workshop.state import date


@pytest.fixture
def churn(tmp_path: Path) -> Path:
    path = tmp_path / "churn.workshop"
    WorkshopFile.create(path, plan=sample("churn", date.today())).close()
    return path


def opened(path: Path, home: Path) -> Terminal:
    wall = Terminal(COMMAND, str(path), home=home)
    wall.shows("6 Review ✓")
    wall.rests()
    return wall


def ended(wall: Terminal, seconds: float = 5.0) -> bool:
    """Whether the program ends by itself."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        wall.read(0.05)
        if os.waitpid(wall.pid, os.WNOHANG)[0]:
            return True
    return False


@pytest.mark.parametrize("how", ["SIGKILL", "SIGHUP", "SIGTERM", "ctrl+q", "closed"])
def test_however_it_ends_one_comes_back_where_one_was(tmp_path: Path, churn: Path, how: str) -> None:
    with opened(churn, tmp_path / "home") as wall:
        wall.keys("3", "right", "down", "right")
        wall.passes(0.7)
        before = wall.text.splitlines()[1:]
        if how == "ctrl+q":
            wall.keys("quit")
            assert ended(wall)
        elif how == "closed":
            os.close(wall.fd)
            assert os.waitpid(wall.pid, 0)
        else:
            wall.kill(getattr(signal, how))
    with opened(churn, tmp_path / "home") as wall:
        wall.shows("[3 Map ✓]")
        assert wall.text.splitlines()[1:] == before


def test_suspended_to_the_shell_and_back(tmp_path: Path, churn: Path) -> None:
    with Terminal("bash", "--norc", "-i", home=tmp_path / "home") as wall:
        wall.rests(0.3)
        wall.says(f"PS1='shell> '; {COMMAND} {churn}")
        wall.shows("6 Review ✓")
        wall.rests()
        wall.keys("3", "right")
        wall.shows("In hand       C1")
        wall.rests(0.4)
        before = wall.text
        for _ in range(2):
            wall.keys("\x1a")
            wall.shows("Stopped")
            assert b"\x1b[?1049l" in wall.raw
            wall.says("echo still $((40 + 2))")
            wall.shows("still 42")
            wall.raw = b""
            wall.says("fg")
            wall.shows("[3 Map ✓]")
            wall.rests(0.4)
            assert wall.text.splitlines()[1:] == before.splitlines()[1:]
        wall.keys("1", "a")
        wall.says("Cut the time to ship by Q4 2027")
        wall.shows("O6 kept")
        wall.keys("\x1a")
        wall.shows("Stopped")
        wall.says("fg")
        wall.shows("O6")
        wall.keys("esc", "quit")
        wall.shows("shell>")


def test_a_window_made_nothing_and_large_again(tmp_path: Path, churn: Path) -> None:
    with opened(churn, tmp_path / "home") as wall:
        wall.keys("3", "right", "down")
        wall.passes(0.5)
        before = wall.text.splitlines()[1:]
        for size in ((10, 4), (1, 1), (300, 100), (10, 4)):
            wall.resize(*size)
        wall.resize(100, 30)
        wall.shows("6 Review ✓")
        wall.shows("? help")
        wall.rests(0.4)
        assert wall.text.splitlines()[1:] == before
        wall.keys("1", "a")
        wall.resize(10, 4)
        wall.says("Cut the time to ship by Q4 2027")
        wall.resize(100, 30)
        wall.shows("O6 kept")


def test_a_thousand_lines_pasted_are_kept_as_one(tmp_path: Path, churn: Path) -> None:
    with opened(churn, tmp_path / "home") as wall:
        wall.keys("1", "tab", "a")
        wall.pastes("\n".join(f"Service number {n}" for n in range(1000)))
        wall.shows("Keep these 1000 lines")
        wall.keys("enter")
        wall.shows("1000 kept", 30)
        wall.keys("u")
        wall.shows("Undone: paste 1000 services", 30)
        wall.keys("U")
        wall.shows("Done again", 30)
        wall.keys("quit")
        assert ended(wall)
    with WorkshopFile.open(churn, write=False) as file:
        assert [service.words for service in file.shop.of("service")][-1] == "Service number 999"


def test_the_window_counts_whatever_the_surroundings_say_of_it(tmp_path: Path, churn: Path) -> None:
    with Terminal(COMMAND, str(churn), home=tmp_path / "home", COLUMNS="60", LINES="12") as wall:
        wall.shows("6 Review ✓")
        assert len(wall.text.splitlines()[2].strip()) > 90
        wall.resize(140, 40)
        wall.shows("6 Review ✓ ready")
