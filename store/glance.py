"""A look at a workshop from outside: how far its steps are, who holds it, what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from store import holder
from workshop.errors import WorkshopError


class Glance(NamedTuple):
    """What one sees of a workshop without working on it.

    `gates` has (done, of, ready) for each step; `holder` is who has it open now, `fault` why it cannot be
    opened, both in words or ""; `gone` is said of a file that is no longer there.
    """

    title: str = ""
    gates: tuple[tuple[int, int, bool], ...] = ()
    holder: str = ""
    fault: str = ""
    gone: bool = False


def glance(path: Path, go_on: Callable[[], bool] = lambda: True) -> Glance | None:
    """Look at it; None where `go_on`, asked every few milliseconds, says that nobody waits any more."""
    from store.file import WorkshopFile
    from workshop import coach

    if not os.path.exists(path):
        return Glance(gone=True)
    who = holder.who(path)
    try:
        with WorkshopFile.open(path, write=False) as file:
            for _ in coach.slices(file.shop):
                if not go_on():
                    return None
            gates = tuple((gate.done, gate.of, gate.ready) for gate in coach.gates(file.shop))
            return Glance(file.shop.about.title, gates, who)
    except WorkshopError as error:
        return Glance(holder=who, fault=str(error))
