"""How a kind of record is declared: once, as a class whose fields say what they are.

Tables, forms, list columns, workbook columns, import and difference all read these declarations;
a field is listed nowhere else. An empty field holds "" (a text, a date, a ref), () (refs) or
None (a whole number), so that nobody needs to ask twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Literal, NamedTuple, TypeVar, dataclass_transform

from workshop.errors import NoSuchField

Value = str | int | float | tuple[str, ...] | None
"""What a field can hold: words, an ISO date, an amount as typed, a ref; a number; several refs."""

Type = Literal["text", "choice", "flag", "amount", "day", "count", "ref", "refs", "who"]


class Field(NamedTuple):
    """One field of a kind, with all that any surface needs to know of it."""

    type: Type
    question: str
    name: str = ""
    label: str = ""
    choices: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    """The kinds that a ref may name; empty means any kind."""
    needed: bool = False
    unit_in: str = ""
    """For an amount: the sibling field that holds its unit."""
    span: tuple[int, int] | None = None
    """For a whole number: least and most."""
    help: str = ""
    width: int = 0
    """Width in a list, in cells; 0 keeps the field off the list, -1 takes the room that is left."""
    private: bool = False
    """Left out of anything that the room or a reader of a redacted export sees."""
    quoted: bool = False
    """Kept as it was said or written elsewhere, such as a signature or a name: nobody rewords it."""
    inner: bool = False
    """For the program alone: no form, comparison or sheet shows it."""
    goes_with: str = ""
    """The sibling field of whose answer this one speaks: beside another answer it would say something else."""

    @property
    def empty(self) -> Value:
        """What the field holds when nothing was said."""
        return () if self.type == "refs" else None if self.type == "count" else ""


class Kind:
    """One kind of record: its name (also its table's), its ref prefix and its fields in order."""

    def __init__(self, name: str, plural: str, prefix: str, step: int, cls: type[Record], fields: tuple[Field, ...],
                 key: tuple[str, ...], called: str, once: tuple[str, ...] = ()) -> None:  # fmt: skip
        self.name = name
        self.plural = plural
        self.prefix = prefix
        self.step = step
        self.cls = cls
        self.fields = fields
        self.key = key
        """For a cell, the fields that make its ref (`O1/H2/impact`); empty for a record with a ref of its own."""
        self.called = called
        """The field by which people call such a record."""
        self.once = once
        """The fields in which no two records of the kind agree; empty where any number may."""
        self.named = {spec.name: spec for spec in fields}
        """The fields by name."""
        self.empty = {spec.name: spec.empty for spec in fields}
        """What the fields of a new record hold."""

    def field(self, name: str) -> Field:
        """The field of that name or label. Raises NoSuchField."""
        if name in self.named:
            return self.named[name]
        wanted = name.strip().lower().replace("_", " ")
        for spec in self.fields:
            if wanted in (spec.name.replace("_", " "), spec.label.lower()):
                return spec
        raise NoSuchField(self.name, name, [spec.name for spec in self.fields])

    @property
    def doc(self) -> str:
        """The sentence that says what such a record is."""
        return (self.cls.__doc__ or "").strip()


class Record:
    """What every record has; `place` orders records of one kind (a new one comes last)."""

    kind: ClassVar[Kind]
    id: str
    ref: str
    place: float

    def __init__(self, id: str, ref: str, place: float, *held: Value) -> None:
        """A record that holds these values, one for each field in their order; with none it is empty."""
        self.id = id
        self.ref = ref
        self.place = place
        self.__dict__.update(zip(self.kind.named, held, strict=True) if held else self.kind.empty)

    @property
    def words(self) -> str:
        """The words by which the room calls it."""
        return str(getattr(self, self.kind.called) or self.ref)

    def but(self, name: str, value: Value) -> Record:
        """The same record with one field changed."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other.__dict__[name] = value
        return other

    def values(self) -> dict[str, Value]:
        """What its fields hold, by name, in their order."""
        return {spec.name: getattr(self, spec.name) for spec in self.kind.fields}


KINDS: dict[str, Kind] = {}
"""Every kind by name, in the order of the method."""

R = TypeVar("R", bound=Record)


def text(question: str, **spec: Any) -> Any:
    """A field of words."""
    return Field("text", question, **spec)


def choice(question: str, *choices: str, **spec: Any) -> Any:
    """A field that takes one of a few words."""
    return Field("choice", question, choices=choices, **spec)


def flag(question: str, **spec: Any) -> Any:
    """A field that says yes or no."""
    return Field("flag", question, choices=("yes", "no"), **spec)


def amount(question: str, **spec: Any) -> Any:
    """A number as it was said, with or without its unit: `9 %`, `90 min`, `1,200`."""
    return Field("amount", question, **spec)


def day(question: str, **spec: Any) -> Any:
    """A date, held as ISO text."""
    return Field("day", question, **spec)


def count(question: str, least: int, most: int, **spec: Any) -> Any:
    """A whole number in a span."""
    return Field("count", question, span=(least, most), **spec)


def ref(question: str, *to: str, **spec: Any) -> Any:
    """Another record, held by its ref."""
    return Field("ref", question, to=to, **spec)


def refs(question: str, *to: str, **spec: Any) -> Any:
    """Several other records, held by their refs."""
    return Field("refs", question, to=to, **spec)


def who(question: str, **spec: Any) -> Any:
    """A person's ref, or plain words such as a role: whichever was said."""
    return Field("who", question, to=("person",), **spec)


@dataclass_transform(
    field_specifiers=(text, choice, flag, amount, day, count, ref, refs, who),
)
def kind(
    name: str,
    prefix: str = "",
    *,
    step: int,
    called: str,
    plural: str = "",
    key: tuple[str, ...] = (),
    once: tuple[str, ...] = (),
) -> Callable[[type[R]], type[R]]:
    """Declare a kind of record. `step` is the step of the method (1-6) that captures it."""

    def declare(cls: type[R]) -> type[R]:
        said = {name: spec for name, spec in vars(cls).items() if isinstance(spec, Field)}
        fields = tuple(spec._replace(name=name, label=spec.label or _label(name)) for name, spec in said.items())
        cls.kind = KINDS[name] = Kind(name, plural or name + "s", prefix, step, cls, fields, key, called,
                                      once or key)  # fmt: skip
        return cls

    return declare


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()
