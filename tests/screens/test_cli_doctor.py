"""`doctor` from the command line: exit 0 for a sound file, 1 for a mended one, 2 for one that stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

Gt = Callable[..., Ran]


@pytest.fixture
def file(gt: Gt, tmp_path: Path) -> Path:
    """A workshop that was opened for writing twice, so that a backup has the first objective."""
    path = tmp_path / "w.workshop"
    gt("new", path)
    gt("add", path, "objective", "statement=Cut churn by a third")
    assert gt("doctor", path).code == 0
    gt("add", path, "objective", "statement=Grow sales")
    return path


def damage(file: Path, *, twice: bool = False) -> bytes:
    """Another letter in a word of the file."""
    bad = file.read_bytes().replace(b"Cut churn", b"Cut churm", 2 if twice else 1)
    file.write_bytes(bad)
    return bad


def test_a_sound_file_is_one_line(gt: Gt, file: Path) -> None:
    before = file.read_bytes()
    ran = gt("doctor", file)
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", 1)
    assert ran.out.startswith(f"{file} is sound: ")
    assert file.read_bytes() == before


def test_a_damaged_file_is_mended_and_everything_told(gt: Gt, file: Path) -> None:
    log = gt("log", file, "--json").out
    bad = damage(file)
    ran = gt("doctor", file)
    assert (ran.code, ran.err) == (1, "")
    was, restored, missing, kept = ran.out.splitlines()
    assert was.startswith(f"{file} was damaged: ")
    assert restored.startswith("Restored from the backup of ")
    assert restored.endswith("and 3 newer changes of the damaged file")
    assert missing == "Nothing that the damaged file tells of is missing"
    assert (file.parent / kept.removeprefix("The damaged file is kept as ")).read_bytes() == bad
    assert gt("log", file, "--json").out == log
    assert gt("doctor", file).code == 0


def test_without_a_backup_one_line_says_how_to_save_what_there_is(gt: Gt, file: Path, home: Path) -> None:
    for copy in home.rglob("*.workshop"):
        copy.unlink()
    bad = damage(file, twice=True)
    ran = gt("doctor", file)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "no sound backup of it, and " in ran.err
    assert f"goldenthread doctor {file} --salvage NEW" in ran.err
    new = file.with_name("new.workshop")
    ran = gt("doctor", file, "--salvage", new)
    assert (ran.code, ran.err) == (1, "")
    assert f"Made {new} of " in ran.out
    assert "Grow sales" in gt("log", new).out
    assert gt("doctor", new).code == 0
    assert gt("doctor", file, "--salvage", new).code == 2, "it is there already"
    assert file.read_bytes() == bad


def test_backups_are_listed_and_gone_back_to_by_number(gt: Gt, file: Path) -> None:
    listed = gt("doctor", file, "--backups").out.splitlines()
    assert listed[0].startswith(" 1  ")
    assert listed[0].endswith(" changes")
    ran = gt("doctor", file, "--restore", "1")
    assert (ran.code, ran.err) == (0, "")
    assert "Grow sales" not in gt("log", file).out
    assert "Cut churn" in gt("log", file).out
    assert len(list(file.parent.glob("w.workshop.before-*"))) == 1
    when = listed[0].strip().removeprefix("1  ")[:16]
    assert gt("doctor", file, "--restore", when).code == 0
    assert len(list(file.parent.glob("w.workshop.before-*"))) == 2


@pytest.mark.parametrize("words", [("--restore", "99"), ("--restore", "0"), ("--restore", "²"), ("--restore", "last"),
                                   ("--backups", "--restore", "1"), ("--salvage",)])  # fmt: skip
def test_what_cannot_be_asked_is_a_line(gt: Gt, file: Path, words: tuple[str, ...]) -> None:
    before = file.read_bytes()
    ran = gt("doctor", file, *words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert file.read_bytes() == before


def test_a_file_without_backups_lists_none(gt: Gt, tmp_path: Path) -> None:
    assert gt("doctor", tmp_path / "none.workshop", "--backups").out.startswith("There is no backup of ")
    ran = gt("doctor", tmp_path / "none.workshop", "--restore", "1")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
