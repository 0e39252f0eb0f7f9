"""What a table from outside would change: its rows read as records, each difference a proposal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from workshop import acts, words
from workshop.answers import amounts
from workshop.declare import Field, Kind, Record, Value
from workshop.draft import Draft, Plan, cell_ref
from workshop.errors import Refused, WorkshopError
from workshop.incoming.doubts import refuse_two_readings
from workshop.incoming.headers import REF, Problem, Row, Sheets, columns
from workshop.records import Link, Metric, Reading
from workshop.state import kind_of


class Proposal(NamedTuple):
    """One field that the book would change: `old` is ours, `theirs` the book's, `new` is what we accept.

    `was` is what the field held when the book was sent, `where` the place in the book.
    """

    ref: str
    kind: str
    field: str
    old: Value
    new: Value
    theirs: Value
    conflict: bool = False
    was: Value = None
    where: str = ""
    on: tuple[str, ...] = ()
    """The records that its record stands on, where it is known by them: a link's outcome and process."""
    line: str = ""
    """The line of the book that it is from."""
    like: str = ""
    """Of a new record, one that says much the same; they may be joined."""


Takes = Callable[[Proposal], bool]
"""Whether a proposal is taken. One for a new record is asked about before that has a ref; its place tells it."""


def everything(proposal: Proposal) -> bool:
    """Takes each proposal, also where the room has said something else since."""
    return True


def undisputed(proposal: Proposal) -> bool:
    """Takes what the room did not touch since the book was sent."""
    return not proposal.conflict


@dataclass(slots=True)
class Proposed:
    """All that a book would change, and what it says that cannot be taken.

    `dropped` counts the characters left out because a terminal could obey them.
    """

    changes: list[Proposal] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    asked: list[Problem] = field(default_factory=list)
    """Those of the problems that a yes or no settles: lines that are gone."""
    left: list[Proposal] = field(default_factory=list)
    """Those of the changes that were not taken."""
    dropped: int = 0


def taking(sheets: Sheets, takes: Takes = everything) -> Plan:
    """The plan that takes those of the proposals of the tables; its result is a Proposed."""
    return lambda draft: propose(draft, sheets, takes)


def propose(draft: Draft, sheets: Sheets, takes: Takes = everything) -> Proposed:
    """Write into the draft what is taken of what the rows say; all that they propose.

    A row with a ref changes that record, one equal to a record says nothing, any other is a new record, made
    only when all that it needs is taken. An empty cell says nothing. A row that cannot be read is a problem
    and does not stop the others.
    """
    found = Proposed()
    for _ in by_row(draft, sheets, takes, found):
        pass
    return found


def by_row(draft: Draft, sheets: Sheets, takes: Takes, found: Proposed) -> Iterator[None]:
    """As `propose`, row by row, so that it can be left off in between; what is proposed goes into `found`."""
    found.problems.extend(sheets.problems)
    for table, kind in sheets.pairs:
        found.problems.extend(table.problems)
        taker = _Taker(draft, kind, takes, found)
        meant = columns(table, kind, found.problems)
        for row in table.rows:
            taker.take(row, meant)
            yield


class _Taker:
    """Takes the rows of one table into a draft."""

    def __init__(self, draft: Draft, kind: Kind, takes: Takes, found: Proposed) -> None:
        self.draft = draft
        self.kind = kind
        self.takes = takes
        self.found = found
        self.seen: set[str] = set()
        self.cells: dict[str, dict[str, Value]] = {}
        """What the first row that names a cell says of it."""
        self.needed = tuple(spec.name for spec in kind.fields if spec.needed)
        self.same: dict[tuple[Value, ...], list[Callable[[str], Value]]] = {}
        for record in draft.shop.of(kind.name):
            self._remember(_getter(record))

    def take(self, row: Row, meant: dict[str, Field | None]) -> None:
        held, ref, sound = self._read(row, meant)
        if not sound or not (held or ref):
            return
        if self.kind.name == "workshop":
            ref = "W1"
        try:
            if ref:
                self._change(row.where, ref, held)
            elif self.kind.key and all(held.get(name) for name in self.needed):
                self._cell(row.where, cell_ref(self.kind, held), held)
            elif not self._is_there(held):
                self._add(row.where, held)
        except WorkshopError as error:
            self.found.problems.append(Problem(row.where, str(error)))

    def _read(self, row: Row, meant: dict[str, Field | None]) -> tuple[dict[str, Value], str, bool]:
        """What the cells hold, by field, the ref, and whether all of it could be read."""
        held: dict[str, Value] = {}
        ref, sound = "", True
        for header, text in row.cells.items():
            if header not in meant or not text.strip():
                continue
            spec = meant[header]
            if spec is None:
                ref = text.strip() if "/" in text else text.strip().upper()
                continue
            try:
                held[spec.name] = self._value(spec, text)
            except WorkshopError as error:
                self.found.problems.append(Problem(f"{row.where}, column {header}", str(error)))
                sound = False
        return held, ref, sound

    def _value(self, spec: Field, text: str) -> Value:
        if spec.type == "day":
            refuse_two_readings(spec, text)
        self.found.dropped += words.dropped(text)
        return self.draft.read(spec, text)

    def _change(self, where: str, ref: str, held: dict[str, Value]) -> None:
        if not self.draft.known(ref):
            raise Refused(f"There is no {words.shown(ref[:40])} to change; leave {REF} empty for a new record")
        if kind_of(ref) != self.kind.name:
            raise Refused(f"{ref} is a {kind_of(ref)}, the table is of kind {self.kind.name}")
        if ref in self.seen:
            raise Refused(f"{ref} is there twice; its first row counts")
        self.seen.add(ref)
        new = {name: value for name, value in held.items() if not self._same(ref, name, value)}
        moved = next((name for name in new if name in self.kind.key), None)
        if moved:
            raise Refused(f"{ref} stands on its {moved}, which a table cannot change")
        for name, value in new.items():
            proposal = self._proposal(where, ref, name, self.draft.value(ref, name), value)
            if self.takes(proposal):
                acts.put(self.draft, ref, name, value)
            else:
                self.found.left.append(proposal)
            self.found.changes.append(proposal)

    def _cell(self, where: str, ref: str, held: dict[str, Value]) -> None:
        """A cell is set by the first row that names it; one that says otherwise is a problem."""
        first = self.cells.setdefault(ref, held)
        if first is not held:
            if any(not self._same_value(ref, name, first.get(name), value) for name, value in held.items()):
                raise Refused(f"{ref} is there twice; its first row counts")
        elif self.draft.known(ref):
            self._change(where, ref, held)
        else:
            self._add(where, held)

    def _same(self, ref: str, name: str, value: Value) -> bool:
        return self._same_value(ref, name, self.draft.value(ref, name), value)

    def _same_value(self, ref: str, name: str, old: Value, new: Value) -> bool:
        """Whether both are one answer; of a reading, one number, however it is written."""
        if self.kind is not Reading.kind or name != "value":
            return old == new
        metric = self.draft.shop.one(Metric, ref.partition("/")[0])
        return amounts.same(str(old), str(new), metric.unit if metric else "")

    def _add(self, where: str, held: dict[str, Value]) -> None:
        if self.kind is Link.kind and self._key(held) in self.same:
            raise Refused(f"{held.get('process')} is linked to {held.get('outcome')} already")
        asked = [self._proposal(where, "", name, None, value) for name, value in held.items()]
        wanted = {proposal.field: proposal.new for proposal in asked if self.takes(proposal)}
        if wanted and all(name in wanted for name in self.needed if name in held):
            ref = acts.keep(self.draft, self.kind, wanted)
        else:
            ref, wanted = "", {}
        self._remember(lambda name: held.get(name))
        offered = [proposal._replace(ref=ref) for proposal in asked]
        self.found.changes += offered
        self.found.left += [proposal for proposal in offered if proposal.field not in wanted]

    def _proposal(self, where: str, ref: str, name: str, old: Value, new: Value) -> Proposal:
        place = f"{where}, {self.kind.field(name).label}"
        return Proposal(ref, self.kind.name, name, old, new, new, where=place)

    def _key(self, held: dict[str, Value]) -> tuple[Value, ...]:
        return tuple(held.get(name) for name in self.needed)

    def _remember(self, value: Callable[[str], Value]) -> None:
        self.same.setdefault(tuple(value(name) for name in self.needed), []).append(value)

    def _is_there(self, held: dict[str, Value]) -> bool:
        """Whether some record, or an earlier row, says all of this already."""
        return any(
            all(value(name) == said for name, said in held.items()) for value in self.same.get(self._key(held), ())
        )


def _getter(record: Record) -> Callable[[str], Value]:
    return lambda name: getattr(record, name)
