"""A first workshop in fifteen minutes: from nothing to one explained thread, exported, with few keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from counting import Counting
from openpyxl import load_workbook
from room import ENTER, ESC, Facilitator, Watched, entered

from screens.clock import Clock
from screens.room import Room
from store.file import WorkshopFile
from workshop.derived.threads import threads

OBJECTIVE = "Cut customer churn from 9% to 6% by 31 December 2027"
OUTCOME = "The sales portal is back within 30 minutes after an outage, not 90, by June 2027"


async def test_from_nothing_to_the_workbook_with_at_most_forty_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = Watched(None, clock=Clock(lambda: 0.0))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        room = Facilitator(pilot, None)  # type: ignore[arg-type]
        count = Counting(room)
        await count.presses("X", ENTER)
        assert room.sees("1 of 11 What result does the business want")
        await count.says(OBJECTIVE)
        assert room.sees("4 of 11 O1 Which service carries it?")
        await count.says("Sales portal")
        await count.says(OUTCOME)
        assert room.sees("Through which process is C1 reached?", "Incident management")
        await count.presses("down", ENTER)
        assert room.sees("Which number shows that it works?")
        await count.presses("down", ENTER)
        assert room.sees("Who answers for this result?")
        await count.says("Head of Sales Systems")
        assert room.sees("Who said the thread back in a minute?")
        await count.says("Head of Sales")
        await count.presses(ENTER)
        assert room.sees("11 of 11 One thread stands. To which file")
        await count.presses(ENTER)
        assert isinstance(app.screen, Room)
        while not room.sees("Handed over"):
            await room.settles()
        assert app.file
        app.file.close()
    assert count.keys <= 40
    with WorkshopFile.open(tmp_path / "First thread.workshop", write=False) as file:
        shop = file.shop
        assert [thread.whole for thread in threads(shop)] == [True]
        objective, outcome, link = shop.find("O1").values(), shop.find("C1").values(), shop.find("L1").values()
        assert (objective["baseline"], objective["target"], objective["due"]) == ("9%", "6%", "2027-12-31")
        assert (objective["state"], shop.about.pilot, outcome["service"]) == ("pilot", "O1", "S1")
        assert (outcome["explained"], outcome["owner"]) == ("passed", "Head of Sales Systems")
        assert link["reason"]
    said = {str(c.value) for sheet in load_workbook(tmp_path / "First thread.xlsx") for row in sheet for c in row}
    assert any(OBJECTIVE in words for words in said)


async def test_a_second_first_thread_gets_a_name_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    WorkshopFile.create(tmp_path / "First thread.workshop").close()
    app = Watched(None, clock=Clock(lambda: 0.0))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        room = Facilitator(pilot, None)  # type: ignore[arg-type]
        await room.keys("X", ENTER)
        await room.settles()
        assert room.sees("First thread 2", "1 of 11")
        assert app.file
        app.file.close()


async def test_it_is_left_and_taken_up_anywhere_and_asks_nothing_twice(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("X")
        await room.says("Cut churn of customers by a third")
        assert room.sees("2 of 11", "Which value do we want?")
        await room.says("6%")
        assert room.sees("3 of 11", "By when?")
        await room.keys(ESC)
        assert room.sees("Kept so far; X asks for what is still open")
        await room.keys("5", "X")
        assert room.sees("By when?")
        await room.says("")
        assert room.sees("Which service carries it?")
        await room.says("Shop")
        await room.keys(ESC, "X", ENTER)
        assert room.sees("5 of 11")
        await room.says(OUTCOME, "Night desk", "It answers first", "Calls after six", "", "")
        assert room.sees("11 of 11 One thread stands. Left open: date, owner and somebody who says it back.")
        await room.keys(ESC)
        assert room.stored("L1.reason") == "It answers first"
        assert room.stored("M1.processes") == "P1"
        await room.keys("X")
        assert room.sees("By when?")


async def test_what_a_full_workshop_has_is_not_asked(churn: Path) -> None:
    async with entered(churn) as room:
        before = room.file.last_n()
        await room.keys("X")
        assert room.sees("11 of 11 One thread stands. To which file")
        assert room.file.last_n() == before


async def test_a_suggested_outcome_is_said_with_the_rooms_values(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("X")
        await room.says(OBJECTIVE, "Sales portal")
        await room.keys("down", "down", ENTER)
        assert room.sees("How is it said with your values?")
        room.room.line.answer.value = OUTCOME
        await room.keys(ENTER)
        assert room.sees("6 of 11")
        assert room.stored("C1.objectives") == "O1"
        await room.keys(ESC, *["u"] * 3)
        assert not room.there("O1")


async def test_no_thread_is_said_to_stand_where_none_does(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("X", ENTER)
        assert room.sees("A thread begins with an objective; X asks for it again")
        await room.keys("X")
        await room.says(OBJECTIVE, "", "")
        assert room.sees("No thread stands yet: it lacks its outcome. To which file")


async def test_marks_and_values_in_a_line_are_understood_as_anywhere(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("X")
        await room.says(OBJECTIVE, "Order desk @Head of Sales", OUTCOME, "Restoring orders @Desk lead", "It restores")
        await room.says("Time to restore 90 -> 30 minutes @Desk lead")
        assert (room.stored("S1.name"), room.stored("S1.owner")) == ("Order desk", "Head of Sales")
        assert (room.stored("P1.name"), room.stored("P1.owner")) == ("Restoring orders", "Desk lead")
        assert [room.stored(f"M1.{name}") for name in ("name", "baseline", "target", "unit", "owner")] == [
            "Time to restore", "90", "30", "minutes", "Desk lead"
        ]  # fmt: skip
