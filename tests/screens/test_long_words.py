"""Long answers, long words, wide letters: shown whole, and never in the way of the answer line."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import lines_of, unsaid
from room import ENTER, ESC, TAB, Facilitator, entered

from screens.text import width_of
from store.file import WorkshopFile
from workshop import acts
from workshop.declare import KINDS
from workshop.steps import STEPS

LONG = " ".join(f"word{number}" for number in range(300))
WORDS = {
    "long": LONG,
    "one word": "Donaudampfschifffahrt" * 20,
    "wide": "渋谷の店舗で注文が止まらないようにする" * 6,
    "joined": "👩‍👩‍👧‍👦 restored 🇪🇺 twice é" * 5,
}


def thread_of(path: Path, words: str) -> None:
    """A thread whose knots all have these words."""
    knots: dict[str, dict[str, str]] = {
        "objective": {"statement": words},
        "process": {"name": words},
        "outcome": {"statement": words, "objectives": "O1"},
        "link": {"outcome": "C1", "process": "P1", "reason": words},
        "metric": {"name": words, "outcomes": "C1", "processes": "P1", "decision": words},
        "note": {"on": "C1", "what": "risk", "text": words},
        "action": {"what": words, "why": "M1"},
    }
    with WorkshopFile.open(path) as file:
        for kind, said in knots.items():
            file.act(lambda draft, kind=kind, said=said: acts.add(draft, KINDS[kind], said), why="add", step=1)


@pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("what", WORDS)
async def test_they_are_shown_whole_on_every_step(new: Path, what: str, size: tuple[int, int]) -> None:
    thread_of(new, WORDS[what])
    async with entered(new, size=size) as room:
        for step in STEPS:
            room.room.go_step(step.number)
            for view in room.room.boards[step.number].views:
                assert unsaid(room.room.view) == [], view.title
                for line in lines_of(room.room.view):
                    assert sum(width_of(words) for words, _ in line) <= size[0] - 1, view.title
                room.room.go_view(1)
        assert max(width_of(line) for line in room.wall.splitlines()) <= size[0]


async def in_sight(room: Facilitator) -> bool:
    """Whether the answer line and the keys below it are on the wall."""
    answer = room.room.line.answer.region
    return 0 < answer.y < room.pilot.app.size.height - 1 and room.sees("esc leave")


async def test_a_question_about_them_leaves_the_answer_line_in_sight(new: Path) -> None:
    async with entered(new, size=(80, 24)) as room:
        await room.keys("a")
        room.room.line.answer.value = LONG
        await room.keys(ENTER, ESC, "n")
        assert await in_sight(room)
        await room.keys(ESC, "l")
        assert await in_sight(room)


async def test_a_pasted_column_of_them_leaves_the_answer_line_in_sight(new: Path) -> None:
    async with entered(new, size=(80, 24)) as room:
        await room.keys("a")
        await room.pastes(f"{LONG}\n{LONG}\n{LONG}")
        assert await in_sight(room)
        await room.keys(ENTER)
        assert room.there("O3")


async def test_every_line_of_a_long_answer_comes_into_sight_with_the_keys(new: Path) -> None:
    async with entered(new, size=(80, 24)) as room:
        await room.keys("a")
        for words in (LONG, "after it"):
            room.room.line.answer.value = words
            await room.keys(ENTER)
        await room.keys(ESC, "home")
        seen: set[str] = set()
        for _ in range(40):
            seen |= set(room.wall.split())
            await room.keys("down")
        assert [word for word in LONG.split() if word not in seen] == []


async def test_many_options_leave_the_answer_line_in_sight(churn: Path) -> None:
    async with entered(churn, size=(80, 24)) as room:
        for keys in (("o",), ("slash",), ("l",), ("e",), ("2", "g"), ("4", "v"), ("5", "v"), (TAB, "a")):
            await room.keys(*keys)
            assert await in_sight(room), keys
            await room.keys("down", "down")
            assert await in_sight(room), keys
            await room.keys(ESC)
