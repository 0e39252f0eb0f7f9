"""Start here: what this is, what the room decided, what is inside, and how to send changes back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from exporters.layout import START, Book, Sheet
from exporters.saying import capital, counted, refs, sentence, short, verb
from exporters.sheets import dashboard, golden_thread, sign_off
from exporters.widths import fitting, height, lines
from workshop import days, duties, standing, trends, values
from workshop.records import Metric, Objective, Outcome, Process

if TYPE_CHECKING:
    from exporters.canvas import Canvas

_WIDTHS = (2.5, 5, 17, 6, 17, 6, 17, 6, 24)
_LAST = len(_WIDTHS) - 1
_SENTENCE = sum(_WIDTHS[2:]) + 4
_LAYERS = ((Objective, "Objectives"), (Outcome, "Outcomes"), (Process, "Processes"), (Metric, "Metrics"))


def sheet(book: Book) -> Sheet:
    """The sheet as this workshop fills it."""
    return Sheet(name=START, headline=book.shop.about.title, how="", portrait=True, page=_draw)


def decided(book: Book) -> Iterator[str]:
    """What the room decided, in three to five sentences."""
    shop = book.shop
    pilot = values.named(shop.about.pilot, shop) if shop.about.pilot else ""
    if pilot:
        sponsor = values.who(shop.about.sponsor, shop)
        yield sentence(f"First comes {short(pilot, 110)}", f"{sponsor} stands behind it" if sponsor else "") + "."
    yield capital(golden_thread.carried(book)) + "."
    known = [trend for trend in trends.trends(shop).values() if trend.progress is not None]
    if known:
        yield dashboard.headline(book) + "."
    if standing.standings(shop):
        yield sign_off.headline(standing.standings(shop)) + "."
    late = [action.ref for action in duties.overdue(shop)]
    open_ = len(duties.open_actions(shop))
    overdue = f"{refs(late)} {verb(len(late), 'is', 'are')} overdue" if late else ""
    again = f"the room looks again on {days.shown(shop.about.next_review)}" if shop.about.next_review else ""
    yield sentence(f"{counted(open_, 'action')} {verb(open_, 'is', 'are')} open", overdue, again) + "."


def facts(book: Book) -> str:
    """Workshop day, sponsor, state, and who may read it."""
    about = book.shop.about
    sponsor = values.who(about.sponsor, book.shop)
    told = [
        f"Workshop of {book.day}",
        f"Sponsor: {sponsor}" if sponsor else "",
        capital(book.state),
        about.confidentiality,
    ]
    return "   ·   ".join(short(part, 80) for part in told if part)


def _draw(canvas: Canvas) -> None:
    canvas.widths(_WIDTHS)
    row = _counts(canvas, _band(canvas))
    row = _sentences(canvas, row)
    row = _contents(canvas, row)
    row = _way_back(canvas, row)
    _colours(canvas, row)


def _band(canvas: Canvas) -> int:
    book, about = canvas.book, canvas.book.shop.about
    whose = "  ·  ".join(part for part in (about.client, about.unit) if part)
    title = short(about.title, 160) or "A workshop without a title"
    rows = (
        ("", "cover", 18.0), ("GOLDEN THREAD  ·  HANDOFF WORKBOOK", "cover kicker", 18.0),
        (title, "cover title", height(lines(title, sum(_WIDTHS[1:]), 26, True), 26)),
        (short(whose, 100), "cover client", 26.0), (facts(book), "cover facts", 30.0), ("", "cover", 12.0),
    )  # fmt: skip
    for row, (text, look, points) in enumerate(rows):
        canvas.put(row, 0, None, "cover")
        canvas.across(row, 1, _LAST, text, look)
        canvas.height(row, points)
    canvas.fill(len(rows), 0, _LAST, "cover edge")
    canvas.height(len(rows), 14)
    return len(rows) + 1


def _counts(canvas: Canvas, row: int) -> int:
    place = canvas.book.place(START)
    for at, (cls, name) in enumerate(_LAYERS):
        column = 2 + 2 * at
        count = len(canvas.book.shop.all(cls))
        canvas.formula(row, column, f"COUNTA({place.all('Ref', name)})", count, "count")
        canvas.put(row + 1, column, name.lower(), "count label")
        if at < len(_LAYERS) - 1:
            canvas.put(row, column + 1, "›", "arrow")
    for line, points in enumerate((32, 15, 12)):
        canvas.height(row + line, points)
    return row + 3


def _sentences(canvas: Canvas, row: int) -> int:
    canvas.put(row, 1, "What the room decided", "section")
    canvas.height(row, 20)
    for text in decided(canvas.book):
        row += 1
        canvas.put(row, 1, "•", "bullet")
        canvas.across(row, 2, _LAST, text, "line")
        canvas.height(row, height(lines(text, _SENTENCE, indent=0), padding=5))
    canvas.height(row + 1, 8)
    return row + 2


def _contents(canvas: Canvas, row: int) -> int:
    canvas.put(row, 1, "Contents", "section")
    canvas.height(row, 20)
    room = sum(7 * width + 5 for width in _WIDTHS[4:]) - 8
    inside = [sheet for sheet in canvas.book.sheets.values() if sheet.name != START]
    for number, entry in enumerate(inside, 1):
        row += 1
        canvas.put(row, 1, number, "entry number")
        canvas.fill(row, 3, _LAST, "entry")
        canvas.link(row, 2, entry.name, entry.name, "entry link")
        canvas.put(row, 4, fitting(entry.headline, room), "entry")
        canvas.height(row, 15.5)
    canvas.height(row + 1, 8)
    return row + 2


def _way_back(canvas: Canvas, row: int) -> int:
    about = canvas.book.shop.about
    back = about.facilitator or "the facilitator"
    by = f" before {days.shown(about.next_review)}" if about.next_review else ""
    steps = (
        "Edit the cream cells, or write in Your comment. Sorting, filtering and new lines under a table are fine.",
        f"Leave the Ref column alone and keep the file as .xlsx. Return it to {short(back, 40)}{by}.",
        "Nothing is taken over silently: each change is shown beside what was sent, and accepted or refused.",
    )
    canvas.put(row, 1, "How to send changes back", "section")
    canvas.height(row, 20)
    for number, text in enumerate(steps, 1):
        row += 1
        canvas.put(row, 1, number, "step")
        canvas.put(row, 2, text, "plain")
        canvas.height(row, 15)
    canvas.height(row + 1, 8)
    return row + 2


def _colours(canvas: Canvas, row: int) -> None:
    key = ((1, "swatch", "yours to edit"), (3, "swatch white", "fixed or worked out"),
           (5, "swatch red", "needs a decision"), (7, "swatch amber", "worth a thought"))  # fmt: skip
    for column, look, words in key:
        canvas.put(row, column, None, look)
        canvas.put(row, column + 1, words, "note")
    canvas.height(row, 15)
