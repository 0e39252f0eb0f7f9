"""Every headline, in workshops with none, one, two and many of each thing, reads as a person would say it."""

from __future__ import annotations

import re

import pytest
from making import TODAY, put, say, shop

from exporters.forms import prework, readings
from exporters.layout import Book
from exporters.sheets import cover, described, rolled_up
from workshop.portfolio import Problem, portfolio
from workshop.state import Workshop
from workshop.summary import summary

COUNTS = (0, 1, 2, 5)


def grown(count: int, *, full: bool) -> Workshop:
    """A workshop with so many of each thing; where not `full`, only named."""
    room = shop()

    def given(**said: str) -> dict[str, str]:
        return said if full else {}

    for n in range(1, count + 1):
        say(room, "person", name=f"Person {n}", **given(group="business", present="yes"))
        say(room, "service", name=f"Service {n}", **given(criticality="high"))
        say(room, "process", name=f"Process {n}", **given(state="works", owner="H1"))
        say(room, "objective", statement=f"Objective {n}", **given(owner="H1"))
        say(room, "score", objective=f"O{n}", criterion="impact", value=str(min(n, 5)))
        say(room, "outcome", statement=f"Outcome {n}", objectives=f"O{n}", **given(target="3", due="2027-06-30"))
        say(room, "link", outcome=f"C{n}", process=f"P{n}", **given(role="primary"))
        say(
            room,
            "metric",
            name=f"Metric {n}",
            baseline="90",
            target="30",
            **given(outcomes=f"C{n}", timing="leading", decision="Pay", warns_at="70"),
        )
        say(room, "activity", name=f"Activity {n}", process=f"P{n}")
        say(room, "decision", name=f"Decision {n}", **given(decides="H1", within="1 day"))
        say(room, "action", what=f"Action {n}", owner="H1")
        say(room, "routine", what=f"Routine {n}", **given(decides="Something"))
        say(room, "term", term=f"Term {n}", definition="A thing")
        say(room, "note", on="W1", what="unknown" if full else "risk", text=f"Note {n}", owner="H1")
        if full:
            say(room, "raci", activity=f"A{n}", who="H1", letter="A/R")
            say(room, "reading", metric=f"M{n}", on=f"2026-{n:02}-01", value="45")
            say(room, "ruling", on=f"M{n}", says="keep")
    return room


def mixed() -> Workshop:
    """Five of each, every second one only half said."""
    room = grown(5, full=True)
    for n in (2, 4):
        put(room, f"M{n}", outcomes="", timing="lagging", decision="", warns_at="")
        put(room, f"L{n}", role="supporting")
        put(room, f"C{n}", due="")
        put(room, f"D{n}", within="")
        put(room, f"R{n}", decides="")
        put(room, f"P{n}", state="missing")
        put(room, f"O{n}", state="parked", parked_because="Later")
        put(room, f"N{n}", what="dependency")
        put(room, f"S{n}", criticality="low")
        put(room, f"H{n}", present="no")
        put(room, f"X{n}", status="done")
        put(room, f"G{n}", says="retire")
    say(room, "raci", activity="A1", who="H2", letter="A")
    say(room, "raci", activity="A2", who="H1", letter="R")
    say(room, "reading", metric="M5", on="2026-11-20", value="89")
    put(room, "N1", what="parked")
    return room


def told(room: Workshop) -> dict[str, str]:
    """Every headline of workbook and forms, and what the cover says, by where it stands."""
    book = described(room, [])
    found = {name: sheet.headline for name, sheet in book.sheets.items()}
    found |= {f"Cover {at}": said for at, said in enumerate(cover.decided(Book(room, [])), 1)}
    for form in (readings, prework):
        for name, sheet in form.described(room, [], "").sheets.items():
            found[f"{form.__name__.split('.')[-1]}: {name}"] = sheet.headline
    return found


def rolled(count: int) -> dict[str, str]:
    """Every headline of a portfolio of so many workshops, and of as many files that could not be read."""
    files = [summary(f"{n}.workshop", grown(n, full=True), lambda name: "") for n in range(1, count + 1)]
    problems = [Problem(f"{n}.xlsx", "is no workshop") for n in range(count)]
    found = portfolio(files, problems)
    sheets = rolled_up.described(found, "maps", TODAY).sheets
    said = {name: sheet.headline for name, sheet in sheets.items()}
    return said | {f"Cover {at}": words for at, words in enumerate(rolled_up.said(found), 1)}


EVERY = {
    **{
        f"{n}, {'whole' if full else 'named'}": told(grown(n, full=full))
        for full in (True, False)
        for n in (0, 1, 2, 5)
    },
    "mixed": told(mixed()),
    **{f"portfolio of {n}": rolled(n) for n in COUNTS},
}
"""What every headline says, by the workshop and where it stands."""

BROKEN = {
    "one with the verb of many": r"(?i)(?<!and )\bone (?!of )[a-z]+ (are|have|need|keep|reach|say|were|carry|do)\b",
    "many with the verb of one": r"(?i)(?<!of )\b(two|three|four|five) [a-z]+ (is|has|needs|keeps|says|was|does)\b",
    "none without a name": r"(?i)\bno (is|are|has|have|looks?|works?|of)\b",
    "all of none": r"(?i)\ball no\b|\bno [a-z]+ .*\bno [a-z]+ through\b",
    "said twice": r"(?i)^one ([a-z]+)[;,:] one\b|\bone has more than one$",
    "none that do not": r"(?i)\bno [a-z]+ (do|could) not\b|\bno [a-z]+ are served by no\b",
    "one, each": r"(?i)^one [a-z ]+, each\b",
    "a wrong plural": r"dependencys|processs|activitys|categorys|parkeds",
    "none as an amount": r"(?i)\bfrom no\b|\bno times\b",
}  # fmt: skip


@pytest.mark.parametrize("fault", BROKEN)
def test_no_headline_is_broken_english(fault: str) -> None:
    found = [(room, where, words) for room, said in EVERY.items() for where, words in said.items()
             if re.search(BROKEN[fault], words)]  # fmt: skip
    assert not found


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        (("A", "A"), "One activity has more than one Accountable"),
        (("R", ""), "One activity has no Accountable"),
        (("A", ""), "One activity has nobody who does it"),
        (("A/R", ""), "The one activity has one who answers and one who does"),
    ],
)
def test_an_activity_to_settle_says_once_what_it_lacks(letters: tuple[str, str], said: str) -> None:
    room = shop()
    say(room, "activity", name="Restore")
    for n, letter in enumerate(letters):
        say(room, "raci", activity="A1", who=f"Role {n}", letter=letter)
    assert told(room)["RACI"] == said


def test_objectives_alone_are_no_threads() -> None:
    room = shop()
    for n in range(2):
        say(room, "objective", statement=f"Objective {n}")
    assert told(room)["Golden thread"] == "Two objectives are not mapped yet"


def test_every_headline_begins_with_a_capital_or_a_name_and_says_something() -> None:
    for room, said in EVERY.items():
        for where, words in said.items():
            assert words and not words[0].islower() and "  " not in words, (room, where, words)
