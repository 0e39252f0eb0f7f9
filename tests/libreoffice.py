"""LibreOffice as another program that opens, works out and saves our workbooks; some machines have none."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not there: no workbook was opened by it"
)
XLSX = "xlsx:Calc MS Excel 2007 XML"


def converted(data: bytes, form: str, folder: Path) -> Path:
    """The workbook as LibreOffice writes it in another form."""
    source = folder / "book.xlsx"
    source.write_bytes(data)
    out = folder / "out"
    home = f"-env:UserInstallation=file://{folder}/libreoffice"
    subprocess.run(["soffice", home, "--headless", "--convert-to", form, "--outdir", str(out), str(source)],
                   check=True, capture_output=True, timeout=120)  # fmt: skip
    return next(out.iterdir())
