"""The coach: small rules that notice what a workshop still lacks, and the gates that they make."""

from workshop.coach import baseline, mapping, metrics, relevance
from workshop.coach.rule import RULES, Finding, Gate, Rule, findings, gates, table

SUBJECTS = (baseline, mapping, metrics, relevance)
"""The modules that hold the rules."""

__all__ = ["RULES", "SUBJECTS", "Finding", "Gate", "Rule", "findings", "gates", "table"]
