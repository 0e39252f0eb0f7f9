"""How the capture line hears a statement while it is typed: its parts light up, and what is missing is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workshop.declare import Field, Kind
from workshop.plans import trailing
from workshop.state import Workshop

if TYPE_CHECKING:
    from workshop.suggest.rewording import Rewording

_HEARD = ("objective", "outcome", "metric")
"""The kinds whose words are read as a statement."""


def hearing(kind: str) -> Callable[[str], str] | None:
    """How words for a record of that kind are heard; None where they are no statement."""
    return (lambda text: heard(text, kind)) if kind in _HEARD else None


def rewording(spec: Field, shop: Workshop) -> Callable[[str], Rewording | None] | None:
    """How words for a field would be said better while they are typed; None where they are no words."""

    def better(text: str) -> Rewording | None:
        from store.catalogues import catalogue
        from workshop.suggest.rewording import typed

        return typed(shop, catalogue, spec, text)

    return better if spec.type == "text" else None


def capturing(kind: Kind, shop: Workshop) -> Callable[[str], str]:
    """How a captured line is heard: its words, then what the marks at its end would fill in."""
    hear = hearing(kind.name)

    def reads(text: str) -> str:
        found = trailing.read(kind, text, shop)
        said = (hear(found.text) if hear else "", trailing.told(kind, found, shop))
        return "   ".join(words for words in said if words)

    return reads


def recapturing(kind: Kind, shop: Workshop) -> Callable[[str], Rewording | None] | None:
    """As `rewording` of a captured line: the marks at its end stay."""
    better = rewording(kind.field(kind.called), shop)

    def rewords(text: str) -> Rewording | None:
        words = trailing.read(kind, text, shop).text
        found = better(words) if better else None
        return found._replace(text=found.text + text[len(words) :]) if found else None

    return rewords if better else None


def heard(text: str, kind: str) -> str:
    """`✓ customer churn  ✓ from 9%  ✓ to 6%  ✓ by 31 Dec 2027`, and what to add; "" for a few letters."""
    from workshop.statement import read, suggestion, way

    if len(text.split()) < 2:
        return ""
    reading = read(text, kind)
    parts = reading.parts
    found = [
        parts.measured, parts.service, parts.start and f"from {parts.start}",
        parts.target and _amount(parts.target, way(reading)), parts.due,
    ]  # fmt: skip
    lit = "  ".join(f"✓ {part}" for part in found if part)
    return "   ".join(words for words in (lit, suggestion(reading, kind)) if words)


def _amount(target: str, way: str) -> str:
    """`to 6%`, `by 10 points`; `20%, by or to?` where the words leave it open."""
    from workshop.statement import OPEN

    if way == OPEN:
        return f"{target}, {OPEN}?"
    return f"{way} {'none' if target.lower() == 'no' else target.removeprefix('by ')}"
