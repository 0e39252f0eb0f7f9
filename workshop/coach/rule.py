"""What a rule of the coach is, how one is written, and what all of them together say of a workshop.

A rule is one function of the workshop, with the sentence it stands for and two tiny workshops: one in
which it speaks and one in which it is silent. Both are tried by the tests and printed in the manual.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple

from workshop.declare import Record
from workshop.derived import explaining
from workshop.records import (
    Action,
    Activity,
    Decision,
    Dismissal,
    Objective,
    Outcome,
    Reading,
    Routine,
    Ruling,
    Score,
    Shop,
    Verdict,
)
from workshop.state import Workshop, derived, kind_named, kind_of
from workshop.steps import STEPS

Severity = Literal["block", "warn", "hint"]
Said = tuple[str, str, str]
"""What a rule yields: the ref ("" for the whole workshop), the message, the suggestion."""
Check = Callable[[Workshop], Iterable[Said]]

SEVERITIES: tuple[Severity, ...] = ("block", "warn", "hint")
EXAMPLE_DAY = date(2026, 11, 24)
"""The day on which the examples of the rules take place."""


class Finding(NamedTuple):
    """One thing that the coach noticed; it advises and never stops anybody."""

    rule: str
    step: int
    severity: Severity
    ref: str
    message: str
    suggestion: str


class Rule(NamedTuple):
    """One rule. `part` is the requirement that it stands for, `gate` its condition where it is a gate's."""

    id: str
    step: int
    severity: Severity
    part: str
    check: Check
    said: Callable[[Workshop], list[Finding]]
    bad: str
    good: str
    doc: str
    gate: str


class Gate(NamedTuple):
    """How far a step is: `done` of `of` conditions hold; none counts before the step has begun."""

    step: int
    done: int
    of: int
    ready: bool
    open: list[Finding]


RULES: list[Rule] = []
"""Every rule, by step, then in the order in which they are written."""


def rule(
    id: str,
    *,
    step: int,
    severity: Severity,
    part: str,
    bad: str,
    good: str,
    gate: str = "",
) -> Callable[[Check], Check]:
    """Make a rule of a function that yields what it says of a workshop; its docstring is the rule's doc."""

    def declare(check: Check) -> Check:
        @derived
        def said(shop: Workshop) -> list[Finding]:
            found = [Finding(id, step, severity, *words) for words in check(shop)]
            return found if severity != "block" or begun(shop, step) else found[:1]

        doc = " ".join((check.__doc__ or "").split())
        insort(RULES, Rule(id, step, severity, part, check, said, bad, good, doc, gate), key=lambda r: r.step)
        return check

    return declare


def slices(shop: Workshop) -> Iterator[None]:
    """Ask one rule after the other, so that a screen can do other things in between; then `findings` is at hand."""
    for each in RULES:
        each.said(shop)
        yield


@derived
def _said(shop: Workshop) -> dict[str, list[Finding]]:
    """What each rule says that the room did not set aside, by its id."""
    return _kept(shop, RULES)


@derived
def _blocking(shop: Workshop) -> dict[str, list[Finding]]:
    """As `_said`, of the rules that a gate is made of: who looks at a thousand files asks for no advice."""
    return _kept(shop, [each for each in RULES if each.severity == "block"])


def _kept(shop: Workshop, rules: Iterable[Rule]) -> dict[str, list[Finding]]:
    aside = dismissals(shop)
    named, said = {rule for rule, _ in aside}, {each.id: each.said(shop) for each in rules}
    return said | {rule: [f for f in said[rule] if (rule, f.ref or "W1") not in aside] for rule in named & said.keys()}


@derived
def dismissals(shop: Workshop) -> dict[tuple[str, str], Dismissal]:
    """What the room set aside, by rule and record; `W1` stands for the whole workshop."""
    return {(each.rule, each.on): each for each in shop.all(Dismissal)}


@derived
def dismissed(shop: Workshop) -> list[tuple[Finding, Dismissal]]:
    """The findings that the room set aside and that would still be made, each with the reason."""
    aside = dismissals(shop)
    found = [finding for each in RULES for finding in each.said(shop)]
    return [(f, aside[f.rule, f.ref or "W1"]) for f in found if (f.rule, f.ref or "W1") in aside]


@derived
def findings(shop: Workshop) -> list[Finding]:
    """Everything the coach says: by step, then block before warn before hint, then in record order."""
    said, places = _said(shop), {ref: at for at, ref in enumerate(_order(shop))}
    ranked = groupby(sorted(RULES, key=_rank), _rank)
    alike = ([finding for each in rules for finding in said[each.id]] for _, rules in ranked)
    return [finding for group in alike for finding in sorted(group, key=lambda f: places.get(f.ref, -1))]


@derived
def _order(shop: Workshop) -> list[str]:
    return [record.ref for record in shop]


def _rank(rule: Rule) -> tuple[int, int]:
    return rule.step, SEVERITIES.index(rule.severity)


@derived
def gates(shop: Workshop) -> list[Gate]:
    """The six gates. A step's gate is its block rules: each of them that is silent is a condition met."""
    said = _blocking(shop)
    return [_gate(step.number, begun(shop, step.number), said) for step in STEPS]


def _gate(step: int, started: bool, said: dict[str, list[Finding]]) -> Gate:
    conditions = [said[each.id] for each in RULES if each.step == step and each.severity == "block"]
    done = sum(not found for found in conditions) if started else 0
    open_ = [finding for found in conditions for finding in found]
    return Gate(step, done, len(conditions), started and done == len(conditions), open_)


_BEGINS: dict[int, tuple[type[Record], ...]] = {
    1: (Objective,),
    2: (Score,),
    3: (Outcome,),
    4: (Verdict,),
    5: (Activity, Decision, Action, Routine),
    6: (Reading, Ruling),
}


def begun(shop: Workshop, step: int) -> bool:
    """Whether the room has done anything on the step yet."""
    return step in _begun(shop)


@derived
def _begun(shop: Workshop) -> set[int]:
    steps = {step for step, kinds in _BEGINS.items() if any(shop.all(cls) for cls in kinds)}
    return steps | {2} if shop.about.pilot else steps


def example(text: str, today: date = EXAMPLE_DAY) -> Workshop:
    """The tiny workshop of a one-line notation: records parted by ` | `, fields by `;`.

    `objective statement=Cut churn; owner=CFO | O1 due=2027-12-31 | workshop pilot=O1`: a kind makes a record,
    a ref (or `workshop`) changes one that is there. Raises WorkshopError where that is not possible.
    """
    from workshop import acts
    from workshop.draft import Draft

    shop = Workshop(today=today)
    draft = Draft(shop)
    draft.add(Shop.kind, {"title": "Example"})
    shop.apply(draft.changes)
    for line in filter(None, (part.strip() for part in text.split(" | "))):
        head, _, rest = line.partition(" ")
        said = {name.strip(): words.strip() for name, _, words in (field.partition("=") for field in rest.split(";"))}
        draft = Draft(shop)
        ref = "W1" if head == "workshop" else head
        if kind_of(ref):
            for name, words in said.items():
                acts.edit(draft, ref, name, words)
        else:
            acts.add(draft, kind_named(head), said)
        shop.apply(draft.changes)
    return shop


_HEAD = f"""# What the coach says

Each rule looks at the whole workshop after every change. A rule of severity *block* is a condition of its
step's gate; *warn* and *hint* are advice; none of them ever stops the facilitator. The examples are tiny
workshops of {EXAMPLE_DAY.day} {EXAMPLE_DAY:%B %Y}, one record a line: in the first the rule speaks, in the second it
is silent."""


def table() -> str:
    """The manual's page of all rules, in Markdown."""
    lines = [_HEAD]
    for step in STEPS:
        own = [each for each in RULES if each.step == step.number]
        conditions = [each.gate for each in own if each.gate]
        lines += ["", f"## {step.number} {step.name}", "", step.purpose, "", "The gate:", ""]
        lines += [f"- {condition}" for condition in conditions]
        lines += [
            "",
            "| rule | severity | requirement | what it notices | speaks | is silent |",
            "|---|---|---|---|---|---|",
        ]
        lines += [_row(each) for each in own]
    return "\n".join(lines) + "\n\n" + explaining.page()


def _row(each: Rule) -> str:
    cells = (f"`{each.id}`", each.severity, each.part, each.doc, _lines(each.bad), _lines(each.good))
    return "| " + " | ".join(cells) + " |"


def _lines(text: str) -> str:
    return "<br>".join(f"`{line}`" for line in text.split(" | ")) if text else "nothing yet"
