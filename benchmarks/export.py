"""What a workbook costs, against openpyxl alone writing the same cells in as many shared styles."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.paired import OURS, Figure, memory, paired, timed

_FLOOR = """
import pickle, sys
from copy import copy
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
sheets, many = pickle.load(open(sys.argv[1], "rb"))
book = Workbook()
styles = []
for number in range(many):
    cell = book.active.cell(1, 1)
    cell.font = Font(bold=number % 3 == 0, size=9 + number % 5)
    cell.fill = PatternFill("solid", fgColor=f"F{number % 10}F{number // 10 % 10}E0")
    cell.alignment = Alignment(wrap_text=number % 2 == 0, vertical="top")
    styles.append(copy(cell._style))
for number, rows in enumerate(sheets):
    sheet = book.create_sheet(f"s{number}")
    for row, column, value, style in rows:
        cell = sheet.cell(row, column, value)
        cell._style = styles[style]
book.save(sys.argv[2])
"""


def figures(rounds: int = 9) -> list[Figure]:
    """The churn sample, and a workshop of 50 objectives and 500 threads."""
    from benchmarks.workshops import made

    with TemporaryDirectory() as folder:
        small, large = Path(folder, "churn.workshop"), Path(folder, "large.workshop")
        subprocess.run([*OURS, "sample", "churn", str(small)], check=True, capture_output=True)
        made(large, objectives=50, threads=500)
        return [
            _against_floor("export: the churn sample", small, 1.3, rounds),
            _against_floor("export: 50 objectives, 500 threads", large, 1.15, rounds),
            _memory("export: memory at 50 objectives, 500 threads", large),
        ]


def _against_floor(name: str, workshop: Path, most: float, rounds: int) -> Figure:
    export, floor = _both(workshop)
    return paired(name, lambda: timed(export), lambda: timed(floor), most, rounds=rounds)


def _memory(name: str, workshop: Path) -> Figure:
    """The most that each had in memory, in bytes."""
    export, floor = _both(workshop)
    return paired(name, lambda: memory(export), lambda: memory(floor), 2.0, rounds=3)._replace(unit="MB")


def _both(workshop: Path) -> tuple[list[str], list[str]]:
    """What exports the workshop, and what only writes the cells of that export."""
    book, shape, bare = (workshop.with_suffix(ending) for ending in (".xlsx", ".shape", ".bare.xlsx"))
    export = [*OURS, "export", str(workshop), "-o", str(book)]
    timed(export)
    shape.write_bytes(pickle.dumps(_shape(book)))
    return export, [sys.executable, "-c", _FLOOR, str(shape), str(bare)]


def _shape(book: Path) -> tuple[list[list[tuple[int, int, Any, int]]], int]:
    """Every cell that says something or has a style, by sheet, and how many styles there are."""
    import warnings

    from openpyxl import load_workbook

    warnings.simplefilter("ignore")  # of extensions that the library does not keep
    styles: dict[int, int] = {}
    sheets = [
        [
            (row, column, cell.value, styles.setdefault(cell.style_id, len(styles)))
            for (row, column), cell in sheet._cells.items()
            if cell.value is not None or cell.has_style
        ]
        for sheet in load_workbook(book).worksheets
    ]
    return sheets, len(styles)
