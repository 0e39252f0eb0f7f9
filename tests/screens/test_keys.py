"""One table of keys: no key twice in one place, every action there, nothing that a field would swallow."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from inspect import isfunction
from typing import cast

import pytest

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


def test_the_keys_that_the_room_relies_on_are_where_it_expects_them() -> None:
    meant = {key.key: key.action for key in EVERYWHERE}
    expected = {
        "a": "add", "enter": "enter", "l": "link", "s": "suggest", "m": "matrix", "o": "owner", "n": "note",
        "k": "park", "u": "undo", "U": "redo", "h": "history", "c": "coach", "p": "present", "e": "export",
        "t": "clock", "slash": "find", "question_mark": "help", "ctrl+q": "quit",
    }  # fmt: skip
    assert expected.items() <= meant.items()
