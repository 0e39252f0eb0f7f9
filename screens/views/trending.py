"""Readings against target: each metric with its thread, its trend, its status and the pace it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens import ask as asking
from screens.ask import Ask
from screens.keys import Key
from screens.text import Line, fit, wrap
from screens.views.view import View
from workshop import acts
from workshop.answers import amounts, days, values
from workshop.derived.trends import RETIRED, Trend, spark, trends
from workshop.plans import trailing
from workshop.records import Metric, Reading

if TYPE_CHECKING:
    from screens.room import Room

_SPARK, _NUMBER, _STATUS = 14, 12, 16
_LOOKS = {
    "Met": ("✓", "good"),
    "On the way": ("↗", "text"),
    "Behind": ("✗", "bad"),
    "No reading": ("○", "dim"),
    "Check numbers": ("?", "warn"),
}


class Trending(View[Trend]):
    """One metric a row; `a` enters a reading for the one in hand."""

    keys = (Key("a", "add", "reading", "Enter a reading of the metric in hand", 1, True),)

    def __init__(self, title: str = "Trends") -> None:
        super().__init__()
        self.title = title

    def find_rows(self) -> list[Trend]:
        """Metrics on a thread, those on the dashboard first."""
        kept = (trend for trend in trends(self.shop).values() if trend.status != RETIRED)
        found = [trend for trend in kept if trend.metric.outcomes or trend.readings]
        return sorted(found, key=lambda trend: trend.metric.dashboard != "yes")

    def among(self, at: int) -> bool:
        """Those on the dashboard stay first."""
        return self.rows[at].metric.dashboard == "yes"

    def measure(self) -> list[int]:
        """As tall as the name and its thread, or the figures."""
        return [max(len(self._lines(t)), *(len(cell) for cell, _, _ in self._figures(t))) for t in self.rows]

    def draw_head(self) -> list[Line]:
        """The columns."""
        heads = [
            ("Metric and its thread", self._words),
            ("Trend", _SPARK),
            ("Latest", _NUMBER),
            ("Target", _NUMBER),
            ("Status", _STATUS),
        ]
        return [[(fit(text, width), "head") for text, width in heads]]

    def draw(self, at: int) -> list[Line]:
        """Name and thread, then the figures."""
        trend = self.rows[at]
        words, figures = self._lines(trend), self._figures(trend)
        lines: list[Line] = []
        for y in range(self.heights[at] - self.gap):
            said, colour = words[y] if y < len(words) else ("", "text")
            line: Line = [(fit(said, self._words - 1), "cursor" if at == self.at else colour), (" ", "text")]
            line += [(fit(cell[y] if y < len(cell) else "", width), look) for cell, width, look in figures]
            lines.append(line)
        return lines

    def ref_of(self, row: Trend) -> str:
        """The metric."""
        return row.metric.ref

    def count(self) -> str:
        """How many have met their target."""
        met = sum(trend.status == "Met" for trend in self.rows)
        return f"{met} of {len(self.rows)} met" if self.rows else ""

    def empty(self) -> str:
        """What comes first."""
        return "No metric on a thread yet. Step 3 adds them; then a enters a reading here."

    def detail(self) -> str:
        """The trend in a sentence, the pace needed, the decision it serves."""
        if not self.row:
            return ""
        metric = self.row.metric
        said = [self.row.sentence, self.row.needed and f"needs {self.row.needed}"]
        if self.row.warns:
            limit = values.of(metric, "warns_at", self.shop)
            said.append(f"past its warning value {limit}: {metric.response or 'no response agreed'}")
        said.append(f"serves: {metric.decision}" if metric.decision else "serves no decision yet")
        return " · ".join(part for part in said if part)

    def adding(self, room: Room) -> Ask | None:
        """The reading, then its date."""
        if not self.row:
            return None
        metric = self.row.metric
        value, on = Reading.kind.field("value"), Reading.kind.field("on")

        def date_next(said: str) -> Ask | None:
            if not said.strip():
                return None
            said, day = trailing.reading(said, room.shop)
            values.read(value, said, room.shop)
            if day:
                keep(said, day)
                return None
            asked = asking.of_field(on, room.shop, "", lambda day: keep(said, day))
            asked.hint, asked.leave = "Enter for today", lambda: keep(said, "today")
            return asked

        def keep(said: str, day: str) -> None:
            fields = {"metric": metric.ref, "on": day or "today", "value": said}
            room.act(lambda draft: acts.add(draft, Reading.kind, fields), f"reading of {metric.ref}")
            room.view.looking_at = metric.ref

        def hear(text: str) -> str:
            said, day = trailing.reading(text, room.shop)
            found = asking.reading(value, said, room.shop), day and f"read on {days.shown(day)}"
            return "  ".join(part for part in found if part)

        asked = asking.of_field(value, room.shop, "", date_next, f"{metric.ref} {metric.name}: {value.question}")
        asked.reads, asked.hint = hear, "a day may follow: 74 min on 15 December"
        return asked

    @property
    def _words(self) -> int:
        return self.width - _SPARK - 2 * _NUMBER - _STATUS

    def _figures(self, trend: Trend) -> list[tuple[tuple[str, ...], int, str]]:
        """Trend, today, target, status: the lines of each, its width and its look."""
        metric = trend.metric
        mark, look = _LOOKS.get(trend.status, ("", "text"))
        latest = amounts.with_unit(amounts.written(trend.latest), metric.unit) if trend.latest is not None else "–"
        drawn = spark([value for _, value in trend.readings], _SPARK - 2)
        return [
            ((drawn,), _SPARK, "thread"),
            (wrap(latest, _NUMBER - 2), _NUMBER, "strong"),
            (wrap(values.of(metric, "target", self.shop), _NUMBER - 2), _NUMBER, "text"),
            ((f"{mark} {trend.status}",), _STATUS, look),
        ]

    def _lines(self, trend: Trend) -> list[tuple[str, str]]:
        metric = trend.metric
        lines = [(line, "text") for line in wrap(f"{metric.ref} {metric.name}", self._words - 1)]
        return lines + [(line, "dim") for part in self._thread(metric) for line in wrap(part, self._words - 1)]

    def _thread(self, metric: Metric) -> list[str]:
        """No number without its thread."""
        outcomes = [record for ref in metric.outcomes if (record := self.shop.get(ref))]
        return [f"› {outcome.ref} {outcome.words}" for outcome in outcomes] or ["on no thread"]
