"""One table of keys: no key twice in one place, every action there; and what each does when it is pressed."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from typing import NamedTuple, cast

import pytest
from room import ENTER, TAB, Facilitator, entered

from screens import commands
from screens.keys import EVERYWHERE, STEP_KEYS, Key
from screens.steps import Boards
from screens.views.card import Card
from store.file import WorkshopFile
from workshop.steps import STEPS

BOARDS = Boards(cast(WorkshopFile, None))
VIEWS = [view for step in STEPS for view in BOARDS[step.number].views]


def once(keys: tuple[Key, ...]) -> bool:
    return max(Counter(key.key for key in keys).values(), default=0) <= 1


def test_no_key_means_two_things_everywhere() -> None:
    assert once((*EVERYWHERE, *STEP_KEYS))


def test_no_action_is_two_things() -> None:
    groups = [vars(import_module(f"screens.commands.{name}")) for name in commands._GROUPS]
    named = {(name, what.__module__) for group in groups for name, what in group.items() if isfunction(what)}
    actions = Counter(name for name, where in named if where.startswith("screens.commands") and name[0] != "_")
    assert [name for name, times in actions.items() if times > 1] == []
    assert max(Counter(key.action for key in EVERYWHERE).values()) == 1


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{type(view).__name__} {view.title}")
def test_a_view_has_each_key_once_and_an_answer_to_it(view: Card) -> None:
    assert once(view.keys) and once(view.inside_keys)
    for key in view.keys:
        assert hasattr(view, f"do_{key.action}") or commands.known(key.action), key


@pytest.mark.parametrize("key", [*EVERYWHERE, *STEP_KEYS], ids=lambda key: key.key)
def test_every_key_has_an_action_and_words(key: Key) -> None:
    assert commands.known(key.action)
    assert key.says


class Pressed(NamedTuple):
    """A key that is pressed on the churn workshop, and what the wall says then and did not say before."""

    key: str
    seen: str
    step: int = 1
    before: tuple[str, ...] = ()


PRESSED = (
    Pressed("1", "[1 Baseline", 2), Pressed("2", "[2 Select"), Pressed("3", "[3 Map"), Pressed("4", "[4 Validate"),
    Pressed("5", "[5 Operationalize"), Pressed("6", "[6 Review"),
    Pressed("a", "What result does the business want"), Pressed(ENTER, "‹ esc O1"),
    Pressed("l", "link with which process", 3, ("right",)), Pressed("s", "Suggestions for O1", 3),
    Pressed("m", "P primary, S supporting", 3), Pressed("o", "O1 Who answers for it"),
    Pressed("n", "What is to be noted on O1"), Pressed("k", "O2 Why is it parked?", 1, ("down",)),
    Pressed("space", "✓O1"), Pressed("asterisk", "✓O2"), Pressed("d", "What was decided on O1"),
    Pressed("i", "The sentence of C1 fills in nothing more", 3, ("right",)),
    Pressed("M", "which other objective is the same thing?"), Pressed("B", "two things?", 3, ("right",)),
    Pressed("delete", "O1 removed"), Pressed("u", "Undone: remove O1", 1, ("delete",)),
    Pressed("U", "Done again: remove O1", 1, ("delete", "u")),
    Pressed("y", "Why? O1", 3), Pressed("h", "History of O1"), Pressed("c", "‹ esc Coach"),
    Pressed("N", "Which objective comes next?", 6), Pressed("V", "What is this state of the workshop called?"),
    Pressed("equals_sign", "‹ esc Versions"), Pressed("P", "‹ esc Portfolio of"),
    Pressed("f", "wall frozen"), Pressed("b", "wall blank"), Pressed("W", "The wall shows the words of verdicts", 4),
    Pressed("e", "Hand over what?"), Pressed("E", "Nothing was handed over yet"), Pressed("I", "Bring in which file?"),
    Pressed("D", "‹ esc Disagreements"), Pressed("F", "Write the break-out's file where?"),
    Pressed("J", "Join which break-out's file?"), Pressed("t", "25:00 paused"), Pressed("T", "‹ esc Agenda"),
    Pressed("C", "What we decided"), Pressed("G", "‹ esc Glossary"), Pressed("S", "‹ esc Speaker turns"),
    Pressed("plus", "Baseline has 30 minutes now"), Pressed("r", "When do we look again"),
    Pressed("q", "Do customers feel this one", 2), Pressed("slash", "Find what?"), Pressed(TAB, "S1 Sales portal"),
    Pressed("shift+tab", "W1 Keep our trade customers"), Pressed("escape", "Objectives 5", 1, ("c",)),
    Pressed("question_mark", "Help: Objectives"), Pressed("X", "of 11", 1),
)  # fmt: skip
ELSEWHERE = {"p", "shift+up", "shift+down", "ctrl+z", "ctrl+q"}
"""Keys after which the wall says less or the same: see the presenter view, the order of records, leaving."""


@pytest.mark.parametrize("pressed", PRESSED, ids=lambda one: one.key)
async def test_a_key_does_what_it_says(churn: Path, pressed: Pressed) -> None:
    async with entered(churn, step=pressed.step) as room:
        await room.keys(*pressed.before)
        assert not room.sees(pressed.seen)
        await room.keys(pressed.key)
        await room.settles()
        assert room.sees(pressed.seen)


async def test_p_leaves_the_stage_alone_and_takes_it_back(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        assert room.sees("Ask the room", "a add")
        await room.keys("p")
        assert room.sees("O1 Cut yearly churn") and not room.sees("Ask the room") and not room.sees("a add")
        await room.keys("p")
        assert room.sees("Ask the room", "a add")


async def test_shift_and_an_arrow_move_what_is_in_hand(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("down", "shift+up")
        assert _order(room)[:2] == ["O2", "O1"]
        await room.keys("shift+down")
        assert _order(room)[:2] == ["O1", "O2"]


def _order(room: Facilitator) -> list[str]:
    return [record.ref for record in room.room.view.rows]


def test_every_key_was_pressed() -> None:
    assert {key.key for key in (*EVERYWHERE, *STEP_KEYS)} == {one.key for one in PRESSED} | ELSEWHERE


def test_the_keys_that_the_room_relies_on_are_where_it_expects_them() -> None:
    meant = {key.key: key.action for key in EVERYWHERE}
    expected = {
        "a": "add", "enter": "enter", "l": "link", "s": "suggest", "m": "matrix", "o": "owner", "n": "note",
        "k": "park", "u": "undo", "U": "redo", "h": "history", "c": "coach", "p": "present", "e": "export",
        "t": "clock", "slash": "find", "question_mark": "help", "ctrl+q": "quit",
    }  # fmt: skip
    assert expected.items() <= meant.items()
