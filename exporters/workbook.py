"""The handoff workbook: which sheets there are, what hides behind them, under which properties it travels."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from exporters import grid, marks
from exporters.canvas import Canvas, safe
from exporters.columns import lists
from exporters.layout import Book, Sheet, letters
from exporters.look import Looks
from exporters.saying import short
from exporters.state_shown import export_id

FORMAT = 1
"""The version of the workbook's inner form."""
MATRICES = ("ObjectiveProcess", "OutcomeProcess", "ProcessMetric")
"""Tables whose rows are records of another sheet, which holds their keys."""

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_TABS = {"Start here": "#1F2937", "Golden thread": "#B7791F", "Dashboard": "#B7791F"}


class _Page(Worksheet):  # type: ignore[misc]
    """A worksheet some of whose rows may grow: Excel fits their height anew when their text is edited.

    Our formulas use no function younger than the file format, so none is searched for one.
    """

    growing: frozenset[int] = frozenset()
    begins: Callable[[], object] = staticmethod(lambda: None)
    """Told when its drawing is turned into a file's part."""

    def _assemble_xml_file(self) -> None:
        self.begins()
        super()._assemble_xml_file()

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        if tag == "row" and attributes[0][1] - 1 in self.growing:
            attributes = [pair for pair in attributes if pair[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


def made(describe: Callable[[], Book], *, redacted: bool = False,
         progress: Callable[[int, int], object] | None = None) -> bytes:  # fmt: skip
    """The workbook that is so described, as bytes. It carries no clock: the same book gives the same bytes.

    `redacted` says of what it describes that something was left out; `progress` is told how much is done, of how much.
    """
    book = describe()
    book.redacted = redacted
    columns = [column for sheet in book.sheets.values() for column in sheet.columns if column.edit]
    book.lists = lists(book.shop, columns)
    return _written(book, progress or (lambda done, of: None))


def _written(book: Book, progress: Callable[[int, int], object]) -> bytes:
    file = BytesIO()
    workbook = xlsxwriter.Workbook(file, _OPTIONS)
    _properties(workbook, book)
    looks = Looks(workbook)
    pages = {name: workbook.add_worksheet(name, _Page) for name in book.sheets}
    for done, (name, page) in enumerate(pages.items()):
        progress(done, 2 * len(pages))
        page.begins = partial(progress, len(pages) + done, 2 * len(pages))
        _draw(Canvas(page, looks, book, workbook), book.sheets[name])
    for name, draw in _HIDDEN.items():
        draw(Canvas(workbook.add_worksheet(name, _Page), looks, book, workbook))
    workbook.close()
    for page in workbook.worksheets():  # which hold the workbook that holds them: a million cells would wait in vain
        vars(page).clear()
    return file.getvalue()


def _draw(canvas: Canvas, sheet: Sheet) -> None:
    page = canvas.worksheet
    if sheet.page:
        sheet.page(canvas)
    else:
        page.growing = frozenset(grid.draw(canvas, sheet))
    grid.paper(sheet, page, canvas.last, _footer(canvas.book, sheet.name))
    if sheet.name in _TABS:
        page.set_tab_color(_TABS[sheet.name])


def _properties(workbook: Any, book: Book) -> None:
    about = book.shop.about
    workbook.set_properties({
        "title": short(safe(about.title), 200),
        "subject": "From business objective to ITSM work: the golden thread of a mapping workshop",
        "author": short(safe(about.facilitator), 100) or "Golden Thread",
        "keywords": "golden thread, business objectives, service outcomes, ITSM processes, metrics",
        "created": book.changed,
    })  # fmt: skip
    workbook.set_custom_property(marks.PROPERTY, export_id(book.log))
    workbook.set_size(2400, 1500)


def _footer(book: Book, name: str) -> str:
    """Client, workshop, day and state; the sheet; the page. An ampersand would be obeyed, so it is doubled."""
    about = book.shop.about
    most = 24 if book.sheets[name].portrait else 40
    told = [short(safe(text), most) for text in (about.client, about.title) if text]
    left = " · ".join([*told, book.day, book.state])
    return f"&L&8&K6B7280{left.replace('&', '&&')}&C&8&K6B7280{name}&R&8&K6B7280Page &P of &N"


def _lists(canvas: Canvas) -> None:
    """The choices of every list, each under a name that validation finds."""
    for at, (name, items) in enumerate(canvas.book.lists.items()):
        canvas.put(0, at, name, "helper")
        for row, item in enumerate(items, 1):
            canvas.put(row, at, short(item, 255), "helper")
        column = letters(at)
        canvas.name(name, f"=Lists!${column}$2:${column}${len(items) + 1}")
    canvas.worksheet.hide()


def _chart_data(canvas: Canvas) -> None:
    """What the charts need beside the cells of the visible sheets."""
    for at, column in enumerate(canvas.book.helpers):
        canvas.put(0, at, column.name, "helper")
        for row, (formula, value) in enumerate(column.cells, 1):
            if formula:
                look = "helper day" if isinstance(value, date) else "helper"
                canvas.formula(row, at, formula, value, look)
            else:
                canvas.put(row, at, value, "helper")
    canvas.worksheet.hide()


def _keys(canvas: Canvas) -> None:
    """Which row is which record, so that the workbook finds its way back."""
    book = canvas.book
    rows: list[tuple[str, ...]] = [
        (
            str(FORMAT),
            export_id(book.log),
            book.shop.about.id,
            "redacted" if book.redacted else "whole",
            book.what,
            book.for_whom,
        ),
        ("kind", "ref", "id", "sheet"),
    ]
    for sheet in book.sheets.values():
        if sheet.key and sheet.table not in MATRICES:
            rows += [(*sheet.key(row), sheet.name) for row in sheet.rows]
    for number, row in enumerate(rows):
        for at, text in enumerate(row):
            canvas.put(number, at, text, "helper")
    canvas.worksheet.very_hidden()


_HIDDEN = {"Chart data": _chart_data, "Lists": _lists, "_goldenthread": _keys}
