"""The calendar: what comes again and what is due; taken in again it changes what is there and doubles nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import put, say, shop

from exporters.calendar import left_out, made
from exporters.handoff import made as handed
from store.file import WorkshopFile

Event = dict[str, str]
HOSTILE = "Look\r\nEND:VEVENT\nBEGIN:VEVENT\rUID:mine; a, b \\n \u2028RRULE:FREQ=SECONDLY\u0085ATTACH:x\x00"


def properties(data: bytes) -> list[tuple[str, str]]:
    """The properties as RFC 5545 has them read: unfolded, each with its name and its value unescaped."""
    text = data.decode("utf-8")
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "") and "\r" not in text.replace("\r\n", "")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    found = []
    for line in text.replace("\r\n ", "").split("\r\n")[:-1]:
        name, _, value = line.partition(":")
        found.append((name, re.sub(r"\\(.)", lambda c: "\n" if c[1] == "n" else c[1], value)))
    return found


def events(data: bytes) -> list[Event]:
    """The entries of a calendar, by their properties."""
    found: list[Event] = []
    for name, value in properties(data):
        if (name, value) == ("BEGIN", "VEVENT"):
            found.append({})
        elif found and name != "END":
            assert name not in found[-1], name
            found[-1][name] = value
    return found


def test_routines_review_and_open_actions_are_whole_days(pilot: Any) -> None:
    routine, review, action = events(handed(pilot.shop, pilot.log, "ics", what="calendar"))
    assert routine["SUMMARY"] == "Thread review"
    assert routine["RRULE"] == "FREQ=MONTHLY;INTERVAL=1;BYDAY=4TH"
    assert (routine["DTSTART;VALUE=DATE"], routine["DTEND;VALUE=DATE"]) == ("20261224", "20261225")
    assert routine["DESCRIPTION"].splitlines() == [
        "How often: every month", "Who chairs: Chief Customer Officer", "Decision: What to keep",
        "Golden Thread: Sales portal pilot",
    ]  # fmt: skip
    assert review["SUMMARY"] == "Review: Sales portal pilot" and review["DTSTART;VALUE=DATE"] == "20270115"
    assert action["SUMMARY"] == "Due: Write the restore runbook" and action["DTSTART;VALUE=DATE"] == "20261101"
    assert "RRULE" not in action and "Owner: Portal owner" in action["DESCRIPTION"]
    assert {event["DTSTAMP"] for event in (routine, review, action)} == {"20261124T093000Z"}


@pytest.mark.parametrize(
    ("every", "rule"),
    [
        ("weekly on Mondays and Thursdays", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TH"),
        ("every two weeks", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("every quarter", "FREQ=MONTHLY;INTERVAL=3;BYDAY=4WE"),
        ("last Friday of the month", "FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR"),
        ("first working day of the month", "FREQ=MONTHLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"),
        ("15th of each month", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=15"),
        ("last day of the quarter", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
        ("yearly", "FREQ=YEARLY;INTERVAL=1;BYMONTH=11;BYDAY=4WE"),
        ("every 10 days", "FREQ=DAILY;INTERVAL=10"),
    ],
)
def test_a_rule_says_what_the_room_said(every: str, rule: str) -> None:
    held = shop(held_on="2026-11-24")
    say(held, "routine", what="Meet", every=every)
    assert [event["RRULE"] for event in events(made(held, []))] == [rule]


def test_what_has_no_day_is_left_out_and_named() -> None:
    held = shop()
    say(held, "routine", what="Look back", every="within a week of each major failure")
    say(held, "routine", what="Meet")
    say(held, "action", what="Some day")
    say(held, "action", what="Done", due="2026-12-01", status="done")
    assert events(made(held, [])) == []
    assert left_out(held) == (
        "Not in the calendar: R1 (no rhythm in “within a week of each major failure”), "
        "R2 (nobody said how often) and 1 action without a date"
    )


def test_an_entry_keeps_its_id_whatever_is_said_of_it(tmp_path: Path, gt: Callable[..., Any]) -> None:
    file, out = tmp_path / "w.workshop", tmp_path / "w-calendar.ics"
    gt("sample", "churn", file)
    assert gt("export", file, "--what", "calendar").out == f"Wrote {out}\n"
    first = out.read_bytes()
    gt("export", file, "-o", out)
    assert out.read_bytes() == first
    gt("set", file, "R1.every", "every two weeks")
    gt("set", file, "W1.next_review", "2027-02-02")
    gt("export", file, "--format", "ics", "-o", out)
    before, after = events(first), events(out.read_bytes())
    assert [event["UID"] for event in before] == [event["UID"] for event in after]
    assert len({event["UID"] for event in after}) == len(after)
    assert all(int(one["SEQUENCE"]) < int(two["SEQUENCE"]) for one, two in zip(before, after, strict=True))
    assert before[0]["RRULE"] != after[0]["RRULE"]
    assert "20270202" in {event["DTSTART;VALUE=DATE"] for event in after}


def test_the_review_after_one_that_was_held_is_another_entry() -> None:
    held = shop(next_review="2027-01-15")
    say(held, "metric", name="Time to restore")
    first = events(made(held, []))
    say(held, "ruling", on="M1", review="2027-01-15", says="keep")
    assert events(made(held, [])) == first
    put(held, "W1", next_review="2027-03-01")
    assert events(made(held, []))[0]["UID"] != first[0]["UID"]


def test_one_owner_gets_the_meetings_and_what_is_due_of_them(pilot: Any) -> None:
    mine = events(handed(pilot.shop, pilot.log, "ics", what="calendar", for_whom="portal owner"))
    assert [event["SUMMARY"][:4] for event in mine] == ["Thre", "Revi", "Due:"]


def test_redacted_it_names_people_by_their_role() -> None:
    held = shop()
    say(held, "person", name="Ada Byron", role="Sales lead")
    say(held, "routine", what="Meet", every="weekly", chair="H1")
    data = handed(held, [], "ics", what="calendar", redact=True)
    assert b"Ada" not in data and "Who chairs: Sales lead" in events(data)[0]["DESCRIPTION"]


def test_hostile_words_stay_words(tmp_path: Path, gt: Callable[..., Any]) -> None:
    file = tmp_path / "w.workshop"
    gt("new", file, "--title", HOSTILE)
    gt("add", file, "routine", f"what={HOSTILE}", "every=every week", f"attends={HOSTILE}")
    gt("add", file, "action", f"what={HOSTILE}", "due=2027-01-01", f"owner={HOSTILE}")
    gt("set", file, "W1.next_review", "2027-01-15")
    with WorkshopFile.open(file, write=False) as opened:
        data = handed(opened.shop, list(opened.log()), "ics", what="calendar")
    found = events(data)
    assert len(found) == 3 and data.count(b"\r\nBEGIN:VEVENT\r\n") == 3
    names = {name for event in found for name in event}
    assert names == {"UID", "DTSTAMP", "SEQUENCE", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "RRULE", "SUMMARY",
                     "DESCRIPTION", "TRANSP"}  # fmt: skip
    assert found[0]["RRULE"].startswith("FREQ=WEEKLY") and "UID:mine; a, b \\n" in found[0]["SUMMARY"]


@given(st.text(max_size=200))
def test_any_words_are_read_as_they_were_said(words: str) -> None:
    held = shop(next_review="2027-01-15")
    say(held, "action", what=f"a{words}b", due="2027-01-01")
    (_, action) = events(made(held, []))
    assert action["SUMMARY"] == " ".join(f"Due: {held.find('X1').words}".translate({0x2028: " ", 0x2029: " "}).split())


def test_letters_of_several_octets_are_never_parted() -> None:
    held = shop()
    say(held, "action", what="Größe 🌍" * 40, due="9999-12-31")
    (action,) = events(made(held, []))
    assert action["SUMMARY"] == "Due: " + "Größe 🌍" * 40
    assert "DTEND;VALUE=DATE" not in action


def test_somebody_elses_calendar_is_not_replaced(tmp_path: Path, gt: Callable[..., Any]) -> None:
    file, theirs = tmp_path / "w.workshop", tmp_path / "w-calendar.ics"
    gt("sample", "churn", file)
    theirs.write_bytes(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n")
    ran = gt("export", file, "--what", "calendar")
    assert ran.code == 2 and "is not an export of ours" in ran.err and b"Other" in theirs.read_bytes()
    assert gt("export", file, "--what", "calendar", "--overwrite").code == 0
