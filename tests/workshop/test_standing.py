"""Sign-off needs every group and no open block; a signature lapses with the words it was given to."""

import pytest
from making import put, say, shop

from workshop.derived.standing import Standing, heard, not_heard, standings
from workshop.derived.wording import wording
from workshop.records import Objective
from workshop.state import Workshop

GROUPS = ("business", "service owner", "process owner", "governance")


@pytest.fixture
def room() -> Workshop:
    made = shop()
    for group in (*GROUPS, "sponsor", "finance"):
        say(made, "person", name=group.title(), group=group)
    say(made, "objective", statement="Cut churn", heard="H2,H5")
    say(made, "process", name="Incident management")
    say(made, "outcome", statement="Back in 30 minutes", objectives="O1")
    say(made, "outcome", statement="Serves nothing yet")
    say(made, "link", outcome="C1", process="P1", reason="it restores")
    return made


def verdict(made: Workshop, person: str, says: str = "agree", on: str = "C1") -> str:
    return say(made, "verdict", on=on, person=person, says=says, wording=wording(made, on))


def only(made: Workshop) -> Standing:
    (standing,) = standings(made)
    return standing


def test_every_group_is_to_be_heard(room: Workshop) -> None:
    assert only(room).missing == list(GROUPS)
    verdict(room, "H2")
    verdict(room, "H4")
    assert only(room).sentence == "2 groups to be heard: business, process owner"
    assert not only(room).signed


def test_signed_off_when_all_have_spoken_and_nobody_blocks(room: Workshop) -> None:
    for person in ("H1", "H2", "H3"):
        verdict(room, person)
    verdict(room, "H4", "concern")
    assert only(room).signed
    assert only(room).sentence == "signed off; 1 concern to be met"
    assert [v.person for v in only(room).concerns] == ["H4"]


def test_a_block_stops_it_and_names_who(room: Workshop) -> None:
    for person in ("H1", "H2", "H3", "H4"):
        verdict(room, person, "block" if person == "H3" else "agree")
    assert not only(room).signed
    assert only(room).sentence == "blocked by Process Owner"
    assert [v.person for v in only(room).blocks] == ["H3"]


@pytest.mark.parametrize("person", ["H5", "H6", "business"])
def test_sponsor_finance_and_a_named_group_speak_for_the_business(room: Workshop, person: str) -> None:
    verdict(room, person)
    assert "business" not in only(room).missing


def test_a_signature_lapses_when_the_words_change(room: Workshop) -> None:
    for person in ("H1", "H2", "H3", "H4"):
        verdict(room, person)
    assert only(room).signed
    put(room, "C1", target="20 min")
    assert not only(room).signed
    assert (len(only(room).lapsed), only(room).missing) == (4, list(GROUPS))
    verdict(room, "H1")
    assert [v.ref for v in only(room).verdicts] == ["V5", "V1", "V2", "V3", "V4"], "valid ones come first"
    put(room, "C1", target="")
    assert only(room).missing == [], "with the old words back, the old signatures hold"


def test_a_lapsed_block_no_longer_blocks(room: Workshop) -> None:
    verdict(room, "H1", "block")
    put(room, "C1", statement="Back in 20 minutes")
    assert only(room).blocks == []


def test_a_verdict_on_a_link_counts_for_its_outcome_and_lapses_with_the_reason(room: Workshop) -> None:
    verdict(room, "H3", on="L1")
    assert "process owner" not in only(room).missing
    put(room, "L1", reason="it restores the portal first")
    assert "process owner" in only(room).missing


def test_who_was_asked_about_an_objective(room: Workshop) -> None:
    assert [person.ref for person in heard(room)["O1"]] == ["H2", "H5"]
    objective = room.one(Objective, "O1")
    assert objective
    assert not_heard(room, objective) == ["finance", "operations", "security"]


def test_what_is_signed_is_what_stands_on_the_wall(room: Workshop) -> None:
    """The objective above it too; of value and day what the sentence does not say itself."""
    verdict(room, "H1")
    put(room, "C1", statement="Back in 30 minutes by 30 June 2027")
    for on in ("H1", "H3"):
        verdict(room, on)
    before = len(only(room).lapsed)
    put(room, "C1", target="30 minutes", due="2027-06-30")
    assert len(only(room).lapsed) == before, "the sentence said so already"
    put(room, "C1", target="45 minutes")
    assert "45 minutes" in wording(room, "C1") and len(only(room).lapsed) > before
    put(room, "C1", target="30 minutes")
    put(room, "O1", statement="Cut churn to 5%")
    assert len(only(room).lapsed) > before
