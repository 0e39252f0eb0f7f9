"""Map: the thread drawn layer by layer, its gaps named, the same links in the matrix, the golden line."""

from __future__ import annotations

from pathlib import Path

import pytest
from room import BACK, ENTER, ESC, TAB, Facilitator, entered

GOLD = ("thread", "cursor")


async def begun(room: Facilitator) -> None:
    """One objective, and the map on the wall."""
    await room.keys("1", "a")
    await room.says("Cut churn from 9% to 6% by 31 Dec 2027")
    await room.keys(ESC, "3")


def drawn(room: Facilitator) -> list[list[tuple[str, str]]]:
    """Every cell of the thread map: its character and its look."""
    view = room.room.view
    lines = [line for at in range(len(view.rows)) for line in view.draw(at)]
    return [[(character, look) for words, look in line for character in words] for line in lines]


async def test_a_fills_each_layer_in_its_turn(new: Path) -> None:
    async with entered(new) as room:
        await begun(room)
        assert room.sees("no outcome yet")
        await room.keys("a")
        assert room.sees("O1 Cut churn", "What would customers notice first if this went well?")
        await room.says("Portal back in 30 minutes")
        await room.keys(ESC)
        assert room.sees("C1 Portal back in 30", "no process yet")
        assert room.stored("C1.objectives") == "O1"
        await room.keys("a")
        await room.says("Incident management")
        assert room.sees("Incident management: Why does this process move this outcome?")
        await room.says("It restores first")
        assert room.sees("P1 Incident", "no metric yet")
        assert (room.stored("L1.outcome"), room.stored("L1.process")) == ("C1", "P1")
        assert (room.stored("L1.reason"), room.stored("L1.role")) == ("It restores first", "primary")
        assert room.sees("link with which process?")
        await room.keys(ESC, "right", "a")
        assert room.sees("which number shows that it works?")
        await room.says("Time to restore", "")
        assert room.sees("M1 Time to restore", "1 of 1 whole")
        assert (room.stored("M1.outcomes"), room.stored("M1.processes")) == ("C1", "P1")


async def test_a_on_an_objective_goes_on_taking_outcomes(new: Path) -> None:
    async with entered(new) as room:
        await begun(room)
        await room.keys("a")
        await room.says("Portal back in 30 minutes", "Fewer repeats")
        await room.keys(ESC)
        assert (room.stored("C1.objectives"), room.stored("C2.objectives")) == ("O1", "O1")
        assert room.sees("Fewer repeats")


async def test_a_gap_is_named_where_it_is(new: Path) -> None:
    async with entered(new) as room:
        await begun(room)
        await room.keys("right")
        assert room.sees("A gap: no outcome yet. a fills it.")
        await room.keys("a")
        await room.says("Portal back in 30 minutes")
        await room.keys(ESC)
        assert room.sees("no process yet")
        assert not room.sees("no outcome yet")


async def test_what_hangs_loose_shows_without_a_jump_to_the_number(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        assert room.sees("15 of 15 whole", "off the threads: 3 processes")
        await room.keys("1", TAB, TAB, TAB, "a")
        await room.says("Ticket volume")
        await room.keys(ESC, "3")
        assert room.sees("off the threads: 1 metric")


async def test_l_links_a_process_that_is_there_and_asks_why(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("right", "l")
        assert room.sees("link with which process or service or objective?", "P1 Incident management")
        await room.says("P4")
        assert room.sees("Change enablement: Why does this process move this outcome?")
        await room.says("A fix that nobody tested is the next outage")
        assert (room.stored("L7.outcome"), room.stored("L7.process")) == ("C1", "P4")
        assert room.stored("L7.reason") == "A fix that nobody tested is the next outage"
        assert room.stored("L7.role") == "supporting"


async def test_l_gives_an_outcome_its_service(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("right", "l")
        await room.says("S2")
        assert room.sees("C1 and S2 are linked")
        assert room.stored("C1.service") == "S2"
        await room.keys("u")
        assert room.stored("C1.service") == "S1"


async def test_several_refs_behind_l_are_no_new_record(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("l")
        await room.says("s2, s3")
        assert [service for service in ("S2", "S3") if service in room.stored("O1.services")] == ["S2", "S3"]
        assert not room.there("S6")


async def test_l_links_a_process_that_is_new_and_asks_why(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("right", "l", *"Capacity [EU] planning")
        assert room.sees("＋ a new process: “Capacity [EU] planning”")
        await room.keys(ENTER)
        await room.says("The portal must bear the morning rush")
        assert room.stored("P7.name") == "Capacity [EU] planning"
        assert room.stored("L7.reason") == "The portal must bear the morning rush"
        assert room.sees("P7 Capacity")


async def test_a_second_link_of_the_same_two_is_refused(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("right", "l")
        await room.says("P1")
        assert room.sees("P1 is linked to C1 already, by L1")
        assert not room.there("L7")


async def test_an_existing_number_can_measure_another_outcome(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("right", "right", "a")
        assert not room.sees("M1 Mean time to restore the sales portal?")
        await room.says("M5")
        await room.keys(ESC)
        assert "C1" in room.stored("M5.outcomes").split(",")
        assert "P1" in room.stored("M5.processes").split(",")


async def test_the_matrix_shows_the_links_of_the_thread_and_sets_them(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("m", *["right"] * 3)
        assert room.sees("C1 × P4 Change enablement: not linked")
        await room.keys(ENTER, "s")
        assert (room.stored("L7.outcome"), room.stored("L7.process")) == ("C1", "P4")
        assert room.stored("L7.role") == "supporting"
        assert room.sees("C1 × P4 Change enablement: no reason yet")
        await room.keys("p")
        assert room.stored("L7.role") == "primary"
        assert not room.room.walled
        await room.keys("w")
        await room.says("Fewer failed changes")
        assert room.stored("L7.reason") == "Fewer failed changes"
        await room.keys(ESC, "m")
        assert "P4" in {r.layers[2].ref for r in room.room.view.rows if r.layers[2]}
        await room.keys("m", ENTER, "space", ESC)
        assert not room.there("L7")


async def test_a_link_that_is_taken_out_of_the_matrix_keeps_the_reason_for_undo(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("m", ENTER, "space", ESC)
        assert not room.there("L1")
        await room.keys("u")
        assert room.stored("L1.reason") == "The night team restores ordering before it looks for a cause"


async def test_letters_of_the_grid_are_its_own(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("m", ENTER)
        before = room.file.last_n()
        await room.keys("1", "a", "u", "e", "z")
        assert (room.room.number, room.file.last_n()) == (3, before)
        assert not room.room.line.display


async def test_objective_by_process_is_worked_out_and_says_why(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys(TAB, TAB, "down")
        assert room.sees("O2 × P1 Incident management: C3: Early alarms let us act before customers notice")
        await room.keys(ENTER)
        assert not room.room.view.inside


@pytest.mark.parametrize("metric", ["M1", "M7", "M5", "M4"])
async def test_the_golden_line_runs_along_the_thread_in_hand_and_nowhere_else(churn: Path, metric: str) -> None:
    async with entered(churn, step=3) as room:
        view = room.room.view
        await room.keys(*["right"] * 3)
        while view.ref != metric:
            await room.keys("down")
        cells = drawn(room)
        words = [f"{record.ref} {record.words}" for record in view.row.layers]
        words[3] += f" · {view.row.metric.timing}"
        gold = ["".join(c if look in GOLD else " " for c, look in line) for line in cells]
        assert sorted("".join(c for line in gold for c in line if c not in " ━┃┳┣┗")) == sorted(
            "".join(words).replace(" ", "")
        )
        assert _leads(cells)


def _leads(cells: list[list[tuple[str, str]]]) -> bool:
    """Whether gold leads without a break from the objective's first cell to the cell in hand."""
    start = next((y, 0) for y, line in enumerate(cells) if line[0][1] in GOLD)
    seen, todo = {start}, [start]
    while todo:
        y, x = todo.pop()
        if cells[y][x][1] == "cursor":
            return True
        for step in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
            if step in seen or not 0 <= step[0] < len(cells) or not 0 <= step[1] < len(cells[step[0]]):
                continue
            if cells[step[0]][step[1]][1] in GOLD:
                seen.add(step)
                todo.append(step)
    return False


async def test_a_knot_shared_by_threads_is_drawn_once(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        text = "\n".join("".join(c for c, _ in line) for line in drawn(room))
        firsts = [line for line in text.splitlines() if line.startswith("O")]
        assert len(firsts) == 4
        assert text.count("C1 The sales portal") == 1


async def test_up_and_down_go_from_knot_to_knot(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        seen = [room.room.view.ref]
        await room.keys("right")
        for _ in range(3):
            seen.append(room.room.view.ref)
            await room.keys("down")
        assert seen == ["O1", "C1", "C2", "C3"]


async def test_a_note_on_a_knot(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("right", "n")
        assert room.sees("What is to be noted on C1 The sales portal")
        await room.says("The supplier may go bankrupt", "risk")
        assert (room.stored("N11.on"), room.stored("N11.what")) == ("C1", "risk")
        assert room.room.view.ref == "C1"
        await room.keys(BACK)
        await room.keys("end")
        assert room.sees("The supplier may go bankrupt")


async def test_an_empty_map_says_where_to_begin(new: Path) -> None:
    async with entered(new, step=3) as room:
        assert room.sees("No thread yet.")
        for _ in range(7):
            await room.keys("a", ESC, "l", ESC, ENTER, ESC, "down", "right", TAB)
        assert room.sees("No thread yet.")


async def test_a_list_of_links_says_how_a_link_is_made(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys(*[TAB] * 5, "a")
        if room.room.line.display:
            await room.says("Because it helps")
        assert not room.sees("give outcome=")


async def test_a_knot_is_taken_off_its_thread_and_stays_where_it_is_at_home(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("right", "right", "delete")
        assert room.sees("P1 is off C1, not gone")
        assert room.there("P1")
        assert not room.there("L1")
        await room.keys("u")
        assert room.stored("L1.process") == "P1"
        await room.keys("home", "right", "delete")
        assert room.sees("M1 is off C1, not gone")
        assert room.there("M1")
        assert "C1" not in room.stored("M1.outcomes")


async def test_the_order_in_which_processes_act_is_moved_on_the_thread(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("right", "right", "shift+down")
        acting = [row.process.ref for row in room.room.view.rows if row.outcome and row.outcome.ref == "C1"]
        assert list(dict.fromkeys(acting)) == ["P3", "P1"]
        assert room.room.view.ref == "P1"
        assert int(room.stored("L2.order")) < int(room.stored("L1.order"))
        await room.keys("u")
        assert room.stored("L1.order") == "1"


async def test_l_on_a_gap_fills_it(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("end", "right")
        assert room.sees("A gap: no outcome yet")
        await room.keys("l")
        await room.says("Orders by telephone take half the time", "")
        assert room.stored("C4.objectives") == "O4"


async def test_a_map_too_big_to_explain_says_what_to_cut_first_and_not_before_the_room(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        for ref in ("P2", "P4"):
            assert not room.sees("links to explain")
            await room.keys("home", *["left"] * 3, "right", "l")
            await room.says(ref, "")
        assert room.sees("O1 takes 8 links to explain; 7 fit into a minute. Cut first: L8 (P4 on C1); it only helps")
        await room.keys("p")
        assert not room.sees("links to explain")


async def test_a_new_process_and_a_new_metric_take_marks_and_an_outcome_its_objectives_service(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says("Cut churn from 9% to 6% by 2027")
        await room.keys(ESC, "l")
        await room.says("Sales portal")
        await room.keys("3", "a")
        await room.says("The portal is back within 30 minutes")
        assert room.stored("C1.service") == "S1"
        await room.keys(ESC, "a", *"Incident management @Night desk")
        assert room.sees("owner Night desk")
        await room.keys(ENTER)
        await room.says("It answers first")
        await room.keys(ESC, "right", "a", *"Time to restore 90 -> 30 minutes @Night desk")
        assert room.sees("baseline 90", "target 30", "owner Night desk")
        await room.keys(ENTER, ESC)
        assert [room.stored(f"M1.{name}") for name in ("name", "baseline", "target", "unit", "owner", "processes")] == [
            "Time to restore", "90", "30", "minutes", "Night desk", "P1",
        ]  # fmt: skip
        assert (room.stored("P1.name"), room.stored("P1.owner")) == ("Incident management", "Night desk")
