"""Break-outs from the room: give a group its file, and join it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from screens import paths
from screens.ask import Ask, Option
from workshop.words import shown

if TYPE_CHECKING:
    from screens.room import Room


def fork(room: Room) -> None:
    """Write a copy that a second group goes on with on another machine."""
    from store import merge

    path = room.file.path.absolute()
    offered = path.with_name(f"{path.stem}-breakout.workshop")

    def part(said: str) -> None:
        new = path.parent / Path(said.strip()).expanduser()
        new = new if new.suffix == ".workshop" else new.with_name(new.name + ".workshop")
        merge.fork(room.file, new)
        room.tell(f"Made {shown(str(new))}; J joins it again")

    room.ask(Ask("Write the break-out's file where?", part, text=str(offered), replaces=True))


def join_file(room: Room) -> None:
    """Bring in what a break-out did: first say what that would be, then do it."""
    folder = room.file.path.absolute().parent
    hint = "a file that parted from this one; nothing is changed before you say so"
    room.ask(paths.which("Join which break-out's file?", lambda path: _shown(room, path), folder, [".workshop"], hint))


def _shown(room: Room, path: Path) -> Ask | None:
    from store import merge
    from store.file import WorkshopFile

    with WorkshopFile.open(path, write=False) as other:
        foreseen = merge.merge(room.file, other, dry=True)
    if not (foreseen.applied or foreseen.conflicts):
        room.tell(f"{shown(path.name)} has nothing that is not here")
        return None

    def do(said: str) -> None:
        if said == "yes":
            _joined(room, path)

    options = [Option("yes", "yes, join it"), Option("no", "no")]
    return Ask(f"{shown(path.name)}: {merge.told(foreseen)}. Join it?", do, options=options, picked="yes", must=True)


def _joined(room: Room, path: Path) -> None:
    from screens.views.disputes import Disputes
    from store import merge
    from store.file import WorkshopFile

    room.file.back_up_now()
    with WorkshopFile.open(path, write=False) as other:
        joined = merge.merge(room.file, other)
    room.changed()
    if joined.conflicts:
        room.push(Disputes())
    room.tell(f"{merge.told(joined)}; u takes it back")


def disputes(room: Room) -> None:
    """What break-outs disagree on, to be settled one by one."""
    from screens.views.disputes import Disputes

    room.push(Disputes())
