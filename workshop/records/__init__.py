"""Every kind of record, as the method groups them."""

# isort: off
# The order of the imports is the order of the kinds.
from workshop.records.goals import Note, Objective, Person, Score, Service, Shop
from workshop.records.mapping import Link, Metric, Outcome, Process
from workshop.records.agreement import Dismissal, Dispute, Term, Verdict
from workshop.records.operation import Action, Activity, Decision, Letter, Routine
from workshop.records.review import Reading, Ruling

# isort: on

__all__ = [
    "Action",
    "Activity",
    "Decision",
    "Dismissal",
    "Dispute",
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
