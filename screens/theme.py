"""Two themes for a projector, dark and light, every text at 7:1 or more against its ground."""

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
_PALETTES = {"golden-dark": DARK, "golden-light": LIGHT}


@lru_cache
def looks(theme: str) -> dict[str, Style]:
    """Every look that our own widgets draw with, by name. A meaning is never told by colour alone."""
    ink = _PALETTES.get(theme, DARK)
    ground = ink["ground"]
    plain = {
        name: Style(color=ink[name], bgcolor=ground) for name in ("text", "dim", "gold", "good", "warn", "bad", "line")
    }
    cursor = Style(color=ink["on_gold"], bgcolor=ink["gold"])
    return plain | {
        "strong": Style(color=ink["text"], bgcolor=ground, bold=True),
        "thread": Style(color=ink["gold"], bgcolor=ground, bold=True),
        "cursor": cursor,
        "inside": cursor + Style(bold=True, underline=True),
        "row": Style(color=ink["text"], bgcolor=ink["panel"]),
        "head": Style(color=ink["dim"], bgcolor=ground, underline=True),
        "key": Style(color=ink["gold"], bgcolor=ground, bold=True),
        "here": cursor + Style(bold=True),
    }


def themes() -> list[Theme]:
    """The two themes for Textual's own parts: input line, palette, notices."""
    return [_theme(name, ink, name.endswith("dark")) for name, ink in _PALETTES.items()]


def _theme(name: str, ink: dict[str, str], dark: bool) -> Theme:
    return Theme(
        name=name, dark=dark, primary=ink["gold"], secondary=ink["gold"], accent=ink["gold"],
        foreground=ink["text"], background=ink["ground"], surface=ink["ground"], panel=ink["panel"],
        success=ink["good"], warning=ink["warn"], error=ink["bad"],
        variables={
            "text-muted": ink["dim"], "text-disabled": ink["dim"], "foreground-muted": ink["dim"],
            "foreground-disabled": ink["dim"], "footer-key-foreground": ink["gold"],
            "input-cursor-background": ink["text"], "input-cursor-foreground": ink["ground"],
            "input-selection-background": ink["line"],
            "block-cursor-text-style": "none", "block-cursor-foreground": ink["on_gold"],
            "block-cursor-background": ink["gold"],
        },
    )  # fmt: skip
