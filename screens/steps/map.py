"""Step 3, Map: the threads, and the matrices from the same links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens.views.matrices import OutcomeProcess, objective_by_process, process_by_metric
from screens.views.records import Records
from screens.views.thread_map import ThreadMap
from screens.views.view import View

if TYPE_CHECKING:
    from store.file import WorkshopFile


def views(file: WorkshopFile) -> list[View[Any]]:
    """Threads first; the knots' notes and the outcomes as a list last."""
    return [
        ThreadMap(),
        OutcomeProcess(),
        objective_by_process(),
        process_by_metric(),
        Records("outcome"),
        Records("link", "Links"),
        Records("note", "Notes"),
    ]
