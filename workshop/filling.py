"""What a sentence already says, offered for the fields that are still empty (S9, S13)."""

from __future__ import annotations

from workshop.declare import Record
from workshop.draft import Draft
from workshop.errors import WorkshopError
from workshop.state import Workshop
from workshop.values import shown

_PARTS = {"baseline": "start", "target": "target", "unit": "unit", "due": "due"}
"""Fields of an objective or outcome, and the part of its sentence that fills each."""


def offered(shop: Workshop, ref: str) -> dict[str, str]:
    """The empty fields of a record that its own sentence can fill, with the words for each."""
    record = shop.get(ref)
    if record is None or record.kind.called != "statement":
        return {}
    from workshop.statement import read

    parts = read(record.words, record.kind.name).parts
    found = {field: str(getattr(parts, part)) for field, part in _PARTS.items()}
    return {field: said for field, said in found.items() if said and _fits(shop, record, field, said)}


def fill(draft: Draft, ref: str) -> None:
    """Fill the empty fields from the sentence."""
    kind = draft.shop.find(ref).kind
    for field, said in offered(draft.shop, ref).items():
        draft.set(ref, field, draft.read(kind.named[field], said))


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


def _fits(shop: Workshop, record: Record, field: str, said: str) -> bool:
    """Whether the field is empty and would take the words."""
    if getattr(record, field):
        return False
    try:
        return bool(Draft(shop).read(record.kind.named[field], said))
    except WorkshopError:
        return False
