"""The threads crossed: objective × process, outcome × process, process × metric."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from exporters.columns import LINK, identity, key
from exporters.layout import Book, Cell, Column, Place, Rule, Sheet, Total
from exporters.saying import short
from exporters.sheets.crossings import carrying, moving, showing, told
from workshop.declare import Record
from workshop.derived import matrix
from workshop.derived.matrix import Matrix
from workshop.incoming.aim import Aim
from workshop.records import Outcome

if TYPE_CHECKING:
    from exporters.canvas import Canvas

OBJECTIVES, OUTCOMES, METRICS = "Objective x process", "Outcome x process", "Process x metric"
_SERVES = "Serves"
_MOST_BARS = 24


def objective_process(book: Book) -> Sheet:
    """Which processes carry each objective; live, from the next sheet."""
    crossed = matrix.objective_process(book.shop)
    made = _sheet(book, crossed, OBJECTIVES, "ObjectiveProcess", "P", _from_outcomes)
    return replace(
        made,
        headline=carrying(crossed),
        how="P = primary, S = supporting, empty = deliberately not linked. Worked out: change a link on "
        "Outcome x process and it follows here.",
        instead="follows from the links; change them on Outcome x process",
        below=lambda canvas, row: _bars(canvas, row, crossed),
    )


def outcome_process(book: Book) -> Sheet:
    """Which processes move each outcome: the one place where links are changed."""
    crossed = matrix.outcome_process(book.shop)
    made = _sheet(book, crossed, OUTCOMES, "OutcomeProcess", "P", None)
    *columns, last = made.columns
    serves = Column(_SERVES, 9, _serves, "soft", hidden=True)
    return replace(
        made,
        headline=moving(crossed),
        how="P = primary, S = supporting, empty = deliberately not linked. Choose from the list in any cream cell.",
        columns=(*columns, serves, last),
    )


def process_metric(book: Book) -> Sheet:
    """Which metrics show what each process does."""
    crossed = matrix.process_metric(book.shop)
    made = _sheet(book, crossed, METRICS, "ProcessMetric", "L", None)
    return replace(
        made,
        headline=showing(crossed),
        how="L = leading, warns early; T = trailing, shows the result afterwards; • = not said which. Worked out "
        "from the threads.",
        instead="follows from the threads; name outcomes and processes of a metric in the workshop",
    )


def _sheet(book: Book, crossed: Matrix, name: str, table: str, first: str,
           live: Callable[[str], Callable[[Place], str]] | None) -> Sheet:  # fmt: skip
    """What the three have in common: the crossing, how much is in each row and column, what to say of a row."""
    counts = "Primary" if first == "P" else "Leading"
    row_name, column_name = (word.strip() for word in crossed.title.split("×"))
    editable = name == OUTCOMES

    def link(outcome: str, process: str) -> Aim:
        return Aim("link", "", "role", (("outcome", outcome), ("process", process)))

    def mark(column: Record) -> Column:
        found = crossed.cells
        return Column(
            f"{column.ref} {short(column.words, 40)}", 12.5, look="mark", marks=True, code=column.ref,
            value=lambda row: _mark(found.get((row.ref, column.ref))), formula=live(column.ref) if live else None,
            edit=editable, aim=(lambda row: link(row.ref, column.ref)) if editable else None,
            list="list_link" if editable else "", choices=LINK if editable else (),
        )  # fmt: skip

    marks = [mark(column) for column in crossed.columns]
    tallies = _tallies(crossed, counts, first) if marks else []
    return Sheet(
        name=name,
        table=table,
        headline="",
        how="",
        columns=(
            Column("Ref", 6, lambda row: row.ref, "ref"),
            Column(row_name, 44 if len(marks) <= 9 else 40, lambda row: row.words),
            *marks,
            *tallies,
            identity(),
        ),
        rows=crossed.rows,
        key=key,
        rules=_rules([column.name for column in marks], editable=editable) if marks else (),
        totals=_totals(crossed, row_name, first) if marks else (),
        filter=False,
        empty="" if crossed.rows else f"No {row_name.lower()} to cross with a {column_name} yet",
    )


def _mark(cell: matrix.Cell | None) -> str:
    return cell.mark if cell else ""


def _filled(crossed: Matrix, ref: str, first: str) -> tuple[int, int]:
    marks = [cell.mark for cell in crossed.row(ref)]
    return marks.count(first), len(marks)


def _tallies(crossed: Matrix, counts: str, first: str) -> list[Column]:
    def leading(row: Record) -> Cell:
        return _filled(crossed, row.ref, first)[0]

    def in_all(row: Record) -> Cell:
        return _filled(crossed, row.ref, first)[1]

    return [
        Column(counts, 9, leading, "centre", formula=lambda place: f'COUNTIF({place.marks()},"{first}")'),
        Column("In all", 8, in_all, "centre", formula=lambda place: _count(place.marks(), first)),
        Column("Check", 20, lambda row: crossed.row_check(row.ref), "strong",
               formula=lambda place: _check(place, counts, first)),
    ]  # fmt: skip


def _count(area: str, first: str) -> str:
    """How many cells of an area are marked; a formula that comes to nothing is not."""
    marks = ("P", "S") if first == "P" else ("L", "T", "•")
    return "+".join(f'COUNTIF({area},"{mark}")' for mark in marks)


def _check(place: Place, counts: str, first: str) -> str:
    in_all = place.here("In all")
    if first == "L":
        trailing = f'COUNTIF({place.marks()},"T")'
        return f'IF({in_all}=0,"{matrix.NO_METRIC}",IF({trailing}={in_all},"{matrix.ONLY_BACK}","{matrix.OK}"))'
    columns = len(place.sheet.crossing)
    everything = (
        f'IF({in_all}={columns},"{matrix.EVERYTHING}","{matrix.OK}")' if columns >= matrix.MANY else f'"{matrix.OK}"'
    )
    return f'IF({place.here(counts)}=0,"{matrix.NO_PRIMARY}",{everything})'


def _from_outcomes(process: str) -> Callable[[Place], str]:
    """Primary where a link behind the objective is, else supporting where there is a link at all."""

    def formula(place: Place) -> str:
        serves, links = place.all(_SERVES, OUTCOMES), place.all(process, OUTCOMES)
        mine = f'"*,"&{place.here("Ref")}&",*"'
        found = [f'COUNTIFS({serves},{mine},{links},"{mark}")>0' for mark in LINK]
        return f'IF({found[0]},"P",IF({found[1]},"S",""))'

    return formula


def _serves(outcome: Outcome) -> str:
    return f",{','.join(outcome.objectives)},"


def _totals(crossed: Matrix, rows: str, first: str) -> tuple[Total, ...]:
    many = f"{rows}s" if not rows.endswith("s") else f"{rows}es"

    def marks(column: Column) -> list[str]:
        return [cell.mark for cell in crossed.column(column.code)]

    return (
        Total(f"{many}, {'as primary' if first == 'P' else 'leading'}", lambda column: marks(column).count(first),
              lambda place, column: f'COUNTIF({place.all(column.name)},"{first}")'),
        Total(f"{many} in all", lambda column: len(marks(column)),
              lambda place, column: _count(place.all(column.name), first)),
    )  # fmt: skip


def _rules(marks: list[str], *, editable: bool) -> tuple[Rule, ...]:
    of = tuple(marks)
    faults = (matrix.NO_PRIMARY, matrix.NO_METRIC)
    return (
        Rule(of, "teal", equals="P"),
        Rule(of, "pale teal", equals="S"),
        Rule(of, "brown", equals="L"),
        Rule(of, "blue", equals="T"),
        Rule(("Check",), "well", equals=matrix.OK),
        *(Rule(("Check",), "red", equals=fault) for fault in faults),
        *(Rule(("Check",), "amber", equals=fault) for fault in (matrix.EVERYTHING, matrix.ONLY_BACK)),
    )


def _bars(canvas: Canvas, row: int, crossed: Matrix) -> None:
    """How many objectives each process carries, as bars under the table."""
    from exporters.charts import Bars

    carried = [column for column in crossed.columns if crossed.column(column.ref)][:_MOST_BARS]
    if not carried or not crossed.rows:
        return
    book = canvas.book
    place = book.place(OBJECTIVES)
    counts = [crossed.column_count(column.ref) for column in carried]
    areas = [place.all(column.ref, OBJECTIVES) for column in carried]
    primary = [(f'COUNTIF({area},"P")', first) for area, (first, _) in zip(areas, counts, strict=True)]
    rest = [(f'COUNTIF({area},"S")', every - first) for area, (first, every) in zip(areas, counts, strict=True)]
    names = book.help("Process", [("", short(column.words, 40)) for column in carried])
    chart = Bars(
        names, book.help("Primary", [*primary]), book.help("Supporting", [*rest]), len(crossed.rows),
        f"How many objectives each process carries: {told(carried, counts)}.",
    )  # fmt: skip
    canvas.put(row, 1, "How many objectives each process carries", "section")
    canvas.height(row, 22)
    tall = 90 + 30 * len(carried)
    canvas.chart(row + 1, 1, chart, 760, tall)
    canvas.reach(row + 2 + tall // 20, 1)
