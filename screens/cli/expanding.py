"""After the pilot: the next objective is taken up, and what proved the one before is said."""

from __future__ import annotations

from pathlib import Path

from screens.cli import say
from screens.cli.arguments import Said
from store.file import WorkshopFile


def expand(said: Said) -> int:
    """Take up the next objective; everything that is known already stays."""
    from workshop import expanding

    ref = said["O2"].upper()
    with WorkshopFile.open(Path(said["FILE"])) as file:
        done = file.act(lambda draft: expanding.expand(draft, ref), why=f"expand to {ref}", step=6)
    assert isinstance(done.result, expanding.Expanded)
    for line in expanding.told(done.result):
        say.line(line)
    say.note(file.notice)
    return 0
