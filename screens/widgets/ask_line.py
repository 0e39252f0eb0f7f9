"""The ask line: the question, the answer as it is typed, what can be chosen, how it is understood."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Self, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.widgets import Input
from textual.widgets.input import Selection

from screens.ask import Ask, Asker, Option
from screens.text import Line, block, fit, pith, wrapped
from screens.widgets.drawn import Drawn, Touch
from workshop.words import BLANK, brief

if TYPE_CHECKING:
    from workshop.suggest.rewording import Rewording

_TALL = 3
"""Lines that a question may take; the answer must stay in sight."""
_WHOLE = 3
"""Lines that the option in hand may take, so that it is read whole."""
_SHOWN = 7
"""Options in sight at a time; on a wall that is tall enough, three more."""


class AnswerLine(Input):
    """One line to type into. A pasted column goes to the question whole, and arrows choose among options."""

    DEFAULT_CSS = """
    AnswerLine, AnswerLine:focus { border: none; height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """

    def __init__(self) -> None:
        super().__init__(select_on_focus=False)
        self.cursor_blink = False

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As any widget; a letter more or less never moves what is around the line, so nothing is laid out anew."""
        return super().refresh(*regions, repaint=repaint, recompose=recompose)

    @property
    def line(self) -> AskLine:
        """The ask line that it belongs to."""
        assert isinstance(self.parent, AskLine)
        return self.parent

    async def _on_key(self, event: events.Key) -> None:
        if self.line.ask is None:  # the key before it closed the question
            self.line.room.pressed(event)
        elif self.line.pressed(event.key):
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.line.paste(event.text)


class AskLine(Vertical):
    """Shows one question at a time; hidden when there is none."""

    DEFAULT_CSS = """
    AskLine { height: auto; display: none; }
    """

    def __init__(self) -> None:
        super().__init__(id="ask")
        self.ask: Ask | None = None
        self.top = Drawn("ask-question")
        self.answer = AnswerLine()
        self.more = Touch("ask-more")
        self.least = 0
        """Lines that it takes at least, so that the stage stays where it is."""
        self._at = -1
        """The option in hand; -1 for none."""
        self._fault = ""
        self._said = ""
        self._offer: Callable[[], None] | None = None
        self._shown: list[int] = []
        """Which option stands on each line below the answer."""
        self._taken = ""
        """What was typed, as it was looked at last."""
        self._told: Rewording | None = None
        """What is said of better words now."""
        self._typed_at = 0.0

    def compose(self) -> ComposeResult:
        """Question above, answer, then what helps to answer."""
        yield self.top
        yield self.answer
        yield self.more

    def open(self, ask: Ask) -> None:
        """Ask this. The answer line has the focus at once, so that nothing typed behind the key is lost."""
        self.ask = ask
        self._typed_at = monotonic()
        self._fault = self._said = ""
        self._offer = None
        with self.answer.prevent(Input.Changed):
            self.answer.value = self._taken = ask.text
        self.answer.cursor_position = len(ask.text)
        if ask.replaces and ask.text:
            self.answer.select_all()
        self._to_blank(0)
        self._at = self._picked()
        self.display = True
        self.screen.set_focus(self.answer)
        self.draw()

    def close(self) -> None:
        """Leave the question; the stage has the keys again."""
        self.ask = None
        self.display = False
        with self.answer.prevent(Input.Changed):
            self.answer.value = ""

    def complain(self, fault: str) -> None:
        """Say what is wrong with the answer, which stays to be mended."""
        self._fault = fault
        self.draw()

    def kept(self, said: str, offer: Callable[[], None] | None = None) -> None:
        """Say that an answer is on disk, and be ready for the next; Tab takes what is offered with it."""
        self._typed_at = monotonic()
        self._said, self._offer = said, offer
        self._fault = ""
        with self.answer.prevent(Input.Changed):
            self.answer.value = self._taken = ""
        self.draw()

    def pressed(self, key: str) -> bool:
        """A key that means something to the question rather than to the text."""
        if key in ("enter", "up", "down", "tab"):
            self._take_in()
        if key == "escape":
            self.room.leave_ask()
        elif key == "enter":
            self._submit()
        elif key in ("up", "down") and self._fitting():
            self._at = max(0, min(len(self._fitting()) - 1, self._at + (1 if key == "down" else -1)))
            self.draw()
        elif key == "tab" and self._offer and not self.answer.value:
            self.room.attempt(self._offer)
        elif key == "tab" and (better := self._better) and better.text != self.answer.value:
            self._say(better.text)
        elif key == "tab" and BLANK in self.answer.value:
            self._to_blank(self.answer.cursor_position)
        elif key == "tab" and self._fitting():
            self._complete()
        elif key not in ("tab", "shift+tab"):
            return False
        return True

    def hand(self, key: str, character: str | None) -> None:
        """A key that was pressed right behind the one that asked, before the line had the focus."""
        if character:
            self._type(character)
        else:
            self.pressed(key)

    def paste(self, text: str) -> None:
        """Several lines: as many answers where the question takes them, else one answer with all the words."""
        lines = text.strip().splitlines()
        if self.ask and self.ask.many and (len(lines) > 1 or "\t" in text.strip()):
            self.room.pasted(self.ask, text)
        else:
            self._type(" ".join(text.split()) if len(lines) > 1 else text.rstrip("\r\n"))

    def on_input_changed(self, event: Input.Changed) -> None:
        """What was typed so far: options that fit, and how it is understood."""
        event.stop()
        self._typed_at = monotonic()
        if event.value == self.answer.value:  # else it was typed before what stands there now
            self._take_in()

    def _take_in(self) -> None:
        """Look at what stands in the line, once; a key right behind the last letter may come before its event."""
        if self.answer.value == self._taken:
            return
        self._taken = self.answer.value
        asked = self.ask and (self.ask.options or self.ask.reads)
        if self._fault or self._said or asked or self._better != self._told:
            self._fault = self._said = ""
            typed = self._typed and self._typed != (self.ask.text if self.ask else "")
            self._at = 0 if typed and self._fitting() else self._picked()
            self.draw()

    def on_touch_clicked(self, event: Touch.Clicked) -> None:
        """A click on an option answers with it."""
        event.stop()
        if self.ask and event.y < len(self._shown):
            self._at = self._shown[event.y]
            self._submit()

    def on_mouse_scroll_down(self) -> None:
        """The wheel goes through the options."""
        self.pressed("down")

    def on_mouse_scroll_up(self) -> None:
        """The wheel goes through the options."""
        self.pressed("up")

    def draw(self) -> None:
        """Question, options and reading as they now are."""
        if self.ask is None:
            return
        width = self.screen.size.width
        lines = block(self.ask.question, width - 2, _TALL)
        self.top.show([[("─" * width, "line")], *([(" " + line, "thread")] for line in lines)])
        said = [*self._reworded(), self._hint()]
        hints: list[Line] = [[(" " + line, look)] for words, look in said for line in wrapped(words, width - 2)]
        more = [*self._options(width), *hints]
        blank = self.least - len(self.top.lines) - 1 - len(more)
        self.more.show([*more, *([[]] * max(0, blank))])

    @property
    def rested(self) -> float:
        """Seconds since something was typed into an open question; without end where none is open."""
        return monotonic() - self._typed_at if self.ask else inf

    @property
    def room(self) -> Asker:
        """The screen that asks."""
        return cast("Asker", self.screen)

    def _reworded(self) -> list[tuple[str, str]]:
        """What would be said better, and the key that says it so."""
        better = self._told = self._better
        if better is None:
            return []
        return [(f"{better.says}{'; tab says it so' if better.text != self.answer.value else ''}", "warn")]

    @property
    def _better(self) -> Rewording | None:
        typed = self.answer.value
        return self.ask.rewords(typed) if self.ask and self.ask.rewords and typed else None

    def _hint(self) -> tuple[str, str]:
        assert self.ask is not None
        if self._fault:
            return f"✗ {self._fault}", "bad"
        if self.ask.must and self.answer.value.strip() and not self._fitting():
            return "nothing here has that in it", "warn"
        if BLANK in self.answer.value:
            return f"type in place of each {BLANK}; tab goes to the next", "dim"
        chosen = self._fitting()[self._at : self._at + 1] if self._at >= 0 and not self.ask.several else []
        chooses = any(option.value != self.answer.value.strip() for option in chosen)
        if self.ask.reads and self.answer.value and not chooses and (read := self.ask.reads(self.answer.value)):
            return f"→ {read}", "gold"
        return (f"✓ {self._said}", "good") if self._said else (self.ask.hint, "dim")

    def _options(self, width: int) -> list[Line]:
        found = self._fitting()
        shown = _SHOWN + 3 * (self.screen.size.height >= 28)
        first = max(0, min(self._at - shown + 2, len(found) - shown))
        self._shown = []
        lines: list[Line] = []
        for i, option in enumerate(found[first : first + shown], first):
            chosen = i == self._at
            words = (
                option.words
                if option.value.endswith(option.words) or option.words.startswith(option.value) or "“" in option.words
                else f"{option.value}  {option.words}"
            )
            for y, part in enumerate(block(words, width - 5, _WHOLE) if chosen else [pith(words, width - 5)]):
                mark = " › " if chosen and not y else "   "
                lines.append([(mark, "key"), (fit(part, width - 5) + " ", "cursor" if chosen else "text")])
                self._shown.append(i)
        if len(found) > shown:
            place = f"{self._at + 1} of {len(found)}" if self._at >= 0 else f"{len(found)} in all, arrows show the rest"
            lines.append([(f"   {place}", "dim")])
        return lines

    @property
    def _typed(self) -> str:
        """What is being typed: the last part of a list."""
        text = self.answer.value
        return text.rpartition(",")[2].strip() if self.ask and self.ask.several else text.strip()

    def _fitting(self) -> list[Option]:
        return self.ask.fitting(self.answer.value) if self.ask else []

    def _picked(self) -> int:
        """The option that holds for now, when nothing is typed."""
        picked = self.ask.picked if self.ask else ""
        return next((i for i, o in enumerate(self._fitting()) if picked and o.value == picked), -1)

    def _complete(self) -> None:
        """Put the option in hand into the line."""
        option = self._fitting()[max(0, self._at)]
        head = self.answer.value.rpartition(",")[0] if self.ask and self.ask.several else ""
        self._say(",".join(part for part in (head, option.value) if part))

    def _to_blank(self, after: int) -> None:
        """Select the next blank that waits for the room, so that what is typed stands in its place."""
        text = self.answer.value
        at = text.find(BLANK, after) if BLANK in text[after:] else text.find(BLANK)
        if at >= 0:
            self.answer.selection = Selection(at, at + len(BLANK))

    def _type(self, text: str) -> None:
        """Put this where the cursor is, in place of what is selected."""
        self.answer.replace(text, *self.answer.selection)

    def _say(self, text: str) -> None:
        """Put this into the line."""
        self.answer.value = text
        self.answer.cursor_position = len(text)

    def _submit(self) -> None:
        ask, said = self.ask, self.answer.value
        if ask is None:
            return
        chosen = self._fitting()[self._at] if 0 <= self._at < len(self._fitting()) else None
        if ask.several and chosen and not chosen.means(self._typed):
            self._complete()
            said = self.answer.value
        elif chosen and not ask.several:
            said = chosen.value
        elif ask.options and ask.must and not chosen:
            fault = f"Nothing fits “{brief(said)}”. " if said.strip() else ""
            self.complain(f"{fault}Choose one with the arrows, or esc leaves")
            return
        self.room.answer(said)
