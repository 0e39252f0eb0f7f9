"""How likely a column of a table is a field of a kind: by what its header says, and by what its cells say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from workshop.answers import amounts, days, values
from workshop.declare import KINDS, Field, Kind
from workshop.errors import WorkshopError
from workshop.incoming import meant, synonyms
from workshop.incoming.headers import REF
from workshop.likeness import spelling
from workshop.state import Workshop, kind_of

_UNNAMED = re.compile(r"column \d+")
_ROLE = re.compile(
    r"\b(head|lead|leader|owner|manager|director|officer|chief|c[efiotms]o|ciso|vp|president|chair|desk|team|analyst"
    r"|engineer|architect|sponsor|board|office|department|coordinator|champion|admin|administrator|partner)\b", re.I,
)  # fmt: skip
_PERSON = re.compile(r"(?:(?:dr|prof|mr|mrs|ms)\.? )?[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){1,2}")
_FIGURE_DATE = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}(?:[T ]00:00(?::00)?)?")
LOOKED_AT = 100
"""Different words of a column that are looked at."""
_OWN = 1.1
"""What our own name for a field is worth; others' words for it are worth less."""
ENOUGH = 0.35
"""What a guess has to be worth to be made."""


class Guess(NamedTuple):
    """How much speaks for a field, about 0 to 1.5, and what does, in a few words."""

    worth: float
    why: str


@dataclass(slots=True)
class Told:
    """What the cells of one column look like: shares of its different words, 0 to 1."""

    said: list[str]
    rows: int
    days: float
    numbers: float
    people: float
    counted: bool
    """Whether they are numbers that go up by one, as the rows of a list do."""
    long: float
    """Letters of a cell, on average."""
    measured: float
    """Which share of them are sentences with an amount in them."""
    shop: Workshop
    guesses: dict[tuple[object, ...], Guess] = field(default_factory=dict)
    """What was made of them before, by what a field takes."""


def told(cells: Iterable[str], shop: Workshop) -> Told:
    """Look at the cells of a column."""
    every = [text.strip() for text in cells if text.strip()]
    said = list(dict.fromkeys(every))[:LOOKED_AT]
    whole = [int(text) for text in every[:LOOKED_AT] if text.isdecimal() and text.isascii() and len(text) < 10]
    counted = len(whole) == len(every[:LOOKED_AT]) and (whole[:2] in ([0, 1], [1, 2]) or len(whole) > 3)
    counted = counted and all(b - a == 1 for a, b in pairwise(whole))
    names = {said.casefold() for person in shop.of("person") for said in (person.words, person.ref)}
    return Told(
        said, len(every), _share(said, lambda text: _is_day(text, shop)), _share(said, _is_number),
        _share(said, lambda text: text.casefold() in names or _is_person(text)), counted,
        sum(map(len, every)) / max(1, len(every)), _share(said, _is_measured), shop,
    )  # fmt: skip


def known(header: str) -> bool:
    """Whether some kind has a field of that name, or one that people call so."""
    said = plain(header)
    return said in _every_name() or said == REF


def unnamed(header: str) -> bool:
    """Whether nobody gave the column a name."""
    return bool(_UNNAMED.fullmatch(plain(header)))


def ignored(header: str, kind: Kind) -> bool:
    """Whether it is called what a workshop does not keep, such as when a row was written."""
    said = plain(header)
    return (said in synonyms.IGNORED or said.endswith((" id", " key", " no", " number"))) and not any(
        said == name for spec in kind.fields for name, _ in _names(kind, spec)
    )


@lru_cache(16_384)
def plain(header: str) -> str:
    """A header in small letters, in one spelling, without signs, brackets and what stands in them."""
    said = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", header.replace("_", " "))
    said = re.sub(r"[(\[].*?[)\]]", " ", said) if re.match(r"\s*[^\s(\[]", said) else said
    parts = re.findall(r"[^\W_]+|#", said.lower())
    return " ".join(spelling(part) for part in parts)


def about(header: str) -> str:
    """What a header such as `Risk ID` numbers; any other as it is."""
    return re.sub(r" (?:id|key|no|number)$", "", plain(header))


@lru_cache(1_024)
def only_called(header: str) -> Kind | None:
    """The one kind whose records' own words have that name, such as `System name`; None where several have it."""
    said = plain(header)
    found = [kind for kind in KINDS.values() if kind.called in kind.named and any(
        said == name for name, _ in _names(kind, kind.field(kind.called)))]  # fmt: skip
    return found[0] if len(found) == 1 else None


def by_header(header: str, kind: Kind, spec: Field) -> Guess:
    """What the header says for the field."""
    return _by_header(plain(header), kind, spec)


@lru_cache(65_536)
def _by_header(said: str, kind: Kind, spec: Field) -> Guess:
    best = Guess(0.0, "")
    if not said or _UNNAMED.fullmatch(said):
        return best
    for name, weight in _names(kind, spec):
        if said == name:
            return max(best, Guess(weight, "its name" if weight == _OWN else "another word for it"))
        mine, theirs = set(name.split()), set(said.split())
        if mine < theirs:
            best = max(best, Guess(weight * (0.45 + 0.3 * len(mine) / len(theirs)), "its name is in it"))
        elif theirs < mine and weight == _OWN:
            best = max(best, Guess(0.3 + 0.4 * len(theirs) / len(mine), "a part of its name"))
        elif _near(said, name):
            best = max(best, Guess(0.8 * weight, "nearly its name"))
    return best


def _near(said: str, name: str) -> bool:
    if abs(len(said) - len(name)) > 2 or min(len(said), len(name)) < 4 or said[0] != name[0]:
        return False
    from difflib import SequenceMatcher

    return sorted(said) == sorted(name) or SequenceMatcher(None, said, name, autojunk=False).ratio() >= 0.84


@cache
def _names(kind: Kind, spec: Field) -> list[tuple[str, float]]:
    """What the field is called, and how much each name says."""
    own = [spec.name, spec.label, spec.question]
    named = {plain(word): 0.9 - 0.01 * at for at, word in reversed(list(enumerate(synonyms.of_field(kind, spec.name))))}
    if spec.name == kind.called:
        named = {plain(word): 0.7 for word in synonyms.GENERAL} | named | {plain(kind.name): 0.95}
    named |= {plain(name): _OWN for name in own}
    return sorted(((name, weight) for name, weight in named.items() if name), key=lambda pair: -pair[1])


@cache
def _every_name() -> frozenset[str]:
    return frozenset(name for kind in KINDS.values() for spec in kind.fields for name, _ in _names(kind, spec))


def by_content(cells: Told, spec: Field) -> Guess:
    """What the cells say for the field, or against it."""
    if not cells.said:
        return Guess(0.0, "")
    asked = (spec.type, spec.choices or spec.span or spec.to or spec.name)
    if asked not in cells.guesses:
        cells.guesses[asked] = _BY_TYPE[spec.type](cells, spec)
    return cells.guesses[asked]


def _as_day(cells: Told, spec: Field) -> Guess:
    return Guess(0.45, "dates") if cells.days >= 0.7 else Guess(-0.5 if cells.days < 0.3 else 0.0, "no dates")


def _as_amount(cells: Told, spec: Field) -> Guess:
    if cells.days >= 0.7 or cells.numbers < 0.3:
        return Guess(-0.5, "no numbers")
    return Guess(0.4 if cells.numbers >= 0.7 and not cells.counted else 0.0, "numbers")


def _as_count(cells: Told, spec: Field) -> Guess:
    read = _readable(cells, spec)
    if read >= 0.7:
        least, most = spec.span or (0, 0)
        return Guess(0.36 if not cells.counted else 0.0, f"numbers from {least} to {most}")
    return Guess(-0.1 if len(cells.said) <= 12 and cells.long < 30 else -0.6, "other words")


def _as_choice(cells: Told, spec: Field) -> Guess:
    if _readable(cells, spec) >= 0.6:
        return Guess(0.5, "its choices")
    if len(cells.said) > 12 or cells.long > 40 or (cells.rows > 4 and len(cells.said) > 0.7 * cells.rows):
        return Guess(-0.6, "other words")
    if cells.long <= 20 and _share(cells.said, lambda text: bool(meant.nearest(spec, text))) >= 0.6:
        return Guess(0.36, "words for its choices")
    return Guess(-0.1, "other words")


def _as_ref(cells: Told, spec: Field) -> Guess:
    read = _readable(cells, spec)
    return Guess(0.5, "records that are there") if read >= 0.6 else Guess(-0.9, "records that are not there")


def _as_who(cells: Told, spec: Field) -> Guess:
    if cells.people >= 0.6:
        return Guess(0.4, "people or roles")
    return Guess(-0.5 if max(cells.days, cells.numbers) > 0.6 or cells.long > 60 else 0.0, "no people")


def _as_text(cells: Told, spec: Field) -> Guess:
    figures = max(cells.days, cells.numbers) if spec.name != "unit" else 0.0
    return Guess(-0.4 if figures > 0.7 else -0.2 if spec.name == "unit" and cells.long > 20 else 0.0, "figures")


_BY_TYPE = {
    "day": _as_day, "amount": _as_amount, "count": _as_count, "choice": _as_choice, "flag": _as_choice,
    "ref": _as_ref, "refs": _as_ref, "who": _as_who, "text": _as_text,
}  # fmt: skip


def _readable(cells: Told, spec: Field) -> float:
    return _share(cells.said, lambda text: reads(spec, text, cells.shop))


def reads(spec: Field, text: str, shop: Workshop) -> bool:
    """Whether the field takes the words as they are."""
    if spec.type == "choice":  # what is no choice is worth no message here
        low = text.strip().lower()
        return low in spec.choices or sum(choice.lower().startswith(low) for choice in spec.choices) == 1
    try:
        return values.read(spec, text, shop) not in ("", (), None)
    except WorkshopError:
        return False


def refs(cells: Told, kind: Kind) -> float:
    """Which share of the cells are refs of records of that kind."""
    return _share(cells.said, lambda text: kind_of(text.upper().strip()) == kind.name)


def _is_day(text: str, shop: Workshop) -> bool:
    """Whether it is a date with figures or a month in it; a bare number or a span of time is an amount."""
    if not (_FIGURE_DATE.fullmatch(text) or (days.mentioned(text) and not re.fullmatch(r"[\d.,%\s]+", text))):
        return False
    try:
        days.read(text, shop.today, shop.about.year_starts or 1)
    except WorkshopError:
        return False
    return True


def _is_number(text: str) -> bool:
    if not any(character.isdecimal() for character in text) or _FIGURE_DATE.fullmatch(text) or days.mentioned(text):
        return bool(re.fullmatch(r"\d{4}", text))
    try:
        return len(amounts.read(text).unit) <= 12
    except WorkshopError:
        return False


def _is_measured(text: str) -> bool:
    return text.count(" ") > 1 and amounts.mentioned(days.without(text))


def _is_person(text: str) -> bool:
    if len(text) > 40 or any(character.isdecimal() for character in text):
        return False
    if _ROLE.search(text):
        return True
    return bool(_PERSON.fullmatch(text)) and all(part[:1].isupper() for part in text.split())


def _share(said: list[str], holds: Callable[[str], bool]) -> float:
    return sum(map(holds, said)) / len(said) if said else 0.0
