"""Entries gathered from several files: a later one adds or overrides, a mistake costs one line and no more."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from workshop.entries import ENTRIES, PLAIN, Entry, Part
from workshop.errors import NotUnderstood
from workshop.words import brief, clean, listed

LONGEST = 400
"""Characters that one field of an entry may have."""
MOST_MISTAKES = 50
"""Lines that one file may cost the reader."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_BRACES = re.compile(r"\{([^{}]*)\}?|\}")
_TABLES = re.compile(r"\s*\[\[")
Held = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong in a file of the catalogue; `line` is 0 where it is not known."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


@dataclass(frozen=True, slots=True)
class Source:
    """One file that was read: what it is called, its text, and the tables that the text holds."""

    name: str
    text: str
    tables: Mapping[str, Any]

    def line(self, table: str, index: int, name: str = "", *signs: str) -> int:
        """The line of a table's so-manieth entry, or in it of a field, or from there the first with all these signs.

        0 where it is not known.
        """
        lines = self.text.splitlines()
        head = re.compile(rf"\s*\[\[?\s*[\"']?{re.escape(table)}[\"']?\s*\]")
        starts = [number for number, line in enumerate(lines) if head.match(line)]
        if index >= len(starts):
            return 0
        first = starts[index]
        end = next((n for n in range(first + 1, len(lines)) if _TABLES.match(lines[n])), len(lines))
        given = re.compile(rf"\s*[\"']?{re.escape(name)}[\"']?\s*=")
        at = next((n for n in range(first, end) if name and given.match(lines[n])), first)
        return 1 + next((n for n in range(at, end) if signs and all(sign in lines[n] for sign in signs)), at)


@dataclass(slots=True)
class Gathered:
    """What the files hold together: the entries by kind and key, the plain wording, and what is wrong."""

    entries: dict[str, dict[str, Any]] = field(default_factory=lambda: {kind: {} for kind in ENTRIES})
    plain: dict[str, str] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


class Wrong(Exception):
    """What is wrong with one field, and by which words its line is found; caught where the field is read."""

    def __init__(self, message: str, *signs: str) -> None:
        super().__init__(message)
        self.signs = signs


def gather(sources: Collection[Source]) -> Gathered:
    """All that the files say, the later ones first where two say something of the same entry."""
    return _Gatherer().all(sources)


class _Gatherer:
    """Takes in one file after the other, then joins what they say."""

    def __init__(self) -> None:
        self.found = Gathered()
        self.raw: dict[tuple[str, str], Held] = {}
        self.given: dict[tuple[str, str, str], tuple[Source, int]] = {}
        self.counts: dict[str, int] = {}

    def all(self, sources: Collection[Source]) -> Gathered:
        for source in sources:
            for table, said in source.tables.items():
                if table == PLAIN:
                    self._plain(source, said)
                elif table in ENTRIES:
                    self._table(source, ENTRIES[table], said)
                else:
                    what = _meant(table, (*ENTRIES, PLAIN))
                    self._wrong(source, source.line(table, 0), f"there is no table “{brief(table)}”; {what}")
        for (kind, key), held in self.raw.items():
            self._make(ENTRIES[kind], key, held)
        self._names()
        return self.found

    def _wrong(self, source: Source, line: int, message: str) -> None:
        many = self.counts[source.name] = self.counts.get(source.name, 0) + 1
        if many <= MOST_MISTAKES:
            self.found.mistakes.append(Mistake(source.name, line, message))
        elif many == MOST_MISTAKES + 1:
            self.found.mistakes.append(Mistake(source.name, 0, "there is more; correct these first and check again"))

    def _plain(self, source: Source, said: object) -> None:
        if not isinstance(said, dict):
            self._wrong(source, 0, 'plain wording is a table; write [plain] and below it "MTTR" = "time to restore"')
            return
        for jargon, wording in said.items():
            try:
                key = _words(jargon, "what people say")
                self.found.plain[key] = _words(wording, f"the plain wording of “{brief(jargon)}”")
            except Wrong as error:
                self._wrong(source, source.line(PLAIN, 0, jargon), str(error))

    def _table(self, source: Source, cls: type[Entry], said: object) -> None:
        if not isinstance(said, list) or not all(isinstance(row, dict) for row in said):
            line = source.line(cls.kind, 0)
            self._wrong(source, line, f"a {cls.kind} begins with [[{cls.kind}]], with two brackets on each side")
            return
        seen: set[str] = set()
        for index, row in enumerate(said):
            key = row.get(cls.by)
            if not isinstance(key, str) or not key.strip():
                self._wrong(source, source.line(cls.kind, index), f"this {cls.kind} has no {cls.by}; give it one")
                continue
            key = " ".join(key.split())
            key = key if cls.by == "key" else key.lower()
            if key in seen:
                line = source.line(cls.kind, index, cls.by, key)
                self._wrong(source, line, f"{cls.kind} “{brief(key)}” is there twice; join the two")
                continue
            seen.add(key)
            self._row(source, cls, index, key, row)

    def _row(self, source: Source, cls: type[Entry], index: int, key: str, row: Held) -> None:
        """Read one entry; with a mistake in it, it is left out, and what an earlier file says of it stays."""
        held: Held = {}
        for name, said in row.items():
            try:
                if name not in cls.parts:
                    raise Wrong(f"there is no field “{brief(name)}”; {_meant(name, cls.parts)}", name)
                held[name] = _read(cls.parts[name], name, said)
            except Wrong as error:
                line = source.line(cls.kind, index, name, *error.signs)
                self._wrong(source, line, f"{cls.kind} “{brief(key)}”: {error}")
                held.clear()
                break
        if held:
            self.raw.setdefault((cls.kind, key), {}).update(held)
            self.given.update({(cls.kind, key, name): (source, index) for name in held})

    def _make(self, cls: type[Entry], key: str, held: Held) -> None:
        missing = [name for name, part in cls.parts.items() if part.needed and not held.get(name)]
        if missing:
            source, index = self.given[cls.kind, key, cls.by]
            line = source.line(cls.kind, index, cls.by, key)
            self._wrong(
                source, line, f"{cls.kind} “{brief(key)}” lacks its {listed(missing)}; add it, or correct the key"
            )
        else:
            self.found.entries[cls.kind][key] = cls(held)

    def _names(self) -> None:
        """Leave out names of entries that are not there, each with a line."""
        for kind, own in self.found.entries.items():
            for key, entry in own.items():
                for name, part in entry.parts.items():
                    held = getattr(entry, name)
                    if held and (part.to or part.row):
                        entry.__dict__[name] = self._known(part, held, (kind, key, name))

    def _known(self, part: Part, held: Any, where: tuple[str, str, str]) -> Any:
        def there(named: str, to: str) -> bool:
            if named in self.found.entries[to]:
                return True
            source, index = self.given[where]
            message = f"there is no {to} “{brief(named)}”; {_meant(named, self.found.entries[to])}"
            line = source.line(where[0], index, where[2], named)
            self._wrong(source, line, f"{where[0]} “{brief(where[1])}”: {message}")
            return False

        if part.shape == "one":
            return held if there(held, part.to) else ""
        if part.shape == "several":
            return tuple(named for named in held if there(named, part.to))
        if part.shape == "reasons":
            return {named: said for named, said in held.items() if there(named, part.to)}
        return tuple(row for row in held if self._row_known(row, there))

    def _row_known(self, row: Entry, there: Callable[[str, str], bool]) -> bool:
        for name, part in row.parts.items():
            held = getattr(row, name)
            if part.shape == "one" and held and not there(held, part.to):
                return False
            if part.shape == "reasons":
                row.__dict__[name] = {named: said for named, said in held.items() if there(named, part.to)}
        return True


def _read(part: Part, name: str, said: object) -> Any:
    """What the field holds when a file says this. Raises Wrong."""
    return _READERS[part.shape](part, name, said)


def _words(said: object, what: str) -> str:
    if not isinstance(said, str):
        raise Wrong(f"{what} takes words in quotation marks")
    try:
        found = clean(said, most=LONGEST)
    except NotUnderstood:
        raise Wrong(f"{what} has {len(said):,} characters; it may have {LONGEST}") from None
    return found if "\n" not in found else " ".join(found.split())


def _text(part: Part, name: str, said: object) -> str:
    found = _words(said, name)
    if part.choices and found and found not in part.choices:
        raise Wrong(f"{name} is “{brief(found)}”; it takes {listed(list(part.choices), 'or')}")
    if part.needed and not found:
        raise Wrong(f"{name} is empty; say something")
    for brace in _BRACES.finditer(found) if part.braces else ():
        if brace[1] not in part.braces or not brace[0].endswith("}"):
            known = listed([f"{{{name}}}" for name in part.braces], "or")
            raise Wrong(f"{name} has “{brief(brace[0])}”; in braces stands {known}")
    return found


def _slug(part: Part, name: str, said: object) -> str:
    found = _words(said, name)
    if not _SLUG.fullmatch(found):
        raise Wrong(f"{name} is “{brief(found)}”; use small letters, digits and hyphens, like my-own-key")
    return found


def _texts(part: Part, name: str, said: object) -> tuple[str, ...]:
    if not isinstance(said, list):
        raise Wrong(f'{name} takes a list, like ["one", "two"]')
    return tuple(filter(None, (_text(part, name, one) for one in said)))


def _count(part: Part, name: str, said: object) -> int:
    if not isinstance(said, int) or isinstance(said, bool) or not 1 <= said <= 99:
        raise Wrong(f"{name} takes a whole number from 1 to 99, without quotation marks")
    return said


def _reasons(part: Part, name: str, said: object) -> dict[str, str]:
    if not isinstance(said, dict):
        raise Wrong(f'{name} takes a table, like {{"one" = "why", "two" = "why"}}')
    return {key: _text(part, f"{name} of {brief(key)}", words) for key, words in said.items()}


def _rows(part: Part, name: str, said: object) -> tuple[Entry, ...]:
    if not isinstance(said, list) or not all(isinstance(row, dict) for row in said):
        raise Wrong(f"{name} takes a list of tables, like [{{...}}, {{...}}]")
    return tuple(_row(part, name, row) for row in said)


def _row(part: Part, name: str, said: Held) -> Entry:
    cls = part.row
    assert cls is not None
    for given in said:
        if given not in cls.parts:
            raise Wrong(f"{name} has no “{brief(given)}”; {_meant(given, cls.parts)}", given)
    for wanted, spec in cls.parts.items():
        if spec.needed and not said.get(wanted):
            raise Wrong(f"one of its {name} lacks its {wanted}; add it")
    return cls({given: _read(cls.parts[given], given, words) for given, words in said.items()})


def _meant(said: str, known: Collection[str]) -> str:
    """What to do about a name that is not known: the one that was probably meant, or which there are."""
    from difflib import get_close_matches

    near = get_close_matches(said, list(known), 1)
    if near:
        return f"did you mean {near[0]}?"
    some = sorted(known)
    return f"there are {listed(some)}" if len(some) <= 20 else "see them with: goldenthread catalogue"


_READERS: dict[str, Callable[[Part, str, object], Any]] = {
    "text": _text, "one": _text, "slug": _slug, "texts": _texts, "several": _texts,
    "count": _count, "reasons": _reasons, "rows": _rows,
}  # fmt: skip
