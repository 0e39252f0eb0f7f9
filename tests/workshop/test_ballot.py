"""Hands become scores evenly, single scores lie side by side, and who has not voted yet is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import put, say, shop

from workshop.change import Logged
from workshop.derived.ballot import Given, count_behind, counted, scored, still_to_score, voters
from workshop.derived.ballot import given as given_to
from workshop.errors import NotUnderstood
from workshop.state import Workshop


@given(st.integers(1, 99))
def test_nobody_makes_one_everybody_five_and_more_hands_never_less(room: int) -> None:
    scores = [scored(hands, room) for hands in range(room + 1)]
    assert (scores[0], scores[-1]) == (1, 5)
    assert scores == sorted(scores)
    assert all(abs(score - (1 + 4 * hands / room)) <= 0.5 for hands, score in enumerate(scores))


def test_the_log_knows_the_hands_behind_a_score() -> None:
    def change(new: int | None, why: str, origin: str = "typed") -> Logged:
        return Logged(1, "", "", why, 2, origin, "", "O1/-/impact", "score", "value", None, new)

    log = [change(4, f"{counted(7, 9)}: score O1/-/impact")]
    assert count_behind(4, log) == (7, 9)
    assert count_behind(3, log) is None
    log += [change(3, "score O1/-/impact"), change(4, "undo: score O1/-/impact", "undone")]
    assert count_behind(4, log) == (7, 9)
    assert count_behind(4, [*log, change(4, "score O1/-/impact")]) is None


@pytest.mark.parametrize(("hands", "room"), [(10, 9), (1, 0), (-1, 3)])
def test_more_hands_than_there_are_is_no_count(hands: int, room: int) -> None:
    with pytest.raises(NotUnderstood):
        scored(hands, room)


@pytest.fixture
def room() -> Workshop:
    made = shop()
    for name, group in (("Ann", "business"), ("Bo", "finance"), ("Cy", "facilitator"), ("Di", "operations")):
        say(made, "person", name=name, group=group)
    for statement in ("Cut churn", "Pass the audit"):
        say(made, "objective", statement=statement)
    return made


def score(made: Workshop, objective: str, person: str, *scores: int) -> None:
    for criterion, value in zip(("impact", "urgency", "dependency"), scores, strict=False):
        say(made, "score", objective=objective, person=person, criterion=criterion, value=str(value))


def test_those_in_the_room_have_a_voice_but_not_who_leads_it(room: Workshop) -> None:
    assert [person.ref for person in voters(room)] == ["H1", "H2", "H4"]
    for ref in ("H1", "H3"):
        put(room, ref, present="yes")
    assert [person.ref for person in voters(room)] == ["H1", "H2", "H4"], "who was not asked yet is not gone"
    put(room, "H2", present="no")
    assert [person.ref for person in voters(room)] == ["H1", "H4"]


def test_a_voice_is_waited_for_until_every_cell_has_its_score(room: Workshop) -> None:
    score(room, "O1", "H1", 1, 2, 3)
    score(room, "O2", "H1", 1, 2)
    assert [person.ref for person in still_to_score(room)] == ["H1", "H2", "H4"]
    put(room, "O2", state="parked")
    assert [person.ref for person in still_to_score(room)] == ["H2", "H4"]


def test_single_scores_side_by_side_and_the_room_s_own(room: Workshop) -> None:
    assert given_to(room, "O1", "impact") is None
    score(room, "O1", "", 4)
    assert given_to(room, "O1", "impact") is None
    score(room, "O1", "H1", 2)
    score(room, "O1", "H2", 5)
    found = given_to(room, "O1", "impact")
    assert found == Given(2, 5, 3.5, 2, 4)
    assert found.spread == 3
