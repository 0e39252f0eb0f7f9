"""The coach's notes by step; Enter goes to the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.ask import Ask
from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.view import View
from store.catalogues import catalogue
from workshop import acts
from workshop.answers import values
from workshop.steps import STEPS
from workshop.suggest.rewording import rewording

if TYPE_CHECKING:
    from screens.room import Room
    from workshop.coach import Finding

_STEP, _WEIGHT, _REF = 18, 9, 6
_WORDS = {"block": ("settle", "bad"), "warn": ("consider", "warn"), "hint": ("hint", "dim")}


class Findings(View["Finding"]):
    """Every finding, the step in hand first."""

    adds = False
    title = "Coach"
    keys = (
        Key("enter", "enter", "go there", "Go to the record or the step", 1),
        Key("s", "suggest", "suggest", "Suggest better words for the record, or what goes with it", 3, True),
        Key("w", "reword", "reword", "Say the record as the note has it: the room's word, or plain words", 2, True),
        Key("d", "dismiss", "set aside", "Set the note aside, with the reason; undo brings it back", 3, True),
    )

    def __init__(self, findings: list[Finding], step: int) -> None:
        super().__init__()
        self._found = sorted(findings, key=lambda finding: (finding.step != step, finding.step))

    def do_dismiss(self, room: Room) -> None:
        """Set the note in hand aside; the reason is kept and goes into the workbook."""
        finding = self.row
        if finding is None:
            return

        def keep(reason: str) -> None:
            room.act(lambda draft: acts.dismiss(draft, finding.rule, finding.ref, reason), f"set aside {finding.rule}")
            self._found.remove(finding)
            room.show()
            room.tell("Set aside, with the reason; u brings it back")

        room.ask(Ask(f"Why does it not hold here? {finding.message}", keep))

    def do_reword(self, room: Room) -> None:
        """Say the record better, where the note in hand is about its words."""
        finding = self.row
        better = rewording(room.shop, catalogue, finding) if finding else None
        if finding is None or better is None:
            room.tell("This note offers no better words; Enter goes to the record")
            return
        room.act(better[0], f"reword {finding.ref}")
        self._found.remove(finding)
        room.show()
        room.tell(f"{values.named(finding.ref, room.shop)}; u takes it back")

    def find_rows(self) -> list[Finding]:
        """What the coach found when the list was opened."""
        return self._found

    def measure(self) -> list[int]:
        """As tall as what it says and advises."""
        return [len(self._lines(finding)) for finding in self.rows]

    def draw_head(self) -> list[Line]:
        """Step, weight, record, words."""
        return [
            [
                (fit("Step", _STEP), "head"),
                (fit("Weight", _WEIGHT), "head"),
                (fit("Ref", _REF), "head"),
                (fit("What, and what to do", self._room), "head"),
            ]
        ]

    def draw(self, at: int) -> list[Line]:
        """One finding with its suggestion."""
        finding = self.rows[at]
        word, colour = _WORDS.get(finding.severity, ("", "text"))
        step = STEPS[finding.step - 1]
        heads = (f"{step.number} {step.name}", word, finding.ref)
        lines: list[Line] = []
        for y, (text, look) in enumerate(self._lines(finding)):
            first = [part if not y else "" for part in heads]
            here = at == self.at
            lines.append(
                [
                    (fit(first[0], _STEP), "cursor" if here else "dim"),
                    (fit(first[1], _WEIGHT), "cursor" if here else colour),
                    (fit(first[2], _REF), "cursor" if here else "text"),
                    (fit(text, self._room), "cursor" if here else look),
                ]
            )
        return lines

    def ref_of(self, row: Finding) -> str:
        """The record that it is about."""
        return row.ref

    def keep_place(self) -> None:
        """The cursor stays on its line."""

    def enter(self, room: Room) -> None:
        """To the record, or to the step when it is about no record."""
        if self.row is None:
            return
        if self.row.ref and self.shop.get(self.row.ref):
            room.go_to(self.row.ref)
        else:
            room.go_step(self.row.step)

    def detail(self) -> str:
        """How the record would read, where the note in hand is about its words."""
        better = rewording(self.shop, catalogue, self.row) if self.row else None
        return f"{self.row.ref} would read “{better[1]}”; w says it so" if self.row and better else ""

    def empty(self) -> str:
        """Nothing to say."""
        return "Nothing to note. Esc goes back."

    @property
    def _room(self) -> int:
        return self.width - _STEP - _WEIGHT - _REF

    def _lines(self, finding: Finding) -> list[tuple[str, str]]:
        said = [(line, "text") for line in wrap(finding.message, self._room)]
        return said + [(line, "dim") for line in (wrap(finding.suggestion, self._room) if finding.suggestion else ())]
