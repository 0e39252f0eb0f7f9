"""Each sample is a complete workshop, made by the same changes as typing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from store import check
from store.file import WorkshopFile
from store.samples import SAMPLES, NoSuchSample, sample
from workshop.coach import findings
from workshop.declare import KINDS
from workshop.derived.threads import threads
from workshop.derived.wording import wording
from workshop.records import Link, Objective, Outcome, Reading, Verdict

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module", params=SAMPLES)
def full(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkshopFile]:
    """A sample as a file."""
    path = tmp_path_factory.mktemp("samples") / f"{request.param}.workshop"
    WorkshopFile.create(path, plan=sample(request.param, TODAY)).close()
    with WorkshopFile.open(path, write=False) as file:
        file.shop.today = TODAY
        yield file


def test_every_kind_of_record_is_in_it(full: WorkshopFile) -> None:
    assert [kind for kind in KINDS if not full.shop.of(kind)] == ["dispute"]  # nobody parted
    assert full.shop.about.title
    assert check.disagreement(full._db) == ""


def test_its_pilot_is_chosen_once_and_its_threads_are_whole(full: WorkshopFile) -> None:
    pilot = full.shop.about.pilot
    assert [record.ref for record in full.shop.all(Objective) if record.state == "pilot"] == [pilot]
    assert all(thread.whole for thread in threads(full.shop) if thread.objective and thread.objective.ref == pilot)
    assert len(full.shop.all(Outcome)) >= 3
    assert all(link.reason for link in full.shop.all(Link))


def test_its_signatures_are_bound_to_the_words_of_the_threads(full: WorkshopFile) -> None:
    assert full.shop.all(Verdict)
    assert all(verdict.wording == wording(full.shop, verdict.on) != "" for verdict in full.shop.all(Verdict))


def test_its_readings_are_weekly_and_end_two_days_ago(full: WorkshopFile) -> None:
    days = sorted({date.fromisoformat(reading.on) for reading in full.shop.all(Reading)})
    assert days == [TODAY - timedelta(days=2, weeks=weeks) for weeks in range(11, -1, -1)]
    ordered = [reading.on for reading in full.shop.all(Reading) if reading.metric == "M1"]
    assert ordered == sorted(ordered)


def test_no_date_is_left_to_be_worked_out(full: WorkshopFile) -> None:
    said = [str(value) for record in full.shop for value in record.values().values()]
    assert not [text for text in said if "{" in text or text.startswith("in ") or text.endswith(" ago")]


def test_its_log_tells_each_step(full: WorkshopFile) -> None:
    assert {entry.step for entry in full.log()} == {1, 2, 3, 4, 5, 6}
    assert {entry.origin for entry in full.log()} == {"typed"}


LEFT_TO_TALK_ABOUT = {"voters-apart", "assumption-untested", "moved-without-outcome"}
"""What the samples leave open on purpose, so that a room sees how the coach speaks."""


def test_the_coach_has_nothing_against_it_but_what_it_leaves_open(full: WorkshopFile) -> None:
    assert [f for f in findings(full.shop) if f.rule not in LEFT_TO_TALK_ABOUT] == []


def test_a_sample_that_is_none_is_refused() -> None:
    with pytest.raises(NoSuchSample, match="churn, productivity, compliance and delivery"):
        sample("growth", TODAY)


def test_dates_follow_the_day(tmp_path: Path) -> None:
    later = TODAY + timedelta(days=400)
    with WorkshopFile.create(tmp_path / "later.workshop", plan=sample("churn", later)) as file:
        assert file.shop.about.next_review > later.isoformat()
