"""A single damaged byte in a change or an act, put back: of all that it could be, one makes the digest right."""

from __future__ import annotations

from collections.abc import Iterator

from store import carving, coding
from store.carving import Pieces
from store.coding import Row
from store.rebuilding import gaps

_WIDEST = 600
"""Bytes of a row in which every byte is tried, which takes about a second."""
_FEW = 8
_MOST = 30
"""Rows that are tried."""


def corrected(data: bytes, pieces: Pieces) -> Pieces:
    """The pieces, with those changes that one wrong byte kept from being whole."""
    batches = pieces.batches | dict(_acts(data, pieces))
    seeds = {id: coding.seed(*row[:7]) for id, row in batches.items()}
    changes = dict(pieces.changes)
    last = Pieces(batches, changes).last
    missing = {n for first, end in gaps(pieces, last) for n in range(first, end + 1)}
    for n, said in _misnumbered(data, seeds, missing):
        changes[n] = (n, *said[1:8])
        missing.discard(n)
    for at, ns in _astray(data, missing):
        for said in _variants(data, at):
            seed = seeds.get(str(said[1]))
            fits = [n for n in ns if seed and carving.proved(seed, n, said)]
            if fits:
                changes[fits[0]] = (fits[0], *said[1:8])
                break
    return Pieces(batches, changes)


def _misnumbered(data: bytes, seeds: dict[str, tuple[int, int]], missing: set[int]) -> list[tuple[int, Row]]:
    """The changes that are whole but for their number, where only a few can be meant."""
    rows = (_row(data, found.start()) for found in carving.CHANGE.finditer(data) if 0 < len(missing) <= _FEW)
    known = ((said, seeds[str(said[1])]) for said in rows if said and str(said[1]) in seeds)
    return [(n, said) for said, seed in known for n in missing if carving.proved(seed, n, said)]


def _acts(data: bytes, pieces: Pieces) -> Iterator[tuple[str, Row]]:
    """The acts of which changes are there, but no row that fits these."""
    orphans: dict[str, tuple[int, Row]] = {}
    for found in carving.CHANGE.finditer(data):
        said = _row(data, found.start())
        if said and str(said[1]) not in pieces.batches:
            orphans.setdefault(str(said[1]), (found.start(), said))
    tried = 0
    for found in carving.BATCH.finditer(data) if orphans else ():
        told = _row(data, found.start())
        if (told and str(told[0]) in pieces.batches) or tried >= _MOST:
            continue
        tried += 1
        for row in _variants(data, found.start()):
            if str(row[0]) in orphans and carving.is_batch(row):
                at, said = orphans[str(row[0])]
                seed = coding.seed(*row[:7])
                if any(carving.proved(seed, n, said) for n in carving.numbers(data, at)):
                    yield str(row[0]), row
                    break


def _astray(data: bytes, missing: set[int]) -> Iterator[tuple[int, list[int]]]:
    """Where a change begins that may be a missing one, and which."""
    tried = 0
    for found in carving.CHANGE.finditer(data) if missing else ():
        ns = [n for n in carving.numbers(data, found.start()) if n in missing]
        if ns and tried < _MOST:
            tried += 1
            yield found.start(), ns


def _row(data: bytes, at: int) -> Row | None:
    try:
        return carving.row(data, at, carving.page_size(data))
    except (IndexError, ValueError):
        return None


def _variants(data: bytes, at: int) -> Iterator[Row]:
    """The row as it is, and with each other value of each of its bytes."""
    as_it_is = _row(data, at)
    if as_it_is:
        yield as_it_is
    try:
        size = carving.length(data, at)
    except (IndexError, ValueError):
        return
    whole = bytearray(data[at : at + min(size, _WIDEST) + 8])
    there = at + size <= len(data)  # a file that was cut off may end within a row
    for index in range(size if size <= _WIDEST and there else 0):
        right = whole[index]
        for byte in range(256):
            whole[index] = byte
            row = _row_alone(bytes(whole)) if byte != right else None
            if row:
                yield row
        whole[index] = right


def _row_alone(data: bytes) -> Row | None:
    try:
        return carving.row(data, 0, 4096)
    except (IndexError, ValueError):
        return None
