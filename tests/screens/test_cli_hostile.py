"""Exports of ours that were edited by somebody who means harm: read in bounded time, and the workshop stays sound."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran
from openpyxl import load_workbook

from store.doctor import heal

Gt = Callable[..., Ran]

VALUES = (
    None, True, [], {}, "", " ", "\ud800", "\u202e=1+1", "a\x00b\x1b[2J", 10**400, float("nan"), -0.0, "x" * 20_000,
    "O99999999999999999999", "O１", "O0", "O007", "W1", "W2", "O1/H1/impact", "9" * 5000, "[/]", "2026-02-30",
    "O1,O2,O1", "C1,,C2", {"a": {"b": 1}}, ["O1", "O2"], "yes", "-5", "²", "H1",
)  # fmt: skip


@pytest.fixture(scope="module")
def churn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the churn sample, its JSON and its workbook."""
    from screens.cli import main

    folder = tmp_path_factory.mktemp("churn")
    path = folder / "churn.workshop"
    assert main(["sample", "churn", str(path)]) == 0
    for form in ("json", "xlsx"):
        assert main(["export", str(path), "-o", str(folder / f"churn.{form}")]) == 0
    return folder


def taken(gt: Gt, churn: Path, tmp_path: Path, book: Path, accept: str) -> None:
    """Looking alters nothing, taking leaves a sound workshop, and either is a line where it is refused."""
    file = Path(shutil.copy(churn / "churn.workshop", tmp_path / "w.workshop"))
    before = file.read_bytes()
    looked = gt("import", file, book, "--dry-run", "--json")
    assert file.read_bytes() == before
    took = gt("import", file, book, "--accept", accept)
    for ran in (looked, took):
        assert ran.code in (0, 1, 2)
        assert ran.code < 2 or (ran.out, ran.err.count("\n")) == ("", 1)
    assert took.code < 2 or file.read_bytes() == before
    assert heal(file).sound
    assert gt("check", file).code in (0, 1)


def altered(told: dict[str, Any], dice: random.Random) -> None:
    """Something that no export says, somewhere in one."""
    records = told["records"]
    kind, value = dice.choice(list(records)), dice.choice(VALUES)
    row = dice.choice(records[kind]) if isinstance(records[kind], list) and records[kind] else None
    match dice.randrange(6) if isinstance(row, dict) else dice.randrange(2):
        case 0:
            records[kind] = value
        case 1:
            told[dice.choice(["export", "shows", "threads", "title"])] = value
        case 2:
            row["ref"] = value
        case 3:
            records[kind].append(row | {"ref": dice.choice([value, "O77", "M1/2027-01-01", "A1/H1", "O" + "9" * 30])})
        case _:
            row[dice.choice(list(row))] = value


@pytest.mark.parametrize("seed", range(12))
def test_json_that_means_harm(gt: Gt, churn: Path, tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    told = json.loads((churn / "churn.json").read_text(encoding="utf-8"))
    for _ in range(dice.choice([1, 2, 6])):
        altered(told, dice)
    book = tmp_path / "told.json"
    book.write_text(json.dumps(told))
    taken(gt, churn, tmp_path, book, dice.choice(["all", "theirs", "mine", "none"]))


NO_EXPORTS = {
    "nothing": "", "broken": "[", "no records": "{}", "a list": "[]", "null": "null", "deep": "[" * 100_000,
    "deep records": '{"records": ' * 5000, "a number": '{"records": 1}', "a mark": "\ufeff{}",
    "odd rows": '{"records": {"objective": [{"ref": "O1"}, 1, [], null, {"ref": ["O1"]}]}}',
    "a long number": '{"a": ' + "1" * 5000 + "}",
}  # fmt: skip


@pytest.mark.parametrize("text", NO_EXPORTS.values(), ids=NO_EXPORTS)
def test_json_that_is_no_export(gt: Gt, churn: Path, tmp_path: Path, text: str) -> None:
    book = tmp_path / "told.json"
    book.write_text(text, encoding="utf-8")
    taken(gt, churn, tmp_path, book, "theirs")


def test_a_cell_cannot_be_moved_off_what_it_stands_on(gt: Gt, churn: Path, tmp_path: Path) -> None:
    told = json.loads((churn / "churn.json").read_text(encoding="utf-8"))
    told["records"]["raci"][0]["who"] = "Somebody else"
    (tmp_path / "told.json").write_text(json.dumps(told))
    ran = gt("import", churn / "churn.workshop", tmp_path / "told.json", "--dry-run", "--json")
    assert "stands on its who" in json.loads(ran.out)["problems"][0]["message"]
    taken(gt, churn, tmp_path, tmp_path / "told.json", "theirs")


@pytest.mark.parametrize("seed", range(6))
def test_a_workbook_of_ours_that_means_harm(gt: Gt, churn: Path, tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    opened = load_workbook(churn / "churn.xlsx")
    for _ in range(dice.choice([2, 10, 40])):
        sheet = dice.choice([*opened.worksheets, opened["_goldenthread"]])
        cells = [cell for cell in sheet._cells.values() if type(cell).__name__ == "Cell"]
        cell = dice.choice(cells)
        value = dice.choice([value for value in VALUES if not isinstance(value, list | dict) and value == value])
        text = value if not isinstance(value, str) else value.encode("ascii", "ignore").decode().replace("\0", "")
        cell.value = "=1+1" if dice.random() < 0.1 else str(text)[:30_000].replace("\x1b", "")
        if dice.random() < 0.2:
            sheet.delete_rows(cell.row)
    opened.save(tmp_path / "edited.xlsx")
    taken(gt, churn, tmp_path, tmp_path / "edited.xlsx", dice.choice(["all", "theirs"]))


def test_words_like_a_workbooks_escapes_come_back_as_they_went(gt: Gt, tmp_path: Path) -> None:
    file, book = tmp_path / "w.workshop", tmp_path / "w.xlsx"
    gt("new", file)
    for words in ("_x0041_", "_x000D_", "a _x0007_ b"):
        gt("add", file, "objective", f"statement={words}")
    gt("export", file, "-o", book)
    ran = gt("import", file, book, "--dry-run", "--json")
    assert json.loads(ran.out) == {"proposed": [], "problems": []}
