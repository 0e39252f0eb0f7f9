"""Every kind of record, as the method groups them."""

from workshop.records.agreement import Term, Verdict
from workshop.records.goals import Note, Objective, Person, Score, Service, Shop
from workshop.records.mapping import Link, Metric, Outcome, Process
from workshop.records.operation import Action, Activity, Decision, Letter, Routine
from workshop.records.review import Reading, Ruling

__all__ = [
    "Action",
    "Activity",
    "Decision",
    "Letter",
    "Link",
    "Metric",
    "Note",
    "Objective",
    "Outcome",
    "Person",
    "Process",
    "Reading",
    "Routine",
    "Ruling",
    "Score",
    "Service",
    "Shop",
    "Term",
    "Verdict",
]
