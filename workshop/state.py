"""The workshop in memory: all its records, and what changes make of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache, wraps
from typing import TypeVar, cast

from workshop.change import Change
from workshop.declare import KINDS, Kind, R, Record
from workshop.errors import NoSuchKind, NoSuchRecord, Refused
from workshop.records import Shop

T = TypeVar("T")
Table = dict[str, Record]
Fetch = Callable[[Kind], Iterable[Record]]
Work = Callable[["Workshop"], object]

_BY_PREFIX = {kind.prefix: kind.name for kind in KINDS.values() if kind.prefix}
_CELLS = {KINDS[kind.field(kind.key[0]).to[0]].prefix: kind.name for kind in KINDS.values() if kind.key}
"""The kind of a cell, by the first letter of its ref: that of the record that it stands on."""


class Derived:
    """What some work made of a workshop, and the kinds and works that it was made from.

    `stamp` is the version in which the value last became another, `seen` the last for which it is known to hold.
    """

    __slots__ = ("seen", "sources", "stamp", "value")

    def __init__(self, value: object, sources: tuple[str | Work, ...], version: int) -> None:
        self.value = value
        self.sources = sources
        self.stamp = self.seen = version


class Workshop:
    """Every record of one workshop, by kind and ref. Only `apply` alters it.

    `fetch` brings a kind's records when they are first asked for (from a file, say), so that looking
    at one kind does not cost reading them all; it brings them with every change applied until then.
    `numbers` holds the last number given out for each kind. `today` is the day from which the method looks.
    """

    def __init__(self, fetch: Fetch | None = None, *, numbers: dict[str, int] | None = None,
                 today: date | None = None) -> None:  # fmt: skip
        self._fetch = fetch
        self._tables: dict[str, Table] = {}
        self._sorted: dict[str, list[Record]] = {}
        self._derived: dict[Work, Derived] = {}
        self._asked: dict[str | Work, None] = {}
        self.numbers = {} if numbers is None else numbers
        self.today = today or date.today()
        self.version = 0
        self.stamps: dict[str, int] = {}
        """For each kind, the version that last touched it."""

    def table(self, kind: str) -> Table:
        """The records of a kind by ref."""
        self._asked[kind] = None
        if kind not in self._tables:
            held = self._fetch(KINDS[kind]) if self._fetch else ()
            self._tables[kind] = {record.ref: record for record in held}
        return self._tables[kind]

    def of(self, kind: str) -> list[Record]:
        """The records of a kind in their order. Do not alter the list."""
        self._asked[kind] = None
        if kind not in self._sorted:
            self._sorted[kind] = sorted(self.table(kind).values(), key=lambda r: r.place)
        return self._sorted[kind]

    def all(self, cls: type[R]) -> list[R]:
        """The records of a kind in their order, by class."""
        return cast("list[R]", self.of(cls.kind.name))

    def one(self, cls: type[R], ref: str) -> R | None:
        """The record of that kind and ref, if there is one."""
        return cast("R | None", self.table(cls.kind.name).get(ref)) if ref else None

    def get(self, ref: str) -> Record | None:
        """The record that people call by this ref, whatever its kind."""
        kind = kind_of(ref)
        return self.table(kind).get(ref) if kind else None

    def find(self, ref: str) -> Record:
        """As `get`. Raises NoSuchRecord."""
        found = self.get(ref)
        if found is None:
            raise NoSuchRecord(ref)
        return found

    @property
    def about(self) -> Shop:
        """The record of the workshop itself."""
        return self.one(Shop, "W1") or _NAMELESS

    def __iter__(self) -> Iterator[Record]:
        for kind in KINDS:
            yield from self.of(kind)

    def apply(self, changes: Iterable[Change]) -> None:
        """Make the changes. Raises Refused when one does not fit what is there."""
        self.version += 1
        for change in changes:
            self._make(change)
            self.stamps[change.kind] = self.version

    def derive(self, work: Work) -> Derived:
        """What the work makes of the workshop; done again only when something that it was made from is another.

        What it is made from is what it asks for while it is done, so that nobody has to say. The work is a pure
        function of the workshop. An equal value, dicts in their order, leaves alone what was made from it.
        """
        self._asked[work] = None
        kept = self._derived.get(work)
        if kept and (kept.seen == self.version or all(self._stamp(source) <= kept.seen for source in kept.sources)):
            kept.seen = self.version
            return kept
        outer, self._asked = self._asked, {}
        try:
            value, sources = work(self), tuple(self._asked)
        finally:
            self._asked = outer
        if kept is None or not _same(kept.value, value):
            kept = self._derived[work] = Derived(value, sources, self.version)
        kept.sources, kept.seen = sources, self.version
        return kept

    def _stamp(self, source: str | Work) -> int:
        return self.stamps.get(source, 0) if isinstance(source, str) else self.derive(source).stamp

    def _make(self, change: Change) -> None:
        kind = KINDS[change.kind]
        if change.field is None and change.new and kind.prefix:
            self.numbers[kind.name] = max(self.numbers.get(kind.name, 0), int(change.ref[1:]))
        if self._fetch and kind.name not in self._tables:
            return
        table = self.table(kind.name)
        if change.field is not None:
            if change.ref not in table:
                raise Refused(f"{change.ref} is no longer there; look again and repeat")
            table[change.ref] = table[change.ref].but(change.field, change.new)
        elif change.new:
            table[change.ref] = kind.cls(change.id, change.ref, first_place(change.ref))
        else:
            table.pop(change.ref, None)
        self._sorted.pop(change.kind, None)


_NAMELESS = cast(Shop, KINDS["workshop"].cls("", "W1", 1.0))


@lru_cache(65_536)
def kind_of(ref: str) -> str:
    """The name of the kind that such a ref belongs to, or ""."""
    if "/" in ref:
        return _CELLS.get(ref[:1], "")
    return _BY_PREFIX.get(ref[:1], "") if ref[1:].isdecimal() else ""


def kind_named(name: str) -> Kind:
    """The kind of that name, in the singular or the plural. Raises NoSuchKind."""
    wanted = name.strip().lower()
    for kind in KINDS.values():
        if wanted in (kind.name, kind.plural):
            return kind
    raise NoSuchKind(name, list(KINDS))


def first_place(ref: str) -> float:
    """Where a record stands before anyone moves it: by its number; cells in the order in which they came."""
    return float(ref[1:]) if ref[1:].isdecimal() else 0.0


def _same(one: object, other: object) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(map(_same, one.values(), other.values()))
    return one == other


def derived(work: Callable[[Workshop], T]) -> Callable[[Workshop], T]:
    """Work something out of the workshop once, and again only after a change to what it is made from."""

    @wraps(work)
    def kept(shop: Workshop) -> T:
        return cast(T, shop.derive(work).value)

    return kept
