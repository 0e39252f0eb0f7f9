"""The first page of a form: why, by when, how long it takes, who answers, how it comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exporters import front
from exporters.layout import START, Book, Sheet
from exporters.saying import short
from workshop.answers import days, values
from workshop.records import Person

if TYPE_CHECKING:
    from exporters.canvas import Canvas

SENDER = {"sender_name": "Your name", "sender_role": "Your role"}
"""The names of the cells that say who sent the form, each with the words before it."""
_FIRST, _FIELD = 2, 4
"""The column of the words, and the first of those that are written in."""


@dataclass(frozen=True)
class Told:
    """What the first page of a form says: which form it is, facts in a line, why, steps, an answer for each sheet."""

    name: str
    facts: str
    why: tuple[str, ...]
    steps: tuple[str, ...]
    examples: Mapping[str, str] = field(default_factory=dict)


def sheet(told: Told) -> Sheet:
    """The page that says this."""
    return Sheet(name=START, headline=told.name, how="", portrait=True, page=lambda canvas: _draw(canvas, told))


def _draw(canvas: Canvas, told: Told) -> None:
    canvas.widths(front.WIDTHS)
    row = front.sentences(canvas, front.band(canvas, told.name, told.facts), "Why you are asked", told.why)
    row = _sender(canvas, row)
    row = front.contents(canvas, row, "What we ask")
    row = _examples(canvas, row, told.examples)
    row = front.numbered(canvas, row, "How to send it back", told.steps)
    front.colours(canvas, row, {"swatch": "yours to fill", "swatch white": "as we know it"})


def _sender(canvas: Canvas, row: int) -> int:
    """Two cells for name and role, filled where we know for whom the form is."""
    front.section(canvas, row, "Who answers")
    for (name, words), text in zip(SENDER.items(), _known(canvas.book), strict=True):
        row += 1
        canvas.put(row, _FIRST, words, "plain")
        canvas.across(row, _FIELD, front.LAST, text, "box", edit=True)
        canvas.name(name, f"='{START}'!$E${row + 1}")
        canvas.height(row, 21)
    canvas.height(row + 1, 8)
    return row + 2


def _examples(canvas: Canvas, row: int, said: Mapping[str, str]) -> int:
    """One answer for each sheet, in grey; the first row that is free below."""
    if not said:
        return row
    front.section(canvas, row, "How answers may read")
    for name, text in said.items():
        row += 1
        canvas.fill(row, 1, front.LAST, "entry example")
        canvas.put(row, _FIRST, name, "entry example")
        canvas.put(row, _FIELD, text, "entry example")
        canvas.height(row, 15.5)
    canvas.height(row + 1, 8)
    return row + 2


def _known(book: Book) -> tuple[str, str]:
    person = book.shop.one(Person, book.for_whom)
    return (person.name, person.role) if person else (values.who(book.for_whom, book.shop), "")


def ahead(book: Book, *on: str) -> str:
    """The first of these days that is still to come, in words; "" where none is."""
    today = book.shop.today.isoformat()
    return next((days.shown(day) for day in on if day >= today), "")


def back_to(book: Book) -> str:
    """To whom the form goes back."""
    return short(book.shop.about.facilitator, 40) or "the facilitator"
