"""Handing over from the room: which form, to which place, without holding anybody up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from room import ENTER, ESC, Facilitator, entered


async def to(room: Facilitator, form: str, place: object) -> None:
    """Hand over in that form to that place."""
    await room.keys("e")
    await room.says(form)
    room.room.line.answer.value = ""
    await room.says(str(place))
    await room.settles()


@pytest.mark.parametrize("form", ["md", "json"])
async def test_what_the_room_said_is_in_what_is_handed_over(churn: Path, tmp_path: Path, form: str) -> None:
    place = tmp_path / f"handoff.{form}"
    async with entered(churn) as room:
        await room.keys("a")
        await room.says("Open in Spain [EU]", "")
        before = room.file.last_n()
        await to(room, form, place)
        assert room.sees("Handed over", "handoff")
        assert room.file.last_n() == before
    assert "Open in Spain" in place.read_text(encoding="utf-8")
    if form == "json":
        held = json.loads(place.read_text(encoding="utf-8"))
        assert held["records"]["objective"][-1]["statement"] == "Open in Spain [EU]"


async def test_a_place_beside_the_workshop_is_offered(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("e")
        assert room.sees("Hand over in which form?", "xlsx", "md", "json")
        await room.says("md")
        assert room.room.line.answer.value == str(churn.with_suffix(".md"))
        await room.keys(ESC)
        assert not churn.with_suffix(".md").exists()


async def test_a_file_of_somebody_else_is_not_replaced(churn: Path, tmp_path: Path) -> None:
    place = tmp_path / "mine.md"
    place.write_text("mine")
    async with entered(churn) as room:
        await to(room, "md", place)
        assert not room.sees("Handed over")
        assert room.sees("mine.md")
    assert place.read_text() == "mine"


async def test_a_place_that_cannot_be_written_is_said_in_one_line(churn: Path, tmp_path: Path) -> None:
    async with entered(churn) as room:
        await to(room, "md", tmp_path / "nowhere" / "handoff.md")
        assert not room.sees("Handed over")
        assert room.sees("nowhere")
        await room.keys("3")
        assert room.sees("OBJECTIVE")


async def test_the_room_goes_on_while_the_workbook_is_written(churn: Path, tmp_path: Path) -> None:
    async with entered(churn) as room:
        await room.keys("e", ENTER)
        room.room.line.answer.value = str(tmp_path / "book.xlsx")
        await room.keys(ENTER, "a")
        await room.says("Said meanwhile", "")
        await room.settles()
        assert room.stored("O6.statement") == "Said meanwhile"
    assert (tmp_path / "book.xlsx").stat().st_size > 10_000


async def test_a_fault_while_it_is_made_is_said_and_the_room_goes_on(
    churn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bytes:
        raise ZeroDivisionError("no such figure")

    monkeypatch.setattr("exporters.handoff.made", broken)
    async with entered(churn) as room:
        await room.keys("e")
        await room.says("md", str(tmp_path / "handoff.md"))
        for _ in range(100):
            await room.pilot.pause(0.02)
            if not room.sees("Writing"):
                break
        assert room.sees("That did not work: no such figure")
        await room.keys("2")
        assert room.sees("[2 Select")
