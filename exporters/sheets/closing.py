"""The closing page: what was decided, who does what by when, what is open, ready to be read out."""

from __future__ import annotations

from typing import NamedTuple

from exporters.layout import Book, Column, Sheet
from exporters.saying import capital, counted
from workshop.derived.closing import NOTHING, OPEN, Said, closing
from workshop.derived.duties import open_actions
from workshop.derived.standing import standings
from workshop.words import listed


class Row(NamedTuple):
    """A sentence; the name of its part only beside the first of the part."""

    part: str
    ref: str
    words: str


def sheet(book: Book) -> Sheet:
    """The sheet as this workshop fills it."""
    told = closing(book.shop)
    before = ["", *(said.part for said in told)]
    rows = [Row("" if said.part == part else said.part, said.ref, said.words)
            for said, part in zip(told, before, strict=False)]  # fmt: skip
    return Sheet(
        name="Closing",
        table="Closing",
        headline=headline(book, told),
        how="Read it out before everybody leaves. It follows from the other sheets; change it there.",
        columns=(
            Column("Part", 18, lambda row: row.part, "strong"),
            Column("Ref", 7, lambda row: row.ref, "ref"),
            Column("Sentence", 84, lambda row: row.words),
        ),
        rows=rows,
        filter=False,
        portrait=True,
        frozen=0,
    )


def headline(book: Book, told: list[Said]) -> str:
    """What it comes to: `Three outcomes signed off, five open actions and nothing left to settle`."""
    signed = sum(one.signed for one in standings(book.shop))
    left = sum(said.part == OPEN and said.words != NOTHING[OPEN] for said in told)
    return capital(listed([
        f"{counted(signed, 'outcome')} signed off",
        counted(len(open_actions(book.shop)), "open action"),
        f"{counted(left, 'thing') if left else 'nothing'} left to settle",
    ]))  # fmt: skip
