"""Why was it missed, and what does the coach say: answered whole, from the file."""

from __future__ import annotations

from pathlib import Path

from looking import told
from room import ENTER, ESC, entered


async def test_from_any_knot_to_figures_owners_and_open_actions(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("right", "right", "y")
        assert room.sees("Why? O1", "2 behind and 5 on the way; first look at M5")
        said = told(room.room.view)
        for words in ("52 minutes, from 90; target 30", "Service Desk Manager answers for it", "Open: "):
            assert words in said
        while not room.room.view.ref.startswith("M"):
            await room.keys("down")
        metric = room.room.view.ref
        await room.keys("y")
        assert told(room.room.view).startswith(f"▌ {metric} "), "what was asked about is answered first"
        await room.keys(ESC, ENTER)
        assert room.room.view.ref == metric
        await room.keys(ESC, ESC)
        assert room.sees("OBJECTIVE", "METRIC")


async def test_what_stands_on_no_thread_is_said_to_stand_on_none(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("y")
        assert room.sees("stands on none")


async def test_the_coach_says_what_to_do_and_how_much_it_weighs(new: Path) -> None:
    async with entered(new, size=(140, 40)) as room:
        await room.keys("a")
        await room.says("Improve service", "")
        await room.settles()
        await room.keys("c")
        said = told(room.room.view)
        assert all(" ".join(f.message.split()) in said for f in room.room.view.rows)
        assert all(" ".join(f.suggestion.split()) in said for f in room.room.view.rows)
        assert "settle" in said
