"""The express path on the wall: one question after the other until one thread stands, explained and exported."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from screens import ask as asking
from screens.ask import Ask, Option
from screens.hearing import capturing, recapturing
from workshop import acts
from workshop.declare import KINDS
from workshop.plans import agreeing, express, trailing
from workshop.plans.express import ORDER, Need
from workshop.suggest import Suggestion, for_record
from workshop.words import brief

if TYPE_CHECKING:
    from screens.room import Room

_FEW = 4
"""Suggestions that are offered with a question; the room's own records come behind them."""


class Way(NamedTuple):
    """One way to answer: how it is offered, and what comes of it."""

    option: Option
    take: Callable[[], Ask | None]


class Express:
    """Asks what the thread still lacks; every answer is an act like any other, so leaving loses nothing."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._skipped: set[str] = set()

    def begin(self) -> None:
        """Ask for the first thing that is not there."""
        self._room.ask(self._next())

    def _next(self) -> Ask:
        room = self._room
        need = express.first(room.shop, self._skipped)
        if room.number != need.step or room.over:
            room.go_step(need.step)
        board = room.boards[room.number]
        board.at = 0
        board.view.looking_at = need.ref
        room.show()
        asked = self._asked(need)
        return self._numbered(need, asked)

    def _numbered(self, need: Need, asked: Ask) -> Ask:
        """How far one is; left open, the question is taken up again with X."""
        asked.question = f"{ORDER.index(need.what) + 1} of {len(ORDER)}  {asked.question}"
        asked.leave = lambda: self._room.tell("Kept so far; X asks for what is still open")
        return asked

    def _asked(self, need: Need) -> Ask:
        name = {"said back": "said_back"}.get(need.what, need.what)
        own: Callable[[Need], Ask] = getattr(self, f"_ask_{name}", self._ask_field)
        return own(need)

    def _then(self, need: Need, keep: Callable[[str], Ask | None]) -> Callable[[str], Ask | None]:
        """What follows an answer: what it asks itself, else the next need; an empty one skips."""

        def then(said: str) -> Ask | None:
            if said.strip():
                return keep(said) or self._next()
            if need.what == "objective":
                self._room.tell("A thread begins with an objective; X asks for it again")
                return None
            self._skipped.add(need.what)
            return self._next()

        return then

    # The questions

    def _ask_objective(self, need: Need) -> Ask:
        room, kind = self._room, KINDS["objective"]
        spec = kind.field(kind.called)

        def keep(said: str) -> None:
            room.act(lambda draft: express.say_objective(draft, said), "add objective")

        return Ask(spec.question, self._then(need, keep), hint=f"for instance: {spec.help}",
                   reads=capturing(kind, room.shop), rewords=recapturing(kind, room.shop))  # fmt: skip

    def _ask_field(self, need: Need) -> Ask:
        """A field with its own question; Enter on nothing skips it."""
        room = self._room
        record = room.shop.find(need.ref)
        spec = record.kind.field(need.field)

        def keep(said: str) -> None:
            room.act(lambda draft: acts.edit(draft, need.ref, need.field, said), f"{need.ref} {spec.label.lower()}")

        asked = asking.of_field(
            spec, room.shop, "", self._then(need, keep), f"{need.ref} {brief(record.words)}: {spec.question}"
        )
        asked.hint = f"{asked.hint}  Enter skips".strip()
        return asked

    def _ask_service(self, need: Need) -> Ask:
        from workshop.statement import read

        room = self._room
        objective = room.shop.find(need.ref)
        named = read(objective.words, "objective").parts.service
        options = [*([Option(named, named)] if named else []), *asking.records(room.shop, ("service",))]

        def keep(said: str) -> None:
            self._join("service", said, need.ref)

        return Ask(f"{need.ref}  Which service carries it?", self._then(need, keep), options=options, picked=named,
                   new="＋ a new service:", hint="for instance: Sales portal. Enter takes what is marked",
                   reads=capturing(KINDS["service"], room.shop))  # fmt: skip

    def _ask_outcome(self, need: Need) -> Ask:
        room, kind = self._room, KINDS["outcome"]
        spec = kind.field(kind.called)

        def keep(said: str) -> None:
            room.act(lambda draft: express.say_outcome(draft, said, need.ref), "add outcome")

        asked = self._choose(need, spec.question, need.ref, keep)
        asked.reads, asked.rewords = capturing(kind, room.shop), recapturing(kind, room.shop)
        asked.hint = f"for instance: {spec.help}"
        return asked

    def _ask_process(self, need: Need) -> Ask:
        def keep(said: str) -> None:
            self._join("process", said, need.ref)

        asked = self._choose(need, f"Through which process is {need.ref} reached?", need.ref, keep)
        return self._or_new(asked, "process")

    def _ask_metric(self, need: Need) -> Ask:
        room = self._room
        _, outcome, link, _ = express.parts(room.shop)
        assert outcome is not None and link is not None

        def keep(said: str) -> None:
            room.act(lambda draft: trailing.measure(draft, outcome.ref, link.process, said), f"measure {outcome.ref}")

        asked = self._choose(need, "Which number shows that it works?", need.ref, keep)
        return self._or_new(asked, "metric")

    def _ask_said_back(self, need: Need) -> Ask:
        """Who said the thread back, and whether the room followed."""
        room, kind = self._room, KINDS["outcome"]
        who, passed = kind.field("explained_by"), kind.field("explained")

        def followed(person: str) -> Ask:
            def keep(said: str) -> None:
                room.act(lambda draft: agreeing.say_back(draft, need.ref, person, said), f"{need.ref} said back")

            options = [Option(choice, choice) for choice in passed.choices]
            asked = Ask(passed.question, self._then(need, keep), options=options, picked="passed", must=True)
            return self._numbered(need, asked)

        asked = asking.of_field(who, room.shop, "", self._then(need, followed), f"{need.ref}  {who.question}")
        asked.hint = "somebody other than whoever wrote it; Enter skips"
        return asked

    def _ask_export(self, need: Need) -> Ask:
        asked = self._room.handing.workbook()
        asked.question = f"{express.standing(self._room.shop)} To which file does the workbook go?"
        return asked

    def _join(self, kind: str, said: str, to: str) -> None:
        """Join a record of that kind, or a new one of these words, with its neighbour."""
        self._room.act(lambda draft: express.join(draft, kind, said, to), f"link {to}")

    def _or_new(self, asked: Ask, kind: str) -> Ask:
        """With what the workshop has of that kind, or a new one, whose line may say more at its end."""
        asked.options = [*asked.options, *asking.records(self._room.shop, (kind,))]
        asked.new, asked.reads = f"＋ a new {kind}:", capturing(KINDS[kind], self._room.shop)
        return asked

    # What the catalogue offers

    def _choose(self, need: Need, question: str, ref: str, keep: Callable[[str], Ask | None]) -> Ask:
        """A question with the catalogue's suggestions as answers; other words are the room's own."""
        ways = {way.option.value: way for way in (self._way(need, found) for found in self._suggested(ref))}

        def keep_or_take(said: str) -> Ask | None:
            way = ways.get(said)
            return way.take() if way else keep(said)

        hint = "arrows choose, or say it in your words; Enter on nothing skips"
        return Ask(question, self._then(need, keep_or_take), options=[way.option for way in ways.values()],
                   new="in these words:", hint=hint)  # fmt: skip

    def _suggested(self, ref: str) -> list[Suggestion]:
        from store.catalogues import catalogue

        return for_record(self._room.shop, catalogue(), ref)[:_FEW]

    def _way(self, need: Need, found: Suggestion) -> Way:
        """A suggestion as an answer; a sentence with blanks is said with the room's values first."""
        room, saying = self._room, found.saying

        def take() -> Ask | None:
            if saying is None:
                room.act(found.plan, f"take “{found.title}”")
                return None

            def said(words: str) -> Ask | None:
                room.act(lambda draft: saying.plan(draft, words), f"take “{found.title}”")
                return self._next()

            asked = Ask("How is it said with your values?", said, text=saying.text,
                        reads=capturing(KINDS[saying.kind], room.shop))  # fmt: skip
            return self._numbered(need, asked)

        return Way(Option(found.title, f"{found.title} · {found.why}"), take)
