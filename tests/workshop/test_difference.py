"""Two states of a workshop: what is otherwise is told, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from making import put, say, shop

from workshop.difference import difference
from workshop.draft import Draft
from workshop.state import Workshop


def _copy(made: Workshop) -> Workshop:
    return Workshop(lambda kind: made.of(kind.name), today=made.today)


def test_what_came_went_and_changed() -> None:
    made = shop()
    say(made, "objective", statement="Cut churn from 9% to 6%", target="6")
    say(made, "service", name="Portal")
    then = _copy(made)
    assert then.of("objective") and then.of("service") and then.about and not difference(then, made)
    say(made, "outcome", statement="Back in 30 minutes", objectives="O1")
    put(made, "O1", target="5", services="S1")
    draft = Draft(made)
    draft.remove("S1")
    made.apply(draft.changes)
    found = difference(then, made)
    assert [record.ref for record in found.added] == ["C1"]
    assert [record.words for record in found.removed] == ["Portal"]
    assert [(each.record.ref, *each[1:]) for each in found.changed] == [("O1", "target", "6", "5")]
    back = difference(made, then)
    assert [record.ref for record in back.removed] == ["C1"]
    assert [(each.old, each.new) for each in back.changed] == [("5", "6")]


def test_another_order_and_the_name_of_a_version_are_no_difference() -> None:
    made = shop()
    for words in ("Cut churn", "Cut cost"):
        say(made, "objective", statement=words)
    then = _copy(made)
    assert len(then.of("objective")) == 2 and not then.of("note")
    draft = Draft(made)
    draft.move("O2", -1)
    made.apply(draft.changes)
    say(made, "note", on="W1", what="version", text="before the board")
    assert not difference(then, made)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["6", "7", ""])), max_size=12))
def test_the_differences_of_two_states_take_one_to_the_other(said: list[tuple[str, str]]) -> None:
    made = shop()
    for words in "abc":
        say(made, "objective", statement=words, target="1")
    then = _copy(made)
    assert len(then.of("objective")) == 3
    for words, target in said:
        put(made, f"O{'abc'.index(words) + 1}", target=target)
    draft = Draft(then)
    for each in difference(then, made).changed:
        assert draft.value(each.record.ref, each.field) == each.old
        draft.set(each.record.ref, each.field, each.new)
    then.apply(draft.changes)
    assert [record.values() for record in then.of("objective")] == [record.values() for record in made.of("objective")]


def test_what_the_program_keeps_for_itself_is_no_difference() -> None:
    then, now = shop(), shop()
    put(now, "W1", joined="26805321da9a81ee", client="Northwind")
    assert [each.field for each in difference(then, now).changed] == ["client"]
