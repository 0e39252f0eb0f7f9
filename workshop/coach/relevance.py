"""Whether the map is selective: relevant processes, not all of them, and few enough to explain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop.coach.rule import Said, rule
from workshop.coach.view import alive, objective_links, pilots, quoted
from workshop.derived.explaining import too_much
from workshop.derived.threads import outcomes_by_objective
from workshop.records import Process
from workshop.state import Workshop
from workshop.words import listed

BESIDE = 2
"""Objectives beside the pilot that may be mapped before it has proved useful."""
FROM = 4
"""From how many processes (objectives) on, touching every one of them says nothing any more."""

_O = "objective statement=Cut churn from 9% to 6% by 2027-12-31"
_C = "outcome statement=The portal is back in 30 min; objectives=O1"
_P = "process name=Incident management"


_FOUR = " | ".join(f"process name={name}" for name in ("Incidents", "Problems", "Changes", "Requests"))
_GOALS = " | ".join(f"objective statement={name}" for name in ("Cut churn", "Cut cost", "Grow", "Comply"))


@rule(
    "objective-every-process",
    step=3,
    severity="warn",
    part="S18",
    bad=f"{_O} | {_C} | {_FOUR} | " + " | ".join(f"link outcome=C1; process=P{n}" for n in (1, 2, 3, 4)),
    good=f"{_O} | {_C} | {_FOUR} | link outcome=C1; process=P1",
)
def objective_every_process(shop: Workshop) -> Iterator[Said]:
    """An objective touches every process there is."""
    every = len(shop.all(Process))
    for objective in alive(shop):
        own = objective_links(shop)[objective.ref]
        if every >= FROM and len({link.process for link in own}) == every:
            yield (
                objective.ref,
                f"{quoted(objective)} touches all {every} processes.",
                "Ask which of them it would fail without; unlink the others.",
            )


@rule(
    "process-every-objective",
    step=3,
    severity="warn",
    part="S18",
    bad=f"{_GOALS} | {_P} | outcome statement=Back in 30 min; objectives=O1,O2,O3,O4 | link outcome=C1; process=P1",
    good=f"{_GOALS} | {_P} | outcome statement=Back in 30 min; objectives=O1 | link outcome=C1; process=P1",
)
def process_every_objective(shop: Workshop) -> Iterator[Said]:
    """A process is said to move every objective there is."""
    every = len(alive(shop))
    if every < FROM:
        return
    touched: dict[str, int] = {}
    for own in objective_links(shop).values():
        for ref in {link.process for link in own}:
            touched[ref] = touched.get(ref, 0) + 1
    for process in shop.all(Process):
        if touched.get(process.ref) == every:
            yield (
                process.ref,
                f"{quoted(process)} is said to move all {every} objectives.",
                f"Ask what would still be met without {process.ref}; unlink it there.",
            )


_CONTROL = {"change enablement": ("change",), "configuration management": ("configuration", "cmdb")}
_SPEED = {
    "change enablement": ("change",),
    "release coordination": ("release", "deployment"),
    "knowledge management": ("knowledge",),
}


@rule(
    "compliance-links",
    step=3,
    severity="warn",
    part="S17",
    bad=f"objective statement=Pass the audit by 2027-06-30; category=compliance | {_C} | {_P}"
    " | link outcome=C1; process=P1",
    good=f"objective statement=Pass the audit by 2027-06-30; category=compliance | {_C}"
    " | process name=Change enablement | process name=Asset and configuration management"
    " | link outcome=C1; process=P1 | link outcome=C1; process=P2",
)
def compliance_links(shop: Workshop) -> Iterator[Said]:
    """A compliance objective lacks change enablement or configuration management."""
    yield from _lacking(shop, "compliance", _CONTROL, "Auditors ask for traceable change and true records")


@rule(
    "speed-links",
    step=3,
    severity="warn",
    part="S17",
    bad=f"objective statement=Ship every week by 2027-06-30; category=speed to market | {_C} | {_P}"
    " | link outcome=C1; process=P1",
    good=f"objective statement=Ship every week by 2027-06-30; category=speed to market | {_C}"
    " | process name=Change enablement | process name=Release coordination"
    " | process name=Knowledge management | link outcome=C1; process=P1"
    " | link outcome=C1; process=P2 | link outcome=C1; process=P3",
)
def speed_links(shop: Workshop) -> Iterator[Said]:
    """A speed-to-market objective lacks change enablement, release coordination or knowledge management."""
    yield from _lacking(shop, "speed to market", _SPEED, "Fast and safe release hangs on them")


def _lacking(shop: Workshop, category: str, wanted: dict[str, tuple[str, ...]], why: str) -> Iterator[Said]:
    for objective in alive(shop):
        own = objective_links(shop)[objective.ref] if objective.category == category else []
        names = [_name(process) for link in own if (process := shop.one(Process, link.process))]
        missing = [name for name, signs in wanted.items() if not _named(signs, names)]
        if own and missing:
            yield (
                objective.ref,
                f"{quoted(objective)} has no {listed(missing, 'or')}.",
                f"{why}; link them to its outcomes.",
            )


def _name(process: Process) -> str:
    return f"{process.practice} {process.name}".lower()


def _named(signs: Iterable[str], names: list[str]) -> bool:
    return any(sign in name for sign in signs for name in names)


@rule(
    "too-much-at-once",
    step=3,
    severity="warn",
    part="S49",
    bad=f"{_GOALS} | "
    + " | ".join(f"outcome statement=Result {n}; objectives=O{n}" for n in (1, 2, 3, 4))
    + " | workshop pilot=O1",
    good=f"{_GOALS} | outcome statement=Result 1; objectives=O1 | outcome statement=Result 2; objectives=O2"
    " | workshop pilot=O1",
)
def too_much_at_once(shop: Workshop) -> Iterator[Said]:
    """Many objectives are mapped although the pilot has not proved useful yet."""
    pilot = {objective.ref for objective in pilots(shop)}
    served = outcomes_by_objective(shop)
    others = [o for o in alive(shop) if o.ref in served and o.ref not in pilot and o.state not in ("mapped", "proved")]
    if pilot and len(others) > BESIDE and not any(objective.state == "proved" for objective in pilots(shop)):
        yield (
            "",
            f"Beside the pilot {len(others)} objectives are mapped, though it has not proved useful yet.",
            f"Finish {listed(sorted(pilot))} first; park the others with k until it has.",
        )


@rule(
    "map-too-big",
    step=3,
    severity="warn",
    part="S21",
    bad=f"{_O} | " + " | ".join(f"outcome statement=Result {n}; objectives=O1" for n in (1, 2, 3, 4, 5)),
    good=f"{_O} | {_C}",
)
def map_too_big(shop: Workshop) -> Iterator[Said]:
    """The map holds more than somebody can explain in a meeting, by its measure."""
    for part in too_much(shop):
        yield part.ref, f"{quoted(shop.find(part.ref))} {part.says}; {part.because}.", part.first
