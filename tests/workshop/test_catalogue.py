"""The shipped catalogue is whole and says what records can hold; words find what they mean, and plainer words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from making import shop

from store.catalogues import read
from workshop.catalogue import Catalogue, filled, lines
from workshop.derived import duties
from workshop.entries import ENTRIES, Entry, OutcomeIdea
from workshop.records.goals import CATEGORIES
from workshop.words import BLANK

CATALOGUE = read([])
NINE = (
    "incident-management",
    "problem-management",
    "change-enablement",
    "request-fulfilment",
    "service-level-management",
    "asset-and-configuration-management",
    "knowledge-management",
    "release-coordination",
    "evidence-retention",
)
SEVENTEEN = (
    "Mean time to restore service",
    "Change success rate",
    "First-contact resolution",
    "Service availability",
    "SLA attainment",
    "User satisfaction",
    "Recurring incident rate",
    "Customer-impacting incident count",
    "Request fulfilment time",
    "Changes with complete approvals",
    "Unauthorised changes",
    "Configuration accuracy",
    "Deployment lead time",
    "Incident rate after release",
    "Change review backlog",
    "Known error volume",
    "Knowledge article usage",
)


def texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """Every word that an entry says to people, by the part in which it stands."""
    for name, part in entry.parts.items():
        held = getattr(entry, name)
        if part.shape == "text":
            yield name, held
        elif part.shape == "reasons":
            yield from ((name, said) for said in held.values())
        elif part.shape == "rows":
            yield from (pair for row in held for pair in texts(row))


def test_it_holds_what_the_method_asks_for() -> None:
    assert CATALOGUE.mistakes == ()
    assert list(CATALOGUE.categories) == list(CATEGORIES)
    assert set(NINE) <= set(CATALOGUE.practices)
    assert len(CATALOGUE.practices) >= 23
    assert len(CATALOGUE.outcomes) >= 40
    assert len([metric for metric in CATALOGUE.metrics.values() if not metric.vanity_behind]) >= 80
    assert set(SEVENTEEN) <= {metric.name for metric in CATALOGUE.metrics.values()}
    assert len(CATALOGUE.roles) >= 6
    assert len(CATALOGUE.plain) >= 150
    assert len(CATALOGUE.terms) >= 19


def test_the_four_rights_are_in_it_and_the_three_questions_are_asked() -> None:
    names = {right.name.lower() for right in CATALOGUE.decisions.values()}
    assert set(duties.RIGHTS) <= names
    asked = {key: right.question for key, right in CATALOGUE.decisions.items()}
    assert "urgent fix" in asked["risk-acceptance"]
    assert "Two units" in asked["prioritisation"]
    assert "money" in asked["business-case"]


def test_every_sort_of_count_that_shows_nothing_leads_to_a_number_that_does() -> None:
    counts = [metric for metric in CATALOGUE.metrics.values() if metric.vanity_behind]
    assert len(counts) >= 10
    for count in counts:
        assert not any(metric.vanity_behind for metric in CATALOGUE.behind(count)), count.key
    for practice in CATALOGUE.practices:
        assert CATALOGUE.metrics_of(practice), practice
        assert not any(metric.vanity_behind for metric in CATALOGUE.metrics_of(practice))


@pytest.mark.parametrize("idea", CATALOGUE.outcomes.values(), ids=lambda idea: idea.key)
def test_an_outcome_says_all_that_is_needed_of_it(idea: OutcomeIdea) -> None:
    assert "{service}" in idea.statement
    assert "{target}" in idea.statement
    assert idea.supports
    assert [move.role for move in idea.practices].count("primary") >= 1
    assert all(move.order for move in idea.practices)
    assert any(metric.timing == "leading" for metric in CATALOGUE.metrics_for(idea.key)) or len(idea.metrics) < 4
    first = CATALOGUE.metrics[idea.metrics[0]]
    assert (first.direction, first.unit) == (idea.direction, idea.unit)
    moved = {move.practice for move in idea.practices}
    assert all(moved & set(metric.practices) for metric in CATALOGUE.metrics_for(idea.key)[:1])


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_category_leads_to_outcomes_each_with_why(category: str) -> None:
    own = CATALOGUE.categories[category]
    found = CATALOGUE.outcomes_for(category)
    assert len(found) >= 3
    assert [idea.key for idea, _ in found[: len(own.outcomes)]] == list(own.outcomes)
    assert all(idea.supports[category] == why for idea, why in found)


def test_each_activity_has_one_who_answers_and_somebody_who_does_it() -> None:
    for practice in CATALOGUE.practices.values():
        assert 3 <= len(practice.activities) <= 5, practice.key
        for duty in practice.activities:
            assert duties.check(dict(duty.raci)) == duties.OK, duty.name


def test_every_name_and_other_name_finds_its_own() -> None:
    for practice in CATALOGUE.practices.values():
        assert {CATALOGUE.practice(name) for name in (practice.name, *practice.aliases)} == {practice}
    for metric in CATALOGUE.metrics.values():
        assert {CATALOGUE.metric(name) for name in (metric.name, *metric.aliases)} == {metric}


@pytest.mark.parametrize("service", ["Sales portal", "Staff access", "Release calendar", ""])
def test_every_outcome_is_known_by_its_own_words(service: str) -> None:
    for idea in CATALOGUE.outcomes.values():
        assert CATALOGUE.outcome(filled(idea.statement, service=service)) is idea


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Incident mgmt", "incident-management"),
        ("IT change control", "change-enablement"),
        ("CMDB upkeep", "asset-and-configuration-management"),
        ("Our knowledge sharing", "knowledge-management"),
        ("Request fulfillment", "request-fulfilment"),
        ("Canteen", ""),
        ("", ""),
    ],
)
def test_a_process_is_recognised_by_what_the_room_calls_it(said: str, key: str) -> None:
    found = CATALOGUE.practice(said)
    assert (found.key if found else "") == key


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("MTTR", "mean-time-to-restore-service"),
        ("Mean time to restore the sales portal", "mean-time-to-restore-service"),
        ("Recurring incident rate: faults back within 30 days", "recurring-incident-rate"),
        ("Number of tickets closed", "tickets-closed"),
        ("Calls answered with a tested guide", ""),
        ("Unauthorized changes per month", "unauthorised-changes"),
        ("Rainfall", ""),
    ],
)
def test_a_metric_is_recognised_by_what_the_room_calls_it(said: str, key: str) -> None:
    found = CATALOGUE.metric(said)
    assert (found.key if found else "") == key


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("The sales portal is back within 30 minutes after an outage, not 90", "restored-faster"),
        ("Unauthorised changes to the payroll fall from 9 to 0 a month", "no-secret-change"),
        ("The service desk settles 75% of calls at first contact, not 52%", "solved-at-once"),
        ("The canteen is warmer", ""),
    ],
)
def test_an_outcome_in_other_words_is_recognised(said: str, key: str) -> None:
    found = CATALOGUE.outcome(said)
    assert (found.key if found else "") == key


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("optimize MTTR", "restore service faster"),
        ("Optimise MTTR for the portal by Q3", "Restore service faster for the portal by Q3"),
        ("Improve fulfilment latency", "Reduce delays"),
        ("improve fulfillment latency", "reduce delays"),
        ("Cut MTTRs and the SEV1 count", "Cut time to restore service and the most urgent count"),
        ("The cab comes at nine", "The cab comes at nine"),
        ("The CAB meets on Tuesday", "The change review meeting meets on Tuesday"),
        ("Raise CSAT (customer satisfaction) to 80%", "Raise CSAT (customer satisfaction) to 80%"),
        ("Restore service faster", "Restore service faster"),
        ("", ""),
    ],
)
def test_jargon_is_said_plainly(said: str, plain: str) -> None:
    assert CATALOGUE.plainly(said) == plain


def test_plain_wording_has_no_jargon_in_it() -> None:
    assert [plain for plain in CATALOGUE.plain.values() if CATALOGUE.jargon(plain)] == []


def test_the_catalogue_speaks_plainly_itself() -> None:
    technical = {"definition", "name", "source", "formula", "accountability"}
    said = [text for own in CATALOGUE.entries.values() for one in own.values() for name, text in texts(one)
            if name not in technical]  # fmt: skip
    assert len(said) > 1000
    assert [text for text in said if CATALOGUE.jargon(text)] == []
    assert [text for text in said if text.endswith(".")] == []


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
@example("MTTR" * 100)
@example("change advisory " * 40)
def test_whatever_is_typed_is_read(said: str) -> None:
    at = 0
    for found in CATALOGUE.jargon(said):
        assert at <= found.start < found.end <= len(said)
        assert said[found.start : found.end] == found.words
        at = found.end
    CATALOGUE.plainly(said)
    CATALOGUE.practice(said), CATALOGUE.metric(said), CATALOGUE.outcome(said), CATALOGUE.hints(said)


def test_a_blank_stands_where_the_room_has_said_nothing() -> None:
    pattern = "{service} is back within {target} minutes, not {baseline}"
    assert filled(pattern, service="Portal", target="30") == f"Portal is back within 30 minutes, not {BLANK}"
    assert filled("{service.__class__}", service="Portal") == "{service.__class__}"


def test_the_list_has_a_line_for_each_entry() -> None:
    listed = list(lines(CATALOGUE))
    many = sum(map(len, CATALOGUE.entries.values())) + len(CATALOGUE.plain)
    assert len(listed) == many + len(CATALOGUE.entries) + 1
    assert any(line.split(maxsplit=1) == ["CAB", "change review meeting"] for line in listed)


@pytest.mark.parametrize("kind", ENTRIES)
def test_the_manual_names_every_field_and_which_are_needed(kind: str) -> None:
    manual = Path(__file__).parents[2] / "docs" / "catalogue.md"
    (row,) = re.findall(rf"^\| `\[\[{kind}\]\]` \| (.*) \|$", manual.read_text("utf-8"), re.M)
    for cls in (ENTRIES[kind], *(part.row for part in ENTRIES[kind].parts.values() if part.row)):
        for name, part in cls.parts.items():
            assert f"**`{name}`**" in row if part.needed else f"`{name}`" in row, name


def test_the_manuals_example_holds(tmp_path: Path) -> None:
    manual = Path(__file__).parents[2] / "docs" / "catalogue.md"
    (example,) = re.findall(r"```toml\n(.*?)```", manual.read_text("utf-8"), re.S)
    own = tmp_path / "own.toml"
    own.write_text(example, "utf-8")
    found = read([own])
    assert found.mistakes == ()
    assert found.outcomes["tills-open"].metrics == ("tills-ready",)
    assert found.practices["incident-management"].name == "Fault desk"
    assert found.plainly("Our POS is down") == "Our till is down"


def test_an_empty_catalogue_knows_nothing_and_breaks_nothing() -> None:
    from workshop.catalogue import build
    from workshop.suggest import for_record, for_workshop

    empty: Catalogue = build([])
    made = shop()
    assert empty.practice("Incident management") is None
    assert empty.outcomes_for("growth") == empty.hints("growth") == empty.jargon("MTTR") == []
    assert [for_workshop(made, empty, step) for step in range(1, 7)] == [[]] * 6
    assert for_record(made, empty, "W1") == []
