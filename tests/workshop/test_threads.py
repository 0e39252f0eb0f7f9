"""The thread joins the four layers and shows every gap."""

import pytest
from making import put, say, shop

from workshop.derived.threads import loose_metrics, loose_processes, metrics_of, threads
from workshop.state import Workshop


def rows(made: Workshop) -> list[tuple[str, ...]]:
    return [tuple(knot.ref if knot else "" for knot in thread.layers) for thread in threads(made)]


@pytest.fixture
def churn() -> Workshop:
    made = shop()
    say(made, "objective", statement="Cut churn from 9% to 6%")
    say(made, "outcome", statement="Back in 30 minutes", objectives="O1")
    say(made, "outcome", statement="Fewer repeats", objectives="O1")
    say(made, "process", name="Incident management")
    say(made, "process", name="Problem management")
    say(made, "link", outcome="C1", process="P1")
    say(made, "metric", name="Time to restore", outcomes="C1")
    return made


def test_a_thread_runs_through_the_four_layers(churn: Workshop) -> None:
    assert rows(churn) == [("O1", "C1", "P1", "M1"), ("O1", "C2", "", "")]
    assert [thread.whole for thread in threads(churn)] == [True, False]


def test_a_metric_shared_is_entered_once(churn: Workshop) -> None:
    put(churn, "M1", outcomes="C1,C2")
    assert rows(churn) == [("O1", "C1", "P1", "M1"), ("O1", "C2", "", "M1")]


def test_an_outcome_that_serves_two_objectives_is_on_both_threads(churn: Workshop) -> None:
    say(churn, "objective", statement="Grow")
    put(churn, "C1", objectives="O1,O2")
    assert rows(churn)[-1] == ("O2", "C1", "P1", "M1")


def test_a_metric_that_names_a_process_stays_with_it(churn: Workshop) -> None:
    say(churn, "link", outcome="C1", process="P2")
    put(churn, "M1", processes="P2")
    assert rows(churn)[:2] == [("O1", "C1", "P1", ""), ("O1", "C1", "P2", "M1")]
    assert metrics_of(churn, "C1", "P1") == []


def test_processes_come_in_the_order_in_which_they_act(churn: Workshop) -> None:
    say(churn, "link", outcome="C1", process="P2", order="1")
    put(churn, "L1", order="2")
    assert [row[2] for row in rows(churn)[:2]] == ["P2", "P1"]


def test_parked_objectives_are_left_out_unless_something_serves_them(churn: Workshop) -> None:
    say(churn, "objective", statement="Later", state="parked")
    assert "O2" not in [row[0] for row in rows(churn)]
    put(churn, "O1", state="parked")
    assert rows(churn)[0][0] == "O1"


def test_an_outcome_without_an_objective_comes_last(churn: Workshop) -> None:
    say(churn, "outcome", statement="Alone")
    assert rows(churn)[-1] == ("", "C3", "", "")


def test_what_hangs_on_nothing_is_loose(churn: Workshop) -> None:
    say(churn, "metric", name="Tickets closed")
    assert [metric.ref for metric in loose_metrics(churn)] == ["M2"]
    assert [process.ref for process in loose_processes(churn)] == ["P2"]
