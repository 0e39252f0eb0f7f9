"""A redacted handoff says nothing private, in whatever form, and still says the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporters.handoff import made
from exporters.redaction import redacted
from store.file import WorkshopFile
from workshop import acts
from workshop.declare import KINDS
from workshop.draft import Draft

PRIVATE = ("The CFO will not sign this", "Too dear, says Ann", "Ann Ainsworth")


@pytest.fixture
def told(tmp_path: Path) -> WorkshopFile:
    file = WorkshopFile.create(tmp_path / "told.workshop", title="Told")

    def plan(draft: Draft) -> None:
        for kind, said in (
            ("person", {"name": "Ann Ainsworth", "role": "Finance Director", "group": "finance"}),
            ("objective", {"statement": "Cut churn from 9% to 6% by 2027-12-31", "owner": "H1"}),
            ("outcome", {"statement": "The portal is back in 30 minutes", "objectives": "O1"}),
            ("note", {"text": "The CFO will not sign this", "private": "yes", "on": "O1"}),
            ("note", {"text": "Sales will", "on": "O1"}),
            ("verdict", {"on": "C1", "person": "H1", "says": "concern", "words": "Too dear, says Ann"}),
            ("score", {"objective": "O1", "person": "H1", "criterion": "impact", "value": "1"}),
            ("score", {"objective": "O1", "criterion": "impact", "value": "5"}),
        ):
            acts.add(draft, KINDS[kind], said)

    file.act(plan, why="what was said", step=1)
    return file


@pytest.mark.parametrize("form", ["json", "md"])
def test_nothing_private_is_in_it_and_the_rest_is(told: WorkshopFile, form: str) -> None:
    shop, log = told.shop, list(told.log())
    plain = made(shop, log, form).decode()
    text = made(shop, log, form, redact=True).decode()
    assert "Ann Ainsworth" in plain, "else this proves nothing"
    assert [words for words in PRIVATE if words in text] == []
    assert "O1/H1/impact" not in text
    assert "Cut churn from 9% to 6%" in text and "Finance Director" in text and "Sales will" in text


def test_the_workbook_has_none_of_it_either(told: WorkshopFile, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    shop, log = told.shop, list(told.log())
    book = tmp_path / "told.xlsx"
    book.write_bytes(made(shop, log, "xlsx", redact=True))
    said = " ".join(str(c.value) for sheet in load_workbook(book) for row in sheet.iter_rows() for c in row if c.value)
    assert [words for words in PRIVATE if words in said] == []
    assert "Finance Director" in said and "Sales will" in said


def test_the_workshop_itself_keeps_everything(told: WorkshopFile) -> None:
    redacted(told.shop)
    assert told.shop.find("H1").words == "Ann Ainsworth"
    assert told.shop.get("N1") is not None
