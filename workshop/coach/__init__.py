"""The coach: small rules that notice what a workshop still lacks, and the gates that they make."""

from workshop.coach import agreement, baseline, governance, living, mapping, metrics, relevance, selection, wording
from workshop.coach.rule import RULES, Finding, Gate, Rule, dismissed, findings, gates, slices, table

SUBJECTS = (baseline, selection, mapping, metrics, relevance, agreement, governance, living, wording)
"""The modules that hold the rules."""

__all__ = ["RULES", "SUBJECTS", "Finding", "Gate", "Rule", "dismissed", "findings", "gates", "slices", "table"]
