"""What a review retired stays in the workbook as a record, and is counted, charted and asked for no more."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from making import put, say, shop
from openpyxl import load_workbook

from exporters.forms import readings
from exporters.handoff import made
from exporters.layout import Book
from exporters.sheets import dashboard, described
from workshop.state import Workshop


@pytest.fixture
def room() -> Workshop:
    """A thread with two metrics, one of them far behind."""
    room = shop()
    say(room, "objective", statement="Cut churn from 9% to 6%")
    say(room, "outcome", statement="Back in 30 minutes", objectives="O1")
    say(room, "process", name="Incident management")
    say(room, "link", outcome="C1", process="P1", role="primary")
    for name, values in (("Time to restore", ("80", "40")), ("Tickets closed", ("89", "88"))):
        ref = say(room, "metric", name=name, outcomes="C1", baseline="90", target="30", owner="Desk lead")
        for month, value in enumerate(values, 9):
            say(room, "reading", metric=ref, on=f"2026-{month:02}-01", value=value)
    return room


def headlines(room: Workshop) -> dict[str, str]:
    return {name: sheet.headline for name, sheet in described(room, []).sheets.items()}


def cells(room: Workshop, sheet: str) -> list[list[Any]]:
    book = load_workbook(BytesIO(made(room, [], "xlsx")), data_only=True)
    return [[cell for cell in row if cell not in (None, "")] for row in book[sheet].iter_rows(values_only=True)]


def test_a_retired_metric_is_no_longer_the_worry_nor_charted_nor_asked_for(room: Workshop) -> None:
    assert headlines(room)["Dashboard"].endswith("“Tickets closed” is the worry")
    say(room, "ruling", on="M2", says="retire", reason="Nobody reads it")
    assert headlines(room)["Dashboard"] == "“Time to restore” is 83% of the way"
    assert [metric.ref for metric in dashboard.chosen(Book(room, []))] == ["M1"]
    assert [metric.ref for metric in readings.described(room, [], "").sheets["Readings"].rows] == ["M1"]
    put(room, "M1", dashboard="yes")
    put(room, "M2", dashboard="yes")
    assert "Tickets closed" not in {cell for row in cells(room, "Dashboard") for cell in row}


def test_its_record_and_its_readings_stay_for_history_and_are_not_edited(room: Workshop) -> None:
    say(room, "ruling", on="M2", says="retire", reason="Nobody reads it")
    row = next(row for row in cells(room, "Metrics") if row[:1] == ["M2"])
    assert "Retired" in row and 88 in row
    column = next(c for c in described(room, []).sheets["Readings"].columns if c.code == "M2")
    assert not column.edit
    assert any(88 in row for row in cells(room, "Readings"))


def test_the_workbook_says_that_the_thread_has_a_gap_again(room: Workshop) -> None:
    say(room, "ruling", on="M1", says="retire")
    say(room, "ruling", on="M2", says="retire")
    told = headlines(room)
    assert told["Golden thread"] == "No thread reaches a metric"
    assert told["Metrics"] == "Both metrics are retired"
    assert "No metric yet" in {cell for row in cells(room, "Golden thread") for cell in row}


def test_the_cover_counts_what_counts(room: Workshop) -> None:
    say(room, "outcome", statement="Fewer repeats", objectives="O1", target="3", due="2027-06-30")
    say(room, "ruling", on="M2", says="retire")
    say(room, "ruling", on="C1", says="retire")
    assert ["1", "›", "1", "›", "1", "›", "0"] in [list(map(str, row)) for row in cells(room, "Start here")]
    assert headlines(room)["Outcomes"] == "The one outcome has a value to reach and a date; one more is retired"
    assert headlines(room)["Golden thread"] == "No thread reaches a metric"


def test_two_rulings_on_one_record_count_as_the_latest(room: Workshop) -> None:
    say(room, "ruling", on="M1", says="retire", review="2026-10-01")
    say(room, "ruling", on="M1", says="keep", review="2026-11-01")
    assert headlines(room)["Reviews"] == "One ruling, to keep"
