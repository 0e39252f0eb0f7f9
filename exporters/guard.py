"""A workbook from outside, looked through before any library opens it: bounded, and named for what it is."""

from __future__ import annotations

import re
import warnings
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from exporters.marks import PROPERTY
from workshop.errors import WorkshopError
from workshop.words import shown

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_BYTES = 25_000_000
MOST_PARTS = 1_000
MOST_UNPACKED = 100_000_000
MOST_MERGED = 10_000
MOST_CELLS = 1_000_000
"""Cells, and rows, that are opened: they cost some fifteen seconds and 400 MB."""
_LONGEST_RUN = 500_000
"""Bytes without a single tag, at which a part is no longer somebody's table."""
_CHUNK = 1 << 20
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)[\s/>]")
_MERGE = re.compile(rb"""mergeCell\b[^>]*?\sref\s*=\s*["']([^"']*)""")
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?")
_OTHERS = {
    b"\xd0\xcf\x11\xe0": "an old .xls or a workbook with a password; save it as .xlsx without one",
    b"SQLite format 3\0": "a workshop or another database, not a table; open it with: goldenthread FILE",
    b"%PDF": "a PDF; export the table as .xlsx or .csv",
}


class NotReadable(WorkshopError):
    """A file that is no table, or none that may be opened; the line says which and the way out."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{shown(name)}: {why}")


def contents(path: Path) -> bytes:
    """The bytes of a file that may be a table. Raises NotReadable when it is none, or too big."""
    name = str(path)
    try:
        if not path.is_file():
            raise NotReadable(name, "this is a folder" if path.is_dir() else "there is no such file")
        if path.stat().st_size > MOST_BYTES:
            raise NotReadable(name, f"more than {MOST_BYTES // 1_000_000} MB; split the table")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise NotReadable(name, getattr(error, "strerror", "") or "no file can be called that") from None
    if path.name.startswith("~$"):
        raise NotReadable(name, "Excel's own lock file; name the workbook that it stands beside")
    if not data.strip(b"\0 \r\n\t"):
        raise NotReadable(name, "there is nothing in it")
    for magic, what in _OTHERS.items():
        if data.startswith(magic):
            raise NotReadable(name, f"this is {what}")
    if re.match(rb"\s*<(!doctype html|html|table|\?xml)", data[:500], re.I):
        raise NotReadable(name, "this is a web page; open it in Excel and save it as .xlsx")
    return data


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are those of a zip, as every .xlsx is."""
    return data.startswith(b"PK")


def made_by_us(data: bytes) -> bool:
    """Whether the workbook is an export of ours, of whatever workshop."""
    return PROPERTY.encode() in _beginning_of("docProps/custom.xml", data)


def has_sheet(data: bytes, title: str) -> bool:
    """Whether a sheet of that plain title seems to be in the workbook, without opening it."""
    return f'"{title}"'.encode() in _beginning_of("xl/workbook.xml", data)


def _beginning_of(part: str, data: bytes) -> bytes:
    """The first megabyte of a part; nothing where there is none."""
    try:
        with ZipFile(BytesIO(data)) as book, book.open(part) as file:
            return file.read(_CHUNK)
    except (OSError, EOFError, BadZipFile, KeyError, NotImplementedError, RuntimeError, ValueError, zlib.error):
        return b""


def opened(data: bytes, name: str) -> Workbook:
    """The workbook, opened whole once it is known to be harmless. Raises NotReadable.

    This is the one place that catches whatever the library may raise: on damaged books that is any of a dozen
    kinds, none of which says more to its reader than that the book is damaged.
    """
    look_through(data, name)
    try:
        book = loaded(data)
    except Exception:
        raise NotReadable(name, "this workbook is damaged; open it in Excel and save it again") from None
    if not book.worksheets:
        raise NotReadable(name, "this workbook has no sheet")
    return book


def loaded(data: bytes, *, came_to: bool = False) -> Workbook:
    """A workbook that was looked through, its texts as written in it, `_x005F_` and all: `cells.said` reads those.

    The library takes that escape away where a text stands in the table of texts, and not where it stands in a
    cell, so that afterwards nobody could tell `_x0041_` from an A. With `came_to`, a cell with a formula holds what
    that came to when the workbook was saved.
    """
    from openpyxl.reader.excel import SHARED_STRINGS, ExcelReader

    class Reader(ExcelReader):  # type: ignore[misc]
        def read_strings(self) -> None:
            texts = self.package.find(SHARED_STRINGS)
            if texts is not None:
                with self.archive.open(texts.PartName[1:]) as part:
                    self.shared_strings = list(_texts(part))

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader = Reader(BytesIO(data), data_only=came_to, keep_links=False)
        reader.read()
    book: Workbook = reader.wb
    return book


def _texts(part: IO[bytes]) -> Iterator[str]:
    from openpyxl.cell.text import Text
    from openpyxl.xml.constants import SHEET_MAIN_NS
    from openpyxl.xml.functions import iterparse

    for _, node in iterparse(part):
        if node.tag == f"{{{SHEET_MAIN_NS}}}si":
            yield Text.from_tree(node).content
            node.clear()


def look_through(data: bytes, name: str) -> None:
    """Unpack every part once, counting, and refuse what no honest table has. Raises NotReadable."""
    try:
        with ZipFile(BytesIO(data)) as book:
            parts = book.infolist()
            _is_xlsx({part.filename for part in parts}, name)
            if len(parts) > MOST_PARTS:
                raise NotReadable(name, f"{len(parts):,} parts inside; a workbook has at most {MOST_PARTS:,}")
            left, cells = MOST_UNPACKED, 0
            for part in parts:
                unpacked = _look(book, part, left, name)
                left -= len(unpacked)
                cells += sum(1 for _ in _CELL.finditer(unpacked))
            if cells > MOST_CELLS:
                raise NotReadable(name, f"more than {MOST_CELLS:,} cells and rows; split the table")
    except (BadZipFile, LargeZipFile, NotImplementedError, OSError, EOFError, ValueError, zlib.error):
        raise NotReadable(name, "this file is cut off or damaged; have it sent again, or save it again") from None
    except RuntimeError:
        raise NotReadable(name, "this workbook has a password; save it without one") from None


def _is_xlsx(names: set[str], name: str) -> None:
    if "xl/workbook.xml" in names and "[Content_Types].xml" in names:
        return
    if any(part.startswith("word/") for part in names):
        raise NotReadable(name, "this is a Word document; copy its table into Excel and save it as .xlsx")
    if "mimetype" in names or "xl/workbook.bin" in names:
        raise NotReadable(name, "this is a spreadsheet of another kind; save it as .xlsx")
    raise NotReadable(name, "this is not a workbook; save the table as .xlsx or .csv")


def _look(book: ZipFile, part: ZipInfo, left: int, name: str) -> bytearray:
    """What the part unpacks to. Its header may lie, so the bytes are counted."""
    if part.flag_bits & 1:
        raise NotReadable(name, "this workbook has a password; save it without one")
    data = bytearray()
    with book.open(part) as file:
        while chunk := file.read(_CHUNK):
            data += chunk
            if len(data) > left:
                raise NotReadable(name, f"unpacks to over {MOST_UNPACKED // 1_000_000} MB; split the table")
    if any(mark in data for mark in _DOCTYPES):
        raise NotReadable(name, "a part of it declares a document type, which no workbook needs")
    if part.filename.endswith(".xml") and _endless(data):
        raise NotReadable(name, "a single cell of it is longer than any text; split the table")
    for found in _MERGE.finditer(data):
        if _cells(found[1].decode("latin-1")) > MOST_MERGED:
            raise NotReadable(name, "cells are merged over half a sheet; unmerge them and save it again")
    return data


def _endless(data: bytearray) -> bool:
    """Whether some stretch of the part has no tag in it."""
    starts = range(0, len(data) - _LONGEST_RUN, _LONGEST_RUN)
    return any(data.find(b"<", start, start + _LONGEST_RUN) < 0 for start in starts)


def _cells(merged: str) -> int:
    """How many cells a merged range covers; one that is no range is as bad as one that is too big."""
    found = _RANGE.fullmatch(merged)
    if not found:
        return MOST_MERGED + 1
    wide = _column(found[3] or found[1]) - _column(found[1]) + 1
    high = int(found[4] or found[2]) - int(found[2]) + 1
    return abs(wide) * abs(high)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
