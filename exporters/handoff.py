"""What a workshop hands out, in any of its forms, as bytes that are ready to be kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from workshop.answers import values
from workshop.change import Logged
from workshop.derived import whose
from workshop.derived.retiring import kept_metrics
from workshop.errors import WorkshopError
from workshop.state import Workshop
from workshop.words import listed

if TYPE_CHECKING:
    from exporters.layout import Book

FORMATS: dict[str, str] = {
    "xlsx": "a workbook to mark up and send back",
    "md": "a page of Markdown to read",
    "json": "everything as JSON, for other programs",
    "ics": "a file that calendars take in",
}
"""The forms of a handoff, each in a few words; the name of a form is also its file's ending."""


class Handout(NamedTuple):
    """Something that is handed out: what it is for, and the forms that it comes in, the usual one first."""

    says: str
    forms: tuple[str, ...] = ("xlsx",)
    everybody: str = "the same for all"
    """What everybody gets, where it can also be for somebody."""


HANDOUTS: dict[str, Handout] = {
    "workbook": Handout("the whole workshop, to mark up and send back", ("xlsx", "md", "json")),
    "prework": Handout("questions to answer before the workshop"),
    "readings": Handout("numbers to read before a review", everybody="all metrics in one"),
    "calendar": Handout("routines, the next review and due dates, for a calendar", ("ics",), "all due dates"),
}
"""What is handed out, by its name."""

Progress = Callable[[int, int], object]
"""Told as the work goes on: how much is done, of how much."""


class NoSuchForm(WorkshopError):
    """A form of handoff that we do not make."""


def made(shop: Workshop, log: Sequence[Logged], form: str, *, what: str = "workbook", for_whom: str = "",
         redact: bool = False, progress: Progress | None = None) -> bytes:  # fmt: skip
    """What is handed out, in that form. The same workshop and log give the same bytes.

    `log` is every change, oldest first; `what` is one of HANDOUTS, `for_whom` an owner as the room calls them,
    `redact` leaves out what is the room's own business. Raises NoSuchForm and OwnsNothing.
    """
    _known(form, what, for_whom)
    if redact:
        from exporters.redaction import redacted, redacted_log

        for_whom = whose.called(shop, for_whom)
        shop, log = redacted(shop), redacted_log(shop, log)
    if form == "md":
        from exporters import text

        return text.made(shop, log)
    if form == "json":
        from exporters import data

        return data.made(shop, log, redacted=redact)
    if form == "ics":
        from exporters import calendar

        return calendar.made(shop, log, for_whom)
    from exporters import workbook

    return workbook.made(lambda: described(shop, log, what, for_whom), redacted=redact, progress=progress)


def described(shop: Workshop, log: Sequence[Logged], what: str = "workbook", for_whom: str = "") -> Book:
    """The sheets of a workbook of ours, for writing it and for reading it back. Raises OwnsNothing."""
    if what == "prework":
        from exporters.forms import prework

        return prework.described(shop, log, for_whom)
    if what == "readings":
        from exporters.forms import readings

        return readings.described(shop, log, for_whom)
    from exporters import sheets

    return sheets.described(shop, log)


def addressee(shop: Workshop, for_whom: str, *, redact: bool = False) -> str:
    """How the file is called after whoever it is for: by name, in a redacted one by role; "" for everybody."""
    ref = whose.called(shop, for_whom)
    if redact:
        from exporters.redaction import redacted

        shop = redacted(shop)
    return values.who(ref, shop)


def meant(form: str, what: str) -> tuple[str, str]:
    """The form and what is handed out, where one of them, or both, were not said ("")."""
    if form and not what:
        what = next((name for name, handout in HANDOUTS.items() if form in handout.forms), "")
    what = what or "workbook"
    return form or HANDOUTS[what].forms[0], what


def left_out(shop: Workshop, what: str) -> str:
    """What of the workshop has no place in such a handout, in one line; "" where there is nothing to say."""
    if what == "readings" and not kept_metrics(shop):
        return "It asks for no number: the workshop has no metric yet"
    if what != "calendar":
        return ""
    from exporters import calendar

    return calendar.left_out(shop)


def _known(form: str, what: str, for_whom: str) -> None:
    """Raises NoSuchForm where we make no such thing."""
    if form not in FORMATS:
        raise NoSuchForm(f"“{form}” is no form of handoff; choose one of {', '.join(FORMATS)}")
    if what not in HANDOUTS:
        raise NoSuchForm(f"“{what}” is nothing that we hand out; choose one of {', '.join(HANDOUTS)}")
    forms = HANDOUTS[what].forms
    if form not in forms:
        raise NoSuchForm(f"The {what} comes as {listed([f'.{each}' for each in forms], 'or')} only, not as {form}")
    if what == "workbook" and for_whom:
        others = listed([name for name in HANDOUTS if name != what], "or")
        raise NoSuchForm(f"The whole workbook is for everybody; name somebody with {others} only")
