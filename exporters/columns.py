"""The columns of a record table, worked out from the fields as they are declared."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from exporters.layout import Cell, Column, Key
from exporters.saying import capital
from workshop.answers import values
from workshop.declare import KINDS, Field, Kind, Record
from workshop.incoming.aim import Aim, remark
from workshop.state import Workshop

Of = Callable[[Any], Record]

LINK = ("P", "S")
_LISTS = {
    ("action", "status"): "list_status",
    ("verdict", "says"): "list_verdict",
    ("raci", "letter"): "list_raci",
}
_LOOKS = {"day": "day", "count": "centre", "choice": "centre", "flag": "centre", "amount": "centre"}
_BOXES = {"centre": "box centre", "day": "box day"}
"""How an empty cell looks that is there to be filled."""
_TAKES = {"day": "day", "count": "1-5"}
_ROOM = 44
"""Characters for a field that takes the room that is left."""


def itself(row: Record) -> Record:
    """The record of a row that is a record."""
    return row


def of_record(shop: Workshop, record: Record, spec: Field) -> Cell:
    """What one field of a record shows in a cell: a date as a date, a choice with a capital, the rest as said."""
    value = getattr(record, spec.name)
    if spec.type == "day" and value:
        return date.fromisoformat(value)
    if spec.type == "count":
        return value  # type: ignore[no-any-return]
    if spec.type in ("choice", "flag"):
        return capital(str(value))
    return values.of(record, spec.name, shop)


def of_field(shop: Workshop, kind: Kind, name: str, width: float = 0, *, header: str = "", edit: bool = True,
             look: str = "", of: Of = itself) -> Column:  # fmt: skip
    """The column of one field: its label, its choices, its checks."""
    spec = kind.field(name)
    choices = tuple(capital(choice) for choice in spec.choices)
    return Column(
        header=header or spec.label,
        width=width or _width(spec),
        value=lambda row: of_record(shop, of(row), spec),
        look=look or _LOOKS.get(spec.type, "text"),
        field=name,
        aim=lambda row: Aim(kind.name, of(row).ref, name),
        edit=edit,
        list=_LISTS.get((kind.name, name), f"list_{kind.name}_{name}") if choices else _list_of(spec),
        choices=choices,
        open_list=spec.type == "who",
        takes=_TAKES.get(spec.type, "") if not spec.span or spec.span == (1, 5) else "",
        shows=(f"{kind.name}.{name}",),
    )


def of_fields(shop: Workshop, kind: Kind, widths: Mapping[str, float] | None = None, *,
              fixed: Collection[str] = ()) -> tuple[Column, ...]:  # fmt: skip
    """Ref, a column for each field that a list of the kind shows (and for each in `widths`), comment and id."""
    wanted = dict(widths or {})
    shown = [spec for spec in kind.fields if spec.width or spec.name in wanted]
    columns = [of_field(shop, kind, spec.name, wanted.get(spec.name, 0), edit=spec.name not in fixed) for spec in shown]
    return (ref(), *columns, comment(), identity())


def to_fill(shop: Workshop, kind: Kind, name: str, width: float, *, header: str = "") -> Column:
    """An empty cell for one field of a record that is yet to be made: its question, its choices, its checks."""
    spec = kind.field(name)
    column = of_field(shop, kind, name, width, header=header)
    names_records = spec.type in ("ref", "refs") and len(spec.to) == 1
    return replace(
        column,
        value=lambda row: None,
        look=_BOXES.get(column.look, "box"),
        aim=None,
        list=f"list_{KINDS[spec.to[0]].plural}" if names_records else column.list,
        open_list=column.open_list or names_records,
        prompt=spec.question,
    )


def ref(of: Of = itself) -> Column:
    """The short ref by which people call the record."""
    return Column("Ref", 6, lambda row: of(row).ref, "ref")


def comment(width: float = 24, of: Of = itself, *, header: str = "Your comment", look: str = "text") -> Column:
    """Room for what the reader has to say; it comes back as a note on the record."""
    return Column(header, width, lambda row: "", look, edit=True, blank=True, aim=lambda row: remark(of(row).ref))


def identity(of: Of = itself) -> Column:
    """The hidden id that brings a row back to its record, however the sheet was sorted."""
    return Column("id", 10, lambda row: of(row).id, "soft", hidden=True)


def key(row: Record) -> Key:
    """What a row is that is a record."""
    return Key(row.kind.name, row.ref, row.id)


def bold(column: Column) -> Column:
    """The same column, its words in bold."""
    return replace(column, look="strong")


def _width(spec: Field) -> float:
    return _ROOM if spec.width < 0 else max(10, spec.width + 3)


def _list_of(spec: Field) -> str:
    """The list of the records that a field may name, where it names one."""
    if spec.type == "who":
        return "list_people"
    if spec.type == "ref" and len(spec.to) == 1:
        return f"list_{KINDS[spec.to[0]].plural}"
    return ""


def lists(shop: Workshop, columns: Collection[Column]) -> dict[str, list[str]]:
    """What each named list offers: the choices of a field, or the records that it may name."""
    found: dict[str, list[str]] = {}
    for column in columns:
        if column.list and column.list not in found:
            found[column.list] = list(column.choices) or _records(shop, column.list.removeprefix("list_"))
    return {name: items for name, items in found.items() if items}


def _records(shop: Workshop, plural: str) -> list[str]:
    kind = next(kind for kind in KINDS.values() if kind.plural == plural)
    if plural == "people":
        return [record.words for record in shop.of(kind.name)]
    return [values.named(record.ref, shop) for record in shop.of(kind.name)]
