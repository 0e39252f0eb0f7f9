"""What the three matrices found, in a sentence each."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.saying import counted, part, part_does, refs, sentence, short, them, those, verb
from workshop.declare import Record
from workshop.derived import matrix
from workshop.derived.matrix import Matrix


def carrying(crossed: Matrix) -> str:
    """Which process carries most objectives, and which objective is badly carried."""
    if not crossed.cells:
        return "No objective is carried by a process yet"
    most = max(crossed.columns, key=lambda column: len(crossed.column(column.ref)))
    count, of = len(crossed.column(most.ref)), len(crossed.rows)
    carried = f"{short(most.words, 48)} carries {part(count, of, 'objective')}"
    bare, full = _rows(crossed, matrix.NO_PRIMARY), _rows(crossed, matrix.EVERYTHING)
    if bare:
        return sentence(carried, f"{refs(bare)} {verb(len(bare), 'has', 'have')} no primary process")
    if full:
        return sentence(carried, f"{refs(full)} {verb(len(full), 'touches', 'touch')} everything")
    return sentence(carried, "nothing touches everything" if len(crossed.columns) >= matrix.MANY else "")


def moving(crossed: Matrix) -> str:
    """Whether every outcome has a process that carries it, and how many have one that helps."""
    if not crossed.cells:
        return "No outcome is linked to a process yet"
    bare = _rows(crossed, matrix.NO_PRIMARY)
    helped = sum(every > primary for primary, every in (crossed.row_count(row.ref) for row in crossed.rows))
    of = len(crossed.rows)
    lead = f"{part_does(of, of, 'outcome', 'has', 'have')} a process that carries {verb(of, 'it', 'them')}"
    which = f"{them(helped, of)} {verb(helped, 'has', 'have')}"
    if bare:
        lead = f"{refs(bare)} {verb(len(bare), 'has', 'have')} no process that carries {verb(len(bare), 'it', 'them')}"
        which = part_does(helped, of, "outcome", "has", "have")
    return sentence(lead, f"{which} one that helps" if helped else "")


def showing(crossed: Matrix) -> str:
    """Whether every process at work is measured, and how many metrics warn early."""
    if not crossed.cells:
        return "No process has a metric yet"
    marks = list({ref: cell.mark for (_, ref), cell in crossed.cells.items()}.values())
    early, late = marks.count("L"), marks.count("T")
    bare = _rows(crossed, matrix.NO_METRIC)
    of = len(crossed.rows)
    lead = f"{part_does(of, of, 'process at work', 'is', 'are', 'processes at work')} measured"
    if bare:
        lead = f"{refs(bare)} {verb(len(bare), 'has', 'have')} no metric"
    if not early and not late:
        return sentence(lead, "no metric says whether it warns early or looks back")
    warn = f"{counted(early, 'metric')} {verb(early, 'warns', 'warn')} early" if early else "no metric warns early"
    return sentence(lead, f"{warn}, {those(late)} {verb(late or 1, 'looks', 'look')} back")


def told(columns: Sequence[Record], counts: Sequence[tuple[int, int]]) -> str:
    """For each column how many rows it has, and as what: for those who cannot see the bars."""
    return "; ".join(
        f"{short(column.words, 40)} {every}, {primary} of them as primary"
        for column, (primary, every) in zip(columns, counts, strict=True)
    )


def _rows(crossed: Matrix, check: str) -> list[str]:
    return [row.ref for row in crossed.rows if crossed.row_check(row.ref) == check]
