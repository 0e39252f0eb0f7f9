"""What the room does, as plans of changes, each with its rules: capture, edit, park, choose, agree."""

from __future__ import annotations

from collections.abc import Mapping

from workshop.answers import days
from workshop.declare import KINDS, Kind, Record, Value
from workshop.derived.threads import link_between, links_by_outcome
from workshop.derived.wording import wording
from workshop.draft import Draft
from workshop.errors import NoSuchRecord, NotUnderstood, Refused
from workshop.records import Dismissal, Dispute, Link, Metric, Note, Objective, Verdict
from workshop.records.agreement import NOTHING
from workshop.state import kind_of
from workshop.words import LONGEST, clean, plural


def add(draft: Draft, kind: Kind, said: Mapping[str, str]) -> str:
    """A new record of what was typed, by field name or label; its ref."""
    if kind.name == "workshop":
        raise Refused("A file holds one workshop; change it with: set FILE W1.FIELD VALUE")
    held = {spec.name: draft.read(spec, text) for name, text in said.items() for spec in [kind.field(name)]}
    return keep(draft, kind, held)


def keep(draft: Draft, kind: Kind, held: Mapping[str, Value]) -> str:
    """As `add`, of values already read."""
    more: dict[str, Value] = dict(held)
    if kind is Objective.kind:
        more.setdefault("state", "candidate")
    if kind is Link.kind:
        _no_second_link(draft, str(held.get("outcome")), str(held.get("process")))
    if kind is Verdict.kind:
        more.setdefault("wording", wording(draft.shop, str(held.get("on"))))
        found = _standing_on(draft, kind, more)
        if found:  # one says one thing: what somebody says anew replaces what they said before
            for name, value in more.items():
                draft.set(found.ref, name, value)
            return found.ref
    ref = draft.add(kind, more)
    if more.get("state") == "pilot":
        choose_pilot(draft, ref)
    return ref


def capture(draft: Draft, kind: Kind, text: str, held: Mapping[str, Value] | None = None) -> str:
    """One line of rapid capture: the words of a new record, with what the screen has in hand."""
    spec = kind.field(kind.called)
    return keep(draft, kind, {**(held or {}), spec.name: draft.read(spec, text)})


def lines(text: str) -> list[str]:
    """A pasted column as one answer a line, blank lines and bullets left out; of a table, its first column.

    Raises NotUnderstood when a line is longer than an answer may be.
    """
    found = [line.split("\t")[0].strip().lstrip("•*·–- ").strip() for line in text.splitlines()]
    kept = [line for line in found if line]
    for number, line in enumerate(kept, 1):
        if len(line) > LONGEST:
            raise NotUnderstood(f"Line {number} has {plural(len(line), 'character')}; an answer may have {LONGEST:,}")
    return kept


def edit(draft: Draft, ref: str, name: str, text: str) -> None:
    """What was typed for one field of a record."""
    spec = draft.shop.find(ref).kind.field(name)
    put(draft, ref, spec.name, draft.read(spec, text))


def put(draft: Draft, ref: str, name: str, value: Value) -> None:
    """As `edit`, of a value already read."""
    kind = draft.shop.find(ref).kind
    spec = kind.field(name)
    if name in kind.key:
        raise Refused(f"{ref} stands on its {name}; add another {kind.name} instead")
    if spec.needed and not value:
        raise Refused(f"{ref} cannot do without its {spec.label.lower()}; remove the record instead")
    if name in kind.once:
        wanted = {each: value if each == name else draft.value(ref, each) for each in kind.once}
        if other := _standing_on(draft, kind, wanted, but=ref):
            ends = " and ".join(map(str, wanted.values()))
            raise Refused(f"{other.ref} is the {kind.name} of {ends}; change that one")
    old = draft.value(ref, name)
    if kind is Objective.kind and name == "statement" and old != value and not draft.value(ref, "said"):
        draft.set(ref, "said", old)
    if kind.name == "workshop" and name == "pilot":
        choose_pilot(draft, str(value))
        return
    draft.set(ref, name, value)
    for dispute in draft.shop.all(Dispute):
        if (dispute.on, dispute.field) == (ref, name):
            draft.remove(dispute.ref)  # whoever says what holds has chosen
    if kind is Objective.kind and name == "state" and value == "pilot":
        choose_pilot(draft, ref)
    if kind is Verdict.kind and name in ("says", "words", "on"):
        draft.set(ref, "wording", wording(draft.shop, str(draft.value(ref, "on"))))


def choose(draft: Draft, dispute: str) -> str:
    """Settle what break-outs disagree on: this side's words hold, the others' go; the ref of the record."""
    chosen = draft.shop.one(Dispute, dispute)
    if chosen is None:
        raise NoSuchRecord(dispute)
    spec = KINDS[kind_of(chosen.on)].field(chosen.field)
    put(draft, chosen.on, chosen.field, spec.empty if chosen.says == NOTHING else draft.read(spec, chosen.says))
    return chosen.on


def choose_pilot(draft: Draft, ref: str) -> None:
    """The one pilot of the workshop; the one before it is a candidate again. Empty: none."""
    before = str(draft.value("W1", "pilot") or "")
    if before != ref and kind_of(before) == "objective" and draft.value(before, "state") == "pilot":
        draft.set(before, "state", "candidate")
    draft.set("W1", "pilot", ref)
    if kind_of(ref) == "objective":
        draft.set(ref, "state", "pilot")


def park(draft: Draft, ref: str, reason: str) -> None:
    """Put an objective aside with the reason; it is not lost."""
    draft.set(ref, "state", "parked")
    draft.set(ref, "parked_because", reason)
    if draft.value("W1", "pilot") == ref:
        draft.set("W1", "pilot", "")


def take_up(draft: Draft, ref: str) -> None:
    """Bring a parked objective back."""
    draft.set(ref, "state", "candidate")
    draft.set(ref, "parked_because", "")


_HOLDS = (
    ("objective", "services", "service"),
    ("outcome", "objectives", "objective"),
    ("outcome", "service", "service"),
    ("metric", "outcomes", "outcome"),
    ("metric", "processes", "process"),
)
"""Which kind holds the refs of which, in which field."""


def connect(draft: Draft, one: str, other: str, reason: str = "") -> str:
    """Join two knots that lie next to each other on the thread; the ref of what joins them.

    Service and objective, objective and outcome, outcome and its one service, outcome and process (a link, with its
    reason), outcome or process and metric. Raises Refused for any other two.
    """
    ends = {kind_of(one): one, kind_of(other): other}
    if {"outcome", "process"} == set(ends):
        primary = not any(link.outcome == ends["outcome"] for link in draft.shop.all(Link))
        held: dict[str, Value] = {"outcome": ends["outcome"], "process": ends["process"], "reason": reason,
                                  "role": "primary" if primary else "supporting"}  # fmt: skip
        return keep(draft, Link.kind, held)
    for holder, name, held_kind in _HOLDS:
        if set(ends) == {holder, held_kind}:
            before, held_ref = draft.value(ends[holder], name), ends[held_kind]
            more = tuple(dict.fromkeys((*before, held_ref))) if isinstance(before, tuple) else held_ref
            draft.set(ends[holder], name, more)
            return ends[holder]
    raise Refused(f"{one} and {other} do not lie next to each other on a thread")


def cross(draft: Draft, outcome: str, process: str, mark: str) -> None:
    """What a cell of the outcome × process matrix says: `P` primary, `S` supporting, empty unlinks."""
    found = link_between(draft.shop).get((outcome, process))
    role = {"P": "primary", "S": "supporting", "": ""}[mark]
    if found and not role:
        draft.remove(found.ref)
    elif found:
        draft.set(found.ref, "role", role)
    elif role:
        draft.add(Link.kind, {"outcome": outcome, "process": process, "role": role})


def unlink(draft: Draft, link: str) -> None:
    """Take a process off one outcome; it stays in the workshop and on other threads."""
    draft.remove(link)


def unmeasure(draft: Draft, metric: str, outcome: str) -> None:
    """Take a metric off one outcome; it stays in the workshop and on other threads."""
    held = draft.value(metric, "outcomes")
    left = tuple(ref for ref in held if ref != outcome) if isinstance(held, tuple) else ()
    draft.set(metric, "outcomes", left)


def reorder(draft: Draft, link: str, by: int) -> None:
    """Let a process act so many places later (or earlier, when negative) on its outcome."""
    found = draft.shop.one(Link, link)
    links = [each.ref for each in links_by_outcome(draft.shop).get(found.outcome, ())] if found else []
    at = links.index(link)
    links.insert(max(0, min(len(links) - 1, at + by)), links.pop(at))
    for order, ref in enumerate(links, 1):
        draft.set(ref, "order", order)


def stand(draft: Draft, ref: str, beside: str) -> None:
    """Put a record in the place of another one of its kind, which makes room towards where it came from."""
    order = [record.ref for record in draft.shop.of(kind_of(ref))]
    draft.move(ref, order.index(beside) - order.index(ref))


def agree(draft: Draft, on: str, person: str, says: str, words: str = "") -> str:
    """What one person says to a thread; it replaces what the same person said before."""
    return keep(draft, Verdict.kind, {"on": on, "person": person, "says": says, "words": words})


def look_again(draft: Draft, said: str) -> None:
    """When the numbers are looked at again; nothing said, never. Raises NotUnderstood for a day that has passed."""
    edit(draft, "W1", "next_review", said)
    day = str(draft.value("W1", "next_review"))
    if day and day < draft.shop.today.isoformat():
        raise NotUnderstood(f"{days.shown(day)} has passed; say a day ahead, such as in six weeks")


def dismiss(draft: Draft, rule: str, on: str, reason: str) -> str:
    """Set a note of the coach aside, with the reason; `on` is empty when it is about the whole workshop."""
    return draft.add(Dismissal.kind, {"rule": rule, "on": on or "W1", "reason": reason.strip()})


def came_back(draft: Draft, book: str) -> str:
    """Keep that a workbook came back and nothing was taken from it."""
    text = f"{clean(book)[:200]} came back on {draft.shop.today.isoformat()}; nothing was taken from it"
    return draft.add(Note.kind, {"on": "W1", "what": "remark", "text": text})


def retire(draft: Draft, ref: str) -> None:
    """Take a record out, except the workshop itself."""
    if kind_of(ref) == "workshop":
        raise Refused("The workshop itself cannot be removed; delete its file instead")
    draft.remove(ref)


def under(objective: Objective | None) -> dict[str, Value]:
    """What a new outcome has of the objective that it serves: the one service too, where there is no choice."""
    if objective is None:
        return {}
    held: dict[str, Value] = {"objectives": (objective.ref,)}
    return held | {"service": objective.services[0]} if len(objective.services) == 1 else held


def measure(draft: Draft, outcome: str, process: str, said: str, held: Mapping[str, Value] | None = None) -> str:
    """Let a metric measure the outcome through the process: a metric's ref, or the name of a new one; its ref.

    `held` is what else is known of a new one.
    """
    ref = said.strip().upper()
    if not draft.shop.one(Metric, ref):
        return capture(draft, Metric.kind, said, {**(held or {}), "outcomes": (outcome,), "processes": (process,)})
    connect(draft, ref, outcome)
    if draft.value(ref, "processes") or not draft.shop.find(ref).values()["outcomes"]:
        connect(draft, ref, process)
    return ref


def _no_second_link(draft: Draft, outcome: str, process: str) -> None:
    found = link_between(draft.shop).get((outcome, process))
    if found:
        raise Refused(f"{process} is linked to {outcome} already, by {found.ref}")


def _standing_on(draft: Draft, kind: Kind, held: Mapping[str, Value], *, but: str = "") -> Record | None:
    """The record of a kind of which there is one for these values, `but` left out; None where there is none."""
    wanted = [(name, held.get(name)) for name in kind.once]
    there = (each for each in draft.shop.of(kind.name) if each.ref != but and draft.known(each.ref))
    return next((each for each in there if all(draft.value(each.ref, n) == v for n, v in wanted)), None)
