"""What an edited handoff says, set three ways against what was sent and what the room has now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import NamedTuple

from workshop import acts, amounts, words
from workshop.aim import Aim, Edit
from workshop.declare import KINDS, Field, Record, Value
from workshop.doubts import refuse_two_readings
from workshop.draft import Draft, Plan, cell_ref
from workshop.errors import Refused, WorkshopError
from workshop.headers import Problem
from workshop.proposals import Proposal, Proposed
from workshop.records import Person, Verdict
from workshop.state import Workshop
from workshop.wording import wording

Takes = Callable[[Proposal], bool]


class Gone(NamedTuple):
    """A line that is no longer in the book, and the record that it showed."""

    where: str
    ref: str


@dataclass(slots=True)
class Handback:
    """A book that came back: its edits, what cannot be read in it, the lines that are gone, and who edited it.

    `sent` is the workshop as it stood when the book was sent, None when nobody can know that.
    """

    edits: list[Edit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)
    by: str = ""
    sent: Workshop | None = None
    exact: bool = False
    """Whether it says what fields hold, as JSON does, not what people read in cells."""
    orders: list[list[str]] = field(default_factory=list)
    """Refs of records of one kind in their order, where the book knows it."""

    @property
    def step(self) -> int:
        """The step of the method to which the first of its edits belongs."""
        return KINDS[self.edits[0].aim.kind].step if self.edits else 4


def everything(proposal: Proposal) -> bool:
    """Takes each proposal, also where the room has said something else since."""
    return True


def undisputed(proposal: Proposal) -> bool:
    """Takes what the room did not touch since the book was sent."""
    return not proposal.conflict


def proposals(shop: Workshop, back: Handback) -> Proposed:
    """All that the book proposes; nothing is changed."""
    return propose(Draft(shop), back)


def taking(back: Handback, takes: Takes, removing: Iterable[str] = ()) -> Plan:
    """The plan that takes those proposals, and removes those records whose lines are gone."""

    def plan(draft: Draft) -> Proposed:
        found = propose(draft, back, takes)
        for ref in removing:
            if draft.known(ref):
                acts.retire(draft, ref)
        return found

    return plan


def propose(draft: Draft, back: Handback, takes: Takes = everything) -> Proposed:
    """Write into the draft what is taken of the book; all that it proposes.

    What the room has said already proposes nothing. Where the room changed the same field since the book was
    sent, or nobody knows what was sent, a proposal is a conflict. A line that is gone is a question.
    """
    found = Proposed(problems=list(back.problems))
    found.asked = [Problem(gone.where, f"the line of {gone.ref} is gone; {gone.ref} stays unless somebody "
                               "removes it") for gone in back.gone if draft.known(gone.ref)]  # fmt: skip
    found.problems += found.asked
    returned = _Returned(draft, back, takes, found)
    if back.exact:
        draft.foreseen = {edit.aim.ref for edit in back.edits}
    for _, line in groupby(back.edits, key=lambda edit: edit.line):
        returned.take(list(line))
    for refs in back.orders:
        _put_in_order(draft, [ref for ref in refs if draft.known(ref)])
    return found


def _put_in_order(draft: Draft, refs: list[str]) -> None:
    """Let records stand in that order, where this draft has made some of them."""
    places = [draft.value(ref, "place") for ref in refs]
    if places != sorted(places, key=float) and any(draft.shop.get(ref) is None for ref in refs):  # type: ignore[arg-type]
        for place, ref in enumerate(refs, 1):
            draft.set(ref, "place", float(place))


class _Returned:
    """Takes the lines of a book into a draft."""

    def __init__(self, draft: Draft, back: Handback, takes: Takes, found: Proposed) -> None:
        self.draft = draft
        self.sent = back.sent
        self.exact = back.exact
        self.takes = takes
        self.found = found
        self.said: dict[tuple[str, str], str] = {}

    def take(self, line: list[Edit]) -> None:
        """The edits of one line: those of records that are there, then of those that they make."""
        if line[0].added:
            own = [edit for edit in line if not edit.aim.hangs_on_new]
            ref = self._tried(own[0].where, partial(self._make, own)) if own else ""
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
            self._tried(edits[0].where, partial(self._make, edits))

    def _tried(self, where: str, work: Callable[[], str]) -> str:
        try:
            return work()
        except WorkshopError as error:
            self.found.problems.append(Problem(where, str(error)))
            return ""

    def _here(self, aim: Aim) -> str:
        """The ref of the record that the aim speaks of, "" where the room has none."""
        ref = aim.ref or _given(self.draft.shop, aim)
        return ref if ref and self.draft.known(ref) else ""

    def _then(self, aim: Aim) -> Record | None:
        """The record that the aim spoke of when the book was sent."""
        ref = (aim.ref or _given(self.sent, aim)) if self.sent else ""
        return self.sent.get(ref) if self.sent and ref else None

    def _change(self, edit: Edit, ref: str) -> str:
        aim, name = edit.aim, edit.aim.field
        before = self.said.setdefault((ref, name), edit.text)
        if before != edit.text:
            raise Refused(f"{ref}.{name} is changed twice in the book; “{words.brief(before)}” counts")
        spec = KINDS[aim.kind].field(name)
        old = self.draft.value(ref, name)
        new = self._read(spec, edit, ref)
        if new == old:
            return ref
        then = self._then(aim)
        was = getattr(then, name) if then else spec.empty
        disputed = self.sent is None or old != was
        proposal = Proposal(ref, aim.kind, name, old, new, new, disputed, was, edit.where, aim.on)
        if self.takes(proposal):
            self._put(aim, ref, new)
        else:
            self.found.left.append(proposal)
        self.found.changes.append(proposal)
        return ref

    def _put(self, aim: Aim, ref: str, value: Value) -> None:
        if not value and (aim.given or KINDS[aim.kind].key):
            self.draft.remove(ref)
            return
        if self.exact:
            self.draft.set(ref, aim.field, value)
            return
        acts.put(self.draft, ref, aim.field, value)
        if aim.kind == Verdict.kind.name:
            self.draft.set(ref, "wording", self._wording(str(self.draft.value(ref, "on"))))

    def _wording(self, on: str) -> str:
        """A signature is bound to the words that were sent, whatever the room made of them since."""
        return wording(self.sent or self.draft.shop, on)

    def _make(self, edits: list[Edit]) -> str:
        """A new record of what the cells say, with what it was given; its ref, "" where there is none to make."""
        kind, given = KINDS[edits[0].aim.kind], dict(edits[0].aim.given)
        held: dict[str, Value] = {}
        asked: list[Proposal] = []
        for edit in edits:
            try:
                value = self._read(kind.field(edit.aim.field), edit, "")
            except WorkshopError as error:
                self.found.problems.append(Problem(edit.where, str(error)))
                continue
            if value not in ("", (), None):
                held[edit.aim.field] = value
                known = self._known_then(edit.aim)
                asked.append(Proposal("", kind.name, edit.aim.field, None, value, value, known, None, edit.where,
                                      edit.aim.on))  # fmt: skip
        own_ref = edits[0].aim.ref
        if not held or (not own_ref and self._is_there(kind.name, {**given, **held}, added=edits[0].added)):
            return ""
        wanted = {p.field: p.new for p in asked if self.takes(p)}
        missing = [spec for spec in kind.fields if spec.needed and not {**given, **wanted}.get(spec.name)]
        if missing and all(held.get(spec.name) for spec in missing if spec.name not in given):
            wanted = {}
        if not wanted:
            self._offer(asked, "", wanted)
            return ""
        if kind is Verdict.kind and not self.exact:
            wanted["wording"] = self._wording(str(given.get("on") or wanted.get("on")))
        key = {**given, **wanted}
        ref = cell_ref(kind, key) if kind.key else ""
        if ref and self.draft.known(ref):
            for name, value in wanted.items():
                self.draft.set(ref, name, value)
        elif self.exact:
            ref = self.draft.add(kind, key, own_ref)
        else:
            ref = acts.keep(self.draft, kind, key)
        self._offer(asked, ref, wanted)
        return ref

    def _offer(self, asked: list[Proposal], ref: str, wanted: dict[str, Value]) -> None:
        offered = [proposal._replace(ref=ref) for proposal in asked]
        self.found.changes += offered
        self.found.left += [proposal for proposal in offered if proposal.field not in wanted]

    def _known_then(self, aim: Aim) -> bool:
        """Whether the room has taken out since what the cell changes: both cannot hold."""
        if aim.fresh or not aim.given:
            return False
        return self.sent is None or self._then(aim) is not None

    def _is_there(self, kind: str, held: dict[str, Value], *, added: bool) -> bool:
        """Whether the room has such a record already; of an added line, one that came since the book was sent."""
        return any(
            all(getattr(record, name) == value for name, value in held.items())
            for record in self.draft.shop.of(kind)
            if not (added and self.sent and self.sent.get(record.ref))
        )

    def _read(self, spec: Field, edit: Edit, ref: str) -> Value:
        """What the cell says, as the field holds it. Raises NotUnderstood, also at what has two readings."""
        self.found.dropped += words.dropped(edit.text)
        text = edit.text
        if self.exact:
            return self.draft.read(spec, text)
        if text and edit.aim.lead:
            text = edit.aim.lead + text
        refuse_two_readings(spec, text, edit.was)
        if spec.type == "who":
            return self._person(text)
        if spec.type == "amount":
            text = self._amount(spec, text, edit.aim, ref)
        return self.draft.read(spec, text)

    def _person(self, text: str) -> Value:
        wanted = words.clean(text)
        found = [p.ref for p in self.draft.shop.all(Person) if p.words.casefold() == wanted.casefold()]
        return found[0] if len(found) == 1 else wanted

    def _amount(self, spec: Field, text: str, aim: Aim, ref: str) -> str:
        """The amount as the field holds it: without the unit that its sibling holds, else with the one it had."""
        ours = str(self.draft.value(ref, spec.unit_in)) if spec.unit_in and ref else ""
        said = amounts.unit(text)
        if ours:
            return text.strip().removesuffix(ours).strip() if said == ours else text
        unit = aim.unit or (amounts.unit(str(self.draft.value(ref, spec.name))) if ref else "")
        return amounts.with_unit(text.strip(), unit) if text.strip() and not said else text


def _given(shop: Workshop, aim: Aim) -> str:
    """The ref of the record that stands on what the aim gives, "" where there is none."""
    held = (r for r in shop.of(aim.kind) if all(getattr(r, name) == value for name, value in aim.given))
    return next((record.ref for record in held), "") if aim.given else ""
