"""What a review retired no longer counts anywhere, stays as a record, and comes back when it is kept after all."""

from __future__ import annotations

import pytest
from making import put, say, shop

from workshop.coach.living import metric_no_reading
from workshop.derived.matrix import outcome_process, process_metric
from workshop.derived.standing import standings
from workshop.derived.threads import loose_metrics, loose_processes, metrics_by_outcome, threads
from workshop.derived.trends import RETIRED, moved_without_outcome, out_of_date, trends
from workshop.state import Workshop


@pytest.fixture
def room() -> Workshop:
    """Two outcomes of one objective, each with a process and a metric."""
    made = shop()
    say(made, "objective", statement="Cut churn from 9% to 6%")
    for name in ("Restore", "Prevent"):
        outcome = say(made, "outcome", statement=f"{name} in time", objectives="O1")
        process = say(made, "process", name=f"{name} management")
        say(made, "link", outcome=outcome, process=process)
        say(made, "metric", name=f"Time to {name.lower()}", outcomes=outcome, baseline="90", target="30")
    return made


def rule(made: Workshop, on: str, says: str = "retire", review: str = "2026-11-20") -> None:
    say(made, "ruling", on=on, says=says, review=review)


def rows(made: Workshop) -> list[tuple[str, ...]]:
    return [tuple(knot.ref if knot else "" for knot in thread.layers) for thread in threads(made)]


def asked(made: Workshop) -> set[str]:
    """What the coach says has no reading yet."""
    return {ref for ref, *_ in metric_no_reading(made)}


def test_the_thread_that_loses_its_last_metric_has_a_gap_again(room: Workshop) -> None:
    rule(room, "M1")
    assert rows(room) == [("O1", "C1", "P1", ""), ("O1", "C2", "P2", "M2")]
    assert "C1" not in metrics_by_outcome(room)
    assert [metric.ref for metric in process_metric(room).columns] == ["M2"]


def test_another_metric_of_the_outcome_takes_its_place(room: Workshop) -> None:
    put(room, "M2", outcomes="C1,C2")
    rule(room, "M1")
    assert rows(room)[0] == ("O1", "C1", "P1", "M2")


def test_it_is_asked_for_no_reading_and_is_neither_behind_nor_old(room: Workshop) -> None:
    assert asked(room) == {"M1", "M2"}
    rule(room, "M1")
    assert asked(room) == {"M2"}
    say(room, "reading", metric="M1", on="2026-01-01", value="95")
    assert (trends(room)["M1"].status, trends(room)["M1"].latest) == (RETIRED, 95)
    assert not trends(room)["M1"].needed and out_of_date(room) == []


def test_a_retired_metric_without_an_outcome_hangs_loose_no_more(room: Workshop) -> None:
    put(room, "M1", outcomes="")
    assert [metric.ref for metric in loose_metrics(room)] == ["M1"]
    rule(room, "M1")
    assert loose_metrics(room) == []


def test_a_retired_outcome_takes_its_thread_along_and_the_metric_that_showed_it_alone(room: Workshop) -> None:
    rule(room, "C1")
    assert rows(room) == [("O1", "C2", "P2", "M2")]
    assert [standing.outcome.ref for standing in standings(room)] == ["C2"]
    assert [outcome.ref for outcome in outcome_process(room).rows] == ["C2"]
    assert [process.ref for process in loose_processes(room)] == ["P1"]
    assert trends(room)["M1"].status == RETIRED and asked(room) == {"M2"}
    put(room, "M1", outcomes="C1,C2")
    assert trends(room)["M1"].status == "No reading"


def test_the_objective_whose_last_outcome_is_retired_has_a_gap_again(room: Workshop) -> None:
    rule(room, "C1")
    rule(room, "C2")
    assert rows(room) == [("O1", "", "", "")]


def test_the_latest_ruling_holds_and_undoing_it_brings_the_metric_back(room: Workshop) -> None:
    before = rows(room)
    rule(room, "M1", review="2026-10-01")
    assert rows(room) != before
    rule(room, "M1", says="keep", review="2026-11-01")
    assert rows(room) == before
    rule(room, "M1", review="2026-11-01")
    assert rows(room) != before
    put(room, "G3", says="refine")
    assert rows(room) == before


def test_what_was_retired_did_not_move_without_its_outcome(room: Workshop) -> None:
    put(room, "M1", timing="leading")
    put(room, "M2", timing="lagging", outcomes="C1")
    say(room, "reading", metric="M1", on="2026-11-01", value="30")
    say(room, "reading", metric="M2", on="2026-11-01", value="90")
    assert [metric.ref for metric, _ in moved_without_outcome(room)] == ["M1"]
    rule(room, "M2")
    assert moved_without_outcome(room) == []
