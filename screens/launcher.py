"""The launcher: recent workshops, a new one, the samples, or any file by its path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from screens.ask import Ask
from screens.asking import Asking
from screens.text import Line, fit
from screens.views.view import View
from screens.widgets import foot, head
from screens.widgets.stage import Stage
from store.recent import recent
from store.samples import SAMPLES

if TYPE_CHECKING:
    from screens.app import GoldenThread

_NAME = 34


class Choice(NamedTuple):
    """One way to begin."""

    name: str
    says: str
    do: Callable[[Launcher], None]


class Choices(View[Choice]):
    """Ways to begin, one a row."""

    title = "Open a workshop"

    def __init__(self, choices: list[Choice]) -> None:
        super().__init__()
        self._choices = choices

    def find_rows(self) -> list[Choice]:
        """What can be chosen."""
        return self._choices

    def draw(self, at: int) -> list[Line]:
        """Name, and what it opens."""
        choice = self.rows[at]
        here = "cursor" if at == self.at else "text"
        return [[(fit(choice.name, _NAME), here), ("  ", here), (fit(choice.says, self.width - _NAME - 2), here)]]


class Launcher(Asking):
    """Where one begins when no file is given."""

    def __init__(self) -> None:
        super().__init__()
        self.choices: View[Any] = Choices(_choices())
        self._said = "Arrows move, Enter opens what is in hand."
        self._look = "text"

    def show(self) -> None:
        """Draw all of it as it now is."""
        width = self.size.width
        self.head.show([head.title("from business objective to metric", "", "", width), [("─" * width, "line")]])
        self.choices.fill(self.choices.shop, self.stage.inner)
        self.stage.present(self.choices, [(self.choices.title, "gold")])
        self.foot.show(foot.lines([foot.Said("", self._said, self._look, 2)], [], width))

    def press(self, key: str, character: str) -> None:
        """Arrows and Enter."""
        if key in ("up", "down"):
            self.stage.move(1 if key == "down" else -1, 0)
        elif key == "enter":
            self.begin()

    def on_stage_chosen(self, event: Stage.Chosen) -> None:
        """The mouse chooses, twice opens."""
        self.stage.move(event.at - self.choices.at, 0)
        if event.twice:
            self.begin()

    def begin(self) -> None:
        """Do what is in hand; what went wrong is one line in the foot."""
        choice = cast("Choice | None", self.choices.row)
        if choice is None:
            return
        self.attempt(lambda: choice.do(self))

    def tell(self, words: str, look: str = "gold") -> None:
        """Say something in the foot."""
        self._said, self._look = words, look
        self.show()

    def open(self, path: Path) -> None:
        """Open the file in the room. Raises WorkshopError."""
        from store.file import WorkshopFile

        cast("GoldenThread", self.app).enter(WorkshopFile.open(path, hold=True))


def _choices() -> list[Choice]:
    known = [Choice(r.title or Path(r.path).stem, r.path, lambda at, r=r: at.open(Path(r.path))) for r in recent()]  # type: ignore[misc]
    samples = [Choice(f"Sample: {name}", f"a complete workshop, kept as {name}.workshop here",
                      lambda at, name=name: _sample(at, name)) for name in SAMPLES]  # type: ignore[misc]  # fmt: skip
    return [
        *known,
        Choice("New workshop", "an empty file under a name of yours", _new),
        Choice("Open by path", "any .workshop file", _by_path),
        *samples,
    ]


def _new(launcher: Launcher) -> None:
    from store.file import WorkshopFile

    def named(said: str) -> None:
        path = Path(said).expanduser()
        path = path if path.suffix == ".workshop" else path.with_name(path.name + ".workshop")
        WorkshopFile.create(path, title=path.stem).close()
        launcher.open(path)

    launcher.ask(Ask("What is the new workshop's file called?", named, hint="for instance: Sales portal.workshop"))


def _by_path(launcher: Launcher) -> None:
    launcher.ask(Ask("Open which file?", lambda said: launcher.open(Path(said).expanduser())))


def _sample(launcher: Launcher, name: str) -> None:
    from datetime import date

    from store.file import WorkshopFile
    from store.samples import sample

    path = Path(f"{name}.workshop")
    if not path.exists():
        WorkshopFile.create(path, plan=sample(name, date.today())).close()
    launcher.open(path)
