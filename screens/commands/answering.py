"""Keys with which the room answers: add, edit, owner, note, park, remove, reorder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens import ask as asking
from screens import offering
from screens.ask import Ask
from screens.commands.several import each, named, taken
from workshop import acts
from workshop.answers import values
from workshop.declare import Record
from workshop.plans import trailing
from workshop.records import Note, Objective
from workshop.records.goals import UNKNOWN_NEEDS

if TYPE_CHECKING:
    from screens.room import Room


def add(room: Room) -> None:
    """Ask for what the view in hand adds; where that adds nothing, what the list below it does."""
    asked = room.view.adding(room)
    if not asked and room.over:
        room.over.clear()
        room.show()
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
    refs = taken(room, record)

    def keep(said: str) -> None:
        why = f"{named(refs)} {spec.label.lower()}"
        each(room, refs, lambda draft, ref: acts.edit(draft, ref, spec.name, said), why)

    current = str(getattr(record, spec.name)) if len(refs) == 1 else ""
    room.ask(asking.of_field(spec, room.shop, current, keep, f"{named(refs)}  {spec.question}"))


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
        room.act(lambda draft: acts.look_again(draft, said), "next review")
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
            room.act(lambda draft: trailing.capture(draft, Note.kind, text, {"what": "parked"}), "park a line")
            room.view.looking_at = looking
            room.tell("Parked; find it again with /")

    room.ask(asking.of_field(Note.kind.field("text"), room.shop, "", keep, "What do we park for later?"))


def _park_objective(room: Room, objective: Objective) -> None:
    refs = taken(room, objective)
    if all(room.shop.find(ref).values()["state"] == "parked" for ref in refs):
        each(room, refs, acts.take_up, f"take up {named(refs)}")
        room.tell(f"{named(refs)} {'is a candidate' if len(refs) == 1 else 'are candidates'} again")
        return

    def keep(reason: str) -> None:
        each(room, refs, lambda draft, ref: acts.park(draft, ref, reason.strip()), f"park {named(refs)}")
        it, them = ("is", "it") if len(refs) == 1 else ("are", "them")
        room.tell(f"{named(refs)} {it} parked, not lost; k brings {them} back")

    spec = Objective.kind.field("parked_because")
    pilot = room.shop.about.pilot
    warned = f"{pilot} is the pilot; parked, there is none. " if pilot in refs else ""
    room.ask(asking.of_field(spec, room.shop, "", keep, f"{named(refs)}  {warned}{spec.question}"))


def fill_in(room: Room) -> None:
    """Fill in the fields that the sentence in hand speaks of."""
    offering.fill_in(room, room.view.ref)


def remove(room: Room) -> None:
    """Remove what is in hand."""
    record = _in_hand(room)
    if record:
        refs = taken(room, record)
        each(room, refs, acts.retire, f"remove {named(refs)}")
        room.tell(f"{named(refs)} removed; u brings {'it' if len(refs) == 1 else 'them'} back")


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


def mark(room: Room) -> None:
    """Where nothing can be marked."""
    room.tell("Nothing is marked here; on a list space marks records, which o, l, k and del then take together")


def mark_all(room: Room) -> None:
    """As `mark`."""
    mark(room)


def _in_hand(room: Room) -> Record | None:
    return room.shop.get(room.view.ref)
