"""The routines, the next review and the open actions as a calendar file (RFC 5545) that any calendar takes in.

An event keeps its id: a calendar that takes a later file in moves what it has and doubles nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from exporters.marks import CALENDAR
from workshop import rhythm, values
from workshop.change import Logged
from workshop.records import Action, Objective, Routine
from workshop.rhythm import Rhythm
from workshop.state import Workshop
from workshop.words import clean

_FOLD = 75
"""Octets of a line, its end not counted."""
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCY = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_LAST_COMMON = 28
"""The last day that every month has."""
_OPEN = ("", "open", "doing")


class _Event(NamedTuple):
    """One whole-day event: its record's id, when, how often, what it says."""

    id: str
    ref: str
    day: date
    rule: str
    title: str
    said: tuple[str, ...]


def made(shop: Workshop, log: Sequence[Logged]) -> bytes:
    """The calendar as UTF-8. The same workshop and log give the same bytes."""
    changed = Counter(row.ref for row in log)
    stamp = _utc(log[-1].at) if log else "19700101T000000Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", CALENDAR, "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
             f"X-WR-CALNAME:{_text(shop.about.title or 'Golden Thread')}"]  # fmt: skip
    for event in _events(shop, log):
        lines += [
            "BEGIN:VEVENT", f"UID:{event.id}@goldenthread", f"DTSTAMP:{stamp}", f"SEQUENCE:{changed[event.ref]}",
            f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}", f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
            *([f"RRULE:{event.rule}"] if event.rule else []), f"SUMMARY:{_text(event.title)}",
            f"DESCRIPTION:{_text(chr(10).join(filter(None, event.said)))}", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]  # fmt: skip
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def left_out(shop: Workshop) -> list[str]:
    """The refs of the routines of which no calendar could tell when they meet."""
    return [routine.ref for routine in shop.all(Routine) if rhythm.read(routine.every) is None]


def _events(shop: Workshop, log: Sequence[Logged]) -> Iterator[_Event]:
    born = {row.ref: datetime.fromisoformat(row.at).date() for row in log if row.field is None and row.new}
    for routine in shop.all(Routine):
        meets = rhythm.read(routine.every)
        if meets:
            day = meets.first(born.get(routine.ref, shop.today))
            told = (f"How often: {routine.every}", _after("Decides", routine.decides),
                    _after("Chair", values.who(routine.chair, shop)), _after("Who comes", routine.attends))  # fmt: skip
            yield _Event(routine.id, routine.ref, day, _rule(meets, day), routine.what, told)
    about = shop.about
    if about.next_review:
        pilots = tuple(f"{one.ref} {one.statement}" for one in shop.all(Objective) if one.state == "pilot")
        title = f"Golden thread review: {about.title}"
        yield _Event(f"{about.id}-review", about.ref, date.fromisoformat(about.next_review), "", title, pilots)
    for action in shop.all(Action):
        if action.due and action.status in _OPEN:
            who, reason = values.who(action.owner, shop), shop.get(action.why)
            title = f"{action.what} ({who})" if who else action.what
            of = f"{reason.ref} {reason.words}" if reason and getattr(reason, "private", "") != "yes" else ""
            said = (f"{action.ref}, due", _after("For", of))
            yield _Event(action.id, action.ref, date.fromisoformat(action.due), "", title, said)


def _rule(meets: Rhythm, day: date) -> str:
    """The rhythm as a recurrence rule that begins on that day."""
    parts = [f"FREQ={_FREQUENCY[meets.unit]}", f"INTERVAL={meets.every}"]
    if meets.weekdays:
        nth = str(meets.nth) if meets.nth else ""
        parts.append("BYDAY=" + ",".join(f"{nth}{_DAYS[weekday]}" for weekday in meets.weekdays))
    elif meets.unit == "month" and day.day > _LAST_COMMON:
        parts.append("BYMONTHDAY=-1")
    return ";".join(parts)


def _after(label: str, said: str) -> str:
    return f"{label}: {said}" if said else ""


def _utc(at: str) -> str:
    """An instant of the log as a calendar writes it."""
    return re.sub(r"[-:]", "", at[:19]) + "Z"


def _text(said: str) -> str:
    """Somebody's words as a value: nothing in them ends the line or begins another."""
    kept = clean(said, most=4 * len(said) + 1)
    for sign in "\\;,":
        kept = kept.replace(sign, "\\" + sign)
    return kept.replace("\n", "\\n").replace("\u2028", " ").replace("\u2029", " ")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets; no letter is broken."""
    pieces, piece, size = [], "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _FOLD:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    return "\r\n".join([*pieces, piece])
