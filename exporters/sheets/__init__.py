"""The sheets of the handoff, each described in its own module, and the order in which they stand."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.layout import START, Book
from exporters.sheets import (
    agreed,
    change_log,
    closing,
    cover,
    dashboard,
    findings,
    golden_thread,
    inventory,
    matrices,
    metrics,
    objectives,
    outcomes,
    raci,
    sign_off,
)
from workshop.change import Logged
from workshop.state import Workshop

ORDER = (
    closing.sheet,
    golden_thread.sheet,
    objectives.sheet,
    outcomes.sheet,
    matrices.objective_process,
    matrices.outcome_process,
    matrices.process_metric,
    raci.sheet,
    agreed.decisions,
    agreed.routines,
    agreed.actions,
    dashboard.sheet,
    metrics.metrics,
    metrics.readings,
    sign_off.sheet,
    findings.sheet,
    agreed.glossary,
    inventory.services,
    inventory.processes,
    inventory.people,
    inventory.notes,
    inventory.reviews,
    inventory.measurement,
    inventory.answers,
    change_log.sheet,
)
"""What describes each sheet after the cover; what the last ones hold depends on what those before them show."""


def described(shop: Workshop, log: Sequence[Logged]) -> Book:
    """Every sheet of the handoff of this workshop, the cover first."""
    book = Book(shop, log)
    for describe in ORDER:
        sheet = describe(book)
        book.sheets[sheet.name] = sheet
    book.sheets = {START: cover.sheet(book), **book.sheets}
    return book
