"""The whole workshop as JSON: every record, every thread, every change."""

from __future__ import annotations

import json
from collections.abc import Sequence

from exporters.state_shown import export_id
from workshop.change import Logged
from workshop.declare import KINDS, Record, Value
from workshop.derived.threads import Thread, threads
from workshop.state import Workshop

Json = str | int | float | None

_LAYERS = ("objective", "outcome", "process", "metric")
_ROW = ("n", "at", "by", "why", "step", "origin", "batch", "ref", "kind", "field", "old", "new")


def made(shop: Workshop, log: Sequence[Logged], *, redacted: bool = False) -> bytes:
    """The workshop as UTF-8 JSON, in the shape that other programs count on.

    `redacted` says of what it is given that something was left out of it.
    Values stand as a script would set them: ISO dates, amounts as typed, several refs as `C1,C2`, whole
    numbers as numbers (null where none was said), anything else that was not said as "".
    """
    records = {name: [told(record) for record in shop.of(name)] for name in KINDS}
    parts = {
        "made_by": '"goldenthread"',
        "export": _json(export_id(log)),
        "shows": _json("redacted" if redacted else "whole"),
        "title": _json(shop.about.title),
        "records": _object({name: _lines(rows) for name, rows in records.items()}),
        "threads": _lines([_thread(thread) for thread in threads(shop)]),
        "changes": _lines([{name: _plain(getattr(entry, name)) for name in _ROW} for entry in log]),
    }
    return (_object(parts) + "\n").encode("utf-8", "replace")


def _lines(rows: list[dict[str, Json]]) -> str:
    """A list with one row a line: quick to write, and two exports can be compared line by line."""
    return "[\n" + ",\n".join(map(_json, rows)) + "\n]" if rows else "[]"


def _object(parts: dict[str, str]) -> str:
    return "{" + ",\n".join(f'"{name}": {part}' for name, part in parts.items()) + "}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def told(record: Record) -> dict[str, Json]:
    """A record as programs get it: its ref and its fields, as a script would set them."""
    return {"ref": record.ref, **{name: _plain(value) for name, value in record.values().items()}}


def _thread(thread: Thread) -> dict[str, Json]:
    return {name: knot.ref if knot else None for name, knot in zip(_LAYERS, thread.layers, strict=True)}


def _plain(value: Value) -> Json:
    return ",".join(value) if isinstance(value, tuple) else value
