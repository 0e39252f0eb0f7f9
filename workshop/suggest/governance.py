"""What a workshop still lacks to keep its promises: roles, decision rights, meetings and shared words."""

from __future__ import annotations

from collections.abc import Iterator

from workshop import acts
from workshop.answers import values
from workshop.catalogue import Catalogue, filled
from workshop.declare import Kind
from workshop.draft import Plan
from workshop.entries import Right
from workshop.records import Decision, Person, Process, Routine, Service, Term
from workshop.state import Workshop
from workshop.suggest.suggestion import Ranked, Suggestion, at_work, called, pilot_service, sentence
from workshop.suggest.work import is_in, plays


def roles(shop: Workshop, catalogue: Catalogue, group: str = "") -> Iterator[Ranked]:
    """The roles that nobody plays yet; of one group of stakeholders, where one is named."""
    for at, role in enumerate(catalogue.roles.values()):
        if group in ("", role.group) and not _filled(shop, catalogue, role.key):
            said = {"name": role.name, "role": role.accountability, "group": role.group}
            yield Ranked(at, Suggestion(role.name, sentence(role.why), _adding(Person.kind, said)))


def decisions(shop: Workshop, catalogue: Catalogue) -> Iterator[Ranked]:
    """The decision rights that nobody has yet."""
    names = {decision.name.lower() for decision in shop.all(Decision)}
    there = {right.key for name in names if (right := catalogue.decision(name))}
    used = at_work(shop, catalogue)
    for at, right in enumerate(catalogue.decisions.values()):
        if right.key not in there and right.name.lower() not in names and _fits(right.practices, used):
            plan = _adding(Decision.kind, _right(shop, catalogue, right))
            yield Ranked(at, Suggestion(f"{right.name}: who decides?", sentence(right.why), plan))


def routines(shop: Workshop, catalogue: Catalogue) -> Iterator[Ranked]:
    """The meetings that nobody has set up yet."""
    names = {routine.what.lower() for routine in shop.all(Routine)}
    there = {meeting.key for name in names if (meeting := catalogue.routine(name))}
    used = at_work(shop, catalogue)
    for at, meeting in enumerate(catalogue.routines.values()):
        if meeting.key not in there and meeting.name.lower() not in names and _fits(meeting.practices, used):
            said = {"what": meeting.name, "every": meeting.every, "attends": meeting.attends,
                    "decides": meeting.decides, "chair": _chair(shop, catalogue, meeting.chair)}  # fmt: skip
            title = f"{meeting.name}, {meeting.every}"
            yield Ranked(at, Suggestion(title, sentence(meeting.why), _adding(Routine.kind, said)))


def terms(shop: Workshop, catalogue: Catalogue) -> Iterator[Ranked]:
    """The words that should mean one thing to all and that nobody has settled."""
    settled = {word.strip().lower() for term in shop.all(Term) for word in (term.term, *term.instead_of.split(","))}
    used = at_work(shop, catalogue)
    for at, found in enumerate(catalogue.terms.values()):
        if found.term.lower() not in settled and _fits(found.practices, used):
            said = {"term": found.term, "definition": found.definition, "instead_of": ", ".join(found.instead_of)}
            yield Ranked(at, Suggestion(found.term, sentence(found.why), _adding(Term.kind, said)))


def _fits(practices: tuple[str, ...], used: set[str]) -> bool:
    return not practices or not used.isdisjoint(practices)


def _filled(shop: Workshop, catalogue: Catalogue, role: str) -> bool:
    owners = {"executive sponsor": [shop.about.sponsor],
              "service owner": (service.owner for service in shop.all(Service)),
              "process owner": (process.owner for process in shop.all(Process))}  # fmt: skip
    return any(owners.get(role, ())) or any(is_in(catalogue, person, role) for person in shop.all(Person))


def _right(shop: Workshop, catalogue: Catalogue, right: Right) -> dict[str, str]:
    def who(role: str) -> str:
        return plays(shop, catalogue, role) if role else ""

    return {
        "name": right.name,
        "scenario": filled(right.scenario, service=called(pilot_service(shop))),
        "decides": who(right.decides),
        "consulted": ", ".join(values.who(who(role), shop) for role in right.consulted),
        "escalates_to": who(right.escalates_to),
        "within": right.within,
    }


def _chair(shop: Workshop, catalogue: Catalogue, role: str) -> str:
    return plays(shop, catalogue, role) if role else ""


def _adding(kind: Kind, said: dict[str, str]) -> Plan:
    return lambda draft: acts.add(draft, kind, said)
