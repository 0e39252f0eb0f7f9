"""What can still be read of a workshop's log in the bytes of a damaged file, wherever in them it stands.

Rows are found by the beginning that they have in SQLite's file format, not by way of its pages, and a change
counts only where its digest says that it is whole: https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from store import coding
from store.coding import Cell, Row

CHANGE = re.compile(rb"(?=[\x0a-\x16]\x00\x2d)")
"""How a row of `changes` begins: the length of its header, no n (the row's own number), an id of 16 letters."""
BATCH = re.compile(rb"(?=[\x0a-\x16]\x2d\x47)")
"""How a row of `batches` begins: the length of its header, an id of 16 letters, a time of 29."""
_COLUMNS = 9
_LONGEST = 1 << 20
"""Bytes of a row; no answer is that long."""
_BELIEVED = 10_000
"""Changes that are missed after the last one that is there."""
_NUMBER = re.compile(rb"[\x80-\xff]{0,4}[\x00-\x7f]\Z", re.DOTALL)


class Pieces(NamedTuple):
    """Parts of a log: rows of `batches` by id, rows of `changes` (without the digest) by n."""

    batches: dict[str, Row]
    changes: dict[int, Row]

    @property
    def last(self) -> int:
        """The last change that is there, or of which a batch tells that is believed: nothing proves what it counts."""
        there = max(self.changes, default=0)
        told = (int(row[8] or 0) for row in self.batches.values())
        return max([there, *(last for last in told if last <= there + _BELIEVED)])


def carved(data: bytes) -> Pieces:
    """What can be read of a log, every change of it as it was written."""
    batches = {str(row[0]): row for _, row in _rows(data, BATCH) if is_batch(row)}
    seeds = {id: coding.seed(*row[:7]) for id, row in batches.items()}
    changes: dict[int, Row] = {}
    for at, said in _rows(data, CHANGE):
        id = str(said[1])
        for n in numbers(data, at) if id in seeds else ():
            if proved(seeds[id], n, said) and _later(batches, id, changes.get(n)):
                changes[n] = (n, *said[1:8])
    used = {str(row[1]) for row in changes.values()}
    return Pieces({id: row for id, row in batches.items() if id in used}, changes)


def proved(seed: tuple[int, int], n: int, said: Row) -> bool:
    """Whether a change of that number, in the act with that seed, has the digest that it should."""
    return coding.digest(seed, n, *said[1:8]) == said[8]


def _later(batches: dict[str, Row], id: str, there: Row | None) -> bool:
    """Whether a change of that batch is the one to keep: what was never committed may lie about too."""
    return there is None or str(batches[id][1]) > str(batches[str(there[1])][1])


def is_batch(row: Row) -> bool:
    """Whether a row has the types that one of `batches` has."""
    return all(type(cell) is str for cell in (*row[:4], *row[5:7])) and all(
        type(cell) is int for cell in (row[4], *row[7:])
    )


def numbers(data: bytes, at: int) -> Iterator[int]:
    """The numbers that a row beginning there may have: as many bytes before it as could be its number."""
    found = _NUMBER.search(data[max(at - 5, 0) : at])
    for begin in range(len(found[0]) if found else 0):
        yield _varint(found[0], begin)[0]  # type: ignore[index]


def _rows(data: bytes, beginning: re.Pattern[bytes]) -> Iterator[tuple[int, Row]]:
    for found in beginning.finditer(data):
        try:
            yield found.start(), row(data, found.start(), page_size(data))
        except (IndexError, ValueError):
            continue


def page_size(data: bytes) -> int:
    """The bytes of a page, as the header says; as the program makes them where that cannot be."""
    page = int.from_bytes(data[16:18], "big")
    return 65_536 if page == 1 else page if page >= 512 and page & (page - 1) == 0 else 4096


def row(data: bytes, at: int, page: int) -> Row:
    """The row that begins there. Raises IndexError, ValueError where there is none."""
    types, size = _header(data, at)
    payload = _payload(data, at, size + sum(map(_size, types)), page)
    cells: list[Cell] = []
    for type_ in types:
        cells.append(_cell(type_, payload[size : size + _size(type_)]))
        size += _size(type_)
    return tuple(cells)


def length(data: bytes, at: int) -> int:
    """How many bytes the row that begins there has. Raises IndexError, ValueError."""
    types, size = _header(data, at)
    return size + sum(map(_size, types))


def _header(data: bytes, at: int) -> tuple[list[int], int]:
    """The types of a row's cells, and how many bytes say so."""
    size, here = _varint(data, at)
    types: list[int] = []
    while here < at + size:
        type_, here = _varint(data, here)
        types.append(type_)
    if here != at + size or len(types) != _COLUMNS:
        raise ValueError
    return types, size


def _payload(data: bytes, at: int, size: int, page: int) -> bytes:
    """The bytes of a row, gathered from the pages over which a long one flows."""
    if size > _LONGEST:
        raise ValueError
    local = size
    if size > page - 35:
        least = (page - 12) * 32 // 255 - 23
        local = least + (size - least) % (page - 4)
        local = local if local <= page - 35 else least
    parts, left = [data[at : at + local]], size - local
    following = data[at + local : at + local + 4]
    while left > 0:
        begin = (int.from_bytes(following, "big") - 1) * page
        if begin < 0 or begin + 4 > len(data):
            raise ValueError
        parts.append(data[begin + 4 : begin + 4 + min(left, page - 4)])
        following, left = data[begin : begin + 4], left - (page - 4)
    return b"".join(parts)


def _size(type_: int) -> int:
    if type_ >= 12:
        return (type_ - 12) // 2
    return (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[type_]


def _cell(type_: int, held: bytes) -> Cell:
    if type_ == 0:
        return None
    if type_ >= 13 and type_ % 2 and len(held) == _size(type_):
        return held.decode()
    if type_ in (8, 9):
        return type_ - 8
    if type_ > 6 or len(held) != _size(type_):
        raise ValueError
    return int.from_bytes(held, "big", signed=True)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of SQLite's, and where what follows it begins."""
    value = 0
    for index in range(at, at + 9):
        value = value << 7 | data[index] & 0x7F
        if data[index] < 0x80:
            return value, index + 1
    raise ValueError
