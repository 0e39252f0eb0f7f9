"""A record's card: its questions one after the other, each answer read, shown back and kept."""

from __future__ import annotations

from pathlib import Path

from room import ENTER, ESC, TAB, Facilitator, entered

from store.file import WorkshopFile


async def at_field(room: Facilitator, label: str) -> None:
    """Go to the field of that label on the card in hand, and into it."""
    names = [spec.label for spec in room.room.view.rows]
    await room.keys("home", *["down"] * names.index(label), ENTER)


async def test_enter_walks_the_questions_and_keeps_each_answer(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("down", "down", ENTER)
        assert room.sees("O3 Grow the share of orders", "A measurable result that the organisation wants")
        await at_field(room, "What is measured")
        assert room.sees("What is measured?", "Orders placed on the portal out of all orders")
        for words in ("Portal orders a week", "60", "80"):
            room.room.line.answer.value = ""
            await room.says(words)
        assert room.stored("O3.measure") == "Portal orders a week"
        assert (room.stored("O3.baseline"), room.stored("O3.target")) == ("60", "80")
        await room.keys(ESC)
        assert room.sees("Portal orders a week", "60%", "80%")
        await room.keys(ESC)
        assert room.sees("60%", "80%", "Objectives 5")


async def test_enter_on_an_answer_that_stands_changes_nothing(churn: Path) -> None:
    async with entered(churn) as room:
        before = room.file.last_n()
        await room.keys(ENTER, *[ENTER] * 9, ESC)
        assert room.file.last_n() == before


async def test_a_day_is_shown_as_it_is_understood_before_it_is_kept(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("down", ENTER)
        await at_field(room, "Due")
        room.room.line.answer.value = ""
        await room.keys(*"end of q3")
        assert room.sees("kept as 31 Dec 2026")
        assert room.stored("O2.due") == "2027-03-24"
        await room.keys(ENTER, ESC)
        assert room.stored("O2.due") == "2026-12-31"
        assert room.sees("Due 31 Dec 2026")


async def test_a_day_that_nobody_understands_stays_to_be_mended(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys(ENTER)
        await at_field(room, "Due")
        room.room.line.answer.value = ""
        await room.says("when it is done")
        assert room.sees("✗", "when it is done", "31 Dec 2027")
        assert room.room.line.answer.value == "when it is done"
        assert room.stored("O1.due") == "2027-08-24"


async def test_a_choice_by_its_first_letters(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys(ENTER)
        await at_field(room, "Category")
        await room.says("comp")
        assert room.stored("O1.category") == "compliance"


async def test_a_choice_with_the_arrows(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys(ENTER)
        await at_field(room, "Level")
        assert room.sees("› strategic", "operational")
        await room.keys("down", ENTER)
        assert room.stored("O1.horizon") == "operational"


async def test_what_is_no_choice_is_refused_with_those_there_are(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys(ENTER)
        await at_field(room, "Level")
        await room.says("galactic")
        assert room.sees("✗", "“galactic” is neither strategic nor operational")
        assert room.stored("O1.horizon") == "strategic"


async def test_an_answer_can_be_taken_out_again(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys(ENTER)
        await at_field(room, "Level")
        await room.says("nothing")
        assert room.stored("O1.horizon") == ""


async def test_an_owner_who_is_chosen_is_kept_as_that_person(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("o")
        assert room.sees("Who answers for it in the business?", "H1 Chief Customer Officer · sponsor")
        await room.says("finance")
        assert room.stored("O1.owner") == "H4"
        await room.keys("o")
        await room.says("Finance Director")
        assert room.stored("O1.owner") == "H4"


async def test_an_owner_who_is_nobody_in_the_room_is_kept_in_these_words(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("o", *"Regional manager, West")
        assert room.sees("in these words: “Regional manager, West”")
        await room.keys(ENTER)
        assert room.stored("O1.owner") == "Regional manager, West"


async def test_several_are_chosen_one_after_the_other(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("down", "down", ENTER)
        await at_field(room, "Services")
        assert room.room.line.answer.value == "S1"
        await room.keys(*",phone", TAB)
        assert room.room.line.answer.value == "S1,S4"
        await room.keys(*",order", ENTER)
        assert room.stored("O3.services") == "S1,S4,S2"
        await room.keys(ESC)
        assert room.sees("S1 Sales portal · S4 Customer phone line · S2 Order and stock system")


async def test_the_words_that_a_record_is_called_by_cannot_be_emptied(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys(ENTER, ENTER)
        room.room.line.answer.value = ""
        await room.keys(ENTER)
        assert room.sees("O1 cannot do without its statement")


async def test_the_first_wording_is_kept_when_a_statement_is_mended(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("down", "down")
        before = room.stored("O3.statement")
        await room.keys(ENTER, ENTER)
        room.room.line.answer.value = ""
        await room.says("Win half of all orders on the portal by 24 Nov 2027")
        assert room.stored("O3.said") == before


async def test_escape_leaves_question_then_card_then_nothing_more(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("down", ENTER, ENTER, *"never kept", ESC)
        assert room.sees("‹ esc O2")
        await room.keys(ESC)
        assert room.sees("Objectives 5")
        assert room.room.view.ref == "O2"
        await room.keys(ESC)
        assert room.sees("Objectives 5")
        assert "never kept" not in room.stored("O2.statement")


async def test_the_workshop_has_a_card_of_its_own(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("shift+tab", "down", ENTER)
        await room.says("Northwind [EU]", "Trade sales")
        await room.keys(ESC)
        assert room.stored("W1.client") == "Northwind [EU]"
        assert "Northwind [EU] · Sales portal" in room.wall.splitlines()[0]


async def test_a_record_that_others_removed_is_said_to_be_gone(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("down", ENTER)
        with WorkshopFile.open(churn) as other:
            other.act(lambda draft: draft.remove("O2"), why="remove O2", step=1)
        room.room.pulse.follow()
        await room.settles()
        assert room.sees("This record was removed")
        await room.keys(ENTER, "o", "a", "l", ESC)
        assert not room.there("O2")


async def test_a_read_only_file_answers_with_the_reason(churn: Path) -> None:
    async with entered(churn), entered(churn) as second:
        before = second.file.last_n()
        for key in ("a", "o", "n", "k", "r", "l", "u", "U", "delete", "shift+down"):
            await second.keys(key)
            assert second.sees("open in another Golden Thread"), key
            assert not second.room.line.display
        await second.keys(ENTER, ENTER)
        assert second.sees("open in another Golden Thread")
        await second.keys(*"yes", ENTER)
        assert second.file.last_n() == before


async def test_what_is_only_offered_gives_way_to_what_is_typed(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys(ENTER)
        names = [spec.name for spec in room.file.shop.find("O1").kind.fields]
        await room.keys(*["down"] * names.index("target"), ENTER)
        assert room.room.line.answer.value
        await room.says("5%")
        assert room.stored("O1.target") == "5%"


async def test_parking_the_pilot_says_what_it_costs(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("k")
        assert room.sees("O1 is the pilot; parked, there is none")
