"""How values stand in the file: NULL for nothing said, plain text in the log, a digest on each change."""

from __future__ import annotations

from collections.abc import Callable
from zlib import adler32, crc32

from workshop.change import Change
from workshop.declare import KINDS, Field, Value

Cell = str | int | float | None
Row = tuple[Cell, ...]


def cell(value: Value) -> Cell:
    """The value as a column of its kind's table holds it."""
    if isinstance(value, tuple):
        return ",".join(value) or None
    return None if value == "" else value


def text(value: Value) -> str | None:
    """The value as the log holds it."""
    held = cell(value)
    return held if held is None or isinstance(held, str) else repr(held)


def change(kind: str, ref: str, id: str, field: str | None, old: str | None, new: str | None) -> Change:
    """A change as the log holds it. Raises ValueError for one that no declaration knows."""
    if type(id) is not str:
        raise ValueError(f"its log tells of a {kind} without an id")
    return Change(kind, ref, id, field, *values(kind, ref, field, old, new))


def values(kind: str, ref: str, field: str | None, old: str | None, new: str | None) -> tuple[Value, Value]:
    """The old and the new value of a change. Raises ValueError for a change that no declaration knows."""
    decode = _DECODERS.get((kind, field))
    if decode is None or type(ref) is not str or type(old) not in _WORDS or type(new) not in _WORDS:
        raise ValueError(f"its log tells of “{field}” of {kind} {ref}, which cannot be")
    return decode(old), decode(new)


def digest(seed: tuple[int, int], *held: Cell) -> int:
    """64 bits over what a change holds, begun with its batch's; signed, as SQLite's integers are.

    Two cheap checksums that have nothing in common: this finds damage, not forgery.
    """
    said = "\x1f".join("\x00" if part is None else str(part) for part in held).encode("utf-8", "replace")
    return (crc32(said, seed[0]) << 32 | adler32(said, seed[1])) - (1 << 63)


def fingerprint(said: str) -> str:
    """Sixteen letters by which a file of the user's own folders is found again."""
    return f"{digest((0, 1), said) + (1 << 63):016x}"


def seed(*held: Cell) -> tuple[int, int]:
    """What a batch gives to the digests of its changes."""
    said = "\x1f".join(str(part) for part in held).encode("utf-8", "replace")
    return crc32(said), adler32(said)


_WORDS = {str, type(None)}


def _refs(held: str | None) -> Value:
    return tuple(held.split(",")) if held else ()


def _whole(held: str | None) -> Value:
    return int(held) if held else None


def _place(held: str | None) -> Value:
    return float(held or 0)


def _words(held: str | None) -> Value:
    return held or ""


def _ref(held: str | None) -> Value:
    return held


def _decoder(field: Field) -> Callable[[str | None], Value]:
    return _refs if field.type == "refs" else _whole if field.type == "count" else _words


_DECODERS: dict[tuple[str, str | None], Callable[[str | None], Value]] = {
    (kind.name, name): decode
    for kind in KINDS.values()
    for name, decode in [(None, _ref), ("place", _place), *((f.name, _decoder(f)) for f in kind.fields)]
}
