"""A JSON export of ours that came back: the records that it tells of, against those that were told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from exporters.guard import NotReadable
from exporters.returned import Sent
from workshop.answers import values
from workshop.declare import KINDS, Kind, Record
from workshop.incoming.aim import Aim, Edit
from workshop.incoming.handback import Gone, Handback
from workshop.incoming.headers import Problem
from workshop.state import Workshop, kind_of
from workshop.words import brief

_DEEPEST = "nested too deeply for records"


class Told(NamedTuple):
    """What the file says of itself, and its records by kind."""

    sent: Sent
    records: dict[str, Any]


def read(data: bytes, name: str) -> Told:
    """Raises NotReadable when it is no JSON export of ours."""
    try:
        said = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise NotReadable(name, "this is not UTF-8; save it as UTF-8") from None
    except RecursionError:
        raise NotReadable(name, _DEEPEST) from None
    except ValueError as error:
        raise NotReadable(name, f"this is no JSON ({brief(str(error))})") from None
    records = said.get("records") if isinstance(said, dict) else None
    if not isinstance(records, dict):
        raise NotReadable(name, 'this JSON has no "records"; export one with: goldenthread export FILE --format json')
    return Told(Sent(str(said.get("export", "")), left_out=str(said.get("shows", "whole"))), records)


def handback(told: Told, shop: Workshop) -> Handback:
    """What the records say that those of `shop` do not."""
    back = Handback(exact=True)
    for name in told.records:
        if name not in KINDS:
            back.problems.append(Problem(brief(name), "no kind of record; left out"))
    for kind in KINDS.values():
        rows = told.records.get(kind.name, [])
        seen = list(_edits(kind, rows, shop, back))
        if kind.prefix:
            back.orders.append(seen)
        if kind.name in told.records:
            back.gone += [Gone(kind.name, record.ref) for record in shop.of(kind.name) if record.ref not in seen]
    return back


def _edits(kind: Kind, rows: Any, shop: Workshop, back: Handback) -> Iterator[str]:
    """Put what each row says into the handback; the refs of the rows."""
    for number, row in enumerate(rows if isinstance(rows, list) else [rows], 1):
        where = f"{kind.name} {number}"
        ref = row.get("ref") if isinstance(row, dict) else None
        if not isinstance(ref, str) or kind_of(ref) != kind.name:
            back.problems.append(Problem(where, f"has no ref of kind {kind.name}; left out"))
            continue
        yield ref
        record = shop.get(ref)
        for field, value in row.items():
            text = _said(value)
            if field == "ref":
                continue
            if field not in kind.named or text is None:
                back.problems.append(
                    Problem(f"{where}, {brief(field)}", "is nothing that such a record says; left out")
                )
            elif text != _held(record, field):
                aim = Aim(kind.name, ref, field)
                back.edits.append(Edit(f"{ref}.{field}", aim, text, ref, _held(record, field), record is None))


def _said(value: object) -> str | None:
    if value is None:
        return ""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def _held(record: Record | None, field: str) -> str:
    return values.said(record.kind.named[field], getattr(record, field)) if record else ""
