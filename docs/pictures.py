"""Takes the pictures of the docs (`make pictures`): of the running app, as the wall shows it, and of the workbook."""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest.mock import patch

from screens.app import GoldenThread
from screens.clock import Clock
from screens.room import Room
from store.file import WorkshopFile
from store.samples import sample

HERE = Path(__file__).parent / "pictures"
_NINE = datetime(2026, 11, 24, 9, 0)
_BLANK, _CELL = "&#160;", 12.2
"""A blank cell as the drawing has it, and the width of a cell there."""
_TEXT = r' x="([\d.]+)"( y="[\d.]+") textLength="([\d.]+)"([^>]*)>((?:&#160;)*)([^<]*?)((?:&#160;)*)</text>'
_FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


class Picture(NamedTuple):
    """One picture: its name, the step, the keys that lead there; on the second screen where `wall`."""

    name: str
    step: int
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (100, 30)
    wall: bool = False


PICTURES = (
    Picture("wall", 3, ("home",), (120, 32), wall=True),
    Picture("capture", 1, ("a", *"Cut returns from 8% to 5% by June 2027")),
    Picture("ranking", 2),
    Picture("threads", 3, ("right",)),
    Picture("validate", 4),
    Picture("raci", 5, ("enter",)),
    Picture("dashboard", 5, ("tab",) * 5),
)


PRINTED = {"workbook-thread": 3, "workbook-dashboard": 13}
"""Pages of the handed over workbook, as LibreOffice prints it."""


class _Day(date):
    @classmethod
    def today(cls) -> date:
        return _NINE.date()


async def _taken(picture: Picture, path: Path) -> str:
    """The picture as SVG. It names no font that would have to be fetched."""
    with WorkshopFile.open(path, write=not picture.wall) as file:
        app = GoldenThread(file, clock=Clock(lambda: 0.0, lambda: _NINE), step=picture.step, wall=picture.wall,
                           scratch=True)  # fmt: skip
        async with app.run_test(size=picture.size) as pilot:
            await pilot.press(*picture.keys)
            if isinstance(app.screen, Room):  # whose coach would wait until nobody types
                await app.screen.advice.advise()
            await pilot.pause()
            drawn = app.export_screenshot(title="Golden Thread")
    return _plain(drawn)


def _plain(drawn: str) -> str:
    """The drawing without fonts that would have to be fetched, and without blank cells, which some viewers lose."""
    drawn = re.sub(r"@font-face \{.*?\}\s*|\s*<!-- .*? -->", "", drawn, flags=re.S)
    drawn = re.sub(r"font-family: [^;]+;", f"font-family: {_FONTS};", drawn)
    return re.sub(_TEXT, _trimmed, drawn)


def _trimmed(found: re.Match[str]) -> str:
    """A text that begins and ends with something to be seen, where it stood."""
    x, y, length, more, before, words, after = found.groups()
    blank = [_CELL * side.count(_BLANK) for side in (before, after)]
    place = f' x="{float(x) + blank[0]:.1f}"{y} textLength="{float(length) - sum(blank):.1f}"'
    return f"{place}{more}>{words}</text>"


def _print(path: Path, folder: Path) -> None:
    """The pages of the workbook as pictures, where there is a program that prints it."""
    if not (shutil.which("soffice") and shutil.which("pdftoppm")):
        print("The workbook's pictures stay as they are: that takes LibreOffice and poppler-utils")
        return
    from exporters.handoff import made

    book = folder / "book.xlsx"
    with WorkshopFile.open(path, write=False) as file:
        book.write_bytes(made(file.shop, list(file.log()), "xlsx"))
    office = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf"]
    subprocess.run([*office, "--outdir", str(folder), str(book)], check=True, capture_output=True, timeout=180)
    for name, page in PRINTED.items():
        only = ["-f", str(page), "-l", str(page), "-singlefile"]
        subprocess.run(
            ["pdftoppm", "-png", "-r", "75", *only, str(book.with_suffix(".pdf")), str(HERE / name)], check=True
        )


def main() -> None:
    """Take them all anew."""
    HERE.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, patch("workshop.state.date", _Day):
        path = Path(folder, "churn.workshop")
        WorkshopFile.create(path, plan=sample("churn", _NINE.date())).close()
        for picture in PICTURES:
            (HERE / f"{picture.name}.svg").write_text(asyncio.run(_taken(picture, path)), encoding="utf-8")
        _print(path, Path(folder))


if __name__ == "__main__":
    main()
