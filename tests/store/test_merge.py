"""Break-outs as files: they part, go their own ways, and are one again; twice, in turn, and never with a stranger."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from store import check, merge
from store.file import WorkshopFile
from workshop import acts
from workshop.errors import WorkshopError
from workshop.records import Dispute, Note, Objective

Add = Callable[..., str]


@pytest.fixture
def trio(path: Path, add: Add) -> Iterator[tuple[WorkshopFile, WorkshopFile, WorkshopFile]]:
    """A workshop with two objectives, and two break-outs of it."""
    with ExitStack() as stack:
        main = stack.enter_context(WorkshopFile.open(path))
        add(main, "objective", statement="Cut churn", target="6%")
        add(main, "objective", statement="Grow sales")
        for name in ("north", "south"):
            merge.fork(main, path.with_name(f"{name}.workshop"))
        yield main, *(stack.enter_context(WorkshopFile.open(path.with_name(f"{name}.workshop")))
                      for name in ("north", "south"))  # fmt: skip


def put(file: WorkshopFile, place: str, text: str) -> None:
    """Change one answer."""
    ref, _, field = place.partition(".")
    file.act(lambda draft: acts.edit(draft, ref, field, text), why="edit", step=1)


def held(file: WorkshopFile, place: str) -> Any:
    """What is held there."""
    ref, _, field = place.partition(".")
    return file.shop.find(ref).values()[field]


def sound(file: WorkshopFile) -> bool:
    """Whether tables and log say the same."""
    return check.disagreement(file._db) == ""


def test_a_break_out_knows_where_it_parted_and_goes_its_own_way(trio: Any) -> None:
    main, north, _ = trio
    assert north.shop.about.parted_from.startswith(f"{main.path.name} after change")
    put(north, "O1.target", "5%")
    assert held(main, "O1.target") == "6%"
    assert [o.statement for o in north.shop.all(Objective)] == ["Cut churn", "Grow sales"]


def test_what_only_one_changed_is_taken_in_as_one_act_of_theirs(trio: Any, add: Add) -> None:
    main, north, _ = trio
    put(main, "O2.owner", "COO")
    put(north, "O1.target", "5%")
    add(north, "service", name="Sales portal")
    before = {record.ref: record.values() for record in main.shop}
    joined = merge.merge(main, north)
    assert not joined.conflicts
    assert (held(main, "O1.target"), held(main, "O2.owner"), held(main, "S1.name")) == ("5%", "COO", "Sales portal")
    assert {(e.origin, e.by) for e in list(main.log())[-joined.applied :]} == {("merged", "north")}
    assert sound(main)
    main.undo()
    assert {record.ref: record.values() for record in main.shop} == before


def test_answers_are_counted_as_people_count(trio: Any, add: Add) -> None:
    main, north, _ = trio
    add(main, "service", name="Ours")
    add(north, "service", name="Portal", owner="COO", criticality="high")
    put(north, "O1.statement", "Cut churn by half")
    foreseen = merge.told(merge.merge(main, north, dry=True))
    joined = merge.merge(main, north)
    assert (foreseen, merge.told(joined)) == ("2 answers taken in, 1 record renumbered",) * 2
    assert joined.applied > 2
    put(north, "W1.pilot", "O2")
    assert merge.told(merge.merge(main, north)) == "1 answer taken in"
    assert merge.told(merge.merge(main, north)) == "nothing in it that is not here"
    with WorkshopFile.open(main.path, write=False) as itself:
        assert merge.told(merge.merge(main, itself)) == "nothing in it that is not here"


def test_joining_again_tells_the_same_of_what_stands_open(trio: Any) -> None:
    main, north, south = trio
    put(main, "O1.owner", "CMO")
    merge.merge(north, main)
    merge.merge(south, main)
    for file, owner in ((main, "COO"), (north, "CFO"), (south, "CIO")):
        put(file, "O1.owner", owner)
    first = merge.merge(main, north, dry=True).conflicts
    assert [(c.mine, c.theirs) for c in first] == [("COO", "CFO")]
    assert merge.merge(main, north).conflicts == first
    assert merge.merge(main, north).conflicts == first
    assert [(c.mine, c.theirs) for c in merge.merge(north, main, dry=True).conflicts] == [("CFO", "COO")]
    third = merge.merge(main, south).conflicts
    assert [(c.mine, c.theirs) for c in third] == [("COO or CFO", "CIO")]
    assert merge.merge(main, south).conflicts == third


def test_twice_changes_nothing(trio: Any) -> None:
    main, north, _ = trio
    put(north, "O1.target", "5%")
    merge.merge(main, north)
    n = main.last_n()
    assert merge.merge(main, north).applied == 0
    assert main.last_n() == n


def test_what_both_changed_stays_as_it_was_with_both_wordings_until_somebody_chooses(trio: Any) -> None:
    main, north, south = trio
    put(north, "O1.target", "5%")
    put(south, "O1.target", "4%")
    merge.merge(main, north)
    assert merge.merge(main, south, dry=True).conflicts
    assert held(main, "O1.target") == "5%"
    joined = merge.merge(main, south)
    assert [(c.ref, c.field, c.mine, c.theirs) for c in joined.conflicts] == [("O1", "target", "5%", "4%")]
    assert held(main, "O1.target") == "6%"
    assert {(dispute.says, dispute.by) for dispute in main.shop.all(Dispute)} == {("5%", "north"), ("4%", "south")}
    assert merge.merge(main, south).applied == 0
    chosen = next(dispute.ref for dispute in main.shop.all(Dispute) if dispute.says == "4%")
    main.act(lambda draft: acts.choose(draft, chosen), why="settle", step=4)
    assert held(main, "O1.target") == "4%"
    assert not main.shop.all(Dispute)
    for other in (north, south):
        again = merge.merge(main, other)
        assert (again.applied, held(main, "O1.target")) == (0, "4%")
    assert sound(main)


def test_an_answer_given_anew_settles_what_was_open(trio: Any) -> None:
    main, north, _ = trio
    put(main, "O1.target", "5%")
    put(north, "O1.target", "4%")
    merge.merge(main, north)
    put(main, "O1.target", "3%")
    assert (held(main, "O1.target"), main.shop.all(Dispute)) == ("3%", [])


def test_refs_that_clash_are_renumbered_with_a_note_and_what_names_them_follows(trio: Any, add: Add) -> None:
    main, north, _ = trio
    add(main, "objective", statement="Ours")
    add(north, "objective", statement="Theirs")
    add(north, "action", what="Do it", why="O3")
    joined = merge.merge(main, north)
    assert [(r.theirs, r.here) for r in joined.renumbered] == [("O3", "O4")]
    assert (held(main, "O3.statement"), held(main, "O4.statement")) == ("Ours", "Theirs")
    assert held(main, "X1.why") == "O4"
    assert [(note.on, "O3 in north.workshop" in note.text) for note in main.shop.all(Note)] == [("O4", True)]


def test_a_disagreement_names_what_each_side_meant_whatever_its_ref_is_here(trio: Any, add: Add) -> None:
    main, north, south = trio
    for file, words in ((main, "Ours"), (north, "Theirs"), (south, "Of the south")):
        add(file, "objective", statement=words)
    for file in (main, north):
        put(file, "W1.pilot", "O3")
    merge.merge(main, north)
    merge.merge(south, main)
    for file in (main, south):
        meant = {held(file, f"{dispute.says}.statement"): dispute.ref for dispute in file.shop.all(Dispute)}
        assert set(meant) == {"Ours", "Theirs"}
        file.act(lambda draft, ref=meant["Theirs"]: acts.choose(draft, ref), why="settle", step=4)
        assert held(file, f"{file.shop.about.pilot}.statement") == "Theirs"
    assert merge.merge(main, south).conflicts == []
    assert sound(main) and sound(south)


def test_what_comes_back_brings_along_what_it_names(trio: Any, add: Add) -> None:
    main, north, south = trio
    add(main, "process", name="Incident management")
    add(main, "metric", name="Time to restore", processes="P1")
    for file in (north, south):
        merge.merge(file, main)
    for ref in ("M1", "P1"):
        north.act(lambda draft, ref=ref: acts.retire(draft, ref), why="remove", step=1)
    put(south, "M1.every", "weekly")
    merge.merge(main, north)
    assert main.shop.get("P1") is None
    merge.merge(main, south)
    assert (held(main, "P1.name"), held(main, "M1.processes")) == ("Incident management", ("P1",))


def test_somebody_whom_one_side_names_is_there_though_the_other_took_them_out(trio: Any, add: Add) -> None:
    main, north, south = trio
    add(main, "person", name="Ann")
    add(main, "person", name="Ben")
    for file in (north, south):
        merge.merge(file, main)
    put(main, "O1.owner", "H1")
    put(north, "O1.owner", "H2")
    south.act(lambda draft: acts.retire(draft, "H1"), why="remove", step=1)
    merge.merge(north, south)
    merge.merge(main, north)
    assert {held(main, f"{dispute.says}.name") for dispute in main.shop.all(Dispute)} == {"Ann", "Ben"}


def test_who_leads_a_break_out_does_not_lead_the_others(trio: Any) -> None:
    main, north, south = trio
    for file, name in ((main, "Ada"), (north, "Ben"), (south, "Eva")):
        put(file, "W1.facilitator", name)
    assert not merge.merge(main, north).conflicts and not merge.merge(main, south).conflicts
    assert (held(main, "W1.facilitator"), main.shop.all(Dispute)) == ("Ada", [])


def test_what_a_third_group_brought_along_is_known(trio: Any) -> None:
    main, north, south = trio
    put(south, "O1.target", "5%")
    merge.merge(north, south)
    put(north, "O1.target", "4%")
    merge.merge(main, north)
    put(south, "O2.owner", "COO")
    joined = merge.merge(main, south)
    assert (joined.conflicts, held(main, "O1.target"), held(main, "O2.owner")) == ([], "4%", "COO")


def test_there_and_back_again_the_newer_answer_holds(trio: Any) -> None:
    main, north, _ = trio
    put(north, "O1.target", "5%")
    merge.merge(main, north)
    put(main, "O1.target", "4%")
    merge.merge(north, main)
    assert held(north, "O1.target") == "4%"
    put(north, "O1.target", "3%")
    joined = merge.merge(main, north)
    assert (joined.conflicts, held(main, "O1.target")) == ([], "3%")


def test_a_file_joined_with_itself_or_with_a_copy_of_it_gains_nothing_but_what_the_copy_has_more(
    trio: Any, add: Add
) -> None:
    main, _, _ = trio
    conflicted = Path(shutil.copy(main.path, main.path.with_name("w (conflicted copy).workshop")))
    with WorkshopFile.open(main.path, write=False) as itself, WorkshopFile.open(conflicted) as copy:
        assert merge.merge(main, itself).applied == 0 and merge.merge(main, copy).applied == 0
        add(copy, "service", name="Portal")
        merge.merge(main, copy)
        assert held(main, "S1.name") == "Portal"
    assert sound(main)


def test_what_one_took_out_and_the_other_changed_stays(trio: Any) -> None:
    main, north, _ = trio
    main.act(lambda draft: acts.retire(draft, "O2"), why="remove", step=1)
    put(north, "O2.owner", "COO")
    merge.merge(main, north)
    assert held(main, "O2.statement") == "Grow sales"


def test_a_stranger_is_refused_and_nothing_altered(path: Path, tmp_path: Path) -> None:
    WorkshopFile.create(tmp_path / "other.workshop", title="Other").close()
    with WorkshopFile.open(path) as file, WorkshopFile.open(tmp_path / "other.workshop") as other:
        n = file.last_n()
        with pytest.raises(WorkshopError, match="were never one"):
            merge.merge(file, other)
        assert file.last_n() == n


def test_a_fork_never_falls_on_what_exists(trio: Any, tmp_path: Path) -> None:
    main, north, _ = trio
    before = north.path.read_bytes()
    with pytest.raises(WorkshopError):
        merge.fork(main, north.path)
    assert north.path.read_bytes() == before


def test_from_the_command_line(gt: Any, path: Path) -> None:
    gt("add", path, "objective", "statement=Cut churn", "target=6%")
    other = path.with_name("b.workshop")
    assert gt("fork", path, other).code == 0
    gt("set", path, "O1.target", "5%")
    gt("set", other, "O1.target", "4%")
    dry = gt("merge", path, other, "--dry-run", "--json")
    assert (dry.code, len(json.loads(dry.out)["conflicts"])) == (1, 1)
    ran = gt("merge", path, other, "--json")
    assert ran.code == 1
    told = json.loads(ran.out)
    assert told["conflicts"] == [{"ref": "O1", "field": "target", "mine": "5%", "theirs": "4%"}]
    assert told["applied"] > 0
    assert json.loads(gt("merge", path, other, "--json").out)["applied"] == 0
    assert "break-outs-disagree" in gt("check", path, "--json").out


def test_a_pilot_that_one_side_removed_and_the_other_needs_comes_back_as_a_candidate_on_both(
    trio: Any, add: Add
) -> None:
    main, _, south = trio
    put(main, "W1.pilot", "O1")
    merge.merge(south, main)
    south.act(lambda draft: draft.remove("O1"), why="remove", step=1)
    add(main, "outcome", statement="Orders go on", objectives="O1")
    merge.merge(main, south)
    merge.merge(south, main)
    for file in (main, south):
        kept = next(o for o in file.shop.all(Objective) if o.statement == "Cut churn")
        assert (kept.state, file.shop.about.pilot) == ("candidate", "")
