"""Start here: what this is, what the room decided, what is inside, and how to send changes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sized
from typing import TYPE_CHECKING

from exporters import front
from exporters.layout import START, Book, Sheet
from exporters.saying import capital, counted, refs, sentence, short, verb
from exporters.sheets import dashboard, golden_thread, sign_off
from workshop.answers import days, values
from workshop.declare import Record
from workshop.derived import duties, standing
from workshop.derived.retiring import kept_metrics, kept_outcomes
from workshop.records import Metric, Objective, Outcome, Process
from workshop.state import Workshop

if TYPE_CHECKING:
    from exporters.canvas import Canvas

_KEPT: dict[type[Record], Callable[[Workshop], Sized]] = {Outcome: kept_outcomes, Metric: kept_metrics}
"""Of what a review may retire, those that count."""
_LAYERS: tuple[tuple[type[Record], str], ...] = (
    (Objective, "Objectives"),
    (Outcome, "Outcomes"),
    (Process, "Processes"),
    (Metric, "Metrics"),
)


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
    if dashboard.moving(book):
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
    canvas.widths(front.WIDTHS)
    row = _counts(canvas, front.band(canvas, "Handoff workbook", facts(canvas.book)))
    row = front.sentences(canvas, row, "What the room decided", decided(canvas.book))
    row = front.contents(canvas, row, "Contents")
    row = front.numbered(canvas, row, "How to send changes back", _way_back(canvas.book))
    front.colours(canvas, row, {"swatch": "yours to edit", "swatch white": "fixed or worked out",
                                "swatch red": "needs a decision", "swatch amber": "worth a thought"})  # fmt: skip


def _counts(canvas: Canvas, row: int) -> int:
    shop, place = canvas.book.shop, canvas.book.place(START)
    for at, (cls, name) in enumerate(_LAYERS):
        column = 2 + 2 * at
        count = len(shop.all(cls))
        gone = count - len(_KEPT[cls](shop)) if cls in _KEPT else 0
        less = f"-{gone}" if gone else ""
        canvas.formula(row, column, f"COUNTA({place.all('Ref', name)}){less}", count - gone, "count")
        canvas.put(row + 1, column, name.lower(), "count label")
        if at < len(_LAYERS) - 1:
            canvas.put(row, column + 1, "›", "arrow")
    for line, points in enumerate((32, 15, 12)):
        canvas.height(row + line, points)
    return row + 3


def _way_back(book: Book) -> tuple[str, ...]:
    about = book.shop.about
    back = about.facilitator or "the facilitator"
    by = f" before {days.shown(about.next_review)}" if about.next_review else ""
    return (
        "Edit the cream cells, or write in Your comment. Sorting, filtering and new lines under a table are fine.",
        f"Leave the Ref column alone and keep the file as .xlsx. Return it to {short(back, 40)}{by}.",
        "Nothing is taken over silently: each change is shown beside what was sent, and accepted or refused.",
    )
