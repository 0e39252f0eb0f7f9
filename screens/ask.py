"""A question to the room, as a value: what is asked, what can be answered, what follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from screens.hearing import rewording
from workshop.answers import values
from workshop.declare import KINDS, Field
from workshop.errors import WorkshopError
from workshop.records import Person
from workshop.state import Workshop

if TYPE_CHECKING:
    from textual import events

    from workshop.suggest.rewording import Rewording


_EVERY = [kind.name for kind in KINDS.values() if kind.prefix and kind.name != "workshop"]
"""What a field may name that takes a record of any kind."""


class Asker(Protocol):
    """A screen with an ask line: it takes the answers."""

    def answer(self, said: str) -> None:
        """An answer was given."""

    def pressed(self, event: events.Key) -> None:
        """A key that is the wall's."""

    def leave_ask(self) -> None:
        """The question was left."""

    def pasted(self, ask: Ask, text: str) -> None:
        """Several lines were pasted at once."""

    def attempt(self, do: Callable[[], object]) -> None:
        """Do it; an error that a user can cause becomes one line."""


class Option(NamedTuple):
    """One answer to choose: what it stands for and how it reads."""

    value: str
    words: str
    more: str = ""
    """Further words by which it can be found."""

    def fits(self, typed: str) -> bool:
        """Whether what was typed so far may mean this."""
        return typed.lower() in f"{self.value} {self.words} {self.more}".lower()

    def says(self, typed: str) -> bool:
        """Whether it has that in its own words, not only in the further ones."""
        return typed.lower() in f"{self.value} {self.words}".lower()

    def means(self, typed: str) -> bool:
        """Whether what was typed is just this."""
        return typed.lower() in (self.value.lower(), self.words.lower(), self.words.partition(" · ")[0].lower())


@dataclass
class Ask:
    """One question in the ask line. `then` takes the answer and may give the next question.

    `then` may raise WorkshopError: its line is shown and what was typed stays. `reads` says how
    the words so far would be understood. With `stays` the line is emptied for the next answer.
    `many` takes a pasted column.
    """

    question: str
    then: Callable[[str], Ask | None]
    text: str = ""
    hint: str = ""
    options: Sequence[Option] = ()
    picked: str = ""
    """The option that holds when nothing is typed and nothing chosen."""
    must: bool = False
    """Whether one of the options has to be chosen."""
    new: str = ""
    """How words that are no option are offered, as the last one; empty where only options can be chosen."""
    several: bool = False
    """Whether the answer is a list of options' values, parted by commas."""
    stays: bool = False
    replaces: bool = False
    """Whether what stands there is only offered: typing takes its place."""
    reads: Callable[[str], str] | None = None
    rewords: Callable[[str], Rewording | None] | None = None
    """How what was typed so far would be said better; Tab says it so."""
    many: Callable[[list[str]], None] | None = None
    keeps: bool = True
    """Whether an answer alters the workshop: one that is read-only does not ask for it."""
    leave: Callable[[], object] | None = None
    """What keeps the answers that were given before this question, when it is left open."""

    def fitting(self, typed: str) -> list[Option]:
        """The options that what was typed may mean, an exact one first; last, the words as they are."""
        if self.several:
            typed = typed.rpartition(",")[2]
        words = typed.strip()
        if not words or words == self.text.strip():
            return list(self.options)
        found = sorted(
            (o for o in self.options if o.fits(words)), key=lambda o: (not o.means(words), not o.says(words))
        )
        if self.new and not (found and found[0].means(words)):
            found.append(Option(words, f"{self.new} “{words}”"))
        return found


def sure(question: str, yes: str, do: Callable[[], object], no: str = "", other: Callable[[], object] | None = None,
         *, offered: bool = True, keeps: bool = True) -> Ask:  # fmt: skip
    """Whether to do something: `yes, join it` or `no`. `offered` says whether Enter alone does it."""

    def then(said: str) -> None:
        if said == "yes":
            do()
        elif other:
            other()

    options = [Option("yes", f"yes, {yes}"), Option("no", f"no, {no}" if no else "no")]
    return Ask(question, then, options=options, picked="yes" if offered else "no", must=True, keeps=keeps)


def of_field(spec: Field, shop: Workshop, current: str, then: Callable[[str], Ask | None], question: str = "") -> Ask:
    """The question that a field's declaration asks, with its choices and how an answer is read."""
    ask = Ask(question or spec.question, then, hint=spec.help, reads=lambda said: reading(spec, said, shop),
              rewords=rewording(spec, shop), replaces=spec.type not in ("text", "refs"))  # fmt: skip
    if spec.choices or spec.type in ("who", "ref"):
        ask.options = _choices(spec, shop)
        ask.new = "in these words:" if spec.type == "who" else ""
        ask.picked = current
        if current and all(option.value != current for option in ask.options):
            ask.text = current
        if current and not spec.needed:
            ask.options = [*ask.options, Option("", "nothing: leave it open")]
    elif spec.type == "refs":
        ask.options, ask.several, ask.text = records(shop, spec.to), True, current
    elif spec.type == "count" and spec.span:
        ask.text, ask.hint = current, spec.help or f"{spec.span[0]} to {spec.span[1]}"
    else:
        ask.text = values.shown(spec, current, shop)
        ask.hint = "" if current else ask.hint
    return ask


def _choices(spec: Field, shop: Workshop) -> list[Option]:
    if spec.choices:
        return [Option(choice, choice) for choice in spec.choices]
    return people(shop) if spec.type == "who" else records(shop, spec.to or _EVERY)


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
