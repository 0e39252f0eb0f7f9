"""The key that links: a record, or all that are marked, with a neighbour on the thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from screens import ask as asking
from screens.ask import Ask
from screens.commands.several import named, taken
from screens.hearing import capturing
from workshop import acts
from workshop.answers import values
from workshop.declare import KINDS, Record
from workshop.derived.threads import link_between
from workshop.draft import Draft
from workshop.plans import trailing
from workshop.plans.together import together
from workshop.records import Action
from workshop.state import kind_of

if TYPE_CHECKING:
    from screens.room import Room

_NEIGHBOURS = {
    "objective": ("service", "outcome"),
    "service": ("objective", "outcome"),
    "outcome": ("process", "service", "objective"),
    "process": ("outcome",),
    "metric": ("outcome", "process"),
}
"""The kinds that a kind is linked with, the likelier one first."""


def link(room: Room) -> None:
    """Ask for the neighbour on the thread; new words make a new record. All that are marked get the same one."""
    record = room.shop.get(room.view.ref)
    near = _NEIGHBOURS.get(record.kind.name) if record else None
    if isinstance(record, Action):
        _say_for_what(room, record)
    elif record is None or near is None:
        room.tell("Put the cursor on an objective, outcome, process or metric to link it")
    elif len(refs := taken(room, record)) > 1:
        room.ask(_link_all(room, refs, near))
    else:
        room.ask(link_from(room, room.shop.find(refs[0]), near))


def _say_for_what(room: Room, action: Action) -> None:
    """An action hangs on the thread by the record for which it is done."""
    spec = Action.kind.field("why")

    def keep(said: str) -> None:
        room.act(lambda draft: acts.edit(draft, action.ref, spec.name, said), f"{action.ref} {spec.label.lower()}")

    room.ask(asking.of_field(spec, room.shop, action.why, keep, f"{action.ref}: {spec.question}"))


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
        several = [part.strip() for part in ref.split(",")]
        if len(several) > 1 and all(kind_of(each) and room.shop.get(each) for each in several):
            room.act(lambda draft: [acts.connect(draft, one, each) for each in several], f"link {one} and {ref}")
            return _reasons(room, [(one, each) for each in several]) or more()
        made = room.act(lambda draft: trailing.link(draft, one, first, said), f"link {one}")
        return _why(room, one, str(made), more)

    words = " or ".join(KINDS[kind].name for kind in near)
    return Ask(
        f"{values.named(one, room.shop)}: link with which {words}?",
        other,
        hint=f"choose one, or say a new {first.name} {trailing.signs(first)}{'; esc when there is no more' * again}",
        new=f"＋ a new {first.name}:",
        reads=capturing(first, room.shop),
        options=asking.records(room.shop, near),
    )


def _link_all(room: Room, refs: list[str], near: tuple[str, ...]) -> Ask:
    """The question that links several records with one neighbour, as one act; then the reason of each new link."""
    first = KINDS[near[0]]

    def other(said: str) -> Ask | None:
        if not said.strip():
            return None
        known = room.shop.get(said.strip().upper())
        fresh = [ref for ref in refs if not (known and _linked(room, ref, known.ref))]

        def plan(draft: Draft) -> str:
            to = known.ref if known else acts.capture(draft, first, said)
            together(draft, [partial(acts.connect, one=ref, other=to) for ref in fresh])
            return to

        to = str(room.act(plan, f"link {named(refs)}"))
        room.view.looking_at = refs[-1]
        room.view.unmark()
        room.show()
        room.tell(f"{named(refs)} {'is' if len(refs) == 1 else 'are'} linked with {to}")
        return _reasons(room, [(ref, to) for ref in fresh])

    words = " or ".join(KINDS[kind].name for kind in near)
    return Ask(
        f"{named(refs)}: link all with which {words}?",
        other,
        hint=f"choose one, or say a new {first.name}",
        new=f"＋ a new {first.name}:",
        options=asking.records(room.shop, near),
    )


def _reasons(room: Room, pairs: list[tuple[str, str]]) -> Ask | None:
    """Why each of these processes moves its outcome; nothing where no link of the two needs a reason."""
    if not pairs or not _linked(room, *pairs[0]):
        return None
    (one, other), *rest = pairs
    return _why(room, one, other, lambda: _reasons(room, rest))


def _linked(room: Room, one: str, other: str) -> bool:
    """Whether a link joins the two, in whatever order."""
    between = link_between(room.shop)
    return (one, other) in between or (other, one) in between


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
