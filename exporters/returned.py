"""A workbook of ours that came back, read against the description of what was sent: what its cells say now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exporters import guard
from exporters.cells import said
from exporters.forms.start import SENDER
from exporters.grid import headers
from exporters.layout import Book, Sheet
from exporters.returned_sheet import Lines, header_row
from workshop.incoming.handback import Handback, Sender
from workshop.incoming.headers import Problem
from workshop.words import clean, folded

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

KEYS = "_goldenthread"


class Sent(NamedTuple):
    """What a workbook of ours says of itself: which state of which workshop it shows, in which form."""

    export: str = ""
    workshop: str = ""
    left_out: str = "whole"
    form: str = "workbook"
    for_whom: str = ""

    @property
    def n(self) -> int:
        """The number of the last change that it shows, 0 when it does not say."""
        number = self.export.partition("-")[0]
        return int(number) if number.isdecimal() and len(number) < 16 else 0


class Returned:
    """A workbook that came back, opened. Raises NotReadable when it cannot be."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data = data
        self._name = name
        self._shown: Workbook | None = None
        self.book = guard.opened(data, name)

    @property
    def sent(self) -> Sent:
        """What it says of itself; all empty where its hidden sheet is gone."""
        if KEYS not in self.book.sheetnames:
            return Sent()
        cells = self.book[KEYS]._cells
        row = [said(cells[1, at]) if (1, at) in cells else "" for at in range(2, 7)]
        blank = Sent()
        return Sent(*(text or default for text, default in zip(row, blank, strict=True)))

    @property
    def by(self) -> str:
        """Who saved it last, where the workbook says so."""
        name = clean(str(self.book.properties.lastModifiedBy or ""))
        return "" if name.lower() in ("openpyxl", "libreoffice") else name[:100]

    def read(self, described: Book) -> Handback:
        """What it says, against the sheets as they were described when it was sent (or are now)."""
        sender = self._sender() if described.what != "workbook" else None
        by = (sender.name or sender.role) if sender else ""
        back = Handback(by=by or self.by, sender=sender, gathers=described.what == "prework")
        left = [sheet for sheet in self.book.worksheets if sheet.title not in (KEYS, "Lists", "Chart data")]
        for sheet in described.sheets.values():
            if not (any(column.edit for column in sheet.columns) or sheet.instead):
                continue
            found = _worksheet(left, sheet)
            if found:
                left.remove(found)
                Lines(found, sheet, described, back, self._value_of).read()
            elif sheet.rows:
                back.problems.append(Problem(sheet.name, "the sheet is gone; nothing was taken from it"))
        return back

    def _sender(self) -> Sender | None:
        """Who says on the first page that they filled it in."""
        told: list[str] = []
        where = ""
        for name in SENDER:
            area = self.book.defined_names.get(name)
            for sheet, at in area.destinations if area else ():
                if sheet in self.book.sheetnames:
                    told.append(clean(said(self.book[sheet][at.replace("$", "")])))
                    where = where or sheet
        return Sender(told[0], told[1], where) if len(told) == len(SENDER) and any(told) else None

    def _value_of(self, sheet: str, at: str) -> str:
        """The value that a formula came to when the workbook was saved."""
        if self._shown is None:
            self._shown = guard.loaded(self._data, came_to=True)
        return said(self._shown[sheet][at])


def _worksheet(among: list[Worksheet], sheet: Sheet) -> Worksheet | None:
    """The worksheet that shows it: known by its table, else its name, else its headers."""
    for found in among:
        if sheet.table in found.tables:
            return found
    for found in among:
        if found.title.strip().lower() == sheet.name.lower():
            return found
    wanted = {folded(name) for name in headers(sheet.columns)}
    best = max(((header_row(found, wanted)[1], -at) for at, found in enumerate(among)), default=(0, 0))
    return among[-best[1]] if best[0] > len(wanted) * 2 // 3 else None
