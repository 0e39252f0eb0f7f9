"""Comparing two states of a workshop: what came, what went, which answers are others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from screens.cli import say
from screens.cli.arguments import Said
from store.file import WorkshopFile
from workshop.answers import values
from workshop.words import plural

if TYPE_CHECKING:
    from store.versions import Version
    from workshop.declare import Record, Value
    from workshop.difference import Changed, Difference
    from workshop.state import Workshop


def diff(said: Said) -> int:
    """Say what is otherwise in one state than in another."""
    from store.versions import Version, as_of, last_review, version
    from workshop.difference import difference

    with WorkshopFile.open(Path(said["FILE"]), write=False) as file:
        one = version(file, said["A"]) if said["A"] else last_review(file)
        other = version(file, said["B"]) if said["B"] else Version("now", file.last_n())
        then, now = as_of(file, one.n), as_of(file, other.n)
    found = difference(then, now)
    if "--json" in said:
        say.records([_plain(found)])
    else:
        for line in _lines(found, then, now, f"From {_named(one)} to {_named(other)}"):
            say.line(line)
    return 0


def names() -> str:
    """How a state gets a name, for the help."""
    return (
        "A review names the state at its end: review 2027-01-12. Any other gets its name in the room with V, or by:\n"
        '  goldenthread add FILE note on=W1 what=version text="before the board"'
    )


def _named(version: Version) -> str:
    if version.name.startswith("change ") or not version.n:
        return version.name
    return f"{version.name} (change {version.n:,})"


def _plain(found: Difference) -> dict[str, object]:
    return {
        "added": [record.ref for record in found.added],
        "removed": [record.ref for record in found.removed],
        "changed": [
            {"ref": each.record.ref, "field": each.field, "old": _cell(each.old), "new": _cell(each.new)}
            for each in found.changed
        ],
    }


def _cell(value: Value) -> str | int | float | None:
    """Refs as scripts write them, `C1,C2`; anything else as it is."""
    return ",".join(value) if isinstance(value, tuple) else value


def _lines(found: Difference, then: Workshop, now: Workshop, title: str) -> Iterator[str]:
    if not found:
        yield f"{title}: nothing is otherwise."
        return
    told = [f"{len(found.added):,} added", f"{len(found.removed):,} removed", f"{len(found.changed):,} changed"]
    yield f"{title}: {', '.join(told)}"
    yield from _records("Added", found.added, now)
    yield from _records("Removed", found.removed, then)
    yield from _changed(found.changed, then, now)


def _records(title: str, records: list[Record], shop: Workshop) -> Iterator[str]:
    """The records under their kind, each in a line."""
    kind = None
    for record in records:
        if record.kind is not kind:
            kind = record.kind
            many = sum(1 for each in records if each.kind is kind)
            yield ""
            yield f"{title}: {plural(many, kind.name, kind.plural)}"
        yield f"  {record.ref:4}  {_words(record, shop)}"


def _words(record: Record, shop: Workshop) -> str:
    """The words of a record; of a cell, what it holds."""
    spec = record.kind.field(record.kind.called)
    return values.of(record, spec.name, shop) or record.ref


def _changed(changed: Iterable[Changed], then: Workshop, now: Workshop) -> Iterator[str]:
    ref = ""
    for each in changed:
        if not ref:
            yield from ("", "Changed")
        if each.record.ref != ref:
            ref = each.record.ref
            yield f"  {ref:4}  {_words(each.record, now)}"
        old, new = (values.of(shop.find(ref), each.field, shop) for shop in (then, now))
        yield f"        {each.record.kind.field(each.field).label}: {_quoted(old)} -> {_quoted(new)}"


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "nothing"
