"""What an edited handoff says, set three ways against what was sent and what the room has now."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import NamedTuple

from workshop import acts, words
from workshop.declare import KINDS, Value
from workshop.derived.wording import read_by, wording
from workshop.draft import Draft, Plan
from workshop.errors import Refused, WorkshopError
from workshop.incoming.aim import Aim, Edit
from workshop.incoming.headers import Problem
from workshop.incoming.newcomers import Newcomers, there
from workshop.incoming.proposals import Proposal, Proposed, Takes, everything, undisputed
from workshop.incoming.understood import Understood
from workshop.records import Verdict
from workshop.state import Workshop


class Gone(NamedTuple):
    """A line that is no longer in the book, and the record that it showed."""

    where: str
    ref: str


class Sender(NamedTuple):
    """Who filled a form in, and where in it they say so."""

    name: str
    role: str
    where: str


@dataclass(frozen=True)
class Choice:
    """What somebody decided about a book: proposals to take, records to take out, lines to join with ours."""

    takes: Takes
    removing: Collection[str] = ()
    joining: Collection[str] = ()


@dataclass(slots=True)
class Handback:
    """A book that came back: its edits, what cannot be read in it, the lines that are gone, and who edited it.

    `sent` is the workshop as it stood when the book was sent, None when nobody can know that.
    """

    edits: list[Edit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)
    by: str = ""
    sender: Sender | None = None
    gathers: bool = False
    """Whether several people fill it in beside one another: what they say alike may be joined."""
    sent: Workshop | None = None
    exact: bool = False
    """Whether it says what fields hold, as JSON does, not what people read in cells."""
    orders: list[list[str]] = field(default_factory=list)
    """Refs of records of one kind in their order, where the book knows it."""

    @property
    def step(self) -> int:
        """The step of the method to which the first of its edits belongs."""
        return KINDS[self.edits[0].aim.kind].step if self.edits else 4


_NAMED_BY_OTHERS = ("person", "service", "process")
"""New records of these kinds come first: what stands elsewhere in the book may name them."""
EVERYTHING, UNDISPUTED = Choice(everything), Choice(undisputed)


def taking(back: Handback, choice: Choice) -> Plan:
    """The plan that does what was decided; its result is a Proposed."""

    def plan(draft: Draft) -> Proposed:
        found = propose(draft, back, choice)
        for ref in choice.removing:
            if draft.known(ref):
                acts.retire(draft, ref)
        return found

    return plan


def propose(draft: Draft, back: Handback, choice: Choice = EVERYTHING) -> Proposed:
    """Write into the draft what is taken of the book; all that it proposes.

    What the room has said already proposes nothing. Where the room changed the same field since the book was
    sent, or nobody knows what was sent, a proposal is a conflict. A line that is gone is a question.
    """
    found = Proposed(problems=list(back.problems))
    found.asked = [Problem(gone.where, f"the line of {gone.ref} is gone; {gone.ref} stays unless somebody "
                               "removes it") for gone in back.gone if draft.known(gone.ref)]  # fmt: skip
    found.problems += found.asked
    returned = _Returned(draft, back, choice, found)
    if back.exact:
        draft.foreseen = {edit.aim.ref for edit in back.edits}
    lines = [list(line) for _, line in groupby(back.edits, key=lambda edit: edit.line)]
    for line in sorted(lines, key=lambda line: not (line[0].added and line[0].aim.kind in _NAMED_BY_OTHERS)):
        returned.take(line)
    if not back.exact:
        _sign(draft, back.sent or draft.shop)
    for refs in back.orders:
        _put_in_order(draft, [ref for ref in refs if draft.known(ref)])
    return found


def _sign(draft: Draft, sent: Workshop) -> None:
    """Bind each verdict of the draft to the words that whoever gave it had before them."""
    given = [c.ref for c in draft.changes if c.kind == Verdict.kind.name and c.field in ("says", "words")]
    words = read_by(sent, draft.changes) if given else sent
    for ref in dict.fromkeys(given):
        if draft.known(ref):
            draft.set(ref, "wording", wording(words, str(draft.value(ref, "on"))))


def _put_in_order(draft: Draft, refs: list[str]) -> None:
    """Let records stand in that order, where this draft has made some of them."""
    places = [draft.value(ref, "place") for ref in refs]
    if places != sorted(places, key=float) and any(draft.shop.get(ref) is None for ref in refs):  # type: ignore[arg-type]
        for place, ref in enumerate(refs, 1):
            draft.set(ref, "place", float(place))


class _Returned:
    """Takes the lines of a book into a draft."""

    def __init__(self, draft: Draft, back: Handback, choice: Choice, found: Proposed) -> None:
        self.draft = draft
        self.sent = back.sent
        self.exact = back.exact
        self.takes = choice.takes
        self.found = found
        self.said: dict[tuple[str, str], str] = {}
        self.understood = Understood(draft, found, exact=back.exact)
        joining = choice.joining if back.gathers else None
        self.newcomers = Newcomers(draft, back.sent, choice.takes, joining, self.understood, found)
        if back.sender:
            self._tried(back.sender.where, partial(self.newcomers.introduce, *back.sender))

    def take(self, line: list[Edit]) -> None:
        """The edits of one line: those of records that are there, then of those that they make."""
        if line[0].added:
            own = [edit for edit in line if not edit.aim.hangs_on_new]
            ref = self._tried(own[0].where, partial(self.newcomers.make, own)) if own else ""
            line = [edit._replace(aim=edit.aim.at(ref)) for edit in line if edit not in own] if ref else []
        new: dict[tuple[object, ...], list[Edit]] = {}
        for edit in line:
            ref = "" if edit.aim.fresh else self._here(edit.aim)
            if ref:
                self._tried(edit.where, partial(self._change, edit, ref))
            elif edit.text and edit.aim.given:
                alone = edit.where if edit.aim.fresh else ""
                new.setdefault((edit.aim.kind, edit.aim.given, alone), []).append(edit)
            elif edit.text:
                gone = f"{edit.aim.ref} was removed since; “{words.brief(edit.text)}” has nowhere to go"
                self.found.problems.append(Problem(edit.where, gone))
        for edits in new.values():
            self._tried(edits[0].where, partial(self.newcomers.make, edits))

    def _tried(self, where: str, work: Callable[[], str]) -> str:
        try:
            return work()
        except WorkshopError as error:
            self.found.problems.append(Problem(where, str(error)))
            return ""

    def _here(self, aim: Aim) -> str:
        """The ref of the record that the aim speaks of, "" where the room has none."""
        ref = aim.ref or there(self.draft.shop, aim)
        return ref if ref and self.draft.known(ref) else ""

    def _change(self, edit: Edit, ref: str) -> str:
        aim, name = edit.aim, edit.aim.field
        before = self.said.setdefault((ref, name), edit.text)
        if before != edit.text:
            raise Refused(f"{ref}.{name} is changed twice in the book; “{words.brief(before)}” counts")
        spec = KINDS[aim.kind].field(name)
        old = self.draft.value(ref, name)
        new = self.understood.read(spec, edit, ref)
        if new == old:
            return ref
        if name in KINDS[aim.kind].key:
            raise Refused(f"{ref} stands on its {name}; add another {aim.kind} instead")
        then = self.sent.get(there(self.sent, aim)) if self.sent else None
        was = getattr(then, name) if then else spec.empty
        disputed = self.sent is None or old != was
        proposal = Proposal(ref, aim.kind, name, old, new, new, disputed, was, edit.where, aim.on, edit.line)
        if self.takes(proposal):
            self._put(aim, ref, new)
        else:
            self.found.left.append(proposal)
        self.found.changes.append(proposal)
        return ref

    def _put(self, aim: Aim, ref: str, value: Value) -> None:
        if not value and (aim.given or KINDS[aim.kind].key):
            self.draft.remove(ref)
        elif self.exact:
            self.draft.set(ref, aim.field, value)
        else:
            acts.put(self.draft, ref, aim.field, value)
