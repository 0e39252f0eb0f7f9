"""What the columns of a table from outside mean: guessed by header and by content, put right by a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from workshop import words
from workshop.declare import KINDS, Field, Kind, Value
from workshop.incoming import likely, meant, synonyms
from workshop.incoming.headers import REF, Table
from workshop.incoming.likely import Guess, Told
from workshop.state import Workshop

_LEFT_OUT = 0.25
"""What a column that means nothing of a kind speaks against that kind."""
_NEEDED = 1.0
_SHEET, _FIRST, _CALLED, _MEASURED = 2.0, 0.6, 1.2, 0.2
"""What the name of the sheet and the first header speak for the kind that they name, the first header for the only
kind whose records are called so, amounts for statements."""
_OTHER_WORDS, _SHORT = 0.2, 40
"""What short words that are no choices speak at most against a header that names one: they are asked about."""
_NAME = 25
"""Letters below which words with no amount in them are a name rather than a statement."""
_SAMPLES = 3
_LEVEL = 0.05
"""Within this, two kinds are as likely; the one that comes first in the method is taken."""


class Column(NamedTuple):
    """A column of the table: its header, the field that it means, and why.

    `field` is a field's name, `ref` for the column that says which record a row changes, "" for one left out.
    `samples` are its first different words.
    """

    header: str
    field: str
    why: str
    samples: tuple[str, ...]


class Word(NamedTuple):
    """Words in a column that are no choice of its field: how often, and the choice taken for them, "" for none."""

    header: str
    field: str
    said: str
    times: int
    choice: str


class Match(NamedTuple):
    """What is taken of a table: the kind of its rows, None for none of it; its columns; words for choices.

    `held` is what new records get beside what the rows say; `said` the choices that a person named, by header
    and words in small letters.
    """

    table: Table
    kind: Kind | None
    columns: tuple[Column, ...]
    held: Mapping[str, Value]
    said: Mapping[tuple[str, str], str]


# Guessing


def guessed(table: Table, shop: Workshop, kind: Kind | None = None, held: Mapping[str, Value] | None = None) -> Match:
    """What its rows and its columns most likely are; of that kind, where it is given."""
    cells = _told(table, shop)
    if kind is None:
        ranked = [(_worth(table, cells, each), each) for each in KINDS.values()]
        most = max(worth for worth, _ in ranked)
        kind = next((each for worth, each in ranked if worth > most - _LEVEL and most > 0), None)
    return Match(table, kind, _columns(table, cells, kind), held or {}, {})


def of_kind(match: Match, shop: Workshop, kind: Kind | None) -> Match:
    """The same table, its rows taken for records of that kind; None leaves them out."""
    return match._replace(kind=kind, columns=_columns(match.table, _told(match.table, shop), kind))


def kinds(match: Match, shop: Workshop) -> list[Kind]:
    """Every kind, the likeliest first."""
    cells = _told(match.table, shop)
    return sorted(KINDS.values(), key=lambda kind: -_worth(match.table, cells, kind))


def _told(table: Table, shop: Workshop) -> dict[str, Told]:
    return {header: likely.told((row.cells.get(header, "") for row in table.rows), shop) for header in table.headers}


def _columns(table: Table, cells: dict[str, Told], kind: Kind | None) -> tuple[Column, ...]:
    found = _assigned(table, cells, kind) if kind else {}
    return tuple(
        Column(header, *found.get(header, ("", "no such field" if kind and cells[header].said else "nothing in it")),
               tuple(cells[header].said[:_SAMPLES]))
        for header in table.headers
    )  # fmt: skip


def _assigned(table: Table, cells: dict[str, Told], kind: Kind) -> dict[str, tuple[str, str]]:
    """The field of each column that means one, with the reason: the surest first, each field once."""
    pairs = [
        (guess, header, spec.name)
        for header in table.headers
        for spec in kind.fields
        for guess in [_guess(header, cells[header], kind, spec)]
        if guess.worth >= likely.ENOUGH
    ]
    pairs += [
        (guess, header, REF) for header in table.headers for guess in [_ref(header, cells[header], kind)] if guess
    ]
    found: dict[str, tuple[str, str]] = {}
    for guess, header, name in sorted(pairs, key=lambda pair: -pair[0].worth):
        if header not in found and all(name != field for field, _ in found.values()):
            found[header] = (name, guess.why)
    spec = kind.named.get(kind.called)
    if spec and spec.type == "text" and all(name != spec.name for name, _ in found.values()):
        longest = _longest(table, cells, kind, found)
        if longest:
            found[longest] = (spec.name, "the longest words")
    return found


def _guess(header: str, cells: Told, kind: Kind, spec: Field) -> Guess:
    """What header and cells say together. Cells alone speak where the header says nothing of its own."""
    said, shown = likely.by_header(header, kind, spec), likely.by_content(cells, spec)
    if said.worth:
        against = -_OTHER_WORDS if spec.type == "choice" and cells.long <= _SHORT else shown.worth
        return Guess(said.worth + max(shown.worth, against), said.why)
    if likely.ignored(header, kind) or not (likely.unnamed(header) or spec.type in ("day", "choice", "who", "flag")):
        return Guess(0.0, "")
    return Guess(shown.worth - 0.001 * kind.fields.index(spec), shown.why)


def _ref(header: str, cells: Told, kind: Kind) -> Guess | None:
    if likely.plain(header) == REF:
        return Guess(2.0, "its name")
    may_be = likely.unnamed(header) or likely.ignored(header, kind) or likely.plain(header) == "reference"
    return Guess(1.2, "refs") if may_be and not kind.key and likely.refs(cells, kind) >= 0.8 else None


def _longest(table: Table, cells: dict[str, Told], kind: Kind, found: Mapping[str, tuple[str, str]]) -> str:
    """The column with the longest words of those that mean nothing yet, else that mean words not needed, or ""."""
    words_of = [h for h in table.headers if cells[h].said and max(cells[h].days, cells[h].numbers) < 0.5]
    free = [h for h in words_of if h not in found and not likely.ignored(h, kind)]
    other = [h for h in words_of if h in found and found[h][0] != REF and kind.field(found[h][0]).type == "text"]

    def telling(header: str) -> float:
        first = 1.5 if header == table.headers[0] else 1.0
        return first * cells[header].long * len(cells[header].said) / max(1, min(cells[header].rows, likely.LOOKED_AT))

    return max(free or other, key=telling, default="")


def _worth(table: Table, cells: dict[str, Told], kind: Kind) -> float:
    """How much speaks for rows of that kind."""
    found = _assigned(table, cells, kind)
    worth = sum(_pair(header, cells[header], kind, name) for header, (name, _) in found.items())
    worth -= _LEFT_OUT * sum(1 for h in table.headers if h not in found and not likely.ignored(h, kind))
    names = {name for name, _ in found.values()}
    if kind.name == "workshop":  # there is one; a table of several things is no table of it
        worth -= _SHEET
    if REF not in names:
        worth -= _NEEDED * sum(spec.needed and spec.name not in names for spec in kind.fields)
    sheet = likely.plain(table.name)
    if sheet and any(likely.plain(word) == sheet for word in synonyms.of_kind(kind)):
        worth += _SHEET
    first = next((header for header in table.headers if likely.plain(header) not in synonyms.IGNORED), "")
    if any(likely.plain(word) == likely.about(first) for word in synonyms.of_kind(kind)):
        worth += _FIRST
    elif likely.only_called(first) is kind:
        worth += _CALLED
    words_of = next((header for header, (name, _) in found.items() if name == kind.called == "statement"), "")
    if not words_of:
        return worth
    spoken = cells[words_of]
    return worth + _MEASURED * (spoken.measured >= 0.5) - _MEASURED * (not spoken.measured and spoken.long < _NAME)


def _pair(header: str, cells: Told, kind: Kind, name: str) -> float:
    if name == REF:
        return _SHEET
    return _guess(header, cells, kind, kind.field(name)).worth


# Putting right


def meaning(match: Match, header: str, field: str) -> Match:
    """The column means that field (`ref`, or "" for nothing); another that meant it means nothing now."""

    def said(column: Column) -> Column:
        if column.header == header:
            return column._replace(field=field, why="as you said")
        if field and column.field == field:
            return column._replace(field="", why=f"{words.brief(header)} has its meaning")
        return column

    return match._replace(columns=tuple(map(said, match.columns)))


def fields(match: Match, header: str) -> list[str]:
    """What the column could mean: first what it does, then likely fields, those that nothing means, the others."""
    if match.kind is None:
        return []
    kind = match.kind
    own = next(column.field for column in match.columns if column.header == header)
    taken = {column.field for column in match.columns}
    names = [*(spec.name for spec in kind.fields), *([] if kind.key else [REF])]

    def order(name: str) -> tuple[bool, bool, float, bool]:
        spec = kind.named.get(name)
        return name != own, spec is None, -likely.by_header(header, kind, spec).worth if spec else 0.0, name in taken

    return sorted(names, key=order)


def saying(match: Match, word: Word, choice: str) -> Match:
    """These words mean that choice; "" leaves their cells out."""
    return match._replace(said={**match.said, (word.header, word.said.casefold()): choice})


def mended(match: Match, where: str, field: str, text: str) -> Match:
    """The same table, the cell of that row and field saying this; nothing leaves it out."""
    header = next(column.header for column in match.columns if column.field == field)
    rows = [row._replace(cells={**row.cells, header: text}) if row.where == where else row for row in match.table.rows]
    return match._replace(table=match.table._replace(rows=rows))


def unread(match: Match, shop: Workshop) -> list[Word]:
    """The words that are no choice of their field, most frequent first, with the choice that is taken for them."""
    found: list[Word] = []
    for column in match.columns:
        spec = match.kind.named.get(column.field) if match.kind else None
        if spec is None or not meant.choices(spec):
            continue
        first: dict[str, str] = {}
        times: Counter[str] = Counter()
        for text, many in Counter(spaced(row.cells.get(column.header, "")) for row in match.table.rows).items():
            if text and not likely.reads(spec, text, shop):
                times[first.setdefault(text.casefold(), text)] += many
        for text, many in times.most_common():
            choice = match.said.get((column.header, text.casefold()), meant.nearest(spec, text))
            found.append(Word(column.header, column.field, text, many, choice))
    return found


def choices(match: Match, word: Word) -> list[str]:
    """The choices that the words could mean, the nearest first."""
    return meant.ranked(match.kind.field(word.field), word.said) if match.kind else []


def spaced(text: str) -> str:
    """The words with one blank between them, as they are compared."""
    return " ".join(text.split())
