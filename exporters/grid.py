"""A described table drawn on a canvas: headers, rows, live formulas, lists, colours that follow, paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from math import ceil
from typing import Any

from exporters import widths
from exporters.canvas import Canvas, heading
from exporters.layout import Cell, Column, Place, Rule, Sheet
from exporters.saying import short

UPRIGHT_AT = 9
"""With more crossing columns than that, their headers stand upright and the columns are narrow."""
_NARROW = 4.5
_SPARE = 64
"""Pixels of a column that nobody has set the width of."""
_LEAST = 22.0
"""Points; no row of a table is lower."""
_CENTRED = {"centre", "day", "moment", "figure", "score", "share", "mark", "ref", "rating", "status", "box centre",
            "box day"}  # fmt: skip


def draw(canvas: Canvas, sheet: Sheet) -> list[int]:
    """Draw the sheet; the rows whose height may follow their text."""
    columns = [_placed(sheet, column) for column in sheet.columns]
    _columns(canvas, columns)
    canvas.title(sheet.name, sheet.headline, sheet.how, _edge(sheet, columns))
    _bands(canvas, sheet, columns)
    _example(canvas, sheet, columns)
    _headers(canvas, sheet, columns)
    growing = [_row(canvas, sheet, columns, at) for at in range(sheet.depth)]
    end = _totals(canvas, sheet, sheet.top + 1 + sheet.depth)
    if sheet.rows and sheet.table:
        _table(canvas, sheet, columns)
    first = sheet.top + 1
    for at, column in enumerate(columns):
        _validate(canvas, column, first, first + sheet.depth - 1, at)
    for rule in sheet.rules:
        _colour(canvas, sheet, rule)
    if sheet.below:
        sheet.below(canvas, end + 1)
    return [row for row in growing if row]


def _placed(sheet: Sheet, column: Column) -> Column:
    """The column as this sheet has room for it."""
    if column.marks and len(sheet.crossing) > UPRIGHT_AT:
        return replace(column, width=_NARROW)
    return column


def _columns(canvas: Canvas, columns: list[Column]) -> None:
    for at, column in enumerate(columns):
        options = {"hidden": True} if column.hidden else {}
        width = column.width + at / 100 if column.hidden else column.width
        canvas.worksheet.set_column(at, at, width, None, options)


def _edge(sheet: Sheet, columns: list[Column]) -> int:
    """The column at the right edge of the page: the table's last one, or further right where the words need it."""
    room = sum(7 * column.width + 5 for column in columns if not column.hidden)
    wanted = max(widths.pixels(sheet.headline, 18, bold=True), widths.pixels(sheet.how)) + 20
    if wanted <= room:
        return _last_seen(columns)
    return len(columns) - 1 + ceil((wanted - room) / _SPARE)


def _last_seen(columns: list[Column]) -> int:
    return max(at for at, column in enumerate(columns) if not column.hidden)


def _bands(canvas: Canvas, sheet: Sheet, columns: list[Column]) -> None:
    starts = [(sheet.index[band.first], band) for band in sheet.bands]
    ends = [at for at, _ in starts[1:]] + [_last_seen(columns) + 1]
    for (first, band), end in zip(starts, ends, strict=False):
        canvas.put(4, first, band.words, f"band {band.tone}")
        canvas.fill(4, first + 1, end - 1, f"band {band.tone}")
        canvas.height(4, 20)


def _example(canvas: Canvas, sheet: Sheet, columns: list[Column]) -> None:
    """What a filled line may say, above the headers."""
    if not sheet.example:
        return
    tallest = _LEAST
    for at, column in enumerate(columns):
        text = sheet.example.get(column.name, "")
        canvas.put(sheet.top - 1, at, text, "example centre" if column.look in _CENTRED else "example")
        tallest = max(tallest, widths.height(widths.lines(text, column.width)))
    canvas.height(sheet.top - 1, tallest)


def headers(columns: list[Column] | tuple[Column, ...]) -> list[str]:
    """The headers as they stand in the sheet: one line each, and no two alike."""
    seen: set[str] = set()
    made = []
    for column in columns:
        name = heading(column.header) or "-"
        if name.lower() in seen:
            number = next(n for n in range(2, len(columns) + 2) if f"{name} {n}".lower() not in seen)
            name = f"{name} {number}"
        seen.add(name.lower())
        made.append(name)
    return made


def _head_look(sheet: Sheet, column: Column) -> str:
    if column.marks and len(sheet.crossing) > UPRIGHT_AT:
        return "head up"
    return "head centre" if column.marks or column.look in _CENTRED else "head"


def _headers(canvas: Canvas, sheet: Sheet, columns: list[Column]) -> None:
    names = headers(columns)
    tallest = 24.0
    for at, (name, column) in enumerate(zip(names, columns, strict=True)):
        shape = _head_look(sheet, column)
        canvas.put(sheet.top, at, name, shape)
        if column.hidden:
            continue
        if shape == "head up":
            tallest = max(tallest, min(170.0, widths.pixels(name, bold=True) * 0.75 + 14))
        else:
            tallest = max(tallest, widths.height(widths.lines(name, column.width, bold=True)))
    canvas.height(sheet.top, tallest)


def _row(canvas: Canvas, sheet: Sheet, columns: list[Column], at: int) -> int:
    """Draw one row; its number when its height may follow the text, else 0."""
    number = sheet.top + 1 + at
    needed = _LEAST
    place = canvas.book.place(sheet.name, at)
    for across, (column, value) in enumerate(_cells(sheet, columns, at)):
        row = sheet.rows[at] if sheet.rows else None
        edit = column.edit and (row is None or column.aim is None or bool(column.aim(row)))
        formula = column.formula(place) if column.formula and row is not None else ""
        if formula:
            canvas.formula(number, across, formula, value, column.look, edit=edit)
        else:
            canvas.put(number, across, value, column.look, edit=edit)
        if isinstance(value, str) and value and not column.hidden:
            strong = column.look == "strong"
            needed = max(needed, widths.height(widths.lines(value, column.width, bold=strong)))
    canvas.height(number, max(needed, sheet.tall))
    return number if needed >= sheet.tall else 0


def _cells(sheet: Sheet, columns: list[Column], at: int) -> Iterator[tuple[Column, Cell]]:
    """What each column shows in that row; of an empty list, the sentence that says so or blanks to write on."""
    if sheet.rows:
        row = sheet.rows[at]
        for column in columns:
            yield column, column.value(row)
        return
    said = next((at for at, column in enumerate(columns) if column.look in ("text", "strong")), 0)
    for across, column in enumerate(columns):
        yield column, sheet.empty if across == said else None


def _totals(canvas: Canvas, sheet: Sheet, row: int) -> int:
    """The rows of totals; the first row that is free below."""
    place = canvas.book.place(sheet.name)
    for total in sheet.totals if sheet.rows else ():
        label = sheet.index[sheet.crossing[0].name] - 1 if sheet.crossing else 1
        canvas.put(row, label, total.label, "total label")
        for column in sheet.crossing:
            canvas.formula(row, sheet.index[column.name], total.formula(place, column), total.value(column), "total")
        canvas.height(row, 19)
        row += 1
    return row


def _table(canvas: Canvas, sheet: Sheet, columns: list[Column]) -> None:
    shapes = [canvas.looks.get(_head_look(sheet, column)) for column in columns]
    named = [{"header": name, "header_format": shape} for name, shape in zip(headers(columns), shapes, strict=True)]
    canvas.worksheet.add_table(
        sheet.top, 0, sheet.top + sheet.depth, len(columns) - 1,
        {"name": sheet.table, "columns": named, "style": "Table Style Light 1", "banded_rows": False,
         "autofilter": sheet.filter},
    )  # fmt: skip


_DATE = {"validate": "date", "criteria": ">=", "value": date(1990, 1, 1), "error_title": "A date",
         "error_message": "This is not a date that Excel knows. Write it like 31 Dec 2027."}  # fmt: skip
_WHOLE = {"validate": "integer", "criteria": "between", "minimum": 1, "maximum": 5, "error_title": "1 to 5",
          "error_message": "A whole number from 1, low, to 5, high."}  # fmt: skip
_NUMBER = {"validate": "decimal", "criteria": ">=", "value": -1e15, "error_title": "A number",
           "error_message": "A number alone, without its unit."}  # fmt: skip


def _validate(canvas: Canvas, column: Column, first: int, last: int, at: int) -> None:
    """The list or the check of an editable column: it prompts and warns, and never stops anybody."""
    if not column.edit:
        return
    options: dict[str, Any] = {"validate": "any"} if column.prompt else {}
    if column.list and column.list in canvas.book.lists:
        options = {"validate": "list", "source": f"={column.list}", "show_error": not column.open_list,
                   "error_title": "Not on the list", "error_message": "Keep it if you mean it; we shall ask.",
                   "input_title": "Choose",
                   "input_message": "One from the list." if not column.open_list
                   else "One from the list, or a role in your own words."}  # fmt: skip
    elif column.takes:
        options = dict({"day": _DATE, "1-5": _WHOLE, "number": _NUMBER}[column.takes])
    if options:
        options |= {"error_type": "warning", "ignore_blank": True}
        if column.prompt:
            ways = " Choose one, or write it in your own words." if column.open_list and "source" in options else ""
            options |= {"input_title": short(column.header, 32), "input_message": short(column.prompt + ways, 255)}
        canvas.worksheet.data_validation(first, at, last, at, options)


def _colour(canvas: Canvas, sheet: Sheet, rule: Rule) -> None:
    """Lay a rule over its columns; neighbours share one range."""
    first, last = sheet.top + 1, sheet.top + sheet.depth
    when = rule.when(Place(canvas.book, sheet, 0)) if rule.when else ""
    for start, end in _runs(sorted(sheet.index[name] for name in rule.columns)):
        canvas.rule(first, start, last, end, rule, when)


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def paper(sheet: Sheet, worksheet: Any, last: tuple[int, int], footer: str) -> None:
    """How the sheet prints: one page wide where it stays legible, its headers on every page, a footer."""
    worksheet.set_paper(8 if sheet.paper == "A3" else 9)
    worksheet.set_portrait() if sheet.portrait else worksheet.set_landscape()
    worksheet.set_margins(left=0.45, right=0.45, top=0.5, bottom=0.6)
    worksheet.fit_to_pages(_pages_wide(sheet), 1 if sheet.page else 0)
    worksheet.print_area(0, 0, *last)
    worksheet.set_footer(footer)
    worksheet.hide_gridlines(2)
    if not sheet.page:
        worksheet.repeat_rows(4, sheet.top)
        worksheet.freeze_panes(sheet.top + 1, sheet.frozen)
        if _pages_wide(sheet) > 1:
            worksheet.repeat_columns(0, 1)


def _pages_wide(sheet: Sheet) -> int:
    """How many pages wide the sheet prints so that its scale stays at 70% or more."""
    if sheet.page:
        return 1
    inches = {("A4", True): 8.27, ("A4", False): 11.69, ("A3", False): 16.54}[sheet.paper, sheet.portrait] - 0.9
    narrow = len(sheet.crossing) > UPRIGHT_AT
    shown = [column for column in sheet.columns if not column.hidden]
    wide = sum(7 * (_NARROW if column.marks and narrow else column.width) + 10 for column in shown)
    return max(1, -int(-wide * 0.7 // (inches * 96)))
