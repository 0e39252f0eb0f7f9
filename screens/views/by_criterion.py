"""Objectives crossed with the criteria by which they are ranked: what single scores and raised hands have in common."""

from __future__ import annotations

from screens.views.grid import Grid
from workshop.derived.ballot import candidates
from workshop.records import Objective
from workshop.records.goals import CRITERIA


class ByCriterion(Grid[Objective]):
    """One row an objective that is not parked, one column a criterion."""

    adds = False

    def find_rows(self) -> list[Objective]:
        """The objectives that are not parked."""
        return candidates(self.shop)

    def names(self) -> list[str]:
        """The criteria."""
        return list(CRITERIA)

    def words(self, row: Objective) -> str:
        """The objective."""
        return f"{row.ref} {row.statement}"

    def ref_of(self, row: Objective) -> str:
        """The objective."""
        return row.ref
