"""A file of an older version is backed up and brought up in one transaction, or left as it was."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from making import picture

from store import backups, check, schema, upgrade
from store.errors import WorkshopError
from store.file import WorkshopFile

Add = Callable[..., str]


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A file as the first version made it."""
    return Path(shutil.copy(Path(__file__).with_name("first.workshop"), tmp_path / "first.workshop"))


@pytest.fixture
def second(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version of the program whose files differ: a table more, and every objective is about something."""

    def to_second(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE marks (ref TEXT)")
        db.execute("INSERT INTO marks SELECT ref FROM objective")

    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setitem(upgrade.STEPS, schema.VERSION - 1, to_second)


def marks(path: Path) -> int:
    """How many marks the upgrade left in the file, -1 for no table of them."""
    db = sqlite3.connect(path)
    try:
        return int(db.execute("SELECT count(*) FROM marks").fetchone()[0])
    except sqlite3.OperationalError:
        return -1
    finally:
        db.close()


def test_the_first_version_opens_and_takes_answers(first: Path, add: Add) -> None:
    with WorkshopFile.open(first) as file:
        assert len(list(file.shop.of("objective"))) == 5
        assert check.disagreement(file._db) == ""
        assert add(file, "objective", statement="One more") == "O6"
        assert file.undo()


@pytest.mark.usefixtures("second")
def test_an_older_file_is_backed_up_and_brought_up(first: Path, add: Add) -> None:
    old = first.read_bytes()
    with WorkshopFile.open(first) as file:
        assert marks(first) == 5
        assert add(file, "objective", statement="One more") == "O6"
        copies = backups.copies(backups.folder_of(file.id))
        assert marks(backups.folder_of(file.id) / copies[-1]) == -1
    assert first.read_bytes() != old


@pytest.mark.usefixtures("second")
def test_reading_an_older_file_leaves_it_as_it_is(first: Path) -> None:
    old = first.read_bytes()
    with WorkshopFile.open(first, write=False) as file:
        assert len(picture(file.shop)) > 50
        assert len(list(file.log())) == file.last_n()
    assert first.read_bytes() == old


def test_a_step_that_fails_leaves_the_older_file(first: Path, second: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE marks (ref TEXT)")
        db.execute("INSERT INTO nowhere VALUES (1)")

    monkeypatch.setitem(upgrade.STEPS, schema.VERSION - 1, broken)
    old = first.read_bytes()
    with pytest.raises(WorkshopError):
        WorkshopFile.open(first)
    assert (first.read_bytes(), marks(first)) == (old, -1)
