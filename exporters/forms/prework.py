"""What goes out before the workshop: each stakeholder fills in what they want, run, measure and suffer from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from exporters.columns import comment, identity, key, of_field, ref, to_fill
from exporters.forms import start
from exporters.layout import Book, Column, Sheet
from exporters.saying import capital, counted, short, verb
from exporters.widths import fitting
from workshop.answers import values
from workshop.change import Logged
from workshop.declare import Kind, Value
from workshop.derived import duties, whose
from workshop.records import Metric, Note, Objective, Process, Service
from workshop.state import Workshop

LINES = 25
"""Empty lines on each sheet."""
_NARROW = 900
"""Pixels; a sheet that is narrower stands upright on paper."""
_KNOWN = 4
"""So many of the records that are there already are named."""


class Asked(NamedTuple):
    """One answer that is asked for: its field, how wide its column is, and how an answer may read."""

    field: str
    width: float
    example: str


class Page(NamedTuple):
    """One sheet of questions: the kind of record that each line makes, and what that record holds besides.

    `one` is what a line is about, in the words of the room.
    """

    name: str
    table: str
    one: str
    kind: Kind
    asked: tuple[Asked, ...]
    given: Mapping[str, Value] = MappingProxyType({})


PAGES = (
    Page("Objectives", "Objectives", "Objective", Objective.kind, (
        Asked("statement", 40, "Cut customer churn from 9% to 6% by 31 Dec 2027"),
        Asked("category", 16, "Customer satisfaction"),
        Asked("measure", 21, "Customers who leave in a year"),
        Asked("baseline", 9, "9%"),
        Asked("target", 9, "6%"),
        Asked("due", 12, "31 Dec 2027"),
        Asked("source", 15, "Annual plan"),
        Asked("source_ref", 15, "Page 12"),
        Asked("worth", 15, "€ 4.5m a year"),
        Asked("owner", 19, "Chief Customer Officer"),
        Asked("services", 20, "Sales portal"),
    )),
    Page("Services", "Services", "Service", Service.kind, (
        Asked("name", 56, "Sales portal"),
        Asked("criticality", 14, "High"),
        Asked("owner", 40, "Head of Online Sales"),
    )),
    Page("Processes", "Processes", "Process", Process.kind, (
        Asked("name", 50, "Incident management"),
        Asked("state", 18, "Inconsistent"),
        Asked("maturity", 10, "2"),
        Asked("owner", 36, "Service desk lead"),
    )),
    Page("Metrics", "Metrics", "Metric", Metric.kind, (
        Asked("name", 36, "Time to restore the sales portal"),
        Asked("unit", 9, "min"),
        Asked("baseline", 9, "90"),
        Asked("target", 9, "30"),
        Asked("direction", 9, "Down"),
        Asked("source", 24, "Ticket tool, monthly report"),
        Asked("reader", 20, "Operations meeting"),
        Asked("every", 13, "Every month"),
        Asked("owner", 20, "Service desk lead"),
        Asked("decision", 34, "Whether to pay for a standby shift"),
    )),
    Page("Pain points", "PainPoints", "Pain point", Note.kind, (
        Asked("text", 66, "Orders are lost when the portal is slow on Monday mornings"),
        Asked("on", 36, "Sales portal"),
        Asked("severity", 12, "High"),
    ), {"what": "pain"}),
)  # fmt: skip


def described(shop: Workshop, log: Sequence[Logged], for_whom: str) -> Book:
    """Every sheet of the form; open questions only where somebody was to find out, and not those kept private."""
    book = Book(shop, log, what="prework", for_whom=whose.called(shop, for_whom))
    unknown = [note for note in whose.owned(shop, duties.unknowns(shop), for_whom) if note.private != "yes"]
    sheets = [*([_questions(book, unknown)] if unknown else []), *(_sheet(book, page) for page in PAGES)]
    book.sheets = {sheet.name: sheet for sheet in (start.sheet(_told(book, len(unknown))), *sheets)}
    return book


def _sheet(book: Book, page: Page) -> Sheet:
    columns = tuple(_column(book.shop, page, asked) for asked in page.asked)
    room = sum(7 * column.width + 5 for column in columns) - 20
    return Sheet(
        name=page.name,
        table=page.table,
        headline=page.kind.field(page.kind.called).question,
        how=fitting(f"A line for each; the one in grey is an example.{_known(book, page)}", room),
        columns=columns,
        rows=range(LINES),
        new=page.kind.name,
        given=page.given,
        example={column.name: asked.example for column, asked in zip(columns, page.asked, strict=True)},
        filter=False,
        portrait=room < _NARROW,
        frozen=1,
    )


def _column(shop: Workshop, page: Page, asked: Asked) -> Column:
    header = page.one if asked.field == page.kind.called else ""
    column = to_fill(shop, page.kind, asked.field, asked.width, header=header)
    if (page.kind, asked.field) != (Note.kind, "on"):
        return column
    places = tuple(values.named(record.ref, shop) for cls in (Service, Process) for record in shop.all(cls))
    return replace(column, header="Service or process", prompt="Which service or process does it hurt?",
                   list="list_places" if places else "", choices=places, open_list=True)  # fmt: skip


def _known(book: Book, page: Page) -> str:
    """What the room knows already, so that nobody needs to write it again."""
    found = [record.words for record in book.shop.of(page.kind.name)] if not page.given else []
    if not found:
        return ""
    more = f" and {len(found) - _KNOWN} more" if len(found) > _KNOWN else ""
    return f" Known already: {'; '.join(short(words, 44) for words in found[:_KNOWN])}{more}."


def _questions(book: Book, unknown: list[Note]) -> Sheet:
    """What nobody in the room knew, for whoever was to find out."""
    shop = book.shop

    def about(note: Note) -> str:
        return short(values.named(note.on, shop), 120)

    return Sheet(
        name="Questions for you",
        table="Questions",
        headline=f"{capital(counted(len(unknown), 'thing'))} that nobody in the room knew",
        how="Write what you found out. Where you do not know either, say who does.",
        columns=(
            ref(),
            replace(of_field(shop, Note.kind, "text", 44, header="Question", edit=False), look="strong"),
            Column("About", 32, about, "soft"),
            of_field(shop, Note.kind, "owner", 20, header="Asked of", edit=False),
            of_field(shop, Note.kind, "due", 13, edit=False),
            comment(56, header="Your answer", look="box"),
            identity(),
        ),
        rows=unknown,
        key=key,
        filter=False,
        tall=34,
    )


def _told(book: Book, questions: int) -> start.Told:
    about, back = book.shop.about, start.back_to(book)
    ahead = start.ahead(book, about.held_on, about.next_review)
    by = f"before {ahead}" if ahead else "before the workshop"
    when = f"On {ahead}" if ahead else "In the workshop"
    wait = f"{capital(counted(questions, 'question'))} of the room {verb(questions, 'waits', 'wait')} for you as well."
    facts = [f"Workshop of {ahead}" if ahead else "", f"Please send it back {by}", about.confidentiality]
    return start.Told(
        name="Before the workshop",
        facts="   ·   ".join(short(part, 80) for part in facts if part),
        why=(
            f"{when} we draw one line from what the business wants, through what a service must do and the work that "
            "moves it, to the number that shows it. Your answers are where that line begins.",
            "It takes about twenty minutes. Answer what you know; half a line is welcome.",
            *([wait] if questions else []),
        ),
        steps=(
            "Fill the cream cells. Each says what it takes when you go into it; some offer a list to choose from.",
            f"Keep the file as .xlsx under any name, and send it to {back} {by}.",
            "Nothing is taken over silently: the room sees each answer with your name, beside what others said.",
        ),
        examples={page.one: page.asked[0].example for page in PAGES},
    )
