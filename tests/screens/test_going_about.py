"""Going about: steps, lists, matrix, find, coach, history, help, commands, the presenter view."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any, ClassVar

import pytest
from looking import faint
from rich.console import RenderableType
from room import BACK, ENTER, ESC, TAB, Facilitator, Watched, entered, still
from textual._compositor import LayoutUpdate
from textual._styles_cache import StylesCache
from textual.screen import Screen

from screens.keys import EVERYWHERE
from store.file import WorkshopFile
from workshop.steps import STEPS


async def test_the_first_screen_shows_the_name_and_the_six_steps(new: Path) -> None:
    async with entered(new, size=(80, 24)) as room:
        assert room.sees("Golden Thread", "Sales portal", *(f"{step.number} {step.name}" for step in STEPS))


async def test_the_first_paint_is_whole(churn: Path) -> None:
    class Painting(Watched):
        painted: ClassVar[list[str]] = []

        def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
            if isinstance(renderable, LayoutUpdate):
                self.painted.append(
                    "".join(part.text for cells in renderable.strips for strip in cells for part in strip)
                )
            super()._display(screen, renderable)

    with WorkshopFile.open(churn, hold=True) as file:
        async with Painting(file, clock=still(), step=1).run_test(size=(100, 30)) as pilot:
            await Facilitator(pilot, file).settles()
    words = [*(f"{step.number} {step.name}" for step in STEPS), "O1 ", "Ask the room", "commands"]
    assert [word for word in words if word not in Painting.painted[0]] == []


async def test_digits_go_to_the_steps_and_say_what_they_are_for(churn: Path) -> None:
    async with entered(churn) as room:
        for step in (*STEPS, STEPS[2]):
            await room.keys(str(step.number))
            assert room.sees(f"[{step.number} {step.name} ✓]", step.purpose, step.question(room.room.view.lists, 0))


async def test_tab_goes_round_the_lists_of_a_step_and_back(churn: Path) -> None:
    async with entered(churn) as room:
        titles = [room.room.view.title]
        while len(titles) < 2 or titles[-1] != titles[0]:
            await room.keys(TAB)
            titles.append(room.room.view.title)
        assert titles[:-1] == [view.title for view in room.room.boards[1].views]
        await room.keys(BACK)
        assert room.room.view.title == titles[-2]


async def test_a_step_keeps_its_list_and_its_place(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys(TAB, "down", "4", "1")
        assert room.room.view.ref == "S2"


async def test_arrows_move_on_the_stage_of_every_step_at_once(churn: Path) -> None:
    async with entered(churn) as room:
        for step in "123456":
            await room.keys(step)
            before = room.room.view.at
            await room.keys("down")
            assert room.room.view.at > before, step
            await room.keys("end")
            last = room.room.view.at
            await room.keys("home", "pagedown")
            assert 0 < room.room.view.at <= last, step


async def test_m_turns_thread_into_matrix_and_comes_from_anywhere(churn: Path) -> None:
    async with entered(churn, step=3) as room:
        await room.keys("m")
        assert room.sees("C1 × P1 Incident management: The night team restores ordering")
        await room.keys("1", "m")
        assert room.sees("[3 Map ✓]", "P primary, S supporting")


@pytest.mark.parametrize(
    ("words", "ref", "step"),
    [("M4", "M4", 1), ("five unremoved", "L5", 3), ("Customer goodwill", "D6", 5)],
)
async def test_find_goes_to_the_record_that_has_the_words(churn: Path, words: str, ref: str, step: int) -> None:
    async with entered(churn, step=2) as room:
        await room.keys("slash", *words, ENTER)
        assert (room.room.view.ref, room.room.number) == (ref, step)
        assert not room.room.line.display


async def test_find_says_when_nothing_has_the_words(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("slash", *"still to come", ENTER)
        assert room.sees("still to come")


async def test_find_looks_into_every_answer(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys("slash", *"fix library", ENTER)
        assert room.room.view.ref == "L2"


async def test_find_with_the_arrows_and_leaving_it(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("slash", *"portal", "down", "down")
        assert room.sees("3 of ")
        await room.keys(ESC)
        assert (room.room.number, room.room.view.ref) == (1, "O1")


async def test_the_coach_says_what_is_missing_and_enter_goes_there(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says("Improve service")
        await room.keys(ESC)
        await room.settles()
        assert room.sees("more notes, press c.")
        await room.keys(TAB, "c")
        assert room.sees("Improve service", "settle")
        while room.room.view.ref != "O1":
            before = room.room.view.at
            await room.keys("down")
            assert room.room.view.at > before
        await room.keys(ENTER)
        assert room.room.view.ref == "O1"
        assert room.sees("Objectives 1")


async def test_the_rail_is_honest_about_how_far_a_step_is(new: Path) -> None:
    async with entered(new) as room:
        assert room.sees("[1 Baseline 0/", "6 Review ○")
        await room.keys("a")
        await room.says("Cut churn from 9% to 6% by 31 Dec 2027")
        await room.keys(ESC)
        await room.settles()
        assert room.sees("[1 Baseline 1/")


async def test_history_says_who_changed_what(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("down", "o")
        await room.says("Finance Director")
        await room.keys("h")
        first = room.wall.splitlines()[5]
        assert "Owner: “Finance Director” (was “Head of Trade Sales”)" in first
        assert room.sees("O2 owner · typed at step 1 by Workshop Facilitator")
        await room.keys("end")
        assert room.sees("objective added")
        await room.keys(ESC)
        assert room.sees("Objectives 5")


def said_by(room: Facilitator) -> str:
    """All that the view in hand says, at whatever scroll position."""
    view = room.room.view
    words = " ".join(" ".join(w for w, _ in line) for at in range(len(view.rows)) for line in view.draw(at))
    return " ".join(words.split())


async def test_help_lists_every_key_and_what_each_step_needs(churn: Path) -> None:
    async with entered(churn, step=4) as room:
        own = room.room.view.keys
        await room.keys("?")
        said = said_by(room)
        assert [key.key for key in EVERYWHERE if f"{key.cap} {key.says}" not in said] == []
        assert [key.key for key in own if f"{key.cap} {key.says}" not in said] == []
        assert [step.name for step in STEPS if f"Step {step.number}, {step.name}: ready" not in said] == []
        await room.keys("end")
        assert room.sees("Step 6", STEPS[5].produces)


async def test_help_begins_with_the_keys_that_work_here(churn: Path) -> None:
    async with entered(churn, size=(80, 24), step=3) as room:
        await room.keys("?")
        assert room.sees("Keys that work here, in Threads", "z The objective in hand alone", "l Link what is in hand")
        said = said_by(room)
        assert said.index("Fold what hangs") < said.index("Step 3, Map: ready") < said.index("Go to a step")
        assert said.index("Go to a step") < said.index("Step 1, Baseline")
        await room.keys(ESC, "m", "?")
        assert room.sees("Keys that work here, in Outcome × process", "(in the grid, after ↵)")
        await room.keys(ESC, "1", ENTER, "?")
        assert room.sees("Keys that work here, in O1", "h History of this answer")
        assert "History of what is in hand" not in said_by(room)


async def test_help_says_what_the_step_still_lacks(new: Path) -> None:
    async with entered(new, size=(80, 24)) as room:
        await room.keys("a")
        await room.says("Improve service")
        await room.keys(ESC)
        await room.settles()
        await room.keys("?")
        said = said_by(room)
        missing = [f.message for f in room.room.advice.findings if f.step == 1 and f.severity == "block"]
        assert missing and all(" ".join(words.split()) in said for words in missing)
        assert said.index("Step 1, Baseline: ") < said.index(" ".join(missing[0].split())) < said.index("Go to a step")


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (140, 40)], ids=str)
async def test_help_is_never_cut(churn: Path, size: tuple[int, int]) -> None:
    async with entered(churn, size=size) as room:
        for step in "123456":
            await room.keys(step, "?")
            said = said_by(room)
            assert [words for _, words, _ in room.room.view.rows if " ".join(words.split()) not in said] == []
            assert faint(room.pilot.app) == []


async def test_a_page_down_shows_the_next_page_at_once(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("?")
        first = room.wall.splitlines()[4]
        await room.keys("pagedown")
        assert first not in room.wall
        assert room.room.stage.top > 10
        await room.keys("pageup")
        assert room.wall.splitlines()[4] == first


async def test_the_command_palette_finds_a_command_by_its_words(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("ctrl+p", *"operationalize")
        await room.settles()
        assert "Step 5: Operationalize" in room.wall
        await room.keys(ENTER)
        await room.settles()
        assert room.sees("[5 Operationalize ✓]")


async def test_a_command_is_found_by_the_word_of_the_footer(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("ctrl+p", *"export")
        await room.settles()
        await room.keys(ENTER)
        await room.settles()
        asked = room.room.line.ask
        assert asked and asked.question == "Hand over what?"


@pytest.mark.parametrize("said", ["theme: light", "light"])
async def test_the_theme_for_a_bright_room_is_a_command(churn: Path, said: str) -> None:
    async with entered(churn) as room:
        await room.keys("ctrl+p", *said)
        await room.settles()
        await room.keys(ENTER)
        await room.settles()
        assert room.pilot.app.theme == "golden-light"


async def test_the_presenter_view_hides_what_is_private_and_changes_nothing(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        before = room.file.last_n()
        assert room.sees("Coach", "Ask the room")
        await room.keys("p")
        assert not any(room.sees(words) for words in ("Coach", "Ask the room", "voices", "1 Baseline"))
        assert room.sees("Cut yearly churn of trade customers", "Golden Thread", "p or esc comes back")
        for key in ("a", "g", "w", "k", "o", "n", "u", "U", "delete"):
            await room.keys(key)
            assert not room.room.line.display, key
        assert room.file.last_n() == before
        await room.keys("down")
        assert room.room.view.at == 1
        await room.keys("p")
        assert room.sees("Coach", "1 Baseline")


async def test_the_presenter_view_leaves_private_notes_out(churn: Path) -> None:
    words = "Sales and operations each quoted a different outage count"
    async with entered(churn, size=(140, 60), step=3) as room:
        await room.keys(BACK)
        assert room.sees(words)
        await room.keys("p")
        assert not room.sees(words)


async def test_the_presenter_view_leaves_verdict_words_out(churn: Path) -> None:
    words = "After that they phone the other wholesaler"
    async with entered(churn, size=(140, 60), step=4) as room:
        assert room.sees(words)
        await room.keys("p")
        assert not room.sees(words)


async def test_the_presenter_view_leaves_single_persons_scores_out(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys(TAB, "v")
        await room.says("H10")
        await room.keys("p")
        assert not room.sees("Service Governance Chair")


async def test_the_presenter_view_does_not_call_the_coach_or_the_history_onto_the_wall(churn: Path) -> None:
    async with entered(churn, step=6) as room:
        await room.keys("p", "c")
        assert not room.sees("What, and what to do")
        await room.keys("h")
        assert not room.sees("History of")


async def test_the_grid_cannot_be_typed_into_in_the_presenter_view(churn: Path) -> None:
    async with entered(churn, step=2) as room:
        await room.keys(TAB)
        before = room.file.last_n()
        await room.keys("p", ENTER, "1", "2")
        assert room.file.last_n() == before


async def test_a_card_cannot_be_answered_in_the_presenter_view(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("p", ENTER, ENTER)
        assert not room.room.line.display
        await room.keys(ESC, ESC)
        assert room.sees("Coach")


async def test_an_unknown_key_changes_nothing_and_says_so(churn: Path) -> None:
    async with entered(churn) as room:
        before, stage = room.file.last_n(), room.wall.splitlines()[3:-8]
        await room.keys("ctrl+x", "f7")
        assert not room.sees("means nothing here")
        await room.keys("€")
        assert room.sees("“€” means nothing here; ? says which keys do something")
        assert (room.file.last_n(), room.wall.splitlines()[3:-8]) == (before, stage)
        await room.keys("2", TAB, ENTER, "9")
        assert room.sees("“9” means nothing here; esc leaves the grid")


async def test_ctrl_q_leaves_and_everything_is_on_disk(new: Path) -> None:
    async with entered(new) as room:
        await room.keys("a")
        await room.says("Cut churn by Q4")
        await room.keys("ctrl+q")
        assert room.stored("O1.statement") == "Cut churn by Q4"
        assert room.pilot.app.return_code in (0, None)


async def test_palettes_that_were_closed_are_let_go(churn: Path) -> None:
    def painted_by() -> int:
        gc.collect()
        return sum(isinstance(held, StylesCache) for held in gc.get_objects())

    async with entered(churn) as room:
        held = []
        for times in (3, 9):
            for _ in range(times):
                await room.keys("ctrl+p", "h")
                await room.pilot.pause()
                await room.keys(ESC)
                await room.pilot.pause()
            held.append(painted_by())
        assert held[1] - held[0] < 40  # the last few may still be on their way out; nine palettes are more than eighty


async def test_what_is_asked_aloud_is_about_the_list_in_hand(churn: Path) -> None:
    async with entered(churn) as room:
        assert room.sees("Ask the room Which results matter most")
        await room.keys(TAB)
        assert room.sees("Ask the room Which services carry those results?")
        await room.keys("5")
        assert room.sees("Ask the room Who is accountable for each piece of work")


async def test_ctrl_c_says_how_one_leaves(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("ctrl+c")
        assert room.sees("Ctrl+Q leaves; every answer is on disk already")


async def test_an_action_may_be_for_any_record(churn: Path) -> None:
    async with entered(churn, step=5) as room:
        await room.keys(TAB, TAB, ENTER)
        at = [spec.name for spec in room.file.shop.of("action")[0].kind.fields].index("why")
        await room.keys("home", *["down"] * at, ENTER, *"c1")
        assert room.sees("C1 The sales portal is back")


async def test_what_has_the_words_itself_is_found_first_and_nothing_says_so(churn: Path) -> None:
    async with entered(churn) as room:
        await room.keys("slash", *"trade sales")
        asked = room.room.line.ask
        assert asked and asked.fitting("trade sales")[0].value == "H2"
        await room.keys(*" of nowhere")
        assert room.sees("nothing here has that in it")
