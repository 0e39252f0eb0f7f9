"""At every size and in both themes: nothing fails, nothing is too faint, nothing is cut, nothing never comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from looking import contrasts, cut, faint, faint_looks, lines_of, unsaid
from room import ENTER, ESC, TAB, Facilitator, entered

from screens.text import width_of
from screens.views.log import Log
from screens.views.records import Records
from workshop.steps import STEPS

SIZES = [(80, 24), (100, 30), (140, 40)]
THEMES = ["golden-dark", "golden-light"]
sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
themes = pytest.mark.parametrize("theme", THEMES)


def in_log(room: Facilitator) -> bool:
    """Whether changes are on the wall: they say what records said once."""
    return isinstance(room.room.view, Log)


def in_list(room: Facilitator) -> bool:
    """Whether a list of records is on the wall."""
    return isinstance(room.room.view, Records)


def every_view(room: Facilitator) -> Iterator[str]:
    """Go through all views of all steps, not waiting for the paint; where one is."""
    for step in STEPS:
        room.room.go_step(step.number)
        for view in room.room.boards[step.number].views:
            yield f"{step.name}, {view.title}"
            room.room.go_view(1)


@pytest.mark.parametrize(("size", "theme"), zip(SIZES, [*THEMES, THEMES[0]], strict=True))
async def test_every_view_fills_the_wall_and_stands_out_from_it(churn: Path, size: tuple[int, int], theme: str) -> None:
    async with entered(churn, size=size) as room:
        room.pilot.app.theme = theme
        for where in every_view(room):
            await room.pilot.pause()
            lines = room.wall.splitlines()
            assert len(lines) == size[1], where
            assert max(map(width_of, lines)) <= size[0], where
            assert lines[-1].endswith("? help"), where
            assert len(contrasts(room.pilot.app)) >= 3, where
            assert faint(room.pilot.app) == [], where


@themes
@sizes
async def test_every_row_of_every_view_stands_out(churn: Path, size: tuple[int, int], theme: str) -> None:
    async with entered(churn, size=size) as room:
        for where in every_view(room):
            lines = [*room.room.head.lines, *lines_of(room.room.view), *room.room.foot.lines]
            assert faint_looks(lines, theme) == [], where


@sizes
async def test_every_record_says_its_words_in_full_somewhere(churn: Path, size: tuple[int, int]) -> None:
    async with entered(churn, size=size) as room:
        missing = {where: unsaid(room.room.view) for where in every_view(room) if not in_log(room)}
        assert {where: refs for where, refs in missing.items() if refs} == {}


@sizes
async def test_no_head_and_no_cell_is_cut(churn: Path, size: tuple[int, int]) -> None:
    async with entered(churn, size=size) as room:
        found = {where: cut(room.room.view) for where in every_view(room)}
        assert {where: cells for where, cells in found.items() if cells} == {}


@sizes
async def test_a_row_of_a_list_leaves_room_for_others(churn: Path, size: tuple[int, int]) -> None:
    async with entered(churn, size=size) as room:
        tall = {where: max(room.room.view.heights) for where in every_view(room) if in_list(room)}
        assert {where: height for where, height in tall.items() if height > 6} == {}


@sizes
async def test_every_step_says_its_purpose_and_its_questions_whole(churn: Path, size: tuple[int, int]) -> None:
    missing: list[str] = []
    async with entered(churn, size=size) as room:
        for step in STEPS:
            await room.keys(str(step.number))
            said = ""
            for _ in step.questions:
                said += " ".join(room.wall.split())
                room.room.next_question()
                await room.pilot._wait_for_screen()
            missing += [words for words in (step.purpose, *step.questions) if words not in said.replace("─", "")]
    assert missing == []


@sizes
async def test_no_word_of_a_label_is_broken(churn: Path, size: tuple[int, int]) -> None:
    async with entered(churn, size=size) as room:
        broken = {}
        for where in every_view(room):
            view = room.room.view
            if isinstance(view, Records):
                head = {word for line in view.head for words, _ in line for word in words.split()}
                broken[where] = {word for spec, _ in view._columns for word in spec.label.split()} - head
        assert {where: words for where, words in broken.items() if words} == {}


@sizes
async def test_the_last_row_of_every_view_can_be_reached(churn: Path, size: tuple[int, int]) -> None:
    async with entered(churn, size=size) as room:
        for where in every_view(room):
            room.room.move(1_000_000, 0)
            stage, view = room.room.stage, room.room.view
            start, _ = view.sight()
            assert view.at == len(view.rows) - 1, where
            assert stage.top <= start < stage.top + stage.size.height - 1 - len(view.head), where


@themes
async def test_whatever_lies_over_the_stage_stands_out_too(churn: Path, theme: str) -> None:
    async with entered(churn) as room:
        room.pilot.app.theme = theme
        for keys in (
            (ENTER,), (ENTER,), (ESC, "down", "down", ENTER), ("zzz",), (ESC, ESC, "c"), (ESC, "?"), (ESC, "h"),
            (ESC, "a"), (*"Cut", ENTER), (ESC, "slash"), ("down",), (ESC, "2", TAB, ENTER), (ESC, "p"),
        ):  # fmt: skip
            await room.keys(*keys)
            assert faint(room.pilot.app) == [], keys
        await room.keys("ctrl+p", *"step")
        await room.settles()
        palette = room.pilot.app.screen.query("CommandList, Input")
        assert [faint(room.pilot.app, part.region) for part in palette] == [[]] * 2


@pytest.mark.parametrize("keys", [(), (ENTER,), ("a",), ("c",), ("?",), ("p",), ("slash", "p")], ids="+".join)
async def test_a_window_made_tiny_and_large_again_shows_what_it_showed(churn: Path, keys: tuple[str, ...]) -> None:
    async with entered(churn) as room:
        await room.keys(*keys)
        before = room.wall
        for size in ((20, 5), (1, 1), (300, 100), (100, 30)):
            await room.pilot.resize_terminal(*size)
            await room.pilot.pause()
        assert room.wall == before


async def test_every_view_survives_a_window_of_one_cell(churn: Path) -> None:
    async with entered(churn, size=(1, 1)) as room:
        for _ in every_view(room):
            await room.keys("down", "right", "end", ENTER, ESC)
        await room.pilot.resize_terminal(100, 30)
        await room.keys("1")
        assert room.sees("Golden Thread", "1 Baseline")


async def test_every_view_of_a_new_workshop_says_what_comes_first(new: Path) -> None:
    async with entered(new, size=(80, 24)) as room:
        silent = [
            where
            for where in every_view(room)
            if not room.room.view.rows and room.room.view.empty() == "Nothing here yet."
        ]
        assert silent == []


async def test_what_an_empty_view_says_is_read_whole(new: Path) -> None:
    async with entered(new, size=(80, 24)) as room:
        cut_off = []
        for where in every_view(room):
            await room.pilot._wait_for_screen()
            if not room.room.view.rows and not room.sees(room.room.view.empty()):
                cut_off.append(where)
        assert cut_off == []
