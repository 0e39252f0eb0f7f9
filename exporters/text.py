"""The handoff as one page of Markdown that reads well before it is rendered, and shows nothing live after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from exporters.canvas import safe
from exporters.layout import START, Book, Cell, Column, Sheet
from exporters.marks import COMMENT
from exporters.sheets import cover, described
from exporters.sheets.dashboard import NAME as DASHBOARD
from exporters.state_shown import export_id
from workshop.answers import amounts, days
from workshop.change import Logged
from workshop.declare import Record
from workshop.derived import trends
from workshop.derived.threads import Thread, threads
from workshop.records import Link
from workshop.state import Workshop

_LIVE = re.compile(r"[\\`*_\[\]|~#]|:(?=//)|(?<=\bwww)\.")
_FIRST = re.compile(r"(?:[-+=>]|\d+(?=[.)]))")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_AS_TABLE = "The threads in rows"
_CENTRED = {"centre", "day", "figure", "score", "share", "mark", "rating", "status"}


def made(shop: Workshop, log: Sequence[Logged]) -> bytes:
    """The whole handoff as UTF-8 Markdown; its first line says that it is ours, and of which state."""
    book = described(shop, log)
    parts = [f"{COMMENT}{export_id(log)} -->", *_head(book), *_threads(book)]
    for sheet in book.sheets.values():
        if sheet.name not in (START, DASHBOARD):
            parts += _table(sheet)
    return ("\n".join(parts).rstrip() + "\n").encode("utf-8", "replace")


def plain(text: str) -> str:
    """Somebody's words as words: on one line, nothing in them read as Markdown, HTML or a link."""
    line = " / ".join(part.strip() for part in safe(text).splitlines() if part.strip())
    line = _LIVE.sub(lambda found: "\\" + found[0], line)
    line = re.sub("[&<>]", lambda found: _ENTITIES[found[0]], line)
    first = _FIRST.match(line)
    if not first:
        return line
    return f"{line[: first.end()]}\\{line[first.end() :]}" if first[0].isdigit() else "\\" + line


def _head(book: Book) -> Iterator[str]:
    about = book.shop.about
    yield f"# {plain(about.title) or 'A workshop without a title'}\n"
    whose = " · ".join(plain(part) for part in (about.client, about.unit) if part)
    if whose:
        yield f"{whose}  "
    yield f"{plain(re.sub(' +', ' ', cover.facts(book)))}\n"
    yield "## What the room decided\n"
    yield from (f"- {plain(sentence)}" for sentence in cover.decided(book))
    yield ""


def _threads(book: Book) -> Iterator[str]:
    """Every thread as an outline: objective, outcome, process with its reason, metric with what it did."""
    yield "## The golden thread"
    above: tuple[Record | None, ...] = (None, None, None)
    for thread in threads(book.shop):
        knots = (thread.objective, thread.outcome, thread.link)
        if thread.objective is not above[0] or above == (None, None, None):
            yield f"\n### {_knot(thread.objective, 'Serves no objective')}\n"
        if thread.outcome is not above[1] or thread.objective is not above[0]:
            yield f"- **{_knot(thread.outcome, 'No outcome yet')}**"
        if thread.outcome and knots != above:
            yield f"  - {_work(thread)}"
        if thread.outcome:
            yield f"    - {_measured(book, thread)}"
        above = knots
    yield ""


def _knot(record: Record | None, gap: str) -> str:
    return f"{record.ref} {plain(record.words)}" if record else gap


def _work(thread: Thread) -> str:
    link: Link | None = thread.link
    said = _knot(thread.process, "No process yet")
    if link and link.role:
        said += f" ({link.role})"
    return f"{said}: {plain(link.reason)}" if link and link.reason else said


def _measured(book: Book, thread: Thread) -> str:
    if not thread.metric:
        return "No metric yet"
    trend = trends.trends(book.shop)[thread.metric.ref]
    return f"{thread.metric.ref} {plain(trend.sentence)} ({trend.status})"


def _table(sheet: Sheet) -> Iterator[str]:
    """A sheet as a table, without what is only there to be filled in."""
    columns = [column for column in sheet.columns if not (column.hidden or column.blank)]
    if sheet.name == "Readings":
        columns = list(sheet.columns)
    rows = [row for row in sheet.rows if row is not None]
    yield f"## {_AS_TABLE if sheet.table == 'GoldenThread' else sheet.name}\n"
    yield f"{plain(sheet.headline)}.\n"
    if not rows:
        return
    yield f"| {' | '.join(plain(column.header) for column in columns)} |"
    yield f"|{'|'.join(' :-: ' if column.look in _CENTRED else ' --- ' for column in columns)}|"
    for row in rows:
        yield f"| {' | '.join(_shown(column, column.value(row)) for column in columns)} |"
    yield ""


def _shown(column: Column, value: Cell) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        return f"{days.shown(value.date().isoformat())}, {value:%H:%M}"
    if isinstance(value, date):
        return days.shown(value.isoformat())
    if isinstance(value, str):
        return plain(value)
    if column.look == "share":
        return f"{value:.0%}"
    return f"{value:.1f}" if column.look == "score" else amounts.written(value)
