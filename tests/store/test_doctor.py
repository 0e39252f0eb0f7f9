"""A sound file is said to be; damage of any kind is found, mended from a backup, and never made worse."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from making import picture

from store import carving, doctor, replacing
from store.errors import NewerFile, NoSuchFile, NotAWorkshop
from store.file import WorkshopFile
from workshop.change import Logged
from workshop.errors import NotUnderstood, WorkshopError

Add = Callable[..., str]
Whole = tuple[dict[str, dict[str, object]], list[Logged]]


@pytest.fixture
def worked(path: Path, add: Add) -> Path:
    """A workshop of which there is a backup, and in which more was said since."""
    with WorkshopFile.open(path) as file:
        for number in range(12):
            add(file, "objective", statement=f"Cut churn in region {number} by a third", owner="Sales")
        file.back_up_now()
        add(file, "objective", statement="Said after the backup")
        add(file, "note", on="O1", what="pain", text="a long note, " * 700)
        file.undo()
    return path


def held(path: Path) -> Whole:
    """All that is in a file."""
    with WorkshopFile.open(path, write=False) as file:
        return picture(file.shop), list(file.log())


def beside(path: Path) -> set[str]:
    """What else is in the folder."""
    return {entry.name for entry in path.parent.iterdir()} - {path.name}


def the(path: Path, what: str) -> Path:
    """The one file beside it with that in its name."""
    found = [entry for entry in path.parent.iterdir() if what in entry.name and not entry.name.endswith("-journal")]
    assert len(found) == 1
    return found[0]


def made_up(log: list[Logged], whole: Whole) -> list[Logged]:
    """Changes that nobody made, but for those that say that some are missing."""
    return [entry for entry in log if entry not in whole[1] and not entry.why.startswith(("mended", "start"))]


def without_backups(path: Path) -> None:
    """As on a machine that never had this workshop open."""
    for copy in doctor.copies(path):
        copy.path.unlink()


def test_a_sound_file_is_said_to_be_so_in_a_line_and_stays_as_it_is(worked: Path) -> None:
    before = worked.read_bytes()
    verdict = doctor.heal(worked)
    assert verdict.sound
    assert len(verdict.lines) == 1
    assert f"{worked} is sound: {len(held(worked)[1])} changes in 16 acts" in verdict.lines[0]
    assert worked.read_bytes() == before
    assert not beside(worked)


def test_a_sound_file_that_changed_since_its_last_backup_gets_one(worked: Path, add: Add) -> None:
    doctor.heal(worked)
    with WorkshopFile.open(worked, hold=True) as file:
        add(file, "objective", statement="One more")
        last = file.last_n()
    doctor.heal(worked)
    assert doctor.copies(worked)[0].last == last


def zeroed(data: bytes) -> bytes:
    """A page in which objectives were, lost."""
    page = data.index(b"Cut churn in region 5") // 4096 * 4096
    return data[:page] + bytes(4096) + data[page + 4096 :]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "a word in a table": lambda data: data.replace(b"Cut churn in region 7", b"Cut churn in region 8", 1),
    "the header": lambda data: bytes(100) + data[100:],
    "the first page": lambda data: bytes(4096) + data[4096:],
    "a page": zeroed,
    "the second half": lambda data: data[: len(data) // 2],
    "all but the beginning": lambda data: data[:3000],
    "everything": lambda data: b"",
    "nothing but zeros left": lambda data: bytes(len(data)),
    "every seventh page": lambda data: b"".join(
        bytes(4096) if at // 4096 % 7 == 3 else data[at : at + 4096] for at in range(0, len(data), 4096)
    ),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_a_damaged_file_is_restored_with_what_is_newer(worked: Path, what: str) -> None:
    good, whole = worked.read_bytes(), held(worked)
    copy = max(doctor.copies(worked), key=lambda one: one.last)
    bad = DAMAGE[what](good)
    assert bad != good
    worked.write_bytes(bad)
    verdict = doctor.heal(worked)
    assert not verdict.sound
    assert all("\n" not in line for line in verdict.lines)
    assert the(worked, ".damaged-").read_bytes() == bad
    shop, log = held(worked)
    assert log[: copy.last] == whole[1][: copy.last]
    assert made_up(log, whole) == []
    if what in ("a word in a table", "the header"):
        assert (shop, log) == whole
        assert any("3 newer changes" in line or "newer changes of" in line for line in verdict.lines)
        assert "Nothing that the damaged file tells of is missing" in verdict.lines
    again = doctor.heal(worked)
    assert again.sound, again


def test_what_is_missing_is_said(worked: Path) -> None:
    data = worked.read_bytes()
    worked.write_bytes(data.replace(b"Said after the backup", b"Said after the bankyp"))
    lines = doctor.heal(worked).lines
    assert any(line.startswith("Missing: change 52, ") and "add objective" in line for line in lines), lines
    assert "Said after the backup" not in str(held(worked)[0])
    with WorkshopFile.open(worked) as file:
        assert file.undo() is None, "nothing before the loss can be taken back whole"
        file.act(lambda draft: draft.set("W1", "title", "Goes on"), why="go on", step=1)
        assert file.undo()
    assert doctor.heal(worked).sound


@pytest.mark.parametrize("what", DAMAGE)
def test_without_a_backup_the_file_is_left_and_what_can_be_read_goes_into_a_new_one(
    worked: Path, tmp_path: Path, what: str
) -> None:
    whole = held(worked)
    without_backups(worked)
    bad = DAMAGE[what](worked.read_bytes())
    worked.write_bytes(bad)
    new = tmp_path / "new" / "salvaged.workshop"
    new.parent.mkdir()
    with pytest.raises(WorkshopError, match=r"damaged|empty|no database") as told:
        doctor.heal(worked)
    assert "\n" not in str(told.value)
    assert (worked.read_bytes(), beside(worked)) == (bad, {"new"})
    if what in ("everything", "nothing but zeros left", "all but the beginning", "the second half"):
        with pytest.raises(WorkshopError):
            doctor.salvage(worked, new)
        assert not new.exists()
        return
    verdict = doctor.salvage(worked, new)
    assert not verdict.sound
    assert (worked.read_bytes(), beside(worked)) == (bad, {"new"})
    shop, log = held(new)
    assert made_up(log, whole) == []
    assert doctor.heal(new).sound
    if what in ("a word in a table", "the header"):
        assert (shop, log) == whole
    with WorkshopFile.open(new) as file:
        assert file.act(lambda draft: draft.set("W1", "title", "Goes on"), why="go on", step=1)
        assert file.undo()


def test_any_flipped_byte_is_found_or_changes_nothing(worked: Path, tmp_path: Path) -> None:
    good, whole = worked.read_bytes(), held(worked)
    used = [at for at, byte in enumerate(good) if byte]
    dice, path = random.Random(11), tmp_path / "flipped.workshop"
    found = 0
    for _ in range(250):
        bad = bytearray(good)
        bad[dice.choice(used) if dice.random() < 0.8 else dice.randrange(100)] ^= dice.randrange(1, 256)
        path.write_bytes(bad)
        try:
            wrong = doctor._wrong(path)
        except (NewerFile, NotAWorkshop):
            wrong = "refused"
        found += bool(wrong)
        assert wrong or held(path) == whole
    assert found > 150


def test_what_was_salvaged_of_a_sound_file_is_that_file(worked: Path) -> None:
    whole = held(worked)
    data, there = doctor.rebuilt(doctor.carved(worked.read_bytes()))
    worked.write_bytes(data)
    assert held(worked) == whole
    assert len(there.changes) == len(whole[1])
    with WorkshopFile.open(worked) as file:
        assert file.redo()
        assert file.undo()
        assert file.undo()


def test_a_single_wrong_byte_is_put_back_without_any_backup(worked: Path, tmp_path: Path) -> None:
    without_backups(worked)
    good, whole = worked.read_bytes(), held(worked)
    places = [good.index(words) for words in (b"region 5", b"Said after", b"Sales", b"objective", b"facilitator")]
    places += [good.rindex(b"facilitatoradd"), good.rindex(b"region 11")]
    log = carving.carved(good).changes
    spoiled = 0
    for number, at in enumerate(places):
        bad = bytearray(good)
        bad[at] ^= 0x81
        worked.write_bytes(bad)
        spoiled += carving.carved(bytes(bad)).changes != log
        with suppress(doctor.NoBackup):
            doctor.heal(worked)
            continue
        new = tmp_path / f"{number}.workshop"
        assert "Nothing that the damaged file tells of is missing" in doctor.salvage(worked, new).lines
        assert held(new) == whole
    assert spoiled >= 2


def test_a_file_that_was_cut_off_anywhere_in_its_log_is_told_of(worked: Path, tmp_path: Path) -> None:
    without_backups(worked)
    good = worked.read_bytes()
    first, last = good.index(b"objectiveO"), good.rindex(b"region 11")
    told = 0
    for number, at in enumerate(range(first, last, (last - first) // 60)):
        worked.write_bytes(good[:at])
        with pytest.raises(doctor.NoBackup):
            doctor.heal(worked)
        with suppress(doctor.NoBackup):
            told += "damaged" in doctor.salvage(worked, tmp_path / f"{number}.workshop").lines[0]
    assert told


class Moments:
    """Every call of the operating system by which a restoration alters anything."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.calls = 0
        self.last = 1 << 30
        for name in ("open", "fsync", "link", "unlink", "replace", "rename"):
            monkeypatch.setattr(os, name, self._counted(getattr(os, name)))

    def _counted(self, real: Callable[..., object]) -> Callable[..., object]:
        def call(*words: object, **more: object) -> object:
            self.calls += 1
            if self.calls > self.last:
                os._exit(9)
            return real(*words, **more)

        return call


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child process")
def test_killed_at_any_moment_it_leaves_the_old_file_or_the_restored_one(
    worked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = held(worked)
    bad = worked.read_bytes().replace(b"region 7", b"region 8", 1)
    folder, seen = worked.parent, set()
    moments = Moments(monkeypatch)
    for last in range(200):
        for name in beside(worked):
            (folder / name).unlink()
        worked.write_bytes(bad)
        child = os.fork()
        if not child:
            moments.calls, moments.last = 0, last
            doctor.heal(worked)
            os._exit(0)
        killed = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        now = worked.read_bytes()
        seen.add(now == bad)
        assert now == bad or held(worked) == whole
        if now != bad:
            assert the(worked, ".damaged-").read_bytes() == bad
        if not killed:
            break
        assert doctor.heal(worked).sound == (now != bad)
        assert held(worked) == whole
    assert seen == {True, False}
    assert 5 < last < 150


def test_a_full_disk_leaves_the_damaged_file(worked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = worked.read_bytes().replace(b"region 7", b"region 8", 1)
    worked.write_bytes(bad)

    def full(*words: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(replacing, "write", full)
    with pytest.raises(WorkshopError, match="disk is full"):
        doctor.heal(worked)
    assert worked.read_bytes() == bad
    assert not beside(worked)


def test_a_backup_that_is_damaged_itself_is_passed_over(worked: Path) -> None:
    newest, *older = doctor.copies(worked)
    newest.path.write_bytes(newest.path.read_bytes().replace(b"region 3", b"region 4"))
    assert older
    worked.write_bytes(worked.read_bytes().replace(b"region 7", b"region 8", 1))
    doctor.heal(worked)
    assert "Cut churn in region 3" in str(held(worked)[0])


def test_a_backup_of_a_break_out_is_not_taken_for_the_workshop(worked: Path, add: Add) -> None:
    apart = worked.with_name("apart.workshop")
    shutil.copy(worked, apart)
    with WorkshopFile.open(apart) as file:
        for number in range(5):
            add(file, "service", name=f"Theirs {number}")
        file.back_up_now()
    with WorkshopFile.open(worked) as file:
        add(file, "service", name="Ours")
    whole = held(worked)
    worked.write_bytes(worked.read_bytes().replace(b"region 7", b"region 8", 1))
    doctor.heal(worked)
    assert held(worked) == whole
    assert [copy.own for copy in doctor.copies(worked)] == sorted((c.own for c in doctor.copies(worked)), reverse=True)


def test_a_moved_file_finds_the_backups_that_it_had(worked: Path) -> None:
    whole = held(worked)
    moved = worked.rename(worked.with_name("moved.workshop"))
    moved.write_bytes(moved.read_bytes().replace(b"region 7", b"region 8", 1))
    doctor.heal(moved)
    assert held(moved) == whole


def hot(path: Path) -> tuple[bytes, bytes]:
    """What a kill leaves in mid transaction: the file with half of it, and the journal that takes it back."""
    good = path.read_bytes()
    db = sqlite3.connect(path, isolation_level=None)
    for statement in ("PRAGMA cache_size = 1", "BEGIN IMMEDIATE", "CREATE TABLE spill (x)", "DELETE FROM objective"):
        db.execute(statement)
    db.executemany("INSERT INTO spill VALUES (?)", [("z" * 3000,)] * 50)
    left = path.read_bytes(), replacing.journal_of(path).read_bytes()
    db.execute("ROLLBACK")
    db.close()
    path.write_bytes(good)
    return left


def test_a_transaction_that_was_broken_off_is_rolled_back_and_the_file_sound(worked: Path) -> None:
    whole = held(worked)
    broken, journal = hot(worked)
    worked.write_bytes(broken)
    replacing.journal_of(worked).write_bytes(journal)
    assert doctor.heal(worked).sound
    assert held(worked) == whole
    assert not beside(worked)


def test_a_journal_of_another_file_is_moved_away_before_it_does_harm(worked: Path, pristine: Path, add: Add) -> None:
    whole = held(worked)
    other = Path(shutil.copy(pristine, worked.with_name("other.workshop")))
    _, journal = hot(other)
    other.unlink()
    replacing.journal_of(worked).write_bytes(journal)
    verdict = doctor.heal(worked)
    assert not verdict.sound
    assert "would have ruined it" in verdict.lines[0]
    (name,) = beside(worked)
    assert ".damaged-" in name
    assert name.endswith("-journal")
    assert (worked.parent / name).read_bytes() == journal
    assert held(worked) == whole
    assert doctor.heal(worked).sound


def test_a_damaged_file_and_its_journal_are_kept_together_as_they_were(worked: Path) -> None:
    broken, journal = hot(worked)
    bad = broken.replace(b"region 7", b"region 8").replace(b"region 9", b"region 8")
    spoilt = journal.replace(b"region 7", b"region 8").replace(b"region 9", b"region 8")
    worked.write_bytes(bad)
    replacing.journal_of(worked).write_bytes(spoilt)
    assert not doctor.heal(worked).sound
    kept = the(worked, ".damaged-")
    assert kept.read_bytes() == bad
    assert replacing.journal_of(kept).read_bytes() == spoilt
    assert not replacing.journal_of(worked).exists()
    assert doctor.heal(worked).sound


def test_an_app_that_has_it_open_is_not_robbed_of_it(worked: Path) -> None:
    with WorkshopFile.open(worked, hold=True):
        bad = worked.read_bytes().replace(b"region 7", b"region 8", 1)
        worked.write_bytes(bad)
        with pytest.raises(doctor.Held, match="leave it there first"):
            doctor.heal(worked)
        with pytest.raises(doctor.Held):
            doctor.go_back(worked, doctor.copies(worked)[0])
        assert worked.read_bytes() == bad
    assert not doctor.heal(worked).sound


def test_going_back_on_purpose_keeps_what_there_was(worked: Path) -> None:
    before = worked.read_bytes()
    copy = doctor.copies(worked)[0]
    lines = doctor.go_back(worked, copy)
    assert held(worked)[1][-1].n == copy.last
    assert the(worked, ".before-").read_bytes() == before
    assert the(worked, ".before-").name in lines[-1]
    worked.unlink()
    with pytest.raises(NoSuchFile):
        doctor.heal(worked)
    assert len(doctor.go_back(worked, copy)) == 1
    assert doctor.heal(worked).sound


def test_what_was_given_up_on_purpose_stays_away_when_the_file_is_damaged_later(worked: Path) -> None:
    with WorkshopFile.open(worked) as file:
        file.act(lambda draft: draft.set("W1", "title", "Given up"), why="title it", step=1)
        file.back_up_now()
    newest, older, *_ = doctor.copies(worked)
    assert newest.last > older.last
    doctor.go_back(worked, older)
    assert doctor.copies(worked)[0].last == older.last, "what it is now is its newest backup"
    whole = held(worked)
    worked.write_bytes(worked.read_bytes().replace(b"region 7", b"region 8", 1))
    lines = doctor.heal(worked).lines
    assert held(worked) == whole
    assert any(f"with {older.last} changes" in line for line in lines), lines
    worked.write_bytes(b"")
    doctor.heal(worked)
    assert held(worked) == whole, "also where nothing of it can be read"


def test_where_only_a_longer_backup_is_left_what_the_file_had_not_is_left_out_and_said(worked: Path) -> None:
    with WorkshopFile.open(worked) as file:
        file.act(lambda draft: draft.set("W1", "title", "Given up"), why="title it", step=1)
        file.back_up_now()
    newest, older, *_ = doctor.copies(worked)
    doctor.go_back(worked, older)
    for copy in doctor.copies(worked):
        if copy.path != newest.path:
            copy.path.unlink()
    whole = held(worked)
    worked.write_bytes(worked.read_bytes().replace(b"region 7", b"region 8", 1))
    lines = doctor.heal(worked).lines
    assert held(worked) == whole
    assert any(line.startswith("Left out") and "title it" in line for line in lines), lines
    assert doctor.heal(worked).sound


def test_a_copy_takes_nothing_from_the_other_file_that_it_cannot_have_had(worked: Path, add: Add) -> None:
    apart = worked.with_name("apart.workshop")
    shutil.copy(worked, apart)
    whole = held(apart)
    with WorkshopFile.open(worked) as file:
        for number in range(5):
            add(file, "service", name=f"Said later {number}")
        file.back_up_now()
    for copy in doctor.copies(worked):
        if b"Said later" not in copy.path.read_bytes():
            copy.path.unlink()
    apart.write_bytes(apart.read_bytes().replace(b"region 7", b"region 8", 1))
    lines = doctor.heal(apart).lines
    assert held(apart) == whole
    assert any("another file of this workshop" in line for line in lines), lines
    assert any(line.startswith("Left out") for line in lines), lines


def test_what_only_the_backup_tells_of_is_said(worked: Path, add: Add) -> None:
    with WorkshopFile.open(worked) as file:
        for number in range(60):
            add(file, "objective", statement=f"The end of it {number}", owner="Sales")
        file.back_up_now()
    whole, data = held(worked), worked.read_bytes()
    pages = {found // 4096 for word in (b"The end of it 58", b"The end of it 59") for found in places(data, word)}
    spoilt = bytearray(data)
    for page in pages:
        spoilt[page * 4096 : (page + 1) * 4096] = bytes(4096)
    worked.write_bytes(spoilt)
    lines = doctor.heal(worked).lines
    assert held(worked) == whole
    assert any(line.startswith("From the backup alone") and "add objective" in line for line in lines), lines


def places(data: bytes, word: bytes) -> list[int]:
    """Where it stands."""
    return [at for at in range(len(data)) if data.startswith(word, at)]


def test_somebodys_file_in_its_place_is_left_unless_it_is_asked_for(worked: Path) -> None:
    worked.write_bytes(b"somebody's own words\n" * 50)
    with pytest.raises(NotUnderstood, match="--backups"):
        doctor.heal(worked)
    assert worked.read_bytes() == b"somebody's own words\n" * 50
    doctor.go_back(worked, doctor.copies(worked)[0])
    assert the(worked, ".before-").read_bytes() == b"somebody's own words\n" * 50
    assert doctor.heal(worked).sound


def test_a_link_stays_a_link(worked: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.workshop"
    link.symlink_to(worked)
    whole = held(worked)
    worked.write_bytes(worked.read_bytes().replace(b"region 7", b"region 8", 1))
    doctor.heal(link)
    assert link.is_symlink()
    assert held(worked) == whole


def test_a_newer_file_and_a_stranger_are_refused(path: Path, tmp_path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    stranger = tmp_path / "stranger.db"
    db = sqlite3.connect(stranger)
    db.execute("CREATE TABLE birds (name)")
    db.close()
    for one, error in ((path, NewerFile), (stranger, NotAWorkshop)):
        before = one.read_bytes()
        with pytest.raises(error):
            doctor.heal(one)
        assert one.read_bytes() == before
