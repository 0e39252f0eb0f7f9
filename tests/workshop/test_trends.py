"""Trends: how far each metric is, at which pace it must go on, and what the reviews led to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import put, say, shop

from workshop.derived.retiring import rulings
from workshop.derived.trends import (
    Trend,
    moved_without_outcome,
    progress,
    spark,
    stale,
    trends,
    without_decision,
)
from workshop.state import Workshop

NUMBER = st.floats(-1e6, 1e6).map(lambda x: round(x, 2))


def metric(made: Workshop, *readings: str, **said: str) -> Trend:
    ref = say(made, "metric", **{"name": "Time to restore", "unit": "min", **said})
    for week, value in enumerate(readings, 1):
        say(made, "reading", metric=ref, on=f"2026-10-{week:02}", value=value)
    return trends(made)[ref]


@pytest.mark.parametrize(
    ("baseline", "target", "latest", "status", "share"),
    [
        ("90", "30", "30", "Met", 1.0),
        ("90", "30", "20", "Met", 1.0),
        ("90", "30", "60", "On the way", 0.5),
        ("90", "30", "61", "On the way", 29 / 60),
        ("90", "30", "100", "Behind", 0.0),
        ("60", "80", "75", "On the way", 0.75),
        ("90", "30", "", "No reading", None),
        ("90", "90", "90", "Check numbers", None),
        ("", "30", "60", "Check numbers", None),
        ("90", "", "60", "Check numbers", None),
        ("1.5 h", "30", "1 h", "On the way", 0.5),
    ],
)
def test_status_follows_from_three_numbers(
    baseline: str, target: str, latest: str, status: str, share: float | None
) -> None:
    found = metric(shop(), *filter(None, [latest]), baseline=baseline, target=target)
    assert found.status == status
    assert found.progress == (None if share is None else pytest.approx(share))


@pytest.mark.parametrize(
    ("readings", "due", "status"),
    [
        (("74",), "", "On the way"),
        (("74",), "2027-06-30", "On the way"),
        (("74",), "2026-11-24", "On the way"),
        (("74",), "2026-11-23", "Behind"),
        (("90",), "", "On the way"),
        (("91",), "", "Behind"),
        (("80", "74"), "", "Behind"),
        (("80", "60"), "", "On the way"),
    ],
)
def test_a_first_reading_alone_is_not_behind_until_its_day_has_passed(
    readings: tuple[str, ...], due: str, status: str
) -> None:
    assert metric(shop(), *readings, baseline="90", target="30", due=due).status == status


@given(NUMBER, NUMBER, NUMBER)
def test_progress_is_a_share_and_the_same_either_way(baseline: float, target: float, latest: float) -> None:
    if baseline == target:
        return
    share = progress(baseline, target, latest)
    assert 0 <= share <= 1
    assert progress(-baseline, -target, -latest) == pytest.approx(share)
    assert progress(baseline, target, baseline) == 0
    assert progress(baseline, target, target) == 1


def test_readings_are_oldest_first_and_the_latest_counts() -> None:
    made = shop()
    say(made, "metric", name="Time to restore", baseline="90", target="30", unit="min")
    for on, value in (("2026-10-15", "49"), ("2026-09-01", "80"), ("2026-10-01", "70")):
        say(made, "reading", metric="M1", on=on, value=value)
    found = trends(made)["M1"]
    assert [value for _, value in found.readings] == [80, 70, 49]
    assert (found.latest, found.on) == (49, date(2026, 10, 15))
    assert found.sentence == "Time to restore: 49 min, from 90; target 30"


def test_the_sentence_says_what_is_missing_and_what_is_late() -> None:
    made = shop()
    assert metric(made, target="30").sentence == "Time to restore: no reading yet; target 30"
    late = metric(made, "65", baseline="60 %", target="80 %", unit="%", due="2026-11-01")
    assert late.sentence == "Time to restore: 65%, from 60%; target 80%; was due 1 Nov 2026"


@pytest.mark.parametrize(
    ("latest", "due", "needed"),
    [
        ("60", "2027-01-05", "5 min a week until 5 Jan 2027"),
        ("60", "2026-12-01", "30 min until 1 Dec 2026"),
        ("60", "2031-11-24", "0.5 min a month until 24 Nov 2031"),
        ("60", "2026-11-24", ""),
        ("60", "", ""),
        ("30", "2027-01-05", ""),
        ("", "2027-01-05", "10 min a week until 5 Jan 2027"),
    ],
)
def test_the_pace_that_still_reaches_the_target(latest: str, due: str, needed: str) -> None:
    found = metric(shop(), *filter(None, [latest]), baseline="90", target="30", due=due)
    assert found.needed == needed


def test_the_pace_of_a_percentage_is_in_points() -> None:
    found = metric(shop(), "60%", baseline="50%", target="80", unit="%", due="2027-01-05")
    assert found.needed == "3.3 points a week until 5 Jan 2027"


def test_the_pace_of_what_is_counted_a_month_is_no_tongue_twister() -> None:
    found = metric(shop(), "6", baseline="12", target="0", unit="outages a month", due="2027-01-05")
    assert found.needed == "1 outages a month each week until 5 Jan 2027"


@pytest.mark.parametrize(
    ("direction", "latest", "warns"),
    [("down", "50", True), ("down", "55", True), ("down", "49", False), ("up", "50", True), ("up", "51", False)],
)  # fmt: skip
def test_it_warns_on_the_bad_side(direction: str, latest: str, warns: bool) -> None:
    assert metric(shop(), latest, direction=direction, warns_at="50").warns is warns


def test_without_a_direction_the_numbers_tell_which_side_is_bad() -> None:
    assert metric(shop(), "50", baseline="90", target="30", warns_at="45").warns
    assert not metric(shop(), "50", baseline="10", target="90", warns_at="45").warns
    assert not metric(shop(), "50", warns_at="45").warns
    assert not metric(shop(), direction="up", warns_at="45").warns


@given(st.lists(NUMBER, max_size=60), st.integers(-1, 40))
def test_a_sparkline_fits_and_shows_the_extremes(values: list[float], width: int) -> None:
    line = spark(values, width)
    assert len(line) == max(0, min(len(values), width))
    assert set(line) <= set("▁▂▃▄▅▆▇█")
    if len(values) <= width and values and min(values) < max(values):
        assert line[values.index(max(values))] == "█"
        assert line[values.index(min(values))] == "▁"


def test_sparklines_by_eye() -> None:
    assert spark([1, 2, 3, 4, 5, 6, 7, 8], 8) == "▁▂▃▄▅▆▇█"
    assert spark([5, 5, 5], 8) == "▄▄▄"
    assert spark([90, 30, 60, 0], 2)[-1] == "▁", "the latest is always there"


def rule(made: Workshop, on: str, review: str, says: str = "keep", decided: str = "") -> None:
    say(made, "ruling", on=on, review=review, says=says, decided=decided)


def test_the_latest_ruling_holds() -> None:
    made = shop()
    metric(made)
    rule(made, "M1", "2026-11-01", "refine")
    rule(made, "M1", "2026-09-01", "keep")
    assert rulings(made)["M1"].says == "refine"


def test_two_reviews_without_a_decision() -> None:
    made = shop()
    metric(made)
    rule(made, "M1", "2026-07-01", decided="We hired a second lead")
    rule(made, "M1", "2026-09-01")
    assert without_decision(made) == []
    rule(made, "M1", "2026-11-01")
    assert [each.ref for each in without_decision(made)] == ["M1"]
    rule(made, "M1", "2026-11-20", decided="We moved the window")
    assert without_decision(made) == []


def test_a_retired_metric_is_left_alone() -> None:
    made = shop()
    metric(made)
    rule(made, "M1", "2026-09-01")
    rule(made, "M1", "2026-11-01", "retire")
    assert without_decision(made) == []


@pytest.mark.parametrize(
    ("about", "review", "why"),
    [
        ({}, "", ""),
        ({"held_on": "2026-11-01", "next_review": "2026-12-15"}, "", ""),
        ({"held_on": "2026-11-01", "next_review": "2026-11-20"}, "", "The review of 20 Nov 2026 was not held"),
        ({"held_on": "2026-11-01", "next_review": "2026-11-20"}, "2026-11-22", ""),
        ({"held_on": "2026-05-01"}, "", "Last looked at on 1 May 2026, more than six months ago"),
        ({"held_on": "2026-05-01"}, "2026-10-01", ""),
        ({"held_on": "9999-12-01"}, "", ""),
    ],
)
def test_a_mapping_goes_stale(about: dict[str, str], review: str, why: str) -> None:
    made = shop(**about)
    if review:
        metric(made)
        rule(made, "M1", review)
    assert stale(made) == why


def test_a_metric_that_moved_and_an_outcome_that_did_not() -> None:
    made = shop()
    say(made, "objective", statement="Cut churn")
    say(made, "outcome", statement="Fewer repeats", objectives="O1")
    say(made, "process", name="Problem management")
    say(made, "link", outcome="C1", process="P1")
    metric(made, "10", name="Known errors", baseline="90", target="10", timing="leading", outcomes="C1")
    metric(made, "28", name="Repeats", baseline="30", target="10", timing="lagging", outcomes="C1")
    assert [(m.ref, c.ref) for m, c in moved_without_outcome(made)] == [("M1", "C1")]
    say(made, "reading", metric="M2", on="2026-11-01", value="12")
    assert moved_without_outcome(made) == []
    put(made, "L1", held="failed")
    assert [m.ref for m, _ in moved_without_outcome(made)] == ["M1", "M2"]
