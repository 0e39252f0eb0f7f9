"""The launcher: recent workshops with how far they are, a new one, a first thread, the samples, any file by its path.

Nothing of a recent workshop is read before the first paint: a thread of its own looks at one after the other.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual.worker import get_current_worker

from screens import paths
from screens.ages import ago, local
from screens.ask import Ask
from screens.asking import Asking
from screens.keys import Key
from screens.text import Line
from screens.views.beginnings import Beginning, Beginnings
from screens.views.view import View
from screens.widgets import foot, head
from screens.widgets.drawn import Touch
from screens.widgets.stage import Stage
from store.errors import ENDING
from store.recent import Recent, forget, recent, remember
from store.samples import SAMPLES
from workshop.errors import NotUnderstood
from workshop.words import plural

if TYPE_CHECKING:
    from screens.app import GoldenThread
    from store.glance import Glance

_FIRST = "First thread"
"""What the file of a first workshop is called, unless the room says otherwise."""
KEYS = (
    Key("enter", "begin", "open", "Open or begin what is in hand", 1),
    Key("X", "first", "first thread", "A first workshop in fifteen minutes: one thread, explained and exported", 2),
    Key("n", "new", "new", "A new workshop under a name of yours", 3),
    Key("o", "by_path", "by path", "Any workshop file, by its path", 4),
    Key("P", "folder", "folder", "What all the workshops of a folder say together", 6),
    Key("delete", "forget", "forget", "Take the workshop in hand off the list; its file is left alone", 5),
)
"""The launcher's own keys."""
_LAST = (Key("ctrl+q", "quit", "leave", ""),)


class Launcher(Asking):
    """Where one begins when no file is given."""

    def __init__(self) -> None:
        super().__init__()
        self.ways = Beginnings(_ways())
        self._said = ("", "text")

    def on_mount(self) -> None:
        """The stage has the keys; what the recent workshops hold comes after the first paint."""
        super().on_mount()
        self.call_after_refresh(self._look_at_all)

    # What is shown

    def show(self) -> None:
        """Draw all of it as it now is."""
        width = self.size.width
        if not width:
            return
        known = sum(bool(way.path) for way in self.ways.ways)
        right = f"{plural(known, 'workshop')} opened before" if known else ""
        self.head.show([head.title("from business objective to metric", "", right, width), [("─" * width, "line")]])
        self.ways.fill(self.ways.shop, self.stage.inner)
        self.show_around()
        self.present(cast("View[Any]", self.ways), [(self.ways.title, "gold")])

    def show_around(self) -> None:
        """Draw the foot as it now is."""
        self.foot.show(self._foot(self.size.width))

    def _foot(self, width: int) -> list[Line]:
        words, look = self._said
        said = foot.Said("" if words else "In hand", words or self.ways.detail(), look, 3)
        if self.line.display:
            return [foot.key_line(foot.ASKING, width, ())]
        return foot.lines([said], KEYS, width, last=_LAST)

    def tell(self, words: str, look: str = "gold") -> None:
        """Say something in the foot until the next key."""
        self._said = (words, look)
        self.show_around()

    # What the recent workshops hold

    def _look_at_all(self) -> None:
        listed = [way.path for way in self.ways.ways if way.path and way.path not in self.ways.seen]
        if listed:
            self.run_worker(partial(self._look, listed), thread=True, group="looking", exclusive=True,
                            exit_on_error=False)  # fmt: skip

    def _look(self, listed: list[str]) -> None:
        """Look at one after the other, in a thread of its own, until somebody opens one."""
        from store.glance import glance

        worker = get_current_worker()
        for path in listed:
            found = glance(Path(path), lambda: not worker.is_cancelled)
            if found is None or worker.is_cancelled:
                return
            self.call_later(self._seen, path, found)

    def _seen(self, path: str, found: Glance) -> None:
        self.ways.seen[path] = found
        self.show()

    # Keys and the mouse

    def press(self, key: str, character: str) -> None:
        """Arrows move; the other keys are in `KEYS`."""
        self._said = ("", "text")
        if not self.roll(key) and (found := next((k for k in KEYS if k.key == key), None)):
            self.attempt(getattr(self, f"do_{found.action}"))
        self.show_around()

    def on_stage_chosen(self, event: Stage.Chosen) -> None:
        """The mouse chooses, twice opens."""
        if self.line.display:
            return
        self.stage.move(event.at - self.ways.at, 0)
        self.show_around()
        if event.twice:
            self.attempt(self.do_begin)

    def on_touch_clicked(self, event: Touch.Clicked) -> None:
        """The mouse on the keys in the foot."""
        width, keys = self.size.width, (foot.ASKING, ()) if self.line.display else (KEYS, _LAST)
        key = foot.key_at(keys[0], width, event.x, keys[1]) if event.part == "foot" else None
        if key is None or event.y != len(self.foot.lines) - 1:
            return
        if self.line.display:
            self.line.pressed(key.key)
        elif key.key == "ctrl+q":
            self.app.exit()
        else:
            self.press(key.key, key.key)

    def do_begin(self) -> None:
        """Do what is in hand. Raises WorkshopError."""
        if way := self.ways.row:
            way.do(self)

    def do_forget(self) -> None:
        """Take the workshop in hand off the list."""
        way = self.ways.row
        if way and way.path:
            forget(way.path)
            self.ways.ways.remove(way)
            self.show()
            self.tell(f"{way.name} is off the list; its file is left alone")

    def do_new(self) -> None:
        """Ask for a name and make the file."""
        hint = f"for instance: Sales portal. It is kept in {paths.told(Path.cwd())}"
        self.ask(Ask("What is the new workshop's file called?", lambda said: self.open(_made(said)), hint=hint))

    def do_first(self) -> None:
        """Make a file, and ask for all that one thread needs."""

        def named(said: str) -> None:
            self.open(_made(said), action="express")

        names = (f"{_FIRST}{f' {n}' if n > 1 else ''}" for n in range(1, 1000))
        free = next((name for name in names if not Path(f"{name}.workshop").exists()), "")
        hint = f"Enter takes this name. It is kept in {paths.told(Path.cwd())}"
        self.ask(Ask("What is the file of your first workshop called?", named, text=free, hint=hint, replaces=True))

    def do_by_path(self) -> None:
        """Ask for a file."""
        self.ask(paths.which("Open which workshop?", self.open, None, (ENDING,)))

    def do_folder(self) -> None:
        """Ask for a folder, and show what its workshops say together."""

        def taken(place: Path) -> None:
            from screens.overview import Overview
            from store import folder

            if not folder.workshops(place):
                raise NotUnderstood(f"There is no workshop in {place} or below it; give the folder that holds them")
            self.app.push_screen(Overview(place))

        self.ask(paths.folder("The workshops of which folder?", taken, Path.cwd()))

    # Opening

    def open_recent(self, one: Recent) -> None:
        """Open it again; where it is gone, look for it from where it was. Raises WorkshopError."""
        path = Path(one.path)
        if path.exists():
            self.open(path)
            return
        folder = next((folder for folder in path.parents if folder.is_dir()), Path.cwd())

        def found(where: Path) -> None:
            self.open(where)
            forget(one.path)
            remember(where, one.title)

        self.ask(paths.which(f"{path.name} is not there any more; where is it now?", found, folder, (ENDING,)))

    def open(self, path: Path, *, action: str = "") -> None:
        """Open the file in the room, and begin with that action of the room. Raises WorkshopError."""
        from store.file import WorkshopFile

        file = WorkshopFile.open(path, hold=True)
        self.workers.cancel_group(self, "looking")
        cast("GoldenThread", self.app).enter(file, action=action)


def _ways() -> list[Beginning]:
    now = datetime.now().astimezone()
    known = [_known(one, now) for one in recent()]
    samples = [
        Beginning(f"Sample: {name}", f"a whole workshop, kept here as {name}.workshop", partial(_sample, name))
        for name in SAMPLES
    ]
    return [
        *known,
        Beginning("First workshop", "one thread in fifteen minutes, up to the workbook (X)", _key("first")),
        Beginning("New workshop", "an empty file under a name of yours (n)", _key("new")),
        Beginning("Open by path", "any .workshop file (o)", _key("by_path")),
        Beginning("Many together", "what the workshops of a folder say together (P)", _key("folder")),
        *samples,
    ]


def _known(one: Recent, now: datetime) -> Beginning:
    then = local(one.opened_at)
    name = one.title or Path(one.path).stem
    return Beginning(name, "", lambda launcher: launcher.open_recent(one), path=one.path,
                     age=ago(then, now) if then else "")  # fmt: skip


def _key(action: str) -> Callable[[Launcher], None]:
    return lambda launcher: getattr(launcher, f"do_{action}")()


def _made(said: str) -> Path:
    """A new workshop's file under that name, closed again. Raises WorkshopError."""
    from store.file import WorkshopFile

    path = Path(said.strip()).expanduser()
    if not path.name:
        raise NotUnderstood("A workshop's file needs a name; type one, or esc leaves")
    path = path if path.suffix == ENDING else path.with_name(path.name + ENDING)
    WorkshopFile.create(path, title=path.stem).close()
    return path


def _sample(name: str, launcher: Launcher) -> None:
    from datetime import date

    from store.file import WorkshopFile
    from store.samples import sample

    path = Path(f"{name}.workshop")
    if not path.exists():
        WorkshopFile.create(path, plan=sample(name, date.today())).close()
    launcher.open(path)
