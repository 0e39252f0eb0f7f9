"""Changes in the making: what one act of the room would do, before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from workshop.answers import values
from workshop.change import Change, fresh_id
from workshop.declare import KINDS, Field, Kind, Record, Value
from workshop.errors import NotUnderstood
from workshop.state import Workshop, first_place, kind_of

Plan = Callable[["Draft"], object]
"""An act of the room: it asks the draft's workshop and writes its changes into the draft."""


class Draft:
    """The changes of one act, worked out against a workshop that stays as it is."""

    def __init__(self, shop: Workshop) -> None:
        self.shop = shop
        self.changes: list[Change] = []
        self._numbers = dict(shop.numbers)
        self._ids: dict[str, str] = {}
        self._pending: dict[tuple[str, str], Value] = {}
        self._gone: set[str] = set()
        self.foreseen: Collection[str] = ()
        """Refs that values may name before this draft has made their records."""

    def known(self, ref: str) -> bool:
        """Whether a record of that ref is there once the draft is kept."""
        return ref in self._ids or (ref not in self._gone and self.shop.get(ref) is not None)

    def value(self, ref: str, name: str) -> Value:
        """What the field holds once the draft is kept. Raises NoSuchRecord."""
        if (ref, name) in self._pending:
            return self._pending[ref, name]
        if ref in self._ids:
            return first_place(ref) if name == "place" else KINDS[kind_of(ref)].field(name).empty
        return getattr(self.shop.find(ref), name)  # type: ignore[no-any-return]

    def add(self, kind: Kind, held: Mapping[str, Value], ref: str = "", id: str = "") -> str:
        """A new record with these values, empty ones left out; its ref. A cell that is there is set instead.

        `ref` and `id` are those that it is to have, where it had them elsewhere; else it gets the next and a new one.
        Raises NotUnderstood when a needed field is missing.
        """
        for spec in kind.fields:
            if spec.needed and not held.get(spec.name):
                raise NotUnderstood(f"A new {kind.name} needs its {spec.name}; give {spec.name}=…")
        ref = cell_ref(kind, held) if kind.key else ref or self._next(kind)
        if not self.known(ref):
            self._ids[ref] = id or fresh_id()
            self._gone.discard(ref)
            self.changes.append(Change(kind.name, ref, self._ids[ref], None, None, ref))
        for spec in kind.fields:
            if spec.name in held:
                self.set(ref, spec.name, held[spec.name])
        return ref

    def reserve(self, kind: Kind, wanted: str) -> str:
        """A ref for a record that is added later: the wanted one, unless it was ever given out, else the next."""
        number = int(wanted[1:])
        if number <= self._numbers.get(kind.name, 0):
            return self._next(kind)
        self._numbers[kind.name] = number
        return wanted

    def say(self, kind: Kind, said: Mapping[str, str]) -> str:
        """As `add`, of what people typed, by field name or label."""
        held: dict[str, Value] = {}
        for name, text in said.items():
            spec = kind.field(name)
            held[spec.name] = self.read(spec, text)
        return self.add(kind, held)

    def read(self, spec: Field, text: str) -> Value:
        """What was typed for a field, where refs of this draft's own records count as known."""
        return values.read(spec, text, self.shop, lambda ref: self.known(ref) or ref in self.foreseen)

    def set(self, ref: str, name: str, value: Value) -> None:
        """Let the field hold this; nothing is written when it does already."""
        old = self.value(ref, name)
        if old == value:
            return
        self._pending[ref, name] = value
        record_id = self._ids.get(ref) or self.shop.find(ref).id
        self.changes.append(Change(kind_of(ref), ref, record_id, name, old, value))

    def remove(self, ref: str) -> None:
        """Take the record out, with the cells and links that mean nothing without it.

        Other records let go of it: a person's name stays where the person was named.
        """
        record = self.shop.find(ref)
        if ref in self._gone:
            return
        self._gone.add(ref)
        for kind in KINDS.values():
            naming = [spec for spec in kind.fields if _may_name(spec, record.kind)]
            for other in self.shop.of(kind.name) if naming else ():
                if other.ref not in self._gone:
                    self._let_go(other, naming, record)
        for spec in record.kind.fields:
            self.set(ref, spec.name, spec.empty)
        self.set(ref, "place", first_place(ref))
        self.changes.append(Change(record.kind.name, ref, record.id, None, ref, None))

    def move(self, ref: str, by: int) -> None:
        """Put the record so many places down (or up, when negative) among its kind."""
        order = self.shop.of(kind_of(ref))
        at = next(i for i, record in enumerate(order) if record.ref == ref)
        to = max(0, min(len(order) - 1, at + by))
        if to == at:
            return
        rest = [record for record in order if record.ref != ref]
        before = rest[to - 1].place if to else rest[0].place - 2
        after = rest[to].place if to < len(rest) else rest[-1].place + 2
        between = (before + after) / 2
        if before < between < after:
            self.set(ref, "place", between)
            return
        for place, record in enumerate((*rest[:to], order[at], *rest[to:]), 1):
            self.set(record.ref, "place", float(place))

    def _next(self, kind: Kind) -> str:
        self._numbers[kind.name] = self._numbers.get(kind.name, 0) + 1
        return f"{kind.prefix}{self._numbers[kind.name]}"

    def _let_go(self, other: Record, naming: list[Field], gone: Record) -> None:
        for spec in naming:
            held = self.value(other.ref, spec.name)
            if isinstance(held, tuple):
                if gone.ref in held:
                    left = tuple(ref for ref in held if ref != gone.ref)
                    self.set(other.ref, spec.name, left)
            elif held != gone.ref:
                continue
            elif spec.needed or spec.name in other.kind.key:
                self.remove(other.ref)
                return
            else:
                self.set(other.ref, spec.name, gone.words if spec.type == "who" else spec.empty)


def _may_name(spec: Field, kind: Kind) -> bool:
    return spec.type in ("ref", "refs", "who") and (not spec.to or kind.name in spec.to)


def cell_ref(kind: Kind, held: Mapping[str, Value]) -> str:
    """The ref of a cell: what it stands on, `O1/H2/impact`; a dash for the room."""
    return "/".join(str(held.get(name) or "-") for name in kind.key)
