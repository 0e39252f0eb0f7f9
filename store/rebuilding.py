"""A workshop made anew from what is left of its log."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from store import coding, log, schema, tables
from store.carving import Pieces
from store.schema import insertion
from workshop.change import Change, fresh_id
from workshop.declare import KINDS
from workshop.state import Workshop


def rebuilt(pieces: Pieces) -> tuple[bytes, Pieces]:
    """The bytes of a sound workshop in which every change is that fits those before it, and which these were.

    Changes keep their numbers, so that between them some may be missing; then a last act says so, and nothing
    before it is undone any more. A record whose birth is lost stays away, but for the workshop's own. Raises
    sqlite3.Error.
    """
    fitting = Pieces(dict(pieces.batches), {})
    shop, changes = Workshop(), list[Change]()

    def add(why: str, first: int, more: list[Change], *, last: bool = False) -> None:
        batch = log.batch(why, 1, "typed", "", more)
        batch = batch._replace(undoes=batch.id) if last else batch
        about = (batch.id, batch.at, batch.by, batch.why, batch.step, batch.origin, batch.undoes)
        fitting.batches[batch.id] = (*about, first, first + len(more) - 1)
        for n, (kind, ref, id, field, old, new) in enumerate(more, first):
            fitting.changes[n] = (n, batch.id, kind, ref, id, field, coding.text(old), coding.text(new))
        shop.apply(more)
        changes.extend(more)

    if all(row[2] != "workshop" or row[5] is not None for row in pieces.changes.values()):
        add("start the workshop anew", next(gaps(pieces, pieces.last + 1))[0], [_birth(pieces)])
    for n, row in sorted(pieces.changes.items()):
        change = _change(row)
        if change and _fits(change, shop):
            shop.apply([change])
            changes.append(change)
            fitting.changes[n] = row
    if any(gaps(fitting, pieces.last)):
        nothing = Change("workshop", "W1", shop.about.id, "place", shop.about.place, shop.about.place)
        add("mended: changes before this one are missing", pieces.last + 1, [nothing, *_lost_keys(shop)], last=True)
    return _written(fitting, shop, changes), fitting


def _birth(pieces: Pieces) -> Change:
    """The workshop's own record, born anew since nobody knows how it was; before everything else that is said of it."""
    known = next((str(row[4]) for row in pieces.changes.values() if row[2] == "workshop"), "")
    return Change("workshop", "W1", known or fresh_id(), None, None, "W1")


def _lost_keys(shop: Workshop) -> Iterator[Change]:
    """What the refs of cells tell of the fields that they stand on, where the change that said so is lost."""
    for kind in KINDS.values():
        for record in shop.of(kind.name) if kind.key else ():
            for name, part in zip(kind.key, record.ref.split("/"), strict=False):
                held, told = getattr(record, name), "" if part == "-" else part
                if held != told:
                    yield Change(kind.name, record.ref, record.id, name, held, told)


def _change(row: coding.Row) -> Change | None:
    kind, ref, id, field, old, new = row[2:8]
    try:
        return coding.change(kind, ref, id, field, old, new)  # type: ignore[arg-type]
    except ValueError:
        return None


def _fits(change: Change, shop: Workshop) -> bool:
    """Whether it speaks of a record that is there, or brings one that is not."""
    there = change.ref in shop.table(change.kind)
    return there != (change.field is None and bool(change.new))


def _written(pieces: Pieces, shop: Workshop, changes: list[Change]) -> bytes:
    db = sqlite3.connect(":memory:", isolation_level=None)
    try:
        schema.lay_out(db)
        db.execute("BEGIN")
        db.executemany(insertion("changes"), _digested(pieces))
        held: dict[str, list[int]] = {}
        for n, row in pieces.changes.items():
            held.setdefault(str(row[1]), []).append(n)
        counted = [(*pieces.batches[id][:7], min(ns), max(ns)) for id, ns in held.items()]
        db.executemany(insertion("batches"), counted)
        db.executemany(insertion("numbers"), shop.numbers.items())
        tables.write(db, changes)
        db.execute("COMMIT")
        return db.serialize()
    finally:
        db.close()


def _digested(pieces: Pieces) -> Iterator[coding.Row]:
    seeds = {id: coding.seed(*row[:7]) for id, row in pieces.batches.items()}
    for row in pieces.changes.values():
        yield *row, coding.digest(seeds[str(row[1])], *row)


def gaps(pieces: Pieces, last: int) -> Iterator[tuple[int, int]]:
    """The numbers up to `last` of which no change is there, from the first to the last of each run."""
    before = 0
    for n in (*sorted(pieces.changes), last + 1):
        if n > before + 1:
            yield before + 1, n - 1
        before = n
