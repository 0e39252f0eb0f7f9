"""Undo and redo outlive a restart, and whatever was done, the file, the memory and the log say the same."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from chance import changes
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import picture

from store import check
from store.file import WorkshopFile
from workshop import acts
from workshop.change import Change
from workshop.declare import KINDS
from workshop.draft import Draft
from workshop.errors import WorkshopError
from workshop.state import Workshop, kind_named

Add = Callable[..., str]


def test_undo_and_redo_after_a_restart(path: Path, add: Add) -> None:
    with WorkshopFile.open(path) as file:
        add(file, "objective", statement="Cut churn")
        add(file, "outcome", statement="Back in 30 minutes", objectives="O1")
        whole = picture(file.shop)
        file.act(lambda draft: draft.remove("O1"), why="remove O1", step=1)
        gone = picture(file.shop)
    with WorkshopFile.open(path) as file:
        assert file.next_undo() == "remove O1"
        undone = file.undo()
        assert undone
        assert (undone.why, undone.origin) == ("undo: remove O1", "undone")
        assert picture(file.shop) == whole
    with WorkshopFile.open(path) as file:
        assert (file.next_undo(), file.next_redo()) == ("add outcome", "remove O1")
        redone = file.redo()
        assert redone
        assert redone.why == "redo: remove O1"
        assert picture(file.shop) == gone
        assert (file.next_undo(), file.next_redo()) == ("remove O1", "")


def test_undo_all_the_way_leaves_the_workshop_itself(path: Path, add: Add) -> None:
    with WorkshopFile.open(path) as file:
        fresh = picture(file.shop)
        for number in range(5):
            add(file, "objective", statement=f"Objective {number}")
        for _ in range(5):
            assert file.undo()
        assert file.undo() is None
        assert file.next_undo() == ""
        assert picture(file.shop) == fresh
        for _ in range(5):
            assert file.redo()
        assert file.redo() is None
        assert [record.ref for record in file.shop.of("objective")] == ["O1", "O2", "O3", "O4", "O5"]


def test_a_new_act_ends_what_could_be_done_again(path: Path, add: Add) -> None:
    with WorkshopFile.open(path) as file:
        add(file, "objective", statement="First")
        file.undo()
        add(file, "objective", statement="Second")
        assert file.next_redo() == ""
        assert file.redo() is None
        assert file.next_undo() == "add objective"


def test_what_another_process_did_is_undone_first(path: Path, add: Add) -> None:
    with WorkshopFile.open(path) as file, WorkshopFile.open(path) as other:
        add(file, "objective", statement="Ours")
        assert file.next_undo() == "add objective"
        add(other, "service", name="Theirs")
        assert file.undo()
        assert {record.ref for record in file.shop} == {"W1", "O1"}


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12)
_OPS = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(["objective", "outcome", "person", "note", "metric"]), _TEXTS),
    st.tuples(st.just("edit"), st.integers(0, 30), _TEXTS),
    st.tuples(st.just("score"), st.integers(0, 30), st.integers(1, 5)),
    st.tuples(st.just("serve"), st.integers(0, 30), st.integers(0, 30)),
    st.tuples(st.just("remove"), st.integers(0, 30), st.none()),
    st.tuples(st.just("move"), st.integers(0, 30), st.integers(-3, 3)),
    st.tuples(st.sampled_from(["undo", "redo", "reopen"]), st.none(), st.none()),
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ops=st.lists(_OPS, max_size=25))
def test_file_memory_and_log_agree_whatever_is_done(pristine: Path, ops: list[tuple[str, object, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(pristine, Path(folder, "w.workshop")))
        file = WorkshopFile.open(path)
        before: list[dict[str, dict[str, object]]] = []
        for op in ops:
            if op[0] == "reopen":
                file.close()
                file = WorkshopFile.open(path)
            elif op[0] == "undo":
                expected = before.pop() if before else picture(file.shop)
                file.undo()
                assert picture(file.shop) == expected
            elif op[0] == "redo":
                was = picture(file.shop)
                if file.redo():
                    before.append(was)
            else:
                was = picture(file.shop)
                try:
                    if file.act(lambda draft, op=op: _do(draft, *op), why="act", step=1).batch.changes:
                        before.append(was)
                except WorkshopError:
                    assert picture(file.shop) == was
        with WorkshopFile.open(path, write=False) as other:
            assert picture(other.shop) == picture(file.shop)
            assert [r.ref for r in other.shop] == [r.ref for r in file.shop]
            assert check.disagreement(other._db) == ""
        file.close()


def _do(draft: Draft, op: str, which: object, what: object) -> None:
    refs = [record.ref for record in draft.shop if "/" not in record.ref]
    if op == "add":
        kind = kind_named(str(which))
        acts.add(draft, kind, {kind.called: str(what)})
        return
    assert isinstance(which, int)
    ref = refs[which % len(refs)]
    record = draft.shop.find(ref)
    if op == "edit":
        acts.edit(draft, ref, record.kind.called, str(what))
    elif op == "score":
        acts.add(draft, kind_named("score"), {"objective": ref, "criterion": "impact", "value": str(what)})
    elif op == "serve":
        assert isinstance(what, int)
        acts.edit(draft, ref, "objectives", refs[what % len(refs)])
    elif op == "remove":
        acts.retire(draft, ref)
    else:
        assert isinstance(what, int)
        draft.move(ref, what)


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_all_the_way_back_and_forth_again_is_the_same_file_and_so_is_a_replay(
    pristine: Path, data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(pristine, Path(folder, "w.workshop")))
        with WorkshopFile.open(path) as file:
            begun = _rows(file)
            for _ in range(data.draw(st.integers(1, 15))):
                said = data.draw(changes(file.shop))
                file.act(lambda draft, said=said: draft.changes.extend(said), why="say", step=1)
            ended = _rows(file)
            while file.undo():
                pass
            assert not check.fault(file._db)
            assert _rows(file) == begun
            while file.redo():
                pass
            assert _rows(file) == ended
            assert picture(_replayed(file)) == picture(file.shop)
            assert not check.fault(file._db)


def _rows(file: WorkshopFile) -> dict[str, list[tuple[object, ...]]]:
    """What stands in the tables of the file, in the order of the records."""
    return {kind: file._db.execute(f'SELECT * FROM "{kind}" ORDER BY place, rowid').fetchall() for kind in KINDS}


def _replayed(file: WorkshopFile) -> Workshop:
    """What the log alone makes."""
    ids = {record.ref: record.id for record in file.shop}
    made = Workshop(today=file.shop.today)
    made.apply(Change(e.kind, e.ref, ids.get(e.ref, ""), e.field, e.old, e.new) for e in file.log())
    return made
