"""The workbook as its readers open it: whole, safe, equal to the records, the same twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from making import say, shop

from exporters.handoff import made
from exporters.sheets import described
from workshop import coach
from workshop.declare import KINDS
from workshop.derived import duties, matrix, priority, trends
from workshop.derived.threads import threads
from workshop.draft import Draft
from workshop.records import Metric, Objective
from workshop.state import Workshop


def opened(data: bytes, *, values: bool = False) -> Any:
    from openpyxl import load_workbook

    return load_workbook(BytesIO(data), data_only=values)


def table(book: Any, name: str) -> list[dict[str, Any]]:
    """The rows of a native table, by header."""
    sheet = next(sheet for sheet in book if name in sheet.tables)
    rows = [[cell.value for cell in row] for row in sheet[sheet.tables[name].ref]]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def cells(book: Any) -> Iterator[Any]:
    for sheet in book:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.value is not None)


def test_it_has_every_sheet_that_was_promised(book: Any) -> None:
    names = [sheet.title for sheet in book if sheet.sheet_state == "visible"]
    assert names[:18] == [
        "Start here", "Closing", "Golden thread", "Objectives", "Outcomes", "Objective x process", "Outcome x process",
        "Process x metric", "RACI", "Decision rights", "Routines", "Action plan", "Dashboard", "Metrics",
        "Readings", "Sign-off", "Findings", "Glossary",
    ]  # fmt: skip
    assert names[-1] == "Change log"
    assert {sheet.title: sheet.sheet_state for sheet in book if sheet.title not in names} == {
        "Chart data": "hidden", "Lists": "hidden", "_goldenthread": "veryHidden",
    }  # fmt: skip


def test_two_exports_of_one_state_are_equal_to_the_byte(churn: Any) -> None:
    assert churn.xlsx() == churn.xlsx()


def test_it_carries_the_time_of_the_last_change_alone(churn: Any) -> None:
    with ZipFile(BytesIO(churn.xlsx())) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
    assert re.findall(r">(\d{4}-[^<]*)<", core) == ["2026-11-24T09:30:00Z"] * 2


def test_every_thread_is_a_row(figures: Any, churn: Any) -> None:
    rows = table(figures, "GoldenThread")
    found = threads(churn.shop)
    assert [row["id"] for row in rows] == [" ".join(k.ref if k else "-" for k in t.layers) for t in found]
    first = rows[0]
    assert first["Metric"] == "M1 Mean time to restore the sales portal"
    assert first["Why this process"] == found[0].link.reason  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["objective_process", "outcome_process", "process_metric"])
def test_each_matrix_is_what_the_links_say(figures: Any, churn: Any, name: str) -> None:
    crossed = getattr(matrix, name)(churn.shop)
    sheet = {"objective_process": "ObjectiveProcess", "outcome_process": "OutcomeProcess"}.get(name, "ProcessMetric")
    shown = table(figures, sheet)
    for row in shown:
        found = {header.split()[0]: mark for header, mark in row.items() if re.match(r"[PM]\d+ ", header) and mark}
        assert found == {c: cell.mark for (r, c), cell in crossed.cells.items() if r == row["Ref"]}
        assert row["In all"] == len(found)
        assert row["Check"] == crossed.row_check(row["Ref"])
    assert [row["Ref"] for row in shown] == [row.ref for row in crossed.rows]


def test_the_raci_is_the_letters_and_their_check(figures: Any, churn: Any) -> None:
    rows = table(figures, "RACI")
    for row, duty in zip(rows, duties.duties(churn.shop), strict=True):
        letters = {churn.shop.find(who).words: letter for who, letter in duty.letters.items()}
        assert {header: row[header] for header in letters} == letters
        assert (row["Ref"], row["Check"]) == (duty.activity.ref, duty.check)


def test_scores_and_ranks_are_the_rooms(figures: Any, churn: Any) -> None:
    ranked = {one.objective.ref: one for one in priority.ranking(churn.shop)}
    rows = {row["Ref"]: row for row in table(figures, "Objectives")}
    assert list(rows) == [objective.ref for objective in churn.shop.all(Objective)]
    for ref, one in ranked.items():
        assert (rows[ref]["Score"], rows[ref]["Rank"]) == (one.score, one.rank)
    assert rows["O5"]["Rank"] == "Parked"


def test_metrics_and_dashboard_say_what_the_trends_say(figures: Any, churn: Any) -> None:
    found = trends.trends(churn.shop)
    for row in table(figures, "Metrics"):
        trend = found[row["Ref"]]
        assert (row["Latest"], row["Status"]) == (trend.latest, trend.status)
        assert row["Progress"] == pytest.approx(trend.progress)
    lines = [[cell.value for cell in row] for row in figures["Dashboard"].iter_rows()]
    shown = {line[0]: line[5:9] for line in lines if line[0] in found}
    assert set(shown) == {metric.ref for metric in churn.shop.all(Metric)}
    assert shown["M1"] == [52, 30, pytest.approx(38 / 60), "On the way"]
    worry = sum(str(value).startswith("Average age of fault") for line in lines for value in line)
    assert worry == 2, "the number that is the worry has a chart, and its line"


def test_every_finding_is_there(figures: Any, churn: Any) -> None:
    said = {row["Sentence"]: row["Weight"] for row in table(figures, "Findings")}
    aside = [finding.message for finding, _ in coach.dismissed(churn.shop)]
    assert set(said) == {finding.message for finding in coach.findings(churn.shop)} | set(aside)
    assert aside and {said[message] for message in aside} == {"Set aside"}


def test_every_answer_is_somewhere_in_it() -> None:
    """A field that is declared tomorrow shows in the workbook without another line."""
    made_ = Workshop(today=shop().today)
    said: set[str] = set()
    draft = Draft(made_)
    for kind in KINDS.values():
        if kind.name == "score":
            continue
        held: dict[str, Any] = {}
        for spec in kind.fields:
            if spec.type == "text" and not spec.inner:
                held[spec.name] = f"{kind.name} {spec.name} said"
                said.add(held[spec.name])
            elif spec.type == "choice":
                held[spec.name] = spec.choices[0]
            elif spec.type == "ref" and spec.needed:
                held[spec.name] = f"{KINDS[spec.to[0]].prefix}1" if spec.to else "W1"
            elif spec.type == "refs":
                held[spec.name] = (f"{KINDS[spec.to[0]].prefix}1",)
            elif spec.type == "who" and not kind.key:
                held[spec.name] = f"{kind.name} {spec.name} who"
                said.add(held[spec.name])
            elif spec.type == "who" and spec.needed:
                held[spec.name] = "H1"
            elif spec.type == "amount":
                held[spec.name] = "7"
            elif spec.type == "day":
                held[spec.name] = "2027-03-31"
        draft.add(kind, held)
    made_.apply(draft.changes)
    text = "\n".join(str(cell.value) for cell in cells(opened(made(made_, [], "xlsx"))))
    assert {words for words in said if words not in text} == set()


HOSTILE = [
    "=1+1", "+1", "-1", "@SUM(1)", "#N/A", "#REF!", "[b]", "_x0041_", "<r>x</r>", "<r><t>y</t></r>", "{=1}", "'=1",
    '=HYPERLINK("http://x.y","z")', "=cmd|'/c calc'!A0", "http://example.org", "internal:'Lists'!A1", "mailto:a@b.c",
    "one\ntwo", "👩‍👩‍👧 é 漢字 שלום", "x" * 10_000, "😀" * 9_000, "007", "TRUE", "1e5", "a & b < c > d", "  blanks ",
]  # fmt: skip


@pytest.fixture(scope="module")
def hostile() -> Any:
    """A workshop whose every text is hostile, each in all kinds of records."""
    made_ = shop(client=HOSTILE[0], facilitator="&P&Nfoot")
    draft = Draft(made_)
    for n, words in enumerate(HOSTILE, 1):
        for kind in KINDS.values():
            if kind.key or kind.name in ("workshop", "link", "verdict", "ruling"):
                continue
            texts = {spec.name: words for spec in kind.fields if spec.type in ("text", "who")}
            texts |= {spec.name: "W1" for spec in kind.fields if spec.type == "ref" and spec.needed}
            draft.add(kind, texts)
        draft.set(f"C{n}", "objectives", ("O1", f"O{n}"))
        draft.set(f"M{n}", "outcomes", (f"C{n}",))
        draft.add(KINDS["link"], {"outcome": f"C{n}", "process": f"P{n}", "reason": words, "role": "primary"})
        draft.add(KINDS["verdict"], {"on": f"C{n}", "person": words, "says": "block", "words": words})
        draft.add(KINDS["ruling"], {"on": f"M{n}", "says": "keep", "reason": words, "decided": words})
        draft.add(KINDS["raci"], {"activity": f"A{n}", "who": words, "letter": "A"})
        draft.add(KINDS["reading"], {"metric": f"M{n}", "on": f"2026-10-{n:02}", "value": str(n)})
    made_.apply(draft.changes)
    return made_


def test_no_words_are_ever_live(hostile: Any) -> None:
    from openpyxl.utils.escape import unescape

    data = made(hostile, [], "xlsx")
    book = opened(data)
    texts: set[str] = set()
    for cell in cells(book):
        if cell.data_type == "f":
            assert not any(cell.value.startswith(words) for words in HOSTILE), cell.coordinate
        elif cell.data_type == "s":
            texts |= {cell.value, unescape(cell.value)}
        assert cell.data_type != "e"
        if cell.hyperlink:
            assert cell.hyperlink.target is None
            assert cell.hyperlink.location.split("!")[0].strip("'") in book.sheetnames
    assert {words[:20] for words in HOSTILE if words.strip() not in texts and words not in texts} == set()
    with ZipFile(BytesIO(data)) as parts:
        for name in parts.namelist():
            assert b'TargetMode="External"' not in parts.read(name)
            assert "vba" not in name.lower()
            assert "externalLink" not in name


def test_headers_are_unique_whatever_they_are_called(hostile: Any) -> None:
    book = opened(made(hostile, [], "xlsx"))
    for sheet in book:
        for native in sheet.tables.values():
            shown = [cell.value for cell in sheet[native.ref][0]]
            names = [column.name for column in native.tableColumns]
            assert shown == names
            assert len({name.lower() for name in names}) == len(names)
            assert re.fullmatch(r"[A-Z][A-Za-z]+", native.displayName)


def test_a_text_too_long_for_a_cell_says_so() -> None:
    made_ = shop()
    draft = Draft(made_)
    for n in range(5):
        draft.add(KINDS["objective"], {"statement": f"{n} " + "word " * 1990})
    draft.add(KINDS["outcome"], {"statement": "C", "objectives": ("O1", "O2", "O3", "O4", "O5")})
    made_.apply(draft.changes)
    long = max((str(cell.value) for cell in cells(opened(made(made_, [], "xlsx")))), key=len)
    assert len(long) <= 32_767
    assert long.endswith("[cut here: a cell holds no more]")


def test_an_empty_workshop_has_lines_to_write_on() -> None:
    book = opened(made(shop(), [], "xlsx"))
    assert len(book.sheetnames) == 29
    action = book["Action plan"]["B6"]
    assert (action.value, action.protection.locked) == (None, False)
    assert book["Start here"]["B3"].value == "Northwind"


def test_what_may_be_edited_is_unlocked_and_cream_and_leads_to_its_field(churn: Any, book: Any) -> None:
    handed = described(churn.shop, churn.log)
    for sheet in handed.sheets.values():
        for at, row in enumerate(sheet.rows):
            for across, column in enumerate(sheet.columns):
                cell = book[sheet.name].cell(sheet.top + 2 + at, across + 1)
                aim = column.aim(row) if column.aim and column.edit else None
                if aim:
                    KINDS[aim.kind].field(aim.field)
                free = column.edit and (column.aim is None or aim is not None)
                assert cell.protection.locked is not free, f"{sheet.name}!{cell.coordinate}"
                assert (cell.fill.start_color.rgb == "FFFFF8E4") is free


def test_lists_warn_and_never_stop(book: Any) -> None:
    names = set(book.defined_names)
    assert {"list_status", "list_verdict", "list_raci", "list_link", "list_people"} <= names
    for sheet in book:
        for check in sheet.data_validations.dataValidation:
            assert check.errorStyle == "warning"
            if check.type == "list":
                assert check.formula1.lstrip("=") in names


def test_each_id_is_in_the_table_and_among_the_keys(book: Any) -> None:
    keys = list(book["_goldenthread"].iter_rows(min_row=3, values_only=True))
    ids = [key[2] for key in keys]
    assert len(set(ids)) == len(ids)
    shown = [
        row["id"]
        for sheet in book
        for name in sheet.tables
        if name not in ("ObjectiveProcess", "OutcomeProcess", "ProcessMetric")
        for row in table(book, name)
        if "id" in row
    ]
    assert sorted(shown) == sorted(ids)


def test_every_chart_is_described_in_words(churn: Any) -> None:
    with ZipFile(BytesIO(churn.xlsx())) as parts:
        drawings = [parts.read(name).decode() for name in parts.namelist() if "drawings/drawing" in name]
        charts = sum("xl/charts/chart" in name for name in parts.namelist())
    described_ = [words for drawing in drawings for words in re.findall(r'descr="([^"]+)"', drawing)]
    assert len(described_) == charts == 5
    assert any(
        words.startswith("Line chart of Mean time to restore") and "It serves O1" in words for words in described_
    )


def test_every_sheet_prints_as_designed(book: Any) -> None:
    for sheet in book:
        if sheet.sheet_state != "visible":
            continue
        assert sheet.print_area
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "Page &P of &N" in (sheet.oddFooter.right.text or "")
        if sheet.tables:
            assert sheet.freeze_panes
            assert sheet.print_title_rows


def test_a_large_matrix_stands_its_headers_upright() -> None:
    made_ = shop()
    for n in range(12):
        say(made_, "process", name=f"Process {n}")
    say(made_, "objective", statement="Cut churn")
    say(made_, "outcome", statement="Back in 30 minutes", objectives="O1")
    sheet = opened(made(made_, [], "xlsx"))["Outcome x process"]
    assert sheet["C5"].alignment.textRotation == 90
    assert sheet.column_dimensions["C"].width < 6


def test_the_file_is_written_where_it_was_asked_for(gt: Any, tmp_path: Path) -> None:
    file, out = tmp_path / "w.workshop", tmp_path / "w.xlsx"
    assert gt("sample", "delivery", file).code == 0
    assert gt("export", file, "-o", out).code == 0
    assert len(opened(out.read_bytes()).sheetnames) == 29
    first = out.read_bytes()
    assert gt("export", file, "-o", out).code == 0
    assert out.read_bytes() == first
