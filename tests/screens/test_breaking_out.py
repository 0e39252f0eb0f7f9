"""Break-outs in front of the room: a file for the second group, joined again, and what they disagree on settled."""

from __future__ import annotations

from pathlib import Path

from looking import cut
from room import ENTER, ESC, Facilitator, entered

from store.file import WorkshopFile


async def answer(room: Facilitator, key: str, path: Path) -> None:
    """Press the key and say which file."""
    await room.keys(key)
    room.room.line.answer.value = ""
    await room.says(str(path))
    await room.settles()


async def test_a_group_gets_its_file_and_comes_back(churn: Path, tmp_path: Path) -> None:
    other = tmp_path / "north.workshop"
    async with entered(churn) as room:
        await answer(room, "F", other)
        assert room.sees("Made", "J joins it again")
        with WorkshopFile.open(other) as north:
            north.act(lambda draft: draft.set("O2", "owner", "Sales North"), why="set", step=1)
        await answer(room, "J", other)
        assert room.sees("1 answer taken in", "Join it?")
        assert room.stored("O2.owner") != "Sales North"
        await room.keys(ENTER)
        await room.settles()
        assert room.stored("O2.owner") == "Sales North"
        assert room.sees("taken in; u takes it back")
        await answer(room, "J", other)
        assert room.sees("has nothing that is not here")


async def test_what_both_changed_is_shown_and_one_key_takes_one(churn: Path, tmp_path: Path) -> None:
    other = tmp_path / "north.workshop"
    async with entered(churn) as room:
        before = room.stored("O1.target")
        await answer(room, "F", other)
        for path, said in ((other, "5%"), (churn, "4%")):
            with WorkshopFile.open(path) as file:
                file.act(lambda draft, said=said: draft.set("O1", "target", said), why="set", step=1)  # type: ignore[misc]
        room.file.catch_up()
        await answer(room, "J", other)
        assert room.sees("1 disagreement to settle") and not room.sees("taken in")
        await room.keys(ENTER)
        await room.settles()
        assert room.sees("1 disagreement to settle", "O1 Cut yearly churn", "4%", "5%")
        assert cut(room.room.view) == []  # in whose file something was said is what tells the sides apart
        assert room.stored("O1.target") == before
        await room.keys(ESC, "4")
        await room.settles()
        await room.keys("c")
        assert room.sees("Target of O1: “4%”", "“5%”")
        await room.keys(ENTER, "down", ENTER)
        assert room.stored("O1.target") == "5%"
        assert room.file.shop.of("dispute") == []


async def test_a_stranger_is_refused_in_a_line(churn: Path, new: Path) -> None:
    async with entered(churn) as room:
        await answer(room, "J", new)
        assert room.sees("new.workshop and churn.workshop were never one")
        await answer(room, "J", new.with_name("nowhere.workshop"))
        assert room.sees("nowhere.workshop") and room.room.line.display  # the path can be mended


async def test_the_room_goes_on_while_a_break_out_is_joined_and_u_takes_it_back(churn: Path, tmp_path: Path) -> None:
    other = tmp_path / "north.workshop"
    async with entered(churn) as room:
        await answer(room, "F", other)
        with WorkshopFile.open(other) as north:
            north.act(lambda draft: draft.set("O2", "owner", "Sales North"), why="set", step=1)
        before = room.stored("O2.owner")
        await answer(room, "J", other)
        await room.keys(ENTER, "a", *"Said meanwhile", ENTER, ESC)
        await room.settles()
        assert room.stored("O2.owner") == "Sales North" and room.stored("O6.statement") == "Said meanwhile"
        await room.keys("u", "u")
        assert room.stored("O2.owner") == before and not room.there("O6")
