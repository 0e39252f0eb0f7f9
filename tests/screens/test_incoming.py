"""Bringing a workbook back in front of the room: seen first, yes or no to each, taken as one act."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from room import ENTER, ESC, TAB, Facilitator, entered

from exporters.handoff import made
from store.file import WorkshopFile
from workshop import acts


@pytest.fixture
def book(churn: Path) -> Callable[[Callable[[Any], object]], Path]:
    """Sends the churn workbook out and back, as somebody left it."""

    def edited(edit: Callable[[Any], object]) -> Path:
        path = churn.with_name("back.xlsx")
        with WorkshopFile.open(churn, write=False) as file:
            path.write_bytes(made(file.shop, list(file.log()), "xlsx"))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = load_workbook(path)
            edit(workbook)
            workbook.save(path)
        return path

    return edited


def some(workbook: Any) -> None:
    """Two answers about actions, one about a metric, and one that cannot be read."""
    actions = workbook["Action plan"]
    actions["F7"], actions["E8"] = "Done", datetime(2027, 2, 1)
    workbook["Metrics"]["G6"], workbook["Metrics"]["G7"] = 25, "soon"


async def bring(room: Facilitator, path: Path) -> None:
    """Ask for the file and wait until it is read."""
    await room.keys("I")
    room.room.line.answer.value = ""
    await room.says(str(path))
    await room.settles()


async def test_what_is_ticked_is_taken_as_one_act(churn: Path, book: Callable[..., Path]) -> None:
    async with entered(churn) as room:
        await bring(room, book(some))
        assert room.sees("Action plan", "X2 Status doing done", "M1 Target 30 25", "“soon” is not a number",
                         "3 of 3 ticked")  # fmt: skip
        assert room.stored("X2.status") == "doing"
        await room.keys("down", ENTER)
        assert room.sees("2 of 3 ticked")
        before = room.file.last_n()
        await room.keys("a")
        assert room.sees("Took 2 answers from back.xlsx")
        assert (room.stored("X2.status"), room.stored("M1.target")) == ("done", "25")
        assert room.stored("X3.due") != "2027-02-01"
        assert {entry.origin for entry in list(room.file.log())[before:]} == {"imported"}
        await room.keys("u")
        assert (room.stored("X2.status"), room.stored("M1.target")) == ("doing", "30")


async def test_what_cannot_be_read_is_counted_at_the_top_and_named_when_the_rest_is_taken(
    churn: Path, book: Callable[..., Path]
) -> None:
    def many(workbook: Any) -> None:
        for row in range(7, 12):
            workbook["Action plan"][f"F{row}"] = "Dropped"
        workbook["Metrics"]["G6"], workbook["Metrics"]["G7"] = "later", "soon"

    async with entered(churn, size=(80, 24)) as room:
        await bring(room, book(many))
        assert not room.sees("is not a number"), "what cannot be read stands below the fold"
        assert room.sees("5 of 5 ticked · 2 not readable, below")
        await room.keys("a")
        assert room.sees("Took 5 answers", "2 not readable, left out", "Metrics!G6; Metrics!G7")


async def test_a_verdict_and_its_words_are_told_apart(churn: Path, book: Callable[..., Path]) -> None:
    with WorkshopFile.open(churn) as file:
        file.act(lambda draft: acts.retire(draft, "V2"), why="remove", step=4)
    path = book(lambda workbook: given_anew(workbook["Sign-off"]))
    async with entered(churn) as room:
        await bring(room, path)
        labels = [room.room.view._about(row.what).rpartition(": ")[2] for row in room.room.view.rows]  # type: ignore[attr-defined]
        assert labels == ["verdict", "in their words"]


def given_anew(page: Any) -> None:
    """A verdict where none is yet, with its words."""
    top = next(row for row in range(1, 15) if page.cell(row, 1).value == "Ref")
    heads = {cell.value: cell.column for cell in page[top]}
    row = next(row for row in range(top + 1, 60) if not page.cell(row, heads["Verdict"]).value)
    page.cell(row, heads["Verdict"]).value = "Agree"
    page.cell(row, heads["In your words"]).value = "Fine by me"


async def test_a_conflict_is_not_ticked_and_says_what_was_sent(churn: Path, book: Callable[..., Path]) -> None:
    path = book(some)
    async with entered(churn) as room:
        await room.keys("5")
        with WorkshopFile.open(churn) as other:
            other.act(lambda draft: draft.set("X2", "status", "dropped"), why="set", step=5)
        room.file.catch_up()
        await bring(room, path)
        assert room.sees("[ ] X2 Status dropped (sent as: doing) done", "2 of 3 ticked")
        await room.keys(ENTER, "a")
        assert room.stored("X2.status") == "done"


async def test_a_whole_sheet_at_once_and_nothing_leaves_a_trace_of_it(churn: Path, book: Callable[..., Path]) -> None:
    async with entered(churn) as room:
        await bring(room, book(some))
        await room.keys("s")
        assert room.sees("1 of 3 ticked")
        await room.keys("s")
        assert room.sees("3 of 3 ticked")
        await room.keys("s", "end", "up", "s")
        assert room.sees("0 of 3 ticked")
        await room.keys("a")
        assert room.sees("Nothing was taken")
        assert "came back" in room.file.shop.of("note")[-1].words


async def test_a_deleted_line_is_kept_unless_somebody_says_so(churn: Path, book: Callable[..., Path]) -> None:
    async with entered(churn) as room:
        await bring(room, book(lambda workbook: workbook["Action plan"].delete_rows(7)))
        assert room.sees("[ ] X2", "the line is gone", "0 of 1 ticked")
        await room.keys(ENTER, "a")
        assert not room.there("X2")
        await room.keys("u")
        assert room.there("X2")


async def test_a_file_that_is_none_is_said_in_one_line(churn: Path, tmp_path: Path) -> None:
    (tmp_path / "photo.xlsx").write_bytes(b"PK\x03\x04 nothing")
    async with entered(churn) as room:
        await bring(room, tmp_path / "photo.xlsx")
        assert room.sees("photo.xlsx", "cut off or damaged")
        await bring(room, tmp_path / "nowhere.csv")
        assert room.sees("nowhere.csv", "no such file")


async def test_the_path_is_completed_as_one_types(churn: Path, tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "answers.csv").write_text("statement\nCut churn by half\n")
    async with entered(churn) as room:
        await room.keys("I")
        assert room.sees("inbox/")
        await room.keys(*"inb", TAB, ENTER)
        assert room.sees("answers.csv")
        await room.keys(ESC)
        assert not room.room.line.display


async def test_what_is_like_something_is_joined_with_it_by_a_key(churn: Path, tmp_path: Path) -> None:
    path = tmp_path / "omar.xlsx"
    with WorkshopFile.open(churn, write=False) as file:
        path.write_bytes(made(file.shop, list(file.log()), "xlsx", what="prework"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = load_workbook(path)
    page = workbook["Objectives"]
    top = next(row for row in range(1, 15) if page.cell(row, 1).value == "Objective")
    page.cell(top + 1, 1).value = "Bring the failed morning orders down to 80 a month"
    sheet, at = next(iter(workbook.defined_names["sender_name"].destinations))
    workbook[sheet][at.replace("$", "")].value = "Omar Reyes"
    workbook.save(path)
    async with entered(churn) as room:
        before = len(room.file.shop.of("objective"))
        await bring(room, path)
        rows = [row.what for row in room.room.view.rows]
        at = next(i for i, what in enumerate(rows) if getattr(what, "like", ""))
        await room.keys(*["down"] * at)
        assert room.sees("new objective, or the", "same as O2?", "j: it is the same thing")
        await room.keys("j")
        assert room.sees("Joined with O2")
        await room.keys("a")
        assert len(room.file.shop.of("objective")) == before
        heard = room.file.shop.find("O2").values()["heard"]
        assert isinstance(heard, tuple)
        assert "Omar Reyes" in {room.file.shop.find(ref).words for ref in heard}
        assert "down to 80 a month" in room.file.shop.of("note")[-1].words
