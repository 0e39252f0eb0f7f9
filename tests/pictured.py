"""The wall as a picture in text: what stands where, and below it in which colours, so that a difference can be read."""

from __future__ import annotations

import os
from itertools import groupby
from pathlib import Path
from typing import Any

from rich.style import Style
from textual.app import App

WALLS = Path(__file__).parent / "screens" / "walls"
"""Where the pictures hang that were looked at and found good."""
REDRAW = "REDRAW"
"""With this in the environment every picture is taken anew; look at what changed before it is kept."""


def picture(app: App[Any]) -> str:
    """What is on the screen: its lines; then, for each, how many cells are in which style; then the styles."""
    letters: dict[str, str] = {}
    lines, runs = [], []
    for strip in app.screen._compositor.render_strips():
        lines.append(strip.text.rstrip())
        spans = [(letters.setdefault(_said(part.style), _letter(len(letters))), part.cell_length) for part in strip]
        joined = [(letter, sum(cells for _, cells in same)) for letter, same in groupby(spans, lambda span: span[0])]
        runs.append(" ".join(f"{letter}{cells}" for letter, cells in joined))
    legend = [f"{letter} {style}" for style, letter in letters.items()]
    return "\n".join([*lines, "", *runs, "", *legend, ""])


def hangs(name: str, shown: str) -> None:
    """Hold what is shown against the picture of that name; with `REDRAW=1`, hang it there."""
    place = WALLS / f"{name}.txt"
    if os.environ.get(REDRAW):
        place.parent.mkdir(exist_ok=True)
        place.write_text(shown, encoding="utf-8")
    assert place.exists(), f"no picture of {name} yet: {REDRAW}=1 takes it"
    assert shown.splitlines() == place.read_text(encoding="utf-8").splitlines()


def _said(style: Style | None) -> str:
    if style is None:
        return "as it comes"
    marks = [name for name in ("bold", "italic", "underline", "reverse") if getattr(style, name)]
    colours = [colour.name if colour else "default" for colour in (style.color, style.bgcolor)]
    return " ".join([f"{colours[0]} on {colours[1]}", *marks])


def _letter(number: int) -> str:
    return "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[number]
