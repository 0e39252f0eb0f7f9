"""A row of the change log as the exports need it, wherever it was kept."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Protocol

from workshop.declare import Value


class Logged(Protocol):
    """One change: number, when (UTC, ISO), by whom, in which act, at which step, from where, and what."""

    @property
    def n(self) -> int: ...
    @property
    def at(self) -> str: ...
    @property
    def by(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def step(self) -> int: ...
    @property
    def origin(self) -> str: ...
    @property
    def batch(self) -> str: ...
    @property
    def ref(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def field(self) -> str | None: ...
    @property
    def old(self) -> Value: ...
    @property
    def new(self) -> Value: ...


def export_id(log: Sequence[Logged]) -> str:
    """The state that an export shows, named by its last change: `57-9f3c…`, its number and a digest of it."""
    if not log:
        return "0"
    last = log[-1]
    said = "\x1f".join(map(repr, (last.n, last.at, last.batch, last.ref, last.field, last.old, last.new)))
    return f"{last.n}-{sha256(said.encode('utf-8', 'replace')).hexdigest()[:16]}"
