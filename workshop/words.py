"""User text made safe to keep and to show: no control characters, one normal form."""

from __future__ import annotations

import re
import unicodedata

from workshop.errors import NotUnderstood

LONGEST = 10_000
"""Characters that one answer may have."""
BLANK = "…"
"""What stands in a statement where the room has not said the value yet."""

_DROPPED = "[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
_TURNING = "[\u202a-\u202e\u2066-\u2069]"
"""Direction overrides: part of what somebody wrote in Arabic or Hebrew; on a screen they could turn others' words."""

_PARTING = {ord("\r"): "\n"} | dict.fromkeys(map(ord, "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85"), " ")


def clean(said: str, *, most: int = LONGEST) -> str:
    """What was said, without what a terminal or a workbook could obey; tabs and their like become blanks.

    Combining marks, joined emoji and right-to-left letters stay. Raises NotUnderstood above `most`.
    """
    if said.isascii() and said.isprintable():
        kept = said.strip()
    else:
        kept = unicodedata.normalize("NFC", re.sub(_DROPPED, "", _spaced(said))).strip()
    if len(kept) > most:
        raise NotUnderstood(f"That is {len(kept):,} characters; an answer may have {most:,}.")
    return kept


def dropped(said: str) -> int:
    """How many characters `clean` takes out, so that it can be said."""
    return len(re.findall(_DROPPED, _spaced(said)))


def _spaced(said: str) -> str:
    """One kind of line end, and a blank for every other control that parts words."""
    return said.replace("\r\n", "\n").translate(_PARTING)


def folded(text: str) -> str:
    """The words as they are compared: one blank between them, whatever their letters' case."""
    return " ".join(text.split()).casefold()


def shown(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey."""
    if text.isprintable():
        return text
    return re.sub(_TURNING, "", re.sub(_DROPPED, "\ufffd", text.replace("\n", " ")))


def brief(text: str) -> str:
    """As `shown`, cut after 60 characters: what was typed, as a message quotes it."""
    return shown(text if len(text) <= 60 else text[:59] + "…")


def plural(number: int, one: str, many: str = "") -> str:
    """`1 outcome`, `3 outcomes`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: list[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f" {last} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
