"""Who does what: activities by people and roles, with a check that follows the letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.columns import comment, identity, key, of_field, ref
from exporters.layout import Book, Column, Place, Rule, Sheet
from exporters.saying import counted, number, part_does, sentence, verb
from workshop.answers import values
from workshop.declare import Record
from workshop.derived import duties
from workshop.derived.duties import Duty
from workshop.incoming.aim import Aim
from workshop.records import Activity, Letter

if TYPE_CHECKING:
    from exporters.canvas import Canvas

KEY = (
    ("A", "brown", "Accountable: answers for the result, exactly one"),
    ("R", "teal", "Responsible: does the work, at least one"),
    ("C", "blue", "Consulted: asked before"),
    ("I", "plain", "Informed: told after"),
)
_LETTERS = (*((letter, tone) for letter, tone, _ in KEY), ("A/R", "brown"))


def sheet(book: Book) -> Sheet:
    """The sheet as this workshop fills it."""
    rows = duties.duties(book.shop)
    people = [_person(book, who) for who in duties.columns(book.shop)]
    of = tuple(column.name for column in people)
    return Sheet(
        name="RACI",
        table="RACI",
        headline=headline(rows),
        how="R does the work. A answers for it: exactly one. C is asked before, I is told after. A/R is both.",
        columns=_columns(book, people),
        rows=rows,
        key=lambda row: key(row.activity),
        new=Activity.kind.name,
        rules=(
            *(Rule(of, tone, equals=letter) for letter, tone in _LETTERS if of),
            Rule(("Check",), "well", equals=duties.OK),
            *(Rule(("Check",), "red", equals=fault) for fault in _FAULTS),
        ),
        filter=False,
        below=_key,
    )


_FAULTS = (duties.NO_ACCOUNTABLE, duties.MANY_ACCOUNTABLE, duties.NO_RESPONSIBLE)


def headline(rows: list[Duty]) -> str:
    """How many activities are in order, and what is to settle."""
    if not rows:
        return "No activity has an answerable person yet"
    checks = [row.check for row in rows]
    open_ = len(rows) - checks.count(duties.OK)
    if not open_:
        whole = part_does(len(rows), len(rows), "activity", "has", "have", "activities")
        return sentence(f"{whole} one who answers and one who does")
    none, many, nobody = (checks.count(fault) for fault in _FAULTS)
    words = ("no Accountable", "more than one Accountable", f"nobody who does {verb(nobody, 'it', 'them')}")
    told = [(count, said) for count, said in zip((none, many, nobody), words, strict=True) if count]
    lead = counted(open_, "activity", "activities")
    if len(told) == 1:
        return sentence(f"{lead} {verb(open_, 'has', 'have')} {told[0][1]}")
    each = ", ".join(f"{number(count)} {verb(count, 'has', 'have')} {said}" for count, said in told)
    return sentence(f"{lead} need a decision: {each}")


def _columns(book: Book, people: list[Column]) -> tuple[Column, ...]:
    def of(row: Duty) -> Record:
        return row.activity

    process = of_field(book.shop, Activity.kind, "process", 24, edit=False, look="soft", of=of)
    activity = of_field(book.shop, Activity.kind, "name", 36, header="Activity", edit=False, of=of)
    check = Column("Check", 18, lambda row: row.check, "strong", formula=_check if people else None)
    return (ref(of), process, activity, *people, check, comment(24, of), identity(of))


def _person(book: Book, who: str) -> Column:
    letters = Letter.kind.field("letter").choices

    def of_activity(ref: str) -> Aim:
        return Aim("raci", f"{ref}/{who}", "letter", (("activity", ref), ("who", who)))

    return Column(
        values.who(who, book.shop), 13, lambda row: row.letters.get(who, ""), "mark", code=f"who {who}",
        aim=lambda row: of_activity(row.activity.ref), of_line=of_activity, edit=True, list="list_raci",
        choices=letters, marks=True,
    )  # fmt: skip


def _check(place: Place) -> str:
    row = place.marks()
    both = f'COUNTIF({row},"A/R")'
    accountable = f'COUNTIF({row},"A")+{both}'
    responsible = f'COUNTIF({row},"R")+{both}'
    settled = f'IF({responsible}=0,"{duties.NO_RESPONSIBLE}","{duties.OK}")'
    return f'IF({accountable}=0,"{duties.NO_ACCOUNTABLE}",IF({accountable}>1,"{duties.MANY_ACCOUNTABLE}",{settled}))'


def _key(canvas: Canvas, row: int) -> None:
    """What the letters mean."""
    for at, (letter, tone, words) in enumerate(KEY, row):
        canvas.put(at, 0, letter, f"key {tone}")
        canvas.put(at, 1, words, "note")
        canvas.height(at, 17)
