"""What is remembered beside a workshop: kept apart from the workshop, forgotten silently where nothing can be kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from store import beside, places

SORT = "sessions"


def folder() -> Path:
    return places.state() / SORT


def test_what_was_kept_comes_back_for_that_workshop_alone() -> None:
    beside.keep(SORT, "one", {"used": {"1": 60}})
    assert beside.kept(SORT, "one") == {"used": {"1": 60}}
    assert beside.kept(SORT, "other") == beside.kept("whereabouts", "one") == {}


def test_an_id_that_looks_like_a_path_leads_nowhere() -> None:
    beside.keep(SORT, "../../escape", {"day": "today"})
    assert beside.kept(SORT, "../../escape") == {"day": "today"}
    assert [file.parent for file in places.state().rglob("*") if file.is_file()] == [folder()]


def test_only_the_latest_workshops_are_remembered() -> None:
    for number in range(60):
        beside.keep(SORT, f"workshop {number}", {"n": number})
    assert len(list(folder().glob("*"))) == 50
    assert beside.kept(SORT, "workshop 59") == {"n": 59}


@pytest.mark.parametrize("said", [b"", b"[1, 2]", b"{", b"\xff\xfe", b"[" * 100_000, b'"words"'])
def test_a_file_that_cannot_be_read_is_as_good_as_none(said: bytes) -> None:
    beside.keep(SORT, "one", {})
    next(folder().iterdir()).write_bytes(said)
    assert beside.kept(SORT, "one") == {}


def test_a_folder_that_cannot_be_made_is_no_hindrance(home: Path) -> None:
    (home / "state").write_text("in the way")
    beside.keep(SORT, "one", {"n": 1})
    assert beside.kept(SORT, "one") == {}
