"""What one key says better: a word that the room dropped, and words at which a leader stumbles (S35, S56)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from workshop import acts
from workshop.declare import KINDS, Field
from workshop.draft import Draft, Plan
from workshop.glossary import glossary, mend, told, worded
from workshop.state import Workshop

if TYPE_CHECKING:
    from workshop.catalogue import Catalogue
    from workshop.coach import Finding

Shelf = Callable[[], "Catalogue"]
"""Where the catalogue is, which is read only when it is needed."""

_STATEMENTS = {KINDS[name].field(KINDS[name].called) for name in ("objective", "outcome", "metric")}
_METRIC = KINDS["metric"].field("name")
_WORDED = {spec for kind in KINDS.values() for spec in worded(kind)}


class Rewording(NamedTuple):
    """What is to be said of a text, and how it would read; `text` is as it was where somebody has to choose."""

    says: str
    text: str


def typed(shop: Workshop, shelf: Shelf, spec: Field, text: str) -> Rewording | None:
    """What would be said better of what was typed for a field so far, if anything."""
    if spec not in _WORDED:
        return None
    book = glossary(shop)
    found = book.uses(text)
    if found:
        return Rewording(told(found), book.mended(text))
    plain = _plainly(shelf, text, spec) if spec in _STATEMENTS else text
    return Rewording(f"A leader may stumble over it; plainly: “{plain}”", plain) if plain != text else None


def rewording(shop: Workshop, shelf: Shelf, finding: Finding) -> tuple[Plan, str] | None:
    """The plan that says a record better, and how it then reads; None where a finding is not about its words,
    or where there is more than one way to say them.
    """
    plan = _plan(shop, shelf, finding)
    draft = Draft(shop)
    if plan and shop.get(finding.ref):
        plan(draft)
    news = [str(change.new) for change in draft.changes if change.field != "said"]
    return (plan, "; ".join(news)) if plan and news else None


def _plan(shop: Workshop, shelf: Shelf, finding: Finding) -> Plan | None:
    if finding.rule == "dropped-word":
        return lambda draft: mend(draft, finding.ref)
    record = shop.get(finding.ref)
    if finding.rule in ("jargon", "technical-metric") and record:
        spec = record.kind.field(record.kind.called)
        plain = _plainly(shelf, record.words, spec)
        return lambda draft: acts.put(draft, finding.ref, spec.name, plain)
    return None


def _plainly(shelf: Shelf, text: str, spec: Field) -> str:
    """The text without its jargon; a metric that is a wish as the number that it means."""
    from workshop.statement import is_aim, plain

    if not plain(text):
        return text
    if spec is _METRIC and is_aim(text):
        idea = shelf().metric(text)
        return idea.name if idea else text
    return shelf().plainly(text)
