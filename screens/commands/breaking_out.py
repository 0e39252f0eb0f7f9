"""Break-outs from the room: give a group its file, and join it again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from screens import paths
from screens.ask import Ask, sure
from screens.steady import steady
from workshop.errors import WorkshopError
from workshop.words import shown

if TYPE_CHECKING:
    from screens.room import Room


def fork(room: Room) -> None:
    """Write a copy that a second group goes on with on another machine."""
    from store import merge

    offered = room.folder / f"{room.file.path.stem}-breakout.workshop"

    def part(said: str) -> None:
        new = room.folder / paths.typed_path(said)
        new = new if new.suffix == ".workshop" else new.with_name(new.name + ".workshop")
        merge.fork(room.file, new)
        room.tell(f"Made {shown(str(new))}; J joins it again")

    room.ask(Ask("Write the break-out's file where?", part, text=str(offered), replaces=True))


def join_file(room: Room) -> None:
    """Bring in what a break-out did: first say what that would be, then do it."""
    hint = "a file that parted from this one; nothing is changed before you say so"
    room.ask(
        paths.which("Join which break-out's file?", lambda path: _foresee(room, path), room.folder, [".workshop"], hint)
    )


def _foresee(room: Room, path: Path) -> None:
    """Work out in a thread what joining would do, and ask whether to. Raises WorkshopError where it is no workshop."""
    from store import merge
    from store.file import WorkshopFile

    WorkshopFile.open(path, write=False).close()

    def work() -> None:
        with WorkshopFile.open(room.file.path, write=False) as mine, WorkshopFile.open(path, write=False) as other:
            foreseen = merge.merge(mine, other, dry=True)
        if foreseen.applied or foreseen.conflicts:
            room.call_later(room.when_free, partial(_sure, room, path, merge.told(foreseen)))
        else:
            room.call_later(room.tell, f"{shown(path.name)} has nothing that is not here")

    room.tell(f"Reading {shown(path.name)} …")
    _in_a_thread(room, work)


def _sure(room: Room, path: Path, foreseen: str) -> None:
    room.tell("")
    room.ask(sure(f"{shown(path.name)}: {foreseen}. Join it?", "join it", lambda: _join(room, path)))


def _join(room: Room, path: Path) -> None:
    """Join it in a thread, by a way of its own into the file; the room takes in what was written."""

    def work() -> None:
        from store import merge
        from store.file import WorkshopFile

        with WorkshopFile.open(room.file.path) as mine, WorkshopFile.open(path, write=False) as other:
            mine.back_up_now()
            joined = merge.merge(mine, other)
        room.call_later(_joined, room, merge.told(joined), bool(joined.conflicts))

    room.tell(f"Joining {shown(path.name)} …")
    _in_a_thread(room, work)


def _joined(room: Room, said: str, open_: bool) -> None:
    def taken_in() -> None:
        room.file.catch_up()
        room.changed()
        if open_:
            disputes(room)
        room.tell(f"{said}; u takes it back")

    room.attempt(taken_in)


def _in_a_thread(room: Room, work: Callable[[], None]) -> None:
    """Do it while the room goes on; what a user can cause is one line."""

    def told() -> None:
        try:
            with steady():
                work()
        except WorkshopError as error:
            room.call_later(room.tell, str(error), "bad")

    room.run_worker(told, thread=True, group="join", exclusive=True, exit_on_error=False)


def disputes(room: Room) -> None:
    """What break-outs disagree on, to be settled one by one."""
    from screens.views.disputes import Disputes

    room.push(Disputes())
