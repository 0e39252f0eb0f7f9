"""The command in poor surroundings: as a process, without a terminal, into pipes that know few letters."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Installed = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def file(installed: Installed, tmp_path: Path) -> Path:
    """A workshop with letters from everywhere."""
    path = tmp_path / "w.workshop"
    installed("new", path, "--title", "Ünïcode")
    assert installed("add", path, "objective", "statement=復旧 in 30 min – naïve ✓ \U0001f600").stdout == b"O1\n"
    return path


@pytest.mark.parametrize("surroundings", [
    {"PYTHONIOENCODING": "ascii:strict"}, {"PYTHONIOENCODING": "cp1252:strict"}, {"LC_ALL": "C", "LANG": "C"},
    {"HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent/d", "XDG_STATE_HOME": "/nonexistent/s"}, {"TERM": "dumb"},
], ids=["ascii", "cp1252", "C", "no home", "dumb"])  # fmt: skip
def test_everything_but_the_app_works(installed: Installed, file: Path, surroundings: dict[str, str]) -> None:
    for words in (("log",), ("check",), ("add", "note", "text=again é"), ("export", "--format", "json")):
        ran = installed(words[0], file, *words[1:], **surroundings)
        assert ran.returncode in (0, 1)
        assert b"Traceback" not in ran.stderr
    encoding = surroundings.get("PYTHONIOENCODING", "utf-8").split(":")[0]
    rows = [
        json.loads(line)
        for line in installed("log", file, "--json", **surroundings).stdout.decode(encoding).splitlines()
    ]
    assert "復旧 in 30 min – naïve ✓ \U0001f600" in [row["new"] for row in rows]


def test_a_reader_who_leaves_early_is_no_error(file: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    log = subprocess.Popen(
        [sys.executable, "-m", "workshop", "log", str(file), "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert log.stdout is not None
    log.stdout.close()
    assert log.stderr is not None
    assert log.stderr.read() == b""
    assert log.wait(20) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_said_in_one_line(file: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "workshop", "log", str(file)], stdout=full, stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(root)},
        )  # fmt: skip
    assert ran.returncode == 2
    assert ran.stderr.count(b"\n") == 1
    assert b"No space left" in ran.stderr


@pytest.mark.parametrize("words", [[], ["demo"], ["w.workshop"]], ids=["launcher", "demo", "file"])
def test_the_app_says_that_it_needs_a_terminal(installed: Installed, file: Path, words: list[str]) -> None:
    ran = installed(*(file if word == "w.workshop" else word for word in words))
    assert ran.returncode == 2
    assert ran.stderr.count(b"\n") == 1
    assert b"terminal" in ran.stderr


def test_nothing_that_a_terminal_obeys_comes_out(installed: Installed, tmp_path: Path) -> None:
    ran = installed("log", tmp_path / "\x1b[31mred\u202e.workshop")
    assert ran.returncode == 2
    assert b"\x1b" not in ran.stderr
    assert "\u202e".encode() not in ran.stderr


def test_names_that_are_no_text_work(installed: Installed, tmp_path: Path) -> None:
    name = tmp_path / "caf\udce9.workshop"
    assert installed("new", name).returncode == 0
    assert installed("add", name, "objective", "statement=kept").stdout == b"O1\n"
    assert b"kept" in installed("log", name).stdout
