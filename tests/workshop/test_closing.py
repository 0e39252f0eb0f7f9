"""The closing page: every part says what the records hold, nothing private, nothing invented."""

from __future__ import annotations

import pytest
from making import put, say, shop

from workshop.derived.closing import AGAIN, DECIDED, DOES, MOST, OPEN, closing
from workshop.derived.wording import wording
from workshop.state import Workshop

GROUPS = ("business", "service owner", "process owner", "governance")


@pytest.fixture
def room() -> Workshop:
    """One pilot with its thread; H1 to H4 speak for the groups; nobody has said anything to it yet."""
    made = shop()
    for group in GROUPS:
        say(made, "person", name=group.title(), group=group, present="yes")
    say(made, "objective", statement="Cut churn from 9% to 6%", state="pilot")
    say(made, "objective", statement="Open a second shop", state="candidate")
    put(made, "W1", pilot="O1", sponsor="Chief Customer Officer")
    say(made, "process", name="Incident management")
    say(made, "outcome", statement="Back in 30 minutes", objectives="O1")
    say(made, "link", outcome="C1", process="P1", reason="it restores")
    say(made, "metric", name="Time to restore", outcomes="C1", processes="P1")
    return made


def part(made: Workshop, name: str) -> list[str]:
    return [said.words for said in closing(made) if said.part == name]


def verdict(made: Workshop, person: str, says: str = "agree") -> None:
    say(made, "verdict", on="C1", person=person, says=says, words="My own words", wording=wording(made, "C1"))


def test_an_empty_workshop_says_so_in_every_part() -> None:
    assert [(said.part, said.words) for said in closing(shop())] == [
        (DECIDED, "Nothing is decided yet."),
        (DOES, "Nothing is to be done yet."),
        (OPEN, "No pilot is chosen yet."),
        (AGAIN, "No day is set for the next review."),
    ]


def test_the_pilot_its_sponsor_and_why_it_wins(room: Workshop) -> None:
    for objective, value in (("O1", 5), ("O2", 2)):
        for criterion in ("impact", "urgency", "dependency"):
            say(room, "score", objective=objective, criterion=criterion, value=str(value))
    first, why, firm = part(room, DECIDED)
    assert first == "We start with O1 “Cut churn from 9% to 6%”; Chief Customer Officer stands behind it."
    assert why.startswith("It scores highest, with 5.0 of 5")
    assert firm == "O1 comes first in 100% of 125 weightings."


def test_a_pilot_that_does_not_lead_says_that_another_does(room: Workshop) -> None:
    for objective, value in (("O1", 2), ("O2", 5)):
        say(room, "score", objective=objective, criterion="impact", value=str(value))
    assert part(room, DECIDED)[1].startswith("It is place 2 of the ranking, with ")
    assert part(room, DECIDED)[1].endswith("; O2 comes first.")


def test_a_service_as_the_pilot_is_named_without_a_score(room: Workshop) -> None:
    say(room, "service", name="Sales portal")
    put(room, "W1", pilot="S1", sponsor="")
    assert part(room, DECIDED) == ["We start with S1 “Sales portal”."]
    assert "No executive stands behind the pilot yet." in part(room, OPEN)


def test_a_thread_is_decided_when_it_is_signed_off_and_open_until_then(room: Workshop) -> None:
    assert f"{'Governance'} is still to be heard on C1." in part(room, OPEN)
    for person in ("H1", "H2", "H3"):
        verdict(room, person)
    verdict(room, "H4", "block")
    assert "C1 “Back in 30 minutes” is blocked by Governance." in part(room, OPEN)
    put(room, "V4", says="concern")
    assert "C1 “Back in 30 minutes” is signed off." in part(room, DECIDED)
    assert part(room, OPEN) == ["C1 “Back in 30 minutes”: a concern of Governance stands."]
    assert not any("My own words" in said.words for said in closing(room))


def test_decisions_and_what_was_put_aside_with_the_reason(room: Workshop) -> None:
    say(room, "note", on="C1", what="decision", text="The night team restarts it")
    say(room, "note", on="W1", what="decision", text="Mondays it is!")
    say(room, "note", on="C1", what="decision", text="Whom to blame", private="yes")
    put(room, "O2", state="parked", parked_because="no service carries it")
    say(room, "ruling", on="M1", says="retire", reason="nobody reads it")
    say(room, "action", what="Hire a clown", status="dropped")
    assert part(room, DECIDED)[1:] == [
        "Decided (on C1): The night team restarts it.",
        "Decided: Mondays it is!",
        "Parked: O2 “Open a second shop”, because: no service carries it.",
        "Retired: M1 “Time to restore”, because: nobody reads it.",
        "Dropped: X1 “Hire a clown”.",
    ]


def test_a_metric_that_was_kept_after_all_is_not_retired(room: Workshop) -> None:
    say(room, "ruling", on="M1", review="2026-10-01", says="retire", reason="nobody reads it")
    say(room, "ruling", on="M1", review="2026-11-01", says="keep")
    assert not any("Retired" in words for words in part(room, DECIDED))


def test_who_decides_what_is_decided_and_what_nobody_may_decide_is_open(room: Workshop) -> None:
    say(room, "decision", name="escalation", decides="H2", within="10 minutes", scenario="Down at night")
    say(room, "decision", name="Priority.", decides="Governance chair")
    say(room, "decision", name="Risk", decides="H1", within="within a day")
    say(room, "decision", name="Goodwill", within="1 day")
    assert part(room, DECIDED)[1:] == [
        "Escalation: Service Owner decides, within 10 minutes.",
        "Priority: Governance chair decides.",
        "Risk: Business decides, within a day.",
    ]
    assert "Goodwill: nobody decides yet." in part(room, OPEN)


def test_the_meetings_agreed_stand_under_when_we_look_again(room: Workshop) -> None:
    say(room, "routine", what="Thread review", every="Every six weeks", chair="H1", decides="What to keep")
    say(room, "routine", what="night huddle.")
    say(room, "routine", what="Board, first Monday of the month", every="first Monday of the month")
    assert part(room, AGAIN)[1:] == [
        "Thread review, every six weeks, chaired by Business.", "Night huddle.", "Board, first Monday of the month.",
    ]  # fmt: skip


def test_what_is_to_be_refined_is_said_once_by_the_latest_ruling(room: Workshop) -> None:
    say(room, "ruling", on="M1", review="2026-10-01", says="refine", reason="count hours")
    say(room, "ruling", on="C1", review="2026-10-01", says="retire", reason="nobody notices")
    say(room, "ruling", on="C1", review="2026-11-01", says="refine", reason="say it for the night only")
    say(room, "ruling", on="M1", review="2026-11-01", says="refine", reason="count minutes.")
    assert part(room, DECIDED)[1:] == [
        "To refine: M1 “Time to restore”, because: count minutes.",
        "To refine: C1 “Back in 30 minutes”, because: say it for the night only.",
    ]


def test_actions_come_by_owner_then_by_day_those_of_nobody_last(room: Workshop) -> None:
    say(room, "action", what="Ask around")
    say(room, "action", what="Buy a pager", owner="H2", due="2027-02-01", status="doing")
    say(room, "action", what="Write it down.", owner="Finance Director", due="2026-11-01")
    say(room, "action", what="Test the pager", owner="H2", due="2027-01-01")
    say(room, "action", what="All done", owner="H2", status="done")
    assert part(room, DOES) == [
        "Service Owner: Test the pager, by 1 Jan 2027.",
        "Service Owner: Buy a pager, by 1 Feb 2027, under way.",
        "Finance Director: Write it down, by 1 Nov 2026, overdue.",
        "Nobody yet: Ask around, no day is set.",
    ]


def test_what_break_outs_said_differently_is_open_once(room: Workshop) -> None:
    for says in ("6 %", "7 %"):
        say(room, "dispute", on="O1", field="target", says=says)
    say(room, "dispute", on="C1", field="nonsense", says="?")
    assert part(room, OPEN)[:2] == [
        "O1 “Cut churn from 9% to 6%”: break-outs disagree about target.",
        "C1 “Back in 30 minutes”: break-outs disagree about this.",
    ]


def test_unknowns_with_who_finds_out_and_lines_for_later(room: Workshop) -> None:
    say(room, "note", what="unknown", text="How many left?", owner="H1", due="2026-12-01")
    say(room, "note", what="unknown", text="Who pays")
    say(room, "note", what="parked", text="Loyalty cards")
    say(room, "note", what="parked", text="The sacked manager", private="yes")
    say(room, "note", what="unknown", text="Who leaked it", private="yes")
    assert part(room, OPEN)[-3:] == [
        "Unknown: How many left? Business finds out by 1 Dec 2026.",
        "Unknown: Who pays. Nobody yet finds out.",
        "For later: Loyalty cards.",
    ]


def test_gaps_are_named_but_not_those_of_what_nobody_took_up(room: Workshop) -> None:
    say(room, "outcome", statement="Orders arrive", objectives="O1")
    say(room, "outcome", statement="Serves nobody")
    say(room, "process", name="Problem management")
    say(room, "link", outcome="C1", process="P2", reason="finds the cause")
    gaps = [words for words in part(room, OPEN) if "heard" not in words]
    assert gaps == [
        "C1 “Back in 30 minutes” has no number for Problem management yet.",
        "C2 “Orders arrive” has no process yet.",
        "C3 “Serves nobody” serves no objective.",
    ]
    put(room, "O2", state="mapped")
    assert "O2 “Open a second shop” has no outcome yet." in part(room, OPEN)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-12-16", "We look at the numbers again on 16 Dec 2026."),
        ("2026-11-24", "We look at the numbers again on 24 Nov 2026."),
        ("2026-11-23", "The next review was to be on 23 Nov 2026; no later day is set."),
    ],
)
def test_the_next_review(room: Workshop, day: str, words: str) -> None:
    put(room, "W1", next_review=day)
    assert part(room, AGAIN) == [words]


def test_of_very_many_the_first_and_how_many_more(room: Workshop) -> None:
    for number in range(MOST + 1):
        say(room, "action", what=f"Do {number}", owner="H1")
    assert len(part(room, DOES)) == MOST + 1
    say(room, "action", what="One more", owner="H1")
    assert part(room, DOES)[-1] == "And 2 more of these."
    assert len(part(room, DOES)) == MOST + 1


def test_every_part_is_there_in_its_order_and_every_sentence_ends(room: Workshop) -> None:
    found = closing(room)
    assert list(dict.fromkeys(said.part for said in found)) == [DECIDED, DOES, OPEN, AGAIN]
    assert all(said.words[0].isupper() and said.words[-1] in ".!?…" for said in found)
