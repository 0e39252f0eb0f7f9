"""An export goes where it was asked for, or nowhere; nobody's file is ever lost to it."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from libreoffice import XLSX, converted, needs_libreoffice

from exporters.keeping import NotKept, default_path, in_the_way, put
from exporters.marks import COMMENT, KEY, edited, ours

OURS = f"{COMMENT}3-abc -->\n# Title\n".encode()


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    path = tmp_path / "pilot.workshop"
    path.write_bytes(b"the workshop itself")
    return path


@pytest.fixture
def keep(workshop: Path) -> Callable[..., None]:
    def run(path: Path, *, overwrite: bool = False) -> None:
        put(b"new export", path, workshop=workshop, overwrite=overwrite)

    return run


def refused(keep: Callable[..., None], path: Path, *, overwrite: bool = False) -> str:
    with pytest.raises(NotKept) as caught:
        keep(path, overwrite=overwrite)
    said = str(caught.value)
    assert "\n" not in said
    assert not list(path.parent.glob(".goldenthread-*"))
    return said


@pytest.mark.parametrize("form", ["xlsx", "md", "json"])
def test_an_export_goes_beside_the_workshop(workshop: Path, form: str) -> None:
    assert default_path(workshop, form) == workshop.with_name(f"pilot.{form}")


def test_a_name_with_dots_keeps_them(tmp_path: Path) -> None:
    assert default_path(tmp_path / "v1.2.workshop", "md").name == "v1.2.md"


def test_a_form_says_in_its_name_what_it_is_and_for_whom(workshop: Path) -> None:
    def name(**more: str) -> str:
        return default_path(workshop, "xlsx", **more).name

    assert name(what="prework") == "pilot-prework.xlsx"
    assert name(what="readings", who="Chief Customer Officer") == "pilot-readings-chief-customer-officer.xlsx"
    assert name(what="readings", who="../../etc: *?") == "pilot-readings-etc.xlsx"
    assert name(what="readings", who="Zoë Łuk") == "pilot-readings-zoë-łuk.xlsx"
    assert len(name(what="readings", who="word " * 100)) < 70
    assert len(name(what="readings", who="w" * 1_000)) < 70


def test_what_is_in_the_way_is_told_before_anything_is_written(workshop: Path, tmp_path: Path) -> None:
    ours_, mine = tmp_path / "ours.md", tmp_path / "mine.md"
    ours_.write_bytes(OURS)
    mine.write_text("mine")
    assert in_the_way(tmp_path / "new.md", workshop=workshop) == ""
    assert in_the_way(ours_, workshop=workshop) == "an earlier export"
    assert in_the_way(mine, workshop=workshop) == "a file that is no export of ours"
    (tmp_path / "link.md").symlink_to(mine)
    for place in (workshop, tmp_path, tmp_path / "link.md", tmp_path / "none" / "new.md"):
        with pytest.raises(NotKept):
            in_the_way(place, workshop=workshop)
    assert mine.read_text() == "mine"


def test_a_new_file_is_whole_and_alone(keep: Callable[..., None], tmp_path: Path, workshop: Path) -> None:
    keep(tmp_path / "out.xlsx")
    assert (tmp_path / "out.xlsx").read_bytes() == b"new export"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.xlsx", "pilot.workshop"]


def test_an_earlier_export_of_ours_is_replaced(keep: Callable[..., None], tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    path.write_bytes(OURS)
    keep(path)
    assert path.read_bytes() == b"new export"


@pytest.mark.parametrize("overwrite", [False, True])
def test_the_workshop_itself_is_never_written(
    keep: Callable[..., None], tmp_path: Path, workshop: Path, overwrite: bool
) -> None:
    soft, hard = tmp_path / "soft.xlsx", tmp_path / "hard.xlsx"
    soft.symlink_to(workshop)
    os.link(workshop, hard)
    for path in (workshop, soft, hard):
        assert "is the workshop itself" in refused(keep, path, overwrite=overwrite)
    assert workshop.read_bytes() == b"the workshop itself"


def test_somebodys_file_stays_until_told_otherwise(keep: Callable[..., None], tmp_path: Path) -> None:
    path = tmp_path / "precious.xlsx"
    path.write_bytes(b"somebody's own work")
    assert "--overwrite" in refused(keep, path)
    assert path.read_bytes() == b"somebody's own work"
    keep(path, overwrite=True)
    assert path.read_bytes() == b"new export"


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_link_is_never_written_through(keep: Callable[..., None], tmp_path: Path, overwrite: bool) -> None:
    precious, link = tmp_path / "precious.xlsx", tmp_path / "link.xlsx"
    precious.write_bytes(b"somebody's own work")
    link.symlink_to(precious)
    assert "is a link" in refused(keep, link, overwrite=overwrite)
    assert precious.read_bytes() == b"somebody's own work"
    assert link.is_symlink()


def test_a_link_to_an_export_of_ours_stays_a_link(keep: Callable[..., None], tmp_path: Path) -> None:
    latest, target = tmp_path / "latest.md", tmp_path / "share.md"
    target.write_bytes(OURS)
    latest.symlink_to(target)
    keep(latest)
    assert target.read_bytes() == b"new export"
    assert latest.is_symlink()


def test_folders_and_devices_are_refused(keep: Callable[..., None], tmp_path: Path) -> None:
    assert "is a folder" in refused(keep, tmp_path, overwrite=True)
    assert "folder is not there" in refused(keep, tmp_path / "no" / "such" / "x.xlsx")
    if Path("/dev/full").exists():
        assert "not an ordinary file" in refused(keep, Path("/dev/full"), overwrite=True)
        assert Path("/dev/full").is_char_device()


def test_a_full_disk_leaves_the_earlier_export(
    keep: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.md"
    path.write_bytes(OURS)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert "the disk is full" in refused(keep, path)
    assert path.read_bytes() == OURS


def test_it_is_on_disk_before_it_has_its_name(
    keep: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    sync, name = os.fsync, os.replace

    def synced(descriptor: int) -> None:
        seen.append("synced")
        sync(descriptor)

    def named(old: Path, new: Path) -> None:
        seen.append("named")
        assert Path(old).read_bytes() == b"new export" and Path(old).parent == Path(new).parent
        name(old, new)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", named)
    (tmp_path / "out.md").write_bytes(OURS)
    keep(tmp_path / "out.md")
    assert seen[: seen.index("named")] == ["synced"], "a power cut leaves the earlier export or the new one, whole"


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "[red]x.md", "new\nline.md"])
def test_odd_names_work_or_are_refused_in_one_line(keep: Callable[..., None], tmp_path: Path, name: str) -> None:
    if "\0" in name or len(name) > 255:
        refused(keep, tmp_path / name)
    else:
        keep(tmp_path / name)
        assert (tmp_path / name).read_bytes() == b"new export"


def test_only_the_contents_say_that_a_file_is_ours(tmp_path: Path) -> None:
    for name, data, answer in (
        ("a.json", ("{" + KEY).encode(), True), ("b.json", b'{"title": "x"}', False), ("c.md", OURS, True),
        ("d.md", b"# Notes\n", False), ("e.xlsx", b"PK\x03\x04 broken", False), ("f.xlsx", b"", False),
    ):  # fmt: skip
        (tmp_path / name).write_bytes(data)
        assert ours(tmp_path / name) is answer, name
    assert not ours(tmp_path)
    assert not ours(tmp_path / "missing")


def test_an_export_that_somebody_edited_is_not_replaced_unasked(
    keep: Callable[..., None], tmp_path: Path, workshop: Path, pilot: Any
) -> None:
    """What came back stands there under the old name, and its answers are nowhere else yet."""
    from openpyxl import load_workbook

    path = tmp_path / "pilot.xlsx"
    path.write_bytes(pilot.xlsx())
    assert not edited(path)
    keep(path)
    path.write_bytes(pilot.xlsx())
    book = load_workbook(path)
    book["Action plan"]["B6"] = "Somebody's own words"
    book.save(path)
    before = path.read_bytes()
    assert "was edited since; take it in first" in refused(keep, path)
    assert in_the_way(path, workshop=workshop) == "an export that somebody edited since"
    assert path.read_bytes() == before
    keep(path, overwrite=True)
    assert path.read_bytes() == b"new export"


@needs_libreoffice
def test_a_workbook_that_libreoffice_saved_counts_as_edited(tmp_path: Path, pilot: Any) -> None:
    again = converted(pilot.xlsx(), XLSX, tmp_path)
    assert ours(again) and edited(again)


def test_a_name_that_says_it_were_something_else_is_refused_before_and_after(
    keep: Callable[..., None], tmp_path: Path, workshop: Path
) -> None:
    for name in ("hospital.docx", "hospital.PDF", "hospital.csv", "other.workshop"):
        assert ".xlsx, .md, .json or .ics" in refused(keep, tmp_path / name, overwrite=True)
        with pytest.raises(NotKept, match=r"and this is \.xlsx"):
            in_the_way(tmp_path / name, workshop=workshop, form="xlsx")
        assert not (tmp_path / name).exists()
    keep(tmp_path / "hospital.v2")
    put(b"words", tmp_path / "hospital.md", workshop=workshop, form="md")
    with pytest.raises(NotKept, match=r"ends in \.md, and this is \.json"):
        put(b"{}", tmp_path / "hospital.md", workshop=workshop, form="json")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that makes no files")
def test_a_folder_that_is_there_and_takes_no_file_is_not_said_to_be_missing(keep: Callable[..., None]) -> None:
    assert "you may not write there" in refused(keep, Path("/proc/x.xlsx"))
