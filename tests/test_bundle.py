"""The install script of the bundle: it replaces and removes what it installed, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bundle import install


def run(*words: object) -> subprocess.CompletedProcess[str]:
    """The script, as somebody runs it."""
    return subprocess.run([sys.executable, install.__file__, *map(str, words)], capture_output=True, text=True)


def test_a_folder_with_somebodys_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "thesis.txt").write_text("mine")
    ran = run("--into", tmp_path / "app", "--command", tmp_path / "bin")
    assert ran.returncode == 1 and "say another with --into" in ran.stderr
    assert run("--into", tmp_path / "app", "--command", tmp_path / "bin", "--remove").returncode == 0
    assert (tmp_path / "app" / "thesis.txt").read_text() == "mine"


def test_removing_takes_the_environment_and_its_command_away(tmp_path: Path) -> None:
    app, command = tmp_path / "app", tmp_path / "bin"
    (app / "bin").mkdir(parents=True)
    command.mkdir()
    (app / install.MARK).write_text("ours")
    (app / "bin" / "goldenthread").write_text("#!python")
    (command / "goldenthread").symlink_to(app / "bin" / "goldenthread")
    assert run("--into", app, "--command", command, "--remove").returncode == 0
    assert not app.exists() and not (command / "goldenthread").is_symlink()


def test_somebodys_own_environment_and_command_stay(tmp_path: Path) -> None:
    """One that pipx made is called just so."""
    theirs, command = tmp_path / "theirs", tmp_path / "bin"
    (theirs / "bin").mkdir(parents=True)
    command.mkdir()
    (theirs / "pyvenv.cfg").write_text("home = /usr/bin")
    (theirs / "bin" / "goldenthread").write_text("#!python")
    (command / "goldenthread").symlink_to(theirs / "bin" / "goldenthread")
    for into in (theirs, tmp_path / "app"):
        assert run("--into", into, "--command", command, "--remove").returncode == 0
        ran = run("--into", into, "--command", command)
        assert ran.returncode == 1 and "is not ours" in ran.stderr
    assert (theirs / "pyvenv.cfg").exists() and (command / "goldenthread").is_symlink()


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["install.py"])
    monkeypatch.setattr("sys.version_info", (3, 9, 18))
    assert install.main() == 2
    assert "needs Python 3.11 or later" in capsys.readouterr().err
