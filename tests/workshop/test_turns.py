"""Whose turn it is: what counts as heard, who comes next, which group nobody speaks for."""

from __future__ import annotations

from itertools import count

import pytest
from making import put, say, shop

from workshop.change import Logged, Origin
from workshop.declare import Value
from workshop.derived.turns import Turn, gone_on, next_to_ask, turns, unspoken, voices
from workshop.state import Workshop, kind_of

_N = count(1)


@pytest.fixture
def room() -> Workshop:
    """H1 facilitates, H2 and H3 speak for the business, H4 for governance, H5 for operations, H6 is not here."""
    made = shop()
    groups = ("facilitator", "business", "business", "governance", "operations", "service owner")
    for number, group in enumerate(groups, 1):
        say(made, "person", name=f"Person {number}", group=group, present="no" if number == 6 else "yes")
    say(made, "objective", statement="Cut churn")
    say(made, "outcome", statement="Back in 30 minutes", objectives="O1")
    return made


def logged(ref: str, field: str, new: Value, old: Value = "", batch: str = "b", origin: Origin = "typed") -> Logged:
    n = next(_N)
    return Logged(n, f"2026-11-24T09:{n:02}", "room", "act", 4, origin, batch, ref, kind_of(ref), field, old, new)


def who(room: Workshop, *entries: Logged) -> list[str]:
    return [turn.who for turn in turns(room, entries)]


def said(*refs: str) -> list[Turn]:
    return [Turn(ref, f"2026-11-24T10:{at:02}") for at, ref in enumerate(refs)]


def following(room: Workshop, *refs: str) -> str:
    voice = next_to_ask(room, said(*refs))
    return voice.person.ref if voice else ""


def test_a_verdict_is_heard_once_whatever_it_says(room: Workshop) -> None:
    ref = say(room, "verdict", on="C1", person="H4", says="block", words="Not like this")
    assert who(room, logged(ref, "says", "block"), logged(ref, "words", "Not like this")) == ["H4"]


def test_a_group_can_be_heard_without_a_name(room: Workshop) -> None:
    ref = say(room, "verdict", on="C1", person="Governance", says="agree")
    assert who(room, logged(ref, "says", "agree")) == ["governance"]
    assert following(room, "H2", "H5", "governance") == "H3"


def test_who_agrees_with_all_the_others_only_nodded(room: Workshop) -> None:
    refs = [say(room, "verdict", on="C1", person=person, says="agree") for person in ("H2", "H3", "H4")]
    entries = [logged(ref, "says", "agree") for ref in refs[:2]]
    assert who(room, *entries, logged(refs[2], "says", "concern")) == ["H4"]
    assert who(room, logged(refs[0], "says", "agree")) == ["H2"]


def test_scores_questions_and_a_thread_said_back_are_heard(room: Workshop) -> None:
    assert who(room, logged("O1/H2/impact", "value", 4), logged("O1/-/impact", "value", 4)) == ["H2"]
    assert who(room, logged("O1", "heard", ("H2", "H5"), ("H2",), batch="c")) == ["H5"]
    assert who(room, logged("C1", "explained_by", "H3"), logged("C1", "explained_by", "the sales team")) == ["H3"]


@pytest.mark.parametrize("origin", ["imported", "merged", "undone"])
def test_what_was_written_elsewhere_or_taken_back_was_not_said_in_the_room(room: Workshop, origin: Origin) -> None:
    assert who(room, logged("O1/H2/impact", "value", 4, origin=origin)) == []


def test_a_score_cleared_is_no_turn(room: Workshop) -> None:
    assert who(room, logged("O1/H2/impact", "value", None, 4)) == []


def test_first_comes_the_group_that_is_needed_then_others_then_who_was_heard_longest_ago(room: Workshop) -> None:
    assert following(room) == "H2"
    assert following(room, "H2") == "H4"
    assert following(room, "H2", "H4") == "H5"
    assert following(room, "H2", "H4", "H5") == "H3"  # the business again, by somebody else
    assert following(room, "H5", "H4", "H2") == "H5"


def test_who_is_not_here_or_facilitates_is_not_asked(room: Workshop) -> None:
    assert {following(room, *["H2", "H3", "H4", "H5"][:n]) for n in range(5)} <= {"H2", "H3", "H4", "H5"}
    for ref in ("H2", "H3", "H4", "H5"):
        put(room, ref, present="no")
    assert following(room) == ""


def test_nobody_known_nobody_asked() -> None:
    assert next_to_ask(shop(), []) is None


def test_everybody_is_listed_by_group_with_their_turns(room: Workshop) -> None:
    found = voices(room, said("H4", "H2", "H4"))
    assert [(v.person.ref, v.times) for v in found] == [
        ("H2", 1), ("H3", 0), ("H5", 0), ("H6", 0), ("H4", 2), ("H1", 0)
    ]  # fmt: skip
    assert found[4].last == "2026-11-24T10:02"


def test_a_group_that_a_thread_needs_and_nobody_here_speaks_for(room: Workshop) -> None:
    assert unspoken(room) == ["service owner", "process owner"]
    put(room, "H6", present="yes")
    assert unspoken(room) == ["process owner"]


def test_whoever_goes_on_scoring_speaks_once() -> None:
    before = [Turn("H1", "09:00", True), Turn("H2", "09:01"), Turn("H2", "09:02", True)]
    assert gone_on(before, [Turn("H1", "09:03", True), Turn("H2", "09:04")]) == [
        Turn("H2", "09:01"), Turn("H2", "09:02", True), Turn("H1", "09:03", True), Turn("H2", "09:04"),
    ]  # fmt: skip
