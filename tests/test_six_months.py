"""Six months of one map: made, measured, reviewed twice, expanded, split among two groups, marked up by a stakeholder.

At the end the file answers why a target was missed, and its log tells how everything came to be.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from almanac import Almanac
from conftest import Ran
from openpyxl import load_workbook

from store import check
from store.file import WorkshopFile
from store.versions import as_of
from workshop import acts
from workshop.records import Dispute

BEGUN = date(2027, 1, 4)
WEEKS = 26

Gt = Callable[..., Ran]


class Story:
    """A consultant at the command line, on whichever day it is."""

    def __init__(self, gt: Gt, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._gt = gt
        self.folder = folder
        self.path = folder / "northwind.workshop"
        self._almanac = Almanac(monkeypatch)

    def week(self, number: int) -> date:
        """It is the Monday of that week now."""
        day = BEGUN + timedelta(weeks=number)
        self._almanac.turn(day)
        return day

    def gt(self, command: str, *words: object, ok: tuple[int, ...] = (0,), path: Path | None = None) -> str:
        """Run a command on the workshop."""
        ran = self._gt(command, path or self.path, *words)
        assert ran.code in ok, ran.err + ran.out
        return ran.out

    def told(self, command: str, *words: object, ok: tuple[int, ...] = (0,)) -> Any:
        """What a command says as JSON."""
        return json.loads(self.gt(command, *words, "--json", ok=ok))

    def add(self, kind: str, path: Path | None = None, **said: str) -> str:
        """Add a record; its ref."""
        return self.gt("add", kind, *(f"{name}={text}" for name, text in said.items()), path=path).split()[0]

    def set(self, place: str, said: str, path: Path | None = None) -> None:
        """Change one answer."""
        self.gt("set", place, said, path=path)

    def import_(self, name: str, ok: tuple[int, ...] = (0,)) -> str:
        """Take a file in, all that it proposes."""
        return self.gt("import", self.folder / name, "--accept", "all", ok=ok)

    def review(self, on: date, **rulings: tuple[str, str]) -> str:
        """Rule on metrics, set the next date; the name that the review gives to the state at its end."""
        for ref, (says, reason) in rulings.items():
            self.add("ruling", on=ref, review=on.isoformat(), says=says, reason=reason, decided="Put it on the board")
        self.set("W1.next_review", (on + timedelta(weeks=13)).isoformat())
        return f"review {on}"


@pytest.fixture
def story(gt: Gt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Story:
    return Story(gt, tmp_path, monkeypatch)


def pilot_is_mapped(story: Story) -> None:
    """Week 0: two objectives, the first mapped down to two metrics, with owners, an action and a routine."""
    story.week(0)
    story.gt("new", "--title", "Northwind")
    story.set("W1.facilitator", "Workshop Lead")
    for name, role in (("Ada North", "Sales Director"), ("Ben South", "Service Desk Manager")):
        story.add("person", name=name, role=role)
    story.add("service", name="Sales portal", criticality="high", owner="H2")
    story.add("objective", statement="Cut customer churn from 9% to 6% by 31 Dec 2027", owner="H1", services="S1")
    story.add("objective", statement="Cut failed orders from 240 to 80 a month by 31 Dec 2027", owner="H1", target="80")
    story.set("W1.pilot", "O1")
    story.add("process", name="Incident management", owner="H2", maturity="2")
    story.add("outcome", statement="The sales portal is back within 30 minutes by 31 Dec 2027", objectives="O1",
              service="S1", owner="H2")  # fmt: skip
    story.add("link", outcome="C1", process="P1", reason="Restoring first ends the outage", role="primary")
    values = {"outcomes": "C1", "processes": "P1", "due": "2027-12-31", "owner": "H2", "every": "weekly"}
    story.add("metric", name="Time to restore", unit="minutes", baseline="90", target="30", direction="down", **values)
    story.add("metric", name="Tickets closed", unit="a week", baseline="100", target="150", direction="up", **values)
    story.add(
        "action", what="Write down the ten commonest fixes", why="C1", owner="H2", due="2027-03-01", status="open"
    )
    story.add("routine", what="Outage board", every="every two weeks", chair="H2", decides="Which fix comes first")
    story.add("term", term="outage", definition="Customers cannot order")


def measured(story: Story, first: int, last: int) -> None:
    """What monitoring exports for these weeks: restoring gets quicker, closing tickets goes nowhere."""
    rows = ["Week of,Time to restore,Tickets closed"]
    rows += [f"{BEGUN + timedelta(weeks=week)},{90 - 2 * week},{100 + week % 3}" for week in range(first, last + 1)]
    name = f"weeks {first} to {last}.csv"
    (story.folder / name).write_text("\n".join(rows))
    assert "Took" in story.import_(name)
    assert "Nothing in it is new" in story.import_(name)


def groups_part_and_join(story: Story) -> None:
    """Two groups take the second objective home, each says something of its own, and of one thing both."""
    north, south = (story.folder / f"{name}.workshop" for name in ("north", "south"))
    for group, target in ((north, "100"), (south, "60")):
        story.gt("fork", group)
        story.add("outcome", path=group, statement=f"Orders are through by 6 am ({group.stem})", objectives="O2")
        story.set("O2.target", target, path=group)
    assert story.told("merge", north)["conflicts"] == []
    found = story.told("merge", south, ok=(0, 1))
    assert [(one["ref"], one["field"]) for one in found["conflicts"]] == [("O2", "target")]
    with WorkshopFile.open(story.path) as file:
        assert file.shop.find("O2").values()["target"] == "80"
        sides = {dispute.says: dispute.ref for dispute in file.shop.all(Dispute)}
        assert set(sides) == {"100", "60"}
        file.act(lambda draft: acts.choose(draft, sides["100"]), why="choose the target of O2", step=4)


def stakeholder_marks_up(story: Story) -> None:
    """The sales director gets the workbook, says in Excel what she means, and sends it back."""
    story.gt("export", "-o", story.folder / "book.xlsx")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(story.folder / "book.xlsx")
    page = book["Action plan"]
    cells = {str(cell.value): cell for row in page.iter_rows() for cell in row}
    cells["Write down the ten commonest fixes"].value = "Write down the twelve commonest fixes"
    book.save(story.folder / "marked up.xlsx")
    assert "twelve" in story.import_("marked up.xlsx", ok=(0, 1))


def test_the_map_lives_for_six_months(story: Story) -> None:
    pilot_is_mapped(story)
    with WorkshopFile.open(story.path, write=False) as file:
        week_0 = file.last_n()

    measured(story, 0, 13)
    spring = story.review(
        story.week(13), M1=("keep", "It moves"), M2=("refine", "It counts work, not what comes of it")
    )
    measured(story, 14, WEEKS)
    july = story.week(WEEKS)
    summer = story.review(july, M1=("keep", "Half the way"), M2=("retire", "Nobody ever decided anything by it"))

    assert "O2 is the pilot now; O1 is proved by" in story.gt("expand", "O2")
    groups_part_and_join(story)
    stakeholder_marks_up(story)

    why_is_answered(story)
    versions_tell_what_changed(story, spring, summer, week_0)
    stale_things_are_said(story)
    log_tells_it_all(story)
    file_is_sound_and_goes_back_to_the_beginning(story)


def why_is_answered(story: Story) -> None:
    """Objective, thread, readings, owner and the open action, from one question."""
    why = story.told("why", "O1", ok=(0, 1))
    (thread,) = [thread for thread in why["threads"] if thread["metric"].startswith("M1")]
    assert why["objective"]["ref"] == "O1"
    assert (thread["outcome"][:2], thread["process"][:2]) == ("C1", "P1")
    assert (thread["latest"], thread["on"], thread["target"]) == (38, "2027-07-05", "30")
    assert thread["owner"] == "Ben South" and thread["status"]
    (action,) = why["actions"]
    assert action["what"] == "Write down the twelve commonest fixes" and action["owner"] == "H2"
    said = " ".join(why["sentences"])
    assert "1 on the way" in said and "M2 Tickets closed was retired on 5 Jul 2027" in said and "overdue" in said


def versions_tell_what_changed(story: Story, spring: str, summer: str, week_0: int) -> None:
    """Between the reviews a metric was retired and readings came; in week 0 there was none of it."""
    between = story.gt("diff", spring, summer, ok=(0, 1))
    assert "26 readings" in between and "Nobody ever decided anything by it" in between and "5 Jul 2027" in between
    with WorkshopFile.open(story.path, write=False) as file:
        then = as_of(file, week_0)
        assert then.about.pilot == "O1" and not then.of("reading") and not then.of("ruling")
        assert len(file.shop.of("reading")) == 2 * (WEEKS + 1)


def stale_things_are_said(story: Story) -> None:
    """Half a year on nobody looked again: the date is past, the readings are old."""
    story.week(WEEKS + 30)
    rules = {finding["rule"] for finding in story.told("check", ok=(0, 1))["findings"]}
    assert {"stale", "old-reading", "action-overdue"} <= rules


def log_tells_it_all(story: Story) -> None:
    """Every chapter stands in the log, in its order, with who and from where."""
    log = [json.loads(line) for line in story.gt("log", "--json").splitlines()]
    assert [entry["n"] for entry in log] == list(range(1, len(log) + 1))
    assert [entry["at"] for entry in log] == sorted(entry["at"] for entry in log)
    acts_ = list(dict.fromkeys((entry["batch"], entry["origin"], entry["by"], entry["why"]) for entry in log))
    chapters = [
        ("typed", "start the workshop"), ("imported", "import weeks 0 to 13.csv"), ("typed", "add ruling"),
        ("imported", "import weeks 14 to 26.csv"), ("typed", "expand"), ("merged", "north"), ("merged", "south"),
        ("typed", "choose the target of O2"), ("imported", "import marked up.xlsx"),
    ]  # fmt: skip
    at = 0
    for origin, words in chapters:
        at = next(
            (n for n in range(at, len(acts_)) if acts_[n][1] == origin and words in f"{acts_[n][2]} {acts_[n][3]}"), -1
        )
        assert at >= 0, (origin, words, [act[1:] for act in acts_])


def file_is_sound_and_goes_back_to_the_beginning(story: Story) -> None:
    """Tables and log agree; undone to the beginning and redone to the end it is the same workshop."""
    story.gt("doctor")
    with WorkshopFile.open(story.path) as file:
        before = {record.ref: (record.id, record.values()) for record in file.shop}
        undone = 0
        while file.undo():
            undone += 1
        assert [record.ref for record in file.shop] == ["W1"]
        for _ in range(undone):
            assert file.redo()
        assert {record.ref: (record.id, record.values()) for record in file.shop} == before
        assert check.disagreement(file._db) == ""
