"""What the map asks when a thread goes on: an outcome in its words, a number that shows that it works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens import ask as asking
from screens import offering
from screens.ask import Ask
from screens.hearing import capturing, recapturing
from workshop.answers import values
from workshop.declare import KINDS, Kind, Record, Value
from workshop.derived.threads import metrics_of
from workshop.plans import trailing

if TYPE_CHECKING:
    from screens.room import Room


def capture(room: Room, kind: Kind, held: dict[str, Value], of: Record | None) -> Ask:
    """Rapid capture of a knot that hangs on the one in hand."""
    spec = kind.field(kind.called)

    def keep(text: str) -> None:
        ref = room.act(lambda draft: trailing.capture(draft, kind, text, held), f"add {kind.name}")
        offering.kept(room, str(ref))

    head = f"{values.named(of.ref, room.shop)}: " if of else ""
    hint = f"for instance: {spec.help}"
    return Ask(
        head + spec.question, keep, hint=hint, reads=capturing(kind, room.shop), stays=True,
        rewords=recapturing(kind, room.shop),
    )  # fmt: skip


def measure(room: Room, outcome: Record, process: Record) -> Ask:
    """A number for outcome and process: one of those that are there, or a new one."""
    kind = KINDS["metric"]
    known = {metric.ref for metric in metrics_of(room.shop, outcome.ref, process.ref)}
    options = [option for option in asking.records(room.shop, ["metric"]) if option.value not in known]

    def keep(said: str) -> Ask | None:
        if not said.strip():
            return None
        ref = room.act(lambda draft: trailing.measure(draft, outcome.ref, process.ref, said), f"measure {outcome.ref}")
        following = measure(room, outcome, process)
        following.hint = f"✓ {ref} kept"
        return following

    question = f"{values.named(outcome.ref, room.shop)}, {process.words}: which number shows that it works?"
    hint = f"a new one may end in {trailing.signs(kind)}"
    return Ask(
        question, keep, hint=hint, options=options, new="＋ a new metric:", reads=capturing(kind, room.shop),
        rewords=recapturing(kind, room.shop),
    )  # fmt: skip
