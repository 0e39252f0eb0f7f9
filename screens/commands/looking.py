"""Keys with which one looks: steps, lists, thread or matrix, find, history, coach, help, presenter view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from screens.ask import Ask, Option
from workshop.declare import KINDS
from workshop.steps import STEPS

if TYPE_CHECKING:
    from screens.room import Room
    from screens.views.view import View


def step(room: Room, number: int) -> None:
    """To a step of the method."""
    room.go_step(number)


def next_view(room: Room) -> None:
    """The next list or board of the step."""
    room.go_view(1)


def last_view(room: Room) -> None:
    """The list or board before."""
    room.go_view(-1)


def matrix(room: Room) -> None:
    """Between the threads and the matrix; from another step, to the threads. Tab brings the other matrices."""
    at = room.boards[3].at
    if room.step.key == "map":
        room.go_view(-at if at else 1)
    else:
        room.go_step(3)


def back(room: Room) -> None:
    """To where one was."""
    room.back()


def find(room: Room) -> None:
    """Ask for words and go to the record that has them."""

    def go(ref: str) -> None:
        if room.shop.get(ref):
            room.leave_ask()
            room.go_to(ref)

    room.ask(Ask("Find what?", go, hint="words or a ref; arrows choose, Enter goes there",
            must=True,
                 options=list(_everything(room))))  # fmt: skip


def _everything(room: Room) -> Iterator[Option]:
    for record in room.shop:
        if not record.kind.key and record.ref != "W1":
            own = (spec for spec in record.kind.fields if not (spec.quoted and spec.goes_with))  # that was signed
            said = (getattr(record, spec.name) for spec in own)
            yield Option(record.ref, record.words, " ".join(value for value in said if isinstance(value, str)))


def history(room: Room) -> None:
    """All that happened to what is in hand."""
    from screens.views.log import Log

    ref = room.view.ref
    if room.shop.get(ref):
        room.push(Log(room.file, ref))
    else:
        room.tell("Put the cursor on a record to see its history")


def why(room: Room) -> None:
    """The answer to the question of why a target was missed."""
    from screens.views.why import explained

    view = explained(room.shop, room.view.ref or room.shop.about.pilot)
    if view:
        room.push(view)
    else:
        room.tell("Put the cursor on a thread; what is in hand stands on none")


def question(room: Room) -> None:
    """The next question to ask aloud."""
    room.next_question()


def coach(room: Room) -> None:
    """The coach's notes, by step."""
    from screens.views.findings import Findings

    room.push(Findings(room.advice.findings, room.number))


def help(room: Room) -> None:
    """The keys that work here, what the step wants, then the rest."""
    from screens.views.help import Help

    if not isinstance(room.view, Help):
        room.push(Help(room.view, room.step, room.advice.gates, room.advice.findings))


def suggest(room: Room) -> None:
    """What the catalogue suggests for what is in hand; where it has nothing, for the step."""
    from screens.views.suggestions import Suggestions
    from store.catalogues import catalogue
    from workshop import suggest as suggesting

    shelf, ref, number, kind = catalogue(), room.view.about(), room.number, KINDS.get(room.view.lists)
    if shelf.mistakes:
        room.tell(str(shelf.mistakes[0]), "warn")
    if ref and suggesting.in_hand(room.shop, shelf, ref):
        about = suggesting.beforehand(room.shop, shelf, ref)
        room.push(Suggestions(f"for {ref}", lambda shop: suggesting.in_hand(shop, shelf, ref), about))
    elif kind and suggesting.for_list(room.shop, shelf, kind):
        room.push(Suggestions(f"for {kind.plural}", lambda shop: suggesting.for_list(shop, shelf, kind)))
    else:
        room.push(Suggestions("", lambda shop: suggesting.for_workshop(shop, shelf, number)))


def present(room: Room) -> None:
    """The stage alone, and back."""
    room.wall(not room.walled)


def freeze(room: Room) -> None:
    """Let the second screen stay as it is, or follow again."""
    room.second.frozen = not room.second.frozen
    room.second.tell()
    room.tell("The second screen stays as it is; f lets it follow" if room.second.frozen else "The wall follows")


def blank(room: Room) -> None:
    """Blank the wall, or show it again."""
    room.second.blank = not room.second.blank
    room.second.tell()
    room.show()
    room.tell("The wall is blank; b lights it" if room.second.blank else "The wall is lit")


def verdict_words(room: Room) -> None:
    """Show on the wall what people said with their verdicts, or not."""
    room.second.words = not room.second.words
    room.show()
    room.tell("The wall shows the words of verdicts" if room.second.words else "The words of verdicts are off the wall")


def clock(room: Room) -> None:
    """Pause the clock, or let it run."""
    runs = room.clock.toggle()
    room.show()
    room.tell("The clock runs" if runs else "The clock is paused; t lets it run")


def agenda(room: Room) -> None:
    """The steps with their time boxes; once more, back."""
    from screens.views.agenda import Agenda

    over(room, Agenda(room.clock, room.number))


def speakers(room: Room) -> None:
    """Who was heard, who is here, whom to ask next; once more, back."""
    from screens.views.speakers import Speakers

    over(room, Speakers(room.session))


def closing(room: Room) -> None:
    """The closing page, the last view of the last step."""
    board = room.boards[len(STEPS)]
    board.at = len(board.views) - 1
    room.go_step(len(STEPS))


def glossary(room: Room) -> None:
    """The words that were settled; once more, back."""
    from screens.views.glossary import Glossary

    over(room, Glossary())


def over(room: Room, view: View[Any]) -> None:
    """Put the view above what is in hand; where such a one lies there already, take it away."""
    if type(room.view) is type(view):
        room.back()
    else:
        room.push(view)


def five_more(room: Room) -> None:
    """Five minutes more for the step in hand."""
    plan = room.clock.agenda
    plan.plan(room.number, plan.minutes[room.number] + 5)
    room.session.keep()
    room.tell(f"{room.step.name} has {plan.minutes[room.number]} minutes now")
