"""Help: every key, and what each step is for and still needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from screens.keys import EVERYWHERE, Key
from screens.text import Line, fit, wrap
from screens.views.view import View
from workshop.steps import STEPS

if TYPE_CHECKING:
    from workshop.coach import Finding

_KEY = 12
Entry = tuple[str, str, str]
"""What stands left, what it means, the look of the meaning."""


class Help(View[Entry]):
    """Keys first, then the steps."""

    adds = False
    title = "Keys and steps"

    def __init__(self, own: Sequence[Key], gates: Sequence[tuple[int, int, bool]],
                 findings: Sequence[Finding]) -> None:  # fmt: skip
        super().__init__()
        self._entries = [*_keys(own), ("", "", "text"), *_steps(gates, findings)]

    def find_rows(self) -> list[Entry]:
        """The lines of the help."""
        return self._entries

    def measure(self) -> list[int]:
        """As tall as the words."""
        return [len(wrap(words, self.width - _KEY)) for _, words, _ in self.rows]

    def draw(self, at: int) -> list[Line]:
        """A key and what it does."""
        left, words, look = self.rows[at]
        return [
            [
                (fit(left if not y else "", _KEY), "key"),
                (fit(text, self.width - _KEY), "row" if at == self.at else look),
            ]
            for y, text in enumerate(wrap(words, self.width - _KEY))
        ]

    def keep_place(self) -> None:
        """There are no records here."""


def _keys(own: Sequence[Key]) -> list[Entry]:
    here = [(key.cap, f"{key.says} (here)", "strong") for key in own]
    steps: list[Entry] = [("1 to 6", "Go to a step: " + ", ".join(step.name for step in STEPS), "text")]
    moves: list[Entry] = [("arrows", "Move the cursor; page up, page down, home and end too", "text"),
                          ("^p", "Commands by name", "text")]  # fmt: skip
    return [*here, *steps, *moves, *((key.cap, key.says, "text") for key in EVERYWHERE)]


def _steps(gates: Sequence[tuple[int, int, bool]], findings: Sequence[Finding]) -> list[Entry]:
    entries: list[Entry] = []
    for step, (done, of, ready) in zip(STEPS, gates, strict=False):
        state = "ready" if ready else f"{done} of {of} done" if of else "not begun"
        entries.append(
            (
                f"Step {step.number}",
                f"{step.name}: {step.purpose} It leaves: {step.produces}. Now {state}.",
                "strong",
            )
        )
        entries += [
            ("", f"to settle: {f.message}", "text") for f in findings if f.step == step.number and f.severity == "block"
        ]
    return entries
