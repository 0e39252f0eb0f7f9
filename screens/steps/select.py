"""Step 2, Select: scores, weights, the ranking, the one pilot and its sponsor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens.views.hands import Hands
from screens.views.ranking import Ranking
from screens.views.scores import Scores
from screens.views.view import View

if TYPE_CHECKING:
    from store.file import WorkshopFile


def views(file: WorkshopFile) -> list[View[Any]]:
    """The ranking first, then where it comes from."""
    return [Ranking(), Scores(), Hands(file)]
