"""The churn example from nothing to a handoff, from the command line alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Ran
from scripted import ADDED, SET

Gt = Callable[..., Ran]


@pytest.fixture
def scripted(gt: Gt, tmp_path: Path) -> Path:
    """The churn example as `new`, `add` and `set` make it."""
    file = tmp_path / "churn.workshop"
    assert gt("new", file, "--title", "Northwind").code == 0
    for ref, words in ADDED:
        assert gt("add", file, *words) == Ran(0, f"{ref}\n", "")
    for name, value in SET:
        assert gt("set", file, name, value) == Ran(0, "", "")
    return file


def test_it_passes_all_six_gates(gt: Gt, scripted: Path) -> None:
    ran = gt("check", scripted, "--json")
    said = json.loads(ran.out)
    assert ran.code == 0
    assert [step["ready"] for step in said["steps"]] == [True] * 6
    assert all(finding["severity"] != "block" for finding in said["findings"])


def test_check_reads_well(gt: Gt, scripted: Path) -> None:
    gt("set", scripted, "C1.owner", "")
    ran = gt("check", scripted)
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert lines[0] == "Northwind"
    assert "2 Select  ✓ done" in lines
    assert any(line.startswith("  ✗ settle    C1  ") for line in lines)
    assert lines[-1] == "1 thing to settle."


def test_it_is_handed_over_in_every_form(gt: Gt, scripted: Path) -> None:
    for form in ("xlsx", "md", "json"):
        ran = gt("export", scripted, "--format", form)
        assert ran == Ran(0, f"Wrote {scripted.with_suffix(f'.{form}')}\n", "")
    said = json.loads(scripted.with_suffix(".json").read_text("utf-8"))
    thread = {"objective": "O1", "outcome": "C1", "process": "P1", "metric": "M1"}
    assert thread in said["threads"]
    assert len(said["records"]["metric"]) == 2
    assert gt("export", scripted, "-o", "-", "--format", "json").out == scripted.with_suffix(".json").read_text("utf-8")


def test_the_ending_of_the_name_says_the_form(gt: Gt, scripted: Path) -> None:
    minutes = scripted.with_name("minutes.md")
    assert gt("export", scripted, "-o", minutes).code == 0
    assert minutes.read_text("utf-8").count("churn")


def test_the_log_tells_every_answer(gt: Gt, scripted: Path) -> None:
    rows = [json.loads(line) for line in gt("log", scripted, "--json").out.splitlines()]
    assert [row["n"] for row in rows] == list(range(1, len(rows) + 1))
    told = {(row["ref"], row["field"]): row["new"] for row in rows}
    assert told["O1", "services"] == "S1"
    assert told["O1", "heard"] == "H2,H3"
    assert told["P1", "maturity"] == 3
    assert told["L1", "held"] == "held"
    plain = gt("log", scripted).out
    assert 'W1.client  "" -> "Northwind"  (typed, step 1' in plain
    assert "V4 added  (typed, step 4" in plain


def test_any_sqlite_tool_reads_the_threads(scripted: Path) -> None:
    with sqlite3.connect(scripted) as db:
        rows = db.execute("SELECT objective, process FROM threads ORDER BY process").fetchall()
    assert [row[1] for row in rows] == ["Incident management", "Problem management"]
    assert all("churn" in row[0] for row in rows)


def test_a_cell_is_set_where_it_stands(gt: Gt, scripted: Path) -> None:
    assert gt("set", scripted, "O1/-/impact.value", "3").code == 0
    assert gt("set", scripted, "O1/H2/impact.value", "2").code == 0
    assert gt("set", scripted, "A1/H5.letter", "I").code == 0
    scores = json.loads(gt("export", scripted, "-o", "-", "--format", "json").out)["records"]["score"]
    assert {row["ref"]: row["value"] for row in scores}["O1/-/impact"] == 3
    assert {row["ref"]: row["person"] for row in scores}["O1/H2/impact"] == "H2"


def test_a_cell_that_stands_on_nothing_is_refused(gt: Gt, scripted: Path) -> None:
    assert gt("set", scripted, "O9/-/impact.value", "3").code == 2
    assert gt("set", scripted, "O1/-/haste.value", "3").code == 2


@pytest.mark.parametrize("value", ["=1+1", "a=b", "--", "-5 %", "--json", "[/]", "Ünïcode 漢字 ✓"])
def test_words_stay_words(gt: Gt, scripted: Path, value: str) -> None:
    assert gt("add", scripted, "note", f"text={value}").code == 0
    assert gt("set", scripted, "O1.measure", value).code == 0
    news = [json.loads(line)["new"] for line in gt("log", scripted, "--json").out.splitlines()]
    assert news.count(value) == 2


def test_what_a_terminal_would_obey_is_left_out_and_said(gt: Gt, scripted: Path) -> None:
    ran = gt("add", scripted, "note", "text=red \x1b[31m alert\x07")
    assert ran.code == 0
    assert ran.out == "N2\n"
    assert ran.err == "goldenthread: left out 2 control characters, which a screen could obey\n"
    assert "\x1b" not in gt("log", scripted).out


def test_every_sample_is_complete(gt: Gt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("churn", "productivity", "compliance", "delivery"):
        assert gt("sample", name) == Ran(0, f"Made {name}.workshop\n", "")
        ran = gt("check", f"{name}.workshop", "--json")
        assert ran.code == 0
        assert all(step["ready"] for step in json.loads(ran.out)["steps"])
    assert gt("sample", "churn").code == 2
