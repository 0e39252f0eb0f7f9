"""The workshop as it stood after any change of its log, and the names of such places in the log."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from store.file import WorkshopFile
from store.tables import rewound
from workshop.answers import days
from workshop.change import Change, Logged
from workshop.declare import KINDS, Kind, Record
from workshop.difference import VERSION
from workshop.errors import WorkshopError
from workshop.records import Note, Ruling
from workshop.state import Workshop
from workshop.words import brief, folded, listed

_FEW = 5


class NoSuchVersion(WorkshopError):
    """A name that no state of the workshop has."""

    def __init__(self, said: str, names: list[str], last: int) -> None:
        more = f" (and {len(names) - _FEW} more)" if len(names) > _FEW else ""
        known = f" or {listed([f'“{brief(name)}”' for name in names[-_FEW:]], 'or')}{more}" if names else ""
        super().__init__(f"“{brief(said)}” is no version of this workshop; give a number from 0 to {last}{known}")


class Version(NamedTuple):
    """A name for a place in the log: the workshop after its first `n` changes; `at` is UTC in ISO form, or ""."""

    name: str
    n: int
    at: str = ""
    by: str = ""
    review: bool = False
    """Whether a review made it, rather than somebody who named it."""


def versions(file: WorkshopFile) -> list[Version]:
    """Every state that has a name, oldest first: those that somebody named, and the one at the end of each review."""
    ends = {act.id: act.last for act in file.acts()}
    found = [_version(record.text, entry, ends) for record, entry in _named(file)]
    found += [_version(f"review {day}", entry, ends, review=True) for day, entry in _reviews(file).items()]
    return sorted(found, key=lambda version: version.n)


def version(file: WorkshopFile, said: str) -> Version:
    """The state of that name, or after that number of changes. Raises NoSuchVersion."""
    last, wanted = file.last_n(), folded(said)
    if wanted.isdecimal() and len(wanted) < 16 and int(wanted) <= last:
        return Version(f"change {int(wanted):,}", int(wanted))
    known = versions(file)
    for one in reversed(known):
        if folded(one.name) == wanted:
            return one
    raise NoSuchVersion(said, [one.name for one in known], last)


def last_review(file: WorkshopFile) -> Version:
    """The state at the end of the last review before today; where none was held, the empty start."""
    today = file.shop.today.isoformat()
    held = [(day, entry) for day, entry in _reviews(file).items() if day < today]
    if not held:
        return Version("the start", 0)
    day, entry = max(held, key=lambda one: one[0])
    return after(file, entry)._replace(name=f"the review of {days.shown(day)}", review=True)


def after(file: WorkshopFile, entry: Logged) -> Version:
    """The state after the act to which a change belongs, called by that act."""
    end = next(act.last for act in file.acts() if act.id == entry.batch)
    return Version(entry.why, end, entry.at, entry.by)


def as_of(file: WorkshopFile, n: int) -> Workshop:
    """The workshop after its first `n` changes. Nothing is altered; it is another one, with all its records."""
    newer: dict[str, list[Change]] = {}
    for change in file.after(n):
        newer.setdefault(change.kind, []).append(change)

    def fetch(kind: Kind) -> Iterable[Record]:
        now = file.shop.of(kind.name)
        if kind.name not in newer:
            return now
        return rewound({record.ref: record for record in now}, newer[kind.name])

    then = Workshop(fetch, today=file.shop.today)
    for kind in KINDS:
        then.table(kind)
    return then


def _version(name: str, entry: Logged, ends: dict[str, int], *, review: bool = False) -> Version:
    return Version(name, ends[entry.batch], entry.at, entry.by, review)


def _named(file: WorkshopFile) -> list[tuple[Note, Logged]]:
    """Each note that names a version, with the change that last made it one."""
    notes = {note.ref: note for note in file.shop.all(Note) if note.what == VERSION}
    made = {
        entry.ref: entry
        for entry in (file.changes_of(Note.kind) if notes else ())
        if entry.field == "what" and entry.new == VERSION
    }
    return [(notes[ref], entry) for ref, entry in made.items() if ref in notes]


def _reviews(file: WorkshopFile) -> dict[str, Logged]:
    """The day of each review with the change by which its last ruling came; what is mended later moves nothing."""
    held = {ruling.ref: ruling.review for ruling in file.shop.all(Ruling) if ruling.review}
    entries = file.changes_of(Ruling.kind) if held else ()
    return {held[e.ref]: e for e in entries if e.field is None and e.new and e.ref in held}
