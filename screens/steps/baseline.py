"""Step 1, Baseline: the inventory, captured line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens.views.card import Card
from screens.views.records import Records
from screens.views.view import View

if TYPE_CHECKING:
    from store.file import WorkshopFile


def views(file: WorkshopFile) -> list[View[Any]]:
    """One list for each thing that is inventoried, and the workshop's own card."""
    return [
        Records("objective"),
        Records("service"),
        Records("process"),
        Records("metric"),
        Records("person", then=("group",)),
        Records("note", "Pain points", {"what": "pain"}, "What hurts, and on which service or process?"),
        Records("note", "Parking lot", {"what": "parked"}, "What do we park for later?"),
        Card("W1", "Workshop"),
    ]
