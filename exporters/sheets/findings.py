"""What the coach noticed, each with one way out and the action that takes it."""

from __future__ import annotations

from exporters.layout import Book, Column, Rule, Sheet
from exporters.saying import counted, number, sentence
from workshop import coach
from workshop.coach import Finding
from workshop.records import Action
from workshop.steps import STEPS

ASIDE = "Set aside"
WEIGHTS = {"block": "Settle", "warn": "Consider", "hint": "Idea"}


def sheet(book: Book) -> Sheet:
    """The sheet as this workshop fills it."""
    shop = book.shop
    aside = {finding: dismissal.reason for finding, dismissal in coach.dismissed(shop)}
    rows = [*coach.findings(shop), *aside]
    actions: dict[str, list[str]] = {}
    for action in shop.all(Action):
        actions.setdefault(action.why, []).append(action.ref)

    def named(finding: Finding) -> str:
        record = shop.get(finding.ref) if finding.ref else None
        return record.words if record else "The workshop"

    return Sheet(
        name="Findings",
        table="Findings",
        headline=headline(coach.findings(shop)),
        how="Advice, not rules: what still needs settling, what to consider, and one way out of each.",
        columns=(
            Column("Ref", 7, lambda row: row.ref, "ref"),
            Column("What", 30, named),
            Column("Where", 14, lambda row: STEPS[row.step - 1].name, "soft"),
            Column("Weight", 12, lambda row: ASIDE if row in aside else WEIGHTS[row.severity], "status"),
            Column("Sentence", 50, lambda row: row.message),
            Column("One way out", 46, lambda row: f"Set aside: {aside[row]}" if row in aside else row.suggestion),
            Column("Action", 10, lambda row: ", ".join(actions.get(row.ref, [])) if row.ref else "", "centre"),
        ),
        rows=rows,
        rules=(Rule(("Weight",), "plain", equals=ASIDE),
               Rule(("Weight",), "red", equals="Settle"), Rule(("Weight",), "amber", equals="Consider"),
               Rule(("Weight",), "plain", equals="Idea")),
        empty="" if rows else "Nothing left to settle",
    )  # fmt: skip


def headline(rows: list[Finding]) -> str:
    """How many notes there are, by their weight."""
    if not rows:
        return "The coach has nothing to add"
    by = [(sum(row.severity == severity for row in rows), word) for severity, word in
          (("block", "to settle"), ("warn", "to consider"), ("hint", "for an idea"))]  # fmt: skip
    held = [(count, word) for count, word in by if count]
    if len(held) == 1:
        return sentence(f"{counted(len(rows), 'note')} {held[0][1]}")
    told = ", ".join(f"{number(count)} {word}" for count, word in held)
    return sentence(f"{counted(len(rows), 'note')}: {told}")
