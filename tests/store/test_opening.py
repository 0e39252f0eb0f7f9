"""What is no sound workshop is refused in one line and left as it is; what a crash left is recovered."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from making import picture

from store import check, connecting, opening, schema
from store.errors import Damaged, NewerFile, NoSuchFile, NotAWorkshop, NotReadable
from store.file import WorkshopFile
from workshop.declare import KINDS
from workshop.errors import WorkshopError

Add = Callable[..., str]


def refused(path: Path, error: type[WorkshopError], words: str) -> None:
    """Neither reading nor writing opens it; one line says why; nothing is made or altered."""
    before = {entry: entry.read_bytes() for entry in path.parent.iterdir() if entry.is_file()}
    for write in (False, True):
        with pytest.raises(error, match=words) as told:
            WorkshopFile.open(path, write=write)
        assert "\n" not in str(told.value)
        assert str(path) in str(told.value)
    assert {entry: entry.read_bytes() for entry in path.parent.iterdir() if entry.is_file()} == before


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    refused(tmp_path / "none.workshop", NoSuchFile, "goldenthread new")


def test_a_folder_or_a_pipe_is_no_workshop(tmp_path: Path) -> None:
    with pytest.raises(NotAWorkshop, match="folder"):
        WorkshopFile.open(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAWorkshop, match="no ordinary file"):
        WorkshopFile.open(tmp_path / "pipe")


def test_a_path_that_leads_nowhere_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for path in (tmp_path / "loop", tmp_path / ("x" * 300)):
        with pytest.raises(NotReadable):
            WorkshopFile.open(path)


@pytest.mark.parametrize(
    ("name", "words", "make"),
    [
        ("empty", "empty", lambda good: b""),
        ("text", "no database", lambda good: b"hello\n" * 2000),
        ("one byte", "no database", lambda good: good[:1]),
        ("workbook", "no database", lambda good: b"PK\x03\x04" + random.Random(1).randbytes(4000)),
        ("wrong magic", "no database", lambda good: b"SQLite format 2\0" + good[16:]),
        ("other id", "another program", lambda good: good[:68] + struct.pack(">I", 0x0F055112) + good[72:]),
        ("no id", "another program", lambda good: good[:68] + bytes(4) + good[72:]),
    ],
)
def test_other_files_are_named_for_what_they_are(
    pristine: Path, tmp_path: Path, name: str, words: str, make: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / f"{name}.workshop"
    path.write_bytes(make(pristine.read_bytes()))
    refused(path, NotAWorkshop, words)


def test_another_programs_database_keeps_its_write_ahead_log(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY)")
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            shutil.copy(tmp_path / name, tmp_path / f"copy-{name}")
    db.close()
    refused(tmp_path / f"copy-{path.name}", NotAWorkshop, "another program|no database")


def altered(path: Path, *statements: str) -> Path:
    """The file after somebody else's hand was in it."""
    db = sqlite3.connect(path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()
    return path


def test_a_newer_file_is_refused(path: Path) -> None:
    refused(altered(path, "PRAGMA user_version = 2000000000"), NewerFile, "newer Golden Thread")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DROP TABLE outcome", "“outcome” is gone"),
        ("DROP TABLE changes", "“changes” is gone"),
        ("ALTER TABLE link RENAME COLUMN reason TO because", "no column “reason”"),
        ("CREATE TRIGGER t AFTER INSERT ON note BEGIN SELECT load_extension('x'); END", "trigger “t”"),
        ("DELETE FROM workshop", "record of the workshop itself"),
        ("PRAGMA user_version = 0", "version"),
        ("UPDATE numbers SET last = 'many'", "refs"),
    ],
)
def test_tables_that_are_not_ours_are_refused(path: Path, statement: str, words: str) -> None:
    refused(altered(path, statement), Damaged, words)


@pytest.mark.parametrize(
    "told",
    ["due = 'soon'", "due = '2027-02-30'", "category = 'fun'", "statement = x'ff'", "statement = cast(x'ff' as text)",
     "place = 'high'", "ref = 'Ox'", "ref = 'P1'", "id = x'07'", "due = x'00'", "services = x'4f31'"],
)  # fmt: skip
def test_a_cell_that_no_field_allows_is_an_error_in_one_line(file: WorkshopFile, add: Add, told: str) -> None:
    add(file, "objective", statement="Cut churn", due="2027-12-31")
    altered(file.path, f"UPDATE objective SET {told}")
    with (
        WorkshopFile.open(file.path, write=False) as other,
        pytest.raises(Damaged, match=r"objectives|words") as error,
    ):
        other.shop.of("objective")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("told", ["kind = 'goal'", "field = 'mood'", "new = x'ff'", "old = cast(x'ff' as text)",
                                  "batch = 'none'", "ref = x'00'"])  # fmt: skip
def test_a_log_that_no_workshop_wrote_is_an_error_in_one_line(file: WorkshopFile, add: Add, told: str) -> None:
    add(file, "objective", statement="Cut churn")
    altered(file.path, f"UPDATE changes SET {told} WHERE n = 3")
    with WorkshopFile.open(file.path, write=False) as other, pytest.raises(Damaged):
        list(other.log())


@pytest.mark.parametrize("part", range(12))
def test_a_truncated_file_is_damaged_or_no_database(pristine: Path, tmp_path: Path, part: int) -> None:
    good = pristine.read_bytes()
    size = (16, 99, 100, 512, 4096, 4097)[part] if part < 6 else len(good) * (part - 5) // 7
    path = tmp_path / "w.workshop"
    path.write_bytes(good[:size])
    before = path.read_bytes()
    with pytest.raises((Damaged, NotAWorkshop)):
        WorkshopFile.open(path)
    assert path.read_bytes() == before


def test_flipped_bytes_end_in_one_line_or_change_nothing_unseen(file: WorkshopFile, add: Add, tmp_path: Path) -> None:
    for number in range(6):
        add(file, "objective", statement=f"Cut churn by {number}", due="2027-12-31", owner="Sales", unit="%")
    whole, log = picture(file.shop), list(file.log())
    good = file.path.read_bytes()
    used = [at for at, byte in enumerate(good) if byte]
    path = tmp_path / "flipped.workshop"
    dice = random.Random(7)
    seen = 0
    for _ in range(150):
        bad = bytearray(good)
        at = dice.choice(used)
        bad[at] ^= dice.randrange(1, 256)
        path.write_bytes(bad)
        try:
            with WorkshopFile.open(path, write=False) as other:
                same = picture(other.shop) == whole and list(other.log()) == log
                seen += not same
                assert same or _disagrees(other._db)
        except WorkshopError:
            pass
        assert path.read_bytes() == bytes(bad)
    assert seen, "no flip got past the checks of opening, so the digests were not tried"


def _disagrees(db: sqlite3.Connection) -> str:
    try:
        return check.disagreement(db)
    except (sqlite3.Error, ValueError) as error:
        return str(error)


def test_a_page_of_zeros_is_found_at_once_or_in_a_large_file_when_asked(
    file: WorkshopFile, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        add(file, "objective", statement=f"Cut churn by {number} " + "x" * 300)
    assert file.verify() == ""
    file.close()
    data = bytearray(file.path.read_bytes())
    page = next(at for at in range(4096, len(data), 4096) if data.find(b"Cut churn by 20", at, at + 4096) > 0)
    data[page : page + 4096] = bytes(4096)
    file.path.write_bytes(data)
    with pytest.raises(Damaged):
        WorkshopFile.open(file.path)
    monkeypatch.setattr(opening, "CHECKED_AT_ONCE", 0)
    with WorkshopFile.open(file.path, write=False) as other:
        assert other.verify()


@pytest.mark.parametrize("write", [False, True])
def test_a_transaction_that_a_crash_broke_off_is_rolled_back(file: WorkshopFile, add: Add, write: bool) -> None:
    add(file, "objective", statement="Cut churn")
    whole, log = picture(file.shop), list(file.log())
    file.close()
    path, journal = file.path, Path(f"{file.path}-journal")
    db = sqlite3.connect(path, isolation_level=None)
    for statement in ("PRAGMA cache_size = 1", "BEGIN IMMEDIATE", "CREATE TABLE spill (x)"):
        db.execute(statement)
    db.executemany("INSERT INTO spill VALUES (?)", [("z" * 3000,)] * 50)
    for kind in KINDS:
        db.execute(f'DELETE FROM "{kind}"')
    broken, hot = path.read_bytes(), journal.read_bytes()
    db.execute("ROLLBACK")
    db.close()
    path.write_bytes(broken)
    journal.write_bytes(hot)
    with WorkshopFile.open(path, write=write) as recovered:
        assert picture(recovered.shop) == whole
        assert list(recovered.log()) == log
    assert not journal.exists()


def test_a_file_that_somebody_set_to_write_ahead_is_one_file_again_once_written(path: Path, add: Add) -> None:
    altered(path, "PRAGMA journal_mode = WAL")
    with WorkshopFile.open(path, write=False) as file:
        assert file.shop.about.title == "Northwind"
    with WorkshopFile.open(path) as file:
        add(file, "objective", statement="Cut churn")
        alone = path.with_name("mailed.workshop")
        alone.write_bytes(path.read_bytes())
        with WorkshopFile.open(alone, write=False) as copy:
            assert picture(copy.shop) == picture(file.shop)


def test_any_program_can_read_the_tables(file: WorkshopFile, add: Add) -> None:
    add(file, "objective", statement="Cut churn")
    db = sqlite3.connect(file.path)
    assert db.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION,)
    assert db.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("SELECT ref, statement, state, owner FROM objective").fetchall() == [
        ("O1", "Cut churn", "candidate", None)
    ]
    db.close()


def test_nothing_in_the_file_is_trusted_and_every_commit_is_synced(file: WorkshopFile) -> None:
    said = {
        name: file._db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "trusted_schema", "cell_size_check", "busy_timeout")
    }
    assert said == {"journal_mode": "delete", "synchronous": 2, "trusted_schema": 0, "cell_size_check": 1,
                    "busy_timeout": connecting.WAIT * 1000}  # fmt: skip


def test_on_a_mac_a_sync_reaches_the_disk_itself(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    with closing(connecting.connect(path, "rw")) as db:
        assert db.execute("PRAGMA fullfsync").fetchone() == (1,)
