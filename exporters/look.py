"""Colours, type and paper of the workbook, and its cell formats, each made once."""

from __future__ import annotations

from typing import Any

INK, PAPER, GREY, FAINT = "#1F2937", "#FFFFFF", "#6B7280", "#4B5563"
DARK, SLATE, HAIR, LINE = "#1F2937", "#334155", "#D6D9DE", "#94A3B8"
GOLD, DEEP_GOLD, PALE_GOLD, CREAM = "#B7791F", "#8A5A14", "#FBF1DA", "#FFF8E4"
TEAL, PALE_TEAL, BROWN = "#0F5F6B", "#CFE4E6", "#6B4A12"
RED, PALE_RED = "#9B1C1C", "#FDE2E1"
AMBER, PALE_AMBER = "#7A4E08", "#FBF0D9"
GREEN, PALE_GREEN = "#1C6440", "#DDF1E5"
BLUE, PALE_BLUE, MIST = "#2B3F63", "#DDE5F0", "#F3F4F6"
FONT = "Calibri"

Props = dict[str, Any]

TONES: dict[str, Props] = {
    "red": {"font_color": RED, "bg_color": PALE_RED, "bold": True},
    "amber": {"font_color": AMBER, "bg_color": PALE_AMBER, "bold": True},
    "green": {"font_color": GREEN, "bg_color": PALE_GREEN, "bold": True},
    "blue": {"font_color": BLUE, "bg_color": PALE_BLUE, "bold": True},
    "plain": {"font_color": FAINT, "bg_color": MIST, "bold": True},
    "teal": {"font_color": PAPER, "bg_color": TEAL, "bold": True},
    "pale teal": {"font_color": INK, "bg_color": PALE_TEAL, "bold": True},
    "brown": {"font_color": PAPER, "bg_color": DEEP_GOLD, "bold": True},
    "repeated": {"font_color": GREY},
    "new": {"top": 1, "top_color": LINE, "bottom": 1, "bottom_color": HAIR},
    "primary": {"font_color": TEAL, "bold": True},
    "well": {"font_color": GREEN, "bold": True},
    "wrong": {"font_color": RED, "bold": True},
}
"""What a rule makes of a cell; a fill never comes without its ink."""

BARS = {"gold": "#E3C98A", "teal": "#9CC7CC"}
BANDS = {"gold": DEEP_GOLD, "brown": BROWN, "teal": TEAL, "slate": SLATE, "grey": "#4B5563"}

_CELL: Props = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter", "text_wrap": True,
                "bottom": 1, "bottom_color": HAIR}  # fmt: skip
_PLAIN: Props = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"}
_HEAD: Props = {**_PLAIN, "font_color": PAPER, "bg_color": SLATE, "bold": True, "text_wrap": True,
                "bottom": 2, "bottom_color": GOLD}  # fmt: skip
_CENTRE: Props = {"align": "center"}
_LEFT: Props = {"align": "left", "indent": 1}
_BOX: Props = {"border": 1, "border_color": HAIR}
_BAND: Props = {**_PLAIN, "font_color": PAPER, "bg_color": DARK, **_LEFT}
_TILE: Props = {**_PLAIN, "bg_color": MIST, **_LEFT}

LOOKS: dict[str, Props] = {
    "text": {**_CELL, **_LEFT},
    "strong": {**_CELL, **_LEFT, "bold": True},
    "soft": {**_CELL, **_LEFT, "font_color": GREY},
    "ref": {**_CELL, **_CENTRE, "font_color": GREY},
    "centre": {**_CELL, **_CENTRE},
    "day": {**_CELL, **_CENTRE, "num_format": "d mmm yyyy"},
    "moment": {**_CELL, **_CENTRE, "num_format": "d mmm yyyy, hh:mm"},
    "figure": {**_CELL, **_CENTRE, "bold": True},
    "score": {**_CELL, **_CENTRE, "bold": True, "num_format": "0.0"},
    "share": {**_CELL, **_CENTRE, "num_format": "0%"},
    "mark": {**_CELL, **_CENTRE, "font_size": 11, "bold": True, "border": 1, "border_color": HAIR},
    "total": {**_CELL, **_CENTRE, "bold": True},
    "total label": {**_PLAIN, "align": "right", "indent": 1, "bold": True, "font_color": GREY},
    "head": {**_HEAD, **_LEFT},
    "head centre": {**_HEAD, **_CENTRE},
    "head up": {**_HEAD, "align": "center", "rotation": 90, "text_wrap": False},
    "kicker": {**_PLAIN, "font_size": 9, "bold": True, "font_color": DEEP_GOLD},
    "headline": {**_PLAIN, "font_size": 18, "bold": True},
    "headline wrapped": {**_PLAIN, "font_size": 16, "bold": True, "text_wrap": True},
    "how": {**_PLAIN, "font_color": GREY},
    "back": {**_PLAIN, "font_size": 9, "align": "right", "font_color": "#1D3F8F", "underline": 1},
    "note": {**_PLAIN, **_LEFT},
    "note strong": {**_PLAIN, **_LEFT, "bold": True},
    "note soft": {**_PLAIN, **_LEFT, "font_color": GREY},
    "section": {**_PLAIN, "font_size": 12, "bold": True},
    "plain": _PLAIN,
    "line": {**_PLAIN, "text_wrap": True, "valign": "top"},
    "bullet": {**_PLAIN, "align": "center", "valign": "top", "font_color": GOLD},
    "step": {**_PLAIN, "align": "center", "bold": True, "font_color": DEEP_GOLD},
    "entry": {**_PLAIN, "bottom": 1, "bottom_color": HAIR},
    "entry said": {**_PLAIN, "text_wrap": True, "bottom": 1, "bottom_color": HAIR},
    "example": {**_PLAIN, **_LEFT, "font_color": GREY, "italic": True, "text_wrap": True},
    "example centre": {**_PLAIN, **_CENTRE, "font_color": GREY, "italic": True, "text_wrap": True},
    "entry example": {**_PLAIN, "font_color": GREY, "italic": True, "bottom": 1, "bottom_color": HAIR},
    "box": {**_CELL, **_LEFT, **_BOX},
    "box centre": {**_CELL, **_CENTRE, **_BOX},
    "box day": {**_CELL, **_CENTRE, **_BOX, "num_format": "d mmm yyyy"},
    "entry number": {**_PLAIN, "align": "center", "font_color": GREY, "bottom": 1, "bottom_color": HAIR},
    "entry link": {**_PLAIN, "bold": True, "font_color": "#1D3F8F", "underline": 1, "bottom": 1,
                   "bottom_color": HAIR},
    "cover": _BAND,
    "cover kicker": {**_BAND, "font_size": 9, "bold": True, "font_color": "#E3CFA0"},
    "cover title": {**_BAND, "font_size": 26, "bold": True, "text_wrap": True},
    "cover client": {**_BAND, "font_size": 14},
    "cover facts": {**_BAND, "font_color": "#CBD5E1", "text_wrap": True},
    "cover edge": {"top": 5, "top_color": GOLD},
    "count": {**_PLAIN, "font_size": 24, "bold": True, "font_color": DEEP_GOLD, "align": "left"},
    "count label": {**_PLAIN, "font_color": FAINT, "align": "left"},
    "arrow": {**_PLAIN, "font_size": 20, "font_color": GOLD, "align": "center"},
    "swatch": {"bg_color": CREAM, "border": 1, "border_color": HAIR},
    "swatch white": {"bg_color": PAPER, "border": 1, "border_color": HAIR},
    "swatch red": {"bg_color": PALE_RED, "border": 1, "border_color": HAIR},
    "swatch amber": {"bg_color": PALE_AMBER, "border": 1, "border_color": HAIR},
    "swatch green": {"bg_color": PALE_GREEN, "border": 1, "border_color": HAIR},
    "row": {**_PLAIN, **_LEFT, "bottom": 1, "bottom_color": HAIR},
    "row soft": {**_PLAIN, **_LEFT, "font_color": GREY, "bottom": 1, "bottom_color": HAIR},
    "rating": {**_CELL, **_CENTRE, "num_format": "0.#"},
    "status": {**_CELL, **_CENTRE, "bold": True},
    "key brown": {**_PLAIN, **_CENTRE, "font_size": 11, **TONES["brown"]},
    "key teal": {**_PLAIN, **_CENTRE, "font_size": 11, **TONES["teal"]},
    "key blue": {**_PLAIN, **_CENTRE, "font_size": 11, **TONES["blue"]},
    "key plain": {**_PLAIN, **_CENTRE, "font_size": 11, **TONES["plain"]},
    "tile fill": {"bg_color": MIST},
    "tile fill top": {"bg_color": MIST, "top": 5, "top_color": SLATE},
    "tile gap": {"bg_color": MIST, "right": 5, "right_color": PAPER},
    "tile gap top": {"bg_color": MIST, "right": 5, "right_color": PAPER, "top": 5, "top_color": SLATE},
    "tile label": {**_TILE, "font_size": 9, "bold": True, "font_color": FAINT, "top": 5, "top_color": SLATE},
    "tile figure": {**_TILE, "font_size": 22, "bold": True},
    "tile note": {**_TILE, "font_size": 9, "font_color": FAINT},
    "chart title": {**_PLAIN, "font_size": 11, "bold": True},
    "chart thread": {**_PLAIN, "font_size": 9, "font_color": FAINT},
    "helper": {"font_name": FONT, "font_size": 10, "font_color": INK},
    "helper day": {"font_name": FONT, "font_size": 10, "font_color": INK, "num_format": "d mmm yyyy"},
}  # fmt: skip
"""Every way a cell can look."""


class Looks:
    """The formats of one workbook, made when first asked for and then shared."""

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, bool, bool], Any] = {}
        self._tones: dict[str, Any] = {}

    def get(self, look: str, *, edit: bool = False, quoted: bool = False) -> Any:
        """The format of a look. `edit`: cream and unlocked; `quoted`: stays text when somebody edits it."""
        wanted = (look, edit, quoted)
        if wanted not in self._made:
            self._made[wanted] = self._make(*wanted)
        return self._made[wanted]

    def _make(self, look: str, edit: bool, quoted: bool) -> Any:
        band = BANDS.get(look.removeprefix("band "))
        props = {**LOOKS["head"], "bg_color": band, "bottom": 0, "text_wrap": False} if band else LOOKS[look]
        if edit:
            props = {**props, "bg_color": CREAM, "locked": False}
        made = self._workbook.add_format(props)
        if quoted:
            made.set_quote_prefix()
        return made

    def tone(self, name: str) -> Any:
        """The format that a rule lays over a cell."""
        if name not in self._tones:
            self._tones[name] = self._workbook.add_format(TONES[name])
        return self._tones[name]
