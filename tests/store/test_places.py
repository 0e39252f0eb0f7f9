"""The user's folders, and the recent files kept in them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from store import places
from store.file import WorkshopFile
from store.recent import forget, recent, remember


def test_folders_follow_the_surroundings(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert places.state() == home / "state" / "goldenthread"
    monkeypatch.setenv("XDG_DATA_HOME", "relative/is/ignored")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    assert places.data() == home / ".local" / "share" / "goldenthread"
    assert places.config() == home / ".config" / "goldenthread"


def test_a_folder_is_made_where_that_is_possible(home: Path) -> None:
    assert places.made(home / "a" / "b") == home / "a" / "b"
    (home / "file").write_text("")
    assert places.made(home / "file" / "b") is None
    assert places.made(Path("/proc/nowhere")) is None


def test_recent_files_are_the_newest_first_until_they_are_forgotten(tmp_path: Path) -> None:
    names = [tmp_path / f"{name}.workshop" for name in ("one", "two", "caf\udce9")]
    for name in names:
        name.write_text("")
        remember(name, f"About {name.stem!a}")
    remember(names[0], "About one, again")
    assert [(one.path, one.title) for one in recent()] == [
        (str(names[0]), "About one, again"),
        (str(names[2]), "About 'caf\\udce9'"),
        (str(names[1]), "About 'two'"),
    ]
    names[2].unlink()
    assert len(recent()) == 3
    forget(names[2])
    assert [one.path for one in recent()] == [str(names[0]), str(names[1])]


def test_recent_files_are_forgotten_silently(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remember(home / "one.workshop", "One")
    for broken in ("", "[1, 2]", '{"a": 1}', "[[1]]"):
        (places.state() / "recent.json").write_text(broken)
        assert recent() == []
    monkeypatch.setenv("XDG_STATE_HOME", "/proc/nowhere")
    remember(home / "one.workshop", "One")
    assert recent() == []


def test_a_synced_folder_is_told_to_the_app_once(pristine: Path, tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Northwind"
    folder.mkdir()
    path = Path(shutil.copy(pristine, folder / "w.workshop"))
    with WorkshopFile.open(path, hold=True) as file:
        assert "synced" in file.back_up()
        assert file.back_up() == ""
    with WorkshopFile.open(pristine, hold=True) as file:
        assert file.back_up() == ""
