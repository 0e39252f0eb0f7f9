"""What a sentence already says, offered for the fields that are still empty (S9, S13)."""

from __future__ import annotations

from collections.abc import Mapping

from workshop import acts
from workshop.answers.values import shown
from workshop.declare import KINDS, Field
from workshop.draft import Draft
from workshop.errors import WorkshopError
from workshop.state import Workshop, kind_of

_PARTS = {"baseline": "start", "target": "target", "unit": "unit", "due": "due", "service": "service",
          "services": "service"}  # fmt: skip
"""Fields of an objective or outcome, and the part of its sentence that fills each."""


def offered(shop: Workshop, ref: str) -> dict[str, str]:
    """The empty fields of a record that its own sentence can fill, with the words for each."""
    return _offered(Draft(shop), ref) if shop.get(ref) else {}


def fill(draft: Draft, ref: str) -> None:
    """Fill the empty fields from the sentence."""
    kind = KINDS[kind_of(ref)]
    for field, said in _offered(draft, ref).items():
        draft.set(ref, field, draft.read(kind.named[field], said))


def restate(draft: Draft, ref: str, text: str, more: Mapping[str, str]) -> None:
    """Say a record's statement in other words, and fill the fields that are empty: from them, then with `more`."""
    acts.edit(draft, ref, draft.shop.find(ref).kind.called, text)
    fill(draft, ref)
    for field, said in more.items():
        if said and not draft.value(ref, field):
            acts.edit(draft, ref, field, said)


def told(shop: Workshop, ref: str) -> str:
    """`today 9%, target 6%, due 31 Dec 2027`: what would be filled in, or ""."""
    record = shop.get(ref)
    if record is None:
        return ""
    draft = Draft(shop)
    said = [
        f"{spec.label.lower()} {shown(spec, draft.read(spec, words), shop)}"
        for field, words in offered(shop, ref).items()
        if field != "unit" and (spec := record.kind.named[field])
    ]
    return ", ".join(said)


def _offered(draft: Draft, ref: str) -> dict[str, str]:
    kind = KINDS[kind_of(ref)]
    if kind.called != "statement":
        return {}
    from workshop.statement import TO, read, way

    reading = read(str(draft.value(ref, "statement")), kind.name)
    found = {field: str(getattr(reading.parts, part)) for field, part in _PARTS.items() if field in kind.named}
    fitting = {field: said for field, said in found.items() if said and _fits(draft, ref, kind.named[field], said)}
    if fitting.keys() & {"target", "unit"} and way(reading) != TO:
        return {field: said for field, said in fitting.items() if field not in ("target", "unit")}  # only a change
    return fitting


def _fits(draft: Draft, ref: str, spec: Field, said: str) -> bool:
    """Whether the field is empty and would take the words."""
    if draft.value(ref, spec.name):
        return False
    try:
        return bool(draft.read(spec, said))
    except WorkshopError:
        return False
