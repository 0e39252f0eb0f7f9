"""Amounts as people say them: `9 %`, `90 min`, `1,200`, `€ 4.5m`, `under 4 h`."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple

from workshop.errors import NotUnderstood
from workshop.words import brief

_NUMBER = r"[-\u2212+]?(?:\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*|[.,]\d+)"
_AMOUNT = rf"(?s)(?P<before>[^\d\-\u2212+.,]{{0,12}})(?P<number>{_NUMBER})\s*(?P<unit>[^\d\s].{{0,24}})?"
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
_MONEY = {*"€$£¥", "eur", "usd", "gbp", "chf"}
_ABOUT = {*"~<>≤≥", "<=", ">=", "about", "around", "ca", "ca.", "under", "below", "less than", "at most",
          "up to", "max", "max.", "over", "above", "more than", "at least"}  # fmt: skip
_SECONDS = {unit: seconds for units, seconds in (
    ("s sec secs second seconds", 1), ("min mins minute minutes", 60), ("h hr hrs hour hours", 3600),
    ("d day days", 86400), ("wk week weeks", 604800)) for unit in units.split()}  # fmt: skip
_TIMES = "|".join(sorted(_SECONDS, key=len, reverse=True))
_PART = rf"(?i)(\d+(?:[.,]\d+)?)\s*({_TIMES})\b"
_PARTS = rf"(?i)\d+(?:[.,]\d+)?\s*(?:{_TIMES})(?:,?\s*(?:and\s+)?\d+(?:[.,]\d+)?\s*(?:{_TIMES}))+"
_ODD = rf"(?i)(?:{_TIMES})\s*\d.*"
"""A unit of time with more figures behind it, `1h10`: nobody knows of what."""
_MENTIONED = (
    r"(?<![\w#./-])[$€£¥]?\d[\d,.]*(?:%|[kmx]|bn|mn|h|min|s)?(?!\w|/\d|-(?!hour|minute|day|\d)\w)"
    r"|\b(?:half|halve[sd]?|halving|double[sd]?|doubling|triple[sd]?|tripling|twice|thrice|zero|none|nobody"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|thousand"
    r"|million|third|thirds|quarters? of|tenth|every|pass(?:es)? the|no (?:more )?(?!longer|later)\w+)\b"
)


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
        parts, point = (",", ".") if text.rfind(".") > text.rfind(",") else (".", ",")
        grouped = re.fullmatch(rf"[-+]?\d{{1,3}}(\{parts}\d{{3}})+\{point}\d+", text)
        text = text.replace(parts, "").replace(point, ".") if grouped else ""
    elif re.fullmatch(r"[-+]?[1-9]\d{0,2}(,\d{3})+|[-+]?\d{1,3}(\.\d{3}){2,}", text):
        text = text.replace(",", "").replace(".", "")
    else:
        text = text.replace(",", ".")
    try:
        number = float(text)
    except ValueError:
        raise _no_number(said) from None
    if not math.isfinite(number):
        raise _no_number(said)
    return number


@lru_cache(4096)
def read(said: str) -> Amount:
    """The number and the unit in what was said. Raises NotUnderstood.

    `1h 10min` is 70 min, in the smaller of its units. `4.5m` after a currency sign is millions; elsewhere the letters
    after a number are its unit. Words that only soften or bound the number (`about`, `under`, `≥`) are passed over.
    """
    if parts := _in_parts(said.strip()):
        return parts
    found = re.fullmatch(_AMOUNT, said.strip())
    if not found or re.fullmatch(_ODD, found["unit"] or ""):
        raise _no_number(said)
    before, unit = found["before"].strip(), (found["unit"] or "").strip()
    if before.lower() in _ABOUT:
        before = ""
    if before and before.lower() not in _MONEY:
        raise _no_number(said)
    number = plain_number(found["number"])
    scale, _, rest = unit.partition(" ")
    if before and scale.lower() in _SCALE:
        number, unit = number * _SCALE[scale.lower()], rest
    return Amount(number, " ".join(x for x in (before, unit) if x))


def _in_parts(said: str) -> Amount | None:
    """A time said in several units, the larger ones first; None where it is none."""
    if not re.fullmatch(_PARTS, said):
        return None
    parts = [(plain_number(count), unit.lower()) for count, unit in re.findall(_PART, said)]
    sizes = [_SECONDS[unit] for _, unit in parts]
    if sizes != sorted(set(sizes), reverse=True):
        raise _no_number(said)
    return Amount(sum(count * size for (count, _), size in zip(parts, sizes, strict=True)) / sizes[-1], parts[-1][1])


def number(said: str, unit: str = "") -> float | None:
    """The number in what was said, or None. A time in another unit than the one wanted is converted."""
    try:
        amount = read(said) if said else None
    except NotUnderstood:
        return None
    if amount is None:
        return None
    ours, theirs = _SECONDS.get(unit.lower()), _SECONDS.get(amount.unit.lower())
    return amount.number * theirs / ours if ours and theirs and ours != theirs else amount.number


def comparable(one: str, other: str) -> bool:
    """Whether numbers in these units can be told in each other: any two of time, or the same words."""
    return one.lower() == other.lower() or (one.lower() in _SECONDS and other.lower() in _SECONDS)


def unit(said: str) -> str:
    """The unit in what was said, or ""."""
    try:
        return read(said).unit if said else ""
    except NotUnderstood:
        return ""


def same(one: str, other: str, unit: str = "") -> bool:
    """Whether both say one number: `90`, `90.0 min` and `1.5 h` do, where the unit of a bare one is minutes."""
    try:
        a, b = read(one), read(other)
    except NotUnderstood:
        return one == other
    ours, theirs = (a.unit or unit).lower(), (b.unit or unit).lower()
    if ours in _SECONDS and theirs in _SECONDS:
        return math.isclose(a.number * _SECONDS[ours], b.number * _SECONDS[theirs])
    return a.number == b.number and ours == theirs


@lru_cache(4096)
def mentioned(statement: str) -> bool:
    """Whether a statement names an amount, in digits or in words: `by half`, `zero`, `one in five`."""
    return bool(re.search(_MENTIONED, statement.lower()))


@lru_cache(4096)
def written(value: float) -> str:
    """A number without needless digits: `30`, `2.5`, `1,200`, `0.004`."""
    places = 2 if abs(value) >= 0.1 or not value else 1 - math.floor(math.log10(abs(value)))
    text = f"{value:,.{min(places, 12)}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


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


def _no_number(said: str) -> NotUnderstood:
    return NotUnderstood(f"“{brief(said)}” is not a number; write it like 9 %, 90 min or 1,200")
