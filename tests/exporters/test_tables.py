"""Tables from outside: every usual way to save one is read, everything else is named for what it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from exporters.guard import NotReadable
from exporters.tables import blocks, pasted, read
from workshop.incoming.headers import Table

Written = Callable[[bytes, str], Table]


@pytest.fixture
def table(tmp_path: Path) -> Written:
    """The one table of a file that holds these bytes."""

    def written(data: bytes, name: str = "t.csv") -> Table:
        path = tmp_path / name
        path.write_bytes(data)
        [found] = read(path)
        return found

    return written


def cells(table: Table) -> list[dict[str, str]]:
    """What the rows say."""
    return [row.cells for row in table.rows]


WORDS = 'Überleben "né" – 90 %'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "pipe"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_however_it_was_saved(table: Written, encoding: str, mark: str, end: str) -> None:
    quoted = WORDS.replace('"', '""')
    text = f'statement{mark}owner{end}"{quoted}"{mark}Zoë{end}'
    assert cells(table(text.encode(encoding), "t.csv")) == [{"statement": WORDS, "owner": "Zoë"}]


def test_a_line_may_name_the_mark(table: Written) -> None:
    assert cells(table(b"sep=;\r\nstatement;due\r\na;b, c\r\n", "t.csv")) == [{"statement": "a", "due": "b, c"}]


def test_a_comma_in_a_header_does_not_part_it(table: Written) -> None:
    found = table(b"Objective;Framework, clause\nA;ISO, 4\n", "t.csv")
    assert found.headers == ("Objective", "Framework, clause")


def test_titles_may_stand_above_the_headers(table: Written) -> None:
    found = table(b"Our inventory\n\nname,criticality\nPortal,high\n", "t.csv")
    assert [(row.where, row.cells) for row in found.rows] == [("row 4", {"name": "Portal", "criticality": "high"})]


def test_line_ends_and_quotes_inside_a_cell(table: Written) -> None:
    assert cells(table(b'statement\n"two\nlines"\nthree\n', "t.csv")) == [
        {"statement": "two\nlines"},
        {"statement": "three"},
    ]


def test_a_row_with_too_many_cells_is_a_problem_and_not_a_guess(table: Written) -> None:
    found = table(b"statement,owner\nCut churn, fast,CFO\nGrow,COO,,\n", "t.csv")
    assert [problem.where for problem in found.problems] == ["row 2"]
    assert cells(found) == [{"statement": "Grow", "owner": "COO"}]


def test_big_and_odd_ones_take_no_time(table: Written) -> None:
    assert len(table(b"statement\n" + b"Cut churn by 3% by Q4\n" * 20_000, "t.csv").rows) == 20_000
    assert len(cells(table(b"statement\n" + b"y" * 2_000_000 + b"\n", "t.csv"))[0]["statement"]) == 2_000_000
    assert cells(table(b"statement" + b",x" * 50_000 + b"\na" + b",1" * 50_000 + b"\n", "t.csv"))[0]["statement"] == "a"
    assert cells(table(b"statement\nab\0cd\n", "t.csv")) == [{"statement": "abcd"}]


BOOKLIKE = b"PK\x03\x04" + b"\0" * 500
NO_TABLES = {
    "empty.csv": (b"", "nothing in it"),
    "zeros.csv": (b"\0" * 100, "nothing in it"),
    "numbers.csv": (b"1,2\n3,4\n", "no row of headers"),
    "binary.csv": (bytes(range(256)) * 40, "no row of headers"),
    "open.csv": (b'statement\n"never closed\n', "quotation marks"),
    "workbook.csv": (BOOKLIKE, "damaged"),
    "workbook.xlsx": (BOOKLIKE, "damaged"),
    "table.xlsx": (b"statement\nCut churn\n", "name it .csv"),
    "page.xlsx": (b"<html><table><tr><td>O1</td></tr></table></html>", "web page"),
    "old.xls": (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 4096, "password"),
    "w.workshop": (b"SQLite format 3\0" + b"\0" * 4080, "a workshop"),
    "~$book.xlsx": (b"\x05Alice" + b" " * 159, "lock file"),
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_is_no_table_is_named_for_what_it_is(table: Written, name: str) -> None:
    data, says = NO_TABLES[name]
    with pytest.raises(NotReadable, match=says):
        table(data, name)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.csv", tmp_path / "a\0b.csv"):
        with pytest.raises(NotReadable):
            read(path)


def test_a_workbook_says_what_its_reader_would_type(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "Objectives"
    sheet.append(["Ref", "Statement", "Due", "Target", "Customer facing", "Owner"])
    sheet.append(["O1", "=1+1 as text", date(2027, 12, 31), 0.06, True, "a_x000D_b"])
    sheet["B2"].data_type = "s"
    sheet["D2"].number_format = "0%"
    sheet.append([None, "Grow", datetime(2027, 1, 31), 1200, None, 7.0])
    sheet.append([None, "=SUM(1)", None, None, None, "#REF!"])
    book.create_sheet("Notes to self")["A1"] = "nothing that we know"
    hidden = book.create_sheet("Hidden")
    hidden.append(["statement"])
    hidden.append(["unseen"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "b.xlsx")
    [found] = read(tmp_path / "b.xlsx")
    assert cells(found)[:2] == [
        {"Ref": "O1", "Statement": "=1+1 as text", "Due": "2027-12-31", "Target": "6%", "Customer facing": "yes",
         "Owner": "a\rb"},
        {"Statement": "Grow", "Due": "2027-01-31", "Target": "1200", "Owner": "7"},
    ]  # fmt: skip
    assert [problem.where for problem in found.problems] == ["Objectives!B4", "Objectives!F4"]
    assert found.rows[0].where == "Objectives, row 2"


def test_a_far_corner_costs_nothing(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["statement"])
    book.active.append(["Cut churn"])
    book.active["XFD1048576"] = 1
    book.save(tmp_path / "b.xlsx")
    [found] = read(tmp_path / "b.xlsx")
    assert cells(found)[0] == {"statement": "Cut churn"}


def test_any_table_is_read_as_its_cells(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("Ziel;Verantwortlich\nCut churn, at home, soon;Jörg\n;\n".encode("cp1252"))
    [found] = blocks(path)
    assert found.lines[:2] == [(1, {0: "Ziel", 1: "Verantwortlich"}), (2, {0: "Cut churn, at home, soon", 1: "Jörg"})]


def test_any_workbook_is_read_sheet_by_sheet(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Goals"
    book.active.append(["Ziel", "Bis"])
    book.active.append(["Cut churn", datetime(2027, 12, 31)])
    book.create_sheet("Empty")
    book.create_sheet("People").append(["Jo", "=1+1"])
    book.save(tmp_path / "t.xlsx")
    goals, people = blocks(tmp_path / "t.xlsx")
    assert (goals.name, goals.lines[1]) == ("Goals", (2, {1: "Cut churn", 2: "2027-12-31"}))
    assert people.lines == [(1, {1: "Jo"})]
    assert [problem.where for problem in people.problems] == ["People!B1"]


def test_a_pasted_table_is_told_from_a_pasted_column() -> None:
    found = pasted('Portal\thigh\n"Stock, of ""all""\nshops"\tlow\r\n')
    assert found and [cells for _, cells in found.lines] == [
        {0: "Portal", 1: "high"}, {0: 'Stock, of "all"\nshops', 1: "low"},
    ]  # fmt: skip
    assert pasted("Portal\nStock\nPhone\tH1\n") is None
    assert pasted('5" disc\n6" disc\n') is None
    assert pasted("") is None
    inch = pasted('"5 inch\thigh\nDisc\tlow')
    assert inch and len(inch.lines) == 2
