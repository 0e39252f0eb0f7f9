"""The workbooks that ask, as those who fill them in open them: whole, safe, for the right person."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from libreoffice import XLSX, converted, needs_libreoffice
from making import put, say, shop

from exporters.forms import start
from exporters.forms.prework import LINES
from exporters.handoff import described, made
from workshop.declare import KINDS
from workshop.derived import trends, whose
from workshop.errors import WorkshopError
from workshop.records import Metric
from workshop.state import Workshop

SHEETS = ["Objectives", "Services", "Processes", "Metrics", "Pain points"]


def opened(data: bytes) -> Any:
    from openpyxl import load_workbook

    return load_workbook(BytesIO(data))


def form(room: Workshop, what: str, for_whom: str = "", **more: Any) -> Any:
    return opened(made(room, [], "xlsx", what=what, for_whom=for_whom, **more))


def visible(book: Any) -> list[str]:
    return [sheet.title for sheet in book if sheet.sheet_state == "visible"]


def table(book: Any, name: str) -> tuple[Any, list[dict[str, Any]]]:
    """The native table's sheet, and the cells of its rows by header."""
    sheet = next(sheet for sheet in book if name in sheet.tables)
    head, *rows = sheet[sheet.tables[name].ref]
    return sheet, [{top.value: cell for top, cell in zip(head, row, strict=True)} for row in rows]


def texts(book: Any) -> str:
    return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)


@pytest.fixture
def room() -> Workshop:
    """Three metrics of three owners, two services, open questions: one of them the facilitator's own."""
    made_ = shop(held_on="2026-12-10", next_review="2027-02-01", facilitator="Ada Moor")
    say(made_, "person", name="Mia Berg", role="Service desk lead", group="process owner")
    say(made_, "service", name="Sales portal")
    say(made_, "process", name="Incident management")
    say(made_, "objective", statement="Cut churn from 9% to 6%")
    say(made_, "outcome", statement="Back in 30 minutes", objectives="O1", service="S1")
    say(made_, "metric", name="Time to restore", outcomes="C1", owner="H1", target="30 min", baseline="90")
    say(made_, "metric", name="Known faults", owner="service desk  LEAD", unit="%")
    say(made_, "metric", name="Churn", owner="Chief Customer Officer")
    say(made_, "reading", metric="M1", on="2026-11-01", value="54")
    say(made_, "note", what="unknown", text="How many left?", owner="Head of Sales", due="2026-12-01", on="O1")
    say(made_, "note", what="unknown", text="Who pays?", owner="H1")
    say(made_, "note", what="unknown", text="Does the sponsor stay?", private="yes")
    return made_


# Before the workshop


def test_pre_work_asks_what_a_baseline_needs(room: Workshop) -> None:
    book = form(room, "prework")
    assert visible(book) == ["Start here", "Questions for you", *SHEETS]
    assert book["Objectives"]["A2"].value == KINDS["objective"].field("statement").question
    for name in ("Objectives", "Services", "Processes", "Metrics", "PainPoints"):
        _, rows = table(book, name)
        assert len(rows) == LINES
        for cell in (cell for row in rows for cell in row.values()):
            assert cell.value is None
            assert cell.fill.start_color.rgb == "FFFFF8E4" and not cell.protection.locked


def test_an_example_stands_outside_the_table(room: Workshop) -> None:
    book = form(room, "prework")
    for name in ("Objectives", "Services", "Processes", "Metrics", "PainPoints"):
        sheet, _ = table(book, name)
        first = int(re.search(r"\d+", sheet.tables[name].ref)[0])  # type: ignore[index]
        shown = [cell for cell in sheet[first - 1] if cell.value]
        assert shown and all(cell.font.i for cell in shown)


def test_what_the_room_knows_is_there_to_be_chosen(room: Workshop) -> None:
    book = form(room, "prework")
    areas = {name: defined.attr_text.rpartition("!")[2].replace("$", "") for name, defined in book.defined_names.items()
             if name.startswith("list_")}  # fmt: skip
    held = {name: [cell[0].value for cell in book["Lists"][area]] for name, area in areas.items()}
    assert held["list_places"] == ["S1 Sales portal", "P1 Incident management"]
    assert held["list_people"] == ["Mia Berg"]
    assert "Customer satisfaction" in held["list_objective_category"]
    assert "Known already: Sales portal." in book["Services"]["A3"].value
    checks = {check.formula1: check for check in book["Objectives"].data_validations.dataValidation}
    assert checks["list_objective_category"].prompt == KINDS["objective"].field("category").question
    assert {check.errorStyle for check in checks.values()} == {"warning"}


def test_open_questions_go_to_whoever_was_to_find_out(room: Workshop) -> None:
    _, everybody = table(form(room, "prework"), "Questions")
    assert [row["Question"].value for row in everybody] == ["How many left?", "Who pays?"]
    assert everybody[0]["About"].value == "O1 Cut churn from 9% to 6%"
    assert not everybody[0]["Your answer"].protection.locked and everybody[0]["Question"].protection.locked
    for called in ("H1", "mia berg", "Service desk lead"):
        _, hers = table(form(room, "prework", called), "Questions")
        assert [row["Ref"].value for row in hers] == ["N2"]
    assert "Questions for you" not in visible(form(room, "prework", "Somebody new"))


def test_what_is_the_facilitators_own_is_never_sent(room: Workshop) -> None:
    assert "sponsor stay" not in texts(form(room, "prework"))


def test_a_line_says_which_record_it_makes(room: Workshop) -> None:
    """Every cell of a form leads to a field of the record that its line makes, and to nothing else."""
    for sheet in described(room, [], "prework").sheets.values():
        for column in sheet.columns if sheet.new else ():
            assert KINDS[sheet.new].field(column.field).name == column.field
            assert column.aim is None
        assert all(KINDS[sheet.new].field(name) for name in sheet.given)
    assert described(room, [], "prework").sheets["Pain points"].given == {"what": "pain"}


def test_who_answers_has_two_cells_with_a_name(room: Workshop) -> None:
    def sender(book: Any) -> list[Any]:
        places = [book.defined_names[name].attr_text.rpartition("!")[2].replace("$", "") for name in start.SENDER]
        return [book["Start here"][at] for at in places]

    assert [cell.value for cell in sender(form(room, "prework"))] == [None, None]
    assert [cell.value for cell in sender(form(room, "prework", "H1"))] == ["Mia Berg", "Service desk lead"]
    assert [cell.value for cell in sender(form(room, "readings", "chief customer officer"))] == [
        "chief customer officer", None
    ]  # fmt: skip
    assert all(not cell.protection.locked for cell in sender(form(room, "readings")))


def test_the_first_page_says_by_when_and_to_whom(room: Workshop) -> None:
    words = texts(form(room, "prework"))
    assert "10 Dec 2026" in words and "send it to Ada Moor" in words
    assert "1 Feb 2027" in texts(form(room, "readings"))
    assert "before the workshop" in texts(form(shop(), "prework"))
    past = texts(form(shop(held_on="2026-09-02", next_review="2026-10-01"), "prework"))
    assert "before the workshop" in past and "Sep 2026" not in past
    assert "before 1 Feb 2027" in texts(form(shop(held_on="2026-09-02", next_review="2027-02-01"), "prework"))
    assert "before the review" in texts(form(shop(next_review="2026-10-01"), "readings"))


# Before a review


def test_each_metric_stands_beside_its_last_value(room: Workshop) -> None:
    _, rows = table(form(room, "readings"), "Readings")
    assert [row["Ref"].value for row in rows] == ["M1", "M2", "M3"]
    first = {header: cell.value for header, cell in rows[0].items()}
    assert first["Thread"] == "O1 Cut churn from 9% to 6%\n› C1 Back in 30 minutes"
    assert (first["Unit"], first["Target"], first["Last value"]) == ("min", 30, trends.trends(room)["M1"].latest)
    assert first["Read on"].date().isoformat() == "2026-11-01"
    free = [header for header, cell in rows[0].items() if not cell.protection.locked]
    assert free == ["On", "Value", "Your comment"]


@pytest.mark.parametrize("called", ["H1", "h1", "Mia Berg", "mia  berg", "Service Desk Lead"])
def test_an_owner_is_known_however_the_room_calls_them(room: Workshop, called: str) -> None:
    _, rows = table(form(room, "readings", called), "Readings")
    assert [row["Ref"].value for row in rows] == ["M1", "M2"]


def test_two_people_in_one_role_are_not_each_other() -> None:
    made_ = shop()
    for n, name in enumerate(("Mia", "Tom"), 1):
        say(made_, "person", name=name, role="Analyst")
        say(made_, "metric", name=f"Metric {n}", owner=f"H{n}")
    assert [metric.ref for metric in whose.owned(made_, made_.all(Metric), "Tom")] == ["M2"]


def test_somebody_who_owns_nothing_is_told_who_does(room: Workshop) -> None:
    with pytest.raises(WorkshopError) as caught:
        form(room, "readings", "Nobody Here")
    assert str(caught.value) == (
        "“Nobody Here” owns no metric; the owners are Mia Berg and Chief Customer Officer; say no name for all metrics"
    )
    with pytest.raises(WorkshopError, match="no metric has an owner yet"):
        form(shop(), "readings", "Mia")


def test_a_redacted_form_names_nobody(room: Workshop) -> None:
    for what in ("prework", "readings"):
        words = texts(form(room, what, "Mia Berg", redact=True))
        assert "Mia" not in words and "Service desk lead" in words


# What the reader of a returned form needs


def test_the_hidden_sheet_says_which_form_it_is_and_of_whom(room: Workshop) -> None:
    for what, said, ids in (("workbook", "", None), ("prework", "Mia Berg", ["N2"]), ("readings", "H1", ["M1", "M2"])):
        key = list(form(room, what, said)["_goldenthread"].iter_rows(values_only=True))
        assert key[0][4:6] == (what, "H1" if said else None)
        if ids is not None:
            assert [row[1] for row in key[2:]] == ids
        again = described(room, [], what, key[0][5] or "")
        assert [sheet.name for sheet in again.sheets.values()] == visible(form(room, what, said))


def test_a_form_holds_no_formula_and_nobodys_words_are_live() -> None:
    made_ = shop(facilitator="=1+1", confidentiality="@x")
    for words in ("=1+1", '=HYPERLINK("http://x.y")', "-1", "#N/A", "_x0041_", "<r>x</r>", "x" * 10_000):
        for kind in ("person", "service", "process", "objective", "metric"):
            say(made_, kind, **{KINDS[kind].called: words})
        ref = say(made_, "note", what="unknown", text=words, owner=words, on="O1")
        put(made_, f"M{ref[1:]}", owner=words, unit=words[:10])
    for what in ("prework", "readings"):
        for said in ("", "=1+1"):
            for sheet in form(made_, what, said):
                assert not [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type in "fe"]


@pytest.mark.parametrize("what", ["prework", "readings"])
def test_two_forms_of_one_state_are_equal_to_the_byte(churn: Any, what: str) -> None:
    assert made(churn.shop, churn.log, "xlsx", what=what) == made(churn.shop, churn.log, "xlsx", what=what)


@pytest.mark.parametrize("what", ["prework", "readings"])
def test_a_new_workshop_can_ask_too(what: str) -> None:
    book = form(shop(), what)
    assert book["Start here"].print_area
    assert visible(book) == ["Start here", *(SHEETS if what == "prework" else ["Readings"])]


# From the command line


def test_a_form_goes_beside_the_workshop_under_its_name(gt: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "w.workshop"
    gt("sample", "churn", file)
    assert gt("export", file, "--what", "prework").code == 0
    assert gt("export", file, "--what", "readings", "--for", "service desk manager").code == 0
    assert gt("export", file, "--what", "readings", "--for", "H5", "-o", tmp_path / "mine.xlsx").code == 0
    names = sorted(path.name for path in tmp_path.glob("*.xlsx"))
    assert names == ["mine.xlsx", "w-prework.xlsx", "w-readings-service-desk-manager.xlsx"]


@pytest.mark.parametrize(("words", "said"), [
    (("--what", "readings", "--for", "Nobody"), "“Nobody” owns no metric; the owners are "),
    (("--what", "prework", "--format", "md"), "comes as .xlsx only"),
    (("--what", "readings", "-o", "notes.md"), "comes as .xlsx only"),
    (("--for", "H1"), "name somebody with prework, readings or calendar only"),
    (("--what", "calendar", "--format", "md"), "The calendar comes as .ics only, not as md"),
    (("--what", "calendar", "-o", "dates.xlsx"), "The calendar comes as .ics only, not as xlsx"),
    (("--what", "workbook", "--format", "ics"), "comes as .xlsx, .md or .json only, not as ics"),
    (("--what", "calendar", "--for", "Nobody"), "“Nobody” owns no open action; the owners are "),
])  # fmt: skip
def test_what_cannot_be_made_is_said_in_one_line(
    gt: Callable[..., Any], tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    file = tmp_path / "w.workshop"
    gt("sample", "churn", file)
    ran = gt("export", file, *words)
    assert ran.code == 2 and said in ran.err and ran.err.count("\n") == 1
    assert not [*tmp_path.glob("*.xlsx"), *tmp_path.glob("*.ics")]


# In another program


@needs_libreoffice
@pytest.mark.parametrize("what", ["prework", "readings"])
def test_a_form_survives_another_program(churn: Any, tmp_path: Path, what: str) -> None:
    from openpyxl import load_workbook

    data = made(churn.shop, churn.log, "xlsx", what=what, for_whom="H8")
    sent, again = opened(data), load_workbook(converted(data, XLSX, tmp_path))
    assert again.sheetnames == sent.sheetnames
    assert {name for sheet in again for name in sheet.tables} == {name for sheet in sent for name in sheet.tables}
    assert {name: again.defined_names[name].attr_text.replace("$", "") for name in start.SENDER} == {
        name: sent.defined_names[name].attr_text.replace("$", "") for name in start.SENDER
    }
    assert [c.value for c in again["_goldenthread"][1]] == [c.value for c in sent["_goldenthread"][1]]


@needs_libreoffice
@pytest.mark.parametrize(("what", "pages"), [("prework", 7), ("readings", 2)])
def test_each_sheet_of_a_form_prints_on_a_page(churn: Any, tmp_path: Path, what: str, pages: int) -> None:
    pdf = converted(made(churn.shop, churn.log, "xlsx", what=what), "pdf", tmp_path).read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == pages


@pytest.mark.parametrize("what", ["prework", "readings"])
def test_a_form_that_nobody_filled_proposes_nothing(gt: Callable[..., Any], tmp_path: Path, what: str) -> None:
    file, out = tmp_path / "w.workshop", tmp_path / "form.xlsx"
    gt("sample", "churn", file)
    gt("export", file, "--what", what, "-o", out)
    assert gt("import", file, out, "--dry-run") == (0, "Nothing in it is new.\n", "")


@needs_libreoffice
@pytest.mark.parametrize("what", ["prework", "readings"])
def test_nor_does_one_that_another_program_saved(gt: Callable[..., Any], tmp_path: Path, what: str) -> None:
    file, out = tmp_path / "w.workshop", tmp_path / "form.xlsx"
    gt("sample", "churn", file)
    gt("export", file, "--what", what, "--for", "Service Desk Manager", "-o", out)
    again = converted(out.read_bytes(), XLSX, tmp_path)
    assert gt("import", file, again, "--dry-run") == (0, "Nothing in it is new.\n", "")
