"""Records that an edited book would make: new ones, those that the room has already, and those that are like them."""

from __future__ import annotations

from collections.abc import Collection

from workshop import acts
from workshop.answers import amounts
from workshop.declare import KINDS, Kind, Value
from workshop.derived import whose
from workshop.draft import Draft, cell_ref
from workshop.errors import WorkshopError
from workshop.incoming.aim import Aim, Edit
from workshop.incoming.headers import Problem
from workshop.incoming.proposals import Proposal, Proposed, Takes
from workshop.incoming.understood import Understood
from workshop.likeness import alike
from workshop.records import Metric, Objective, Process, Service
from workshop.state import Workshop, kind_of
from workshop.words import shown

_JOINED = (Objective.kind, Service.kind, Process.kind, Metric.kind)
"""Kinds of which two people may well name the same one in other words."""


class Newcomers:
    """Makes records of added lines, and of cells whose record is not there yet."""

    def __init__(self, draft: Draft, sent: Workshop | None, takes: Takes, joining: Collection[str] | None,
                 read: Understood, found: Proposed) -> None:  # fmt: skip
        self.draft = draft
        self.sent = sent
        self.takes = takes
        self.joining = joining
        """Lines to join with the records that they are like; None where nothing is ever joined."""
        self.understood = read
        self.found = found
        self.speaker = ""
        """The person who filled the book in, whom the room heard by it."""
        self.says = ""

    def introduce(self, name: str, role: str, where: str) -> str:
        """Say who filled the book in; somebody whom the room does not know is a person to add. The person's ref."""
        self.says = name or role
        known = whose.called(self.draft.shop, name) if name else whose.called(self.draft.shop, role)
        if kind_of(known) == "person":
            self.speaker = known
        elif name:
            said = {"name": name, "role": role}
            edits = [Edit(f"{where}, {field}", Aim("person", "", field), text, where, added=True)
                     for field, text in said.items() if text]  # fmt: skip
            self.speaker = self.make(edits)
        return self.speaker

    def make(self, edits: list[Edit]) -> str:
        """The ref of the new record, or of the one that it joins; "" where there is none to make."""
        kind, given = KINDS[edits[0].aim.kind], dict(edits[0].aim.given)
        asked = self._asked(kind, edits)
        held = {proposal.field: proposal.new for proposal in asked}
        if not held:
            return ""
        other = self._like(kind, held) if edits[0].added and self.joining is not None else ""
        if other:
            if self._says(other, kind) == _plain(held[kind.called]) or edits[0].line in (self.joining or ()):
                return self._join(other, kind, asked, edits[0])
            asked = [proposal._replace(conflict=True, like=other) for proposal in asked]
        elif self._is_there(kind.name, {**given, **held}, edits[0]):
            return ""
        wanted = self._wanted(kind, asked)
        ref = self._kept(kind, {**given, **wanted}, edits[0].aim.ref) if wanted else ""
        self._offer(asked, ref, wanted)
        return ref

    def _asked(self, kind: Kind, edits: list[Edit]) -> list[Proposal]:
        """A proposal for each cell that can be read."""
        asked: list[Proposal] = []
        for edit in edits:
            spec = kind.field(edit.aim.field)
            try:
                if spec.type in ("ref", "refs") and "service" in (spec.to or ("service",)):
                    self._make_services(edit, self.understood.unknown(spec, edit.text))
                value = self.understood.read(spec, edit)
            except WorkshopError as error:
                self.found.problems.append(Problem(edit.where, str(error)))
                continue
            if value not in ("", (), None):
                asked.append(Proposal("", kind.name, spec.name, None, value, value, self._disputed(edit.aim), None,
                                      edit.where, edit.aim.on, edit.line))  # fmt: skip
        return asked

    def _make_services(self, edit: Edit, names: list[str]) -> None:
        """Services that a line names and nobody knows: they are there from now on."""
        if self.understood.exact or not edit.added:
            return
        for name in names:
            where = f"{edit.where}, {shown(name[:60])}"
            self.make([Edit(where, Aim("service", "", "name"), name, where, added=True)])

    def _wanted(self, kind: Kind, asked: list[Proposal]) -> dict[str, Value]:
        """What is taken; nothing where somebody refused what the record cannot do without."""
        wanted = {proposal.field: proposal.new for proposal in asked if self.takes(proposal)}
        asked_for = {proposal.field for proposal in asked}
        refused = any(spec.needed and spec.name in asked_for and spec.name not in wanted for spec in kind.fields)
        if wanted and kind is Objective.kind and self.speaker:
            wanted["heard"] = (self.speaker,)
        return {} if refused else wanted

    def _kept(self, kind: Kind, held: dict[str, Value], own_ref: str) -> str:
        ref = cell_ref(kind, held) if kind.key else ""
        if ref and self.draft.known(ref):
            for name, value in held.items():
                self.draft.set(ref, name, value)
        elif self.understood.exact:
            ref = self.draft.add(kind, held, own_ref)
        else:
            ref = acts.keep(self.draft, kind, held)
        if kind.called:
            self.understood.called[kind.name, _plain(held.get(kind.called))] = ref
        return ref

    def _offer(self, asked: list[Proposal], ref: str, wanted: dict[str, Value]) -> None:
        offered = [proposal._replace(ref=ref) for proposal in asked]
        self.found.changes += offered
        self.found.left += [proposal for proposal in offered if proposal.field not in wanted]

    def _disputed(self, aim: Aim) -> bool:
        """Whether the room has taken out since what the cell changes: both cannot hold."""
        if aim.fresh or not aim.given or not aim.on:
            return False
        return self.sent is None or bool(there(self.sent, aim))

    def _is_there(self, kind: str, held: dict[str, Value], edit: Edit) -> bool:
        """Whether the room has such a record already; of an added line, one that came since the book was sent."""
        return not edit.aim.ref and any(
            all(getattr(record, name) == value for name, value in held.items())
            for record in self.draft.shop.of(kind)
            if not (edit.added and self.sent and self.sent.get(record.ref))
        )

    def _like(self, kind: Kind, held: dict[str, Value]) -> str:
        """The ref of the record that says the same, or much the same, in the words of its kind; else ""."""
        said = str(held.get(kind.called) or "") if kind in _JOINED else ""
        if not said:
            return ""
        made = self.understood.called.get((kind.name, _plain(said)))
        records = self.draft.shop.of(kind.name)
        same = (record.ref for record in records if _plain(record.words) == _plain(said))
        return made or next(same, "") or next((record.ref for record in records if alike(record.words, said)), "")

    def _says(self, ref: str, kind: Kind) -> str:
        return _plain(self.draft.value(ref, kind.called))

    def _join(self, ref: str, kind: Kind, asked: list[Proposal], edit: Edit) -> str:
        """Let the line say more about a record that is there: what is open is filled, the rest becomes a note."""
        rest: list[str] = []
        held = {proposal.field: proposal.new for proposal in asked}
        for proposal in (self._with_unit(proposal, ref, held) for proposal in asked):
            old = self.draft.value(ref, proposal.field)
            if proposal.field == kind.called:
                if self._says(ref, kind) != _plain(proposal.new):
                    rest.insert(0, f"“{proposal.new}”")
            elif old in ("", (), None):
                self._take(proposal._replace(ref=ref, old=old, on=()))
            elif old != proposal.new:
                rest.append(f"{kind.field(proposal.field).label}: {proposal.new}")
        heard = self.draft.value(ref, "heard") if kind is Objective.kind and self.speaker else None
        if isinstance(heard, tuple) and self.speaker not in heard:
            self._take(Proposal(ref, kind.name, "heard", heard, (*heard, self.speaker), (*heard, self.speaker),
                                where=f"{edit.where}, heard", line=edit.line))  # fmt: skip
        if rest:
            text = f"{self.says}: {'; '.join(rest)}" if self.says else "; ".join(rest)
            on = (("on", ref), ("what", "remark"))
            self.make([Edit(f"{edit.where}, said", Aim("note", "", "text", on, fresh=True), text, edit.line)])
        return ref

    def _with_unit(self, proposal: Proposal, ref: str, held: dict[str, Value]) -> Proposal:
        """An amount with the unit of its line, where the record that it joins has another one."""
        name = KINDS[proposal.kind].field(proposal.field).unit_in
        ours, theirs = (str(self.draft.value(ref, name)), str(held.get(name) or "")) if name else ("", "")
        if not ours or not theirs or ours == theirs:
            return proposal
        said = amounts.with_unit(str(proposal.new), theirs)
        return proposal._replace(new=said, theirs=said)

    def _take(self, proposal: Proposal) -> None:
        self.found.changes.append(proposal)
        if self.takes(proposal):
            acts.put(self.draft, proposal.ref, proposal.field, proposal.new)
        else:
            self.found.left.append(proposal)


def _plain(said: Value) -> str:
    return str(said or "").casefold()


def there(shop: Workshop, aim: Aim) -> str:
    """The ref of the record that the aim speaks of in that workshop, "" where there is none."""
    if aim.ref:
        return aim.ref if shop.get(aim.ref) else ""
    held = (r for r in shop.of(aim.kind) if all(getattr(r, name) == value for name, value in aim.given))
    return next((record.ref for record in held), "") if aim.given else ""
