"""The main job in a real terminal: the churn workshop from nothing through six gates to the workbook."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from terminal import COMMAND, Terminal


def run(*argv: str | Path, ok: tuple[int, ...] = (0,)) -> str:
    done = subprocess.run([COMMAND, *map(str, argv)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode in ok, done.stderr
    return done.stdout


def baseline(wall: Terminal) -> None:
    wall.keys("1", "a")
    wall.says("Cut customer churn from 9% to 6% by 31 December 2027")
    wall.shows("O1 kept")
    wall.keys("esc", "enter", *["down"] * 5, "enter")
    wall.says("9", "6", "%", "31 Dec 2027", "annual plan")
    wall.keys("esc", "esc", "o")
    wall.says("Chief Customer Officer")
    wall.keys("tab", "a")
    wall.says("Sales portal")
    wall.keys("esc", "back", "l")
    wall.says("Sales portal")
    wall.keys("tab", "tab", "a")
    wall.says("Incident management", "Problem management", "Knowledge management")
    wall.keys("esc", "tab", "a")
    wall.says("Mean time to restore service", "Recurring incident rate", "Customer-impacting incident count")
    wall.keys("esc")
    for unit, today, target in (("a month", "12", "4"), ("%", "28", "10"), ("minutes", "90", "30")):
        wall.keys("enter", *["down"] * 3, "enter")
        wall.says(unit, "down", today, target, "30 Jun 2027", "lagging", "effectiveness", "Where to put on-call staff")
        wall.says("", "", "Outage log", "", "Service desk manager", "weekly")
        wall.keys("esc", "esc", "up")
    wall.keys("tab", "a")
    for name, group in (
        ("Chief Customer Officer", "sponsor"),
        ("Head of Sales", "business"),
        ("Head of Sales Systems", "service owner"),
        ("Service desk manager", "process owner"),
        ("Governance lead", "governance"),
    ):
        wall.says(name, group)
    wall.keys("esc", "tab", "a")
    wall.says("Customers leave after long outages")
    wall.keys("esc")


def select(wall: Terminal) -> None:
    wall.keys("2", "tab", "enter", "5", "4", "5", "esc", "back", "g")
    wall.says("Chief Customer Officer")


def draw_map(wall: Terminal) -> None:
    wall.keys("3", "a")
    wall.says("The sales portal is back within 30 minutes after an outage")
    wall.keys("esc", "enter", "down", "down", "enter")
    wall.says("Sales portal", "90", "30", "minutes", "30 Jun 2027", "Head of Sales Systems")
    wall.keys("esc", "esc")
    wall.keys("a")
    for process, reason in (
        ("Incident management", "It restores service before anything else"),
        ("Problem management", "Without the cause the outage comes back"),
        ("Knowledge management", "A written fix halves the search"),
    ):
        wall.says(process, reason)
    wall.keys("esc")
    wall.keys("right")
    for metric in ("Mean time to restore service", "Recurring incident rate", "Customer-impacting incident count"):
        wall.keys("a")
        wall.says(metric)
        wall.keys("esc", "left", "down")


def validate(wall: Terminal) -> None:
    wall.keys("4", "g", "enter", "x")
    wall.says("Head of Sales", "passed")


def operationalize(wall: Terminal) -> None:
    wall.keys("5", "a")
    wall.says("Restore the portal", "Incident management")
    wall.keys("esc", "v")
    wall.says("Service desk manager")
    wall.keys("v")
    wall.says("Head of Sales Systems")
    wall.keys("enter", "r", "a", "esc", "tab", "a")
    for right in ("Prioritisation", "Escalation", "Risk acceptance", "Process improvement"):
        wall.says(right, "Governance lead")
    wall.keys("esc", "tab", "a")
    wall.says("Set up the on-call rota", "Service desk manager", "in two weeks")
    wall.keys("esc", "tab", "a")
    wall.says("Monthly service review")
    wall.keys("esc")


def review(wall: Terminal) -> None:
    wall.keys("6")
    for value in ("52", "20", "8"):
        wall.keys("a")
        wall.says(value, "")
        wall.keys("down")
    wall.keys("r")
    wall.says("in 6 weeks")
    wall.keys("tab")
    for _ in range(4):
        wall.keys("g")
        wall.says("keep", "It moves as hoped", "More staff at night")
        wall.keys("down")


STEPS = (baseline, select, draw_map, validate, operationalize, review)


@pytest.mark.parametrize("size", [(100, 30), (80, 24)], ids=str)
def test_churn_from_nothing_through_six_gates_to_the_workbook(tmp_path: Path, size: tuple[int, int]) -> None:
    path, book = tmp_path / "pilot.workshop", tmp_path / "pilot.xlsx"
    run("new", path, "--title", "Pilot")
    with Terminal(COMMAND, str(path), columns=size[0], rows=size[1], home=tmp_path / "home") as wall:
        wall.shows("Golden Thread")
        wall.rests()
        for step in STEPS:
            step(wall)
            gates = json.loads(run("check", path, "--json", ok=(0, 1)))
            number = STEPS.index(step)
            missing = [f for f in gates["findings"] if f["severity"] == "block" and f["step"] == number + 1]
            assert gates["steps"][number]["ready"], (step.__name__, missing, wall.text)
        wall.keys("e", "enter", "enter")
        wall.shows("Handed over", 20)
        wall.kill()
    sheets = load_workbook(book)
    said = {str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value}
    assert any("Cut customer churn from 9% to 6%" in words for words in said)
    assert {"O1", "C1", "P1", "M1"} <= {
        layer
        for t in json.loads(run("export", path, "--format", "json", "-o", "-"))["threads"]
        for layer in t.values()
        if layer
    }


def test_a_killed_room_loses_nothing_that_it_showed(tmp_path: Path) -> None:
    path = tmp_path / "pilot.workshop"
    run("new", path)
    said = [f"Answer number {n} by Q{n} 2027" for n in range(1, 5)]
    with Terminal(COMMAND, str(path), home=tmp_path / "home") as wall:
        wall.shows("Golden Thread")
        wall.rests()
        wall.keys("1", "a")
        for n, words in enumerate(said, 1):
            wall.says(words)
            wall.shows(f"O{n} kept")
        wall.kill()
    log = [json.loads(line)["new"] for line in run("log", path, "--json").splitlines()]
    assert [words for words in said if words not in log] == []


def test_words_typed_right_behind_a_key_reach_the_line(tmp_path: Path) -> None:
    path = tmp_path / "pilot.workshop"
    run("new", path)
    with Terminal(COMMAND, str(path), home=tmp_path / "home") as wall:
        wall.shows("Golden Thread")
        wall.rests()
        wall.keys("aZebra crossing")
        wall.shows("Zebra crossing")
        wall.keys("enter")
        wall.shows("O1 kept")


def test_it_leaves_the_terminal_as_it_was_when_told_to_end(tmp_path: Path) -> None:
    path = tmp_path / "pilot.workshop"
    run("new", path)
    with Terminal(COMMAND, str(path), home=tmp_path / "home") as wall:
        wall.shows("Golden Thread")
        wall.rests()
        os.kill(wall.pid, signal.SIGTERM)
        wall.rests(0.5)
        assert b"\x1b[?1049l" in wall.raw, "the other screen stays on"
        assert b"\x1b[?1000l" in wall.raw, "the mouse is still reported"
