"""How an export of ours is known again: by a mark in its contents, never by its name."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile

PROPERTY = "GoldenThreadExport"
"""The workbook's custom property; it holds the export id."""
COMMENT = "<!-- golden thread "
"""How the first line of our Markdown begins; the export id follows."""
KEY = '"made_by": "goldenthread"'
"""What stands first in our JSON."""
CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Golden Thread//Workshop//EN\r\n"
"""How our calendar begins."""

_MOST = 1_000_000
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"<dcterms:(created|modified)[^>]*>([^<]*)<")


def ours(path: Path) -> bool:
    """Whether the file is an earlier export of ours, of any workshop and in any form."""
    try:
        with path.open("rb") as file:
            head = file.read(200)
        if head.startswith(b"PK"):
            with ZipFile(path) as book, book.open("docProps/custom.xml") as part:
                return PROPERTY.encode() in part.read(_MOST)
    except (OSError, BadZipFile, KeyError, NotImplementedError, RuntimeError, ValueError):
        return False
    text = head.decode("utf-8", "replace")
    return text.startswith((COMMENT, CALENDAR)) or (text.startswith("{") and KEY in text)


def edited(path: Path) -> bool:
    """Whether somebody saved an export of ours since we wrote it: it may hold answers that are nowhere else.

    We write a workbook as made and last saved at one moment, and no time on its parts; other programs say when they
    saved it, in the one place or the other.
    """
    try:
        with ZipFile(path) as book, book.open("docProps/core.xml") as part:
            stamps = dict(_STAMP.findall(part.read(_MOST)))
            dated = any(each.date_time != _NO_TIME for each in book.infolist())
    except (OSError, BadZipFile, KeyError, NotImplementedError, RuntimeError, ValueError):
        return False
    return dated or stamps.get(b"created") != stamps.get(b"modified")
