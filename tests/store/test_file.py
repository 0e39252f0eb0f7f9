"""One workshop in one file: what is acknowledged is on disk, what fails leaves nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from almanac import Almanac
from making import picture

from store import check, merge
from store.errors import CannotWrite, FileTaken, NotSaved, ReadOnly, Replaced
from store.file import WorkshopFile
from workshop import acts
from workshop.draft import Draft
from workshop.errors import Refused
from workshop.state import kind_named

Add = Callable[..., str]


def reopened(file: WorkshopFile) -> dict[str, dict[str, object]]:
    """What the file says to somebody who opens it now."""
    with WorkshopFile.open(file.path, write=False) as other:
        return picture(other.shop)


def test_what_an_act_returned_is_on_disk(file: WorkshopFile, add: Add) -> None:
    assert add(file, "objective", statement="Cut churn from 9% to 6%", due="2027-12-31") == "O1"
    add(file, "service", name="Portal")
    file.act(lambda draft: acts.edit(draft, "O1", "services", "S1"), why="name the service", step=1)
    assert reopened(file) == picture(file.shop)
    assert reopened(file)["O1"]["services"] == ("S1",)


def test_an_act_is_one_batch_with_its_why_step_and_author(file: WorkshopFile, add: Add) -> None:
    file.act(lambda draft: acts.edit(draft, "W1", "facilitator", "Ann Lee"), why="lead", step=1)
    add(file, "metric", name="Time to restore", outcomes="", unit="min")
    done = file.act(lambda d: acts.edit(d, "M1", "baseline", "90 min"), why="ask the desk", step=6, origin="imported")
    last = list(file.log())[-1]
    assert (last.by, last.why, last.step, last.origin) == ("Ann Lee", "ask the desk", 6, "imported")
    assert (last.n, last.batch, last.ref, last.kind) == (file.last_n(), done.batch.id, "M1", "metric")
    assert (last.field, last.old, last.new) == ("baseline", "", "90 min")


def test_the_log_begins_with_the_workshop_and_knows_every_value_by_its_declaration(
    file: WorkshopFile, add: Add
) -> None:
    add(file, "person", name="Ann Lee")
    add(file, "objective", statement="Cut churn", heard="H1")
    add(file, "process", name="Incident management", maturity="3")
    entries = list(file.log())
    assert [entry.n for entry in entries] == list(range(1, file.last_n() + 1))
    assert (entries[0].ref, entries[0].field, entries[0].old, entries[0].new) == ("W1", None, None, "W1")
    assert {(entry.field, entry.new) for entry in entries} >= {("heard", ("H1",)), ("maturity", 3)}
    assert [entry.new for entry in file.history("P1", "maturity")] == [3]
    assert [entry.field for entry in file.history("P1")] == [None, "name", "maturity"]


def test_a_long_log_comes_whole_and_in_order(file: WorkshopFile) -> None:
    def plan(draft: Draft) -> None:
        for number in range(1200):
            acts.add(draft, kind_named("term"), {"term": f"word {number}"})

    file.act(plan, why="paste a glossary", step=4, origin="pasted")
    assert [entry.n for entry in file.log()] == list(range(1, file.last_n() + 1))
    assert reopened(file) == picture(file.shop)


def test_a_plan_that_fails_leaves_file_and_memory_as_they_were(file: WorkshopFile, add: Add) -> None:
    add(file, "objective", statement="Cut churn")
    before, last = picture(file.shop), file.last_n()

    def plan(draft: Draft) -> None:
        acts.edit(draft, "O1", "statement", "Cut churn at once")
        raise Refused("no")

    with pytest.raises(Refused):
        file.act(plan, why="fail", step=1)
    assert (picture(file.shop), file.last_n()) == (before, last)
    assert reopened(file) == before
    add(file, "objective", statement="Still works")
    assert check.disagreement(file._db) == ""


def test_changes_that_fit_no_record_are_refused_whole(file: WorkshopFile, add: Add) -> None:
    add(file, "objective", statement="Cut churn")
    done = file.act(lambda draft: draft.remove("O1"), why="remove", step=1)
    before = picture(file.shop)
    with pytest.raises(Refused, match="no longer there"):
        file.act(lambda draft: draft.changes.extend(done.batch.changes), why="remove twice", step=1)
    assert picture(file.shop) == reopened(file) == before


def test_an_act_that_changes_nothing_writes_nothing(file: WorkshopFile, add: Add) -> None:
    add(file, "objective", statement="Cut churn")
    before = file.path.read_bytes()
    done = file.act(lambda draft: acts.edit(draft, "O1", "statement", "Cut churn"), why="again", step=1)
    assert done.batch.changes == ()
    assert file.path.read_bytes() == before
    assert file.next_undo() == "add objective"


def test_a_full_disk_keeps_nothing_of_the_answer_and_all_of_the_rest(file: WorkshopFile, add: Add) -> None:
    add(file, "objective", statement="Cut churn")
    before = picture(file.shop)
    pages = file._db.execute("PRAGMA page_count").fetchone()[0]
    file._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NotSaved, match="disk is full"):
        add(file, "note", text="x" * 9000)
    assert picture(file.shop) == reopened(file) == before
    file._db.execute("PRAGMA max_page_count = 100000")
    assert add(file, "note", text="x" * 9000) == "N1"
    assert reopened(file) == picture(file.shop)


def test_a_ref_is_never_given_out_twice(file: WorkshopFile, add: Add) -> None:
    add(file, "objective", statement="First")
    add(file, "objective", statement="Second")
    file.act(lambda draft: draft.remove("O2"), why="remove", step=1)
    with WorkshopFile.open(file.path) as again:
        assert add(again, "objective", statement="Third") == "O3"
        again.undo()
        assert add(again, "objective", statement="Fourth") == "O4"


def test_a_record_removed_and_said_again_in_one_act(file: WorkshopFile, add: Add) -> None:
    add(file, "objective", statement="Cut churn")
    score = {"objective": "O1", "criterion": "impact", "value": "4"}
    add(file, "score", **score)

    def plan(draft: Draft) -> None:
        draft.remove("O1/-/impact")
        acts.add(draft, kind_named("score"), {**score, "value": "2"})

    file.act(plan, why="score again", step=2)
    assert reopened(file) == picture(file.shop)
    assert reopened(file)["O1/-/impact"]["value"] == 2
    file.undo()
    assert reopened(file)["O1/-/impact"]["value"] == 4


def test_words_of_any_script_and_look_come_back(file: WorkshopFile, add: Add) -> None:
    said = ["Ünïcode 漢字 עברית – ✓ 👩‍👩‍👧", "[/] [red]x[/]", "'; DROP TABLE objective; --", "=1+1", "two\nlines", '"']
    for text in said:
        add(file, "objective", statement=text)
    with WorkshopFile.open(file.path, write=False) as other:
        assert [record.words for record in other.shop.of("objective")] == said


def test_adding_reads_only_what_it_needs(file: WorkshopFile, add: Add) -> None:
    seen: list[str] = []
    file._db.set_trace_callback(seen.append)
    add(file, "objective", statement="Cut churn")
    read = {statement.split('FROM "')[1].split('"')[0] for statement in seen if 'FROM "' in statement}
    assert read <= {"objective", "workshop"}


def test_a_file_open_for_reading_takes_no_answer_and_keeps_its_bytes(path: Path, add: Add) -> None:
    before, stamp = path.read_bytes(), path.stat().st_mtime_ns
    with WorkshopFile.open(path, write=False) as file:
        assert list(file.log())
        assert len(picture(file.shop)) == 1
        with pytest.raises(ReadOnly, match="Not saved"):
            add(file, "objective", statement="Cut churn")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, stamp)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_read_only(path: Path, add: Add) -> None:
    path.parent.chmod(0o500)
    try:
        _refuses_answers(path, add, "read-only: the folder cannot be written")
    finally:
        path.parent.chmod(0o700)


@pytest.mark.parametrize("what", ["folder", "file"])
def test_read_only_places_open_and_say_so(path: Path, add: Add, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    refused = path.parent if what == "folder" else path
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda at, mode: allowed(at, mode) and Path(at) != refused)
    _refuses_answers(path, add, f"read-only: the {what} cannot be written")


def _refuses_answers(path: Path, add: Add, why: str) -> None:
    with WorkshopFile.open(path, hold=True) as file:
        assert file.readonly
        assert file.why_readonly == why
        assert file.shop.about.title == "Northwind"
        with pytest.raises(ReadOnly, match=why):
            add(file, "objective", statement="Cut churn")
        assert file.back_up() == ""


def test_a_file_put_in_the_place_of_the_open_one_is_noticed(file: WorkshopFile, add: Add, pristine: Path) -> None:
    other = file.path.with_name("other.workshop")
    shutil.copy(pristine, other)
    os.replace(other, file.path)
    with pytest.raises(Replaced):
        file.catch_up()
    with pytest.raises(Replaced):
        add(file, "objective", statement="Cut churn")
    file.path.unlink()
    with pytest.raises(Replaced):
        file.catch_up()


def test_a_new_workshop_has_its_title_and_an_id_of_its_own(tmp_path: Path) -> None:
    with WorkshopFile.create(tmp_path / "a.workshop", title=" North\x1b[31mwind ") as one:
        assert one.shop.about.title == "North[31mwind"
        assert one.shop.about.id == one.id
        assert one.next_undo() == ""
        assert one.undo() is None
    with WorkshopFile.create(tmp_path / "b.workshop") as other:
        assert other.id != one.id
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.workshop", "b.workshop"]


def test_nothing_that_exists_is_ever_written_over(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for taken in (path, tmp_path / "folder", tmp_path / "link"):
        with pytest.raises(FileTaken):
            WorkshopFile.create(taken, title="Another")
    assert path.read_bytes() == before
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("name", ["no/such/folder/x.workshop", "x" * 240 + ".workshop", "x" * 300])
def test_a_place_that_takes_no_file_is_told_in_a_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotWrite) as told:
        WorkshopFile.create(tmp_path / name)
    assert "\n" not in str(told.value)
    assert list(tmp_path.iterdir()) == []


def test_a_plan_given_at_birth_is_in_the_file_and_undone_step_by_step(tmp_path: Path) -> None:
    def plan(draft: Draft) -> None:
        acts.add(draft, kind_named("objective"), {"statement": "Cut churn"})
        acts.edit(draft, "W1", "facilitator", "Ann Lee")
        acts.add(draft, kind_named("outcome"), {"statement": "Back in 30 minutes"})

    with WorkshopFile.create(tmp_path / "w.workshop", plan=plan) as file:
        assert {(entry.step, entry.ref) for entry in file.log()} == {(1, "W1"), (1, "O1"), (3, "C1")}
        assert {entry.by for entry in file.log()} == {"Ann Lee"}
        assert file.next_undo() == "fill in Map"
        assert check.disagreement(file._db) == ""


def test_a_plan_that_fails_at_birth_leaves_no_file(tmp_path: Path) -> None:
    def plan(draft: Draft) -> None:
        raise Refused("no")

    with pytest.raises(Refused):
        WorkshopFile.create(tmp_path / "w.workshop", plan=plan)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["-dash.workshop", "Ünïcode 漢字 עברית.workshop", "[red]x[b].workshop", "a b'c\"d;e&f.workshop",
     "new\nline.workshop", "%s{0}$HOME.workshop", "caf\udce9.workshop", "?mode=memory#x.workshop",
     "x" * 230 + ".workshop", "file:x.workshop", ":memory:.workshop"],
    ids=ascii,
)  # fmt: skip
def test_a_file_may_have_any_name(tmp_path: Path, add: Add, name: str) -> None:
    WorkshopFile.create(tmp_path / name).close()
    with WorkshopFile.open(tmp_path / name) as file:
        add(file, "objective", statement="kept")
        assert "O1" in reopened(file)
    assert os.listdir(os.fsencode(tmp_path)) == [os.fsencode(name)]


def test_the_file_alone_has_every_answer_from_the_moment_it_is_kept(file: WorkshopFile, add: Add) -> None:
    for number in range(5):
        add(file, "objective", statement=f"Objective {number}")
        alone = Path(shutil.copy(file.path, file.path.with_name(f"mailed-{number}.workshop")))
        with WorkshopFile.open(alone, write=False) as mailed:
            assert picture(mailed.shop) == picture(file.shop)


@pytest.mark.parametrize("how", ["new", "fork"])
def test_a_journal_that_another_file_left_is_not_rolled_into_a_new_one(path: Path, add: Add, how: str) -> None:
    fresh, gone = path.with_name("fresh.workshop"), path.with_name("gone.workshop")
    db = sqlite3.connect(shutil.copy(path, gone), isolation_level=None)
    for statement in ("PRAGMA cache_size = 1", "BEGIN IMMEDIATE", "CREATE TABLE spill (x)"):
        db.execute(statement)
    db.executemany("INSERT INTO spill VALUES (?)", [("z" * 3000,)] * 50)
    left = Path(shutil.copy(f"{gone}-journal", f"{fresh}-journal")).read_bytes()
    db.close()
    with WorkshopFile.open(path) as file:
        add(file, "objective", statement="Cut churn")
        if how == "fork":
            merge.fork(file, fresh)
        else:
            WorkshopFile.create(
                fresh, plan=lambda draft: draft.say(kind_named("objective"), {"statement": "Cut churn"})
            )
    with WorkshopFile.open(fresh) as file:
        assert file.shop.find("O1").words == "Cut churn"
        assert check.fault(file._db) == ""
    (aside,) = fresh.parent.glob("fresh.workshop.left-*")
    assert aside.read_bytes() == left


def test_when_the_clock_goes_back_the_order_is_still_that_of_the_acts(
    path: Path, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    almanac = Almanac(monkeypatch)
    with WorkshopFile.open(path) as file:
        for day, words in ((30, "first"), (1, "second"), (15, "third")):
            almanac.turn(date(2026, 11, day))
            add(file, "service", name=words)
        assert [e.new for e in file.log() if e.field == "name"] == ["first", "second", "third"]
        file.undo()
        assert [service.words for service in file.shop.of("service")] == ["first", "second"]
