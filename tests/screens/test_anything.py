"""Whatever is pressed: nothing fails, the disk holds what the wall shows, and undo leads all the way back."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from making import picture
from room import ENTER, ESC, TAB, entered

from store.file import WorkshopFile

PRESSED = (
    *"123456aalsmonkuUhcptr/?gwvxPS RACIb9%[éddTG+iBBMM  *x", *[ENTER] * 8, *[ESC] * 4, *[TAB] * 4, *["down"] * 3,
    "up", "left", *["right"] * 2, "home", "end", "pageup", "pagedown", "delete", "shift+tab", "shift+up", "shift+down",
    "backspace",
)  # fmt: skip


@pytest.mark.parametrize(("seed", "size"), [(1, (80, 24)), (2, (140, 40)), (3, (30, 8)), (4, (100, 30))])
async def test_whatever_is_pressed(churn: Path, seed: int, size: tuple[int, int]) -> None:
    chance = random.Random(seed)
    async with entered(churn, size=size) as room:
        before, acts = picture(room.file.shop), room.file.last_n()
        await room.keys(*chance.choices(PRESSED, k=200))
        with WorkshopFile.open(churn, write=False) as other:
            assert picture(other.shop) == picture(room.file.shop)
        assert room.file.last_n() > acts
        for _ in range(200):
            if picture(room.file.shop) == before:
                break
            assert room.file.undo()
        assert picture(room.file.shop) == before
