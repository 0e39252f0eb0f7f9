"""A widget that draws prepared lines, and redraws only when they differ."""

from __future__ import annotations

from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from screens import text
from screens.text import Line
from screens.theme import looks


class Drawn(Widget):
    """Lines of spans on the wall; `show` puts others there."""

    DEFAULT_CSS = "Drawn { height: auto; }"

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.lines: list[Line] = []

    @property
    def styles_by_look(self) -> dict[str, Style]:
        """The looks of the theme that is on."""
        return looks(self.app.theme)

    def show(self, lines: list[Line]) -> None:
        """Draw these lines from now on; only those that differ are painted."""
        before, self.lines = self.lines, lines
        if len(before) != len(lines):
            self.refresh(layout=True)
        else:
            self.repaint(before, lines)

    def repaint(self, before: list[Line], after: list[Line]) -> None:
        """Paint the lines that are not what they were."""
        changed = [Region(0, y, self.size.width, 1) for y, line in enumerate(after) if line != before[y]]
        if changed:
            self.refresh(*changed)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """As many rows as there are lines."""
        return len(self.lines)

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        line = self.lines[y] if y < len(self.lines) else []
        return text.strip(line, self.styles_by_look, self.size.width)


class Touch(Drawn):
    """Drawn lines that tell their screen where the mouse clicked."""

    class Clicked(Message):
        """A click on the part of that id, at that cell."""

        def __init__(self, part: str, x: int, y: int) -> None:
            super().__init__()
            self.part, self.x, self.y = part, x, y

    def on_click(self, event: events.Click) -> None:
        """Tell where."""
        self.post_message(Touch.Clicked(str(self.id), event.x, event.y))
