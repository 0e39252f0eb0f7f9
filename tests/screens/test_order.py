"""The order that the room sets with ⇧↑ and ⇧↓: on every list what is in hand moves past its neighbour there."""

from __future__ import annotations

from pathlib import Path

import pytest
from room import BACK, ESC, TAB, Facilitator, entered

from screens.steps import Boards
from screens.views.records import Records


def refs(room: Facilitator) -> list[str]:
    """What stands on the list, each record once."""
    view = room.room.view
    return list(dict.fromkeys(view.ref_of(row) for row in view.rows))


LISTS = [
    (step, at)
    for step in range(1, 7)
    for at, view in enumerate(Boards(None)[step].views)  # type: ignore[arg-type]
    if isinstance(view, Records)
]


@pytest.mark.parametrize(("step", "at"), LISTS)
async def test_on_every_list_a_record_moves_past_its_neighbour_and_stays_in_hand(
    churn: Path, step: int, at: int
) -> None:
    async with entered(churn, step=step) as room:
        await room.keys(*[TAB] * at)
        before = refs(room)
        if len(before) < 2:
            pytest.skip("the sample has fewer than two")
        await room.keys("home", "shift+down")
        assert refs(room) == [before[1], before[0], *before[2:]]
        assert room.room.view.ref == before[0]
        await room.keys("shift+up")
        assert refs(room) == before
        told = room.file.last_n()
        await room.keys("shift+up")
        assert room.sees(f"{before[0]} stands first here")
        assert room.file.last_n() == told


async def test_what_the_list_leaves_out_is_passed_too(new: Path) -> None:
    async with entered(new) as room:
        await room.keys(BACK, BACK, "a")
        await room.says("Parked one", "Parked two")
        await room.keys(ESC, BACK, "a")
        await room.says("It hurts", "It hurts more")
        await room.keys(ESC, TAB, "a")
        await room.says("Parked three")
        await room.keys(ESC, "end", "shift+up", "shift+up")
        assert refs(room) == ["N5", "N1", "N2"]
        await room.keys(BACK, "end", "shift+up")
        assert refs(room) == ["N4", "N3"]


async def test_on_the_map_each_knot_moves_under_what_it_hangs_on(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("right", "down", "shift+up")
        assert [row.ref for row in room.file.shop.of("outcome")][:2] == ["C2", "C1"]
        assert room.room.view.ref == "C2"
        await room.keys("u", "home", "right", "right", "right", "shift+down")
        assert room.room.view.rows[0].metric.ref == "M6"
        await room.keys("u", "home", "shift+up")
        assert room.sees("stands first here")


async def test_the_ranking_follows_the_scores_and_says_so(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        told = room.file.last_n()
        await room.keys("shift+down")
        assert room.sees("The order here follows the scores")
        assert room.file.last_n() == told


async def test_activities_move_within_their_process(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        rows = room.room.view.rows
        last = max(i for i, duty in enumerate(rows) if duty.activity.process == rows[0].activity.process)
        await room.keys(*["down"] * last, "shift+down")
        assert room.sees(f"{rows[last].activity.ref} stands last here")


async def test_the_footer_says_so_where_there_is_room(churn: Path) -> None:
    async with entered(churn, size=(200, 50)) as room:
        assert "⇧↑ ⇧↓ order" in room.wall
        await room.keys("3", "right", "right")
        assert room.sees("acts 1 of 2, ⇧↑ ⇧↓ change that")
