"""Following: what others write to the file appears, and of two apps on it only the first one writes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from room import ENTER, ESC, TAB, Facilitator, entered

from store.file import WorkshopFile
from workshop import acts
from workshop.declare import KINDS
from workshop.draft import Plan


def scripted(path: Path, plan: Plan) -> None:
    """Somebody else does this to the file."""
    with WorkshopFile.open(path) as other:
        other.act(plan, why="from a script", step=1)


async def in_time(room: Facilitator, *words: str) -> bool:
    """Whether these words come onto the wall by themselves within two seconds."""
    for _ in range(40):
        if room.sees(*words):
            return True
        await room.pilot.pause(0.05)
    return False


async def test_a_scripted_change_comes_onto_the_wall(churn: Path) -> None:
    async with entered(churn) as room:
        scripted(churn, lambda draft: acts.edit(draft, "O2", "statement", "Fewer [late] orders by 24 Mar 2027"))
        assert await in_time(room, "O2 Fewer [late] orders")
        scripted(churn, lambda draft: acts.add(draft, KINDS["objective"], {"statement": "Open in Spain"}))
        assert await in_time(room, "O6 Open in Spain", "Objectives 6")


async def test_the_cursor_stays_on_its_record(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("down", "down")
        scripted(churn, lambda draft: draft.remove("O1"))
        assert await in_time(room, "Objectives 4")
        assert room.room.view.ref == "O3"


async def test_what_is_being_typed_is_left_alone(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("a", *"Cut ch")
        scripted(churn, lambda draft: acts.add(draft, KINDS["objective"], {"statement": "Open in Spain"}))
        assert await in_time(room, "O6 Open in Spain")
        await room.says("urn by Q4")
        assert room.stored("O7.statement") == "Cut churn by Q4"


async def test_an_answer_to_what_others_removed_is_refused_and_stays(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("down", "o", *"Somebody new")
        scripted(churn, lambda draft: draft.remove("O2"))
        await room.keys(ENTER)
        assert room.room.line.answer.value == "Somebody new"
        assert room.sees("✗", "O2")
        await room.keys(ESC)
        assert not room.there("O2")


async def test_undo_takes_back_what_a_script_did(churn: Path) -> None:
    async with entered(churn) as room:
        scripted(churn, lambda draft: acts.edit(draft, "O2", "statement", "Fewer late orders"))
        assert await in_time(room, "O2 Fewer late orders")
        await room.keys("u")
        assert room.sees("Undone: from a script", "O2 Bring failed morning orders")


async def test_undo_right_behind_a_script_names_what_it_took_back(churn: Path) -> None:
    async with entered(churn) as room:
        scripted(churn, lambda draft: acts.edit(draft, "O1", "owner", "Somebody else"))
        room.room.run(room.room.key_for("u"))
        await room.pilot.pause()
        assert room.stored("O1.owner") == "H2"
        assert room.sees("Undone: from a script")


async def test_a_second_app_reads_says_who_holds_the_file_and_follows(churn: Path) -> None:
    async with entered(churn) as first, entered(churn) as second:
        assert second.file.readonly
        assert second.sees("read-only", "open in another Golden Thread", f"process {os.getpid()}")
        assert not first.sees("read-only")
        assert first.sees("a add", "u undo")
        assert not (second.sees("a add") or second.sees("u undo"))
        assert second.sees("e export", "? help")
        first.room.act(lambda draft: acts.edit(draft, "O1", "owner", "Ana Ruiz"), "O1 owner")
        first.room.act(lambda draft: acts.capture(draft, KINDS["objective"], "Open in Spain"), "add")
        assert await in_time(second, "O6 Open in Spain")
        await second.keys("3", "4", TAB, "h", ESC, "c", ESC, "slash", ESC)
        assert second.room.number == 4


async def test_when_the_first_leaves_the_next_one_writes(churn: Path) -> None:
    async with entered(churn):
        pass
    async with entered(churn) as room:
        assert not room.file.readonly
        await room.keys("a")
        await room.says("Open in Spain")
        assert room.there("O6")


async def test_when_the_first_leaves_one_that_is_open_already_writes_too(churn: Path) -> None:
    first = WorkshopFile.open(churn, hold=True)
    async with entered(churn) as room:
        assert room.sees("read-only")
        first.close()
        assert await in_time(room, "The other Golden Thread has left")
        assert not room.sees("read-only")
        await room.keys("a")
        await room.says("Open in Spain")
        assert room.there("O6")


async def test_a_file_that_was_replaced_takes_no_more_answers(churn: Path, samples: Path) -> None:
    async with entered(churn) as room:
        shutil.copy(samples / "churn.workshop", churn.with_suffix(".new"))
        os.replace(churn.with_suffix(".new"), churn)
        assert await in_time(room, "replaced")
        await room.keys("a")
        await room.says("Lost if it were kept")
        assert room.sees("✗")
        assert room.room.line.answer.value == "Lost if it were kept"


async def test_a_file_that_may_not_be_written_is_read(churn: Path) -> None:
    churn.chmod(0o444)
    try:
        async with entered(churn) as room:
            if room.file.readonly:
                await room.keys("a")
                assert not room.room.line.display
                assert room.sees("read-only", room.file.why_readonly[:30])
    finally:
        churn.chmod(0o644)
