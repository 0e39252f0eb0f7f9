"""diff: two states of a file compared, by name, by number, or since the last review."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import Ran

from store.file import WorkshopFile
from store.versions import versions
from workshop.plans.naming import name_version

Gt = Callable[..., Ran]


@pytest.fixture
def file(tmp_path: Path, gt: Gt) -> Path:
    """A workshop with an objective that was put right once."""
    path = tmp_path / "w.workshop"
    gt("new", path, "--title", "Northwind")
    gt("add", path, "objective", "statement=Cut churn from 9% to 6%", "target=6", "unit=%")
    return path


def _name(path: Path, name: str) -> None:
    with WorkshopFile.open(path) as file:
        file.act(lambda draft: name_version(draft, name), why=f"name {name}", step=6)


def _diff(gt: Gt, *words: object) -> Any:
    ran = gt("diff", *words, "--json")
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def test_since_a_version_with_exactly_the_keys_of_the_contract(file: Path, gt: Gt) -> None:
    _name(file, "before the board")
    gt("set", file, "O1.target", "5")
    gt("add", file, "service", "name=Portal")
    assert _diff(gt, file, "Before the Board") == {
        "added": ["S1"],
        "removed": [],
        "changed": [{"ref": "O1", "field": "target", "old": "6", "new": "5"}],
    }
    ran = gt("diff", file, "before the board")
    assert "1 added, 0 removed, 1 changed" in ran.out and "S1    Portal" in ran.out
    assert "Target: “6%” -> “5%”" in ran.out


def test_between_two_numbers_of_the_log_either_way(file: Path, gt: Gt) -> None:
    before = len(gt("log", file, "--json").out.splitlines())
    gt("set", file, "O1.owner", "Head of Sales")
    after = len(gt("log", file, "--json").out.splitlines())
    gt("set", file, "O1.owner", "Head of Service")
    owner = {"ref": "O1", "field": "owner"}
    assert _diff(gt, file, before, after)["changed"] == [owner | {"old": "", "new": "Head of Sales"}]
    assert _diff(gt, file, after, before)["changed"] == [owner | {"old": "Head of Sales", "new": ""}]
    assert _diff(gt, file, after, after) == {"added": [], "removed": [], "changed": []}
    assert gt("diff", file, after, after).out == f"From change {after} to change {after}: nothing is otherwise.\n"


def test_with_none_since_the_last_review_or_the_start_and_it_says_which(file: Path, gt: Gt) -> None:
    ran = gt("diff", file)
    assert ran.out.startswith("From the start to now") and _diff(gt, file)["added"] == ["W1", "O1"]
    gt("add", file, "outcome", "statement=Back in 30 minutes", "objectives=O1")
    held, today = date.today() - timedelta(days=40), date.today()
    gt("add", file, "ruling", "on=C1", f"review={held}", "says=keep", "reason=It moved")
    gt("set", file, "C1.target", "25")
    gt("add", file, "ruling", "on=C1", f"review={today}", "says=refine", "reason=It stopped")
    gt("set", file, "G1.reason", "It moved a little")
    found = _diff(gt, file)
    assert found["added"] == ["G2"], "today's review is looked at since the one before"
    assert [each["field"] for each in found["changed"]] == ["target", "reason"]
    assert gt("diff", file).out.startswith("From the review of ")


def test_reviews_are_versions_by_their_day(file: Path, gt: Gt) -> None:
    gt("add", file, "outcome", "statement=Back in 30 minutes", "objectives=O1")
    for day in ("2026-01-12", "2026-07-12"):
        gt("add", file, "ruling", "on=C1", f"review={day}", "says=keep", "reason=It moved")
        gt("set", file, "C1.target", day[5:7])
    found = _diff(gt, file, "review 2026-01-12", "review 2026-07-12")
    assert found["added"] == ["G2"] and [each["new"] for each in found["changed"]] == ["01"]


def test_a_name_that_is_taken_back_is_no_version_any_more(file: Path) -> None:
    with WorkshopFile.open(file) as opened:
        for name in ("one", "two"):
            opened.act(lambda draft, name=name: name_version(draft, name), why=f"name {name}", step=6)
        opened.undo()
        assert [each.name for each in versions(opened)] == ["one"]
        opened.redo()
        assert [(each.name, each.n <= opened.last_n()) for each in versions(opened)] == [("one", True), ("two", True)]
    with WorkshopFile.open(file, write=False) as again:
        assert [each.name for each in versions(again)] == ["one", "two"]


@pytest.mark.parametrize("name", ["last week", "999999", "-1", "0x1", "9" * 30])
def test_what_is_no_version_is_refused_in_a_line_that_says_which_there_are(file: Path, gt: Gt, name: str) -> None:
    _name(file, "before the board")
    ran = gt("diff", "--", file, name)
    assert ran.code == 2 and ran.err.count("\n") == 1
    assert "before the board" in ran.err and "a number from 0 to" in ran.err


@pytest.mark.parametrize(("name", "why"), [("", "Say what"), ("12", "number of a change"), ("BOARD", "another state")])
def test_a_name_is_a_word_of_its_own(file: Path, name: str, why: str) -> None:
    from workshop.errors import WorkshopError

    _name(file, "Board")
    with pytest.raises(WorkshopError, match=why):
        _name(file, name)
