"""A workbook that went out and came back: what people do to it, and what becomes of that."""

from __future__ import annotations

import shutil
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exporters.handoff import made
from screens.bringing_in import brought
from store.file import WorkshopFile
from workshop import acts
from workshop.derived.wording import wording
from workshop.errors import Refused
from workshop.incoming.handback import EVERYTHING, UNDISPUTED
from workshop.incoming.proposals import Proposed
from workshop.records import Verdict

Edit = Callable[[Any], object]
"""What somebody does to the workbook."""


@pytest.fixture(scope="session")
def sent(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of the churn sample."""
    path = tmp_path_factory.mktemp("sent") / "handoff.xlsx"
    with WorkshopFile.open(samples / "churn.workshop", write=False) as file:
        path.write_bytes(made(file.shop, list(file.log()), "xlsx"))
    return path


@pytest.fixture
def file(churn: Path) -> Iterator[WorkshopFile]:
    """The workshop that it was sent from."""
    with closing(WorkshopFile.open(churn)) as opened:
        yield opened


@pytest.fixture
def back(file: WorkshopFile, sent: Path, tmp_path: Path) -> Callable[[Edit], Proposed]:
    """Sends the workbook back as somebody left it; what it proposes."""

    def send(edit: Edit) -> Proposed:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(sent)
        edit(book)
        book.save(tmp_path / "back.xlsx")
        return brought(file, tmp_path / "back.xlsx").proposed(file.shop)

    return send


def cell(book: Any, sheet: str, ref: str, header: str, identity: str = "Ref") -> Any:
    """The cell under a header in the line of a record."""
    page = book[sheet]
    top = next(row for row in range(1, 15) if identity in [c.value for c in page[row]])
    heads = {c.value: c.column for c in page[top]}
    line = next(row for row in range(top + 1, 400) if str(page.cell(row, heads[identity]).value) == ref)
    return page.cell(line, next(at for name, at in heads.items() if str(name).startswith(header)))


def under(book: Any, sheet: str, said: dict[str, object], row: int = 0) -> None:
    """Write a line under a table, or in the given row."""
    page = book[sheet]
    top = next(row for row in range(1, 15) if page.cell(row, 1).value in ("Ref", "On"))
    heads = {c.value: c.column for c in page[top]}
    for header, value in said.items():
        page.cell(row or page.max_row + 1 - bool(row), heads[header]).value = value  # type: ignore[index]
        row = row or page.max_row


def told(proposed: Proposed) -> set[tuple[str, str, object]]:
    """What is proposed: ref, field and value."""
    return {(change.ref, change.field, change.new) for change in proposed.changes}


def nothing(proposed: Proposed) -> bool:
    """Whether nothing is proposed and nothing is asked."""
    return not (proposed.changes or proposed.problems)


def test_what_nobody_changed_proposes_nothing(file: WorkshopFile, sent: Path) -> None:
    assert nothing(brought(file, sent).proposed(file.shop))


def test_weeks_later_it_still_proposes_nothing(file: WorkshopFile, sent: Path, tmp_path: Path) -> None:
    file.shop.today = date(2027, 6, 30)
    assert nothing(brought(file, sent).proposed(file.shop))


def test_a_renamed_and_moved_sheet_is_known(back: Callable[[Edit], Proposed]) -> None:
    def edit(book: Any) -> None:
        book["Action plan"].title = "Our to-dos"
        book.move_sheet("Our to-dos", -9)
        cell(book, "Our to-dos", "X2", "Status").value = "Done"

    assert told(back(edit)) == {("X2", "status", "done")}


def swap(page: Any, one: int, other: int) -> None:
    """Let two rows change places, as sorting does."""
    for column in range(1, page.max_column + 1):
        a, b = page.cell(one, column), page.cell(other, column)
        a.value, b.value = b.value, a.value


def test_sorting_changes_nothing_and_an_edit_follows_its_row(back: Callable[[Edit], Proposed]) -> None:
    assert nothing(back(lambda book: swap(book["Action plan"], 6, 9)))

    def edit(book: Any) -> None:
        swap(book["Outcomes"], 6, 8)
        cell(book, "Outcomes", "C1", "By").value = datetime(2027, 3, 31)

    assert told(back(edit)) == {("C1", "due", "2027-03-31")}


def test_a_line_under_the_table_is_a_new_record(back: Callable[[Edit], Proposed]) -> None:
    line = {"Action": "Ask ten customers", "Owner": "Service Desk Manager", "Due": datetime(2027, 1, 31),
            "For": "O1 Cut yearly churn"}  # fmt: skip
    proposed = back(lambda book: under(book, "Action plan", line))
    assert {field: new for ref, field, new in told(proposed)} | {"owner": ""} == {
        "what": "Ask ten customers", "owner": "", "due": "2027-01-31", "why": "O1",
    }  # fmt: skip
    assert not proposed.problems
    assert {change.ref for change in proposed.changes} == {f"X{1 + len(_actions(back))}"}


def _actions(back: Callable[[Edit], Proposed]) -> list[str]:
    found: list[str] = []
    back(lambda book: found.extend(c.value for c in book["Action plan"]["A"] if str(c.value or "").startswith("X")))
    return found


def test_an_inserted_row_is_a_new_record(back: Callable[[Edit], Proposed]) -> None:
    def edit(book: Any) -> None:
        page = book["Action plan"]
        page.insert_rows(7)
        page.cell(7, 2).value = "Call the vendor"

    assert {(field, new) for _, field, new in told(back(edit))} == {("what", "Call the vendor")}


def test_a_copied_row_is_offered_as_new_and_the_first_keeps_its_id(back: Callable[[Edit], Proposed]) -> None:
    def edit(book: Any) -> None:
        page = book["Action plan"]
        last = page.max_row + 1
        for column in range(1, 9):
            page.cell(last, column).value = page.cell(6, column).value

    proposed = back(edit)
    assert not proposed.problems
    assert "X1" not in {change.ref for change in proposed.changes}
    assert len({change.ref for change in proposed.changes}) == 1


def test_a_deleted_row_is_asked_and_nothing_goes(back: Callable[[Edit], Proposed], file: WorkshopFile) -> None:
    proposed = back(lambda book: book["Action plan"].delete_rows(7))
    assert not proposed.changes
    assert [problem.where for problem in proposed.problems] == ["Action plan"]
    assert "X2" in proposed.problems[0].message


def test_without_ref_the_id_knows_the_row_and_without_both_its_words_do(back: Callable[[Edit], Proposed]) -> None:
    def no_ref(book: Any) -> None:
        cell(book, "Action plan", "X2", "Status").value = "Done"
        cell(book, "Action plan", "X2", "Ref").value = None

    def neither(book: Any) -> None:
        cell(book, "Action plan", "X2", "id").value = None
        no_ref(book)

    assert told(back(no_ref)) == told(back(neither)) == {("X2", "status", "done")}


def test_a_deleted_column_is_named_and_the_rest_goes_on(back: Callable[[Edit], Proposed]) -> None:
    def edit(book: Any) -> None:
        cell(book, "Action plan", "X3", "Due").value = datetime(2027, 2, 1)
        page = book["Action plan"]
        page.delete_cols(next(c.column for c in page[5] if c.value == "Status"))

    proposed = back(edit)
    assert told(proposed) == {("X3", "due", "2027-02-01")}
    assert [problem.where for problem in proposed.problems] == ["Action plan, headers"]
    assert "“Status”" in proposed.problems[0].message


def test_a_word_off_the_list_is_asked_with_the_nearest(back: Callable[[Edit], Proposed]) -> None:
    proposed = back(lambda book: setattr(cell(book, "Action plan", "X2", "Status"), "value", "dnoe"))
    assert not proposed.changes
    assert "Action plan!" in proposed.problems[0].where
    assert "“done”" in proposed.problems[0].message
    assert told(back(lambda book: setattr(cell(book, "Action plan", "X2", "Status"), "value", " DONE "))) == {
        ("X2", "status", "done")
    }


@pytest.mark.parametrize("said", ["15 Jan 2027", "2027-01-15", "15.01.2027", datetime(2027, 1, 15)])
def test_a_date_that_can_be_read_in_one_way_is_taken(back: Callable[[Edit], Proposed], said: object) -> None:
    proposed = back(lambda book: setattr(cell(book, "Action plan", "X2", "Due"), "value", said))
    assert told(proposed) == {("X2", "due", "2027-01-15")}


def test_a_date_with_two_readings_is_asked(back: Callable[[Edit], Proposed]) -> None:
    proposed = back(lambda book: setattr(cell(book, "Action plan", "X2", "Due"), "value", "01/02/2027"))
    assert not proposed.changes
    assert "two dates" in proposed.problems[0].message


@pytest.mark.parametrize(
    ("said", "kept"), [("12,5", "12,5"), ("1 234", "1 234"), ("−5", "−5"), (85, "85"), ("25 minutes", "25")]
)
def test_a_number_with_one_reading_is_taken(back: Callable[[Edit], Proposed], said: object, kept: str) -> None:
    proposed = back(lambda book: setattr(cell(book, "Metrics", "M1", "Target"), "value", said))
    assert told(proposed) == {("M1", "target", kept)}


def test_a_number_with_two_readings_or_none_is_asked_and_the_rest_goes_on(back: Callable[[Edit], Proposed]) -> None:
    def edit(book: Any) -> None:
        cell(book, "Metrics", "M1", "Target").value = "1,234"
        cell(book, "Metrics", "M2", "Target").value = "soon"
        cell(book, "Metrics", "M3", "Target").value = 5

    proposed = back(edit)
    assert told(proposed) == {("M3", "target", "5")}
    assert [problem.where for problem in proposed.problems] == ["Metrics!G6", "Metrics!G7"]


def test_merged_cells_are_unknown_and_never_cleared(back: Callable[[Edit], Proposed]) -> None:
    assert not back(lambda book: book["Action plan"].merge_cells("B6:B8")).changes


def test_an_overwritten_formula_or_fixed_cell_is_listed_and_ignored(back: Callable[[Edit], Proposed]) -> None:
    def edit(book: Any) -> None:
        cell(book, "Objectives", "O1", "Score").value = 9
        cell(book, "Objectives", "O1", "Category").value = "Growth"
        cell(book, "Objective x process", "O1", "P1").value = "S"

    proposed = back(edit)
    assert not proposed.changes
    assert sorted(problem.where.partition("!")[0] for problem in proposed.problems) == [
        "Objective x process", "Objectives", "Objectives",
    ]  # fmt: skip
    assert any("Outcome x process" in problem.message for problem in proposed.problems)


def test_a_formula_in_an_answer_is_a_problem(back: Callable[[Edit], Proposed]) -> None:
    proposed = back(lambda book: setattr(cell(book, "Action plan", "X2", "Action"), "value", "=1+1"))
    assert not proposed.changes
    assert "a formula" in proposed.problems[0].message


def test_an_emptied_answer_is_a_proposal_and_one_that_is_needed_a_problem(back: Callable[[Edit], Proposed]) -> None:
    def edit(book: Any) -> None:
        cell(book, "Action plan", "X2", "Due").value = None
        cell(book, "Action plan", "X2", "Action").value = None

    proposed = back(edit)
    assert told(proposed) == {("X2", "due", "")}
    assert "cannot do without" in proposed.problems[0].message


def test_letters_of_the_matrix_and_the_raci_and_scores_and_readings(back: Callable[[Edit], Proposed]) -> None:
    def edit(book: Any) -> None:
        cell(book, "Outcome x process", "C1", "P2").value = "S"
        cell(book, "Outcome x process", "C2", "P2").value = None
        cell(book, "RACI", "A1", "IT Operations Lead").value = "a/r"
        cell(book, "Objectives", "O1", "Urgency").value = 3
        under(book, "Readings", {"On": datetime(2027, 1, 31)})
        book["Readings"].cell(book["Readings"].max_row, 2).value = 41

    proposed = back(edit)
    assert not proposed.problems
    found = {(change.kind, change.field, change.old, change.new) for change in proposed.changes}
    assert found == {
        ("link", "role", None, "supporting"), ("link", "role", "primary", ""), ("raci", "letter", "R", "A/R"),
        ("score", "value", 4, 3), ("reading", "value", None, "41"),
    }  # fmt: skip
    assert "M1/2027-01-31" in {change.ref for change in proposed.changes}


def test_what_is_taken_is_one_act_and_says_who(file: WorkshopFile, back: Callable[[Edit], Proposed],
                                              tmp_path: Path) -> None:  # fmt: skip
    def edit(book: Any) -> None:
        book.properties.lastModifiedBy = "Dana"
        cell(book, "Outcome x process", "C2", "P2").value = None
        under(book, "RACI", {"Process": "P1 Incident management", "Activity": "Tell the press",
                             "IT Operations Lead": "A"})  # fmt: skip
        cell(book, "Action plan", "X2", "Your comment").value = "Not before March"

    back(edit)
    before = {record.ref: record for record in file.shop}
    book = brought(file, tmp_path / "back.xlsx")
    file.act(book.plan(EVERYTHING), why="import", step=book.step, origin="imported", by=book.by)
    new = [record for record in file.shop if record.ref not in before]
    assert {record.kind.name for record in new} == {"activity", "raci", "note"}
    activity = next(record for record in new if record.kind.name == "activity")
    assert next(record for record in new if record.kind.name == "raci").ref.startswith(f"{activity.ref}/")
    assert next(record for record in new if record.kind.name == "note").values()["on"] == "X2"
    assert {entry.by for entry in list(file.log())[-3:]} == {"Dana"}
    assert nothing(brought(file, tmp_path / "back.xlsx").proposed(file.shop))
    file.undo()
    assert {record.ref: record.values() for record in file.shop} == {r: rec.values() for r, rec in before.items()}


def test_what_the_room_changed_since_is_a_conflict(file: WorkshopFile, back: Callable[[Edit], Proposed],
                                                   tmp_path: Path) -> None:  # fmt: skip
    def edit(book: Any) -> None:
        cell(book, "Action plan", "X2", "Due").value = datetime(2027, 2, 1)
        cell(book, "Action plan", "X3", "Due").value = datetime(2027, 2, 1)
        cell(book, "Action plan", "X4", "Due").value = datetime(2027, 2, 1)

    file.act(lambda draft: acts.edit(draft, "X2", "due", "2027-05-05"), why="edit", step=5)
    file.act(lambda draft: acts.edit(draft, "X3", "due", "2027-02-01"), why="edit", step=5)
    proposed = back(edit)
    assert [(c.ref, c.old, c.theirs, c.conflict) for c in proposed.changes] == [
        ("X2", "2027-05-05", "2027-02-01", True), ("X4", file.shop.find("X4").values()["due"], "2027-02-01", False),
    ]  # fmt: skip
    book = brought(file, tmp_path / "back.xlsx")
    taken = file.act(book.plan(UNDISPUTED), why="import", step=5).result
    assert isinstance(taken, Proposed)
    assert [change.ref for change in taken.left] == ["X2"]
    assert file.shop.find("X2").values()["due"] == "2027-05-05"
    assert file.shop.find("X4").values()["due"] == "2027-02-01"


def test_an_answer_about_a_record_that_is_gone_has_nowhere_to_go(
    file: WorkshopFile, back: Callable[[Edit], Proposed]
) -> None:
    file.act(lambda draft: acts.retire(draft, "X2"), why="remove", step=5)
    proposed = back(lambda book: setattr(cell(book, "Action plan", "X2", "Status"), "value", "Done"))
    assert not proposed.changes
    assert "X2 was removed since" in proposed.problems[0].message


def test_a_signature_is_bound_to_the_words_that_were_sent(file: WorkshopFile, back: Callable[[Edit], Proposed],
                                                          tmp_path: Path) -> None:  # fmt: skip
    signed = file.shop.find("V1").values()["wording"]
    file.act(lambda draft: acts.edit(draft, "C1", "statement", "Something else"), why="edit", step=3)
    back(lambda book: setattr(cell(book, "Sign-off", "V1", "Verdict"), "value", "Block"))
    book = brought(file, tmp_path / "back.xlsx")
    file.act(book.plan(EVERYTHING), why="import", step=4)
    assert (file.shop.find("V1").values()["says"], file.shop.find("V1").values()["wording"]) == ("block", signed)


def test_a_signature_is_about_the_words_that_the_same_workbook_changed(file: WorkshopFile, tmp_path: Path) -> None:
    file.act(lambda draft: acts.retire(draft, "V2"), why="remove", step=4)
    path = tmp_path / "back.xlsx"
    path.write_bytes(made(file.shop, list(file.log()), "xlsx"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path)
    cell(book, "Sign-off", "V1", "Verdict").value = "Block"
    page = book["Sign-off"]
    verdict = cell(book, "Sign-off", "V1", "Verdict").column
    page.cell(next(row for row in range(8, 40) if not page.cell(row, verdict).value), verdict).value = "Agree"
    cell(book, "Outcomes", "C1", "Outcome").value = "Morning orders never fail"
    book.save(path)
    file.act(brought(file, path).plan(EVERYTHING), why="import", step=4)
    signed = [v for v in file.shop.all(Verdict) if "never fail" in v.wording]
    assert len(signed) == 2
    assert {verdict.wording for verdict in signed} == {wording(file.shop, "C1")}
    assert file.shop.find("C1").words == "Morning orders never fail"


def test_a_signature_on_changed_words_is_not_about_what_the_room_changed_since(
    file: WorkshopFile, back: Callable[[Edit], Proposed], tmp_path: Path
) -> None:
    file.act(lambda draft: acts.edit(draft, "C1", "due", "2031-01-01"), why="edit", step=3)

    def reworded(book: Any) -> None:
        cell(book, "Sign-off", "V1", "Verdict").value = "Block"
        cell(book, "Outcomes", "C1", "Outcome").value = "Morning orders never fail"

    back(reworded)
    file.act(brought(file, tmp_path / "back.xlsx").plan(EVERYTHING), why="import", step=4)
    signed = file.shop.find("V1").values()["wording"]
    assert "Morning orders never fail" in str(signed) and "2031" not in str(signed)


def test_where_nobody_knows_what_was_sent_every_difference_is_a_conflict(
    file: WorkshopFile, back: Callable[[Edit], Proposed]
) -> None:
    def edit(book: Any) -> None:
        book["_goldenthread"]["B1"].value = "999999-0000"
        cell(book, "Action plan", "X2", "Status").value = "Done"

    proposed = back(edit)
    assert [(c.ref, c.field, c.conflict) for c in proposed.changes] == [("X2", "status", True)]


def test_a_workbook_of_another_workshop_is_refused(new: Path, sent: Path) -> None:
    with closing(WorkshopFile.open(new)) as other, pytest.raises(Refused, match="another workshop"):
        brought(other, sent)


def test_a_redacted_workbook_proposes_nothing_of_what_was_left_out(file: WorkshopFile, tmp_path: Path) -> None:
    path = tmp_path / "redacted.xlsx"
    path.write_bytes(made(file.shop, list(file.log()), "xlsx", redact=True))
    assert nothing(brought(file, path).proposed(file.shop))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path)
    cell(book, "Action plan", "X2", "Status").value = "Done"
    book.save(path)
    assert told(brought(file, path).proposed(file.shop)) == {("X2", "status", "done")}


def test_a_lost_sheet_is_named(back: Callable[[Edit], Proposed]) -> None:
    proposed = back(lambda book: book.remove(book["Action plan"]))
    assert not proposed.changes
    assert [problem.where for problem in proposed.problems] == ["Action plan"]


def test_json_told_to_a_new_file_makes_the_same_workshop(file: WorkshopFile, new: Path, tmp_path: Path) -> None:
    file.act(lambda draft: draft.move("O3", -2), why="move", step=2)
    file.act(lambda draft: acts.retire(draft, "X2"), why="remove", step=5)
    path = tmp_path / "all.json"
    path.write_bytes(made(file.shop, list(file.log()), "json"))
    assert nothing(brought(file, path).proposed(file.shop))
    with closing(WorkshopFile.open(new)) as other:
        book = brought(other, path)
        other.act(book.plan(UNDISPUTED), why="import", step=book.step, origin="imported")
        assert [(r.ref, r.values()) for r in other.shop] == [(r.ref, r.values()) for r in file.shop]
        assert nothing(brought(other, path).proposed(other.shop))


def test_json_that_is_no_export_is_refused_in_a_line(gt: Any, churn: Path, tmp_path: Path) -> None:
    for said in ("[]", "{", '{"records": 5}', "[" * 100_000, '{"records": {"action": [{"ref": "X1", "what": [1]}]}}'):
        path = tmp_path / "bad.json"
        path.write_text(said)
        ran = gt("import", churn, path)
        assert ran.code in (1, 2)
        assert "Traceback" not in ran.err
        assert len(ran.err.splitlines()) <= 1


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_saved_again_by_a_spreadsheet_it_proposes_nothing(file: WorkshopFile, sent: Path, tmp_path: Path) -> None:
    import subprocess

    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(tmp_path / "again"), str(sent)], check=True, capture_output=True)
    assert nothing(brought(file, tmp_path / "again" / "handoff.xlsx").proposed(file.shop))
