"""LibreOffice works every formula out anew and comes to the figures that we kept beside them."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not there: no formula was worked out anew"
)


def converted(data: bytes, form: str, folder: Path) -> Path:
    """The workbook as LibreOffice writes it in another form."""
    source = folder / "book.xlsx"
    source.write_bytes(data)
    out = folder / "out"
    home = f"-env:UserInstallation=file://{folder}/libreoffice"
    subprocess.run(["soffice", home, "--headless", "--convert-to", form, "--outdir", str(out), str(source)],
                   check=True, capture_output=True, timeout=120)  # fmt: skip
    return next(out.iterdir())


def bare(data: bytes) -> bytes:
    """The workbook without the figures that we kept, so that none can be taken over."""
    file = BytesIO()
    load_workbook(BytesIO(data)).save(file)
    return file.getvalue()


@needs_libreoffice
@pytest.mark.parametrize("name", ["churn", "pilot"])
def test_every_formula_comes_to_our_figure(request: Any, tmp_path: Path, name: str) -> None:
    data = request.getfixturevalue(name).xlsx()
    formulas, kept = load_workbook(BytesIO(data)), load_workbook(BytesIO(data), data_only=True)
    anew = load_workbook(converted(bare(data), "xlsx:Calc MS Excel 2007 XML", tmp_path), data_only=True)
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
    anew = load_workbook(converted(changed.getvalue(), "xlsx:Calc MS Excel 2007 XML", tmp_path), data_only=True)
    assert anew["Objective x process"]["C6"].value == "S"
    assert anew["Outcome x process"]["K6"].value == "No primary process"
    assert [cell.value for cell in anew["Metrics"][6]][7:10] == [30, 1, "Met"]
