"""RACI: activities crossed with roles, checked while it is filled."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from screens import ask as asking
from screens.ask import Ask
from screens.keys import Key
from screens.views.grid import Grid
from store import beside
from workshop import acts
from workshop.answers import values
from workshop.derived.duties import Duty, columns, duties
from workshop.errors import NoSuchRecord
from workshop.records import Activity, Letter

if TYPE_CHECKING:
    from screens.room import Room
    from store.file import WorkshopFile

_SORT = "columns"
"""Where roles without a letter are remembered."""
_BRIEF = {"No Accountable": "no A", "More than one A": "two A", "No Responsible": "no R"}
"""What is wrong with a row, for a narrow column; below the stage it is said in full."""
_LOOKS = {"A": "thread", "A/R": "thread", "R": "good", "C": "text", "I": "dim"}


class Raci(Grid[Duty]):
    """One row an activity, one column a role, and what is still wrong with the row."""

    title = "RACI"
    cell_widths = (5, 14)
    keys = (Key("v", "who", "add a role", "One more column: a person or a role", 1, True),)
    inside_keys = (
        Key("R", "", "does it", "Responsible"), Key("A", "", "answers", "Accountable: exactly one"),
        Key("C", "", "asked", "Consulted"), Key("I", "", "told", "Informed"), Key("/", "", "A and R", "Both"),
        Key("space", "", "clear", "Take the letter out"),
    )  # fmt: skip

    def __init__(self, file: WorkshopFile) -> None:
        super().__init__()
        self.lists = Activity.kind.name
        self._file = file
        self._who: list[str] = []

    def find_rows(self) -> list[Duty]:
        """The activities by process. Columns without a letter stay for the day; none moves while it is filled."""
        every = dict.fromkeys([*columns(self.shop), *self._more])
        self._who = list(dict.fromkeys([*(who for who in self._who if who in every), *every]))
        return duties(self.shop)

    @cached_property
    def _more(self) -> list[str]:
        """Roles that were given a column today."""
        kept = beside.kept(_SORT, self._file.id)
        more = kept.get("who") if kept.get("day") == self.shop.today.isoformat() else []
        return [who for who in more if isinstance(who, str)] if isinstance(more, list) else []

    def names(self) -> list[str]:
        """The roles by name, and the check."""
        return [*(values.who(who, self.shop) for who in self._who), "Check"]

    def columns(self) -> int:
        """The roles; the check is looked at only, but may stand under the cursor."""
        return len(self._who) + 1

    def words(self, row: Duty) -> str:
        """The activity and its process."""
        return f"{row.activity.ref} {row.activity.name}"

    def cell(self, row: Duty, column: int) -> tuple[str, str]:
        """The letter, or what is wrong."""
        if column >= len(self._who):
            return ("OK", "good") if row.check == "OK" else (f"✗ {_BRIEF[row.check]}", "bad")
        letter = row.letters.get(self._who[column], "")
        return letter, _LOOKS.get(letter, "text")

    def ref_of(self, row: Duty) -> str:
        """The activity."""
        return row.activity.ref

    def among(self, at: int) -> str:
        """Activities change places within their process."""
        return self.rows[at].activity.process

    def detail(self) -> str:
        """Process, check, and the letters' meaning."""
        if not self.row:
            return ""
        said = [values.named(self._who[self.column], self.shop)] if self.column < len(self._who) else []
        said += [values.named(self.row.activity.process, self.shop) or "no process yet", self.row.check]
        return " · ".join([*said, "R does the work, A answers for it (exactly one), C is asked, I is told"])

    def empty(self) -> str:
        """An invitation."""
        return "No activity yet. Press a and say what somebody must do."

    def adding(self, room: Room) -> Ask:
        """An activity, then the process that it belongs to."""
        kind = Activity.kind

        def keep(text: str) -> Ask | None:
            if not text.strip():
                return None
            ref = str(room.act(lambda draft: acts.capture(draft, kind, text), "add activity"))

            def process(said: str) -> Ask | None:
                try:
                    room.act(lambda draft: acts.edit(draft, ref, "process", said), f"{ref} process")
                except NoSuchRecord:  # no process of ours: somebody typed on, it is the next activity
                    return self.adding(room).then(said)
                room.view.looking_at = ref
                return self.adding(room)

            return asking.of_field(kind.field("process"), room.shop, "", process, f"{ref}  In which process?")

        return asking.of_field(kind.field("name"), room.shop, "", keep)

    def do_who(self, room: Room) -> None:
        """Ask for one more role."""

        people = asking.people(room.shop)

        def keep(said: str) -> None:
            parts = [part.strip() for part in said.split(",") if part.strip()]
            asked = [next((one.value for one in people if one.means(part)), part) for part in parts]
            self._more += [who for who in dict.fromkeys(asked) if who not in self._who]
            beside.keep(_SORT, self._file.id, {"day": room.shop.today.isoformat(), "who": self._more})
            room.show()

        hint = "a comma between several"
        room.ask(Ask("Which person or role gets a column?", keep, hint=hint, options=people, new="in these words:"))

    def typed(self, key: str, room: Room) -> bool:
        """A letter into the cell in hand, and on to the next; a blank takes the letter out."""
        if not self.row or self.column >= len(self._who):
            return False
        activity, who = self.row.activity.ref, self._who[self.column]
        letter = "A/R" if key == "/" else key.upper()
        cell = f"{activity}/{who}"
        if letter in Letter.kind.field("letter").choices:
            said = {"activity": activity, "who": who, "letter": letter}
            room.act(lambda draft: acts.add(draft, Letter.kind, said), f"{cell} {letter}")
            room.view.looking_at = activity
            self.go_on(room, len(self._who))
            return True
        if key in (" ", "delete", "backspace") and room.shop.get(cell):
            room.act(lambda draft: acts.retire(draft, cell), f"clear {cell}")
        else:
            return False
        room.view.looking_at = activity
        return True
