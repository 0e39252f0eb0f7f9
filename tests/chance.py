"""Workshops and changes by chance: random people who say random things of every kind."""

from contextlib import suppress

from hypothesis import strategies as st
from making import TODAY

from workshop import acts
from workshop.change import Change
from workshop.declare import KINDS, Field, Kind, Value
from workshop.draft import Draft
from workshop.errors import Refused
from workshop.merging import OF_ITS_ROOM
from workshop.records import Objective
from workshop.state import Workshop, kind_of

WORDS = ["", "9 %", "Outage", "outage, incident", "change", "[/]=…", "é" * 90]


def held_of(spec: Field, refs: list[str], needed: bool) -> st.SearchStrategy[Value]:
    """Anything that the field could hold in a workshop with these refs, not nothing where it is needed."""
    fitting = [ref for ref in refs if not spec.to or kind_of(ref) in spec.to]
    nothing = [] if needed else [""]
    if spec.type == "count":
        return st.none() | st.integers(*(spec.span or (0, 9)))
    if spec.type == "refs":
        return st.lists(st.sampled_from(fitting), max_size=4, unique=True).map(tuple) if fitting else st.just(())
    held = {
        "choice": [*nothing, *spec.choices],
        "flag": ["", "yes", "no"],
        "day": [*nothing, "2026-03-31", "2026-09-01", "2026-11-20", "2026-11-24", "2027-06-30"],
        "amount": [*nothing, "9 %", "90 min", "1,200", "0", "30"],
        "text": [word for word in WORDS if word or not needed],
        "ref": [*nothing, *fitting],
        "who": [*nothing, *fitting, "A role", "Governance"],
    }[spec.type]
    return st.sampled_from(held or [""])


def _said(shop: Workshop, kind: Kind, ref: str, held: dict[str, Value]) -> bool:
    """Whether another record of the kind says it already, where only one may."""
    if kind.key or not kind.once:
        return False
    others = [record.values() for record in shop.of(kind.name) if record.ref != ref]
    return any(all(other[name] == held[name] for name in kind.once) for other in others)


@st.composite
def workshops(draw: st.DrawFn) -> Workshop:
    """A workshop in which random people said random things, one of which was taken out again."""
    shop = Workshop(today=TODAY)
    for kind in (KINDS["workshop"], *(kind for kind in KINDS.values() if kind.name != "workshop")):
        for _ in range(1 if kind.name == "workshop" else draw(st.integers(0, 5))):
            refs = [record.ref for record in shop if "/" not in record.ref]
            held = {spec.name: draw(held_of(spec, refs, spec.needed)) for spec in kind.fields}
            if all(held[spec.name] for spec in kind.fields if spec.needed) and not _said(shop, kind, "", held):
                draft = Draft(shop)
                draft.add(kind, held)
                shop.apply(draft.changes)
    draft = Draft(shop)
    for objective in shop.all(Objective):
        if objective.state == "pilot":
            draft.set(objective.ref, "state", "candidate")
    acts.choose_pilot(draft, draw(st.sampled_from(["", *shop.table("objective"), *shop.table("service")])))
    shop.apply(draft.changes)
    gone = [record.ref for record in shop if record.ref != "W1"]
    if gone and draw(st.booleans()):
        draft = Draft(shop)
        draft.remove(draw(st.sampled_from(gone)))
        shop.apply(draft.changes)
    return shop


@st.composite
def changes(draw: st.DrawFn, shop: Workshop) -> list[Change]:
    """One act in that workshop: a record added, edited, moved or taken out, of any kind."""
    draft, refs = Draft(shop), [record.ref for record in shop]
    kind = draw(st.sampled_from([kind for kind in KINDS.values() if kind.name != "workshop"]))
    own = list(shop.table(kind.name)) or ["W1"]
    ref = draw(st.sampled_from(own if draw(st.booleans()) else refs))
    what = draw(st.sampled_from(["add", "edit", "edit", "move", "remove"]))
    if what == "add":
        held = {spec.name: draw(held_of(spec, refs, spec.needed)) for spec in kind.fields}
        if all(held[spec.name] for spec in kind.fields if spec.needed) and not _said(shop, kind, "", held):
            with suppress(Refused):  # a link that is there already
                acts.keep(draft, kind, held)
    elif what == "edit":
        spec = draw(st.sampled_from([spec for spec in shop.find(ref).kind.fields if spec.name not in OF_ITS_ROOM]))
        held = draw(held_of(spec, refs, spec.needed))
        record = shop.find(ref)
        if not _said(shop, record.kind, ref, {**record.values(), spec.name: held}):
            with suppress(Refused):  # what a cell stands on
                acts.put(draft, ref, spec.name, held)
    elif what == "move":
        draft.move(ref, draw(st.integers(-3, 3)))
    elif ref != "W1":
        draft.remove(ref)
    return draft.changes
