"""Marks at the end of a captured line fill owner, source and due; ordinary words are never taken for marks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.declare import KINDS, Value
from workshop.draft import Draft
from workshop.plans import trailing
from workshop.state import Workshop

TODAY = date(2026, 11, 24)


def room() -> Workshop:
    """A workshop with people."""
    shop = Workshop(today=TODAY)
    draft = Draft(shop)
    for name in ("Ana Ruiz", "Ben Okoro", "Ben Adams"):
        draft.say(KINDS["person"], {"name": name})
    draft.say(KINDS["service"], {"name": "Sales portal", "owner": "head of sales"})
    shop.apply(draft.changes)
    return shop


UNKNOWN = f"“#wizards” is not known, left out; there are {', '.join(KINDS['person'].field('group').choices)}"
SHOP = room()


@pytest.mark.parametrize(
    ("kind", "line", "words", "held"),
    [
        ("objective", "Cut churn @Ana Ruiz", "Cut churn", {"owner": "H1"}),
        ("objective", "Cut churn @ana", "Cut churn", {"owner": "H1"}),
        ("objective", "Cut churn @h2", "Cut churn", {"owner": "H2"}),
        ("objective", "Cut churn @Ben", "Cut churn", {"owner": "Ben"}),
        ("objective", "Cut churn @Head of Sales #annual !end of Q3 2027", "Cut churn",
         {"owner": "head of sales", "source": "annual plan", "due": "2027-09-30"}),
        ("objective", "Cut churn !31/12/27 #OKR", "Cut churn", {"due": "2027-12-31", "source": "OKR"}),
        ("objective", "We are #1 in Europe !31 Dec 2027", "We are #1 in Europe", {"due": "2027-12-31"}),
        ("metric", "Orders a day @Ana Ruiz #Order system", "Orders a day", {"owner": "H1", "source": "Order system"}),
        ("outcome", "Back in 30 min @Ana Ruiz #annual plan", "Back in 30 min @Ana Ruiz #annual plan", {}),
        ("metric", "Time to restore 90 -> 30 minutes @Ana !Q3 2027", "Time to restore",
         {"owner": "H1", "due": "2027-09-30", "baseline": "90", "target": "30", "unit": "minutes"}),
        ("metric", "Recurring incidents: 28%→10%", "Recurring incidents",
         {"baseline": "28%", "target": "10%", "unit": "%"}),
        ("metric", "Orders a day 40,000 -> 55,000", "Orders a day", {"baseline": "40,000", "target": "55,000"}),
        ("metric", "Time from order -> delivery", "Time from order -> delivery", {}),
        ("objective", "Move 9 -> 10 sites", "Move 9 -> 10 sites", {}),
        ("person", "Dana Keller @Head of Sales #business", "Dana Keller",
         {"role": "Head of Sales", "group": "business"}),
        ("person", "Lea Winter #IT", "Lea Winter", {"group": "operations"}),
        ("person", "Lea Winter @it lead", "Lea Winter", {"role": "it lead"}),
        ("decision", "Escalation @Ana", "Escalation", {"decides": "H1"}),
        ("routine", "Monthly review @Ana", "Monthly review", {"chair": "H1"}),
        ("action", "Call them !in two weeks @Ana", "Call them", {"due": "2026-12-08", "owner": "H1"}),
    ],
)  # fmt: skip
def test_marks_at_the_end_are_read(kind: str, line: str, words: str, held: dict[str, Value]) -> None:
    assert trailing.read(KINDS[kind], line, SHOP) == (words, held, ())


@pytest.mark.parametrize(
    ("line", "held", "told"),
    [
        (
            "Lea Winter @IT lead #wizards",
            {"role": "IT lead"},
            f"role IT lead · {UNKNOWN}",
        ),
        (
            "Lea Winter #wizards @IT lead",
            {"role": "IT lead"},
            f"role IT lead · {UNKNOWN}",
        ),
        ("Lea Winter #wizards", {}, UNKNOWN),
    ],
)
def test_a_group_that_there_is_not_spoils_nothing_and_is_told(line: str, held: dict[str, Value], told: str) -> None:
    person = KINDS["person"]
    found = trailing.read(person, line, SHOP)
    assert (found.text, found.held) == ("Lea Winter", held)
    assert trailing.told(person, found, SHOP) == told


ORDINARY = (
    "Answer mail to ana@example.com", "Move from C# to F#", "Become #1", "Be #1 of 20 in service",
    "Stop this !important", "Wow!", "Let people work @home", "Meet @ Berlin", "Sell 20 @ 5 EUR", "#annual plan",
    "@Ana Ruiz", "!Q4 2027", "Count #tickets per week", "Grow !!", "50% of C# !", "Cut churn @",
    "Ring @Ana when it is 9% or more: now",
)  # fmt: skip


@pytest.mark.parametrize("line", ORDINARY)
@pytest.mark.parametrize("kind", ["objective", "metric", "action", "note"])
def test_ordinary_words_are_no_marks(kind: str, line: str) -> None:
    assert trailing.read(KINDS[kind], line, SHOP) == (line, {}, ())


PLAIN = st.text(st.characters(blacklist_characters="@#!", blacklist_categories=("Cs",)), max_size=60)
INSIDE = st.from_regex(r"[a-zA-Z]{1,8}[@#!]{1,2}[a-zA-Z.]{0,8}", fullmatch=True)
MARKS = st.permutations([("@Ana Ruiz", "owner", "H1"), ("#audit finding", "source", "audit finding"),
                         ("!1 Mar 2028", "due", "2028-03-01")])  # fmt: skip


@given(PLAIN)
def test_a_line_without_signs_stays_as_it_is(line: str) -> None:
    for kind in KINDS.values():
        assert trailing.read(kind, line, SHOP) == (line, {}, ())


@given(st.lists(st.one_of(st.from_regex(r"[a-z]{1,8}", fullmatch=True), INSIDE), min_size=1, max_size=8))
def test_a_sign_inside_a_word_is_part_of_it(words: list[str]) -> None:
    line = " ".join(words)
    assert trailing.read(KINDS["objective"], line, SHOP) == (line, {}, ())


@given(st.lists(st.from_regex(r"[a-zA-Z0-9%]{1,8}", fullmatch=True), min_size=1, max_size=8), MARKS,
       st.integers(0, 3))  # fmt: skip
def test_marks_come_off_in_any_order_and_leave_the_words(
    words: list[str], marks: list[tuple[str, str, str]], many: int
) -> None:
    line, used = " ".join(words), marks[:many]
    found = trailing.read(KINDS["objective"], " ".join([line, *(mark for mark, _, _ in used)]), SHOP)
    assert found == (line, {field: value for _, field, value in used}, ())


@given(st.text(max_size=200), st.sampled_from(sorted(KINDS)))
def test_nothing_fails_and_no_word_is_invented(line: str, kind: str) -> None:
    found = trailing.read(KINDS[kind], line, SHOP)
    assert line.startswith(found.text)
    assert found.held or found.unknown or found.text == line


def test_what_the_screen_has_in_hand_comes_before_a_mark() -> None:
    draft = Draft(SHOP)
    ref = trailing.capture(draft, KINDS["note"], "Find the count @Ana", {"what": "unknown", "owner": "H2"})
    assert (draft.value(ref, "text"), draft.value(ref, "owner")) == ("Find the count", "H2")


@pytest.mark.parametrize(
    ("line", "name", "held"),
    [
        ("Time to restore 90 -> 30 minutes by 30 June 2027 @Desk", "Time to restore",
         {"baseline": "90", "target": "30", "unit": "minutes", "due": "2027-06-30", "owner": "Desk"}),
        ("Time to restore from 90 minutes to 30 minutes by 30 June 2027",
         "Time to restore", {"baseline": "90", "target": "30", "unit": "minutes", "due": "2027-06-30"}),
        ("Availability 99.2 -> 99.9 %", "Availability", {"baseline": "99.2", "target": "99.9", "unit": "%"}),
        ("Wait 3 days -> 4 hours", "Wait", {"baseline": "3 days", "target": "4", "unit": "hours"}),
        ("Time from order to delivery", "Time from order to delivery", {}),
    ],
)  # fmt: skip
def test_a_metrics_values_unit_and_day_in_one_line(line: str, name: str, held: dict[str, str]) -> None:
    found = trailing.read(KINDS["metric"], line, room())
    assert (found.text, found.held) == (name, held)


def test_the_day_at_the_end_of_an_action_is_its_day_and_its_words_stay() -> None:
    found = trailing.read(KINDS["action"], "Agree it with audit by 15 December 2026 @Luis Ortega", room())
    assert found.text == "Agree it with audit by 15 December 2026"
    assert found.held == {"due": "2026-12-15", "owner": "Luis Ortega"}


@pytest.mark.parametrize(
    ("line", "value", "on"),
    [
        ("74 on 15 December 2026", "74", "2026-12-15"),
        ("62 2027-01-05", "62", "2027-01-05"),
        ("52 minutes, 5 Oct 2026", "52 minutes", "2026-10-05"),
        ("1 200 on 2026-10-05", "1 200", "2026-10-05"),
        ("52 minutes", "52 minutes", ""),
        ("1 200", "1 200", ""),
    ],
)
def test_a_reading_may_say_its_day(line: str, value: str, on: str) -> None:
    assert trailing.reading(line, room()) == (value, on)


@pytest.mark.parametrize(
    ("line", "every"),
    [
        ("Service review every two weeks", "every two weeks"),
        ("Thread review, first Monday of the month", "first Monday of the month"),
        ("Every customer counts", ""),
        ("Review of every outage", ""),
    ],
)
def test_a_meeting_may_say_how_often_it_comes_again(line: str, every: str) -> None:
    found = trailing.read(KINDS["routine"], line, room())
    assert (found.text, found.held.get("every", "")) == (line, every)
