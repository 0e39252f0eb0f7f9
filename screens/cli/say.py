"""What the commands print: lines for people, JSON for programs, and nothing that a terminal obeys."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from workshop.words import shown

_UNSAFE = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
"""None of these is printable."""


def line(text: str = "") -> None:
    """One line for people."""
    print(shown(text))


def note(text: str) -> None:
    """One line beside the answer, where no program looks for it; nothing when there is nothing to say."""
    if text:
        print(shown(f"goldenthread: {text}"), file=sys.stderr)


def records(each: Iterable[object]) -> None:
    """JSON objects, one a line; letters as they are where the pipe knows them."""
    import json

    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    encode, write = json.JSONEncoder(ensure_ascii=encoding != "utf8").encode, sys.stdout.write
    for said in each:
        text = encode(said)
        write((text if text.isprintable() else re.sub(_UNSAFE, _escaped, text)) + "\n")


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
