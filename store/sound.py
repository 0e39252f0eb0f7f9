"""Whether a kind's rows hold only what its declaration allows: a flipped bit must not reach the room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from store.coding import Row
from workshop.declare import Field, Kind

_TEXT, _WHOLE = {str}, {int, type(None)}
Column = tuple[object, ...]


def refuse_damage(kind: Kind, rows: Sequence[Row]) -> None:
    """Raise ValueError when a row, its empty values as the declaration has them, cannot be of that kind.

    Whole columns are looked at, which costs a tenth of looking at each value.
    """
    if not rows:
        return
    ids, refs, places, *columns = zip(*rows, strict=True)
    held = dict(zip((field.name for field in kind.fields), columns, strict=True))
    wrong = [field.name for field in kind.fields if not _sound(field, held[field.name])]
    if set(map(type, ids)) != _TEXT or set(map(type, places)) != {float} or set(map(type, refs)) != _TEXT:
        wrong.append("id, ref or place")
    elif not _named(kind, refs, held):
        wrong.append("ref")
    if wrong:
        raise ValueError(f"its {kind.plural} cannot be read ({wrong[0]})")


def _named(kind: Kind, refs: Column, held: dict[str, Column]) -> bool:
    """Whether each ref is the kind's letter with a number, or for cells what its fields say."""
    if kind.key:
        stands_on = zip(*(held[name] for name in kind.key), strict=True)
        return all(ref == "/".join(str(part or "-") for part in on) for ref, on in zip(refs, stands_on, strict=True))
    return all(map(re.compile(kind.prefix + "[0-9]+").fullmatch, refs))  # type: ignore[arg-type]


def _sound(field: Field, column: Column) -> bool:
    found = set(column)
    if field.choices:
        return found <= {"", *field.choices}
    if field.span:
        least, most = field.span
        return set(map(type, column)) <= _WHOLE and all(n is None or least <= n <= most for n in found)  # type: ignore[operator]
    if set(map(type, column)) != _TEXT:
        return False
    return field.type != "day" or all(map(_is_day, found))


def _is_day(said: object) -> bool:
    try:
        return not said or date.fromisoformat(str(said)).isoformat() == said
    except ValueError:
        return False
