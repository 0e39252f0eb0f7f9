"""Workbooks that mean harm, or are broken: refused in one line before they cost anything."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from openpyxl import Workbook

from exporters.guard import MOST_PARTS, NotReadable, look_through, made_by_us, opened


@pytest.fixture
def good() -> bytes:
    """An ordinary workbook."""
    book, data = Workbook(), BytesIO()
    book.active.append(["statement"])
    book.active.append(["Cut churn"])
    book.save(data)
    return data.getvalue()


def changed(data: bytes, **parts: bytes) -> bytes:
    """The workbook with parts replaced or added; `sheet` stands for the first sheet's."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        named = {"xl/worksheets/sheet1.xml" if name == "sheet" else name: part for name, part in parts.items()}
        for name in old.namelist():
            new.writestr(name, named.pop(name, None) or old.read(name))
        for name, part in named.items():
            new.writestr(name, part)
    return made.getvalue()


def sheet(data: bytes) -> bytes:
    """The first sheet's part."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        return book.read("xl/worksheets/sheet1.xml")


def test_an_ordinary_one_opens(good: bytes) -> None:
    assert opened(good, "b.xlsx").active["A2"].value == "Cut churn"
    assert not made_by_us(good)


def test_bombs_do_not_go_off(good: bytes) -> None:
    with pytest.raises(NotReadable, match="100 MB"):
        look_through(changed(good, pad=b"\0" * 120_000_000), "b.xlsx")
    long = sheet(good).replace(b"Cut churn", b"y" * 5_000_000) + b"y" * 5_000_000
    with pytest.raises(NotReadable, match="a single cell"):
        look_through(changed(good, sheet=long), "b.xlsx")
    with pytest.raises(NotReadable, match="parts"):
        look_through(changed(good, **{f"p{number}": b"x" for number in range(MOST_PARTS)}), "b.xlsx")


@pytest.mark.parametrize("row", [b"<row r='9'><c r='A9'/></row>", b"<row\n><c\n/></row>", b"<x:row/><x:c/>"])
def test_no_million_cells_are_opened(good: bytes, row: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exporters.guard.MOST_CELLS", 1000)
    rows = sheet(good).replace(b"</sheetData>", row * 600 + b"</sheetData>")
    with pytest.raises(NotReadable, match="cells"):
        look_through(changed(good, sheet=rows), "b.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_no_document_type_reaches_a_parser(good: bytes, encoding: str) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY x SYSTEM "file:///etc/hostname">]><worksheet>&x;</worksheet>'
    with pytest.raises(NotReadable, match="document type"):
        opened(changed(good, sheet=laughs.encode(encoding)), "b.xlsx")


@pytest.mark.parametrize("merged", ["A1:XFD1048576", "A1:A10001", "XFD9999:A1", "nonsense", "&#65;1:Z99999"])
def test_no_merge_of_half_a_sheet(good: bytes, merged: str) -> None:
    part = sheet(good).replace(
        b"</worksheet>", f'<mergeCells><mergeCell ref="{merged}"/></mergeCells></worksheet>'.encode()
    )
    with pytest.raises(NotReadable, match="merged"):
        look_through(changed(good, sheet=part), "b.xlsx")


def test_a_title_over_some_columns_may_be_merged(good: bytes) -> None:
    part = sheet(good).replace(b"</worksheet>", b'<mergeCells><mergeCell ref="A1:H1"/></mergeCells></worksheet>')
    look_through(changed(good, sheet=part), "b.xlsx")


def test_macros_and_links_to_other_books_are_neither_run_nor_followed(good: bytes) -> None:
    link = b'<externalLink><externalBook><sheetNames><sheetName val="x"/></sheetNames></externalBook></externalLink>'
    book = opened(
        changed(good, **{"xl/vbaProject.bin": b"Auto_Open", "xl/externalLinks/externalLink1.xml": link}), "b.xlsx"
    )
    assert book.active["A2"].value == "Cut churn"
    assert book.vba_archive is None and not book._external_links


def test_passwords_and_other_files_are_named(good: bytes) -> None:
    locked = bytearray(good)
    at = locked.find(b"PK\x01\x02")
    locked[at + 8] |= 1
    for data, says in (
        (bytes(locked), "password"),
        (good[: len(good) // 2], "cut off"),
        (zipped({"word/document.xml": b"<w/>"}), "Word"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "another kind"),
        (zipped({"a.txt": b"x"}), "not a workbook"),
        (changed(good, sheet=sheet(good).replace(b"</worksheet>", b"</workshet>")), "damaged"),
        (changed(good, sheet=sheet(good).replace(b"<sheetData>", b"<sheetData>\xff")), "damaged"),
    ):
        with pytest.raises(NotReadable, match=says):
            opened(data, "b.xlsx")


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip of these parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return made.getvalue()
