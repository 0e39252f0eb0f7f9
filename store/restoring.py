"""What a damaged file becomes: a backup, no further than the file itself went, with the newer changes of the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from store import check, log
from store.backups import Copy
from store.carving import Pieces
from store.coding import Row
from store.connecting import in_memory
from store.rebuilding import gaps, rebuilt


class Whole(NamedTuple):
    """A sound workshop: its bytes, its log, how many changes of it are the backup's and the damaged file's.

    `lines` tell where backup and file part: what of the one the other did not have, or no longer tells of.
    """

    data: bytes
    there: Pieces
    taken: int
    newer: int
    lines: list[str]


def joined(copy: Copy, held: Pieces, left: Pieces, end: int) -> Whole:
    """The backup with what is newer in the file; alone where that would not be sound.

    `held` is what the backup holds, `left` what is left of the file, `end` the file's last change, 0 where nobody
    can know it. Changes of the backup that come after it are of another file, or were given up on purpose.
    """
    end = end if end >= left.last else 0  # a log that ends before what can be read is cut off
    newer = {n: row for n, row in left.changes.items() if n > copy.last}
    beyond = [n for n in held.changes if n > (end or left.last)]
    lines = [_parting(beyond, held, known=bool(end))] if beyond else []
    taken = {n: row for n, row in held.changes.items() if not (end and n > end)}
    if newer or len(taken) < len(held.changes):
        acts = {id: row for id, row in held.batches.items() if not (end and int(row[7] or 0) > end)}
        data, there = rebuilt(Pieces(left.batches | acts, newer | taken))
        if not _fault(data):
            return Whole(data, there, len(taken), len(there.changes.keys() & newer.keys()), lines)
    lines = [_parting(beyond, held, known=False)] if beyond else []
    return Whole(copy.path.read_bytes(), held, len(held.changes), 0, lines)


def last_told(data: bytes) -> int:
    """The last change's number, where a damaged file's own log still leads from its root to its end; else 0."""
    if not data:
        return 0
    try:
        with in_memory(data) as db:
            return log.last_n(db)
    except (sqlite3.Error, ValueError, OverflowError):
        return 0


def missing(there: Pieces, left: Pieces) -> Iterator[str]:
    """What is known to have been in the damaged file and is not there now, a line for each run of changes."""
    lost = list(gaps(there, left.last))
    for first, last in lost:
        yield f"Missing: {_run(first, last, left.batches)}"
    if not lost:
        yield "Nothing that the damaged file tells of is missing"


def _parting(beyond: list[int], held: Pieces, *, known: bool) -> str:
    run = _run(min(beyond), max(beyond), held.batches)
    if known:
        return f"Left out, for the backup has it and the damaged file had not: {run}"
    return f"From the backup alone, for the damaged file no longer tells whether it had it: {run}"


def _run(first: int, last: int, batches: Mapping[str, Row]) -> str:
    """`change 52 to 54, of: add objective`."""
    known = sorted((int(row[7] or 0), int(row[8] or 0), str(row[3])) for row in batches.values())
    acts = [why for begin, end, why in known if begin <= last and end >= first]
    of = f", of: {'; '.join(dict.fromkeys(acts))}" if acts else ""
    return f"change {first:,}{f' to {last:,}' if last > first else ''}{of}"


def _fault(data: bytes) -> str:
    try:
        with in_memory(data) as db:
            return check.fault(db)
    except (sqlite3.Error, ValueError) as error:
        return str(error)
