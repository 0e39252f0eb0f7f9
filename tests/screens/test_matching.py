"""Bringing a table in: its columns are guessed, put right by a key, and taken as one act that can be undone."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from looking import cut, faint, told
from openpyxl import Workbook
from room import ENTER, ESC, TAB, Facilitator, entered

from screens.text import width_of
from screens.views.matching import Matching
from screens.views.records import Records

ODD = """Our inventory 2027;;;
Application;Business criticality;Service Manager;Cost centre
Sales portal;P1 critical;Jo Smith;4711
Stock;P2;Ann Lee;4712
Phones;purple;Bob Tree;4713
CRM;p1 critical;Jo Smith;4711
"""
PASTED = "Portal slow\thigh\tH1\nTickets lost\tlow\tHead of Sales\n"


async def brought(room: Facilitator, path: Path) -> None:
    """Bring the file in, by its path."""
    await room.keys("I", "ctrl+u", *str(path), ENTER)
    await room.settles()


async def on(room: Facilitator, words: str) -> None:
    """Put the cursor on the row that says this."""
    view = room.room.view
    rows = [" ".join(part for line in view.draw(at) for part, _ in line) for at in range(len(view.rows))]
    at = next(at for at, said in enumerate(rows) if words in " ".join(said.split()))
    await room.keys("home", *["down"] * at)


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    """A table as somebody else would keep it."""
    path = tmp_path / "inventory.csv"
    path.write_text(ODD)
    return path


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)], ids=str)
async def test_odd_headers_become_records_and_one_undo_takes_them_back(
    new: Path, odd: Path, size: tuple[int, int]
) -> None:
    async with entered(new, size=size) as room:
        await brought(room, odd)
        assert room.sees("These rows are: Services (4 rows)", "→ Name", "→ Criticality", "→ Owner", "left out")
        assert room.sees("Would bring 4 new services. Press a to go on")
        assert "“P1 critical” (2 times) in Criticality → high" in told(room.room.view)
        assert "“purple” (1 time) in Criticality → left out" in told(room.room.view)
        assert cut(room.room.view) == [] and faint(room.pilot.app) == []
        assert max(map(width_of, room.wall.splitlines())) <= size[0]
        await on(room, "“purple”")
        await room.keys(ENTER)
        assert room.sees("Which Criticality is “purple”?", "leave these cells out")
        await room.keys(*"low", ENTER)
        assert room.sees("“purple” (1 time) in Criticality → low")
        assert not room.there("S1")
        await room.keys("a")
        assert room.sees("Sales portal", "high")
        await room.keys("a")
        assert isinstance(room.room.view, Records)
        assert [room.stored(f"S{n}.criticality") for n in range(1, 5)] == ["high", "medium", "low", "high"]
        assert room.stored("S2.owner") == "Ann Lee"
        await room.keys("u")
        assert not any(room.there(f"S{n}") for n in range(1, 5))
        await room.keys("U")
        assert room.stored("S4.name") == "CRM"


async def test_a_column_and_the_kind_are_put_right(new: Path, odd: Path) -> None:
    async with entered(new) as room:
        await brought(room, odd)
        await room.keys(ENTER)
        assert room.sees("What are these rows?", "leave these rows out")
        await room.keys(*"metrics", ENTER)
        assert room.sees("These rows are: Metrics (4 rows)", "Would bring 4 new metrics")
        await on(room, "Cost centre")
        await room.keys(ENTER)
        assert room.sees("What does the column Cost centre mean? It says: 4711 · 4712 · 4713")
        await room.keys(*"read by", ENTER)
        assert room.sees("→ Read by (as you said)")
        await room.keys("a", "a")
        assert room.stored("M3.name") == "Phones" and room.stored("M3.reader") == "4713"


async def test_what_cannot_be_read_is_named_by_row_and_the_rest_comes(new: Path, tmp_path: Path) -> None:
    path = tmp_path / "goals.csv"
    path.write_text("Goal,Deadline\nCut churn,31 Dec 2027\nGrow,someday\nSell,2027-06-30\n")
    async with entered(new, size=(80, 24)) as room:
        await brought(room, path)
        assert room.sees("Would bring 2 new objectives, 1 problem", "✗ row 3, column Due:", "someday")
        await room.keys("a", "a")
        assert room.stored("O2.statement") == "Sell" and not room.there("O3")


async def test_a_cell_that_cannot_be_read_is_put_right_or_left_out(new: Path, tmp_path: Path) -> None:
    path = tmp_path / "goals.csv"
    path.write_text("Goal,Deadline\nCut churn,31 Dec 2027\nGrow,someday\nSell,03/04/2027\n")
    async with entered(new) as room:
        await brought(room, path)
        await on(room, "✗ row 3, column Due")
        await room.keys(ENTER)
        assert room.sees("row 3 says “someday”. By when?", "Enter alone leaves the cell out")
        await room.says("never")
        assert room.sees("not a date I know")
        await room.keys("ctrl+u", ENTER)
        assert room.sees("Would bring 2 new objectives, 1 problem")
        await on(room, "✗ row 4, column Due")
        await room.keys(ENTER)
        await room.says("3 April 2027")
        assert room.sees("Would bring 3 new objectives.")
        await room.keys("a", "a")
        assert room.stored("O2.due") == "" and room.stored("O3.due") == "2027-04-03"


async def test_a_table_without_headers_and_headers_by_a_key(new: Path, tmp_path: Path) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("Cut churn at home,31 Dec 2027\nGrow in Spain,30 Jun 2027\n")
    async with entered(new) as room:
        await brought(room, path)
        await room.keys(ENTER, *"objectives", ENTER)
        assert room.sees("Objectives (2 rows)", "Column 1", "Would bring 2 new objectives")
        await room.keys("h")
        assert room.sees("Objectives (1 row)")
        await room.keys("h", "a", "a")
        assert room.stored("O1.due") == "2027-12-31"


async def test_sheets_come_together_and_what_is_none_stays_out(new: Path, tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Read me"
    book.active["A1"] = "Kept by the service office"
    for name, rows in {
        "Applications": [("Name", "Tier"), ("Portal", "Gold")], "KPIs": [("Name", "As is"), ("MTTR", 90)],
    }.items():  # fmt: skip
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "all.xlsx")
    async with entered(new) as room:
        await brought(room, tmp_path / "all.xlsx")
        assert room.sees("The rows of Read me are: left out", "The rows of Applications are: Services (1 row)")
        assert room.sees("The rows of KPIs are: Metrics (1 row)", "Would bring 1 new service, 1 new metric")
        await room.keys("a", "a")
        assert room.stored("S1.criticality") == "high" and room.stored("M1.baseline") == "90"


@pytest.mark.parametrize("open_first", [True, False])
async def test_a_pasted_table_is_of_the_kind_of_the_list_in_hand(churn: Path, open_first: bool) -> None:
    async with entered(churn, size=(80, 24)) as room:
        while room.room.view.title != "Pain points":
            await room.keys(TAB)
        before = {record.ref for record in room.file.shop.of("note")}
        await room.keys(*(["a"] if open_first else []))
        await room.pastes(PASTED)
        assert not room.room.line.display
        assert room.sees("These rows are: Notes (2 rows)", "Would bring 2 new notes")
        await room.keys("a", "a")
        new = [record for record in room.file.shop.of("note") if record.ref not in before]
        said = [(r.words, r.values()["what"], r.values()["severity"], r.values()["owner"]) for r in new]
        assert said == [("Portal slow", "pain", "high", "H1"), ("Tickets lost", "pain", "low", "Head of Sales")]
        await room.keys("u")
        assert {record.ref for record in room.file.shop.of("note")} == before


async def test_escape_leaves_a_table_and_nothing_was_changed(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("3")
        await room.pastes("Service\tOwner\n[b]Portal[/b]\t=1+1\n")
        assert isinstance(room.room.view, Matching) and room.sees("[b]Portal[/b]", "=1+1")
        await room.keys("a", ESC)
        assert isinstance(room.room.view, Matching)
        await room.keys(ESC)
        assert not isinstance(room.room.view, Matching) and not room.there("S1")


async def test_a_thousand_pasted_rows_hold_nobody_up(new: Path) -> None:
    rows = "\n".join(f"Service {n} of the group\tP{n % 3 + 1}\tHead of {n % 40}" for n in range(1000))
    async with entered(new) as room:
        await room.keys(TAB)
        before = perf_counter()
        await room.pastes(f"Service\tTier\tOwner\n{rows}")
        assert isinstance(room.room.view, Matching)
        assert perf_counter() - before < 1
        for _ in range(100):
            if room.sees("Would bring 1,000 new services"):
                break
            await room.pilot.pause(0.02)
        await room.keys("a", "a")
        assert room.stored("S1000.criticality") == "high"
        await room.keys("u")
        assert not room.there("S1")


MEASURED = "Date\tM1\tRecurring incident rate\tUptime\n2026-11-30\t50\t19%\t99\n2026-12-07\t48\t18.5%\t98\n"


async def test_a_table_of_readings_shows_at_once_what_it_proposes_and_one_undo_takes_it_back(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        await room.pastes(MEASURED)
        assert room.sees("From the pasted table", "M1 × 2026-11-30:", "4 of 4 ticked")
        assert "“Uptime” is no metric" in told(room.room.view)
        await room.keys("a")
        await room.settles()
        assert room.stored("M1/2026-11-30.value") == "50" and room.stored("M2/2026-12-07.value") == "18.5%"
        await room.keys("u")
        assert not room.there("M1/2026-11-30") and not room.there("M2/2026-12-07")


async def test_a_file_of_readings_corrects_what_it_says_otherwise_and_doubles_nothing(
    churn: Path, tmp_path: Path
) -> None:
    path = tmp_path / "monitoring.csv"
    path.write_text("Metric,2026-11-30,2026-12-07\nM1,50,48\n")
    async with entered(churn, step=6) as room:
        await brought(room, path)
        await room.keys("a")
        path.write_text("Metric,2026-11-30,2026-12-07\nM1,51,48\n")
        await brought(room, path)
        assert room.sees("1 of 1 ticked")
        await room.keys("a")
        assert room.stored("M1/2026-11-30.value") == "51"
