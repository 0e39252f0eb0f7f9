"""The calendar: events that any calendar takes in, under ids that stay, with nobody's words as more than words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from making import TODAY, put, say, shop

from exporters import marks
from exporters.handoff import made, untold
from workshop.change import Logged
from workshop.state import Workshop

Event = dict[str, str]


def logged(made_: Workshop, at: str = "2026-11-24T09:30:00+00:00") -> list[Logged]:
    """A log that tells of each record's birth."""
    return [Logged(n, at, "", "", 1, "typed", "b", r.ref, r.kind.name, None, "", r.ref) for n, r in enumerate(made_, 1)]


def events(data: bytes) -> list[Event]:
    """The events as a calendar reads them: lines unfolded, names without parameters, escapes undone."""
    text = data.decode()
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") and text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", text)
    found: list[Event] = []
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in ("END", ""):
            key = name.partition(";")[0]
            assert key not in found[-1]
            found[-1][key] = re.sub(r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], value)
    return found


def test_routines_review_and_open_actions_are_there(churn: Any) -> None:
    found = {event["SUMMARY"]: event for event in events(made(churn.shop, churn.log, "ics"))}
    board = found["Fault cause board"]
    assert (board["RRULE"], board["DTSTART"]) == ("FREQ=WEEKLY;INTERVAL=2", "20261124")
    assert "Decides: Which cause is repaired next, and with whose time\n" in board["DESCRIPTION"]
    review = found["Golden thread review: Keep our trade customers"]
    assert review["DTSTART"] == churn.shop.about.next_review.replace("-", "") and "RRULE" not in review
    open_ = [action for action in churn.shop.of("action") if action.status in ("open", "doing")]
    assert open_ and all(any(title.startswith(action.words) for title in found) for action in open_)
    assert len(found) == 3 + 1 + len(open_)
    assert made(churn.shop, churn.log, "ics") == made(churn.shop, churn.log, "ics")


def test_an_event_keeps_its_id_and_counts_its_changes() -> None:
    made_ = shop()
    routine, action = (
        say(made_, "routine", what="Huddle", every="weekly"),
        say(made_, "action", what="Ask", due="1 Dec 2026"),
    )
    first = events(made(made_, logged(made_), "ics"))
    put(made_, routine, every="every Friday")
    put(made_, action, due="2 Dec 2026")
    change = Logged(99, "2026-11-25T10:00:00+00:00", "", "", 5, "typed", "c", routine, "routine", "every", "weekly", "")
    later = events(made(made_, [*logged(made_), change], "ics"))
    assert [event["UID"] for event in first] == [event["UID"] for event in later]
    assert (later[0]["RRULE"], later[0]["DTSTART"]) == ("FREQ=WEEKLY;INTERVAL=1;BYDAY=FR", "20261127")
    assert later[1]["DTSTART"] == "20261202"
    assert int(later[0]["SEQUENCE"]) > int(first[0]["SEQUENCE"])
    assert later[0]["DTSTAMP"] == "20261125T100000Z"


def test_what_is_done_or_has_no_day_is_no_event_and_an_unknown_rhythm_is_told() -> None:
    made_ = shop()
    say(made_, "action", what="Done", due="1 Dec 2026", status="done")
    say(made_, "action", what="Some day")
    say(made_, "routine", what="After the storm", every="after each outage")
    assert events(made(made_, logged(made_), "ics")) == []
    assert "R1" in untold(made_, "ics") and untold(made_, "md") == ""


def test_the_last_day_of_a_month_stays_the_last() -> None:
    made_ = shop(today=TODAY)
    say(made_, "routine", what="Close", every="monthly")
    (event,) = events(made(made_, logged(made_, "2026-12-31T08:00:00+00:00"), "ics"))
    assert event["RRULE"] == "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1"


def test_private_words_and_names_stay_in_the_room(churn: Any) -> None:
    made_ = shop()
    note = say(made_, "note", text="The CFO doubts it", what="remark", private="yes")
    person = say(made_, "person", name="Dana Keller", role="Head of Sales")
    say(made_, "action", what="Talk", due="1 Dec 2026", why=note, owner=person)
    assert b"doubts" not in made(made_, logged(made_), "ics")
    redacted = made(made_, logged(made_), "ics", redact=True)
    assert b"Dana" not in redacted and b"Head of Sales" in redacted.replace(b"\r\n ", b"")


@given(st.text(max_size=300))
def test_nobodys_words_are_more_than_words(words: str) -> None:
    made_ = shop()
    put(made_, "W1", title=f"T {words}")
    for hostile in (words, f"x\r\nATTACH:http://example.org\r\n{words}", f"END:VEVENT\n{words};,\\"):
        say(made_, "routine", what=f"W {hostile}", every="weekly", attends=hostile, decides=hostile)
    found = events(made(made_, logged(made_), "ics"))
    assert len(found) == 3
    assert all(set(event) == {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "RRULE", "SUMMARY", "DESCRIPTION",
                              "TRANSP"} for event in found)  # fmt: skip


def test_it_is_known_as_ours(churn: Any, tmp_path: Path) -> None:
    path = tmp_path / "churn.ics"
    path.write_bytes(made(churn.shop, churn.log, "ics"))
    assert marks.ours(path) and not marks.edited(path)
    path.write_bytes(path.read_bytes().replace(b"Golden Thread//Workshop", b"Somebody//Else"))
    assert not marks.ours(path)


def test_the_command_writes_it(churn: Any, gt: Any, tmp_path: Path) -> None:
    assert gt("sample", "churn", tmp_path / "c.workshop").code == 0
    ran = gt("export", tmp_path / "c.workshop", "-o", tmp_path / "c.ics")
    assert (ran.code, len(events((tmp_path / "c.ics").read_bytes()))) == (0, 9)
    assert gt("export", tmp_path / "c.workshop", "--format", "ics", "--what", "readings").code == 2
