"""Step 4, Validate: the threads one at a time, the verdicts, the words that all share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from screens.views.glossary import Glossary
from screens.views.verdicts import Verdicts
from screens.views.view import View
from screens.views.walk import Walk

if TYPE_CHECKING:
    from store.file import WorkshopFile


def views(file: WorkshopFile) -> list[View[Any]]:
    """The walk first, then all verdicts at once, then the glossary."""
    return [Walk(), Verdicts(), Glossary()]
