"""The same changes as in the room, from a script: add a record, set a field."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from screens.cli import say
from screens.cli.arguments import Said, WrongUse
from store.file import WorkshopFile
from workshop import acts, words
from workshop.declare import KINDS, Kind
from workshop.draft import Draft
from workshop.errors import NoSuchRecord
from workshop.state import kind_named, kind_of


def add(said: Said) -> int:
    """Add a record and print its ref."""
    kind, fields = kind_named(said["KIND"]), _fields(said.many)
    with WorkshopFile.open(Path(said["FILE"])) as file:
        done = file.act(lambda draft: acts.add(draft, kind, fields), why=f"add {kind.name}", step=kind.step)
        say.line(str(done.result))
    say.note(file.notice)
    _note_dropped(fields.values())
    return 0


def set_(said: Said) -> int:
    """Change one field of a record; a cell of a grid that is still empty is filled."""
    ref, dot, name = said["REF.FIELD"].rpartition(".")
    if not dot or not ref or not name:
        raise WrongUse(f"“{said['REF.FIELD']}” names no field; write it like O1.statement")
    typed, ref = ref, "W1" if ref.upper() == "W" else ref if "/" in ref else ref.upper()
    kind = KINDS.get(kind_of(ref))
    if kind is None:
        raise NoSuchRecord(typed)
    with WorkshopFile.open(Path(said["FILE"])) as file:
        file.act(
            lambda draft: _put(draft, kind, ref, name, said["VALUE"]),
            why=f"set {ref}.{kind.field(name).name}",
            step=kind.step,
        )
    say.note(file.notice)
    _note_dropped([said["VALUE"]])
    return 0


def kinds() -> str:
    """Every kind of record with its fields, for the help."""
    import textwrap

    lines = ["Kinds of record, and the fields of each:"]
    for kind in KINDS.values():
        fields = ", ".join(spec.name for spec in kind.fields)
        lines += textwrap.wrap(fields, 96, initial_indent=f"  {kind.name:10} ", subsequent_indent=" " * 13)
    return "\n".join(lines)


def _put(draft: Draft, kind: Kind, ref: str, name: str, text: str) -> None:
    if kind.key and not draft.known(ref):
        parts = dict(zip(kind.key, ref.split("/"), strict=False))
        acts.add(draft, kind, {key: "" if part == "-" else part for key, part in parts.items()} | {name: text})
    else:
        acts.edit(draft, ref, name, text)


def _fields(pairs: list[str]) -> dict[str, str]:
    """What was typed for each field. Raises WrongUse."""
    fields: dict[str, str] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise WrongUse(f"“{pair}” says no field; write FIELD=VALUE, like statement={pair}")
        if name in fields:
            raise WrongUse(f"{name} is there twice; once is enough")
        fields[name] = text
    return fields


def _note_dropped(texts: Iterable[str]) -> None:
    many = sum(words.dropped(text) for text in texts)
    if many:
        say.note(f"left out {words.plural(many, 'control character')}, which a screen could obey")
