"""Copies are made when they are due, thinned as they age, and never in the way of an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from making import picture

from store import backups
from store.file import WorkshopFile

Add = Callable[..., str]


def of(path: Path) -> list[Path]:
    """The copies of that workshop, newest first."""
    with WorkshopFile.open(path, write=False) as file:
        folder = backups.folder_of(file.id)
    return [folder / name for name in backups.copies(folder)]


def aged(copy: Path, by: timedelta) -> Path:
    """The copy as if it had been made so long ago."""
    made = datetime.fromisoformat(copy.name[:15]).replace(tzinfo=UTC)
    return copy.rename(copy.with_name(f"{made - by:%Y%m%dT%H%M%S}{copy.name[15:]}"))


def test_a_copy_is_a_whole_workshop(path: Path, add: Add, tmp_path: Path) -> None:
    with WorkshopFile.open(path) as file:
        add(file, "objective", statement="Cut churn")
        aged(of(path)[0], timedelta(hours=1))
        assert file.back_up() == ""
        whole = picture(file.shop)
    assert len(of(path)) == 2
    with WorkshopFile.open(of(path)[0], write=False) as copy:
        assert picture(copy.shop) == whole
        assert copy.verify() == ""
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_a_copy_is_due_after_half_an_hour_and_a_change(path: Path, add: Add) -> None:
    with WorkshopFile.open(path) as file:
        assert len(of(path)) == 1
        add(file, "objective", statement="Cut churn")
        file.back_up()
        assert len(of(path)) == 1, "the last copy is fresh"
        aged(of(path)[0], timedelta(minutes=31))
        file.back_up()
        assert len(of(path)) == 2
        aged(of(path)[0], timedelta(minutes=31))
        file.back_up()
        assert len(of(path)) == 2, "nothing changed"


def test_opening_backs_up_for_scripts_and_leaves_it_to_the_app(path: Path) -> None:
    WorkshopFile.open(path, write=False).close()
    WorkshopFile.open(path, hold=True).close()
    with WorkshopFile.open(path, write=False) as file:
        assert not backups.folder_of(file.id).exists()
    WorkshopFile.open(path).close()
    assert len(of(path)) == 1


def test_the_last_ten_stay_and_one_a_day_for_two_weeks(path: Path, add: Add) -> None:
    WorkshopFile.open(path).close()
    first = of(path)[0]
    for hours in range(2, 24 * 20, 3):
        made = datetime.now(UTC) - timedelta(hours=hours)
        (first.parent / f"{made:%Y%m%dT%H%M%S}{first.name[15:]}").write_bytes(first.read_bytes())
    foreign = first.parent / "my own copy.workshop"
    foreign.write_bytes(b"")
    aged(first, timedelta(hours=1))
    with WorkshopFile.open(path) as file:
        add(file, "objective", statement="Cut churn")
        file.back_up()
    kept = [copy.name for copy in of(path)]
    days = [name[:8] for name in kept[backups.LAST :]]
    newest = datetime.strptime(days[0], "%Y%m%d").replace(tzinfo=UTC)
    assert days == [f"{newest - timedelta(days=gone):%Y%m%d}" for gone in range(len(days))]
    assert 12 <= len(days) <= 15
    assert foreign.exists()


def test_without_a_home_copies_go_beside_the_file_and_that_is_said_once(
    path: Path, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, "/proc/nowhere")
    with WorkshopFile.open(path) as file:
        assert "w.workshop.backups" in file.notice
        assert "\n" not in file.notice
    with WorkshopFile.open(path) as file:
        assert file.notice == ""
    assert len(list((path.parent / "w.workshop.backups").iterdir())) == 1


def test_a_copy_that_cannot_be_made_is_a_notice(path: Path, add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, "/proc/nowhere")
    path.with_name("w.workshop.backups").write_text("in the way")
    with WorkshopFile.open(path) as file:
        assert file.notice.startswith("No backup was made")
        assert add(file, "objective", statement="Cut churn") == "O1"


def test_an_id_from_a_hostile_file_names_no_other_folder(home: Path) -> None:
    for name in ("../../../etc", "/etc", "x" * 500, "", "a\0b", "ä"):
        folder = backups.folder_of(name)
        assert folder.parent == home / "data" / "goldenthread" / "backups"
        assert len(folder.name) == 16


def test_a_break_out_has_copies_of_its_own_and_takes_none_of_the_workshops(path: Path, add: Add) -> None:
    with WorkshopFile.open(path) as file:
        id = file.id
    apart = path.with_name("apart.workshop")
    apart.write_bytes(path.read_bytes())
    with WorkshopFile.open(apart) as other:
        assert other.id == id
        add(other, "objective", statement="Cut churn")
    names = backups.copies(backups.folder_of(id))
    assert len(names) == 2, "that of the workshop is fresh, and yet the break-out got one"
    assert [copy.own for copy in backups.kept(apart)] == [True]
    assert [copy.own for copy in backups.kept(apart, apart.read_bytes())] == [True, False]


def test_before_something_large_a_copy_is_made_whatever_the_last_ones_age(path: Path, add: Add) -> None:
    with WorkshopFile.open(path) as file:
        add(file, "objective", statement="Cut churn")
        file.back_up_now()
        file.back_up_now()
        assert len(of(path)) == 2, "that of opening, and one for both"
