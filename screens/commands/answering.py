"""Keys with which the room answers: add, edit, owner, note, link, park, remove, reorder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens import ask as asking
from screens.ask import Ask, Option
from workshop import acts, values
from workshop.declare import KINDS, Record
from workshop.draft import Draft
from workshop.records import Note, Objective
from workshop.state import kind_of

if TYPE_CHECKING:
    from screens.room import Room

_NEIGHBOURS = {
    "objective": ("service", "outcome"),
    "service": ("objective",),
    "outcome": ("process", "objective"),
    "process": ("outcome",),
    "metric": ("outcome", "process"),
}
"""The kinds that a kind is linked with, the likelier one first."""


def add(room: Room) -> None:
    """Ask for what the view in hand adds."""
    asked = room.view.adding(room)
    if asked:
        room.ask(asked)
    else:
        room.tell("Nothing is added here; tab goes to the next list")


def enter(room: Room) -> None:
    """Into what is in hand."""
    room.view.enter(room)


def owner(room: Room) -> None:
    """Ask who owns what is in hand."""
    record = _in_hand(room)
    spec = next((f for f in record.kind.fields if f.type == "who"), None) if record else None
    if record is None or spec is None:
        room.tell("What is in hand has no owner of its own; put the cursor on a record")
        return
    ref = record.ref

    def keep(said: str) -> None:
        room.act(lambda draft: acts.edit(draft, ref, spec.name, said), f"{ref} {spec.label.lower()}")

    current = str(getattr(record, spec.name))
    room.ask(asking.of_field(spec, room.shop, current, keep, f"{ref}  {spec.question}"))


def note(room: Room) -> None:
    """Ask for a note on what is in hand, then what kind of note it is."""
    record = _in_hand(room)
    on = record.ref if record else "W1"
    spec = Note.kind.field("what")

    def kind_next(text: str) -> Ask | None:
        if not text.strip():
            return None

        def keep(what: str) -> None:
            said = {"on": on, "text": text, "what": what}
            room.act(lambda draft: acts.add(draft, Note.kind, said), f"note on {on}")
            room.tell(f"Noted on {on}")

        return Ask(spec.question, keep, options=[Option(c, c) for c in spec.choices], picked="remark")

    room.ask(Ask(f"What is to be noted on {values.named(on, room.shop)}?", kind_next))


def review_date(room: Room) -> None:
    """Ask when the numbers are looked at again."""
    spec = room.shop.about.kind.field("next_review")

    def keep(said: str) -> None:
        room.act(lambda draft: acts.edit(draft, "W1", spec.name, said), "next review")

    room.ask(asking.of_field(spec, room.shop, room.shop.about.next_review, keep))


def park(room: Room) -> None:
    """Park the objective in hand on Select; anywhere else, one line for the parking lot."""
    record = _in_hand(room)
    if room.step.key == "select" and isinstance(record, Objective):
        _park_objective(room, record)
        return
    looking = room.view.looking_at

    def keep(text: str) -> None:
        if text.strip():
            room.act(lambda draft: acts.capture(draft, Note.kind, text, {"what": "parked"}), "park a line")
            room.view.looking_at = looking
            room.tell("Parked; find it again with /")

    room.ask(Ask("What do we park for later?", keep))


def _park_objective(room: Room, objective: Objective) -> None:
    ref = objective.ref
    if objective.state == "parked":
        room.act(lambda draft: acts.take_up(draft, ref), f"take up {ref}")
        room.tell(f"{ref} is a candidate again")
        return

    def keep(reason: str) -> None:
        room.act(lambda draft: acts.park(draft, ref, reason.strip()), f"park {ref}")
        room.tell(f"{ref} is parked, not lost; k brings it back")

    room.ask(Ask(f"{ref}  {Objective.kind.field('parked_because').question}", keep))


def remove(room: Room) -> None:
    """Remove what is in hand."""
    record = _in_hand(room)
    if record:
        ref = record.ref
        room.act(lambda draft: acts.retire(draft, ref), f"remove {ref}")
        room.tell(f"{ref} removed; u brings it back")


def move_up(room: Room, by: int = -1) -> None:
    """Move what is in hand up or down among its kind."""
    record = _in_hand(room)
    if record:
        ref = record.ref
        room.act(lambda draft: draft.move(ref, by), f"move {ref}")


def move_down(room: Room) -> None:
    """Move what is in hand down among its kind."""
    move_up(room, 1)


def link(room: Room) -> None:
    """Ask for the neighbour on the thread; new words make a new record."""
    record = _in_hand(room)
    near = _NEIGHBOURS.get(record.kind.name) if record else None
    if record is None or near is None:
        room.tell("Put the cursor on an objective, outcome, process or metric to link it")
        return
    room.ask(link_from(room, record, near))


def link_from(room: Room, record: Record, near: tuple[str, ...]) -> Ask:
    """The question that links a record with a neighbour of these kinds."""
    one = record.ref
    first = KINDS[near[0]]

    def other(said: str) -> Ask | None:
        if not said.strip():
            return None
        ref = said.strip().upper()
        if kind_of(ref) and room.shop.get(ref):
            return _join(room, one, ref)

        def plan(draft: Draft) -> str:
            made = acts.capture(draft, first, said)
            acts.connect(draft, one, made)
            return made

        return _why(room, one, str(room.act(plan, f"link {one}")))

    words = " or ".join(KINDS[kind].name for kind in near)
    return Ask(
        f"{values.named(one, room.shop)}: link with which {words}?",
        other,
        hint=f"choose one, or say a new {first.name}",
        new=f"＋ a new {first.name}:",
        options=asking.records(room.shop, near),
    )


def _join(room: Room, one: str, other: str) -> Ask | None:
    room.act(lambda draft: acts.connect(draft, one, other), f"link {one} and {other}")
    return _why(room, one, other)


def _why(room: Room, one: str, other: str) -> Ask | None:
    """A link of outcome and process needs its reason."""
    from workshop.threads import link_between

    found = link_between(room.shop).get((one, other)) or link_between(room.shop).get((other, one))
    if found is None:
        room.tell(f"{one} and {other} are linked")
        return None
    spec = found.kind.field("reason")

    def keep(said: str) -> None:
        room.act(lambda draft: acts.edit(draft, found.ref, "reason", said), f"{found.ref} reason")

    process = room.shop.get(found.process)
    return Ask(f"{process.words if process else found.process}: {spec.question}", keep, text=found.reason)


def _in_hand(room: Room) -> Record | None:
    return room.shop.get(room.view.ref)
