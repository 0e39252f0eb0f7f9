"""Whatever is typed wrongly: one line that helps, exit code 2, and nothing made or altered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran

from screens.cli import main

Gt = Callable[..., Ran]


@pytest.fixture
def file(gt: Gt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small workshop in the folder in hand."""
    monkeypatch.chdir(tmp_path)
    gt("new", "w.workshop")
    gt("add", "w.workshop", "objective", "statement=Cut churn")
    gt("add", "w.workshop", "service", "name=Portal")
    Path("notes.txt").write_text("somebody's own work")
    Path("folder").mkdir()
    return tmp_path / "w.workshop"


BAD = (
    ("add w.workshop unicorn x=1", "unicorn"),
    ("add w.workshop objective statement", "FIELD=VALUE"),
    ("add w.workshop objective statement=a statement=b", "twice"),
    ("add w.workshop objective owner=CFO", "statement"),
    ("add w.workshop objective colour=red", "colour"),
    ("add w.workshop objective", "FIELD=VALUE is missing"),
    ("add w.workshop", "KIND is missing"),
    ("add", "FILE is missing"),
    ("add missing.workshop objective statement=x", "goldenthread new missing.workshop"),
    ("add w.workshop metric timing=sideways name=x", "neither leading nor lagging"),
    ("add w.workshop outcome statement=x objectives=O77", "O77"),
    ("add w.workshop outcome statement=x objectives=S1", "S1 is a service"),
    ("add w.workshop process name=x maturity=9", "1 to 5"),
    ("add w.workshop objective statement=x due=someday", "someday"),
    ("add w.workshop workshop title=x", "W1"),
    ("set w.workshop O99.statement x", "O99"),
    ("set w.workshop O1.nofield x", "nofield"),
    ("set w.workshop O1 x", "O1.statement"),
    ("set w.workshop .statement x", "O1.statement"),
    ("set w.workshop nonsense.statement x", "nonsense"),
    ("set w.workshop O1.statement", "VALUE is missing"),
    ("set w.workshop O1.statement a b", "one word too many"),
    ("check missing.workshop", "goldenthread new missing.workshop"),
    ("check notes.txt", "notes.txt"),
    ("check folder", "folder"),
    ("check", "FILE is missing"),
    ("check w.workshop --jsn", "did you mean --json?"),
    ("check w.workshop --json --json", "twice"),
    ("check w.workshop --json=yes", "takes no value"),
    ("log", "FILE is missing"),
    ("log -x.workshop", "write --"),
    ("log -- -x.workshop", "-x.workshop"),
    ("new w.workshop", "exists"),
    ("new notes.txt", "exists"),
    ("check w", "did you mean w.workshop?"),
    ("new plan.txt", "a workshop's file ends in .workshop; say plan.txt.workshop"),
    ("fork w.workshop north", "say north.workshop"),
    ("new no/such/folder/w.workshop", "no/such/folder"),
    ("new other.workshop --title", "needs TITLE"),
    ("sample unicorn", "unicorn"),
    ("sample churn w.workshop", "exists"),
    ("export w.workshop -o notes.txt", "notes.txt"),
    ("export w.workshop -o w.workshop", "the workshop itself"),
    ("export w.workshop -o folder", "folder"),
    ("export w.workshop -o hospital.docx", ".xlsx, .md, .json or .ics"),
    ("export w.workshop --format md -o w.PDF", "this is .md"),
    ("export w.workshop --format json -o w.xlsx", "ends in .xlsx, and this is .json"),
    ("export w.workshop -o none/w.xlsx", "that folder is not there"),
    ("why w.workshop O9", "“O9” in this workshop; give the ref of a record that is there"),
    ("why w.workshop S1", "such as O1"),
    ("export w.workshop --format pdf", "xlsx or md or json"),
    ("export missing.workshop", "missing.workshop"),
    ("import w.workshop missing.csv", "missing.csv"),
    ("import w.workshop folder", "folder"),
    ("import w.workshop w.workshop", "a workshop"),
    ("import w.workshop notes.txt --kind unicorn", "unicorn"),
    ("import w.workshop notes.txt --accept some", "all or none or mine or theirs"),
    ("import w.workshop", "BOOK is missing"),
    ("missing.workshop", "goldenthread new missing.workshop"),
    ("exprot w.workshop", "did you mean export?"),
    ("exprot", "did you mean export?"),
    ("--no-such-option", "--help"),
    ("w.workshop", "terminal"),
    ("demo", "terminal"),
    ("", "terminal"),
)


@pytest.mark.parametrize(("typed", "helps"), BAD, ids=[typed or "nothing" for typed, _ in BAD])
def test_one_line_and_nothing_altered(gt: Gt, file: Path, typed: str, helps: str) -> None:
    before = {path.name: path.read_bytes() for path in file.parent.iterdir() if path.is_file()}
    ran = gt(*typed.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert ran.err.startswith("goldenthread: ")
    assert helps in ran.err
    assert {path.name: path.read_bytes() for path in file.parent.iterdir() if path.is_file()} == before


def test_a_fault_of_ours_is_one_line_too(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screens.cli.coaching.coach", lambda said: [][7])
    assert main(["coach", "objective"]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "IndexError" in err and "test_cli_bad_input.py line" in err


ODD = ("-dash", "Ünï 漢字 עברית", "[red]x[", "a b'c\"d;e", "%s{0}$HOME", "?mode=memory#x", "two\nlines")


@pytest.mark.parametrize("name", [f"{odd}.workshop" for odd in ODD])
def test_odd_names_work(gt: Gt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    made = gt("new", "--", name)
    assert made.code == 0, made
    assert made.out.count("\n") == 1
    assert gt("add", "--", name, "objective", "statement=kept").out == "O1\n"
    assert "kept" in gt("log", "--", name).out
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]


NO_NAME = (("new", ""), ("check", ""), ("",), ("import", "w.workshop", " "), ("export", "w.workshop", "-o", ""))


@pytest.mark.parametrize("words", NO_NAME)
def test_an_empty_name_is_none(gt: Gt, file: Path, words: tuple[str, ...]) -> None:
    ran = gt(*words)
    assert ran.code == 2
    assert "is empty; give the name of a file" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_why_of_nothing_names_no_objective_that_is_not_there(gt: Gt, tmp_path: Path) -> None:
    gt("new", tmp_path / "bare.workshop")
    ran = gt("why", tmp_path / "bare.workshop", "O1")
    assert ran.code == 2
    assert "No objective is in this workshop yet" in ran.err and "O1" not in ran.err


def test_what_may_be_repeated_is_said_to_be_so_once(gt: Gt) -> None:
    assert "FIELD=VALUE..." in gt("add", "--help").out
    assert "......" not in gt("add", "--help").out
