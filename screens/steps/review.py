"""Step 6, Review: what the numbers did, what follows, whether the assumptions held, what changed, the closing page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens.views.closing import Closing
from screens.views.log import Log
from screens.views.records import Records
from screens.views.rulings import Rulings
from screens.views.trending import Trending
from screens.views.view import View

if TYPE_CHECKING:
    from store.file import WorkshopFile


def views(file: WorkshopFile) -> list[View[Any]]:
    """Trends first, then the rulings and what else a review looks at."""
    return [
        Trending(),
        Rulings(),
        Records("link", "Assumptions", first=("assumption", "held")),
        Records("process", "Maturity", first=("maturity", "state")),
        Records("action"),
        Log(file),
        Closing(),
    ]
