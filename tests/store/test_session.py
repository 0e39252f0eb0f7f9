"""What a session remembers: kept apart from the workshop, forgotten silently where nothing can be kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from store import places, session


def folder() -> Path:
    return places.state() / "sessions"


def test_what_was_kept_comes_back_for_that_workshop_alone() -> None:
    session.keep("one", {"used": {"1": 60}})
    assert session.kept("one") == {"used": {"1": 60}}
    assert session.kept("other") == {}


def test_an_id_that_looks_like_a_path_leads_nowhere() -> None:
    session.keep("../../escape", {"day": "today"})
    assert session.kept("../../escape") == {"day": "today"}
    assert [file.parent for file in places.state().rglob("*") if file.is_file()] == [folder()]


def test_only_the_latest_workshops_are_remembered() -> None:
    for number in range(60):
        session.keep(f"workshop {number}", {"n": number})
    assert len(list(folder().glob("*"))) == 50
    assert session.kept("workshop 59") == {"n": 59}


@pytest.mark.parametrize("said", [b"", b"[1, 2]", b"{", b"\xff\xfe", b"[" * 100_000, b'"words"'])
def test_a_file_that_cannot_be_read_is_no_session(said: bytes) -> None:
    session.keep("one", {})
    next(folder().iterdir()).write_bytes(said)
    assert session.kept("one") == {}


def test_a_folder_that_cannot_be_made_is_no_hindrance(home: Path) -> None:
    (home / "state").write_text("in the way")
    session.keep("one", {"n": 1})
    assert session.kept("one") == {}
