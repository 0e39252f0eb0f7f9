"""Handing over from the room: what, for whom, to which place, without holding anybody up."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran
from room import ENTER, ESC, Facilitator, Watched, entered, still

from screens.handing_over import Handing
from store.file import WorkshopFile
from workshop.declare import KINDS


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


async def test_a_name_that_says_something_else_is_asked_for_again(churn: Path, tmp_path: Path) -> None:
    async with entered(churn) as room:
        await to(room, "md", tmp_path / "hospital.docx")
        assert room.sees("hospital.docx ends in .docx", ".xlsx, .md, .json or .ics")
        assert room.room.line.display
    assert not (tmp_path / "hospital.docx").exists()


async def test_a_place_beside_the_workshop_is_offered(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("e")
        assert room.sees("Hand over what?", "workbook", "prework", "readings", "md", "json")
        await room.says("md")
        assert room.room.line.answer.value == str(churn.with_suffix(".md"))
        await room.keys(ESC)
        assert not churn.with_suffix(".md").exists()


async def test_a_form_for_one_owner_is_asked_for_and_made(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("e")
        await room.says("readings")
        assert room.sees("For whom?", "everybody", "Service Desk Manager")
        await room.says("Service Desk Manager")
        place = churn.with_name("churn-readings-service-desk-manager.xlsx")
        assert room.room.line.answer.value == str(place)
        await room.keys(ENTER)
        await room.settles()
        assert room.sees("Handed over")
    assert place.stat().st_size > 5_000


async def test_a_calendar_of_one_owner_is_made_and_what_has_no_day_is_said(churn: Path) -> None:
    async with entered(churn) as room:
        room.room.act(lambda draft: draft.say(KINDS["action"], {"what": "Some day"}), "add an action")
        await room.keys("e")
        assert room.sees("calendar", "routines, the next review and due dates, for a calendar")
        await room.says("calendar")
        assert room.sees("For whom?", "everybody", "all due dates", "IT Operations Lead")
        await room.says("IT Operations Lead")
        place = churn.with_name("churn-calendar-it-operations-lead.ics")
        assert room.room.line.answer.value == str(place)
        await room.keys(ENTER)
        await room.settles()
        assert room.sees("Handed over", "Not in the calendar: 1 action without a date")
    assert place.read_bytes().count(b"BEGIN:VEVENT") < 9


async def test_pre_work_goes_to_everybody_or_to_somebody_new(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("e")
        await room.says("prework", "Mo Salah")
        assert room.room.line.answer.value == str(churn.with_name("churn-prework-mo-salah.xlsx"))
        await room.keys(ESC, "e")
        await room.says("prework", "")
        assert room.room.line.answer.value == str(churn.with_name("churn-prework.xlsx"))


@pytest.mark.parametrize("answer", ["no", "yes", ""])
async def test_a_file_that_is_there_is_replaced_only_when_the_room_says_so(
    churn: Path, tmp_path: Path, answer: str
) -> None:
    place = tmp_path / "mine.md"
    place.write_text("mine")
    async with entered(churn) as room:
        await to(room, "md", place)
        assert room.sees("mine.md is there: a file that is no export of ours. Replace it?")
        assert place.read_text() == "mine"
        await room.says(answer)
        await room.settles()
        assert room.sees("Handed over") is (answer == "yes")
    assert (place.read_text() == "mine") is (answer != "yes")


async def test_an_earlier_export_is_asked_about_too(churn: Path, tmp_path: Path) -> None:
    place = tmp_path / "handoff.json"
    async with entered(churn) as room:
        await to(room, "json", place)
        await to(room, "json", place)
        assert room.sees("handoff.json is there: an earlier export. Replace it?")


@pytest.mark.parametrize("place", ["nowhere/handoff.md", "", "churn.workshop"])
async def test_a_place_that_cannot_be_written_is_said_at_once_and_can_be_mended(
    churn: Path, tmp_path: Path, place: str
) -> None:
    before = churn.read_bytes()
    async with entered(churn) as room:
        await to(room, "md", tmp_path / place)
        assert room.sees("To which file?") and not room.sees("Handed over")
        room.room.line.answer.value = str(tmp_path / "good.md")
        await room.keys(ENTER)
        await room.settles()
        assert room.sees("Handed over", "good.md")
    assert churn.read_bytes()[:100] == before[:100]


async def test_how_far_the_work_is_stands_in_the_foot(
    churn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    whole = Handing._show

    def watched(self: Handing, *how_far: Any) -> None:
        whole(self, *how_far)
        seen.append("".join(words for line in self._room.foot.lines for words, _ in line))

    monkeypatch.setattr(Handing, "_show", watched)
    async with entered(churn) as room:
        await to(room, "workbook", tmp_path / "book.xlsx")
        assert not room.sees("Writing")
    bars = [words.count("━") for words in seen if "Writing book.xlsx" in words]
    assert len(bars) > 40 and bars == sorted(bars) and bars[0] == 0 and bars[-1] >= 15


@pytest.mark.parametrize("desktop", [True, False])
async def test_the_folder_opens_where_there_is_a_desktop(
    churn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, desktop: bool
) -> None:
    opened = tmp_path / "opened"
    program = tmp_path / "xdg-open"
    program.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    program.chmod(0o755)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0" if desktop else "")
    async with entered(churn) as room:
        await room.keys("E")
        assert room.sees("Nothing was handed over yet")
        await to(room, "md", tmp_path / "handoff.md")
        assert room.sees("E opens its folder") is desktop
        await room.keys("E")
        assert room.sees(f"Opened {tmp_path}" if desktop else "No desktop is here")
        for _ in range(200 if desktop else 0):
            if opened.exists() and opened.read_text():
                break
            await room.pilot.pause(0.01)
    assert opened.exists() is desktop
    if desktop:
        assert opened.read_text().strip() == str(tmp_path)


async def test_somebody_who_only_looks_can_hand_over(churn: Path, tmp_path: Path) -> None:
    with WorkshopFile.open(churn, hold=True):
        async with entered(churn) as room:
            assert room.file.readonly
            await to(room, "md", tmp_path / "handoff.md")
            assert room.sees("Handed over")


async def test_the_room_goes_on_while_the_workbook_is_written(churn: Path, tmp_path: Path) -> None:
    async with entered(churn) as room:
        await room.keys("e", ENTER)
        room.room.line.answer.value = str(tmp_path / "book.xlsx")
        await room.keys(ENTER, "a")
        await room.says("Said meanwhile")
        await room.settles()
        assert room.sees("O6 kept", "Handed over")
        assert room.stored("O6.statement") == "Said meanwhile"
        await room.keys(ESC)
        await room.pilot.pause(0.4)
        await room.settles()
        assert room.sees("Handed over", "Ask the room")
    assert (tmp_path / "book.xlsx").stat().st_size > 10_000


async def test_a_fault_while_it_is_made_is_said_and_the_room_goes_on(
    churn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> bytes:
        raise ZeroDivisionError("no such figure")

    monkeypatch.setattr("exporters.handoff.made", broken)
    async with entered(churn) as room:
        await room.keys("e")
        await room.says("md")
        room.room.line.answer.value = str(tmp_path / "handoff.md")
        await room.keys(ENTER)
        for _ in range(100):
            await room.pilot.pause(0.02)
            if room.sees("That did not work: no such figure"):
                break
        assert room.sees("That did not work: no such figure")
        assert not room.sees("Writing")
        await room.keys("2")
        assert room.sees("[2 Select")


async def test_what_went_wrong_is_asked_again_so_that_no_letter_becomes_a_key(churn: Path, tmp_path: Path) -> None:
    async with entered(churn) as room:
        await room.keys("I", *f"{tmp_path}/none.xlsx", ENTER)
        await room.settles()
        assert room.sees("none.xlsx: there is no such file", "Bring in which file?")
        await room.keys(*"back")
        assert room.room.line.answer.value == f"{tmp_path}/none.xlsxback"
        await room.keys(ESC, "e", ENTER, *"/proc/none.xlsx", ENTER)
        await room.settles()
        assert room.sees("To which file?", "✗") and room.room.line.answer.value == "/proc/none.xlsx"


async def test_a_scratch_workshop_hands_over_where_one_is(
    churn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with WorkshopFile.open(churn, hold=True) as file:
        async with Watched(file, clock=still(), step=1, scratch=True).run_test() as pilot:
            room = Facilitator(pilot, file)
            await room.keys("e", ENTER)
            assert room.room.line.answer.value == str(tmp_path / "here" / "churn.xlsx")


@pytest.mark.parametrize(("what", "said"), [("readings", "no metric yet"), ("calendar", "nothing in this workshop")])
def test_what_has_nothing_in_it_says_so(gt: Callable[..., Ran], new: Path, what: str, said: str) -> None:
    ran = gt("export", new, "--what", what)
    assert ran.code == 0
    assert said in ran.out + ran.err
