"""A full churn workshop, from the launcher to the workbook, with few keys besides the words.

The rule of the count. What the room says is typed and does not count: sentences, names, dates, refs and marks, and in
a grid the answers themselves: the digits of the scores, the letters of the verdicts and of the RACI. All else
counts: every Enter that ends what was typed, Tab, Esc, every arrow, and every letter or digit that is a command.
Nothing is pasted, and no file is prepared.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from counting import Counting
from openpyxl import load_workbook
from room import BACK, ENTER, ESC, TAB, Facilitator, Watched

from screens.clock import Clock
from store.file import WorkshopFile
from workshop.derived.duties import OK, duties
from workshop.derived.threads import threads
from workshop.records import Metric, Objective, Outcome, Person, Process, Score, Verdict
from workshop.state import Workshop

MOST = 130
MANY = {
    "objective": 3, "service": 1, "person": 6, "score": 54, "outcome": 3, "process": 4, "link": 4, "metric": 4,
    "verdict": 18, "activity": 3, "raci": 9, "decision": 4, "action": 3, "routine": 1,
}  # fmt: skip
"""How many records of each kind the workshop has in the end."""
OBJECTIVES = (
    "Cut customer churn from 9% to 6% by 31 December 2027 @Chief Customer Officer #annual plan",
    "Raise orders placed online from 40% to 55% by 30 June 2028 @Head of Sales #OKR",
    "Cut orders sent back from 8% to 5% by 31 December 2027 @Finance Director #annual plan",
)
PEOPLE = (
    "Chief Customer Officer #sponsor", "Head of Sales #business", "Finance Director #finance",
    "Head of Sales Systems #service owner", "Service desk manager #process owner", "Governance lead #governance",
)  # fmt: skip
SCORES = ("554433232", "545432323", "544343232", "554332233", "545343322", "554433223")
OUTCOMES = (
    "The sales portal is back within 30 minutes after an outage, not 90, by 30 June 2027 @Head of Sales Systems",
    "Outages of the sales portal that come back fall from 28% to 10% by 30 June 2027 @Head of Sales Systems",
    "Failed changes to the sales portal fall from 12% to 4% by 30 June 2027 @Head of Sales Systems",
)
LINKS = (
    (("Incident management @Service desk manager", "It restores service before anything else"),
     ("Knowledge management @Service desk manager", "A written fix halves the search")),
    (("Problem management @Service desk manager", "Without the cause the outage comes back"),),
    (("Change enablement @Governance lead", "A change that was tried first fails less"),),
)  # fmt: skip
METRICS = (
    "Mean time to restore service 90 -> 30 minutes @Service desk manager !June 2027",
    "Incidents solved with a known fix 20% -> 60% @Service desk manager !June 2027",
    "Recurring incident rate 28% -> 10% @Service desk manager !June 2027",
    "Change failure rate 12% -> 4% @Governance lead !June 2027",
)  # fmt: skip
ACTIVITIES = (("Restore the portal", "P1"), ("Find the cause of an outage", "P3"), ("Approve a change", "P4"))
LETTERS = ("RAI", "RAC", "CAR")
RIGHTS = ("Prioritisation @Chief Customer Officer", "Escalation @Head of Sales", "Risk acceptance @Finance Director",
          "Process improvement @Governance lead")  # fmt: skip
ACTIONS = (
    "Set up the on-call rota @Service desk manager !in two weeks",
    "List the outages that came back @Head of Sales Systems !in three weeks",
    "Try each change on a copy first @Governance lead !in two months",
)


async def begin(hand: Counting) -> None:
    await hand.presses("n")
    await hand.says("Churn pilot")


async def baseline(hand: Counting) -> None:
    await hand.presses("a")
    for words in OBJECTIVES:
        await hand.says(words)
        await hand.presses(TAB)
    await hand.presses(ESC, "*", "l")
    await hand.says("Sales portal")
    await hand.presses(*[TAB] * 4, "a")
    await hand.says(*PEOPLE)
    await hand.presses(ESC)


async def select(hand: Counting) -> None:
    await hand.presses("2", TAB, "x")
    for scores in SCORES:
        await hand.marks(scores)
    await hand.presses(BACK, "g")
    await hand.says("H1")


async def draw_map(hand: Counting) -> None:
    await hand.presses("3", "a")
    for words in OUTCOMES:
        await hand.says(words)
        await hand.presses(TAB)
    await hand.presses(ESC)
    for links in reversed(LINKS):
        await hand.presses("a")
        for process, reason in links:
            await hand.says(process, reason)
        await hand.presses(ESC, "up")
    await hand.presses("right")
    for words in METRICS:
        await hand.presses("a")
        await hand.says(words)
        await hand.presses(ESC, "down")


async def validate(hand: Counting) -> None:
    await hand.presses("4")
    for person in ("H2", "H1", "H3"):
        await hand.presses("x")
        await hand.says(person)
        await hand.presses(ENTER, "right")
    await hand.presses(TAB, ENTER)
    await hand.marks("aaaaaaaacaaaaaaaaa")
    await hand.presses(ESC)


async def operationalize(hand: Counting) -> None:
    await hand.presses("5", "a")
    for words, process in ACTIVITIES:
        await hand.says(words, process)
    await hand.presses(ESC, "v")
    await hand.says("H5, H4, H6")
    await hand.presses(ENTER)
    await hand.presses("home")
    for letters in LETTERS:
        await hand.marks(letters.lower())
    await hand.presses(ESC, TAB, "a")
    await hand.says(*RIGHTS)
    await hand.presses(ESC, TAB, "a")
    await hand.says(*ACTIONS)
    await hand.presses(ESC, TAB, "a")
    await hand.says("Monthly service review @Governance lead")
    await hand.presses(ESC)


async def review(hand: Counting) -> None:
    await hand.presses("6", "r")
    await hand.says("in 6 weeks")
    await hand.presses("e", ENTER, ENTER)
    while not hand.room.sees("Handed over"):
        await hand.room.settles()


STEPS = (begin, baseline, select, draw_map, validate, operationalize, review)


async def test_a_full_workshop_from_nothing_to_the_workbook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: date
) -> None:
    monkeypatch.chdir(tmp_path)
    app = Watched(None, clock=Clock(lambda: 0.0))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        hand = Counting(Facilitator(pilot, None))  # type: ignore[arg-type]
        for step in STEPS:
            await step(hand)
        assert app.file
        app.file.close()
    assert hand.keys <= MOST, hand.keys
    with WorkshopFile.open(tmp_path / "Churn pilot.workshop", write=False) as file:
        is_whole(file.shop)
    said = {str(c.value) for sheet in load_workbook(tmp_path / "Churn pilot.xlsx") for row in sheet for c in row}
    for words in (*OBJECTIVES, *OUTCOMES, *METRICS, *ACTIONS):
        begun = words.partition(" @")[0].partition(" 90 ->")[0].partition(" by ")[0].partition("% ->")[0]
        assert any(begun.rstrip("0123456789 ") in cell for cell in said), words


def is_whole(shop: Workshop) -> None:
    """Everything that was said is there, under the fields to which it belongs."""
    assert {kind: len(shop.of(kind)) for kind in MANY} == MANY
    assert [thread.whole for thread in threads(shop) if thread.outcome] == [True] * 4
    assert (shop.about.pilot, shop.about.sponsor, shop.about.next_review) == ("O1", "H1", "2027-01-05")
    assert [person.group for person in shop.all(Person)] == [words.partition("#")[2] for words in PEOPLE]
    given = ["".join(str(s.value) for s in shop.all(Score) if s.person == p.ref) for p in shop.all(Person)]
    assert [sorted(scores) for scores in given] == [sorted(scores) for scores in SCORES]
    for record in (*shop.all(Objective), *shop.all(Outcome), *shop.all(Metric)):
        held = record.values()
        assert all(held[field] for field in ("baseline", "target", "unit", "due", "owner")), record.ref
    assert {objective.services for objective in shop.all(Objective)} == {("S1",)}
    assert {(outcome.service, outcome.explained) for outcome in shop.all(Outcome)} == {("S1", "passed")}
    assert all(link.reason for link in shop.of("link"))  # type: ignore[attr-defined]
    assert all(process.owner for process in shop.all(Process))
    assert [verdict.says for verdict in shop.all(Verdict)].count("concern") == 1
    assert {duty.check for duty in duties(shop)} == {OK}
    for field in ("owner", "due"):
        assert all(record.values()[field] for record in shop.of("action"))
    assert all(record.values()["decides"] for record in shop.of("decision"))
