"""The pieces of work of a process, each with who usually answers for it and who does it."""

from __future__ import annotations

from collections.abc import Iterator

from workshop import acts
from workshop.catalogue import Catalogue
from workshop.declare import KINDS
from workshop.derived.threads import links_by_process
from workshop.draft import Draft, Plan
from workshop.entries import Duty
from workshop.likeness import alike
from workshop.records import Activity, Outcome, Person, Process, Service
from workshop.state import Workshop, kind_of
from workshop.suggest.suggestion import Ranked, Suggestion, inner, pilot_service, practice_of, sentence

_STRENGTH = ("I", "C", "R", "A", "A/R")


def activities(shop: Workshop, catalogue: Catalogue, process: Process) -> Iterator[Ranked]:
    """The pieces of work that such a process has and that nobody has named yet."""
    practice = catalogue.practices.get(practice_of(catalogue, process))
    there = [activity.name for activity in shop.all(Activity) if activity.process == process.ref]
    for at, duty in enumerate(practice.activities if practice else ()):
        if practice and not any(alike(duty.name, name) for name in there):
            answers = [role for role, letter in duty.raci.items() if letter in ("A", "A/R")]
            why = f"It belongs to {inner(practice.name)}, and somebody has to answer for it"
            why += f": usually the {answers[0]}" if answers else ""
            yield Ranked(at, Suggestion(duty.name, sentence(why), _shared_out(shop, catalogue, process, duty)))


def plays(shop: Workshop, catalogue: Catalogue, role: str, process: Process | None = None) -> str:
    """Who plays a role: a person's ref or the words that name one; where nobody does, the role's own name."""
    if role == "process owner" and process:
        found = process.owner
    elif role == "service owner":
        found = _service_owner(shop, process)
    elif role == "executive sponsor" and shop.about.sponsor:
        found = shop.about.sponsor
    else:
        found = next((person.ref for person in shop.all(Person) if is_in(catalogue, person, role)), "")
    known = catalogue.roles.get(role)
    return found or (known.name if known else role)


def is_in(catalogue: Catalogue, person: Person, role: str) -> bool:
    """Whether a person is in a role by title, by what is said of them, or, of a group with one role, by the group."""
    titles = {found.key for said in (person.name, person.role) if (found := catalogue.role(said))}
    if role in titles:
        return True
    known = catalogue.roles.get(role)
    return not titles and known is not None and person.group == known.group and person.group in _ALONE


_ALONE = ("sponsor", "operations", "governance")
"""Groups of which anybody may stand for the role."""


def _service_owner(shop: Workshop, process: Process | None) -> str:
    links = links_by_process(shop).get(process.ref, ()) if process else ()
    outcomes = (shop.one(Outcome, link.outcome) for link in links)
    services = [shop.one(Service, outcome.service) for outcome in outcomes if outcome]
    return next((service.owner for service in (*services, pilot_service(shop)) if service and service.owner), "")


def _shared_out(shop: Workshop, catalogue: Catalogue, process: Process, duty: Duty) -> Plan:
    letters: dict[str, str] = {}
    for role, letter in duty.raci.items():
        who = plays(shop, catalogue, role, process)
        letters[who] = _joined(letters.get(who, ""), letter)

    def plan(draft: Draft) -> object:
        activity = acts.add(draft, Activity.kind, {"name": duty.name, "process": process.ref})
        for who, letter in letters.items():
            if kind_of(who) != "person" or draft.known(who):
                acts.add(draft, KINDS["raci"], {"activity": activity, "who": who, "letter": letter})
        return activity

    return plan


def _joined(one: str, other: str) -> str:
    """The letter of somebody who plays two roles: accountable and responsible are kept both, else the stronger."""
    if {one, other} >= {"A", "R"} or "A/R" in (one, other):
        return "A/R"
    return max(one, other, key=lambda letter: _STRENGTH.index(letter) if letter else -1)
