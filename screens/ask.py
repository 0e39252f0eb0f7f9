"""A question to the room, as a value: what is asked, what can be answered, what follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from workshop import values
from workshop.declare import Field
from workshop.errors import WorkshopError
from workshop.records import Person
from workshop.state import Workshop


class Asker(Protocol):
    """A screen with an ask line: it takes the answers."""

    def answer(self, said: str) -> None:
        """An answer was given."""

    def leave_ask(self) -> None:
        """The question was left."""

    def pasted(self, ask: Ask, text: str) -> None:
        """Several lines were pasted at once."""


class Option(NamedTuple):
    """One answer to choose: what it stands for and how it reads."""

    value: str
    words: str

    def fits(self, typed: str) -> bool:
        """Whether what was typed so far may mean this."""
        return typed.lower() in f"{self.value} {self.words}".lower()


@dataclass
class Ask:
    """One question in the ask line. `then` takes the answer and may give the next question.

    `then` may raise WorkshopError: its line is shown and what was typed stays. `reads` says how
    the words so far would be understood. With `stays` the line is emptied for the next answer.
    `free` lets words stand that are no option. `several` takes refs parted by commas. `many`
    takes a pasted column.
    """

    question: str
    then: Callable[[str], Ask | None]
    text: str = ""
    hint: str = ""
    options: Sequence[Option] = ()
    free: bool = True
    several: bool = False
    stays: bool = False
    reads: Callable[[str], str] | None = None
    many: Callable[[list[str]], None] | None = None
    leave: Callable[[], None] | None = None
    picked: str = field(default="", repr=False)
    """The option that is highlighted at first."""


def of_field(spec: Field, shop: Workshop, current: str, then: Callable[[str], Ask | None],
             question: str = "") -> Ask:  # fmt: skip
    """The question that a field's declaration asks, with its choices and how an answer is read."""
    ask = Ask(question or spec.question, then, hint=spec.help, reads=lambda said: reading(spec, said, shop))
    if spec.choices:
        ask.options = [Option(choice, choice) for choice in spec.choices]
        ask.free, ask.picked = False, current
        if current and not spec.needed:
            ask.options = [*ask.options, Option("", "nothing: leave it open")]
    elif spec.type == "who":
        ask.options = people(shop)
        ask.text = name = values.who(current, shop)
        ask.then = lambda said: then(current if said == name else said)
    elif spec.type in ("ref", "refs"):
        ask.options = records(shop, spec.to)
        ask.free, ask.several, ask.text = False, spec.type == "refs", current
    elif spec.type == "count" and spec.span:
        least, most = spec.span
        ask.text, ask.hint = current, spec.help or f"{least} to {most}"
    else:
        ask.text = values.shown(spec, current, shop)
    return ask


def people(shop: Workshop) -> list[Option]:
    """Everybody in the workshop, to be chosen."""
    return [Option(p.ref, f"{p.name}{f' · {p.group}' if p.group else ''}") for p in shop.all(Person)]


def records(shop: Workshop, kinds: Sequence[str]) -> list[Option]:
    """The records of these kinds, to be chosen."""
    return [Option(record.ref, record.words) for kind in kinds for record in shop.of(kind)]


def reading(spec: Field, said: str, shop: Workshop) -> str:
    """How the words would be kept: a date spelled out, a choice completed; or what is wrong with them."""
    if not said.strip() or spec.type in ("text", "who"):
        return ""
    try:
        value = values.read(spec, said, shop)
    except WorkshopError as error:
        return str(error)
    kept = values.shown(spec, value, shop)
    return f"kept as {kept}" if kept != said.strip() else ""
