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
        for terminal in (ours, bare):
            terminal.rest(0.3)
        ours.press("1", rests=True)
        for number in range(rounds + 1):
            taken = _round(ours, bare, number)
            for name, found in taken.items() if number else ():
                pairs[name] += found
    return [of_samples(name, pairs[name], most) for name, most in _MOST.items()]


def _round(ours: Terminal, bare: Terminal, number: int) -> Pairs:
    """A line typed, kept and looked at, each key in both programs, in turn the one or the other first."""

    def both(key: str, floor: str = "", *, rests: bool = False, cells: bool = False) -> tuple[float, float]:
        turns = [(ours, key), (bare, floor or key)]
        taken = []
        for terminal, pressed in turns if number % 2 else reversed(turns):
            taken.append(terminal.press(pressed, rests=rests, cells=cells))
            terminal.rest(0.04)
        return (taken[0], taken[1]) if number % 2 else (taken[1], taken[0])

    typed, entered, moved = _MOST
    ours.press("a", rests=True)
    found = {typed: [both(letter) for letter in f"cut{chr(97 + number)}churn"], entered: [both("enter", rests=True)]}
    ours.press("escape", rests=True)
    ours.rest(0.3)
    found[moved] = [both(key, "x", cells=True) for key in ("up", "down", "up", "down")]
    bare.press("\x15", rests=True)
    return found
