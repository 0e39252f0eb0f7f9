"""From key to paint, against the same kind of key in a bare field."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.paired import OURS, Figure, of_samples
from benchmarks.start import BARE, STEPS
from benchmarks.terminal import Terminal

Pairs = dict[str, list[tuple[float, float]]]
_MOST = {"a character in the capture line": 1.15, "Enter, until it rests": 1.2, "a cursor key on the stage": 1.1}


def figures(rounds: int = 12) -> list[Figure]:
    """A character, Enter and a cursor key, all in running programs."""
    pairs: Pairs = {name: [] for name in _MOST}
    with (
        TemporaryDirectory() as folder,
        Terminal([*OURS, "demo"]) as ours,
        Terminal([*BARE, str(Path(folder, "floor.db"))]) as bare,
    ):
        ours.until(STEPS)
        bare.until("type here")
        for number in range(rounds + 1):
            for terminal in (ours, bare):
                terminal.rest(0.2)
            _round(ours, bare, pairs, number)
    return [of_samples(name, pairs[name], most) for name, most in _MOST.items()]


def _round(ours: Terminal, bare: Terminal, pairs: Pairs, number: int) -> None:
    typed, entered, moved = _MOST
    ours.press("1") if number == 0 else None
    ours.press("a", rests=True)
    for letter in f"cut{chr(97 + number)}churn":
        pair = ours.press(letter), bare.press(letter)
        if number:
            pairs[typed].append(pair)
    pair = ours.press("enter", rests=True), bare.press("enter", rests=True)
    if number:
        pairs[entered].append(pair)
    ours.press("escape", rests=True)
    ours.rest(0.3)
    for key in ("up", "up", "down"):
        pair = ours.press(key, cells=True), bare.press("x", cells=True)
        if number:
            pairs[moved].append(pair)
    bare.press("\x15", rests=True)
