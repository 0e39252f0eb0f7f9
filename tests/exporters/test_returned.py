"""Any edits of a workbook come back as exactly those changes: cells, lines added, deleted, sorted, in any mixture."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.handoff import described
from exporters.layout import Book, Column, Sheet
from exporters.returned import Returned
from workshop.declare import KINDS
from workshop.draft import Draft
from workshop.incoming.aim import Aim
from workshop.incoming.handback import EVERYTHING, propose
from workshop.state import Workshop
from workshop.words import clean

Wanted = dict[tuple[int, int], tuple[str, object]]
_TEXTS = st.one_of(
    st.sampled_from(["=1+1", "+1", "-1", "@x", "#N/A", "[b]bold[/b]", "_x0041_", "'quoted", "0012", "😀 ok", "é ü ñ"]),
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30),
)
_ORDINARY = ("Action plan", "Outcomes", "Decision rights", "Routines", "Glossary", "Services", "Notes")
"""Sheets on which lines may change places: nothing on them stands for a place of its own."""


class Place(NamedTuple):
    """One cell that is somebody's to edit."""

    sheet: Sheet
    row: int
    column: Column
    aim: Aim


class Sent(NamedTuple):
    """A workbook in memory with the workshop that it shows."""

    shop: Workshop
    returned: Returned
    book: Book
    places: list[Place]


@pytest.fixture(scope="session")
def sent(churn: Any) -> Sent:
    """The churn workbook, opened once; a test puts every cell back."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        returned = Returned(churn.xlsx(), "handoff.xlsx")
    book = described(churn.shop, churn.log)
    places = [
        Place(sheet, at, column, aim)
        for sheet in book.sheets.values() if sheet.rows and sheet.name not in ("Golden thread", "Readings")
        for at, row in enumerate(sheet.rows)
        for column in sheet.columns if column.edit and column.aim and not column.hidden and (aim := column.aim(row))
    ]  # fmt: skip
    return Sent(churn.shop, returned, book, places)


@contextmanager
def restored(page: Any) -> Iterator[None]:
    """Let every cell of the page be afterwards what it was before."""
    before = {at: (cell.value, cell.data_type) for at, cell in page._cells.items()}
    try:
        yield
    finally:
        for at in [at for at in page._cells if at not in before]:
            del page._cells[at]
        for (row, column), (value, data_type) in before.items():
            cell = page.cell(row, column)
            cell.value = value
            cell.data_type = data_type


def write(page: Any, row: int, column: int, value: object) -> None:
    """Type into a cell as a spreadsheet keeps it: a text is a text."""
    cell = page.cell(row, column)
    cell.value = value.replace("_x0041_", "_x005F_x0041_") if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"


@cache
def _answers(type_: str, choices: tuple[str, ...]) -> st.SearchStrategy[object]:
    if choices:
        return st.sampled_from(choices)
    if type_ == "day":
        return st.dates(date(2026, 1, 1), date(2030, 12, 31)).map(lambda day: datetime(day.year, day.month, day.day))
    if type_ == "amount":
        return st.integers(1, 999).map(lambda number: f"{number} furlongs")
    if type_ == "count":
        return st.integers(1, 5)
    return _TEXTS


def answer(data: st.DataObject, place: Place) -> object:
    """Something that may stand there."""
    spec = KINDS[place.aim.kind].field(place.aim.field)
    if spec.type in ("ref", "refs", "flag"):
        return None
    choices = place.column.choices if place.column.list != "list_people" else ()
    return data.draw(_answers(spec.type, tuple(choices) or spec.choices))


def kept(place: Place, said: object) -> object:
    """What the field would hold then."""
    spec = KINDS[place.aim.kind].field(place.aim.field)
    if isinstance(said, datetime):
        return said.date().isoformat()
    if isinstance(said, str) and spec.choices:
        return next(choice for choice in spec.choices if choice.lower().startswith(said.lower()))
    return clean(place.aim.lead + said) if isinstance(said, str) else said


def cell_of(place: Place) -> tuple[int, int]:
    """Where the cell is in the worksheet."""
    return place.sheet.top + 2 + place.row, place.sheet.columns.index(place.column) + 1


def proposals(sent: Sent) -> tuple[set[tuple[str, str, object]], list[str]]:
    """What the workbook proposes now, and the problems."""
    back = sent.returned.read(sent.book)
    back.sent = sent.shop
    found = propose(Draft(sent.shop), back, EVERYTHING)
    return {(c.where, c.field, c.new) for c in found.changes}, [problem.message for problem in found.problems]


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_edits_come_back_as_exactly_those_changes(sent: Sent, data: st.DataObject) -> None:
    sheet = data.draw(st.sampled_from(list({place.sheet.name for place in sent.places})))
    places = [place for place in sent.places if place.sheet.name == sheet]
    page = sent.returned.book[sheet]
    with restored(page):
        wanted: Wanted = {}
        spoken: set[Aim] = set()
        for place in data.draw(st.lists(st.sampled_from(places), max_size=6, unique_by=cell_of)):
            said = answer(data, place)
            shown = place.column.value(place.sheet.rows[place.row])
            if said is None or place.aim in spoken or _alike(shown, said, kept(place, said), sent, place):
                continue
            spoken.add(place.aim)
            write(page, *cell_of(place), said)
            wanted[cell_of(place)] = (place.aim.field, kept(place, said))
        if sheet in _ORDINARY:
            top, rows = sent.book.sheets[sheet].top + 2, len(sent.book.sheets[sheet].rows)
            order = data.draw(st.permutations(range(rows)))
            wanted = _sorted(page, top, order, wanted)
        found, problems = proposals(sent)
        assert not problems
        letter = {at: f"{sheet}!{page.cell(*at).coordinate}" for at in wanted}
        assert found == {(letter[at], field, new) for at, (field, new) in wanted.items()}


def _alike(shown: object, said: object, new: object, sent: Sent, place: Place) -> bool:
    """Whether that would say nothing new, or a unit that is there already."""
    held = sent.shop.get(place.aim.ref) if place.aim.ref else None
    same = str(shown or "").strip().lower() == str(said).strip().lower()
    return same or not new or (held is not None and getattr(held, place.aim.field) == new) or _is_person(new, sent)


def _is_person(new: object, sent: Sent) -> bool:
    return any(person.words.casefold() == str(new).casefold() for person in sent.shop.of("person"))


def _sorted(page: Any, top: int, order: list[int], wanted: Wanted) -> Wanted:
    """Sort the lines; what is wanted moves with them."""
    held = {(row, column): (cell.value, cell.data_type) for (row, column), cell in page._cells.items()}
    wide = page.max_column
    for to, of in enumerate(order):
        for column in range(1, wide + 1):
            value, data_type = held.get((top + of, column), (None, "n"))
            if data_type != "f" and held.get((top + to, column), (None, "n"))[1] != "f":
                page.cell(top + to, column).value = value
                page.cell(top + to, column).data_type = data_type
    moved = {top + of: top + to for to, of in enumerate(order)}
    return {(moved[row], column): what for (row, column), what in wanted.items()}


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=st.lists(_TEXTS, min_size=1, max_size=4, unique=True), gone=st.sets(st.integers(0, 4), max_size=3))
def test_lines_added_and_deleted_come_back_as_new_records_and_questions(
    sent: Sent, words: list[str], gone: set[int]
) -> None:
    sheet = sent.book.sheets["Action plan"]
    page = sent.returned.book["Action plan"]
    gone = {at for at in gone if at < len(sheet.rows)}
    with restored(page):
        for at in gone:
            for column in range(1, len(sheet.columns) + 1):
                page.cell(sheet.top + 2 + at, column).value = None
        for at, text in enumerate(words):
            write(page, page.max_row + 1 + at, 2, text)
        found, problems = proposals(sent)
        assert sorted(str(new) for _, field, new in found if field == "what") == sorted(map(clean, words))
        assert {field for _, field, _ in found} == {"what"}
        assert len(problems) == len(gone)
        assert all("is gone" in problem for problem in problems)
