"""The second screen: follows the facilitator and the file, shows nothing private, changes nothing."""

from __future__ import annotations

from asyncio import sleep, timeout
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from room import BACK, ENTER, ESC, TAB, Watched, entered
from textual.pilot import Pilot

from screens import presenting
from store import wall
from store.file import WorkshopFile
from workshop.records import Note


class Onlooker:
    """Somebody who looks at the second screen."""

    def __init__(self, pilot: Pilot[int]) -> None:
        self.pilot = pilot

    @property
    def wall(self) -> str:
        """Everything on it, line by line."""
        strips = self.pilot.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    def sees(self, *words: str) -> bool:
        """Whether all these words are on it, however they are wrapped."""
        seen = " ".join(self.wall.replace("┃", " ").split())
        return all(" ".join(word.split()) in seen for word in words)

    async def comes_to_see(self, *words: str) -> bool:
        """Whether they are on it within half a second or so."""
        for _ in range(30):
            if self.sees(*words):
                return True
            await sleep(0.02)
            await self.pilot.pause()
        return False

    async def comes_to_lose(self, word: str) -> bool:
        """Whether it is off it within half a second or so."""
        for _ in range(30):
            if not self.sees(word):
                return True
            await sleep(0.02)
            await self.pilot.pause()
        return False


@asynccontextmanager
async def second_screen(path: Path, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Onlooker]:
    """The wall on this file."""
    with WorkshopFile.open(path, write=False) as file:
        app = Watched(file, wall=True)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Onlooker(pilot)


async def test_until_something_is_in_hand_it_shows_the_first_thread(churn: Path) -> None:
    async with second_screen(churn) as onlooker:
        assert onlooker.sees("Golden Thread", "O1 Cut yearly churn", "C1 The sales portal")
        assert not onlooker.sees("O2 ")


async def test_what_is_written_to_the_file_is_on_it_at_once(churn: Path) -> None:
    async with second_screen(churn) as onlooker:
        with WorkshopFile.open(churn) as other:
            other.act(lambda draft: draft.set("O1", "statement", "Quokkas by June"), why="set", step=1)
        assert await onlooker.comes_to_see("O1 Quokkas by June")


async def test_it_goes_where_the_facilitator_is_and_stays_when_frozen(churn: Path) -> None:
    async with entered(churn) as room, second_screen(churn) as onlooker:
        await room.keys("2")
        assert await onlooker.comes_to_see("Ranking")
        await room.keys("5")
        assert await onlooker.comes_to_see("RACI")
        await room.keys("f")
        assert room.sees("wall frozen")
        await room.keys("1")
        assert not await onlooker.comes_to_see("Objectives")
        await room.keys("f")
        assert await onlooker.comes_to_see("Objectives")


async def test_it_goes_blank_and_is_lit_again(churn: Path) -> None:
    async with entered(churn, step=3) as room, second_screen(churn) as onlooker:
        assert await onlooker.comes_to_see("O1 Cut yearly churn")
        await room.keys("b")
        assert await onlooker.comes_to_lose("O1")
        assert room.sees("wall blank", "O1 Cut yearly churn")
        await room.keys("b")
        assert await onlooker.comes_to_see("O1 Cut yearly churn")


async def test_the_thread_in_hand_is_the_one_that_it_shows(churn: Path) -> None:
    async with entered(churn, step=3) as room, second_screen(churn) as onlooker:
        await room.keys(*["down"] * 1)
        assert await onlooker.comes_to_see("O2 Bring failed")
        assert not onlooker.sees("O1 ")


async def test_the_thread_that_is_walked_is_the_one_that_it_shows(churn: Path) -> None:
    async with entered(churn, step=4) as room, second_screen(churn) as onlooker:
        await room.keys("right", "right")
        assert room.sees("Thread by thread 3 of 3")
        assert await onlooker.comes_to_see("┗━ C3 Order and stock")
        await room.keys("p", "left")
        assert await onlooker.comes_to_see("┗━ C2 Sales portal faults")


async def test_nothing_private_is_on_it(churn: Path) -> None:
    secret = {"on": "O1", "what": "pain", "text": "Nobody trusts the vendor", "private": "yes"}
    with WorkshopFile.open(churn) as other:
        other.act(lambda draft: draft.add(Note.kind, dict(secret)), why="note", step=1)
        words = next(v.values()["words"] for v in other.shop.of("verdict") if v.values()["words"])
    async with second_screen(churn, (140, 60)) as onlooker:
        for step in "123456":
            await onlooker.pilot.press(step)
            for _ in range(9):
                assert not onlooker.sees("Nobody trusts the vendor")
                assert not onlooker.sees(str(words)[:30])
                await onlooker.pilot.press("tab")


async def test_the_words_of_verdicts_are_shown_on_purpose_only(churn: Path) -> None:
    async with entered(churn, step=4) as room, second_screen(churn) as onlooker:
        words = next(v.values()["words"] for v in room.file.shop.of("verdict") if v.values()["words"])
        assert await onlooker.comes_to_see("agrees")
        assert not onlooker.sees(str(words)[:24])
        await room.keys("W")
        assert await onlooker.comes_to_see(str(words)[:24])


async def test_what_is_scored_blind_moves_no_bar_until_it_is_revealed(churn: Path) -> None:
    async with entered(churn, step=2) as room, second_screen(churn) as onlooker:
        assert await onlooker.comes_to_see("█")
        await room.keys(TAB, "x", ESC, BACK)
        assert await onlooker.comes_to_see("Scores are being given blind")
        assert not onlooker.sees("█")
        await room.keys(TAB, "x", BACK)
        assert await onlooker.comes_to_see("█")


async def test_its_own_keys_turn_pages_and_change_nothing(churn: Path) -> None:
    before = churn.read_bytes()
    async with second_screen(churn) as onlooker:
        for key in ("a", "x", "u", ENTER, "delete", "n", "right"):
            await onlooker.pilot.press(key)
        assert onlooker.sees("O2 Bring failed", "staying")
        await onlooker.pilot.press("left")
        assert onlooker.sees("O1 Cut yearly churn")
        await onlooker.pilot.press("2", "space")
        assert not onlooker.sees("staying")
        await onlooker.pilot.press("3", ESC, ESC)
        assert not onlooker.sees("staying")
        assert onlooker.pilot.app.is_running
        await onlooker.pilot.press("q")
    assert churn.read_bytes() == before


async def test_the_keys_are_said_when_it_begins_and_when_it_goes_its_own_way_and_then_no_more(
    churn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with second_screen(churn) as onlooker:
        assert onlooker.sees("Follows by itself, space stays", "q leaves")
        await onlooker.pilot.press("right")
        assert onlooker.sees("Stays here, space follows again", "staying")
        monkeypatch.setattr(presenting, "_READ", 0.1)
        await onlooker.pilot.press("?")
        assert await onlooker.comes_to_see("Draw the thread from objective")
        assert not onlooker.sees("space follows")


async def test_a_facilitator_who_left_leaves_the_wall_on_its_own(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        await room.keys("down")
        async with timeout(10):
            while not wall.told(churn):
                await sleep(0.02)
    assert wall.told(churn) is None


@pytest.mark.parametrize(
    "said",
    ["", "{}", "[1]", '[1, 9, 0, "O1", 0, "", false, false, false]', "[" * 99_999],
    ids=["empty", "object", "short", "step 9", "deep"],
)
def test_a_spoilt_file_is_as_good_as_none(churn: Path, said: str) -> None:
    wall.tell(churn, wall.Showing(3, 0, "O1"))
    file = wall._file(churn, make=False)
    assert file
    file.write_text(said)
    assert wall.told(churn) is None


async def test_blank_and_frozen_in_one_terminal(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("p")
        assert room.sees("O1 Cut yearly churn")
        await room.keys("b")
        assert not room.sees("O1 Cut yearly churn")
        await room.keys("b", "p")
        assert room.sees("O1 Cut yearly churn", "Coach")


async def test_blank_means_blank_also_where_the_wall_stays_and_says_nothing(churn: Path) -> None:
    async with entered(churn, step=3) as room, second_screen(churn) as onlooker:
        await onlooker.pilot.press("space")
        await room.keys("b")
        assert await onlooker.comes_to_lose("O1")
        assert not onlooker.sees("Nothing here yet")
        await room.keys("b")
        assert await onlooker.comes_to_see("O1")


async def test_no_key_on_the_wall_lights_what_the_facilitator_made_blank(churn: Path) -> None:
    async with entered(churn, step=3) as room, second_screen(churn) as onlooker:
        assert await onlooker.comes_to_see("O1")
        await room.keys("b")
        assert await onlooker.comes_to_lose("O1")
        for key in ("right", "2", "tab", "space", "space"):
            await onlooker.pilot.press(key)
            assert not onlooker.sees("O1")
        await room.keys("b")
        assert await onlooker.comes_to_see("O1")


async def test_blank_counts_too_where_the_facilitator_looks_at_what_is_not_for_the_room(churn: Path) -> None:
    async with entered(churn, step=3) as room, second_screen(churn) as onlooker:
        assert await onlooker.comes_to_see("O1")
        board = room.room.boards[6]
        await room.keys("6", *["tab"] * next(i for i, view in enumerate(board.views) if not view.for_the_room))
        assert not room.room.view.for_the_room
        await room.keys("b")
        assert await onlooker.comes_to_lose("O1") and await onlooker.comes_to_lose("M1")
        assert not onlooker.sees("O1")
