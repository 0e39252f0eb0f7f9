"""Whether the amount of a statement is the value that is wanted or a change: to 20%, or by 20%?"""

from __future__ import annotations

from workshop.statement.reading import Reading
from workshop.statement.senses import listed

TO, BY, OPEN = "to", "by", "by or to"
_REACHED = listed(
    "to at of above over under below than least most within reach reaches hit hits achieve achieves < > ≤ ≥"
)
_COMPARED = listed("less more fewer lower higher")
_ARTICLES = listed("a an the")


def way(reading: Reading) -> str:
    """`to`, `by`, or `by or to` where the words leave it open, as in `grow revenue 20%`; "" without an amount."""
    parts = reading.parts
    if not parts.target:
        return ""
    before, _, after = reading.text.lower().partition(parts.target.lower())
    behind, ahead = after.split(None, 1), [word for word in before.split() if word not in _ARTICLES]
    if parts.target.lower().startswith("by ") or (behind and behind[0] in _COMPARED):
        return BY
    first = parts.target.lower().split()[0]
    named = parts.start or first in _REACHED or first[0] in _REACHED or (ahead and ahead[-1] in _REACHED)
    return OPEN if parts.direction and parts.unit == "%" and ahead and not named else TO
