"""Workshops made in memory for tests: what the room said, record by record."""

from datetime import date

from workshop.draft import Draft
from workshop.state import Workshop, kind_named

TODAY = date(2026, 11, 24)


def shop(today: date = TODAY, **about: str) -> Workshop:
    """A workshop with nothing in it but its own record."""
    made = Workshop(today=today)
    say(made, "workshop", title="Northwind", **about)
    return made


def say(made: Workshop, kind: str, **said: str) -> str:
    """One more record of what was typed; its ref."""
    draft = Draft(made)
    ref = draft.say(kind_named(kind), said)
    made.apply(draft.changes)
    return ref


def put(made: Workshop, ref: str, **said: str) -> None:
    """What was typed for fields of a record."""
    draft = Draft(made)
    for name, text in said.items():
        draft.set(ref, name, draft.read(made.find(ref).kind.field(name), text))
    made.apply(draft.changes)


def picture(made: Workshop) -> dict[str, dict[str, object]]:
    """Everything that a workshop holds, by ref."""
    return {r.ref: {"id": r.id, "place": r.place, **r.values()} for r in made}
