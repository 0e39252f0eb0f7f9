"""Whether the amount of a statement is the value that is wanted or a change: to 20%, or by 20%?"""

from __future__ import annotations

import re

from workshop.statement.reading import Reading

TO, BY, OPEN = "to", "by", "by or to"
_REACHED = r"(?:to|at|of|above|over|under|below|than|least|most|within|reach(?:es)?|hits?|achieves?)"
_COMPARED = r"(?:less|more|fewer|lower|higher)"


def way(reading: Reading) -> str:
    """`to`, `by`, or `by or to` where the words leave it open, as in `grow revenue 20%`; "" without an amount."""
    parts, amount = reading.parts, re.escape(reading.parts.target)
    if not amount:
        return ""
    if parts.target.lower().startswith("by ") or re.search(rf"(?i){amount}\s+{_COMPARED}\b", reading.text):
        return BY
    bound = re.match(rf"(?i){_REACHED}\b|[<>≤≥]", parts.target)
    named = parts.start or bound or re.search(rf"(?i)\b{_REACHED}\s+(?:a |an |the )?{amount}", reading.text)
    behind = re.search(rf"\w\s+{amount}", reading.text)
    return OPEN if parts.direction and parts.unit == "%" and behind and not named else TO
