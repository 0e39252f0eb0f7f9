"""Help by context: the keys that work here, what this step still wants, then all the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from screens.keys import EVERYWHERE, Key
from screens.text import Line, fit, wrap
from screens.views.view import View
from workshop.steps import STEPS, Step

if TYPE_CHECKING:
    from workshop.coach import Finding

_KEY = 12
_FEW = 5
"""Notes of the coach beside the gate that are told here; `c` has them all."""
_ON_A_RECORD = (
    "enter",
    "owner",
    "link",
    "note",
    "suggest",
    "fill_in",
    "history",
    "why",
    "remove",
    "move_up",
    "move_down",
)
"""What is done to the record in hand."""
Entry = tuple[str, str, str]
"""What stands left, what it means, the look of the meaning."""
Gates = Sequence[tuple[int, int, bool]]


class Help(View[Entry]):
    """What helps in the view in hand comes first."""

    adds = False
    for_the_room = False

    def __init__(self, view: View[Any], step: Step, gates: Gates, findings: Sequence[Finding]) -> None:
        super().__init__()
        self.title = f"Help: {view.title}"
        here = _here(view)
        self._entries = [
            _head(f"Keys that work here, in {view.title}"), *_listed(here),
            *_wanted(step, gates, findings),
            _head("Keys that work everywhere"), *_everywhere(here),
            *(entry for other in STEPS if other is not step for entry in _step(other, gates, findings)),
        ]  # fmt: skip

    def find_rows(self) -> list[Entry]:
        """The lines of the help."""
        return self._entries

    def measure(self) -> list[int]:
        """As tall as the words; a heading has a blank line before it."""
        return [
            len(wrap(words, self.width - _KEY * bool(left or look != "thread"))) + (look == "thread" and at > 0)
            for at, (left, words, look) in enumerate(self.rows)
        ]

    def draw(self, at: int) -> list[Line]:
        """A key and what it does, or a heading."""
        left, words, look = self.rows[at]
        in_hand = "row" if at == self.at else look
        if look == "thread":
            blank: list[Line] = [[]] if at else []
            return [*blank, *([(fit(text, self.width), in_hand)] for text in wrap(words, self.width))]
        return [
            [(fit(left if not y else "", _KEY), "key"), (fit(text, self.width - _KEY), in_hand)]
            for y, text in enumerate(wrap(words, self.width - _KEY))
        ]

    def keep_place(self) -> None:
        """There are no records here."""


def _head(words: str) -> Entry:
    return "", words, "thread"


def _here(view: View[Any]) -> list[Key]:
    """The keys that do something in the view in hand: its own, then those for the record in hand."""
    own = {key.key for key in view.keys}
    usual = [key for key in EVERYWHERE if key.key not in own]
    adds = [key for key in usual if key.action == "add" and view.adds]
    record = [key for key in usual if key.action in _ON_A_RECORD and view.ref]
    inside = [key._replace(says=f"{key.says} (in the grid, after ↵)") for key in view.inside_keys]
    return [*adds, *view.keys, *inside, *record]


def _listed(keys: Sequence[Key]) -> list[Entry]:
    return [(key.cap, key.says, "text") for key in keys]


def _everywhere(here: Sequence[Key]) -> Iterator[Entry]:
    """What was not told yet."""
    told = {key.key for key in here}
    yield "1 to 6", "Go to a step: " + ", ".join(step.name for step in STEPS), "text"
    yield "arrows", "Move the cursor; page up, page down, home and end too", "text"
    yield "^p", "Commands by name", "text"
    yield from _listed([key for key in EVERYWHERE if key.key not in told])


def _wanted(step: Step, gates: Gates, findings: Sequence[Finding]) -> Iterator[Entry]:
    """What this step wants: its gate, then a few notes of the coach."""
    yield from _step(step, gates, findings)
    notes = [f for f in findings if f.step == step.number and f.severity != "block"]
    yield from (("", f"worth a look: {f.message}", "text") for f in notes[:_FEW])
    if len(notes) > _FEW:
        yield "", f"and {len(notes) - _FEW} more, press c", "text"


def _step(step: Step, gates: Gates, findings: Sequence[Finding]) -> Iterator[Entry]:
    """A step: how far it is, what for, what it leaves, and what its gate still lacks."""
    done, of, ready = gates[step.number - 1]
    state = "ready" if ready else f"{done} of {of} done" if done else "not begun"
    yield _head(f"Step {step.number}, {step.name}: {state}")
    yield "for", step.purpose, "text"
    yield "leaves", f"{step.produces}.", "text"
    missing = [f.message for f in findings if f.step == step.number and f.severity == "block"]
    yield from (("lacks" if not at else "", words, "strong") for at, words in enumerate(missing))
