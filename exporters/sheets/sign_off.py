"""What each stakeholder says to each thread, and who is still to be heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from exporters.columns import of_field
from exporters.layout import Book, Cell, Column, Key, Rule, Sheet
from exporters.saying import capital, counted, part_does, refs, sentence, verb
from workshop.answers import values
from workshop.derived import standing
from workshop.derived.standing import Standing
from workshop.incoming.aim import Aim, remark
from workshop.records import Outcome, Verdict
from workshop.words import listed

if TYPE_CHECKING:
    from exporters.canvas import Canvas

HOLDS, LAPSED = "Holds", "Lapsed"


class Row(NamedTuple):
    """A verdict on an outcome's thread, or a group that has not spoken about it."""

    outcome: Outcome
    verdict: Verdict | None
    group: str
    holds: bool

    @property
    def key(self) -> Key:
        """The verdict's; before there is one, what it would be about and for whom."""
        if self.verdict:
            return Key("verdict", self.verdict.ref, self.verdict.id)
        return Key("verdict", "", f"{self.outcome.id}/{self.group}")


def sheet(book: Book) -> Sheet:
    """The sheet as this workshop fills it."""
    found = standing.standings(book.shop)
    rows = [row for each in found for row in _rows(book, each)]
    return Sheet(
        name="Sign-off",
        table="SignOff",
        headline=headline(found),
        how="Choose a verdict, say why in your own words, then type your name or sign on paper.",
        columns=_columns(book),
        rows=rows,
        key=lambda row: row.key,
        rules=(
            Rule(("Verdict",), "green", equals="Agree"),
            Rule(("Verdict",), "amber", equals="Concern"),
            Rule(("Verdict",), "red", equals="Block"),
            Rule(("Words signed",), "amber", when=lambda place: f'LEFT({place.here("Words signed")},6)="{LAPSED}"'),
        ),
        tall=34,
        below=lambda canvas, row: _standing(canvas, row, found) if rows else None,
        empty="" if rows else "No thread is there to sign yet",
    )


def _columns(book: Book) -> tuple[Column, ...]:
    shop = book.shop
    given = {entry.ref: entry.at[:10] for entry in book.log if entry.kind == "verdict" and entry.field == "says"}

    def verdict(name: str, width: float, header: str = "") -> Column:
        made = of_field(shop, Verdict.kind, name, width, header=header)
        return replace(made, value=lambda row: made.value(row.verdict) if row.verdict else "",
                       aim=lambda row: _aim(row, name))  # fmt: skip

    def role(row: Row) -> str:
        return values.of(row.verdict, "person", shop) if row.verdict else ""

    def thread(row: Row) -> str:
        return values.named(row.verdict.on if row.verdict else row.outcome.ref, shop)

    def day(row: Row) -> Cell:
        at = given.get(row.verdict.ref) if row.verdict else None
        return date.fromisoformat(at) if at else ""

    return (
        Column("Ref", 6, lambda row: row.key.ref, "ref"),
        Column("Thread", 34, thread, "soft", shows=("verdict.on",)),
        Column("Group", 16, lambda row: capital(row.group)),
        Column("Role", 24, role, shows=("verdict.person",)),
        verdict("says", 12),
        verdict("words", 44, "In your words"),
        Column("Words signed", 14, _signed, "centre", shows=("verdict.wording",)),
        Column(
            "Date", 13, day, "day", edit=True, takes="day", blank=True, aim=lambda row: remark(_on(row), "Signed on ")
        ),
        Column(
            "Name or signature",
            22,
            lambda row: "",
            edit=True,
            blank=True,
            aim=lambda row: remark(_on(row), "Signed by "),
        ),
        Column("id", 10, lambda row: row.key.id, "soft", hidden=True),
    )


def _aim(row: Row, name: str) -> Aim:
    """A field of the verdict, or of the one that somebody of a group not heard so far gives."""
    if row.verdict:
        return Aim("verdict", row.verdict.ref, name)
    return Aim("verdict", "", name, (("on", row.outcome.ref), ("person", row.group)))


def _on(row: Row) -> str:
    return row.verdict.on if row.verdict else row.outcome.ref


def _signed(row: Row) -> str:
    """Whether the words that were signed still stand; if not, which they were."""
    if not row.verdict:
        return ""
    return HOLDS if row.holds else f"{LAPSED}: {row.verdict.wording or 'no words were kept'}"


def headline(found: list[Standing]) -> str:
    """How many threads are signed off; what is blocked, who is still to be heard, what worries."""
    if not found:
        return "No thread is there to sign yet"
    signed = sum(each.signed for each in found)
    blocked = [each.outcome.ref for each in found if each.blocks]
    missing = list(dict.fromkeys(group for each in found for group in each.missing))
    concerns = sum(len(each.concerns) for each in found)
    lead = f"{part_does(signed, len(found), 'outcome', 'is', 'are')} signed off"
    return sentence(
        lead,
        f"{refs(blocked)} {verb(len(blocked), 'is', 'are')} blocked" if blocked else "",
        f"{listed(missing)} still to be heard" if missing else "",
        f"{counted(concerns, 'concern')} {verb(concerns, 'stands', 'stand')}" if concerns else "",
    )


def _rows(book: Book, each: Standing) -> list[Row]:
    given = [
        Row(each.outcome, verdict, standing.group_of(book.shop, verdict), verdict not in each.lapsed)
        for verdict in each.verdicts
    ]
    return [*given, *(Row(each.outcome, None, group, False) for group in each.missing)]


def _standing(canvas: Canvas, row: int, found: list[Standing]) -> None:
    """Blocked, still to be heard, or signed off: live, from the verdicts above."""
    place = canvas.book.place("Sign-off")
    verdicts, holds = place.all("Verdict"), place.all("Words signed")
    blocks = f'COUNTIFS({verdicts},"Block",{holds},"<>{LAPSED}*")'
    left = f"COUNTBLANK({verdicts})"
    missing = sum(len(each.missing) for each in found)
    value = "Blocked" if any(each.blocks for each in found) else f"{missing} to be heard" if missing else "Signed off"
    canvas.put(row, 1, "Standing", "total label")
    formula = f'IF({blocks}>0,"Blocked",IF({left}>0,{left}&" to be heard","Signed off"))'
    canvas.formula(row, 2, formula, value, "note strong")
    canvas.height(row, 20)
