"""The two charts of the handoff, drawn from cells of the workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from exporters import look


class Chart(Protocol):
    """Something that a canvas can place: it has words for those who cannot see it."""

    @property
    def description(self) -> str:
        """What it shows, in words."""
        ...

    def drawn(self, workbook: Any) -> Any:
        """The chart, made for that workbook."""
        ...


_LABEL = {"name": look.FONT, "size": 8, "color": look.FAINT}
_NO_LINE = {"none": True}


@dataclass(frozen=True)
class Lines:
    """Readings as a solid line against the target as a dashed one; areas are written `='Sheet'!$A$6:$A$29`.

    `measured` and `of` say which reading is the last and how many places the area has, `span` how many days
    they reach over, `step` how far apart the lines stand.
    """

    days: str
    readings: str
    target: str
    measured: int
    of: int
    span: int
    least: float
    step: float
    description: str

    def drawn(self, workbook: Any) -> Any:
        """The chart, made for that workbook."""
        chart = workbook.add_chart({"type": "line"})
        chart.add_series(self._readings())
        if self.target:
            chart.add_series(self._target())
        chart.set_title({"none": True})
        chart.set_legend({"none": True})
        chart.set_x_axis({"date_axis": True, "num_font": _LABEL, "line": {"color": look.HAIR},
                          "major_tick_mark": "none", **self._calendar()})  # fmt: skip
        chart.set_y_axis({
            "num_font": _LABEL, "num_format": "General", "line": _NO_LINE, "major_tick_mark": "none",
            "major_gridlines": {"visible": True, "line": {"color": "#E5E7EB", "width": 0.75}},
            "min": self.least, "major_unit": self.step,
        })  # fmt: skip
        chart.set_chartarea({"border": {"color": look.HAIR}, "fill": {"color": look.PAPER}})
        chart.show_blanks_as("gap")
        return chart

    def _calendar(self) -> dict[str, Any]:
        """About eight dates along the axis: days on a short one, else months."""
        if self.span <= 60:
            return {"major_unit": max(1, self.span // 6), "major_unit_type": "days", "num_format": "d mmm"}
        shape = "mmm" if self.span < 370 else "mmm yy"
        return {"major_unit": max(1, round(self.span / 245)), "major_unit_type": "months", "num_format": shape}

    def _readings(self) -> dict[str, Any]:
        return {
            "name": "Measured", "categories": self.days, "values": self.readings,
            "line": {"color": look.TEAL, "width": 2.25},
            "marker": {"type": "circle", "size": 5, "fill": {"color": look.TEAL}, "border": {"color": look.TEAL}},
            "data_labels": self._last(self.measured, look.TEAL),
        }  # fmt: skip

    def _target(self) -> dict[str, Any]:
        return {
            "name": "Target", "categories": self.days, "values": self.target,
            "line": {"color": look.GOLD, "width": 1.5, "dash_type": "dash"}, "marker": {"type": "none"},
            "data_labels": self._last(self.of - 1, look.DEEP_GOLD),
        }  # fmt: skip

    def _last(self, at: int, ink: str) -> dict[str, Any]:
        """A label on one place alone."""
        font = {"name": look.FONT, "size": 10, "bold": True, "color": ink}
        hidden: dict[str, Any] = {"delete": True}
        labels = [hidden if place != at else {} for place in range(self.of)]
        return {"value": True, "position": "above", "font": font, "custom": labels}


@dataclass(frozen=True)
class Bars:
    """Stacked bars: for each name how much is primary and how much supporting."""

    names: str
    primary: str
    supporting: str
    most: int
    description: str

    def drawn(self, workbook: Any) -> Any:
        """The chart, made for that workbook."""
        chart = workbook.add_chart({"type": "bar", "subtype": "stacked"})
        series = (("Primary", self.primary, look.TEAL), ("Supporting", self.supporting, "#9CC7CC"))
        for name, values, ink in series:
            chart.add_series({"name": name, "categories": self.names, "values": values, "gap": 60,
                              "fill": {"color": ink}, "border": _NO_LINE})  # fmt: skip
        chart.set_title({"none": True})
        chart.set_legend({"position": "top", "font": _LABEL})
        chart.set_x_axis({
            "num_font": _LABEL, "line": {"color": look.HAIR}, "major_tick_mark": "none", "min": 0,
            "max": max(1, self.most), "major_unit": 1 if self.most <= 12 else None, "num_format": "0",
            "major_gridlines": {"visible": True, "line": {"color": "#E5E7EB", "width": 0.75}},
        })  # fmt: skip
        chart.set_y_axis({"reverse": True, "crossing": "max", "num_font": {**_LABEL, "size": 9},
                          "line": {"color": look.HAIR}, "major_tick_mark": "none"})  # fmt: skip
        chart.set_chartarea({"border": {"color": look.HAIR}, "fill": {"color": look.PAPER}})
        return chart
