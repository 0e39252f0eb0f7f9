"""The portfolio of a folder with no workshop open: read in a thread, shown, written as a workbook, left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from screens.asking import READING, Asking
from screens.keys import Key
from screens.views.many import Many
from screens.views.view import View
from screens.widgets import foot, head
from screens.widgets.drawn import Touch
from screens.widgets.stage import Stage
from workshop.errors import WorkshopError
from workshop.words import plural

if TYPE_CHECKING:
    from typing import Any

_EVERY = 10
"""Files after which the foot says how far it is."""
KEYS = (
    Key("e", "export", "workbook", "Write the portfolio as a workbook, beside the workshops", 1),
    Key("escape", "back", "back", "Back to where one begins; what is still being read is left", 2),
)
"""The keys of a folder's portfolio, when no workshop is open."""
_LAST = (Key("ctrl+q", "quit", "leave", ""),)


class Overview(Asking):
    """What the workshops of a folder say together."""

    def __init__(self, place: Path) -> None:
        super().__init__()
        self._place = place
        self._view: View[Any] = _Reading(place)
        self._said = ("", "text")

    def on_mount(self) -> None:
        """Read them all."""
        super().on_mount()
        read_all(self, self._place, self.push)

    def push(self, view: View[Any]) -> None:
        """Show what was read."""
        self._view = view
        self.show()

    def show(self) -> None:
        """Draw all of it as it now is."""
        width = self.size.width
        if not width:
            return
        self.head.show([head.title("many workshops together", "", "", width), [("─" * width, "line")]])
        self._view.fill(self._view.shop, self.stage.inner)
        self.show_around()
        self.present(self._view, [(self._view.title, "gold")])

    def show_around(self) -> None:
        """Draw the foot as it now is."""
        words, look = self._said
        said = foot.Said("" if words else "In hand", words or self._view.detail(), look, 2)
        self.foot.show(foot.lines([said], KEYS, self.size.width, last=_LAST))

    def tell(self, words: str, look: str = "gold") -> None:
        """Say something in the foot until the next key."""
        self._said = (words, look)
        self.show_around()

    def press(self, key: str, character: str) -> None:
        """Arrows move; `e` writes the workbook, Esc goes back."""
        self._said = ("", "text")
        if key == "escape":
            self.workers.cancel_group(self, READING)
            self.dismiss()
        elif key == "e" and isinstance(self._view, Many):
            self._view.do_export(self)
        else:
            self.roll(key)
            self.show_around()

    def on_stage_chosen(self, event: Stage.Chosen) -> None:
        """The mouse on the stage."""
        self.stage.move(event.at - self._view.at, 0)

    def on_touch_clicked(self, event: Touch.Clicked) -> None:
        """The mouse on the keys in the foot."""
        key = foot.key_at(KEYS, self.size.width, event.x, _LAST) if event.part == "foot" else None
        if key is None or event.y != len(self.foot.lines) - 1:
            return
        if key.key == "ctrl+q":
            self.app.exit()
        else:
            self.press(key.key, key.key)


class _Reading(View[None]):
    """While they are read."""

    def __init__(self, place: Path) -> None:
        super().__init__()
        self.title = f"Portfolio of {place.name or place}"

    def empty(self) -> str:
        """That it goes on."""
        return "Reading the workshops of this folder …"


def read_all(screen: Asking, place: Path, show: Callable[[Many], object]) -> None:
    """Read the workshops of the folder in a thread of its own, say how far that is, and show what they say together."""

    def work() -> None:
        from screens import rolling_up
        from workshop.portfolio import portfolio

        worker = get_current_worker()
        looks = []

        def tell(done: int, of: int) -> None:
            if not done % _EVERY and not worker.is_cancelled:
                screen.call_later(screen.tell, f"Read {done:,} of {plural(of, 'workshop')} …")

        try:
            for look in rolling_up.looked_at(place, rolling_up.alone, tell, together=False):
                if worker.is_cancelled:
                    return
                looks.append(look)
        except WorkshopError as error:
            screen.call_later(screen.tell, str(error), "bad")
            return
        made = portfolio([one.summary for one in looks if one.summary], [one.problem for one in looks if one.problem])
        if not worker.is_cancelled:
            screen.call_later(screen.when_free, partial(_shown, screen, show, Many(made, place)))

    screen.run_worker(work, thread=True, group=READING, exclusive=True, exit_on_error=False)


def _shown(screen: Asking, show: Callable[[Many], object], view: Many) -> None:
    show(view)
    screen.tell("")
