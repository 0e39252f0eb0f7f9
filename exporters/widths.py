"""How much room words take in a cell, so that rows are as high as their text needs."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ADVANCE = (
    463, 667, 821, 1020, 1038, 1464, 1397, 452, 621, 621, 1020, 1020, 511, 627, 517, 791, 1038, 1038, 1038,
    1038, 1038, 1038, 1038, 1038, 1038, 1038, 548, 548, 1020, 1020, 1020, 949, 1831, 1185, 1114, 1092, 1260,
    1000, 941, 1292, 1276, 516, 653, 1064, 861, 1751, 1322, 1356, 1058, 1378, 1112, 941, 998, 1314, 1162,
    1822, 1063, 998, 959, 628, 791, 628, 1020, 1020, 596, 981, 1076, 866, 1076, 1019, 625, 964, 1076, 470,
    490, 931, 470, 1636, 1076, 1080, 1076, 1076, 714, 801, 686, 1076, 925, 1464, 887, 927, 809, 644, 943,
    644, 1020,
)  # fmt: skip
"""Advance widths of Carlito Regular (the same as Calibri's) from blank to tilde, in 2048ths of an em."""
_EM, _WIDEST, _BOLD, _OTHER = 2048, 1831, 1.035, 1100
_PIXELS = 96 / 72
_INDENT, _PADDING = 9, 5
TALLEST = 409.0
"""Points; no row of a workbook can be higher."""


@lru_cache(20_000)
def _units(word: str) -> int:
    return sum(_glyph(sign) for sign in word)


def _glyph(sign: str) -> int:
    code = ord(sign)
    if 32 <= code < 127:
        return _ADVANCE[code - 32]
    if unicodedata.combining(sign):
        return 0
    return _EM if unicodedata.east_asian_width(sign) in "WF" else _OTHER


def pixels(text: str, size: float = 10, bold: bool = False) -> float:
    """The width of one line of text at that size in points."""
    return _units(text) * size * _PIXELS / _EM * (_BOLD if bold else 1)


@lru_cache(50_000)
def lines(text: str, width: float, size: float = 10, bold: bool = False, indent: int = 1) -> int:
    """On how many lines the text stands, wrapped between words in a column so many characters wide."""
    room = 7 * width + 5 - _PADDING - _INDENT * indent
    scale = size * _PIXELS / _EM * (_BOLD if bold else 1)
    most = room / scale
    if len(text) * _WIDEST <= most and "\n" not in text:
        return 1
    return sum(_wrapped(line, max(most, _EM)) for line in text.split("\n"))


def _wrapped(line: str, most: float) -> int:
    count, used = 1, 0.0
    for word in line.split(" "):
        units = _units(word)
        if used and used + _ADVANCE[0] + units > most:
            count, used = count + 1, 0.0
        elif used:
            used += _ADVANCE[0]
        if units > most:
            more = int(units // most)
            count, units = count + more, int(units - more * most)
        used += units
    return count


def height(count: int, size: float = 10, padding: float = 8) -> float:
    """Points that so many lines need, with air above and below."""
    return min(TALLEST, round(count * size * 1.25 + padding, 2))


def fitting(text: str, room: float, size: float = 10, bold: bool = False) -> str:
    """The text on one line of so many pixels, cut with a visible mark where it is longer."""
    line = " ".join(text.split())
    if pixels(line, size, bold) <= room:
        return line
    while line and pixels(line + "…", size, bold) > room:
        line = line[:-1] if len(line) < 200 else line[: len(line) * 3 // 4]
    return line.rstrip(" ,;:.-") + "…"
