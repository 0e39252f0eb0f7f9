"""What people type, read into what a field holds, and said back in words."""

from __future__ import annotations

import re
from collections.abc import Callable

from workshop import words
from workshop.answers import amounts, days
from workshop.declare import KINDS, Field, Record, Value
from workshop.errors import NoSuchRecord, NotUnderstood
from workshop.state import Workshop, kind_of

_YES = {"yes", "y", "true", "1", "x", "✓", "on"}
_NO = {"no", "n", "false", "0", "off"}
Known = Callable[[str], bool]


def read(spec: Field, said: str, shop: Workshop, known: Known | None = None) -> Value:
    """What the field holds when somebody says this.

    Empty words empty the field. `known` tells which refs exist, where more than the workshop's do.
    Raises NotUnderstood or NoSuchRecord, in a line that names the field and what it takes.
    """
    try:
        text = words.clean(said)
        if not text:
            return spec.empty
        return _READERS[spec.type](spec, text, shop, known or (lambda ref: shop.get(ref) is not None))
    except NotUnderstood as error:
        raise NotUnderstood(f"{spec.label}: {error}") from None


def shown(spec: Field, value: Value, shop: Workshop) -> str:
    """The value as the wall says it: dates spelled out, people and records by their words."""
    if value in ("", (), None):
        return ""
    if spec.type == "day":
        return days.shown(str(value))
    if spec.type == "who":
        return who(str(value), shop)
    if spec.type == "ref":
        return named(str(value), shop)
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value)


def said(spec: Field, value: Value) -> str:
    """The value as somebody could type it again; the form in which scripts and files hold it."""
    return "" if value is None else ",".join(value) if isinstance(value, tuple) else str(value)


def of(record: Record, name: str, shop: Workshop) -> str:
    """One field of a record as the wall says it, an amount with its unit."""
    spec = record.kind.named[name]
    text = shown(spec, getattr(record, name), shop)
    return amounts.with_unit(text, getattr(record, spec.unit_in)) if spec.unit_in else text


def who(value: str, shop: Workshop) -> str:
    """A person's name for a person's ref; other words as they are."""
    person = shop.table("person").get(value) if kind_of(value) == "person" else None
    return person.words if person else value


def named(ref: str, shop: Workshop) -> str:
    """`O1 Cut churn from 9% to 6%` for a ref."""
    record = shop.get(ref)
    return f"{ref} {record.words}" if record else ref


def _text(spec: Field, text: str, shop: Workshop, known: Known) -> Value:
    return text


def _choice(spec: Field, text: str, shop: Workshop, known: Known) -> Value:
    wanted = text.lower()
    for choice in spec.choices:
        if wanted == choice.lower():
            return choice
    near = [choice for choice in spec.choices if choice.lower().startswith(wanted)]
    if len(near) == 1:
        return near[0]
    from difflib import get_close_matches  # only what cannot be read pays for it

    alike = get_close_matches(wanted, spec.choices, 1)
    nearest = f"; the nearest is “{alike[0]}”" if alike else ""
    one, other = spec.choices[0], spec.choices[-1]
    every = words.listed(list(spec.choices), "or")
    none = f"neither {one} nor {other}" if len(spec.choices) == 2 else f"none of {every}"
    raise NotUnderstood(f"“{words.brief(text)}” is {none}{nearest}")


def _flag(spec: Field, text: str, shop: Workshop, known: Known) -> Value:
    if text.lower() in _YES:
        return "yes"
    if text.lower() in _NO:
        return "no"
    raise NotUnderstood(f"“{words.brief(text)}” is neither yes nor no")


def _amount(spec: Field, text: str, shop: Workshop, known: Known) -> Value:
    amounts.read(text)
    return text


def _day(spec: Field, text: str, shop: Workshop, known: Known) -> Value:
    return days.read(text, shop.today, shop.about.year_starts or 1).isoformat()


def _count(spec: Field, text: str, shop: Workshop, known: Known) -> Value:
    least, most = spec.span or (0, 0)
    if not re.fullmatch(r"\d{1,3}(\.0)?", text) or not least <= int(float(text)) <= most:
        raise NotUnderstood(f"“{words.brief(text)}” is no whole number from {least} to {most}")
    return int(float(text))


def _ref(spec: Field, text: str, shop: Workshop, known: Known) -> Value:
    """A ref, with or without its words behind it, or just the words of a record of the right kind."""
    ref = text.split()[0].upper() if "/" not in text else text
    if not known(ref):
        ref = _called(spec, text, shop)
    if not ref:
        raise NoSuchRecord(words.brief(text))
    if spec.to and kind_of(ref) not in spec.to:
        raise NotUnderstood(f"{ref} is a {kind_of(ref)}; this takes a {words.listed(list(spec.to), 'or')}")
    return ref


def _called(spec: Field, text: str, shop: Workshop) -> str:
    wanted = words.folded(text)
    kinds = spec.to or [kind.name for kind in KINDS.values() if kind.prefix]
    found = [record.ref for kind in kinds for record in shop.of(kind) if words.folded(record.words) == wanted]
    return found[0] if len(found) == 1 else ""


def _refs(spec: Field, text: str, shop: Workshop, known: Known) -> Value:
    """Refs parted by commas or blanks, or words of records parted by commas."""
    parts = [part.strip() for part in re.split(r"[,;\n]+", text) if part.strip()]
    if all(kind_of(word.upper()) for part in parts for word in part.split()):
        parts = [word for part in parts for word in part.split()]
    return tuple(dict.fromkeys(str(_ref(spec, part, shop, known)) for part in parts))


def _who(spec: Field, text: str, shop: Workshop, known: Known) -> Value:
    ref = text.upper()
    return ref if kind_of(ref) == "person" and known(ref) else text


_READERS: dict[str, Callable[[Field, str, Workshop, Known], Value]] = {
    "text": _text, "choice": _choice, "flag": _flag, "amount": _amount, "day": _day,
    "count": _count, "ref": _ref, "refs": _refs, "who": _who,
}  # fmt: skip
