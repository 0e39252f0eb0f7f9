"""How an export of ours is known again: by a mark in its contents, never by its name."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile, ZipFile

PROPERTY = "GoldenThreadExport"
"""The workbook's custom property; it holds the export id."""
COMMENT = "<!-- golden thread "
"""How the first line of our Markdown begins; the export id follows."""
KEY = '"made_by": "goldenthread"'
"""What stands first in our JSON."""

_MOST = 1_000_000


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
    return text.startswith(COMMENT) or (text.startswith("{") and KEY in text)
