"""Keys with which the room reshapes what it has: two records made one, one made two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens import ask as asking
from screens.ask import Ask, Option
from workshop.answers import values
from workshop.errors import NotUnderstood
from workshop.plans.joining import join as joined
from workshop.plans.joining import joins, kept_and_gone, twins
from workshop.plans.splitting import halves, hanging, splits
from workshop.plans.splitting import split as parted
from workshop.words import listed

if TYPE_CHECKING:
    from screens.room import Room


def unite(room: Room) -> None:
    """Ask which other record is the same thing as the one in hand, and make them one."""
    record = room.shop.get(room.view.ref)
    if record is None or not joins(record.kind):
        room.tell("Put the cursor on a record to make it and another one")
        return
    found, ref = twins(room.shop, record.ref), record.ref
    if not found:
        room.tell(f"There is no other {record.kind.name} that {ref} could be joined with")
        return

    def same(other: str) -> Ask | None:
        kept, gone = kept_and_gone(room.shop, ref, other)
        if kept == ref:
            keep(kept, gone)
            return None
        options = [Option(one, values.named(one, room.shop)) for one in (kept, gone)]
        hint = f"{kept} is the pilot; Enter keeps it"
        return Ask(
            "Which of the two stays itself?", lambda stays: keep(stays, gone if stays == kept else kept),
            hint=hint, options=options, picked=kept, must=True,
        )  # fmt: skip

    def keep(kept: str, gone: str) -> None:
        before = {note.ref for note in room.shop.of("note")}
        room.act(lambda draft: joined(draft, kept, gone), f"join {gone} into {kept}")
        more = [note.ref for note in room.shop.of("note") if note.ref not in before]
        said = f"; what {gone} said otherwise is in {listed(more)}" if more else ""
        room.tell(f"{gone} is part of {kept} now{said}; u parts them again")

    alike = [twin.record.ref for twin in found if twin.alike]
    likely = f"much the same: {listed(alike)}; " if alike else ""
    options = [Option(twin.record.ref, twin.record.words) for twin in found]
    room.ask(Ask(
        f"{values.named(ref, room.shop)}: which other {record.kind.name} is the same thing?", same,
        hint=f"{likely}its mentions and words go to {ref}, nothing is lost, u takes it back",
        options=options, picked=alike[0] if alike else "", must=True,
    ))  # fmt: skip


def split(room: Room) -> None:
    """Ask for the words of the first and of the second half, then what goes along with the second."""
    record = room.shop.get(room.view.ref)
    if record is None or not splits(record.kind):
        room.tell("Put the cursor on a record that says two things, to make two of it")
        return
    ref, spec = record.ref, record.kind.field(record.kind.called)
    one, two = halves(record.words)

    def first(said: str) -> Ask:
        if not said.strip():
            raise NotUnderstood("Say what the first half is; esc leaves it one")
        asked = asking.of_field(spec, room.shop, two, lambda more: second(said, more), f"{ref}: and the second half?")
        asked.replaces = True
        return asked

    def second(said: str, more: str) -> None:
        if not more.strip():
            raise NotUnderstood("Say what the second half is; esc leaves it one")
        if hanging(room.shop, ref):
            from screens.views.along import Along

            room.push(Along(ref, said, more, lambda along: keep(said, more, along)))
        else:
            keep(said, more, [])

    def keep(said: str, more: str, along: list[str]) -> None:
        made = room.act(lambda draft: parted(draft, ref, said, more, along), f"split {ref}")
        room.view.looking_at = ref
        room.show()
        room.tell(f"{ref} is two now; the second is {made}. u makes them one again")

    question = f"{values.named(ref, room.shop)}: two things? What does the first half say?"
    room.ask(asking.of_field(spec, room.shop, one, first, question))
