"""Rapid capture: `a`, one line, Enter, the next; what is said is kept just as it was said."""

from __future__ import annotations

from asyncio import sleep
from itertools import pairwise
from pathlib import Path

import pytest
from room import BACK, ENTER, ESC, TAB, entered
from textual.events import Key

from workshop.records import Verdict

SAID = ("Cut churn from 9% to 6% by Q4 2027", "Halve the audit findings by June 2027", "Open in Spain")
ODD = (
    "[/x] [EU] portal",
    "=1+1",
    "[b]bold[/b] cut [9%]",
    "Größe 90 µs – “ok”",
    "渋谷 店舗",
    "restored 🚀 twice",
    "-3 +4 @A1",
)


async def test_each_enter_keeps_one_and_asks_for_the_next(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        for number, words in enumerate(SAID, 1):
            await room.says(words)
            assert room.sees(f"O{number} kept", words)
            assert room.stored(f"O{number}.statement") == words
        await room.keys(ESC)
        assert not room.room.line.display
        assert room.sees(*SAID)


async def test_what_is_typed_can_be_mended(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a", *"Cut churm", "backspace", *"n now", *["ctrl+w"], "home", *"We ", "delete", "c", "end")
        await room.says("by Q4")
        assert room.stored("O1.statement") == "We cut churn by Q4"
        await room.keys(*"no good", "ctrl+u")
        assert room.room.line.answer.value == ""


async def test_an_empty_enter_leaves_and_adds_nothing(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says(SAID[0], "")
        assert not room.room.line.display
        await room.keys("a")
        await room.says("   ")
        assert not room.room.line.display
        assert not room.there("O2")


async def test_escape_drops_what_was_being_typed(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a", *"half a thou", ESC)
        assert not room.there("O1")
        await room.keys("a")
        assert "half a thou" not in room.wall


async def test_keys_are_letters_while_one_types(new: Path) -> None:
    words = "1 a u c 6 q ? / p"
    async with entered(new, step=1) as room:
        await room.keys("a")
        await room.says(words)
        assert room.stored("O1.statement") == words
        assert room.room.number == 1
        assert not room.room.walled


@pytest.mark.parametrize("words", ODD)
async def test_words_are_shown_and_stored_as_they_were_said(new: Path, words: str) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says(words)
        await room.keys(ESC)
        assert room.stored("O1.statement") == words
        assert room.sees(f"O1 {words}")


async def test_odd_words_survive_every_place_that_shows_them(new: Path) -> None:
    words = "[/x] [EU] =1+1 🚀 渋谷"
    async with entered(new, size=(140, 40)) as room:
        await room.keys("a")
        await room.says(words)
        await room.keys(ESC)
        for key in ("enter", "h", "2", "3", "slash"):
            await room.keys(key)
            assert room.sees(words), key
        await room.says("[EU]")
        assert room.room.view.ref == "O1"
        await room.keys("ctrl+p", *"theme")
        await room.settles()
        assert "dark" in room.wall


async def test_nothing_that_a_terminal_would_obey_reaches_the_wall(new: Path) -> None:
    async with entered(new) as room:
        await room.keys(TAB, "a")
        await room.pastes("red \x1b[31m bell \x07 end\nback \u202e round")
        await room.keys(ENTER)
        assert room.stored("S1.name") == "red [31m bell  end"
        assert not {"\x1b", "\x07", "\u202e"} & set(room.wall)


async def test_a_pasted_column_is_shown_first_and_undone_as_one(new: Path) -> None:
    async with entered(new) as room:
        await room.keys(TAB, "a")
        await room.pastes("Sales portal\n\n• Stock system\nPhone line\tH1\r\n")
        assert room.sees("Keep these 3 lines", "Sales portal · Stock system · Phone line")
        assert not room.there("S1")
        await room.keys(ENTER)
        assert room.sees("S1 Sales portal", "S2 Stock system", "S3 Phone line", "3 kept")
        assert room.stored("S3.name") == "Phone line"
        await room.keys("u")
        assert not any(room.there(ref) for ref in ("S1", "S2", "S3"))
        await room.keys("U")
        assert room.there("S3")


async def test_a_pasted_column_can_be_declined(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.pastes("one thing\nanother thing")
        await room.says("no")
        assert not room.there("O1")
        await room.keys("a")
        await room.pastes("one thing\nanother thing")
        await room.keys(ESC)
        assert not room.there("O1")


async def test_one_pasted_line_is_typed_not_kept(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.pastes("Cut churn")
        assert not room.there("O1")
        await room.says(" by Q4")
        assert room.stored("O1.statement") == "Cut churn by Q4"


async def test_lines_pasted_as_one_answer_lose_no_words(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("down", "down", ENTER, "down", ENTER)
        await room.pastes("More people should\norder by themselves")
        await room.keys(ENTER, ESC)
        assert "by themselves" in room.stored("O3.said")


async def test_what_was_kept_is_said_however_fast_it_was_typed(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.bursts("Cut churn by Q4\nOpen in Spain\n")
        assert (room.stored("O1.statement"), room.stored("O2.statement")) == ("Cut churn by Q4", "Open in Spain")
        assert room.sees("O2 kept")


async def test_a_refused_answer_stays_in_the_line_with_the_reason(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        room.room.line.answer.value = "x" * 10_001
        await room.keys(ENTER)
        assert room.sees("10,001 characters; an answer may have 10,000")
        assert room.room.line.answer.value == "x" * 10_001
        assert not room.there("O1")


async def test_each_list_takes_its_own_kind(new: Path) -> None:
    said = {"S1": "Sales portal", "P1": "Incident management", "M1": "Time to restore"}
    async with entered(new) as room:
        for ref, words in said.items():
            await room.keys(TAB, "a")
            await room.says(words)
            await room.keys(ESC)
            assert room.there(ref), ref
        await room.keys(TAB, "a")
        await room.says("Ana Ruiz", "gov", "Ben Okoro", "", "")
        assert room.stored("H1.group") == "governance"
        assert room.stored("H2.group") == ""
        await room.keys(TAB, "a")
        await room.says("Orders stall")
        await room.keys(ESC, TAB, "a")
        await room.says("Ask about the budget")
        await room.keys(ESC)
        assert (room.stored("N1.what"), room.stored("N2.what")) == ("pain", "parked")
        await room.keys(BACK)
        assert room.sees("Orders stall")
        assert not room.sees("Ask about the budget")


async def test_a_line_is_parked_from_anywhere_and_one_is_back_where_one_was(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        await room.keys(TAB, TAB, "down")
        here = room.room.view.ref
        await room.keys("k")
        await room.says("Talk about prices [later]")
        assert (room.room.number, room.room.view.ref) == (5, here)
        assert room.stored("N11.text") == "Talk about prices [later]"
        assert room.stored("N11.what") == "parked"
        await room.keys("slash")
        await room.says("prices [later]")
        assert room.sees("Talk about prices [later]", "Parking lot")


async def test_a_column_pasted_with_no_question_open_is_offered_all_the_same(new: Path) -> None:
    async with entered(new) as room:
        await room.keys(TAB)
        await room.pastes("Sales portal\nStock system\n")
        assert room.sees("Keep these 2 lines", "Sales portal · Stock system")
        await room.keys(ENTER)
        assert room.stored("S2.name") == "Stock system"


@pytest.mark.parametrize("step", [2, 4, 5])
async def test_a_column_pasted_into_a_grid_is_no_letter_of_it(churn: Path, step: int) -> None:
    async with entered(churn, step=step) as room:
        while not room.room.view.inside_keys:
            await room.keys(TAB)
        await room.keys(ENTER)
        before = room.file.last_n()
        await room.pastes("1\nagree\n")
        assert room.file.last_n() == before
        assert not room.room.line.display


async def test_a_column_pasted_onto_a_wall_that_is_read_only_changes_nothing(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("p")
        await room.pastes("one\ntwo\n")
        assert not room.room.line.display
        assert not room.there("O6")


async def test_a_choice_typed_in_one_burst_is_the_one_that_counts(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        await room.keys("v")
        await room.bursts("H8\nblock\nNot without two more people\n")
        given = next(v for v in room.file.shop.all(Verdict) if (v.on, v.person) == ("C1", "H8"))
        assert (given.says, given.words) == ("block", "Not without two more people")


async def test_a_key_right_behind_the_answer_is_the_wall_s(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("o", *"CFO")
        for key in (Key("enter", "\r"), Key("down", None), Key("n", "n")):
            room.room.line.answer.post_message(key)
        await room.says("Only in May")
        await room.keys(ESC)
        assert room.stored("O1.owner") == "CFO"
        assert (room.stored("N11.on"), room.stored("N11.text")) == ("O2", "Only in May")


async def test_marks_at_the_end_of_a_line_are_shown_before_they_are_kept(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a", *"Cut churn from 9% to 6% @Head of Sales #annual plan !31 Dec 2027")
        assert room.sees("owner Head of Sales · source annual plan · due 31 Dec 2027")
        await room.keys(ENTER)
        assert room.stored("O1.statement") == "Cut churn from 9% to 6%"
        held = [room.stored(f"O1.{field}") for field in ("owner", "source", "due")]
        assert held == ["Head of Sales", "annual plan", "2027-12-31"]
        await room.says("Answer ana@example.com about C# as #1")
        assert room.stored("O2.statement") == "Answer ana@example.com about C# as #1"
        await room.keys("u" if not room.room.line.display else ESC)


async def test_what_a_mark_said_is_not_asked_again(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        while room.room.view.title != "Actions":
            await room.keys(TAB)
        await room.keys("a")
        await room.says("Ring the carrier !in two weeks @Ana Ruiz")
        assert not room.sees("Who does it?")
        assert room.sees("What do we do next?")
        ref = room.room.view.rows[-1].ref
        assert (room.stored(f"{ref}.owner"), room.stored(f"{ref}.what")) == ("Ana Ruiz", "Ring the carrier")


async def test_marks_in_pasted_lines_are_read_too(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.pastes("Cut churn by Q4 2027 @Head of Sales\nOpen in Spain #OKR")
        await room.keys(ENTER)
        assert (room.stored("O1.owner"), room.stored("O2.source")) == ("Head of Sales", "OKR")


async def test_the_coach_keeps_quiet_while_somebody_types_and_speaks_when_the_line_is_left(new: Path) -> None:
    async with entered(new) as room:
        before = room.room.advice.findings
        await room.keys("a")
        await room.says(*SAID)
        await sleep(0.3)
        assert room.room.advice.findings is before
        await room.keys(ESC)
        for _ in range(100):
            await sleep(0.05)
            if room.room.advice.findings is not before:
                break
        assert {finding.ref for finding in room.room.advice.findings} >= {"O1", "O2", "O3"}


async def test_a_list_that_grows_out_of_sight_makes_room_for_several_more(new: Path) -> None:
    async with entered(new, (80, 24)) as room:
        await room.keys("a")
        tops = []
        for number in range(16):
            await room.says(f"Open branch {number}")
            assert room.sees(f"O{number + 1}", f"Open branch {number}")
            tops.append(room.room.stage.top)
        moves = [after - before for before, after in pairwise(tops) if after != before]
        assert moves and min(moves) > 1
        await room.keys(ESC, "down")
        assert room.sees("Open branch 15") and room.room.stage.top <= tops[-1]
