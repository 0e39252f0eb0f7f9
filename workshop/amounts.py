"""Amounts as people say them: `9 %`, `90 min`, `1,200`, `€ 4.5m`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from workshop.errors import NotUnderstood

_NUMBER = r"[-\u2212+]?\d+(?:[ \u00a0\u202f'’,.]\d+)*"
_AMOUNT = re.compile(
    rf"(?P<before>[^\d\-\u2212+]{{0,12}})(?P<number>{_NUMBER})\s*(?P<unit>\D.{{0,24}})?", re.S
)
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_MONEY = "€$£¥"


class Amount(NamedTuple):
    """A number with the unit that was said beside it ("" when none was)."""

    number: float
    unit: str


def plain_number(said: str) -> float:
    """`1,200`, `1 200`, `1.234,5`, `12,5` and `−5` as numbers. Raises NotUnderstood.

    A comma before exactly three digits parts thousands, as in English; any other comma is a decimal one.
    """
    text = re.sub(r"[ \u00a0\u202f'’]", "", said.strip()).replace("\u2212", "-")
    if "," in text and "." in text:
        thousands, point = (",", ".") if text.rfind(".") > text.rfind(",") else (".", ",")
        text = text.replace(thousands, "").replace(point, ".")
    elif re.fullmatch(r"[-+]?[1-9]\d{0,2}(,\d{3})+", text) or text.count(".") > 1:
        text = text.replace(",", "").replace(".", "")
    else:
        text = text.replace(",", ".")
    try:
        return float(text)
    except ValueError:
        raise NotUnderstood(f"“{said}” is not a number; write it like 9 %, 90 min or 1,200") from None


@lru_cache(4096)
def read(said: str) -> Amount:
    """The number and the unit in what was said. Raises NotUnderstood.

    `4.5m` after a currency sign is millions; elsewhere the letters after a number are its unit.
    """
    found = _AMOUNT.fullmatch(said.strip())
    if not found:
        raise NotUnderstood(f"“{said}” is not a number; write it like 9 %, 90 min or 1,200")
    before, unit = found["before"].strip(), (found["unit"] or "").strip()
    if before and before not in _MONEY and before.lower() not in ("eur", "usd", "gbp", "chf", "~"):
        raise NotUnderstood(f"“{said}” is not a number; write it like 9 %, 90 min or 1,200")
    number = plain_number(found["number"])
    scale, _, rest = unit.partition(" ")
    if before and scale.lower() in _SCALE:
        number, unit = number * _SCALE[scale.lower()], rest
    return Amount(number, " ".join(x for x in (before.strip("~"), unit) if x))


def number(said: str) -> float | None:
    """The number in what was said, or None."""
    try:
        return read(said).number if said else None
    except NotUnderstood:
        return None


def written(value: float) -> str:
    """A number without needless digits: `30`, `2.5`, `1,200`."""
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def with_unit(said: str, unit: str) -> str:
    """The amount as the wall shows it: as typed, its unit beside it when none was typed."""
    if not said or not unit:
        return said
    try:
        if read(said).unit:
            return said
    except NotUnderstood:
        return said
    return f"{said}%" if unit == "%" else f"{said} {unit}"
