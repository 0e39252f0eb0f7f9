"""portfolio: a folder of real files as text, JSON, workbook and tables; a broken one is named and skipped."""

from __future__ import annotations

import asyncio
import csv
import json
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran
from openpyxl import load_workbook

from store import folder
from store.backups import BESIDE

Gt = Callable[..., Ran]


@pytest.fixture
def place(tmp_path: Path, gt: Gt) -> Path:
    """Two samples, one of them further down, a copy that was made in a borrowed home, and what is no workshop."""
    place = tmp_path / "maps"
    (place / "north").mkdir(parents=True)
    gt("sample", "churn", place / "churn.workshop")
    gt("sample", "delivery", place / "north" / "delivery.workshop")
    (place / f"churn.workshop{BESIDE}").mkdir()
    shutil.copy(place / "churn.workshop", place / f"churn.workshop{BESIDE}")
    (place / "broken.workshop").write_bytes(b"not a database at all" * 10)
    (place / "notes.txt").write_text("nothing")
    (place / ".hidden.workshop").write_text("nothing")
    return place


def _json(ran: Ran) -> Any:
    return json.loads(ran.out)


def test_what_many_workshops_say_together(place: Path, gt: Gt) -> None:
    before = {path: path.read_bytes() for path in place.rglob("*.workshop")}
    ran = gt("portfolio", place, "--json")
    made = _json(ran)
    assert ran.code == 1, "a file could not be read"
    assert [file["path"] for file in made["files"]] == ["churn.workshop", str(Path("north", "delivery.workshop"))]
    assert {"path", "title", "objectives", "ready"} <= made["files"][0].keys()
    assert made["files"][0]["title"] == "Keep our trade customers" and made["files"][0]["objectives"] == 5
    (problem,) = made["problems"]
    assert problem["path"] == "broken.workshop" and "no database" in problem["message"]
    incident = next(one for one in made["processes"] if one["name"] == "Incident management")
    assert len(incident["files"]) == 2 and incident["owners"] and incident["objectives"][0]["ref"] == "O1"
    assert {path: path.read_bytes() for path in place.rglob("*.workshop")} == before


def test_as_text(place: Path, gt: Gt) -> None:
    ran = gt("portfolio", place)
    assert ran.out.splitlines()[0].endswith("2 ready")
    for title in ("Processes, by how many", "Asked by several", "nobody serves", "by category", "Could not be read"):
        assert title in ran.out
    assert "broken.workshop: " in ran.out


def test_a_break_out_beside_its_workshop_is_said_with_the_numbers(place: Path, gt: Gt, tmp_path: Path) -> None:
    gt("fork", place / "churn.workshop", place / "south.workshop")
    (place / "broken.workshop").unlink()
    said = "churn.workshop and south.workshop are one workshop: what they hold counts once in each"
    ran = gt("portfolio", place, "-o", tmp_path / "all.xlsx")
    assert ran.code == 0 and ran.out.splitlines()[1] == said
    book = load_workbook(tmp_path / "all.xlsx")
    assert any(f"{said}." == cell.value for row in book.worksheets[0] for cell in row)
    assert book["Problems"]["A2"].value == "One workshop is there more than once"


def test_as_a_workbook_that_replaces_only_its_own(place: Path, gt: Gt, tmp_path: Path) -> None:
    out = tmp_path / "all.xlsx"
    assert gt("portfolio", place, "-o", out).code == 1
    first = out.read_bytes()
    book = load_workbook(out)
    assert book.sheetnames[:9] == ["Start here", "Workshops", "Processes", "Carried", "Owners", "Served by nobody",
                                   "By category", "Words", "Problems"]  # fmt: skip
    assert any("broken.workshop" in str(cell.value) for row in book["Problems"] for cell in row)
    assert gt("portfolio", place, "-o", out).code == 1 and out.read_bytes() == first
    other = tmp_path / "mine.xlsx"
    other.write_text("mine")
    ran = gt("portfolio", place, "-o", other)
    assert ran.code == 2 and other.read_text() == "mine"
    ran = gt("portfolio", place, "-o", place / "churn.workshop", "--format", "xlsx", "--overwrite")
    assert ran.code == 2 and "one of the workshops" in ran.err


def test_tables_for_a_warehouse_hold_nothing_private(place: Path, gt: Gt, tmp_path: Path) -> None:
    churn = place / "churn.workshop"
    gt("add", churn, "note", "on=O1", "text=Do not say this aloud", "private=yes")
    gt("add", churn, "note", "on=O1", "text==HYPERLINK(1)")
    gt("set", churn, "O1.target", "-6 %")
    out = tmp_path / "tables"
    assert gt("portfolio", place, "-o", out, "--format", "csv").code == 1
    tables = {path.stem: list(csv.DictReader(path.open(encoding="utf-8", newline=""))) for path in out.glob("*.csv")}
    assert {row["file"] for row in tables["threads"]} == {"churn.workshop", str(Path("north", "delivery.workshop"))}
    notes = [row["text"] for row in tables["note"]]
    assert "Do not say this aloud" not in notes and "'=HYPERLINK(1)" in notes
    assert "words" not in tables["verdict"][0] and "person" not in tables["score"][0]
    assert all("/-/" in row["ref"] for row in tables["score"])
    goal = next(row for row in tables["objective"] if (row["file"], row["ref"]) == ("churn.workshop", "O1"))
    assert (goal["target"], goal["target_number"], goal["owner_name"]) == ("-6 %", "-6.0", "Head of Trade Sales")
    assert gt("portfolio", place, "-o", out, "--format", "csv").code == 1, "its own tables are replaced"
    (out / "note.csv").write_text("mine\n")
    assert gt("portfolio", place, "-o", out, "--format", "csv").code == 2


def test_parquet_says_the_same_or_what_to_install(place: Path, gt: Gt, tmp_path: Path) -> None:
    try:
        import pyarrow.parquet as parquet
    except ImportError:
        ran = gt("portfolio", place, "-o", tmp_path / "tables", "--format", "parquet")
        assert ran.code == 2 and "pip install pyarrow" in ran.err and not (tmp_path / "tables").exists()
        return
    assert gt("portfolio", place, "-o", tmp_path / "tables", "--format", "parquet").code == 1
    rows = parquet.read_table(tmp_path / "tables" / "threads.parquet").to_pylist()
    assert {row["file"] for row in rows} == {"churn.workshop", str(Path("north", "delivery.workshop"))}
    assert {type(row["progress"]) for row in rows} <= {float, type(None)}
    assert gt("portfolio", place, "-o", tmp_path / "tables", "--format", "parquet").code == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["nowhere"], "no folder"),
        (["maps", "--format", "csv"], "needs a place"),
        (["maps", "-o", "out"], "no .xlsx"),
        (["maps/churn.workshop"], "no folder"),
    ],
)
def test_wrong_use_is_one_line(
    place: Path, gt: Gt, monkeypatch: pytest.MonkeyPatch, words: list[str], why: str
) -> None:
    monkeypatch.chdir(place.parent)
    ran = gt("portfolio", *words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1) and why in ran.err


def test_an_empty_folder_is_an_empty_portfolio(tmp_path: Path, gt: Gt) -> None:
    ran = gt("portfolio", tmp_path, "--json")
    assert ran.code == 0 and _json(ran)["files"] == _json(ran)["problems"] == []
    assert gt("portfolio", tmp_path, "-o", tmp_path / "none.xlsx").code == 0


def test_many_files_are_read_by_several_processes_in_their_order(
    place: Path, gt: Gt, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        shutil.copy(place / "churn.workshop", place / f"team-{number}.workshop")
    alone = _json(gt("portfolio", place, "--json"))
    monkeypatch.setattr(folder, "_FEW", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert _json(gt("portfolio", place, "--json")) == alone
    assert len(alone["files"]) == 7 and len(alone["copies"]) == 1


async def test_in_the_room_the_folder_of_the_file_is_rolled_up(place: Path) -> None:
    from room import ESC, entered

    async with entered(place / "churn.workshop") as room:
        await room.keys("P")
        await room.settles()
        assert room.sees("Portfolio of maps", "2 workshops with 10 objectives", "Processes, by how many objectives")
        await room.keys("end")
        assert room.sees("broken.workshop", "no database")
        await room.keys("e")
        await room.settles()
        assert room.sees("Wrote") and load_workbook(place / "portfolio.xlsx").sheetnames[0] == "Start here"
        await room.keys(ESC)
        assert not room.sees("Portfolio of maps")


async def test_in_the_room_escape_leaves_what_is_still_being_read(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from room import ESC, entered

    from screens import rolling_up

    left, begun, read = threading.Event(), threading.Event(), rolling_up.alone

    def slowly(path: Path) -> rolling_up.Look:
        begun.set()
        assert left.wait(5)
        return read(path)

    monkeypatch.setattr(rolling_up, "alone", slowly)
    async with entered(place / "churn.workshop") as room:
        await room.keys("P")
        assert await asyncio.to_thread(begun.wait, 5)
        await room.keys(ESC)
        left.set()
        await room.settles()
        assert not room.sees("Portfolio of maps") and not room.sees("Reading")
