"""LibreOffice works every formula out anew and comes to the figures that we kept beside them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from libreoffice import XLSX, converted, needs_libreoffice
from making import shop
from openpyxl import load_workbook

from exporters.handoff import made
from workshop import acts
from workshop.declare import KINDS
from workshop.draft import Draft


def bare(data: bytes) -> bytes:
    """The workbook without the figures that we kept, so that none can be taken over."""
    file = BytesIO()
    load_workbook(BytesIO(data)).save(file)
    return file.getvalue()


@pytest.fixture
def awkward() -> bytes:
    """Ties, missing scores, two Accountables, A/R, numbers that do not add up or only begin, what is retired, blocks
    and lapsed verdicts.
    """
    lines = """
    objective statement=A; customer_facing=no | objective statement=B; customer_facing=yes | objective statement=C
    objective statement=D; state=parked | objective statement=E
    person name=Ann; group=business | person name=Bob; group=governance
    score objective=O1; criterion=impact; value=4 | score objective=O2; criterion=impact; value=4
    score objective=O3; person=H1; criterion=impact; value=5 | score objective=O3; person=H2; criterion=impact; value=2
    score objective=O3; person=H1; criterion=urgency; value=4 | score objective=O4; criterion=impact; value=5
    process name=P | process name=Q | process name=R | process name=S | process name=T
    outcome statement=X; objectives=O1,O2 | outcome statement=Y; objectives=O2
    link outcome=C1; process=P1; role=primary | link outcome=C1; process=P2; role=supporting
    link outcome=C2; process=P1; role=supporting | link outcome=C2; process=P3; role=supporting
    link outcome=C2; process=P2; role=primary | link outcome=C2; process=P4 | link outcome=C2; process=P5
    metric name=No reading; outcomes=C1; baseline=1; target=2; timing=leading | metric name=No way; outcomes=C1
    metric name=Nowhere to go; outcomes=C2; baseline=5; target=5 | metric name=Overshot; baseline=10; target=20
    metric name=Wrong way; baseline=1,200; target=900; unit=min | metric name=Only a target; target=3 %
    reading metric=M2; on=2026-10-01; value=7 | reading metric=M3; on=2026-10-01; value=6
    reading metric=M4; on=2026-10-08; value=25 | reading metric=M5; on=2026-11-01; value=1,300
    reading metric=M4; on=2026-11-08; value=22.5 | reading metric=M6; on=2026-11-08; value=4 %
    metric name=Begun; baseline=90; target=30 | metric name=Late; baseline=90; target=30; due=2026-11-01
    metric name=Ahead; baseline=90; target=30; due=2099-01-01 | metric name=Retired; baseline=90; target=30
    metric name=Retired unread; baseline=90; target=30 | metric name=Not begun; baseline=90; target=30
    reading metric=M7; on=2026-11-08; value=74 | reading metric=M8; on=2026-10-08; value=74
    reading metric=M9; on=2026-11-08; value=74 | reading metric=M10; on=2026-11-08; value=30
    reading metric=M12; on=2026-11-08; value=90
    ruling on=M10; says=retire | ruling on=M11; says=retire
    activity name=Both | activity name=None | activity name=Two | activity name=Nobody does it
    raci activity=A1; who=H1; letter=A/R | raci activity=A2; who=H2; letter=R | raci activity=A3; who=H1; letter=A
    raci activity=A3; who=H2; letter=A/R | raci activity=A4; who=Ann; letter=A
    verdict on=C1; person=H1; says=block; words=No; wording=other words | verdict on=C2; person=H2; says=block
    action what=One; status=done | action what=Two; status=dropped | action what=Three
    """
    made_ = shop()
    for line in " | ".join(lines.strip().splitlines()).split(" | "):
        kind, _, rest = line.strip().partition(" ")
        draft = Draft(made_)
        acts.add(draft, KINDS[kind], dict(part.strip().split("=", 1) for part in rest.split(";")))
        made_.apply(draft.changes)
    return made(made_, [], "xlsx")


@needs_libreoffice
@pytest.mark.parametrize("name", ["churn", "awkward"])
def test_every_formula_comes_to_our_figure(request: Any, tmp_path: Path, name: str) -> None:
    given = request.getfixturevalue(name)
    data = given if isinstance(given, bytes) else given.xlsx()
    formulas, kept = load_workbook(BytesIO(data)), load_workbook(BytesIO(data), data_only=True)
    anew = load_workbook(converted(bare(data), XLSX, tmp_path), data_only=True)
    live = [cell for sheet in formulas for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert len(live) > 50
    for cell in live:
        ours, theirs = (book[cell.parent.title][cell.coordinate].value for book in (kept, anew))
        where = f"{cell.parent.title}!{cell.coordinate} {cell.value}"
        if isinstance(ours, int | float):
            assert theirs == pytest.approx(ours, abs=1e-9), where
        else:
            assert (theirs or "") == (ours or ""), where


@needs_libreoffice
def test_a_changed_link_and_a_new_reading_are_followed(churn: Any, tmp_path: Path) -> None:
    book = load_workbook(BytesIO(churn.xlsx()))
    links, readings = book["Outcome x process"], book["Readings"]
    links["C6"] = None
    readings["A18"], readings["B18"] = "2026-12-01", 30
    changed = BytesIO()
    book.save(changed)
    anew = load_workbook(converted(changed.getvalue(), XLSX, tmp_path), data_only=True)
    assert anew["Objective x process"]["C6"].value == "S"
    assert anew["Outcome x process"]["K6"].value == "No primary process"
    assert [cell.value for cell in anew["Metrics"][6]][7:10] == [30, 1, "Met"]
