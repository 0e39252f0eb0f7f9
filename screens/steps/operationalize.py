"""Step 5, Operationalize: RACI, decision rights, actions, routines, the dashboard's definition and its live figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens.views.raci import Raci
from screens.views.records import Records
from screens.views.trending import Trending
from screens.views.view import View
from workshop.derived.duties import open_rights

if TYPE_CHECKING:
    from store.file import WorkshopFile


def views(file: WorkshopFile) -> list[View[Any]]:
    """Who does what, who decides, what happens next, what keeps it going, how it shows."""
    return [
        Raci(file),
        Records("decision", "Decision rights", then=("decides",), offers=open_rights),
        Records("action", then=("owner", "due")),
        Records("routine", then=("every",)),
        Records("note", "Unknowns", {"what": "unknown"}, "What does nobody in the room know yet?"),
        Trending("Dashboard"),
        Records("metric", "Definitions"),
    ]
