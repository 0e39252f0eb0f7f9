"""Keys with which the room answers: add, edit, owner, note, link, park, remove, reorder."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from screens import ask as asking
from screens.ask import Ask
from workshop import acts, values
from workshop.declare import KINDS, Record
from workshop.draft import Draft
from workshop.records import Note, Objective
from workshop.records.goals import UNKNOWN_NEEDS
from workshop.state import kind_of
from workshop.threads import link_between
from workshop.words import listed

if TYPE_CHECKING:
    from screens.room import Room

_FEW = 5
"""So many refs are named one by one."""
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


def express(room: Room) -> None:
    """A first workshop: what one thread still needs, one question after the other."""
    from screens.express import Express

    Express(room).begin()


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
    refs = _taken(room, record)

    def keep(said: str) -> None:
        why = f"{_named(refs)} {spec.label.lower()}"
        _each(room, refs, lambda draft, ref: acts.edit(draft, ref, spec.name, said), why)

    current = str(getattr(record, spec.name)) if len(refs) == 1 else ""
    room.ask(asking.of_field(spec, room.shop, current, keep, f"{_named(refs)}  {spec.question}"))


def note(room: Room) -> None:
    """Ask for a note on what is in hand; once it is kept, what kind of note it is."""
    record = _in_hand(room)
    on = record.ref if record else "W1"

    def keep(text: str) -> Ask | None:
        if not text.strip():
            return None
        said = {"on": on, "text": text, "what": "remark"}
        looking = room.view.looking_at
        ref = str(room.act(lambda draft: acts.add(draft, Note.kind, said), f"note on {on}"))
        room.view.looking_at = looking
        return _asked(room, ref, ("what",))

    question = f"What is to be noted on {values.named(on, room.shop)}?"
    room.ask(asking.of_field(Note.kind.field("text"), room.shop, "", keep, question))


def _asked(room: Room, ref: str, names: tuple[str, ...]) -> Ask | None:
    """The questions about a note, one after the other; Enter skips."""
    if not names:
        room.tell(f"{ref} is kept")
        return None
    spec = Note.kind.field(names[0])
    current = values.said(spec, getattr(room.shop.find(ref), spec.name))

    def keep(said: str) -> Ask | None:
        room.act(lambda draft: acts.edit(draft, ref, spec.name, said), f"{ref} {spec.label.lower()}")
        left = UNKNOWN_NEEDS if (spec.name, said) == ("what", "unknown") else names[1:]
        return _asked(room, ref, left)

    return asking.of_field(spec, room.shop, current, keep, f"{ref}  {spec.question}")


def decision(room: Room) -> None:
    """One line: what was decided, on what is in hand."""
    record = _in_hand(room)
    on = record.ref if record else "W1"
    looking = room.view.looking_at

    def keep(text: str) -> None:
        if text.strip():
            held = {"on": on, "what": "decision"}
            ref = room.act(lambda draft: acts.capture(draft, Note.kind, text, held), f"decision on {on}")
            room.view.looking_at = looking
            room.tell(f"{ref} is kept as decided; C reads out what was")

    question = f"What was decided on {values.named(on, room.shop)}?" if record else "What was decided?"
    room.ask(asking.of_field(Note.kind.field("text"), room.shop, "", keep, question))


def review_date(room: Room) -> None:
    """Ask when the numbers are looked at again."""
    spec = room.shop.about.kind.field("next_review")

    def keep(said: str) -> None:
        room.act(lambda draft: acts.edit(draft, "W1", spec.name, said), "next review")
        room.tell(f"Next review: {values.of(room.shop.about, 'next_review', room.shop) or 'no date'}")

    room.ask(asking.of_field(spec, room.shop, room.shop.about.next_review, keep))


def park(room: Room) -> None:
    """Park the objective in hand on Baseline and Select; anywhere else, one line for the parking lot."""
    record = _in_hand(room)
    if room.step.key in ("baseline", "select") and isinstance(record, Objective):
        _park_objective(room, record)
        return
    looking = room.view.looking_at

    def keep(text: str) -> None:
        if text.strip():
            room.act(lambda draft: acts.capture(draft, Note.kind, text, {"what": "parked"}), "park a line")
            room.view.looking_at = looking
            room.tell("Parked; find it again with /")

    room.ask(asking.of_field(Note.kind.field("text"), room.shop, "", keep, "What do we park for later?"))


def _park_objective(room: Room, objective: Objective) -> None:
    refs = _taken(room, objective)
    if all(room.shop.find(ref).values()["state"] == "parked" for ref in refs):
        _each(room, refs, acts.take_up, f"take up {_named(refs)}")
        room.tell(f"{_named(refs)} {'is a candidate' if len(refs) == 1 else 'are candidates'} again")
        return

    def keep(reason: str) -> None:
        _each(room, refs, lambda draft, ref: acts.park(draft, ref, reason.strip()), f"park {_named(refs)}")
        it, them = ("is", "it") if len(refs) == 1 else ("are", "them")
        room.tell(f"{_named(refs)} {it} parked, not lost; k brings {them} back")

    spec = Objective.kind.field("parked_because")
    room.ask(asking.of_field(spec, room.shop, "", keep, f"{_named(refs)}  {spec.question}"))


def fill_in(room: Room) -> None:
    """Fill in the fields that the sentence in hand speaks of."""
    room.fill_in(room.view.ref)


def remove(room: Room) -> None:
    """Remove what is in hand."""
    record = _in_hand(room)
    if record:
        refs = _taken(room, record)
        _each(room, refs, acts.retire, f"remove {_named(refs)}")
        room.tell(f"{_named(refs)} removed; u brings {'it' if len(refs) == 1 else 'them'} back")


def move_up(room: Room, by: int = -1) -> None:
    """Move what is in hand up or down, past the one that stands next to it here."""
    record = _in_hand(room)
    if record is None:
        room.tell("Put the cursor on a record to move it")
    elif room.view.follows:
        room.tell(f"The order here follows {room.view.follows}")
    elif beside := room.view.beside(by):
        ref = record.ref
        room.act(lambda draft: acts.stand(draft, ref, beside), f"move {ref}")
    else:
        room.tell(f"{record.ref} stands {'first' if by < 0 else 'last'} here")


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


def link_from(room: Room, record: Record, near: tuple[str, ...], *, again: bool = False) -> Ask:
    """The question that links a record with a neighbour of these kinds; with `again`, one after the other."""
    one = record.ref
    first = KINDS[near[0]]

    def more() -> Ask | None:
        return link_from(room, record, near, again=True) if again else None

    def other(said: str) -> Ask | None:
        if not said.strip():
            return None
        ref = said.strip().upper()
        if kind_of(ref) and room.shop.get(ref):
            room.act(lambda draft: acts.connect(draft, one, ref), f"link {one} and {ref}")
            return _why(room, one, ref, more)

        def plan(draft: Draft) -> str:
            made = acts.capture(draft, first, said)
            acts.connect(draft, one, made)
            return made

        return _why(room, one, str(room.act(plan, f"link {one}")), more)

    words = " or ".join(KINDS[kind].name for kind in near)
    return Ask(
        f"{values.named(one, room.shop)}: link with which {words}?",
        other,
        hint=f"choose one, or say a new {first.name}; esc when there is no more",
        new=f"＋ a new {first.name}:",
        options=asking.records(room.shop, near),
    )


def _why(room: Room, one: str, other: str, more: Callable[[], Ask | None]) -> Ask | None:
    """A link of outcome and process needs its reason."""
    found = link_between(room.shop).get((one, other)) or link_between(room.shop).get((other, one))
    if found is None:
        room.tell(f"{one} and {other} are linked")
        return more()

    def keep(said: str) -> Ask | None:
        room.act(lambda draft: acts.edit(draft, found.ref, "reason", said), f"{found.ref} reason")
        return more()

    spec = found.kind.field("reason")
    question = f"{values.named(found.process, room.shop)}: {spec.question}"
    return asking.of_field(spec, room.shop, found.reason, keep, question)


def mark(room: Room) -> None:
    """Where nothing can be marked."""
    room.tell("Nothing is marked here; on a list space marks records, o, k and del then take them together")


def mark_all(room: Room) -> None:
    """As `mark`."""
    mark(room)


def _taken(room: Room, record: Record) -> list[str]:
    """The marked records of the kind, or the one in hand."""
    return [ref for ref in room.view.taken() if kind_of(ref) == record.kind.name] or [record.ref]


def _each(room: Room, refs: list[str], do: Callable[[Draft, str], object], why: str) -> None:
    """Do it with each of them, as one act; marks have then done their work."""

    def plan(draft: Draft) -> None:
        for ref in refs:
            do(draft, ref)

    room.act(plan, why)
    if room.view.unmark():
        room.show()


def _named(refs: list[str]) -> str:
    """The refs in words, or how many there are."""
    return listed(refs) if len(refs) <= _FEW else f"{len(refs)} records"


def _in_hand(room: Room) -> Record | None:
    return room.shop.get(room.view.ref)
