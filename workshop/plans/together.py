"""Several plans as one act, each with what those before it have made."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.declare import KINDS
from workshop.draft import Draft, Plan
from workshop.state import Workshop


def together(draft: Draft, plans: Iterable[Plan]) -> list[object]:
    """Write the changes of all the plans into the draft; what each of them gave back.

    A plan asks the workshop what is there, and would not see what another has only drafted: so each works on the
    workshop as those before it leave it. Raises what a plan raises; then nothing is to be kept of any.
    """
    ahead = Workshop(lambda kind: draft.shop.of(kind.name), numbers=dict(draft.shop.numbers), today=draft.shop.today)
    for kind in KINDS:  # what is fetched later would lack the changes that were made before
        ahead.table(kind)
    ahead.apply(draft.changes)
    results: list[object] = []
    for plan in plans:
        one = Draft(ahead)
        results.append(plan(one))
        ahead.apply(one.changes)
        draft.changes += one.changes
    return results
