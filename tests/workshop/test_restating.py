"""What the article calls vague, work done or jargon is led to a result that can be measured."""

from __future__ import annotations

import pytest
from making import put, say, shop

from store.catalogues import read
from workshop.draft import Draft
from workshop.records import Metric, Objective, Outcome
from workshop.state import Workshop
from workshop.suggest import Suggestion, in_hand, wants_better_words
from workshop.words import BLANK

CATALOGUE = read([])
BAD = ("improve service", "make the system faster", "faster incident resolution", "tickets closed", "optimize MTTR")
VALUES = ("90", "30", "30 June 2027")


@pytest.fixture
def room() -> Workshop:
    """A room with one service, one objective that stands, and nothing else."""
    made = shop()
    say(made, "service", name="Sales portal")
    say(made, "objective", statement="Cut churn from 9% to 6% by 2027-12-31")
    return made


def better(made: Workshop, ref: str) -> list[Suggestion]:
    """What is offered as other words for the record."""
    return [suggestion for suggestion in in_hand(made, CATALOGUE, ref) if suggestion.title.startswith("Say ")]


def says(made: Workshop, suggestion: Suggestion, *values: str) -> None:
    """Fill the blanks in, one after the other."""
    assert suggestion.saying
    text = suggestion.saying.text
    for value in values:
        text = text.replace(BLANK, value, 1)
    draft = Draft(made)
    suggestion.saying.plan(draft, text)
    made.apply(draft.changes)


@pytest.mark.parametrize("said", BAD)
@pytest.mark.parametrize("kind", ["objective", "outcome"])
def test_every_bad_example_is_led_to_a_result_with_values_and_a_date(room: Workshop, kind: str, said: str) -> None:
    many = len(better(room, say(room, kind, statement=said)))
    assert many
    for at in range(many):
        ref = say(room, kind, statement=said)
        assert wants_better_words(room, ref)
        says(room, better(room, ref)[at], *VALUES)
        record = room.find(ref)
        assert isinstance(record, Objective | Outcome)
        assert not wants_better_words(room, ref), record.statement
        assert record.target and record.due == "2027-06-30", record.statement
        assert BLANK not in record.statement


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("make the system faster", "answers within … seconds"),
        ("faster incident resolution", "is back within … minutes"),
        ("tickets closed", "solved at the first contact"),
        ("optimize MTTR", "is back within … minutes"),
        ("improve fulfillment latency", "requests for the Sales portal are done in the agreed time"),
    ],
)
def test_an_outcome_is_led_to_what_its_words_meant(room: Workshop, said: str, first: str) -> None:
    ref = say(room, "outcome", statement=said, objectives="O1")
    assert first in better(room, ref)[0].title


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("faster incident resolution", "what outages of the Sales portal cost"),
        ("optimize MTTR", "what outages of the Sales portal cost"),
        ("make the system faster", "working hours lost"),
        ("Delight customers", "customers who leave"),
        ("Restore customer trust", "customers who leave"),
        ("Be compliant", "audit findings"),
        ("Reduce costs", "yearly cost of the Sales portal"),
    ],
)
def test_an_objective_is_led_to_what_the_business_would_have_of_it(room: Workshop, said: str, first: str) -> None:
    ref = say(room, "objective", statement=said)
    assert first in better(room, ref)[0].title
    assert all("For " in suggestion.why for suggestion in better(room, ref))


def test_an_outcome_whose_words_say_nothing_is_led_to_what_its_objective_hangs_on(room: Workshop) -> None:
    put(room, "O1", category="compliance")
    ref = say(room, "outcome", statement="Improve service", objectives="O1")
    assert "complete approval" in better(room, ref)[0].title


def test_the_words_fill_the_fields_and_the_first_wording_is_kept(room: Workshop) -> None:
    ref = say(room, "objective", statement="faster incident resolution")
    says(room, better(room, ref)[0], "40k", "10k", "within two quarters")
    made = room.one(Objective, ref)
    assert made is not None
    assert made.statement == "Cut what outages of the Sales portal cost from 40k to 10k a month, within two quarters"
    assert (made.said, made.baseline, made.target) == ("faster incident resolution", "40k", "10k")
    assert (made.category, made.services) == ("resilience", ("S1",))
    assert made.due


def test_a_service_that_the_room_took_out_of_the_sentence_is_not_set(room: Workshop) -> None:
    ref = say(room, "outcome", statement="tickets closed")
    found = better(room, ref)[0]
    assert found.saying
    draft = Draft(room)
    found.saying.plan(draft, "80% of questions about payroll are solved at the first contact, not 60%, by Q4 2027")
    room.apply(draft.changes)
    assert room.find(ref).values()["service"] == ""


def test_a_new_outcome_is_filled_in_likewise(room: Workshop) -> None:
    put(room, "O1", category="customer satisfaction", services="S1")
    found = next(one for one in in_hand(room, CATALOGUE, "O1") if "is back within" in one.title)
    says(room, found, *VALUES[1::-1], "within two quarters")
    (made,) = room.all(Outcome)
    assert made.statement == "The Sales portal is back within 30 minutes after an outage, not 90, within two quarters"
    assert (made.target, made.baseline, made.unit) == ("30 minutes", "90", "minutes")
    assert made.due and made.supports and made.service == "S1"


def test_what_stands_well_is_left_alone(room: Workshop) -> None:
    ref = say(room, "outcome", statement="The portal is back within 30 minutes, not 90, by 30 June 2027")
    assert not better(room, "O1") and not better(room, ref)
    weak = say(room, "objective", statement="Improve service", target="30", due="2027-06-30")
    assert not wants_better_words(room, weak)


def test_where_no_service_is_known_the_room_says_which(room: Workshop) -> None:
    say(room, "service", name="Payroll")
    ref = say(room, "outcome", statement="faster incident resolution")
    assert better(room, ref)[0].title.startswith(f"Say “{BLANK} is back within")


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("improve service", "SLA attainment"),
        ("make the system faster", "Answer time at the busiest hour"),
        ("faster incident resolution", "Mean time to restore service"),
        ("tickets closed", "First-contact resolution"),
        ("optimize MTTR", "Mean time to restore service"),
    ],
)
def test_a_metric_that_is_a_wish_or_a_count_becomes_a_number_in_its_place(
    room: Workshop, said: str, number: str
) -> None:
    ref = say(room, "metric", name=said)
    draft = Draft(room)
    in_hand(room, CATALOGUE, ref)[0].plan(draft)
    room.apply(draft.changes)
    (metric,) = room.all(Metric)
    assert metric.name == number
    assert metric.unit and metric.direction and metric.timing and metric.source
    assert not wants_better_words(room, ref)


def test_a_count_that_is_read_already_stays_and_the_better_number_comes_beside_it(room: Workshop) -> None:
    ref = say(room, "metric", name="tickets closed", baseline="400")
    draft = Draft(room)
    in_hand(room, CATALOGUE, ref)[0].plan(draft)
    room.apply(draft.changes)
    assert [metric.name for metric in room.all(Metric)] == ["tickets closed", "First-contact resolution"]
