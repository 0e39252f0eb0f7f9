"""The dates of a workshop as a calendar file (RFC 5545): routines, the next review, what is due of open actions.

Every entry takes a day and blocks nobody's time. It is called by the id of its record, so that a calendar which takes
the file in again changes what it has and doubles nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from exporters.marks import CALENDAR
from workshop.answers import rhythm, values
from workshop.answers.rhythm import Rhythm
from workshop.change import Logged
from workshop.declare import Record
from workshop.derived import whose
from workshop.derived.duties import open_actions
from workshop.records import Routine, Ruling
from workshop.state import Workshop
from workshop.words import brief, clean, listed, plural

_OCTETS = 75
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\u2028": " ", "\u2029": " "})


class _Event(NamedTuple):
    """One entry: the id by which calendars know it, its first day, its rule where it comes again, and its words."""

    uid: str
    day: date
    rule: str
    title: str
    told: list[str]


def made(shop: Workshop, log: Sequence[Logged], for_whom: str = "") -> bytes:
    """The calendar as UTF-8, for everybody or with the actions of one owner only. Raises OwnsNothing.

    `log` is every change, oldest first: its last one dates all entries, so that the same workshop gives the same bytes.
    """
    last = log[-1] if log else None
    at = datetime.fromisoformat(last.at).astimezone(UTC) if last else datetime(1970, 1, 1)
    stamp = [f"DTSTAMP:{_compact(at.date())}T{at:%H%M%S}Z", f"SEQUENCE:{last.n if last else 0}"]
    lines = [*CALENDAR.splitlines(), "CALSCALE:GREGORIAN", "METHOD:PUBLISH", _text("X-WR-CALNAME", _title(shop))]
    for event in (*_routines(shop, log), *_review(shop), *_actions(shop, for_whom)):
        lines += ["BEGIN:VEVENT", f"UID:{event.uid}@goldenthread", *stamp, *_when(event)]
        lines += [_text("SUMMARY", " ".join(event.title.split())), _text("DESCRIPTION", "\n".join(event.told))]
        lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode("utf-8", "replace")


def left_out(shop: Workshop) -> str:
    """What has no day in the calendar, in one line; "" where all of it has."""
    said = [
        f"{routine.ref} (no rhythm in “{brief(routine.every)}”)"
        if routine.every else f"{routine.ref} (nobody said how often)"
        for routine in shop.all(Routine) if not rhythm.read(routine.every)
    ]  # fmt: skip
    if undated := sum(not action.due for action in open_actions(shop)):
        said.append(plural(undated, "action without a date", "actions without a date"))
    dated = any(_review(shop)) or any(rhythm.read(each.every) for each in shop.all(Routine)) or any(_actions(shop, ""))
    if not dated and not said:
        return "The calendar is empty: nothing in this workshop has a day yet"
    return f"Not in the calendar: {listed(said)}" if said else ""


def _routines(shop: Workshop, log: Sequence[Logged]) -> Iterator[_Event]:
    """The first of them after the workshop was held, or after somebody thought of it: that day stays what it is."""
    born: dict[str, str] = {}
    for row in log:
        if row.kind == Routine.kind.name:
            born.setdefault(row.ref, row.at[:10])
    for routine in shop.all(Routine):
        again = rhythm.read(routine.every)
        if again:
            start = max(shop.about.held_on, born.get(routine.ref, "")) or shop.today.isoformat()
            day = rhythm.first(again, date.fromisoformat(start))
            yield _Event(routine.id, day, _rule(again, day), routine.what, _told(shop, routine))


def _review(shop: Workshop) -> Iterator[_Event]:
    """The next review. One that is put off moves; the one after a review that was held is an entry of its own."""
    about = shop.about
    if about.next_review:
        held = {ruling.review for ruling in shop.all(Ruling) if ruling.review and ruling.review < about.next_review}
        told = ["What the numbers did, what to keep, refine or retire, when to look again", _workshop(shop)]
        day = date.fromisoformat(about.next_review)
        yield _Event(f"{about.id}-review-{len(held) + 1}", day, "", f"Review: {_title(shop)}", told)


def _actions(shop: Workshop, for_whom: str) -> Iterator[_Event]:
    """What is open and has a day, of everybody or of one owner."""
    still = open_actions(shop)
    found = whose.owned(shop, still, for_whom)
    if for_whom.strip() and not found:
        raise whose.OwnsNothing(values.who(for_whom, shop), whose.owners(shop, still), "open action")
    for action in found:
        if action.due:
            day = date.fromisoformat(action.due)
            yield _Event(action.id, day, "", f"Due: {action.what}", _told(shop, action))


def _told(shop: Workshop, record: Record) -> list[str]:
    """What else the room said of it, an answer a line."""
    specs = [spec for spec in record.kind.fields if spec.name != record.kind.called and not spec.private]
    said = [(spec.label, values.of(record, spec.name, shop)) for spec in specs]
    return [*(f"{label}: {words}" for label, words in said if words), _workshop(shop)]


def _workshop(shop: Workshop) -> str:
    return f"Golden Thread: {_title(shop)}"


def _title(shop: Workshop) -> str:
    return shop.about.title or "a workshop without a title"


def _rule(again: Rhythm, first: date) -> str:
    """The rhythm as a rule. A month is counted in weekdays unless its day was named: none falls on 31 February."""
    named = ",".join(_DAYS[at] for at in again.weekdays or (first.weekday(),))
    if not again.months:
        weeks, odd = divmod(again.days, 7)
        return f"FREQ=DAILY;INTERVAL={again.days}" if odd else f"FREQ=WEEKLY;INTERVAL={weeks};BYDAY={named}"
    years, odd = divmod(again.months, 12)
    often = f"FREQ=MONTHLY;INTERVAL={again.months}" if odd else f"FREQ=YEARLY;INTERVAL={years};BYMONTH={first.month}"
    if again.nth and not again.weekdays:
        return f"{often};BYMONTHDAY={again.nth}"
    if again.nth and len(again.weekdays) > 1:
        return f"{often};BYDAY={named};BYSETPOS={again.nth}"
    return f"{often};BYDAY={again.nth or rhythm.place(first)}{_DAYS[first.weekday()]}"


def _when(event: _Event) -> list[str]:
    """The whole day, to the morning after; the last day that there is has none."""
    lines = [f"DTSTART;VALUE=DATE:{_compact(event.day)}"]
    if event.day < date.max:
        lines.append(f"DTEND;VALUE=DATE:{_compact(event.day + timedelta(days=1))}")
    return [*lines, f"RRULE:{event.rule}"] if event.rule else lines


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(name: str, words: str) -> str:
    """A property that holds somebody's words: whatever they are, they end where it ends."""
    return f"{name}:{clean(words, most=len(words) * 4).translate(_ESCAPED)}"


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, each further one behind a blank; no letter is parted."""
    pieces, size = [""], 0
    for letter in line:
        size += len(letter.encode("utf-8", "replace"))
        if size > _OCTETS:
            pieces.append(" ")
            size = 1 + len(letter.encode("utf-8", "replace"))
        pieces[-1] += letter
    return "\r\n".join(pieces)
