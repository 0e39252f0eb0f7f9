"""The questions about a table from outside: what its rows are, what a column means, which choice words are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from screens.ask import Ask, Option, of_field
from workshop import words
from workshop.answers import values
from workshop.incoming import matching
from workshop.incoming.headers import REF
from workshop.incoming.matching import Column, Match, Word
from workshop.state import Workshop, kind_named

Put = Callable[[Match], None]
"""What is done with the table as it is then understood."""
_SAMPLES = 60
"""Letters of sample values that a column shows."""


def which_kind(match: Match, shop: Workshop, put: Put) -> Ask:
    """What the rows are, the likeliest kind first."""
    kinds = sorted(matching.kinds(match, shop), key=lambda kind: kind is not match.kind)
    names = [kind.plural.capitalize() for kind in kinds]

    def then(said: str) -> None:
        put(matching.of_kind(match, shop, kind_named(said) if said else None))

    return _ask("What are these rows?", then, names, "leave these rows out", names[0] if match.kind else "")


def which_field(match: Match, column: Column, put: Put) -> Ask:
    """What the column means, the likeliest field first."""
    names = {label(match, name): name for name in matching.fields(match, column.header)}

    def then(said: str) -> None:
        put(matching.meaning(match, column.header, names.get(said, "")))

    question = f"What does the column {words.brief(column.header)} mean? It says: {samples(column)}"
    return _ask(question, then, list(names), "leave this column out", label(match, column.field))


def which_choice(match: Match, word: Word, put: Put) -> Ask:
    """Which choice the words are, the nearest first."""

    def then(said: str) -> None:
        put(matching.saying(match, word, said))

    question = f"Which {label(match, word.field)} is “{words.brief(word.said)}”?"
    return _ask(question, then, matching.choices(match, word), "leave these cells out", word.choice)


def what_cell(matches: Sequence[Match], where: str, shop: Workshop, put: Callable[[int, Match], None]) -> Ask | None:
    """What a cell that cannot be read should say (`row 7, column Due`); None where no cell is the problem."""
    place, _, called = where.rpartition(", column ")
    found = [
        (at, match, match.kind.field(column.field), row.cells.get(column.header, ""))
        for at, match in enumerate(matches)
        for row in match.table.rows
        if row.where == place and match.kind
        for column in match.columns
        if column.field not in ("", REF) and label(match, column.field) == called
    ]
    if not found:
        return None
    at, match, spec, text = found[0]

    def then(said: str) -> None:
        values.read(spec, said, shop)
        put(at, matching.mended(match, place, spec.name, said))

    asked = of_field(spec, shop, "", then, f"{place} says “{words.brief(text)}”. {spec.question}")
    asked.hint = "Enter alone leaves the cell out and lets the rest of its row in"
    return asked


def label(match: Match, name: str) -> str:
    """What the field is called on the wall."""
    return match.kind.field(name).label if match.kind and name not in ("", REF) else name


def samples(column: Column) -> str:
    """The first values of a column, as many as fit."""
    said = ""
    for sample in column.samples:
        longer = f"{said} · {words.brief(sample)}" if said else words.brief(sample)
        if said and len(longer) > _SAMPLES:
            break
        said = longer
    return said


def _ask(question: str, then: Callable[[str], None], names: list[str], out: str, picked: str) -> Ask:
    """What to choose from: the likeliest, then that it is left out, then the others."""
    options = [Option(name, "says which record a row changes" if name == REF else name) for name in names]
    options.insert(1, Option("", out))
    return Ask(question, then, options=options, picked=picked, must=True)
