"""What the catalogue is made of: each kind of entry declared once, with the fields that a TOML file may give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from workshop.records import Letter, Link, Metric, Objective, Person

Shape = Literal["text", "slug", "texts", "one", "several", "reasons", "rows", "count"]

_EMPTY: dict[str, Any] = {"text": "", "slug": "", "one": "", "count": None, "reasons": {}}


@dataclass(frozen=True, eq=False, repr=False)
class Part:
    """One field of an entry."""

    shape: Shape
    help: str
    needed: bool = False
    choices: tuple[str, ...] = ()
    to: str = ""
    """The kind of entry that it names."""
    row: type[Entry] | None = None
    """What each of its rows is."""
    braces: tuple[str, ...] = ()
    """What may stand in braces in it, for the room to fill in."""


class Entry:
    """What every entry has: its parts by name, the name of its table, and the part by which others name it."""

    parts: ClassVar[dict[str, Part]]
    kind: ClassVar[str]
    by: ClassVar[str]

    def __init_subclass__(cls, kind: str = "", by: str = "key") -> None:
        cls.kind, cls.by = kind, by
        cls.parts = {name: part for name, part in vars(cls).items() if isinstance(part, Part)}
        for name, part in cls.parts.items():
            setattr(cls, name, _EMPTY.get(part.shape, ()))
        if kind:
            ENTRIES[kind] = cls

    def __init__(self, held: Mapping[str, object]) -> None:
        """An entry that holds these values; a part that is not among them is empty."""
        self.__dict__.update(held)

    @property
    def named(self) -> str:
        """What others name it by."""
        return str(getattr(self, self.by))

    @property
    def says(self) -> str:
        """The words that tell people which one it is."""
        naming = ("statement", "name", "accountability", "gives", "definition")
        return next(str(getattr(self, name)) for name in naming if name in self.parts)


ENTRIES: dict[str, type[Entry]] = {}
"""Every kind of entry by the name of its table."""


def text(help: str, **spec: Any) -> Any:
    """A part of words; `choices` where it takes one of a few."""
    return Part("text", help, **spec)


def slug(help: str) -> Any:
    """A part of small letters, digits and hyphens, by which others name the entry."""
    return Part("slug", help, needed=True)


def texts(help: str, **spec: Any) -> Any:
    """A part of several words or phrases."""
    return Part("texts", help, **spec)


def count(help: str) -> Any:
    """A part that is a whole number from 1 on."""
    return Part("count", help)


def one(help: str, to: str, **spec: Any) -> Any:
    """A part that names another entry."""
    return Part("one", help, to=to, **spec)


def several(help: str, to: str) -> Any:
    """A part that names several other entries, in their order."""
    return Part("several", help, to=to)


def reasons(help: str, to: str, **spec: Any) -> Any:
    """A part that gives a word or a sentence for each of several other entries."""
    return Part("reasons", help, to=to, **spec)


def rows(help: str, row: type[Entry]) -> Any:
    """A part of several small tables."""
    return Part("rows", help, row=row)


def _choices(kind: Any, name: str) -> tuple[str, ...]:
    found: tuple[str, ...] = kind.kind.named[name].choices
    return found


class Need(Entry):
    """A practice that a category of objectives can hardly do without."""

    practice: str = one("which practice", "practice", needed=True)
    reason: str = text("why such objectives need it", needed=True)


class Category(Entry, kind="category"):
    """A category of objectives: what it gives, and what it often hangs on."""

    key: str = text("which category", needed=True, choices=_choices(Objective, "category"))
    gives: str = text("what reaching such an objective gives the business", needed=True)
    statements: tuple[str, ...] = texts(
        "how such an objective is said", braces=("service", "baseline", "target", "due")
    )
    words: tuple[str, ...] = texts("words in an objective that point to it")
    depends_on: tuple[str, ...] = texts("what it often hangs on")
    outcomes: tuple[str, ...] = several("the outcomes to think of first", "outcome")
    practices: tuple[Need, ...] = rows("the practices that it can hardly do without", Need)


class Move(Entry):
    """Why a practice moves an outcome."""

    practice: str = one("which practice", "practice", needed=True)
    reason: str = text("why it moves this outcome", needed=True)
    role: str = text("the part that it plays", choices=_choices(Link, "role"))
    order: int | None = count("in which order it acts")


class OutcomeIdea(Entry, kind="outcome"):
    """A result of a service that supports objectives."""

    key: str = slug("its key, small letters and hyphens")
    statement: str = text("the result in plain words", needed=True, braces=("service", "baseline", "target"))
    unit: str = text("the unit of its values")
    direction: str = text("which way is better", choices=_choices(Metric, "direction"))
    gives: str = text("what it gives the business", needed=True)
    words: tuple[str, ...] = texts("words in an objective or an outcome that point to it")
    supports: Mapping[str, str] = reasons("for each category that it supports, why", "category")
    practices: tuple[Move, ...] = rows("the practices that move it", Move)
    metrics: tuple[str, ...] = several("the metrics that show it, the telling one first", "metric")


class Duty(Entry):
    """A piece of work of a practice, and who usually plays which part in it."""

    name: str = text("what somebody does", needed=True)
    raci: Mapping[str, str] = reasons("the letter of each role", "role", choices=_choices(Letter, "letter"))


class Practice(Entry, kind="practice"):
    """A kind of service management work."""

    key: str = slug("its key, as a process names it")
    name: str = text("its name", needed=True)
    plain: str = text("what it is, in everyday words", needed=True)
    value: str = text("what it adds to the business, in one sentence", needed=True)
    aliases: tuple[str, ...] = texts("other names for it")
    activities: tuple[Duty, ...] = rows("its pieces of work", Duty)


class MetricIdea(Entry, kind="metric"):
    """A number that shows whether an outcome is reached."""

    key: str = slug("its key, small letters and hyphens")
    name: str = text("its name", needed=True)
    plain: str = text("its name in everyday words", needed=True)
    aliases: tuple[str, ...] = texts("other names for it")
    definition: str = text("what it is, and what it shows", needed=True)
    formula: str = text("how it is worked out")
    unit: str = text("its unit", needed=True)
    direction: str = text("which way is better", needed=True, choices=_choices(Metric, "direction"))
    timing: str = text("whether it warns early or looks back", needed=True, choices=_choices(Metric, "timing"))
    aspect: str = text("whether it shows speed and cost, or the effect", choices=_choices(Metric, "aspect"))
    source: str = text("where the number usually comes from", needed=True)
    every: str = text("how often it is taken")
    decision: str = text("the decision that it usually informs", needed=True)
    practices: tuple[str, ...] = several("the practices that move it", "practice")
    outcomes: tuple[str, ...] = several("outcomes that it shows, besides those that name it", "outcome")
    vanity_behind: tuple[str, ...] = several(
        "for an easy count that shows nothing: the metrics to use instead", "metric"
    )


class Role(Entry, kind="role"):
    """A role that a mapping needs."""

    key: str = text("its name, as people say it", needed=True)
    accountability: str = text("what it answers for", needed=True)
    group: str = text("for whom such a person speaks", choices=_choices(Person, "group"))
    why: str = text("why it is needed", needed=True)
    aliases: tuple[str, ...] = texts("other names for it")

    @property
    def name(self) -> str:
        """The role as a title."""
        return self.key[:1].upper() + self.key[1:]


class Right(Entry, kind="decision"):
    """A decision for which somebody must have the right."""

    key: str = slug("its key, small letters and hyphens")
    name: str = text("its name", needed=True)
    question: str = text("the question that is asked aloud")
    scenario: str = text("the situation", needed=True, braces=("service",))
    why: str = text("what happens without it", needed=True)
    decides: str = one("the role that decides", "role")
    consulted: tuple[str, ...] = several("the roles that are asked first", "role")
    escalates_to: str = one("the role to which it goes from there", "role")
    within: str = text("within what time")
    aliases: tuple[str, ...] = texts("other names for it")
    practices: tuple[str, ...] = several("suggested only where one of these is at work", "practice")


class Meeting(Entry, kind="routine"):
    """A meeting that keeps the thread alive."""

    key: str = slug("its key, small letters and hyphens")
    name: str = text("its name", needed=True)
    every: str = text("how often", needed=True)
    chair: str = one("the role that chairs it", "role")
    attends: str = text("who comes")
    decides: str = text("what it decides", needed=True)
    why: str = text("why it is needed", needed=True)
    aliases: tuple[str, ...] = texts("other names for it")
    practices: tuple[str, ...] = several("suggested only where one of these is at work", "practice")


class Definition(Entry, kind="term", by="term"):
    """A word with one meaning to start from."""

    term: str = text("the word", needed=True)
    definition: str = text("what we mean by it", needed=True)
    instead_of: tuple[str, ...] = texts("words that are dropped for it")
    why: str = text("why it has to be settled", needed=True)
    practices: tuple[str, ...] = several("suggested only where one of these is at work", "practice")


PLAIN = "plain"
"""The table of plain wording: left what people say, right what to say."""
