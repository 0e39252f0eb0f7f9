"""The ways to begin: workshops that were opened lately with how far they are, then new ones, samples and the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from screens.paths import told
from screens.text import Line, fit, tail
from screens.views.view import View
from screens.widgets.head import glyph
from workshop.steps import STEPS

if TYPE_CHECKING:
    from store.glance import Glance

_NAME = 22
_LEAST = 8
"""Cells that the name of a workshop keeps."""


class Beginning(NamedTuple):
    """One way to begin: a workshop that was opened before, with its path and age, or another way."""

    name: str
    says: str
    do: Callable[[Any], None]
    path: str = ""
    age: str = ""


class Beginnings(View[Beginning]):
    """Ways to begin; what is seen of the recent workshops comes in one by one."""

    title = "Open a workshop"
    adds = False

    def __init__(self, ways: Sequence[Beginning]) -> None:
        super().__init__()
        self.ways = list(ways)
        self.seen: dict[str, Glance] = {}

    def find_rows(self) -> list[Beginning]:
        """The ways, the recent workshops first."""
        return self.ways

    def measure(self) -> list[int]:
        """Two lines for a workshop: what it is, and where; a blank line behind the last."""
        known = sum(bool(way.path) for way in self.rows)
        return [2 + (at == known - 1) if way.path else 1 for at, way in enumerate(self.rows)]

    def draw(self, at: int) -> list[Line]:
        """Name, and what it opens; of a workshop its state and age, and where it is."""
        way, here = self.rows[at], at == self.at
        look = "cursor" if here else "text"
        if way.path:
            return self._draw_workshop(way, here)
        return [[(fit(way.name, _NAME), look), ("  ", look), (fit(way.says, self.width - _NAME - 2), look)]]

    def detail(self) -> str:
        """All that is known of the workshop in hand."""
        way = self.row
        if way is None or not way.path:
            return way.says if way else ""
        found = self.seen.get(way.path)
        if found is None:
            return f"{told(way.path)} · opened {way.age}"
        if found.gone:
            return f"{told(way.path)} is not there any more; Enter looks for it, del forgets it"
        if found.fault:
            return f"{found.fault}; del forgets it"
        said = [f"{step.name} {_how_far(*gate)}" for step, gate in zip(STEPS, found.gates, strict=False)]
        held = f"Open now by {found.holder}: it can only be read. " if found.holder else ""
        return held + " · ".join(said)

    def _draw_workshop(self, way: Beginning, here: bool) -> list[Line]:
        found = self.seen.get(way.path)
        name = (found.title if found else "") or way.name
        quiet = "dim" if found and (found.gone or found.fault) else "text"
        look, below = ("cursor", "cursor") if here else (quiet, "dim")
        state, colour = _state(found)
        far = max(len(_state(self.seen.get(one.path))[0]) for one in self.ways if one.path)
        long = max(len(one.age) for one in self.ways)
        room = max(_LEAST, self.width - far - long - 4)
        first: Line = [(fit(name, room), look), ("  ", look), (fit(state, far), look if here else colour)]
        first += [("  ", look), (f"{way.age:>{long}}", look if here else "dim")]
        words = tail(told(way.path), self.width - 3)
        if found and found.fault and not found.gone:
            words, below = fit(found.fault, self.width - 3), "cursor" if here else "bad"
        return [first, [("   ", below), (words, below)]]


def _state(found: Glance | None) -> tuple[str, str]:
    """`✓✓◐○○○ 2 of 6 ready`, or what is in the way; and its look."""
    if found is None:
        return "…", "dim"
    if found.gone:
        return "○ not there any more", "warn"
    if found.fault:
        return "✗ cannot be opened", "bad"
    ready = sum(ready for *_, ready in found.gates)
    glyphs = "".join(glyph(done, ready) for done, _, ready in found.gates)
    held = " ● in use" if found.holder else ""
    return f"{glyphs} {ready} of {len(found.gates)} ready{held}", "warn" if held else "good" if ready else "text"


def _how_far(done: int, of: int, ready: bool) -> str:
    return "ready" if ready else f"{done} of {of}" if done else "not begun"
