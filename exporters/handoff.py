"""The handoff of a workshop in any of its forms, as bytes that are ready to be kept."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.change import Logged
from workshop.errors import WorkshopError
from workshop.state import Workshop

FORMATS: dict[str, str] = {
    "xlsx": "a workbook to mark up and send back",
    "md": "a page of Markdown to read",
    "json": "everything as JSON, for other programs",
}
"""The forms of a handoff, each in a few words; the name of a form is also its file's ending."""


class NoSuchForm(WorkshopError):
    """A form of handoff that we do not make."""

    def __init__(self, form: str) -> None:
        super().__init__(f"“{form}” is no form of handoff; choose one of {', '.join(FORMATS)}")


def made(shop: Workshop, log: Sequence[Logged], form: str, *, redact: bool = False) -> bytes:
    """The whole handoff in that form. The same workshop and log give the same bytes.

    `log` is every change, oldest first; `redact` leaves out what is the room's own business. Raises NoSuchForm.
    """
    if redact:
        from exporters.redaction import redacted, redacted_log

        shop, log = redacted(shop), redacted_log(shop, log)
    if form == "xlsx":
        from exporters import workbook

        return workbook.made(shop, log, redacted=redact)
    if form == "md":
        from exporters import text

        return text.made(shop, log)
    if form == "json":
        from exporters import data

        return data.made(shop, log)
    raise NoSuchForm(form)
