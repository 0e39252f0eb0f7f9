"""Whose turn it is: who was heard in this session, who was not, and whom to ask next (S23, S54)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from workshop.change import Logged
from workshop.derived.standing import GROUPS_HEARD
from workshop.records import Person, Verdict
from workshop.records.goals import GROUPS
from workshop.state import Workshop, kind_of

LISTENS = "facilitator"
"""The group that asks and does not answer."""
_SAID = ("typed", "pasted")
"""Where from something comes that was said in the room; what came back in a file was written elsewhere."""
_NODDED = 2
"""From so many people on who agree in one act, nobody of them was heard by it."""


class Turn(NamedTuple):
    """Somebody was heard: the person's ref, or the group that was named instead; when, UTC in ISO form."""

    who: str
    at: str
    scored: bool = False
    """Whether scores tell it: however many one gives, one spoke once."""


class Voice(NamedTuple):
    """One person, how often they were heard in this session and when last ("" for not yet)."""

    person: Person
    times: int
    last: str

    @property
    def here(self) -> bool:
        """Whether they can be asked: nobody said that they are not in the room."""
        return self.person.present != "no" and self.person.group != LISTENS


def turns(shop: Workshop, entries: Iterable[Logged]) -> list[Turn]:
    """Who was heard by what the log tells: a verdict, a score, an objective asked about, a thread said back.

    Several who agree in one act only nodded; a concern or a block among them was heard.
    """
    found: dict[tuple[str, str], Turn] = {}
    nods: dict[str, dict[tuple[str, str], Turn]] = {}
    for entry in entries:
        nod = entry.kind == "verdict" and (entry.field, entry.new) == ("says", "agree")
        into = nods.setdefault(entry.batch, {}) if nod else found
        for who in _heard(shop, entry) if entry.origin in _SAID else ():
            scored = entry.kind == "score"
            into["scores" if scored else entry.batch, who] = Turn(who, entry.at, scored)
    for nodded in nods.values():
        if len(nodded) < _NODDED:
            found |= nodded
    return list(found.values())


def gone_on(before: Iterable[Turn], new: list[Turn]) -> list[Turn]:
    """The turns so far and those since; whoever goes on scoring still speaks once."""
    again = {turn.who for turn in new if turn.scored}
    return [*(turn for turn in before if not (turn.scored and turn.who in again)), *new]


def voices(shop: Workshop, heard: Iterable[Turn]) -> list[Voice]:
    """Everybody, by group in the order of the groups."""
    times: dict[str, list[str]] = {}
    for turn in heard:
        times.setdefault(turn.who, []).append(turn.at)
    order = {group: at for at, group in enumerate((*GROUPS, ""))}
    people = sorted(shop.all(Person), key=lambda person: order.get(person.group, len(order)))
    return [Voice(p, len(said), max(said, default="")) for p in people for said in [times.get(p.ref, [])]]


def unspoken(shop: Workshop) -> list[str]:
    """The groups that every thread needs to hear, and for which nobody in the room can speak."""
    there = {voice.person.group for voice in voices(shop, ()) if voice.here}
    if there.intersection(("sponsor", "finance")):
        there.add("business")
    return [group for group in GROUPS_HEARD if group not in there]


def next_to_ask(shop: Workshop, heard: Iterable[Turn]) -> Voice | None:
    """Of the group that was not heard for longest, the person who was not heard for longest.

    Groups that a thread needs for its sign-off come before others that were not heard for as long.
    """
    heard = list(heard)
    here = [voice for voice in voices(shop, heard) if voice.here]
    last: dict[str, str] = {turn.who: turn.at for turn in sorted(heard, key=lambda turn: turn.at)}
    for voice in here:
        group = voice.person.group
        last[group] = max(last.get(group, ""), voice.last)

    def waits(voice: Voice) -> tuple[str, bool, str, int]:
        group = voice.person.group
        return last[group], group not in GROUPS_HEARD, voice.last, voice.times

    return min(here, key=waits, default=None)


def asking(voice: Voice) -> str:
    """`Ask next: Finance Director (finance)`."""
    return f"Ask next: {voice.person.name}" + (f" ({voice.person.group})" if voice.person.group else "")


def _heard(shop: Workshop, entry: Logged) -> Iterator[str]:
    """Whom the change tells of: people by their refs, or a group by its name."""
    if entry.kind == "verdict" and entry.field in ("says", "words") and entry.new:
        verdict = shop.one(Verdict, entry.ref)
        if verdict:
            yield verdict.person if kind_of(verdict.person) == "person" else verdict.person.lower()
    elif entry.kind == "score" and entry.field == "value" and entry.new is not None:
        yield from _people((entry.ref.split("/")[1],))
    elif entry.kind == "objective" and entry.field == "heard" and isinstance(entry.new, tuple):
        before = entry.old if isinstance(entry.old, tuple) else ()
        yield from _people(ref for ref in entry.new if ref not in before)
    elif entry.kind == "outcome" and entry.field == "explained_by":
        yield from _people((str(entry.new or ""),))


def _people(refs: Iterable[str]) -> Iterator[str]:
    return (ref for ref in refs if kind_of(ref) == "person")
