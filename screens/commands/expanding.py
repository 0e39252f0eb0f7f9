"""The key that goes on from a proved pilot to the next objective."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.ask import Ask, Option
from workshop.words import listed

if TYPE_CHECKING:
    from screens.room import Room


def expand(room: Room) -> None:
    """Ask which objective comes next, the highest ranked first; what proves the pilot stands beside the question."""
    from workshop import expanding

    found, following = expanding.proof(room.shop), expanding.candidates(room.shop)
    if not following:
        room.tell("There is no objective left to take up; a adds one on Baseline")
        return

    def keep(ref: str) -> None:
        done = room.act(lambda draft: expanding.expand(draft, ref), f"expand to {ref}")
        assert isinstance(done, expanding.Expanded)
        room.go_step(3)
        room.go_to(ref)
        room.tell(f"{ref} is the pilot now, {found.refs} is proved; kept: {done.kept}")

    shown = f"{found.refs} has something to show: {found.figures[0]}" if found.figures else "The room says it is proved"
    if not found.holds:
        shown = f"Not proved yet: {listed(found.missing[:2])}"
    room.ask(Ask(
        "Which objective comes next?", keep, hint=shown, must=True,
        options=[Option(objective.ref, objective.words) for objective in following],
    ))  # fmt: skip
