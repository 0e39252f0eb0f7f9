"""Which state of the workshop an export shows."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from workshop.change import Logged


def export_id(log: Sequence[Logged]) -> str:
    """The state that an export shows, named by its last change: `57-9f3c…`, its number and a digest of it."""
    if not log:
        return "0"
    last = log[-1]
    said = "\x1f".join(map(repr, (last.n, last.at, last.batch, last.ref, last.field, last.old, last.new)))
    return f"{last.n}-{sha256(said.encode('utf-8', 'replace')).hexdigest()[:16]}"
