"""What happens to a workshop: changes, and the batches that are done and undone as one."""

from __future__ import annotations

from os import urandom
from typing import Literal, NamedTuple

from workshop.declare import Value

Origin = Literal["typed", "pasted", "imported", "merged", "undone"]


class Change(NamedTuple):
    """One field of one record going from old to new.

    Without a field the record is born (`new` is its ref) or removed (`old` is its ref). The field
    `place` is the record's position among its kind. `id` is the record's, unique across machines.
    """

    kind: str
    ref: str
    id: str
    field: str | None
    old: Value
    new: Value

    def undone(self) -> Change:
        """The change that takes this one back."""
        return self._replace(old=self.new, new=self.old)


class Batch(NamedTuple):
    """What was done in one go: kept in one transaction, undone as one.

    `at` is UTC in ISO form, `why` names the act for people, `step` is 1 to 6, `undoes` is the id of
    the batch that this one takes back (empty for an ordinary act; its own where nothing before it can be undone).
    """

    id: str
    at: str
    by: str
    why: str
    step: int
    origin: Origin
    changes: tuple[Change, ...]
    undoes: str = ""


class Logged(NamedTuple):
    """One change as the log tells it, with what its batch says of it.

    `n` counts changes, `at` is UTC in ISO form, `field` is None where a record is born or removed.
    """

    n: int
    at: str
    by: str
    why: str
    step: int
    origin: str
    batch: str
    ref: str
    kind: str
    field: str | None
    old: Value
    new: Value


def fresh_id() -> str:
    """An id that no other machine will ever make: 64 random bits."""
    return urandom(8).hex()
