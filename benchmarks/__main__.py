"""`python -m benchmarks [NAME...]`: measure and print. The names are those in `NAMES`; without any, all."""

from __future__ import annotations

import sys
from importlib import import_module

from benchmarks.paired import Figure

NAMES = ("commands", "store", "compare", "merging", "holding", "portfolio", "advice", "export", "start", "keys")


def main(names: list[str]) -> int:
    """Measure what was named, or everything; 1 when something is slower than it should be."""
    print(f"{'':40} {'ours':>9} {'floor':>9}   ratio (quartiles)   at most")
    slow = 0
    for name in names or NAMES:
        for figure in import_module(f"benchmarks.{name}").figures():
            print(_line(figure), flush=True)
            slow += figure.ratio > figure.most
    return 1 if slow else 0


def _line(figure: Figure) -> str:
    scale = {"ms": 1e3, "MB": 1e-6}[figure.unit]
    taken = f"{figure.ours * scale:6.1f} {figure.unit} {figure.floor * scale:6.1f} {figure.unit}"
    ratio = f"{figure.ratio:5.2f} ({figure.first:.2f}-{figure.third:.2f})"
    return f"{figure.name:40} {taken}   {ratio:19} {figure.most:.2f}{'  slower' if figure.ratio > figure.most else ''}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
