"""What is taken of tables whose columns are known: their rows in our words, and what would come of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from workshop import words
from workshop.answers import values
from workshop.declare import KINDS
from workshop.incoming.headers import REF, Row, Sheets, Table
from workshop.incoming.matching import Match, unread
from workshop.incoming.proposals import Proposed
from workshop.records import Person
from workshop.state import Workshop
from workshop.words import folded

_NAMELESS = ("workshop", "ruling", "note", "action")
"""Kinds of which two records may well say the same words: those are no name, nor are those of what there is once."""


def matched(matches: Sequence[Match], shop: Workshop) -> Sheets:
    """The tables anew, their headers the labels of fields and their choices ours; those left out are not there."""
    return Sheets([(_anew(match, shop), match.kind) for match in matches if match.kind], [])


def _anew(match: Match, shop: Workshop) -> Table:
    assert match.kind
    kind = match.kind
    names = {column.header: column.field for column in match.columns if column.field}
    labels = {header: REF if name == REF else kind.field(name).label for header, name in names.items()}
    known = {(word.header, word.said.casefold()): word.choice for word in unread(match, shop)}
    people = _people(shop)
    asked = {header for header, name in names.items() if name != REF and kind.field(name).type == "who"}
    held = {kind.field(name).label: values.said(kind.field(name), value) for name, value in match.held.items()
            if name in kind.named and name not in names.values()}  # fmt: skip
    ours = _there(match, shop)

    def row_of(row: Row) -> Row:
        cells: dict[str, str] = {}
        for header, label in labels.items():
            text = row.cells.get(header, "")
            text = known.get((header, folded(text)), text)
            cells[label] = people.get(folded(text), text) if header in asked else text
        if row.where in ours:
            cells |= {REF: ours[row.where], kind.field(kind.called).label: ""}
        elif not cells.get(REF, "").strip() and any(text.strip() for text in cells.values()):
            cells |= held
        return Row(row.where, cells)

    rows = list(map(row_of, match.table.rows))
    headers = dict.fromkeys([*([REF] if ours else []), *labels.values(), *held])
    return Table(match.table.name, tuple(headers), rows, list(match.table.problems))


def rows_there(match: Match, shop: Workshop) -> int:
    """How many of the rows are called as a record is that is there: they say more about it, and make no other."""
    return len(_there(match, shop))


def _there(match: Match, shop: Workshop) -> dict[str, str]:
    """The record that each such row is about, by the place of the row; none where a column says so itself."""
    kind = match.kind
    headers = {column.field: column.header for column in match.columns}
    if kind is None or kind.once or kind.name in _NAMELESS or REF in headers or kind.called not in headers:
        return {}
    many = Counter(folded(record.words) for record in shop.of(kind.name))
    refs = {folded(record.words): record.ref for record in shop.of(kind.name)}
    said = {row.where: folded(row.cells.get(headers[kind.called], "")) for row in match.table.rows}
    return {where: refs[text] for where, text in said.items() if many[text] == 1}


def _people(shop: Workshop) -> dict[str, str]:
    """The ref of everybody whose name is nobody else's, by name in small letters."""
    many = Counter(folded(person.words) for person in shop.all(Person))
    return {folded(p.words): p.ref for p in shop.all(Person) if many[folded(p.words)] == 1}


def foreseen(proposed: Proposed, shop: Workshop) -> str:
    """`12 new objectives, 3 answers changed, 2 problems`: what would come."""
    new = {change.ref: change.kind for change in proposed.changes if change.ref and shop.get(change.ref) is None}
    by_kind = Counter(new.values())
    said = [f"{words.plural(n, f'new {kind}', f'new {KINDS[kind].plural}')}" for kind, n in by_kind.items()]
    changed = sum(change.ref not in new for change in proposed.changes)
    if changed:
        said.append(f"{words.plural(changed, 'answer')} changed")
    if proposed.problems:
        said.append(words.plural(len(proposed.problems), "problem"))
    return ", ".join(said) or "nothing new"
