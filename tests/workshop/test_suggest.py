"""What is suggested fits, says why, is made by one plan, and is never there already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import TODAY, put, say, shop

from store.catalogues import read
from store.samples import SAMPLES, sample
from workshop import suggest
from workshop.declare import KINDS
from workshop.derived import duties
from workshop.draft import Draft
from workshop.errors import NoSuchRecord
from workshop.likeness import telling
from workshop.records import Activity, Decision, Link, Metric, Objective, Outcome, Person, Process, Routine, Term
from workshop.records.goals import CATEGORIES
from workshop.state import Workshop
from workshop.suggest import MOST, Suggestion, beforehand, for_record, for_workshop

CATALOGUE = read([])


def take(made: Workshop, suggestion: Suggestion) -> object:
    """Pick the suggestion; what its plan says it made."""
    draft = Draft(made)
    result = suggestion.plan(draft)
    made.apply(draft.changes)
    return result


def titles(found: list[Suggestion]) -> list[str]:
    return [suggestion.title for suggestion in found]


def full(name: str) -> Workshop:
    """A sample, as a workshop in memory."""
    made = shop()
    draft = Draft(made)
    sample(name, TODAY)(draft)
    made.apply(draft.changes)
    return made


@pytest.fixture
def room() -> Workshop:
    """A workshop with one objective on one service."""
    made = shop(pilot="")
    say(made, "service", name="Sales portal", criticality="high")
    say(made, "objective", statement="Cut churn from 9% to 6% by 2027-12-31", category="customer satisfaction",
        services="S1")  # fmt: skip
    return made


@pytest.fixture
def mapped(room: Workshop) -> Workshop:
    """The same with an outcome."""
    say(room, "outcome", statement="The sales portal is back within 30 minutes after an outage, not 90",
        objectives="O1", service="S1", baseline="90", target="30", unit="minutes", due="2027-06-30")  # fmt: skip
    return room


def test_an_objective_leads_to_outcomes_of_its_service(room: Workshop) -> None:
    found = for_record(room, CATALOGUE, "O1")
    assert 3 <= len(found) <= MOST
    assert any("is back within" in title for title in titles(found)[:3])
    assert all("Sales portal" in title for title in titles(found))
    assert all("customer satisfaction" in suggestion.why for suggestion in found[:3])
    ref = take(room, found[0])
    made = room.one(Outcome, str(ref))
    assert made is not None
    assert (made.statement, made.objectives, made.service) == (found[0].title, ("O1",), "S1")
    assert made.supports
    assert made.unit


def test_without_a_category_the_words_of_the_objective_point_the_way(room: Workshop) -> None:
    ref = say(room, "objective", statement="New hires can work from day one", services="S1")
    first = for_record(room, CATALOGUE, ref)[0]
    assert first.title == "…% of starters can work with the Sales portal on day one, not …%"
    assert "“hires”" in first.why


def test_what_results_of_a_category_hang_on_goes_before_their_suggestions(room: Workshop) -> None:
    ref = say(room, "objective", statement="Win 40 new wholesale customers", category="growth")
    assert beforehand(room, CATALOGUE, ref).startswith("Growth often hangs on services that are open when buyers come")
    assert beforehand(room, CATALOGUE, say(room, "objective", statement="Be good")) == ""


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("Sales portal", "The Sales portal is"), ("Intranet", "The Intranet is"), ("Outlook", "Outlook is"),
        ("Order Hub", "Order Hub is"), ("Our web shop", "Our web shop is"), ("Online ordering", "Online ordering is"),
    ],
)  # fmt: skip
def test_a_service_has_its_article_in_a_sentence(room: Workshop, name: str, begins: str) -> None:
    service = say(room, "service", name=name)
    ref = say(room, "objective", statement="Lose fewer customers to outages", services=service)
    titles = [suggestion.title for suggestion in for_record(room, CATALOGUE, ref)]
    assert any(title.startswith(begins) for title in titles), titles


@pytest.mark.parametrize(
    ("statement", "first", "never"),
    [
        ("Raise repeat purchases from 22% to 35%", "orders begun", "Faults"),
        ("Win 40 new wholesale customers", "new customer", "agreed with the business"),
        ("Increase average basket size from €38 to €45", "orders begun", "agreed with the business"),
        ("Cut cost to serve per order from $4.20 to $3.00", "without manual work", "orders begun"),
        ("Reduce repeat incidents by half", "come back within 30 days", "orders begun"),
        ("Reduce successful phishing from 12 to 2 a quarter", "security breach", "agreed with the business"),
        ("Cut staff turnover in the contact centre from 31% to 20%", "Hours that people lose", "orders begun"),
        ("Bring new insurance products to market in 6 weeks", "approved idea", "orders begun"),
        ("Raise the share of orders through the portal from 40% to 70%", "orders begun", "Faults"),
        ("Launch a digital service in order to serve more regions", "feature is live", "orders begun"),
    ],
)
def test_what_an_executive_says_leads_to_what_a_service_can_do_for_it(
    room: Workshop, statement: str, first: str, never: str
) -> None:
    titles = [
        suggestion.title for suggestion in for_record(room, CATALOGUE, say(room, "objective", statement=statement))
    ]
    assert len(titles) >= 5
    assert first in titles[0]
    assert not any(never in title for title in titles[:4])


def test_beside_the_one_outcome_to_which_a_word_points_there_are_those_that_fit_any_aim(room: Workshop) -> None:
    ref = say(room, "objective", statement="Department heads have an answer within two days", services="S1")
    first, *more = titles(for_record(room, CATALOGUE, ref))
    assert "find the answer" in first
    assert len(more) >= 3
    assert not any("leavers" in title for title in more)


def test_words_that_point_at_an_outcome_bring_it_to_the_front_of_its_category(room: Workshop) -> None:
    ref = say(room, "objective", statement="Close the access of leavers in a day", category="compliance", services="S1")
    assert "leavers" in for_record(room, CATALOGUE, ref)[0].title


def test_an_objective_of_which_nothing_is_known_still_gets_something(room: Workshop) -> None:
    ref = say(room, "objective", statement="Be nice")
    found = for_record(room, CATALOGUE, ref)
    assert found
    assert all("the service" in suggestion.title.lower() for suggestion in found)


def test_an_outcome_that_is_on_the_wall_is_shared_and_not_made_twice(mapped: Workshop) -> None:
    ref = say(mapped, "objective", statement="Be up again fast", category="resilience", services="S1")
    found = for_record(mapped, CATALOGUE, ref)
    shared = next(suggestion for suggestion in found if suggestion.title.startswith("C1 "))
    assert not any("back within …" in title for title in titles(found))
    take(mapped, shared)
    outcome = mapped.one(Outcome, "C1")
    assert outcome is not None
    assert outcome.objectives == ("O1", ref)
    assert len(mapped.all(Outcome)) == 1


def test_an_outcome_in_the_rooms_own_words_is_not_suggested_again(mapped: Workshop) -> None:
    assert not any("is back within" in title for title in titles(for_record(mapped, CATALOGUE, "O1")))


def test_a_process_of_the_inventory_is_linked_with_the_reason(mapped: Workshop) -> None:
    say(mapped, "process", name="Fixing outages", practice="incident-management", owner="Ann")
    first = for_record(mapped, CATALOGUE, "C1")[0]
    assert first.title == "P1 Fixing outages"
    take(mapped, first)
    (link,) = mapped.all(Link)
    assert (link.outcome, link.process, link.role, link.order) == ("C1", "P1", "primary", 1)
    assert first.why == link.reason + "."
    assert len(mapped.all(Process)) == 1


def test_a_process_that_nobody_listed_is_made_and_linked(mapped: Workshop) -> None:
    first = for_record(mapped, CATALOGUE, "C1")[0]
    assert first.title == "New process: Incident management"
    take(mapped, first)
    (process,) = mapped.all(Process)
    assert (process.name, process.practice) == ("Incident management", "incident-management")
    assert [(link.outcome, link.process) for link in mapped.all(Link)] == [("C1", process.ref)]


def test_of_two_that_fit_alike_the_one_in_the_inventory_comes_first(room: Workshop) -> None:
    say(room, "outcome", statement="Answers are solved at the first contact", objectives="O1", service="S1")
    say(room, "process", name="Knowledge sharing")
    assert titles(for_record(room, CATALOGUE, "C1"))[:2] == ["P1 Knowledge sharing", "New process: Service desk"]


@pytest.mark.parametrize(
    ("category", "first"),
    [
        ("compliance", ["Change enablement", "Asset and configuration management", "Evidence retention"]),
        ("speed to market", ["Change enablement", "Release coordination", "Knowledge management"]),
    ],
)
@pytest.mark.parametrize("statement", ["Auditors and customers are content", "The portal is back in 30 min"])
def test_what_a_category_cannot_do_without_comes_first(category: str, first: list[str], statement: str) -> None:
    made = shop()
    say(made, "objective", statement="Do well", category=category)
    say(made, "outcome", statement=statement, objectives="O1")
    found = for_record(made, CATALOGUE, "C1")
    assert sorted(titles(found)[:3]) == sorted(f"New process: {name}" for name in first)
    step = for_workshop(made, CATALOGUE, 1)
    assert titles(step)[:3] == [f"New process: {name}" for name in first]
    assert all("O1" in suggestion.why for suggestion in step[:3])


def test_a_metric_is_made_with_all_that_is_known_of_it(mapped: Workshop) -> None:
    say(mapped, "process", name="Incident management")
    say(mapped, "link", outcome="C1", process="P1")
    first = for_record(mapped, CATALOGUE, "L1")[0]
    assert first.title == "Mean time to restore service"
    assert "C1" in first.why
    assert titles(for_record(mapped, CATALOGUE, "C1", with_process="P1")) == titles(for_record(mapped, CATALOGUE, "L1"))
    take(mapped, first)
    (metric,) = mapped.all(Metric)
    assert (metric.outcomes, metric.processes) == (("C1",), ("P1",))
    assert (metric.unit, metric.direction, metric.timing, metric.aspect) == (
        "minutes", "down", "lagging", "efficiency")  # fmt: skip
    assert (metric.baseline, metric.target, metric.due) == ("90", "30", "2027-06-30")
    assert metric.source
    assert metric.decision
    assert metric.every


def test_after_one_that_looks_back_one_that_warns_comes_next(mapped: Workshop) -> None:
    say(mapped, "process", name="Incident management")
    say(mapped, "link", outcome="C1", process="P1")
    take(mapped, for_record(mapped, CATALOGUE, "L1")[0])
    first = for_record(mapped, CATALOGUE, "L1")[0]
    take(mapped, first)
    assert [metric.timing for metric in mapped.all(Metric)] == ["lagging", "leading"]
    assert "warns early" in first.why


def test_a_number_that_is_looked_at_today_comes_before_a_new_one(mapped: Workshop) -> None:
    say(mapped, "process", name="Incident management")
    say(mapped, "link", outcome="C1", process="P1")
    say(mapped, "metric", name="Failures noticed before a customer calls", baseline="22", unit="percent",
        direction="up")  # fmt: skip
    first = for_record(mapped, CATALOGUE, "L1")[0]
    assert first.title == "M1 Failures noticed before a customer calls"
    assert "looked at today" in first.why
    take(mapped, first)
    (metric,) = mapped.all(Metric)
    assert metric.outcomes == ("C1",)
    assert (metric.unit, metric.timing) == ("percent", "leading")


def test_a_metric_of_the_same_name_on_another_service_gets_the_services_name(mapped: Workshop) -> None:
    say(mapped, "service", name="Tracking")
    say(mapped, "outcome", statement="Tracking is back within 20 minutes after an outage", service="S2")
    say(mapped, "process", name="Incident management")
    say(mapped, "metric", name="Mean time to restore service", outcomes="C1", processes="P1")
    found = titles(for_record(mapped, CATALOGUE, "C2", with_process="P1"))
    assert found[0] == "Mean time to restore service, Tracking"


def test_an_easy_count_is_never_suggested_and_leads_to_what_is_behind_it(mapped: Workshop) -> None:
    say(mapped, "process", name="Service desk")
    say(mapped, "metric", name="Tickets closed", outcomes="C1", processes="P1")
    counts = {metric.name for metric in CATALOGUE.metrics.values() if metric.vanity_behind}
    assert counts.isdisjoint(titles(for_record(mapped, CATALOGUE, "C1", with_process="P1")))
    first = for_record(mapped, CATALOGUE, "M1")[0]
    assert first.title == "First-contact resolution"
    assert "M1 counts work" in first.why
    take(mapped, first)
    assert mapped.all(Metric)[-1].outcomes == ("C1",)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("MTTR", "Time to restore service"),
        ("MTTR of the portal", "Time to restore service of the portal"),
        ("Change success rate", "Changes that work the first time"),
    ],
)
def test_a_metric_is_said_plainly(name: str, plain: str) -> None:
    made = shop()
    say(made, "metric", name=name)
    found = next(one for one in for_record(made, CATALOGUE, "M1") if one.title == f"Say “{plain}”")
    take(made, found)
    assert made.all(Metric)[0].name == plain


def test_what_a_metric_leaves_open_is_filled_in_and_what_was_said_stays() -> None:
    made = shop()
    say(made, "metric", name="Mean time to restore service", direction="up", baseline="2 h")
    found = next(one for one in for_record(made, CATALOGUE, "M1") if one.title.startswith("Fill in"))
    take(made, found)
    (metric,) = made.all(Metric)
    assert (metric.unit, metric.direction, metric.timing) == ("", "up", "lagging")
    assert metric.decision
    assert not any(title.startswith("Fill in") for title in titles(for_record(made, CATALOGUE, "M1")))


def test_a_process_gets_its_work_shared_out_among_those_who_are_there(mapped: Workshop) -> None:
    say(mapped, "person", name="Ann", role="IT Operations Lead", group="operations")
    say(mapped, "person", name="Bo", group="process owner")
    put(mapped, "S1", owner="Cy")
    say(mapped, "process", name="Incident management", owner="H2")
    say(mapped, "link", outcome="C1", process="P1")
    found = for_record(mapped, CATALOGUE, "P1")
    for suggestion in found:
        take(mapped, suggestion)
    assert [activity.name for activity in mapped.all(Activity)] == titles(found)
    assert {duty.check for duty in duties.duties(mapped)} == {duties.OK}
    assert set(duties.columns(mapped)) >= {"H1", "H2", "Cy"}
    assert duties.duties(mapped)[0].letters["H2"] == "A"


def test_one_person_in_two_roles_answers_and_does_it(mapped: Workshop) -> None:
    say(mapped, "person", name="Ann", role="IT operations lead", group="operations")
    say(mapped, "process", name="Problem management", owner="H1")
    for suggestion in for_record(mapped, CATALOGUE, "P1"):
        take(mapped, suggestion)
    assert {duty.check for duty in duties.duties(mapped)} == {duties.OK}
    assert "A/R" in {duty.letters.get("H1") for duty in duties.duties(mapped)}


def test_an_activity_in_much_the_same_words_is_not_suggested(mapped: Workshop) -> None:
    say(mapped, "process", name="Incident management")
    say(mapped, "activity", name="Bring service back before looking for causes", process="P1")
    assert not any(title.startswith("Bring") for title in titles(for_record(mapped, CATALOGUE, "P1")))


def test_an_empty_workshop_lacks_roles_words_rights_and_meetings() -> None:
    made = shop()
    found = {step: titles(for_workshop(made, CATALOGUE, step)) for step in range(1, 7)}
    assert found[1][:2] == ["Executive sponsor", "Service owner"]
    assert found[2] == ["Executive sponsor"]
    assert found[3] == []
    assert found[4][:4] == ["Service outcome", "SLA", "Control", "Risk"]
    wanted = [f"{right.capitalize()}: who decides?" for right in duties.RIGHTS]
    assert set(wanted) <= set(found[5])
    assert "Golden thread review, every six weeks" in found[6]


def test_taking_all_of_a_step_fills_it() -> None:
    made = shop()
    for step in (1, 4, 5, 6):
        for _ in range(10):
            for suggestion in for_workshop(made, CATALOGUE, step):
                take(made, suggestion)
        assert for_workshop(made, CATALOGUE, step) == []
    assert duties.open_rights(made) == []
    assert len(made.all(Person)) == len(CATALOGUE.roles)
    assert {"service outcome", "sla", "control", "risk"} <= {term.term.lower() for term in made.all(Term)}
    assert all(decision.decides and decision.scenario and decision.within for decision in made.all(Decision))
    assert all(routine.chair and routine.decides for routine in made.all(Routine))


def test_the_maps_first_gap_is_what_the_step_is_about(room: Workshop) -> None:
    assert titles(for_workshop(room, CATALOGUE, 3)) == titles(for_record(room, CATALOGUE, "O1"))
    say(room, "outcome", statement="The portal is back in 30 min", objectives="O1")
    assert titles(for_workshop(room, CATALOGUE, 3)) == titles(for_record(room, CATALOGUE, "C1"))
    say(room, "process", name="Incident management")
    say(room, "link", outcome="C1", process="P1")
    assert titles(for_workshop(room, CATALOGUE, 3)) == titles(for_record(room, CATALOGUE, "L1"))


def test_a_plan_whose_record_is_gone_says_so_and_changes_nothing(mapped: Workshop) -> None:
    found = for_record(mapped, CATALOGUE, "O1")
    draft = Draft(mapped)
    draft.remove("O1")
    mapped.apply(draft.changes)
    with pytest.raises(NoSuchRecord):
        found[0].plan(Draft(mapped))


def test_a_record_of_which_the_catalogue_knows_nothing_gets_nothing(mapped: Workshop) -> None:
    for ref in ("S1", "W1", "X9", "", "O1/-/impact"):
        assert for_record(mapped, CATALOGUE, ref) == []


@pytest.fixture(scope="module", params=SAMPLES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def asked(made: Workshop) -> Iterator[tuple[str, list[Suggestion]]]:
    """Everything that can be suggested, by where it was asked."""
    for kind in ("objective", "outcome", "link", "process", "metric"):
        for record in made.of(kind):
            yield record.ref, for_record(made, CATALOGUE, record.ref)
    for step in range(1, 7):
        yield str(step), for_workshop(made, CATALOGUE, step)


def again(made: Workshop, where: str) -> list[Suggestion]:
    return for_workshop(made, CATALOGUE, int(where)) if where.isdigit() else for_record(made, CATALOGUE, where)


def test_in_a_complete_workshop_each_suggestion_applies_and_is_then_no_longer_made(name: str) -> None:
    start = full(name)
    many = 0
    for where, found in list(asked(start)):
        assert len(found) <= MOST
        assert len(set(titles(found))) == len(found)
        for suggestion in found:
            draft = Draft(start)
            suggestion.plan(draft)
            assert draft.changes, suggestion.title
            start.apply(draft.changes)
            assert suggestion.title not in titles(again(start, where)), suggestion.title
            start.apply([change.undone() for change in reversed(draft.changes)])
            many += 1
    assert many > 100


def test_a_complete_workshop_is_not_told_what_it_has(name: str) -> None:
    made = full(name)
    practices = {process.practice for process in made.all(Process)}
    names = {metric.name.lower() for metric in made.all(Metric)}
    for where, found in asked(made):
        for suggestion in found:
            assert suggestion.why.endswith(".")
            assert telling(suggestion.why)
            draft = Draft(made)
            suggestion.plan(draft)
            for change in draft.changes:
                if change.kind == "process" and change.field == "practice":
                    assert change.new not in practices, where
                if change.kind == "metric" and change.field == "name" and change.old in ("", None):
                    assert str(change.new).lower() not in names, where


words = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=60).filter(
    lambda said: bool(said.strip())
)


@settings(max_examples=60, deadline=None)
@given(words, words, st.sampled_from(("", *CATEGORIES)), words, words)
def test_whatever_things_are_called_a_suggestion_that_is_taken_is_gone(
    service: str, statement: str, category: str, outcome: str, process: str
) -> None:
    made = shop()
    say(made, "service", name=service)
    say(made, "objective", statement=statement, category=category, services="S1")
    say(made, "outcome", statement=outcome, objectives="O1", service="S1")
    say(made, "process", name=process)
    say(made, "link", outcome="C1", process="P1")
    say(made, "metric", name=statement)
    for where, found in list(asked(made)):
        for suggestion in found[:2]:
            draft = Draft(made)
            suggestion.plan(draft)
            made.apply(draft.changes)
            assert suggestion.title not in titles(again(made, where))
            made.apply([change.undone() for change in reversed(draft.changes)])


def test_five_hundred_objectives_are_no_wait() -> None:
    made = Workshop(today=date(2026, 11, 24))
    draft = Draft(made)
    service = draft.add(KINDS["service"], {"name": "Sales portal"})
    process = draft.add(KINDS["process"], {"name": "Incident management"})
    ideas = list(CATALOGUE.outcomes.values())
    for number in range(500):
        objective = draft.add(Objective.kind, {
            "statement": f"Cut churn of group {number}", "category": CATEGORIES[number % 8], "services": (service,),
            "due": (TODAY + timedelta(days=number)).isoformat(),
        })  # fmt: skip
        for idea in ideas[number % 50 : number % 50 + 3]:
            outcome = draft.add(Outcome.kind, {"statement": f"{idea.statement} {number}", "service": service,
                                               "objectives": (objective,)})  # fmt: skip
            draft.add(Link.kind, {"outcome": outcome, "process": process})
            draft.add(Metric.kind, {"name": f"{idea.gives} {number}", "outcomes": (outcome,)})
    made.apply(draft.changes)
    for ref in ("O250", "C700", "L700", "M700"):
        for_record(made, CATALOGUE, ref)
        made.apply([])
        began = process_time()
        for_record(made, CATALOGUE, ref)
        assert process_time() - began < 0.05, ref
    assert suggest.for_workshop(made, CATALOGUE, 3)
