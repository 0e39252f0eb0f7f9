"""Tables from the command line: shown, taken, taken back, and never more than was accepted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from openpyxl import Workbook

from store.file import WorkshopFile

Gt = Callable[..., Ran]
TABLE = "Objective,Owner,Due\nCut churn,CFO,31 Dec 2027\nGrow sales,COO,\n"


@pytest.fixture
def file(gt: Gt, tmp_path: Path) -> Path:
    """A workshop with one objective."""
    path = tmp_path / "w.workshop"
    gt("new", path)
    gt("add", path, "objective", "statement=Cut churn", "owner=Nobody")
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Two new objectives under labels and names."""
    path = tmp_path / "objectives.csv"
    path.write_text(TABLE.replace("Objective", "statement"))
    return path


def changes(gt: Gt, file: Path) -> list[dict[str, object]]:
    """The log so far."""
    return [json.loads(line) for line in gt("log", file, "--json").out.splitlines()]


def test_a_script_gets_what_would_change(gt: Gt, file: Path, table: Path) -> None:
    before = file.read_bytes()
    ran = gt("import", file, table, "--dry-run", "--json")
    assert ran.code == 1
    said = json.loads(ran.out)
    assert said["problems"] == []
    assert said["proposed"][2] == {
        "ref": "O2", "kind": "objective", "field": "due", "old": None, "new": "2027-12-31", "theirs": "2027-12-31",
        "conflict": False, "was": None, "where": "row 2, Due",
    }  # fmt: skip
    assert [row["ref"] for row in said["proposed"]] == ["O2", "O2", "O2", "O3", "O3"]
    assert file.read_bytes() == before


def test_without_accept_it_only_lists(gt: Gt, file: Path, table: Path) -> None:
    before = file.read_bytes()
    ran = gt("import", file, table)
    assert ran.code == 1
    assert '  O2.statement  "Cut churn"' in ran.out.splitlines()
    assert ran.out.endswith("Nothing was changed; take it with --accept all.\n")
    assert gt("import", file, table, "--accept", "all", "--dry-run").code == 1
    assert gt("import", file, table, "--accept", "none").code == 0
    assert file.read_bytes() == before


@pytest.mark.parametrize("accept", ["all", "mine", "theirs"])
def test_what_is_accepted_is_one_act(gt: Gt, file: Path, table: Path, accept: str) -> None:
    before = len(changes(gt, file))
    assert gt("import", file, table, "--accept", accept).code == 0
    new = changes(gt, file)[before:]
    assert {row["origin"] for row in new} == {"imported"}
    assert len({row["batch"] for row in new}) == 1
    assert {row["why"] for row in new} == {"import objectives.csv"}
    with WorkshopFile.open(file) as opened:
        assert [record.words for record in opened.shop.of("objective")] == ["Cut churn", "Cut churn", "Grow sales"]
        opened.undo()
        assert len(opened.shop.of("objective")) == 1


def test_the_same_table_again_proposes_nothing(gt: Gt, file: Path, table: Path) -> None:
    gt("import", file, table, "--accept", "all")
    before = file.read_bytes()
    assert json.loads(gt("import", file, table, "--dry-run", "--json").out) == {"proposed": [], "problems": []}
    ran = gt("import", file, table, "--accept", "all")
    assert ran == Ran(0, "Nothing in it is new.\n", "")
    assert file.read_bytes() == before


def test_a_ref_changes_that_record(gt: Gt, file: Path, tmp_path: Path) -> None:
    table = tmp_path / "edited.csv"
    table.write_text("ref,statement,owner,unit\nO1,Cut churn,CFO,\n")
    ran = gt("import", file, table, "--dry-run", "--json")
    proposed = json.loads(ran.out)["proposed"]
    assert [(row["ref"], row["field"], row["old"], row["new"]) for row in proposed] == [
        ("O1", "owner", "Nobody", "CFO")
    ]
    assert gt("import", file, table, "--accept", "all").code == 0
    assert changes(gt, file)[-1]["new"] == "CFO"


def test_what_cannot_be_read_never_stops_the_rest(gt: Gt, file: Path, tmp_path: Path) -> None:
    table = tmp_path / "mixed.csv"
    table.write_text("statement,due,colour\nA,31 Dec 2027,red\nB,someday,\nC,03/04/2027,\n,end of Q3,\nD,,\n")
    ran = gt("import", file, table, "--kind", "objective", "--accept", "all", "--json")
    assert ran.code == 1
    said = json.loads(ran.out)
    assert [problem["where"] for problem in said["problems"]] == [
        "headers",
        "row 3, column due",
        "row 4, column due",
        "row 5",
    ]
    with WorkshopFile.open(file, write=False) as opened:
        assert [record.words for record in opened.shop.of("objective")] == ["Cut churn", "A", "D"]


def test_a_workbook_of_several_tables(gt: Gt, file: Path, tmp_path: Path) -> None:
    book = Workbook()
    cover = book.active
    cover.title = "Read me"
    cover["A1"] = "Our inventory"
    services = book.create_sheet("Services")
    services.append(["Our services, as of today"])
    services.append([])
    services.append(["Name", "Criticality", "Owner"])
    services.append(["Sales portal", "High", "Head of Sales"])
    processes = book.create_sheet("Processes")
    processes.append(["name", "maturity"])
    processes.append(["Incident management", 3])
    book.save(tmp_path / "inventory.xlsx")
    assert gt("import", file, tmp_path / "inventory.xlsx", "--accept", "all").code == 0
    with WorkshopFile.open(file, write=False) as opened:
        assert opened.shop.find("S1").values() == {
            "name": "Sales portal",
            "criticality": "high",
            "owner": "Head of Sales",
        }
        assert opened.shop.find("P1").values()["maturity"] == 3


def test_our_own_workbook_and_json_that_nobody_changed_propose_nothing(gt: Gt, file: Path) -> None:
    for form in ("xlsx", "json"):
        gt("export", file, "--format", form)
        ran = gt("import", file, file.with_suffix(f".{form}"))
        assert (ran.code, ran.out, ran.err) == (0, "Nothing in it is new.\n", "")


def test_a_book_that_came_back_is_remembered_though_nothing_is_taken(gt: Gt, file: Path) -> None:
    gt("export", file)
    assert gt("import", file, file.with_suffix(".xlsx"), "--accept", "none").code == 0
    with WorkshopFile.open(file) as opened:
        assert "w.xlsx came back on" in opened.shop.of("note")[0].words


def test_a_conflict_waits_for_a_person_unless_somebody_settles_it(gt: Gt, file: Path) -> None:
    told = file.with_suffix(".json")
    gt("export", file, "--format", "json")
    told.write_text(told.read_text().replace("Cut churn", "Halve churn"))
    gt("set", file, "O1.statement", "Stop churn")
    assert gt("import", file, told, "--accept", "all").code == 1
    assert gt("import", file, told, "--accept", "mine").code == 0
    with WorkshopFile.open(file) as opened:
        assert opened.shop.of("objective")[0].words == "Stop churn"
    assert gt("import", file, told, "--accept", "theirs").code == 0
    with WorkshopFile.open(file) as opened:
        assert opened.shop.of("objective")[0].words == "Halve churn"


def test_links_by_the_thousand_go_in_at_once(gt: Gt, file: Path, tmp_path: Path) -> None:
    for kind, name in (("process", "name"), ("outcome", "statement")):
        table = tmp_path / f"{kind}.csv"
        table.write_text("\n".join([name, *(f"{kind} {number}" for number in range(40))]))
        assert gt("import", file, table, "--kind", kind, "--accept", "all").code == 0
    table = tmp_path / "link.csv"
    rows = [f"C{c},P{p},moves it" for c in range(1, 41) for p in range(1, 41)]
    table.write_text("\n".join(["outcome,process,reason", *rows, rows[0], "C1,P1,another reason"]))
    ran = gt("import", file, table, "--accept", "all", "--json")
    assert ran.code == 1
    assert [problem["where"] for problem in json.loads(ran.out)["problems"]] == ["row 1603"]
    with WorkshopFile.open(file, write=False) as opened:
        assert len(opened.shop.of("link")) == 1600


def test_a_reading_that_says_the_same_number_says_nothing_and_one_said_twice_is_a_problem(
    gt: Gt, file: Path, tmp_path: Path
) -> None:
    gt("add", file, "metric", "name=Time to restore", "unit=minutes")
    gt("add", file, "reading", "metric=M1", "on=2027-01-31", "value=90")
    path = tmp_path / "readings.csv"
    path.write_text("Metric,2027-01-31\nM1,1.5 h\n")
    assert "Nothing in it is new" in gt("import", file, path, "--accept", "all").out
    path.write_text("Metric,On,Value\nM1,2027-02-28,80\nTime to restore,28 Feb 2027,70\n")
    ran = gt("import", file, path, "--accept", "all", "--json")
    told = json.loads(ran.out)
    assert ran.code == 1 and [change["new"] for change in told["proposed"] if change["field"] == "value"] == ["80"]
    assert [problem["where"] for problem in told["problems"]] == ["row 3"]
