"""The closing page: what was decided, who does what by when, what is open, when the room looks again.

Sentences ready to be read out to everybody: nothing private, no verdict's words, no single person's score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from workshop.answers import days, values
from workshop.derived.duties import open_actions, unknowns
from workshop.derived.priority import firmness, parked, ranking
from workshop.derived.retiring import retired, rulings
from workshop.derived.standing import Standing, standings
from workshop.derived.threads import Thread, threads
from workshop.records import Action, Decision, Dispute, Note, Objective, Routine
from workshop.state import Workshop, derived
from workshop.words import folded, listed

DECIDED, DOES, OPEN, AGAIN = "What we decided", "Who does what by when", "What is open", "When we look again"
MOST = 12
"""Sentences of one sort; how many more there are is said instead of the rest."""
_LAST = "9999"


class Said(NamedTuple):
    """One sentence: the part it belongs to, the record that it is about ("" for none), the words."""

    part: str
    ref: str
    words: str


Sentence = tuple[str, str]
"""The ref of the record that it is about, and the words."""


@derived
def closing(shop: Workshop) -> list[Said]:
    """The whole page, part by part; each part says at least that there is nothing to say."""
    found: list[Said] = []
    for part, sorts in _PAGE.items():
        told = [one for sort in sorts for one in _few(sort(shop))] or [("", NOTHING[part])]
        found += [Said(part, ref, words) for ref, words in told]
    return found


NOTHING = {DECIDED: "Nothing is decided yet.", DOES: "Nothing is to be done yet.", OPEN: "Nothing is open."}


def _few(told: Iterable[Sentence]) -> list[Sentence]:
    found = list(told)
    rest = len(found) - MOST
    return found if rest <= 1 else [*found[:MOST], ("", f"And {rest} more of these.")]


def _called(shop: Workshop, ref: str) -> str:
    record = shop.get(ref)
    return f"{ref} “{record.words}”" if record else ref


def _pilot(shop: Workshop) -> Iterator[Sentence]:
    """The pilot, who stands behind it, and why it comes first."""
    pilot, sponsor = shop.about.pilot, values.who(shop.about.sponsor, shop)
    if not shop.get(pilot):
        return
    yield pilot, f"We start with {_called(shop, pilot)}" + (f"; {sponsor} stands behind it." if sponsor else ".")
    found = next((one for one in ranking(shop) if one.objective.ref == pilot and one.rank), None)
    if found is None:
        return
    if found.rank > 1:
        first = ranking(shop)[0].objective.ref
        yield "", f"It is place {found.rank} of the ranking, with {found.why}; {first} comes first."
        return
    yield "", f"It scores highest, with {found.why}."
    firm = firmness(shop)
    if firm and firm.winner == pilot:
        yield "", f"{firm.sentence}."


def _signed(shop: Workshop) -> Iterator[Sentence]:
    """The outcomes whose threads are signed off."""
    for one in standings(shop):
        if one.signed:
            yield one.outcome.ref, f"{_called(shop, one.outcome.ref)} is signed off."


def _decisions(shop: Workshop) -> Iterator[Sentence]:
    for note in _notes(shop, "decision"):
        on = f" (on {note.on})" if note.on not in ("", "W1") else ""
        yield note.ref, f"Decided{on}: {_full(note.text)}"


def _rights(shop: Workshop) -> Iterator[Sentence]:
    """Who decides what from now on; a decision that nobody takes is open."""
    for right in shop.all(Decision):
        if right.decides:
            within = f", {_within(right.within)}" if right.within else ""
            yield right.ref, f"{_opening(right.name)}: {values.who(right.decides, shop)} decides{within}."


def _refined(shop: Workshop) -> Iterator[Sentence]:
    """What the review keeps but says anew."""
    for ref, ruling in rulings(shop).items():
        if ruling.says == "refine" and shop.get(ref):
            yield ref, f"To refine: {_because(_called(shop, ref), ruling.reason)}"


def _aside(shop: Workshop) -> Iterator[Sentence]:
    """What was parked, retired or dropped, with the reason."""
    for objective in parked(shop):
        yield objective.ref, f"Parked: {_because(_called(shop, objective.ref), objective.parked_because)}"
    for ref, ruling in retired(shop).items():
        if shop.get(ref):
            yield ref, f"Retired: {_because(_called(shop, ref), ruling.reason)}"
    for action in shop.all(Action):
        if action.status == "dropped":
            yield action.ref, f"Dropped: {_full(_called(shop, action.ref))}"


def _actions(shop: Workshop) -> Iterator[Sentence]:
    """The open actions by owner, the nearest day first; those of nobody last."""
    owners = {action.ref: values.who(action.owner, shop) for action in open_actions(shop)}
    first = {name: at for at, name in enumerate(dict.fromkeys(owners.values()))}
    today = shop.today.isoformat()

    def order(action: Action) -> tuple[bool, int, str, float]:
        name = owners[action.ref]
        return not name, first[name], action.due or _LAST, action.place

    for action in sorted(open_actions(shop), key=order):
        when = f"by {days.shown(action.due)}" if action.due else "no day is set"
        late = ", overdue" if action.due and action.due < today else ""
        doing = ", under way" if action.status == "doing" else ""
        who = owners[action.ref] or "Nobody yet"
        yield action.ref, f"{who}: {action.what.rstrip('. ')}, {when}{doing}{late}."


def _undecided(shop: Workshop) -> Iterator[Sentence]:
    """The decisions that nobody has the right to take so far."""
    for right in shop.all(Decision):
        if not right.decides:
            yield right.ref, f"{_opening(right.name)}: nobody decides yet."


def _open_pilot(shop: Workshop) -> Iterator[Sentence]:
    if not shop.get(shop.about.pilot):
        yield "", "No pilot is chosen yet."
    elif not shop.about.sponsor:
        yield "", "No executive stands behind the pilot yet."


def _disputed(shop: Workshop) -> Iterator[Sentence]:
    """What break-outs said differently, until somebody chooses."""
    for ref, name in dict.fromkeys((dispute.on, dispute.field) for dispute in shop.all(Dispute)):
        record = shop.get(ref)
        spec = record.kind.named.get(name) if record else None
        what = spec.label.lower() if spec else "this"
        yield ref, f"{_called(shop, ref)}: break-outs disagree about {what}."


def _standing(shop: Workshop) -> Iterator[Sentence]:
    """The blocks, then the concerns, by whom."""

    def names(one: Standing, says: str) -> str:
        given = one.blocks if says == "block" else one.concerns
        return listed(list(dict.fromkeys(values.who(verdict.person, shop) for verdict in given)))

    for one in standings(shop):
        if one.blocks:
            yield one.outcome.ref, f"{_called(shop, one.outcome.ref)} is blocked by {names(one, 'block')}."
    for one in standings(shop):
        if one.concerns:
            ref = one.outcome.ref
            yield ref, f"{_called(shop, ref)}: a concern of {names(one, 'concern')} stands."


def _not_heard(shop: Workshop) -> Iterator[Sentence]:
    """The groups still to be heard, each with the threads that it is to be asked about."""
    found: dict[str, list[str]] = {}
    for one in standings(shop):
        for group in one.missing:
            found.setdefault(group, []).append(one.outcome.ref)
    for group, refs in found.items():
        yield "", f"{group[:1].upper()}{group[1:]} is still to be heard on {_refs(refs)}."


def _unknown(shop: Workshop) -> Iterator[Sentence]:
    for note in unknowns(shop):
        if note.private != "yes":
            owner = values.who(note.owner, shop) or "Nobody yet"
            day = f" by {days.shown(note.due)}" if note.due else ""
            yield note.ref, f"Unknown: {_full(note.text)} {owner} finds out{day}."


def _gaps(shop: Workshop) -> Iterator[Sentence]:
    """What the threads lack, knot by knot; objectives that nobody took up so far lack nothing."""
    missing: dict[str, list[str]] = {}
    for thread in threads(shop):
        ref, words = _gap(shop, thread)
        if ref:
            missing.setdefault(ref, []).append(words)
    for ref, told in missing.items():
        yield ref, f"{_called(shop, ref)} {listed(list(dict.fromkeys(told)))}."


def _gap(shop: Workshop, thread: Thread) -> tuple[str, str]:
    objective, outcome = thread.objective, thread.outcome
    if outcome is None:
        taken = objective and _taken_up(shop, objective)
        return (objective.ref, "has no outcome yet") if objective and taken else ("", "")
    if objective is None:
        return outcome.ref, "serves no objective"
    if thread.process is None:
        return outcome.ref, "has no process yet"
    return ("", "") if thread.metric else (outcome.ref, f"has no number for {thread.process.words} yet")


def _taken_up(shop: Workshop, objective: Objective) -> bool:
    return objective.ref == shop.about.pilot or objective.state in ("pilot", "mapped")


def _later(shop: Workshop) -> Iterator[Sentence]:
    for note in _notes(shop, "parked"):
        yield note.ref, f"For later: {_full(note.text)}"


def _routines(shop: Workshop) -> Iterator[Sentence]:
    """The meetings that were agreed, how often and under whom."""
    for routine in shop.all(Routine):
        said = folded(routine.every) in folded(routine.what)
        every = "" if said else f", {routine.every[:1].lower()}{routine.every[1:]}"
        chair = values.who(routine.chair, shop)
        yield routine.ref, f"{_opening(routine.what)}{every}{f', chaired by {chair}' if chair else ''}."


def _again(shop: Workshop) -> Iterator[Sentence]:
    day = shop.about.next_review
    if not day:
        yield "", "No day is set for the next review."
    elif day < shop.today.isoformat():
        yield "", f"The next review was to be on {days.shown(day)}; no later day is set."
    else:
        yield "", f"We look at the numbers again on {days.shown(day)}."


def _notes(shop: Workshop, what: str) -> list[Note]:
    return [note for note in shop.all(Note) if note.what == what and note.private != "yes"]


def _refs(refs: list[str]) -> str:
    return listed(refs if len(refs) <= MOST else [*refs[:MOST], f"{len(refs) - MOST} more"])


def _because(what: str, reason: str) -> str:
    return f"{what}, because: {_full(reason)}" if reason else f"{what}, without a reason."


def _within(clock: str) -> str:
    clock = clock.strip().rstrip(".")
    return clock if clock.lower().startswith(("within ", "at ", "by ")) else f"within {clock}"


def _opening(name: str) -> str:
    """A name as a sentence begins with it."""
    name = name.strip().rstrip(".:")
    return name[:1].upper() + name[1:]


def _full(text: str) -> str:
    """With a full stop, where it has none."""
    return text if text.rstrip().endswith((".", "!", "?", "…")) else f"{text.rstrip()}."


_PAGE: dict[str, tuple[Callable[[Workshop], Iterator[Sentence]], ...]] = {
    DECIDED: (_pilot, _signed, _decisions, _rights, _refined, _aside),
    DOES: (_actions,),
    OPEN: (_open_pilot, _disputed, _standing, _not_heard, _undecided, _unknown, _gaps, _later),
    AGAIN: (_again, _routines),
}
"""What each part tells of, in its order."""
