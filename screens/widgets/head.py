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
    gap: Line = [(" " * _gap(width), "text")]
    line: Line = [(" ", "text")]
    for stop in _stops(here, gates, width):
        line += stop + gap
    return line[:-1]


def step_at(here: int, gates: Sequence[tuple[int, int, bool]], width: int, x: int) -> int:
    """The number of the step at that cell of the rail; 0 for none."""
    at = 1
    for number, stop in enumerate(_stops(here, gates, width), 1):
        at += sum(width_of(words) for words, _ in stop) + _gap(width)
        if x < at:
            return number
    return 0


def _gap(width: int) -> int:
    return 3 if width >= 100 else 1


def _stops(here: int, gates: Sequence[tuple[int, int, bool]], width: int) -> list[Line]:
    """Each step with its state, as a word too where there is room."""
    stops: list[Line] = []
    for step, (done, of, ready) in zip(STEPS, gates, strict=False):
        state = "ready" if ready else "begun" if done else "open"
        label = f"{step.number} {step.name}"
        mark = _GLYPH[state] + (f" {state}" if width >= 130 else "")
        if step.number == here:
            tally = mark if ready or not of else f"{done}/{of}"
            stops.append([(f"[{label} {tally}]", "here")])
        else:
            stops.append([(label, "text"), (f" {mark}", "good" if ready else "dim")])
    return stops


def tabs(names: Sequence[str], here: int, width: int) -> Line:
    """The views of a step in one line; where they do not all fit, those around the one in hand."""
    first, last = _in_sight(names, here, width)
    line: Line = [("‹", "key")] if first else []
    for at in range(first, last):
        line += [(f" {names[at]} ", "here" if at == here else "dim"), (" ", "text")]
    return [*line, ("›", "key")] if last < len(names) else line


def tab_at(names: Sequence[str], here: int, width: int, x: int) -> int | None:
    """The view whose name stands at that cell; at an arrow, the first that is out of sight there."""
    first, last = _in_sight(names, here, width)
    edge = 1 if first else 0
    if x < edge:
        return first - 1
    for at in range(first, last):
        edge += width_of(names[at]) + 3
        if x < edge:
            return at
    return last if last < len(names) and x == edge else None


def _in_sight(names: Sequence[str], here: int, width: int) -> tuple[int, int]:
    """The first and the last name (exclusive) for which there is room."""
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
            return first, last
