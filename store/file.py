"""One workshop in one file: open it, act on it, take acts back, follow what others write."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from store import log, opening, tables
from store.errors import SAID, ReadOnly, Replaced, told
from store.log import Act
from store.undoing import Stack
from workshop.change import Batch, Change, Logged, Origin
from workshop.declare import Kind, Record
from workshop.state import Workshop

if TYPE_CHECKING:
    from store.holder import Hold
    from workshop.draft import Plan

__all__ = ["Done", "Logged", "WorkshopFile"]


class Done(NamedTuple):
    """What an act wrote, and what its plan returned (the ref of a new record, say)."""

    batch: Batch
    result: object


class WorkshopFile:
    """An open workshop. `shop` is its memory, `id` is unique among all workshops.

    `readonly` with `why_readonly` says that nothing can be written; `notice` is what opening has to tell.
    Whatever `act`, `undo` and `redo` return is on disk. One thread at a time is in the file.
    """

    def __init__(self, path: Path, db: sqlite3.Connection, id: str, why_readonly: str, *, write: bool) -> None:
        self.path = path
        self.id = id
        self.readonly = bool(why_readonly) or not write
        self.why_readonly = why_readonly
        self.notice = ""
        self._db = db
        self._lock = RLock()
        self._hold: Hold | None = None
        self._waits = False
        """Whether another app holds the file, so that this one only reads."""
        self._stack: Stack | None = None
        self._file = self._on_disk()
        self._news = False
        self._version = self._data_version()
        self._last = log.last_n(db)
        self.shop = Workshop(self._fetch, numbers=log.numbers(db))

    @classmethod
    def create(cls, path: str | Path, *, title: str = "", plan: Plan | None = None) -> WorkshopFile:
        """A new file with the workshop's own record and whatever the plan adds, opened for writing.

        It is there whole or not at all. Raises FileTaken when anything of that name exists,
        WrongEnding, CannotWrite.
        """
        from store import making

        making.make(Path(path), title, plan)
        return cls._opened(Path(path), write=True)

    @classmethod
    def open(cls, path: str | Path, *, write: bool = True, hold: bool = False) -> WorkshopFile:
        """A file that is there, checked first.

        `hold` is the app's way: it holds the file while it is open, and only reads while another app does;
        backups are then the caller's to make, after its first paint. For reading, the bytes of a sound file
        stay as they are. Raises NoSuchFile, NotAWorkshop, NewerFile, Damaged, NotReadable.
        """
        file = cls._opened(Path(path), write=write)
        if hold and not file.readonly:
            file._take_hold()
        elif not file.readonly:
            from store.backups import back_up

            file.notice = back_up(file.path, file._db)
        return file

    @classmethod
    def _opened(cls, path: Path, *, write: bool) -> WorkshopFile:
        db, id, why = opening.workshop(path, write=write)
        try:
            return cls(path, db, id, why, write=write)
        except (sqlite3.Error, ValueError) as error:
            db.close()
            raise told(error, path) from error

    def act(self, plan: Plan, *, why: str, step: int, origin: Origin = "typed", by: str | None = None) -> Done:
        """Do what the plan says: its changes on disk first, then in `shop`, all of them or none.

        `why` names the act for people, `step` is 1 to 6, `by` is the facilitator unless said. A plan that
        changes nothing writes nothing. Raises what the plan raises, ReadOnly, NotSaved, Refused.
        """
        from workshop.draft import Draft

        result: list[object] = []

        def drafted() -> Batch:
            draft = Draft(self.shop)
            result.append(plan(draft))
            return log.batch(why, step, origin, self._by if by is None else by, draft.changes)

        return Done(self._keep(drafted), *result)

    def undo(self) -> Batch | None:
        """Take the last act back, whoever did it and whenever; None where there is none."""
        return self._turn(back=True)

    def redo(self) -> Batch | None:
        """Do again what was undone last, unless something else was done since."""
        return self._turn(back=False)

    def next_undo(self) -> str:
        """The act that `undo` would take back, or ""."""
        done = self._acts().done
        return done[-1][0] if done else ""

    def next_redo(self) -> str:
        """The act that `redo` would do again, or ""."""
        undone = self._acts().undone
        return undone[-1][0] if undone else ""

    def catch_up(self) -> bool:
        """Take what other processes wrote into `shop`; whether there was any. Raises Replaced, Damaged."""
        with self._reading():
            self._same_file()
            self._take_in()
            news, self._news = self._news, False
        return news

    def log(self, after: int = 0) -> Iterator[Logged]:
        """Every change after number `after`, oldest first."""
        while True:
            with self._reading():
                page = log.entries(self._db, "c.n > ? ORDER BY c.n LIMIT 1000", after)
            yield from page
            if not page:
                return
            after = page[-1].n

    def history(self, ref: str, field: str | None = None) -> list[Logged]:
        """The changes of a record, or of one of its fields, oldest first."""
        with self._reading():
            if field is None:
                return log.entries(self._db, "c.ref = ? ORDER BY c.n", ref)
            return log.entries(self._db, "c.ref = ? AND c.field = ? ORDER BY c.n", ref, field)

    def changes_of(self, kind: Kind) -> list[Logged]:
        """The changes of every record of a kind, oldest first."""
        with self._reading():
            return log.entries(self._db, "c.kind = ? ORDER BY c.n", kind.name)

    def authors(self) -> dict[tuple[str, str], tuple[str, str]]:
        """Who said last what each field holds, and from where it came, by ref and field."""
        with self._reading():
            return log.authors(self._db)

    def after(self, n: int) -> list[Change]:
        """The changes after number `n`, oldest first."""
        with self._reading():
            return log.changes(self._db, n + 1, self._last)

    def acts(self) -> list[Act]:
        """Every act, oldest first."""
        with self._reading():
            return log.acts(self._db, last=self._last)

    def copied(self) -> bytes:
        """The whole file as it is on disk, sound also while others write."""
        with self._reading():
            return self._db.serialize()

    def last_n(self) -> int:
        """The number of the last change that `shop` knows."""
        return self._last

    def back_up(self) -> str:
        """Copy the file to the user's backups if a copy is due; what to tell, each thing once, or ""."""
        from store.backups import back_up
        from store.connecting import connect

        if self.readonly:
            return ""
        with self._reading():
            db = connect(self.path, "ro")
        try:
            told, self.notice = back_up(self.path, db) or self.notice, ""
        finally:
            db.close()
        return told

    def back_up_now(self) -> None:
        """Copy the file to the user's backups, if it changed, before something large; go on where that cannot be."""
        from store import backups

        with suppress(OSError, ValueError, sqlite3.Error), self._reading():
            backups.keep_up(self.path, self._db)

    def verify(self) -> str:
        """What SQLite finds wrong in the whole file, or "": the check that opening leaves out for large files."""
        with self._reading():
            return opening.quick_check(self._db)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()
        if self._hold:
            self._hold.release()

    def __enter__(self) -> WorkshopFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _by(self) -> str:
        return self.shop.about.facilitator

    def _keep(self, make: Callable[[], Batch]) -> Batch:
        """Write the batch that is made once the file is ours alone; only then does `shop` have it."""
        if self.readonly:
            raise ReadOnly(self.path, self.why_readonly)
        with self._lock:
            try:
                self._db.execute("BEGIN IMMEDIATE")
                try:
                    self._same_file()
                    self._take_in()
                    batch = make()
                    act = self._written(batch)
                    self._db.execute("COMMIT")
                except BaseException:
                    if self._db.in_transaction:
                        self._db.execute("ROLLBACK")
                    raise
            except SAID as error:
                raise told(error, self.path, saving=True) from error
            if act:
                self._remember(act, batch.changes)
        return batch

    def _written(self, batch: Batch) -> Act | None:
        if not batch.changes:
            return None
        tables.write(self._db, batch.changes)
        return log.write(self._db, batch, self._last + 1)

    def _remember(self, act: Act, changes: Iterable[Change]) -> None:
        self._last = act.last
        if self._stack:
            self._stack.take(act)
        self.shop.apply(changes)

    def _turn(self, *, back: bool) -> Batch | None:
        def turned() -> Batch:
            stack = self._acts()
            acts = stack.done if back else stack.undone
            if not acts:
                return log.batch("", 1, "undone", self._by, ())
            why, act = acts[-1]
            changes = [change.undone() for change in reversed(log.changes(self._db, act.first, act.last))]
            words = f"{'undo' if back else 'redo'}: {why}"
            return log.batch(words, act.step, "undone", self._by, changes, act.id)

        batch = self._keep(turned)
        return batch if batch.changes else None

    def _acts(self) -> Stack:
        if self._stack is None:
            with self._reading():
                self._stack = Stack(log.acts(self._db, last=self._last))
        return self._stack

    def _take_in(self) -> None:
        version = self._data_version()
        if version == self._version:
            return
        for act in log.acts(self._db, after=self._last):
            self._remember(act, log.changes(self._db, act.first, act.last))
            self._news = True
        self._version = version

    def _fetch(self, kind: Kind) -> Iterable[Record]:
        """The records of a kind as of the last change that `shop` knows, whatever was written since."""
        with self._reading():
            records = {record.ref: record for record in tables.read(self._db, kind)}
            newer = log.changes(self._db, self._last + 1)
        return tables.rewound(records, [change for change in newer if change.kind == kind.name])

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with self._lock:
            try:
                yield
            except (sqlite3.Error, ValueError) as error:
                raise told(error, self.path) from error

    def hold_again(self) -> bool:
        """Hold the file that another app held, where that one has gone; whether it can be written from now on."""
        with self._lock:
            if self._waits:
                self._take_hold()
        return not self.readonly

    def _take_hold(self) -> None:
        from store import holder, places

        held = holder.take(self.path)
        self.readonly = self._waits = isinstance(held, str)
        self.why_readonly = f"open in another Golden Thread: {held}" if self._waits else ""
        self._db.execute(f"PRAGMA query_only = {int(self._waits)}")
        if not isinstance(held, str):
            self._hold, self.notice = held, places.synced(self.path)

    def _data_version(self) -> int:
        version: int = self._db.execute("PRAGMA data_version").fetchone()[0]
        return version

    def _same_file(self) -> None:
        if self._on_disk() != self._file:
            raise Replaced(self.path)

    def _on_disk(self) -> tuple[int, int]:
        try:
            found = os.stat(self.path)
        except OSError:
            raise Replaced(self.path) from None
        return found.st_dev, found.st_ino
