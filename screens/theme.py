"""Two themes for a projector, dark and light, every text at 7:1 or more; each also for few colours."""

from __future__ import annotations

from functools import lru_cache

from rich.style import Style
from textual.theme import Theme

DARK = {
    "ground": "#0E0E10", "panel": "#1B1B20", "text": "#F5F3EC", "dim": "#B8B4A8", "gold": "#FFD24A",
    "good": "#7DDC8A", "warn": "#FFB454", "bad": "#FF9A94", "line": "#6F6A5C", "on_gold": "#0E0E10",
}  # fmt: skip
LIGHT = {
    "ground": "#FFFFFF", "panel": "#F3EEDF", "text": "#16140F", "dim": "#4A463A", "gold": "#5F4300",
    "good": "#0B4F1A", "warn": "#5C3700", "bad": "#7E0C0C", "line": "#A79F88", "on_gold": "#FFFFFF",
}  # fmt: skip
_DARK_FEW = {
    "ground": "#000000", "panel": "#000000", "text": "#FFFFFF", "dim": "#AAAAAA", "gold": "#FFFF55",
    "good": "#55FF55", "warn": "#FFFF55", "bad": "#FF5555", "line": "#AAAAAA", "on_gold": "#000000",
}  # fmt: skip
"""Colours that a terminal with sixteen has just so."""
_LIGHT_FEW = {
    "ground": "#FFFFFF", "panel": "#FFFFFF", "text": "#000000", "dim": "#555555", "gold": "#0000AA",
    "good": "#000000", "warn": "#AA0000", "bad": "#AA0000", "line": "#555555", "on_gold": "#FFFFFF",
}  # fmt: skip
FEW = "-few"
"""How the name of a theme ends that marks without colour what matters: for sixteen colours, or none."""
_PALETTES = {"golden-dark": DARK, "golden-light": LIGHT,
             f"golden-dark{FEW}": _DARK_FEW, f"golden-light{FEW}": _LIGHT_FEW}  # fmt: skip


BARE = frozenset(("text", "dim", "gold", "good", "warn", "bad", "line", "strong", "thread", "key"))
"""The looks whose blank cells are nothing but the ground."""


@lru_cache
def looks(theme: str) -> dict[str, Style]:
    """Every look that our own widgets draw with, by name. A meaning is never told by colour alone."""
    ink = _PALETTES.get(theme, DARK)
    ground = ink["ground"]
    plain = {
        name: Style(color=ink[name], bgcolor=ground) for name in ("text", "dim", "gold", "good", "warn", "bad", "line")
    }
    few = theme.endswith(FEW)
    turned = Style(color=ink["gold"], bgcolor=ground, reverse=True)
    cursor = turned if few else Style(color=ink["on_gold"], bgcolor=ink["gold"])
    return plain | {
        "strong": Style(color=ink["text"], bgcolor=ground, bold=True),
        "thread": Style(color=ink["gold"], bgcolor=ground, bold=True),
        "cursor": cursor,
        "inside": cursor + Style(bold=True, underline=True),
        "row": turned if few else Style(color=ink["text"], bgcolor=ink["panel"]),
        "head": Style(color=ink["dim"], bgcolor=ground, underline=True),
        "key": Style(color=ink["gold"], bgcolor=ground, bold=True),
        "here": cursor + Style(bold=True),
    }


def themes() -> list[Theme]:
    """The two themes, each also for few colours, for Textual's own parts: input line, palette, notices."""
    return [_theme(name, ink) for name, ink in _PALETTES.items()]


def _theme(name: str, ink: dict[str, str]) -> Theme:
    few = name.endswith(FEW)
    on, under = (ink["gold"], ink["ground"]) if few else (ink["on_gold"], ink["gold"])
    dark = name.startswith("golden-dark")
    return Theme(
        name=name, dark=dark, primary=ink["gold"], secondary=ink["gold"], accent=ink["gold"],
        foreground=ink["text"], background=ink["ground"], surface=ink["ground"], panel=ink["panel"],
        success=ink["good"], warning=ink["warn"], error=ink["bad"],
        variables={
            "text-muted": ink["dim"], "text-disabled": ink["dim"], "foreground-muted": ink["dim"],
            "foreground-disabled": ink["dim"], "footer-key-foreground": ink["gold"],
            "input-cursor-background": ink["ground" if few else "text"],
            "input-cursor-foreground": ink["text" if few else "ground"],
            "input-cursor-text-style": "reverse" if few else "none",
            "input-selection-background": ink["line"],
            "block-cursor-text-style": "reverse" if few else "none", "block-cursor-foreground": on,
            "block-cursor-background": under,
        },
    )  # fmt: skip
