"""The JSON that other programs read: whole, and in the shape that was promised."""

from __future__ import annotations

import json
from typing import Any

import pytest
from making import put, say, shop

from exporters.handoff import NoSuchForm, made
from exporters.marks import ours
from workshop.declare import KINDS


@pytest.fixture(scope="session")
def whole(churn: Any) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(made(churn.shop, churn.log, "json"))
    return read


def test_every_record_is_there_with_every_field(whole: dict[str, Any], churn: Any) -> None:
    assert list(whole["records"]) == list(KINDS)
    for name, kind in KINDS.items():
        rows = whole["records"][name]
        assert [row["ref"] for row in rows] == [record.ref for record in churn.shop.of(name)]
        assert all(set(row) == {"ref", *(spec.name for spec in kind.fields)} for row in rows)


def test_values_stand_as_a_script_would_set_them() -> None:
    made_ = shop()
    say(made_, "objective", statement="Cut churn", due="31 Dec 2027", baseline="9 %")
    say(made_, "outcome", statement="Back in 30 minutes", objectives="O1")
    say(made_, "outcome", statement="Fewer repeats")
    say(made_, "process", name="Incident management", maturity="3")
    put(made_, "C2", objectives="O1")
    records = json.loads(made(made_, [], "json"))["records"]
    objective, process = records["objective"][0], records["process"][0]
    assert (objective["due"], objective["baseline"], objective["owner"]) == ("2027-12-31", "9 %", "")
    assert (process["maturity"], records["outcome"][0]["objectives"]) == (3, "O1")


def test_a_gap_in_a_thread_is_null(whole: dict[str, Any]) -> None:
    made_ = shop()
    say(made_, "objective", statement="Cut churn")
    assert json.loads(made(made_, [], "json"))["threads"] == [
        {"objective": "O1", "outcome": None, "process": None, "metric": None}
    ]
    assert {"objective": "O1", "outcome": "C1", "process": "P1", "metric": "M1"} in whole["threads"]


def test_the_changes_are_the_log(whole: dict[str, Any], churn: Any) -> None:
    assert len(whole["changes"]) == len(churn.log)
    assert whole["changes"][0] == {
        "n": 1, "at": churn.log[0].at, "by": "Facilitator", "why": "fill in", "step": 1, "origin": "typed",
        "batch": "batch0", "ref": "W1", "kind": "workshop", "field": None, "old": None, "new": "W1",
    }  # fmt: skip


def test_it_is_known_as_ours(tmp_path: Any, churn: Any) -> None:
    for form in ("xlsx", "md", "json"):
        path = tmp_path / f"handed.{form}"
        path.write_bytes(made(churn.shop, churn.log, form))
        assert ours(path), form


def test_another_form_is_refused(churn: Any) -> None:
    with pytest.raises(NoSuchForm, match="xlsx, md, json"):
        made(churn.shop, churn.log, "docx")
