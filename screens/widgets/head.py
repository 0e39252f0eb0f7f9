"""The head of the room: what the workshop is, the clock, and the rail of six steps."""

from __future__ import annotations

from collections.abc import Sequence

from screens.text import Line, fit, width_of
from workshop.steps import STEPS

_GLYPH = {"ready": "✓", "begun": "◐", "open": "○"}


def title(name: str, client: str, right: str, width: int, look: str = "gold") -> Line:
    """Golden Thread, whose workshop it is, and what stands at the right edge, in this look."""
    brand = " Golden Thread "
    about = " · ".join(part for part in (client, name) if part)
    room = width - width_of(brand) - width_of(right) - 3
    return [(brand, "thread"), ("  " + fit(about, max(0, room - 1)) + " ", "text"), (right + " ", look)]


def rule(words: str, width: int) -> Line:
    """A line across the wall, with what the step is for."""
    said = fit(words, min(width_of(words), width - 4))
    return [("── ", "line"), (said, "dim"), (" ", "line"), ("─" * (width - width_of(said) - 4), "line")]


def glyph(done: int, ready: bool) -> str:
    """How far a step is, as one sign."""
    return _GLYPH["ready" if ready else "begun" if done else "open"]


def rail(here: int, gates: Sequence[tuple[int, int, bool]], width: int) -> Line:
    """The six steps with how far each is from its gate: (done, of, ready) by step."""
    words = width >= 130
    line: Line = [(" ", "text")]
    for step, (done, of, ready) in zip(STEPS, gates, strict=False):
        state = "ready" if ready else "begun" if done else "open"
        label = f"{step.number} {step.name}"
        mark = _GLYPH[state] + (f" {state}" if words else "")
        if step.number == here:
            tally = mark if ready or not of else f"{done}/{of}"
            line.append((f"[{label} {tally}]", "here"))
        else:
            line += [(label, "text"), (f" {mark}", "good" if ready else "dim")]
        line.append(("   " if width >= 100 else " ", "text"))
    return line[:-1]


def tabs(names: Sequence[str], here: int, width: int) -> Line:
    """The views of a step in one line; where they do not all fit, those around the one in hand."""
    first, last = here, here + 1
    room = width - width_of(names[here]) - 2 - 2
    while True:
        after = width_of(names[last]) + 3 if last < len(names) else room + 1
        before = width_of(names[first - 1]) + 3 if first else room + 1
        if after <= room:
            room, last = room - after, last + 1
        elif before <= room:
            room, first = room - before, first - 1
        else:
            break
    line: Line = [("‹", "key")] if first else []
    for at in range(first, last):
        line += [(f" {names[at]} ", "here" if at == here else "dim"), (" ", "text")]
    return [*line, ("›", "key")] if last < len(names) else line
