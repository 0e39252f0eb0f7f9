"""Pre-work and readings that stakeholders filled in: taken one after the other, who said what kept."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exporters.handoff import made
from screens.bringing_in import Brought, brought
from store.file import WorkshopFile
from workshop.incoming.handback import EVERYTHING, UNDISPUTED, Choice
from workshop.records import Metric, Note, Objective, Person, Service

Fill = Callable[[Any], object]


@pytest.fixture
def file(new: Path) -> Iterator[WorkshopFile]:
    """A workshop with nothing in it yet."""
    with closing(WorkshopFile.open(new)) as opened:
        yield opened


def filled(file: WorkshopFile, path: Path, what: str, fill: Fill, for_whom: str = "") -> Brought:
    """Send the form out, fill it in, read it."""
    path.write_bytes(made(file.shop, list(file.log()), "xlsx", what=what, for_whom=for_whom))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path)
    fill(book)
    book.save(path)
    return brought(file, path)


def take(file: WorkshopFile, book: Brought, choice: Choice = UNDISPUTED) -> None:
    """Take what was decided, as one act of whoever sent it."""
    file.act(book.plan(choice), why="import", step=book.step, origin="imported", by=book.by or None)


def line(book: Any, sheet: str, number: int, **said: object) -> None:
    """Write into the empty line of that number, counted from 1, by header."""
    page = book[sheet]
    top = next(row for row in range(1, 15) if {str(c.value) for c in page[row]} >= {h.replace("_", " ") for h in said})
    heads = {str(c.value).replace(" ", "_"): c.column for c in page[top]}
    for header, value in said.items():
        page.cell(top + number, heads[header]).value = value


def sender(book: Any, name: str, role: str = "") -> None:
    """Say on the first page who fills it in."""
    for key, text in (("sender_name", name), ("sender_role", role)):
        sheet, at = next(iter(book.defined_names[key].destinations))
        book[sheet][at.replace("$", "")].value = text


def test_an_empty_form_proposes_nothing(file: WorkshopFile, tmp_path: Path) -> None:
    for what in ("prework", "readings"):
        found = filled(file, tmp_path / f"{what}.xlsx", what, lambda book: None).proposed(file.shop)
        assert not found.changes
        assert not found.problems


def test_a_form_makes_records_and_says_who_said_them(file: WorkshopFile, tmp_path: Path) -> None:
    def fill(book: Any) -> None:
        sender(book, "Dana Weber", "CFO")
        line(book, "Objectives", 1, Objective="Cut churn from 9% to 6% by 31 Dec 2027", Category="growth",
             Services="Sales portal, Billing")  # fmt: skip
        line(book, "Services", 2, Service="Sales portal", Criticality="High", Owner="Dana Weber")
        line(book, "Pain points", 1, Pain_point="Orders are lost on Mondays", Service_or_process="billing")

    take(file, filled(file, tmp_path / "dana.xlsx", "prework", fill))
    shop = file.shop
    (dana,) = shop.all(Person)
    (objective,) = shop.all(Objective)
    assert (dana.name, dana.role) == ("Dana Weber", "CFO")
    assert objective.heard == (dana.ref,)
    assert sorted(service.name for service in shop.all(Service)) == ["Billing", "Sales portal"]
    assert {shop.find(ref).words for ref in objective.services} == {"Sales portal", "Billing"}
    assert next(s for s in shop.all(Service) if s.name == "Sales portal").criticality == "high"
    (pain,) = shop.all(Note)
    assert (pain.what, shop.find(pain.on).words) == ("pain", "Billing")
    assert {entry.by for entry in list(file.log())[2:]} == {"Dana Weber"}
    file.undo()
    assert not shop.all(Objective)


def test_the_same_thing_said_by_two_is_one_record_heard_from_both(file: WorkshopFile, tmp_path: Path) -> None:
    def dana(book: Any) -> None:
        sender(book, "Dana", "CFO")
        line(book, "Objectives", 1, Objective="Cut customer churn from 9% to 6% by 31 Dec 2027", Target="6%")

    def omar(book: Any) -> None:
        sender(book, "Omar", "Head of Sales")
        line(book, "Objectives", 1, Objective="CUT customer churn from 9% to 6% by 31 Dec 2027", Owner="Omar",
             Target="5%")  # fmt: skip

    take(file, filled(file, tmp_path / "dana.xlsx", "prework", dana))
    take(file, filled(file, tmp_path / "omar.xlsx", "prework", omar))
    (objective,) = file.shop.all(Objective)
    assert {file.shop.find(ref).words for ref in objective.heard} == {"Dana", "Omar"}
    assert (objective.target, file.shop.find(objective.owner).words) == ("6%", "Omar")
    (note,) = file.shop.all(Note)
    assert note.on == objective.ref
    assert note.text == "Omar: Target: 5%"
    book = brought(file, tmp_path / "omar.xlsx")
    assert not book.proposed(file.shop).changes


def test_much_the_same_is_offered_for_joining_and_both_wordings_stay(file: WorkshopFile, tmp_path: Path) -> None:
    def dana(book: Any) -> None:
        sender(book, "Dana", "CFO")
        line(book, "Objectives", 1, Objective="Reduce customer churn from 9% to 6% by 31 Dec 2027")

    def omar(book: Any) -> None:
        sender(book, "Omar", "Head of Sales")
        line(book, "Objectives", 1, Objective="Lower churn of customers to 6%", Owner="Omar")
        line(book, "Objectives", 2, Objective="Open three shops in Spain by June 2027")

    take(file, filled(file, tmp_path / "dana.xlsx", "prework", dana))
    book = filled(file, tmp_path / "omar.xlsx", "prework", omar)
    alike = [change for change in book.proposed(file.shop).changes if change.like]
    assert {(change.like, change.conflict) for change in alike} == {("O1", True)}
    take(file, book, Choice(UNDISPUTED.takes, joining={alike[0].line}))
    first, second = file.shop.all(Objective)
    assert first.words.startswith("Reduce customer churn")
    assert second.words.startswith("Open three shops")
    assert {file.shop.find(ref).words for ref in first.heard} == {"Dana", "Omar"}
    assert "“Lower churn of customers to 6%”" in file.shop.all(Note)[0].text
    file.undo()
    take(file, book, EVERYTHING)
    assert len(file.shop.all(Objective)) == 3


def test_an_answer_to_an_open_question_comes_back_beside_it(churn: Path, tmp_path: Path) -> None:
    with closing(WorkshopFile.open(churn)) as file:
        file.act(lambda draft: draft.add(Note.kind, {"on": "M1", "what": "unknown", "text": "Who counts it?"}),
                 why="note", step=3)  # fmt: skip
        unknown = file.shop.all(Note)[-1]

        def fill(book: Any) -> None:
            page = book["Questions for you"]
            row = next(c.row for c in page["A"] if c.value == unknown.ref)
            at = next(c.column for c in page[5] if c.value == "Your answer")
            page.cell(row, at).value = "The night team does"

        take(file, filled(file, tmp_path / "answers.xlsx", "prework", fill))
        assert (file.shop.all(Note)[-1].on, file.shop.all(Note)[-1].text) == (unknown.ref, "The night team does")


def test_readings_come_back_to_their_metric_and_day(churn: Path, tmp_path: Path) -> None:
    with closing(WorkshopFile.open(churn)) as file:
        owner = next(metric.owner for metric in file.shop.all(Metric) if metric.owner)
        mine = [metric.ref for metric in file.shop.all(Metric) if metric.owner == owner]

        def fill(book: Any) -> None:
            page = book["Readings"]
            top = next(row for row in range(1, 15) if page.cell(row, 1).value == "Ref")
            heads = {c.value: c.column for c in page[top]}
            assert [page.cell(top + 1 + at, 1).value for at in range(len(mine))] == mine
            page.cell(top + 1, heads["On"]).value = datetime(2027, 1, 31)
            page.cell(top + 1, heads["Value"]).value = 41.5
            page.cell(top + 1, heads["Your comment"]).value = "The new shift helps"
            if len(mine) > 1:
                page.cell(top + 2, heads["Value"]).value = 3

        book = filled(file, tmp_path / "readings.xlsx", "readings", fill, for_whom=owner)
        found = book.proposed(file.shop)
        assert ("reading", "value", "41.5") in {(c.kind, c.field, c.new) for c in found.changes}
        assert [c.ref for c in found.changes if c.kind == "reading"] == [f"{mine[0]}/2027-01-31"]
        assert len(found.problems) == (len(mine) > 1)
        take(file, book)
        assert not brought(file, tmp_path / "readings.xlsx").proposed(file.shop).changes


def test_what_is_joined_keeps_the_unit_in_which_it_was_said(file: WorkshopFile, tmp_path: Path) -> None:
    file.act(lambda draft: draft.add(Metric.kind, {"name": "Time to restore", "unit": "min"}), why="add", step=1)

    def fill(book: Any) -> None:
        sender(book, "Omar")
        line(book, "Metrics", 1, Metric="Time to restore", Unit="h", Baseline="2")

    take(file, filled(file, tmp_path / "omar.xlsx", "prework", fill))
    (metric,) = file.shop.all(Metric)
    assert (metric.baseline, metric.unit) == ("2 h", "min")
