"""Handing over while the room goes on: what, for whom and where; the work in a thread, how far it is in the foot."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from screens import desktop, paths
from screens.ask import Ask, Option, sure
from screens.steady import steady
from workshop.errors import WorkshopError
from workshop.words import brief

if TYPE_CHECKING:
    from screens.room import Room
    from workshop.state import Workshop

_ALL = "everybody"
_BAR = 16
"""Cells of the bar that says how far the work is."""


class Wanted(NamedTuple):
    """What is to be handed over: its form, which workbook it is, and for whom."""

    form: str
    what: str = "workbook"
    for_whom: str = ""


class Handing:
    """What this room hands over: it asks, does the work, and knows where the last one went."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.words = ""
        """How far the work is, while there is some."""
        self.last: Path | None = None

    # The questions

    def asked(self) -> Ask:
        """What is handed over; the next questions follow from it."""
        from exporters.handoff import FORMATS, HANDOUTS, meant

        _, *others = HANDOUTS["workbook"].forms
        options = [Option(what, handout.says, handout.forms[0]) for what, handout in HANDOUTS.items()]
        options += [Option(form, FORMATS[form]) for form in others]

        def then(said: str) -> Ask:
            wanted = Wanted(*meant("", said)) if said in HANDOUTS else Wanted(said)
            return self._whom(wanted) or self._where(wanted)

        return Ask("Hand over what?", then, options=options, picked="workbook", must=True, keeps=False)

    def workbook(self) -> Ask:
        """To which file the workbook goes, with nothing asked before."""
        return self._where(Wanted("xlsx"))

    def _whom(self, wanted: Wanted) -> Ask | None:
        """For whom a form is, where it can be for somebody."""
        from exporters.handoff import HANDOUTS

        names = _names(self._room.shop, wanted.what)
        if not names:
            return None

        def then(said: str) -> Ask:
            return self._where(wanted._replace(for_whom="" if said == _ALL else said))

        everybody = HANDOUTS[wanted.what].everybody
        return Ask(
            "For whom?", then, options=[Option(_ALL, everybody), *(Option(name, name) for name in names)],
            picked=_ALL, must=True, new="for" if wanted.what == "prework" else "", keeps=False,
        )  # fmt: skip

    def _where(self, wanted: Wanted, said_before: str = "") -> Ask:
        """To which file; one that is there is not replaced without another question."""
        from exporters.handoff import addressee
        from exporters.keeping import default_path, in_the_way

        room = self._room
        who = addressee(room.shop, wanted.for_whom)
        offered = default_path(room.folder / room.file.path.name, wanted.form, what=wanted.what, who=who)

        def then(said: str) -> Ask | None:
            target = Path(paths.typed_path(said))
            there = in_the_way(target, workshop=room.file.path, form=wanted.form)
            if there:
                return self._sure(wanted, target, there)
            self._begin(wanted, target)
            return None

        return Ask("To which file?", then, text=said_before or str(offered), replaces=not said_before, keeps=False)

    def _sure(self, wanted: Wanted, target: Path, there: str) -> Ask:
        return sure(
            f"{target.name} is there: {there}. Replace it?", "replace it", lambda: self._begin(wanted, target),
            "leave it as it is", lambda: self._room.tell(f"Nothing written; {target} is as it was"), offered=False,
            keeps=False,
        )  # fmt: skip

    # The work

    def _begin(self, wanted: Wanted, target: Path) -> None:
        """Write the workshop as it stands now. What goes wrong is one line in the foot."""
        room = self._room
        self._show(target, 0, 1)

        def work() -> None:
            try:
                with steady():
                    said = self._written(wanted, target)
            except WorkshopError as error:
                room.call_later(room.ask_again, self._where(wanted, str(target)), str(error))
                return
            finally:
                room.call_later(self._quiet)
            room.call_later(self._end, said)

        room.run_worker(work, thread=True, group="export", exclusive=True, exit_on_error=False)

    def _written(self, wanted: Wanted, target: Path) -> str:
        """Make it and put it there, in a thread of its own; what to say then. Raises WorkshopError."""
        from exporters.handoff import left_out, made
        from exporters.keeping import put
        from store.file import WorkshopFile

        def progress(done: int, of: int) -> None:
            self._room.call_later(self._show, target, done, of)

        path = self._room.file.path
        with WorkshopFile.open(path, write=False) as file:
            data = made(file.shop, list(file.log()), wanted.form, what=wanted.what, for_whom=wanted.for_whom,
                        progress=progress)  # fmt: skip
            missing = left_out(file.shop, wanted.what)
        put(data, target, workshop=path, overwrite=True, form=wanted.form)
        self.last = target.absolute()
        told = ["E opens its folder"] * bool(desktop.opener()) + [missing] * bool(missing)
        return ". ".join([f"Handed over: {target}", *told])

    def _show(self, target: Path, done: int, of: int) -> None:
        full = _BAR * done // of
        self.words = f"{'━' * full}{'╌' * (_BAR - full)} Writing {brief(target.name)}"
        self._room.show_around()

    def _quiet(self) -> None:
        self.words = ""
        self._room.show_around()

    def _end(self, words: str) -> None:
        """Say how it ended; while a question is open, beside it, and again when it is answered."""
        self.words = words if self._room.line.display else ""
        self._room.show_around()
        self._room.when_free(partial(self._ended, words))

    def _ended(self, words: str) -> None:
        self.words = ""
        self._room.tell(words, "good")

    # Afterwards

    def open_folder(self) -> None:
        """Show where the last one went. Raises NoDesktop."""
        if self.last is None:
            self._room.tell("Nothing was handed over yet; e does it")
            return
        desktop.open_folder(self.last.parent)
        self._room.tell(f"Opened {self.last.parent}")


def _names(shop: Workshop, what: str) -> list[str]:
    """For whom such a form can be: the owners of metrics, of actions; before a workshop, whoever is known."""
    from workshop.derived.duties import open_actions, unknowns
    from workshop.derived.retiring import kept_metrics
    from workshop.derived.whose import owners
    from workshop.records import Person

    if what == "readings":
        return owners(shop, kept_metrics(shop))
    if what == "calendar":
        return owners(shop, open_actions(shop))
    if what == "prework":
        return list(dict.fromkeys([*(person.name for person in shop.all(Person)), *owners(shop, unknowns(shop))]))
    return []
