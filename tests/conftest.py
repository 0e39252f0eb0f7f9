"""What all tests share: a home of their own, and the command line at hand."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from screens.cli import main

settings.register_profile("ci", derandomize=True, deadline=None)  # the same cases on every machine
if os.environ.get("CI"):
    settings.load_profile("ci")

ROOT = Path(__file__).resolve().parent.parent


class Ran(NamedTuple):
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder without a past: nothing of the user's is read or written."""
    place = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(place))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(place / name.lower()))
    return place


@pytest.fixture
def gt(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command of ours in this process."""

    def run(*words: object) -> Ran:
        capsys.readouterr()
        code = main([str(word) for word in words])
        ran = Ran(code, *capsys.readouterr())
        assert "What was kept is on disk" not in ran.err, "a fault of ours"
        return ran

    return run


@pytest.fixture
def installed() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run a command of ours as a process, in whatever surroundings; no terminal."""

    def run(*words: object, **surroundings: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "workshop", *(os.fsencode(str(word)) for word in words)],
            capture_output=True, stdin=subprocess.DEVNULL, timeout=60,
            env={**os.environ, "PYTHONPATH": str(ROOT), **surroundings},
        )  # fmt: skip

    return run
