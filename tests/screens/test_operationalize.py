"""Operationalize: letters with their check, decision rights, actions, routines, the live dashboard."""

from __future__ import annotations

from pathlib import Path

from looking import cut
from room import BACK, ENTER, ESC, TAB, Facilitator, entered

from screens.views.raci import Raci
from workshop.records import Letter


async def activity(room: Facilitator) -> None:
    """One activity of one process, and a column for each of two roles."""
    await room.keys("a")
    await room.says("Restore the portal", "", "")
    for role in ("Service desk lead", "Portal owner"):
        await room.keys("v")
        await room.says(role)


async def test_letters_are_checked_as_they_are_given(new: Path) -> None:
    async with entered(new, size=(140, 40), step=5) as room:
        await activity(room)
        assert room.sees("A1 Restore the portal", "✗")
        checks = []
        for keys in ((ENTER, "r"), ("r",), ("a",), ("left", "a")):
            await room.keys(*keys)
            checks.append(room.room.view.row.check)
        assert checks[2] == "OK"
        assert "OK" not in (checks[0], checks[1], checks[3])
        assert room.stored("A1/Service desk lead.letter") == "A"
        await room.keys("space", "i", "left", "/")
        assert room.stored("A1/Service desk lead.letter") == "A/R"
        assert room.stored("A1/Portal owner.letter") == "I"
        assert room.room.view.row.check == "OK"
        assert room.sees("OK")


async def test_letters_go_on_by_themselves_to_the_next_cell_and_row(new: Path) -> None:
    async with entered(new, size=(140, 40), step=5) as room:
        await room.keys("a")
        await room.says("Restore the portal", "", "Find the cause", "", "")
        await room.keys("up", "v")
        await room.says("Service desk lead, Portal owner")
        await room.keys(ENTER, *"raia")
        letters = {letter.ref: letter.letter for letter in room.file.shop.all(Letter)}
        assert list(letters.values()) == ["R", "A", "I", "A"]
        assert room.stored("A2/Portal owner.letter") == "A"


async def test_a_column_without_a_letter_is_there_again_when_the_file_is_opened_again(new: Path) -> None:
    async with entered(new, size=(140, 40), step=5) as room:
        await activity(room)
        await room.keys("1", "5")
        assert isinstance(room.room.view, Raci) and room.room.view._who == ["Service desk lead", "Portal owner"]
    async with entered(new, size=(140, 40), step=5) as room:
        assert isinstance(room.room.view, Raci) and room.room.view._who == ["Service desk lead", "Portal owner"]
        assert room.sees("A1 Restore the portal")
        assert room.file.shop.all(Letter) == []


async def test_several_columns_for_people_by_name_and_for_a_role(churn: Path) -> None:
    async with entered(churn, size=(140, 40), step=5) as room:
        await room.keys("v")
        await room.says("H1, finance director, Night desk")
        view = room.room.view
        assert isinstance(view, Raci)
        assert {"H1", "H4", "Night desk"} <= set(view._who)


async def test_what_is_wrong_is_said_in_words(new: Path) -> None:
    async with entered(new, size=(140, 40), step=5) as room:
        await activity(room)
        await room.keys(ENTER, "a", "a")
        assert room.sees("More than one A")
        assert room.sees("✗")


async def test_what_is_wrong_is_read_whole_in_the_row(new: Path) -> None:
    async with entered(new, size=(140, 40), step=5) as room:
        await activity(room)
        await room.keys(ENTER, "a", "a")
        assert cut(room.room.view) == []


async def test_letters_that_mean_nothing_do_nothing(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        before = room.file.last_n()
        await room.keys(ENTER, "x", "1", "u", "z", *["right"] * 9, "r", ESC)
        assert room.file.last_n() == before
        assert room.room.number == 5


async def test_a_column_for_a_person_of_the_room(churn: Path) -> None:
    async with entered(churn, size=(140, 40), step=5) as room:
        await room.keys("v")
        await room.says("finance")
        assert room.sees("Director")
        await room.keys("end", *["right"] * 6, ENTER, "i", ESC)
        assert room.stored("A6/H4.letter") == "I"


async def test_an_activity_belongs_to_a_process(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        await room.keys("a")
        await room.says("Tell the [press]", "Incident", "")
        assert (room.stored("A7.name"), room.stored("A7.process")) == ("Tell the [press]", "P1")
        assert room.room.view.ref == "A7"


async def test_decision_rights_are_offered_until_they_are_taken(new: Path) -> None:
    async with entered(new, step=5) as room:
        await room.keys(TAB, "a")
        assert room.sees("Prioritisation", "Escalation", "Risk acceptance", "Process improvement")
        await room.says("Risk")
        assert room.sees("D1 Risk acceptance: Who decides?")
        await room.says("Governance lead")
        assert (room.stored("D1.name"), room.stored("D1.decides")) == ("Risk acceptance", "Governance lead")
        assert not room.sees("› Risk acceptance")
        assert room.sees("Prioritisation")
        await room.says("Who may call the supplier at night", "Duty manager", "")
        assert (room.stored("D2.name"), room.stored("D2.decides")) == (
            "Who may call the supplier at night",
            "Duty manager",
        )


async def test_a_decision_right_says_when_and_where_it_goes_next(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        await room.keys(TAB, "down", "down")
        assert room.sees("An urgent fix cannot wait for standard change control", "Escalates to", "Service Governance")


async def test_an_action_asks_who_and_by_when_and_goes_on(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        await room.keys(TAB, TAB, "a")
        await room.says("Buy a second alarm")
        assert room.sees("X7 Buy a second alarm: Who does it?")
        await room.says("IT Operations")
        assert room.sees("X7 Buy a second alarm: By when?")
        await room.keys(*"in two weeks")
        assert room.sees("kept as 8 Dec 2026")
        await room.keys(ENTER)
        assert room.room.line.display
        await room.says("")
        assert (room.stored("X7.owner"), room.stored("X7.due")) == ("H5", "2026-12-08")
        assert room.room.view.ref == "X7"


async def test_an_action_without_a_day_stays_with_what_was_said(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        await room.keys(TAB, TAB, "a")
        await room.says("Buy a second alarm", "", "soonish")
        assert room.sees("✗", "soonish")
        await room.keys(ESC)
        assert room.stored("X7.what") == "Buy a second alarm"
        assert room.stored("X7.due") == ""


async def test_a_routine_is_added(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        await room.keys(TAB, TAB, TAB, "a")
        await room.says("Supplier talk", "")
        assert room.stored("R4.what") == "Supplier talk"


async def test_what_nobody_knows_gets_an_owner_and_a_day(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        await room.keys(*[TAB] * 4, "a")
        await room.says("How many orders fail at night?", "")
        assert room.stored("N11.what") == "unknown"
        await room.keys("o")
        assert room.sees("N11 Who finds out?")
        await room.says("H5")
        assert room.stored("N11.owner") == "H5"


async def test_every_number_of_the_dashboard_stands_with_its_thread(churn: Path) -> None:
    async with entered(churn, size=(140, 60), step=5) as room:
        await room.keys(BACK, BACK)
        for row in room.room.view.rows:
            assert room.sees(f"{row.metric.ref} {row.metric.name}")
            assert room.room.view.shop.get(row.metric.outcomes[0]).words in " ".join(room.wall.split())
        assert room.sees("52 minutes", "30 minutes", "↗ On the way", "✗ Behind")
        assert room.sees("serves: Whether to pay for a second person on the early shift")


async def test_no_activity_says_what_to_press(new: Path) -> None:
    async with entered(new, step=5) as room:
        assert room.sees("No activity yet. Press a")
        await room.keys(ENTER, "r", ESC, *[TAB, "a", ESC, ENTER, ESC] * 7)
        assert not room.there("A1")


async def test_a_role_in_a_word_that_a_person_has_too(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        await room.keys("v", *"Owner")
        assert room.sees("in these words: “Owner”")


async def test_no_column_moves_while_letters_are_typed(new: Path) -> None:
    async with entered(new, size=(140, 40), step=5) as room:
        await room.keys("a")
        await room.says("Restore orders", "", "")
        await room.keys(ESC, "v")
        await room.says("Desk lead, Ward lead, Duty manager")
        await room.keys(ENTER, "right", "right", "i")
        heads = room.wall.splitlines()[4:8]
        assert [name for line in heads for name in ("Desk", "Ward", "Duty") if name in line] == ["Desk", "Ward", "Duty"]
        assert room.stored("A1/Duty manager.letter") == "I"


async def test_help_is_there_inside_the_grid_and_one_comes_back_into_it(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        await room.keys(ENTER, "right", "?")
        assert room.sees("Help: RACI", "Responsible")
        await room.keys(ESC)
        assert room.room.view.inside and room.room.view.column == 1


async def test_pieces_of_work_are_suggested_for_an_empty_raci(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        room.file.act(
            lambda draft: [draft.remove(one.ref) for one in room.file.shop.of("activity")], why="clear", step=5
        )
        room.room.changed()
        await room.keys("s")
        assert room.sees("Suggestions for activities", "somebody has to answer for it")


async def test_l_says_for_what_an_action_is_done(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        await room.keys(TAB, TAB, "l")
        assert room.sees("X1: For which record?")
        await room.says("C2")
        assert room.stored("X1.why") == "C2"
