"""A word that the room dropped, and jargon: heard while it is typed, put right with one key."""

from __future__ import annotations

from pathlib import Path

from room import ENTER, ESC, TAB, Facilitator, entered

from workshop import acts
from workshop.declare import KINDS


def settle(room: Facilitator, term: str, instead_of: str) -> None:
    """The room settles a word."""
    said = {"term": term, "instead_of": instead_of}
    room.room.act(lambda draft: acts.add(draft, KINDS["term"], said), "settle a word")


async def test_a_dropped_word_is_said_the_room_s_way_before_it_is_kept(new: Path) -> None:
    async with entered(new) as room:
        settle(room, "Incident", "ticket")
        await room.keys("a", *"Halve the tickets by 2027-06-30")
        assert room.sees("“tickets”: the room says “incidents”; tab says it so")
        await room.keys(TAB)
        assert not room.sees("the room says")
        await room.keys(ENTER)
        assert room.stored("O1.statement") == "Halve the incidents by 2027-06-30"
        assert room.stored("O1.said") == ""


async def test_it_is_heard_in_a_note_in_a_reason_and_on_a_card(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        settle(room, "Incident", "ticket")
        for keys in (("n",), ("k",)):
            await room.keys(*keys, *"A ticket", TAB)
            assert room.room.line.answer.value == "An incident"
            await room.keys(ESC)
        await room.keys(ENTER, ENTER)
        room.room.line.answer.value = ""
        await room.keys(*"tickets", TAB)
        assert room.room.line.answer.value == "incidents"


async def test_a_word_that_may_mean_two_things_is_left_to_the_room(new: Path) -> None:
    async with entered(new) as room:
        settle(room, "Incident", "ticket")
        settle(room, "Request", "ticket")
        await room.keys("a", *"A ticket", TAB)
        assert room.sees("“ticket”: the room says “incident” or “request”")
        assert room.room.line.answer.value == "A ticket"


async def test_jargon_is_said_plainly_with_the_same_key(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a", *"Optimize MTTR")
        assert room.sees("plainly: “Restore service faster”; tab says it so")
        await room.keys(TAB, ENTER)
        assert room.stored("O1.statement") == "Restore service faster"


async def test_one_key_on_the_coach_s_note_puts_a_record_right_and_undo_takes_it_back(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says("Halve the Tickets by 2027-06-30")
        await room.keys(ESC)
        settle(room, "Incident", "ticket")
        await room.settles()
        await room.keys("4", "c")
        rows = [row.rule for row in room.room.view.rows]
        await room.keys(*["down"] * rows.index("dropped-word"))
        assert room.sees("O1 says “Tickets”; the room says “Incidents”.", "w reword")
        assert room.sees("O1 would read “Halve the Incidents by")
        await room.keys("w")
        assert room.stored("O1.statement") == "Halve the Incidents by 2027-06-30"
        assert room.stored("O1.said") == "Halve the Tickets by 2027-06-30"
        assert room.sees("O1 Halve the Incidents", "u takes it back")
        assert "dropped-word" not in [row.rule for row in room.room.view.rows]
        await room.keys("u")
        assert room.stored("O1.statement") == "Halve the Tickets by 2027-06-30"


async def test_a_note_about_something_else_offers_no_words(new: Path) -> None:
    async with entered(new) as room:
        before = room.file.last_n()
        await room.keys("c", "w")
        assert room.sees("This note offers no better words")
        assert room.file.last_n() == before
