"""How the room agrees: all but some in one act, one by one, and a thread said back."""

from __future__ import annotations

from collections.abc import Collection

from workshop import acts
from workshop.derived.whose import called
from workshop.draft import Draft
from workshop.errors import NotUnderstood, Refused
from workshop.plans import trailing
from workshop.records import Person, Verdict
from workshop.words import brief, listed


def agree_except(draft: Draft, on: str, exceptions: Collection[str]) -> None:
    """Everybody present agrees to the thread; those named have a concern, whose words follow.

    Who blocked or raised a concern before and is not named now agrees from here on; the facilitator
    speaks for no group and gives no verdict. Raises NotUnderstood for a name that fits nobody, or several,
    Refused where nobody is there to agree.
    """
    people = {person.ref: person for person in draft.shop.all(Person)}
    if not any(person.present != "no" and person.group != "facilitator" for person in people.values()):
        raise Refused("Nobody is there to agree yet; step 1, People, lists who is in the room")
    exceptions = [_named(people, said) for said in exceptions]
    spoken = {v.person: v for v in draft.shop.all(Verdict) if v.on == on}
    for person in people.values():
        if person.ref in exceptions:
            before = spoken.get(person.ref)
            says = before.says if before and before.says != "agree" else "concern"
            acts.agree(draft, on, person.ref, says, before.words if before else "")
        elif person.present != "no" and person.group != "facilitator":
            before = spoken.get(person.ref)
            acts.agree(draft, on, person.ref, "agree", before.words if before and before.says == "agree" else "")


def says(draft: Draft, on: str, who: str, verdict: str, words: str) -> str:
    """What somebody says to a thread. Who is not under People yet is there from now on, `Dana Keller #business`."""
    person = called(draft.shop, who)
    if not draft.known(person):
        person = trailing.capture(draft, Person.kind, who, {"present": "yes"})
    return acts.agree(draft, on, person, verdict, words)


def say_back(draft: Draft, outcome: str, person: str, result: str) -> None:
    """Who said the thread back, and whether the room followed."""
    acts.edit(draft, outcome, "explained_by", person)
    acts.edit(draft, outcome, "explained", result)


def _named(people: dict[str, Person], said: str) -> str:
    """The ref of the one person that is meant: by ref, or by part of the name."""
    if said.upper() in people:
        return said.upper()
    found = [person for person in people.values() if said.lower() in person.name.lower()]
    if len(found) != 1:
        fits = f"fits {listed([person.name for person in found])}" if found else "fits nobody in this workshop"
        raise NotUnderstood(f"“{brief(said)}” {fits}; say more of the name, or the ref")
    return found[0].ref
