"""Every key, once: what it does, where it counts, and how the footer, the help and the palette call it."""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """A key of the keyboard and the action that it stands for.

    `action` names a method `do_<action>` of the view in hand or of the room; `word` is for the
    footer, `says` for help and palette. `rank` orders the footer; 0 leaves it out there.
    """

    key: str
    action: str
    word: str
    says: str
    rank: int = 0
    changes: bool = False
    """Whether it alters the workshop: dead in a read-only file."""
    walled: bool = False
    """Whether it counts in the presenter view, where nothing is asked and nothing private shown."""

    @property
    def cap(self) -> str:
        """The key as people call it."""
        return _CAPS.get(self.key, self.key.replace("ctrl+", "^"))


_CAPS = {
    "enter": "↵", "slash": "/", "question_mark": "?", "delete": "del", "shift+up": "⇧↑", "shift+down": "⇧↓",
    "escape": "esc", "shift+tab": "⇧tab", "asterisk": "*", "plus": "+", "minus": "-",
    "equals_sign": "=",
}  # fmt: skip

EVERYWHERE: tuple[Key, ...] = (
    Key("a", "add", "add", "Add: one line, Enter keeps it and stays for the next, Esc leaves", 1, True),
    Key("enter", "enter", "edit", "Edit what is in hand; go into a grid", 2),
    Key("l", "link", "link", "Link what is in hand with its neighbour on the thread", 5, True),
    Key("s", "suggest", "suggest", "Suggest what could come next, with the reason", 4, True),
    Key("m", "matrix", "matrix", "Thread or matrix", 9, walled=True),
    Key("o", "owner", "owner", "Say who owns what is in hand", 6, True),
    Key(
        "n",
        "note",
        "note",
        "Note something on what is in hand: pain, risk, dependency, assumption, unknown",
        7,
        True,
    ),
    Key(
        "k",
        "park",
        "park",
        "Park an objective with the reason; anywhere else, keep a line in the parking lot",
        0,
        True,
    ),
    Key("space", "mark", "mark", "Mark records on a list; o, l, k and del then take all that are marked", 0),
    Key("asterisk", "mark_all", "mark all", "Mark all of a list, or none", 0),
    Key("d", "decision", "decided", "Keep what was decided on what is in hand: one line, back where one was", 0, True),
    Key("i", "fill_in", "fill in", "Fill in today, target and date from the sentence in hand", 0, True),
    Key("M", "unite", "join", "Join what is in hand with another record that is the same thing", 0, True),
    Key("B", "split", "break in two", "Break what is in hand in two, each half with what belongs to it", 0, True),
    Key("delete", "remove", "remove", "Remove what is in hand; undo brings it back", 0, True),
    Key("shift+up", "move_up", "⇧↓ order", "Move what is in hand up past the one before it", 12, True),
    Key("shift+down", "move_down", "down", "Move what is in hand down past the one behind it", 0, True),
    Key("u", "undo", "undo", "Undo the last answer", 4, True),
    Key("U", "redo", "redo", "Redo what was undone", 0, True),
    Key("y", "why", "why", "Why was this missed? The thread in hand with figures, owners and open actions", 0),
    Key("h", "history", "history", "History of what is in hand", 0),
    Key("c", "coach", "coach", "The coach's notes, by step; Enter goes to the record", 8),
    Key("N", "expand", "next pilot", "Expand: the pilot has proved itself, take up the next objective", 0, True),
    Key("V", "version", "version", "Name the workshop as it stands now, to compare with it later", 0, True),
    Key("equals_sign", "compare", "compare", "Compare two states, or see the workshop as it stood", 0),
    Key("P", "portfolio", "portfolio", "Portfolio: what the workshops of this folder say together", 0),
    Key("p", "present", "present", "Presenter view: the stage alone", 9, walled=True),
    Key("f", "freeze", "freeze", "Let the second screen stay as it is, or follow again", 0, walled=True),
    Key("b", "blank", "blank", "Blank the wall, or show it again", 0, walled=True),
    Key(
        "W", "verdict_words", "words", "Let the wall show what people said with their verdicts, or not", 0, walled=True
    ),
    Key("e", "export", "export", "Hand over: the workbook, pre-work, readings, a calendar, Markdown or JSON", 10),
    Key("E", "folder", "folder", "Open the folder of what was last handed over", 0),
    Key("I", "bring_in", "import", "Bring a file in: a workbook that came back, a table, JSON", 0, True),
    Key("D", "disputes", "disagreements", "What break-outs disagree on: Enter takes one of the wordings"),
    Key("F", "fork", "break-out", "Give a break-out group its own file"),
    Key("J", "join_file", "join file", "Join a break-out's file with this one", 0, True),
    Key("t", "clock", "clock", "Pause the clock of this step or let it run", 0, walled=True),
    Key("T", "agenda", "agenda", "Agenda: minutes of each step, when all is done, breaks", 0, walled=True),
    Key("C", "closing", "closing", "Closing page: decided, who does what by when, open", 0, walled=True),
    Key("G", "glossary", "glossary", "The words that were settled; a adds one there", 0, walled=True),
    Key("S", "speakers", "speakers", "Who was heard, who is here, whom to ask next", 0),
    Key("plus", "five_more", "5 more", "Five minutes more for this step", 0, walled=True),
    Key("r", "review_date", "next review", "Say when the numbers are looked at again", 0, True),
    Key("q", "question", "question", "The next question to ask the room aloud", 0),
    Key("slash", "find", "find", "Find anything and go there", 11),
    Key("tab", "next_view", "next list", "Next list or board of this step", 3, walled=True),
    Key("shift+tab", "last_view", "last list", "List or board before this one", 0, walled=True),
    Key("escape", "back", "back", "Back to where one was", 0, walled=True),
    Key("question_mark", "help", "help", "Help: the keys that work here, what this step wants, then the rest", 0),
    Key("X", "express", "express", "Express: ask what one thread still needs, up to the workbook; Esc leaves", 0, True),
    Key("ctrl+z", "suspend", "suspend", "Suspend, as other programs of a terminal; fg comes back here", 0, walled=True),
    Key("ctrl+q", "quit", "quit", "Leave; everything said is on disk already", 0),
)
STEP_KEYS: tuple[Key, ...] = tuple(Key(str(n), f"step({n})", "", f"Step {n}", walled=True) for n in range(1, 7))
