"""What surrounds the stage: whose workshop it is, the rail of steps, the tabs; what is said, which keys count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.keys import EVERYWHERE, Key
from screens.text import Line
from screens.widgets import foot, head

if TYPE_CHECKING:
    from screens.room import Room

_PLACE = 13
"""Cells that the tabs leave for where one is in a long list."""
_NARROW = 100
"""Cells below which the head leaves the step's name to the rail."""

_ABOVE, _AROUND = 3, 17
"""Lines above a view that the room alone looks at; lines of head, foot and an open question."""
_LEAST = (80, 24)
"""The window that everything is laid out for at least."""
_LOW = 20
"""Lines below which the foot says only what is in hand, so that the stage keeps room."""
_LARGE = 36
"""Lines from which a window is large."""
_WAY_BACK = "p or esc comes back · arrows, tab and 1 to 6 turn the pages · b blank"
"""What the room alone is told for a while."""


class Around:
    """The lines above and below the stage, worked out of the room as it is."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.message = ("", "text")
        """What was done last, and in which look; until the next key."""
        self.way_back = False
        """Whether the room alone has just been given the wall: for a while it says how to come back."""
        self.question = 0
        """Which of the step's questions stands there to be asked aloud."""
        self.said: list[foot.Said] = []
        """What the foot says, as it was drawn last."""

    @property
    def tall(self) -> int:
        """Lines over which a view may spread."""
        high = self.room.size.height
        return high - _ABOVE if self.room.walled else high - _AROUND if high >= _LARGE else 0

    def head(self) -> list[Line]:
        """Whose workshop it is, the clock, the rail, and what the step is for."""
        room, about = self.room, self.room.shop.about
        state = "" if room.walled else room.second.state
        small = "this wants a window of 80x24" * (room.size.width < _LEAST[0] or room.size.height < _LEAST[1])
        held = (small, state, "read-only" * room.file.readonly, room.clock.words)
        right = "  ".join(part for part in held if part)
        if room.walled or not room.clock.step or room.size.width >= _NARROW:
            right = f"{room.step.name}  {right}"
        lines = [head.title(about.title, about.client, right, room.size.width, room.clock.look)]
        if not room.walled:
            lines.append(head.rail(room.number, room.advice.gates, room.size.width))
        said = _WAY_BACK if room.walled and self.way_back else room.step.purpose
        return [*lines, head.rule(said, room.size.width)]

    def foot(self) -> list[Line]:
        """What is in hand or was done, the question, the coach, and the keys; nothing where the room alone looks."""
        room, width = self.room, self.room.size.width
        if room.walled:
            return []
        if room.line.display:
            return [[*foot.key_line(foot.ASKING, width, ()), (f" {room.handing.words}".rstrip(), "gold")]]
        words, look = self.message
        asked, detail = room.step.question(room.boards[room.number].view.lists, self.question), room.view.detail()
        if turn := room.session.turn:
            beside = f"{detail} · {turn}" if detail else turn
            asked, detail = (asked, beside) if width >= 100 else (f"{asked} {turn}", detail)
        self.said = [
            foot.Said("" if words else "In hand", words or detail, look, 3 if room.size.height >= 28 else 2),
            foot.Said("Ask the room", asked, "strong", 1 if width >= 100 else 2),
            foot.Said("Coach", room.advice.sentence(room.number), room.advice.look(room.number), 2),
        ]
        if room.size.height < _LOW:
            self.said = self.said[:1]
        return foot.lines(self.said, self.keys(), width, room.handing.words)

    def keys(self) -> list[Key]:
        """The keys that matter here, in the order in which the footer drops them last; none that is dead."""
        view = self.room.view
        dead = self.room.file.readonly or bool(view.past)
        if view.inside:
            return [Key("escape", "back", "leave the grid", "", 1), *view.inside_keys]
        own = {key.key for key in view.keys} | (set() if view.adds else {"a"})
        usual = [key for key in EVERYWHERE if key.rank and key.key not in own]
        if self.room.over:  # what lies over a step is read, answered or left
            usual = [key for key in usual if key.action in ("enter", "undo", "add")]
            usual.append(Key("escape", "back", "back", "", 3))
        count = [key for key in (*view.keys, *usual) if key.rank and not (dead and key.changes)]
        return sorted(count, key=lambda key: key.rank)

    def tabs(self) -> Line:
        """The views of the step; above them, the way back."""
        if self.room.over:
            return [(f"‹ esc  {self.room.view.title}", "gold")]
        return head.tabs(*self.names)

    @property
    def names(self) -> tuple[list[str], int, int]:
        """The names of the step's views, which of them is in hand, and the cells for them."""
        step = self.room.boards[self.room.number]
        names = [view.title for view in step.views]
        if number := step.view.count():
            names[step.at] += f" {number}"
        return names, step.at, self.room.stage.inner - _PLACE
