"""All agree, except: one verdict for everybody who is in the room."""

from __future__ import annotations

from collections.abc import Collection

from workshop import acts
from workshop.draft import Draft
from workshop.errors import NoSuchRecord
from workshop.records import Person, Verdict


def agree_except(draft: Draft, on: str, exceptions: Collection[str]) -> None:
    """Everybody present agrees to the thread; those named have a concern, whose words follow.

    Who blocked or raised a concern before and is not named now agrees from here on; the facilitator
    speaks for no group and gives no verdict. Raises NoSuchRecord for a name that is nobody's ref.
    """
    people = {person.ref: person for person in draft.shop.all(Person)}
    for ref in exceptions:
        if ref not in people:
            raise NoSuchRecord(ref)
    spoken = {v.person: v for v in draft.shop.all(Verdict) if v.on == on}
    for person in people.values():
        if person.ref in exceptions:
            before = spoken.get(person.ref)
            says = before.says if before and before.says != "agree" else "concern"
            acts.agree(draft, on, person.ref, says, before.words if before else "")
        elif person.present != "no" and person.group != "facilitator":
            before = spoken.get(person.ref)
            acts.agree(draft, on, person.ref, "agree", before.words if before and before.says == "agree" else "")
