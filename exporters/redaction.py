"""What a reader outside the room may see: no private notes, single scores or verdict words; people by their role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshop.change import Logged
from workshop.declare import Kind, Record
from workshop.records import Note, Person, Score, Verdict
from workshop.state import Workshop


def redacted(shop: Workshop) -> Workshop:
    """The workshop without what is the room's own business. Nothing is altered; it is another one."""

    def fetch(kind: Kind) -> Iterator[Record]:
        return (_seen(record) for record in shop.of(kind.name) if not hidden(record))

    return Workshop(fetch, numbers=dict(shop.numbers), today=shop.today)


def redacted_log(shop: Workshop, log: Sequence[Logged]) -> list[Logged]:
    """The change log to go with it: no change of a record that is left out, no name and no verdict word."""
    gone = {record.ref for record in shop if hidden(record)}
    private = {row.ref for row in log if row.kind == Note.kind.name and (row.field, row.new) == ("private", "yes")}
    single = {row.ref for row in log if row.kind == Score.kind.name and "/-/" not in row.ref}
    roles = {person.ref: _role(person) for person in shop.all(Person)}
    return [_row(row, roles) for row in log if row.ref not in gone | private | single]


def hidden(record: Record) -> bool:
    """Whether a record is the room's own business: a private note, one person's score."""
    if isinstance(record, Note):
        return record.private == "yes"
    return isinstance(record, Score) and bool(record.person)


def _seen(record: Record) -> Record:
    if isinstance(record, Verdict):
        return record.but("words", "")
    return record.but("name", _role(record)) if isinstance(record, Person) else record


def _role(person: Person) -> str:
    return person.role or person.group or "Somebody"


def _row(row: Logged, roles: dict[str, str]) -> Logged:
    old, new = row.old, row.new
    if (row.kind, row.field) == (Verdict.kind.name, "words"):
        old, new = old and "…", new and "…"
    if (row.kind, row.field) == (Person.kind.name, "name"):
        role = roles.get(row.ref, "Somebody")
        old, new = old and role, new and role
    return row._replace(by="", old=old, new=new)
