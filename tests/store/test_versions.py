"""Any state of the log is the one that replaying it makes, whatever was undone, removed or merged since."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.file import WorkshopFile
from store.versions import as_of, versions
from workshop import acts
from workshop.change import Change
from workshop.declare import KINDS
from workshop.difference import difference
from workshop.plans.naming import name_version
from workshop.state import Workshop, kind_named

Act = tuple[str, int]
ACTS = st.lists(st.tuples(st.sampled_from(["add", "set", "link", "remove", "undo", "redo", "name"]),
                          st.integers(0, 3)), max_size=14)  # fmt: skip


def _do(file: WorkshopFile, act: str, number: int) -> None:
    objectives = file.shop.of("objective")
    at = objectives[number % len(objectives)].ref if objectives else ""
    if act == "add":
        said = {"statement": f"Cut churn by {number} points"}
        file.act(lambda draft: acts.add(draft, kind_named("objective"), said), why="add", step=1)
    elif act == "link":
        outcome = {"statement": "Back in 30 minutes", "objectives": at}
        file.act(lambda draft: acts.add(draft, kind_named("outcome"), outcome), why="add", step=3)
    elif act in ("set", "remove") and at:
        file.act(lambda draft: acts.edit(draft, at, "target", str(number)) if act == "set" else draft.remove(at),
                 why=act, step=1)  # fmt: skip
    elif act == "name" and all(one.name != f"state {number}" for one in versions(file)):
        file.act(lambda draft: name_version(draft, f"state {number}"), why="name", step=6)
    elif act == "undo":
        file.undo()
    elif act == "redo":
        file.redo()


def _replayed(file: WorkshopFile, n: int) -> Workshop:
    made = Workshop(today=file.shop.today)
    made.apply(Change(e.kind, e.ref, "", e.field, e.old, e.new) for e in file.log() if e.n <= n)
    return made


def _picture(made: Workshop) -> dict[str, dict[str, object]]:
    return {kind: {record.ref: record.values() for record in made.of(kind)} for kind in KINDS}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS, st.floats(0, 1), st.floats(0, 1))
def test_a_state_is_what_replaying_makes_and_the_difference_leads_from_one_to_the_other(
    tmp_path_factory: pytest.TempPathFactory, said: list[Act], one: float, other: float
) -> None:
    path = tmp_path_factory.mktemp("w") / "w.workshop"
    with WorkshopFile.create(path, title="Northwind") as file:
        for act, number in said:
            _do(file, act, number)
        first, second = (round(share * file.last_n()) for share in (one, other))
        then, now = as_of(file, first), as_of(file, second)
        assert _picture(then) == _picture(_replayed(file, first))
        found, back = difference(then, now), difference(now, then)
        assert [record.ref for record in found.added] == [record.ref for record in back.removed]
        assert {(each.record.ref, each.field, each.old, each.new) for each in found.changed} == {
            (each.record.ref, each.field, each.new, each.old) for each in back.changed
        }
        names = {note.ref for made in (then, now) for note in made.of("note")}
        assert bool(found) or _without(then, names) == _without(now, names), "names of versions are no answers"
        assert all(0 < named.n <= file.last_n() for named in versions(file))


def _without(made: Workshop, refs: set[str]) -> dict[str, dict[str, object]]:
    return {kind: {r: said for r, said in held.items() if r not in refs} for kind, held in _picture(made).items()}
