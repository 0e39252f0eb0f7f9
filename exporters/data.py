"""The whole workshop as JSON: every record, every thread, every change."""

from __future__ import annotations

import json
from collections.abc import Sequence

from exporters.logged import Logged, export_id
from workshop.declare import KINDS, Record, Value
from workshop.state import Workshop
from workshop.threads import Thread, threads

Json = str | int | float | None

_LAYERS = ("objective", "outcome", "process", "metric")
_ROW = ("n", "at", "by", "why", "step", "origin", "batch", "ref", "kind", "field", "old", "new")


def made(shop: Workshop, log: Sequence[Logged]) -> bytes:
    """The workshop as UTF-8 JSON, in the shape that other programs count on.

    Values stand as a script would set them: ISO dates, amounts as typed, several refs as `C1,C2`, whole
    numbers as numbers (null where none was said), anything else that was not said as "".
    """
    whole = {
        "made_by": "goldenthread",
        "export": export_id(log),
        "title": shop.about.title,
        "records": {name: [_record(record) for record in shop.of(name)] for name in KINDS},
        "threads": [_thread(thread) for thread in threads(shop)],
        "changes": [{name: _plain(getattr(entry, name)) for name in _ROW} for entry in log],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _record(record: Record) -> dict[str, Json]:
    return {"ref": record.ref, **{name: _plain(value) for name, value in record.values().items()}}


def _thread(thread: Thread) -> dict[str, Json]:
    return {name: knot.ref if knot else None for name, knot in zip(_LAYERS, thread.layers, strict=True)}


def _plain(value: Value) -> Json:
    return ",".join(value) if isinstance(value, tuple) else value
