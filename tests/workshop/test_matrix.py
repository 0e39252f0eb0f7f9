"""The matrices say what the links and metrics say, and name what is missing in a row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import put, say, shop

from workshop.derived.matrix import Matrix, objective_process, outcome_process, process_metric
from workshop.derived.threads import threads
from workshop.records import Link
from workshop.state import Workshop


@pytest.fixture
def churn() -> Workshop:
    made = shop()
    say(made, "objective", statement="Cut churn")
    say(made, "objective", statement="Pass the audit")
    for name in ("Knowledge management", "Incident management", "Problem management"):
        say(made, "process", name=name)
    say(made, "outcome", statement="Back in 30 minutes", objectives="O1")
    say(made, "outcome", statement="Fewer repeats", objectives="O1,O2")
    say(made, "link", outcome="C1", process="P2", role="primary", reason="it restores")
    say(made, "link", outcome="C2", process="P2", role="supporting", reason="it counts")
    say(made, "link", outcome="C2", process="P3", role="supporting")
    return made


def refs(records: list) -> list[str]:  # type: ignore[type-arg]
    return [record.ref for record in records]


def marks(matrix: Matrix) -> dict[tuple[str, str], str]:
    return {at: cell.mark for at, cell in matrix.cells.items()}


def test_an_objective_is_carried_by_the_processes_of_its_outcomes(churn: Workshop) -> None:
    matrix = objective_process(churn)
    assert marks(matrix) == {("O1", "P2"): "P", ("O1", "P3"): "S", ("O2", "P2"): "S", ("O2", "P3"): "S"}
    assert matrix.cells["O1", "P2"].refs == ("L1", "L2")
    assert matrix.cells["O1", "P2"].why == "C1: it restores; C2: it counts"
    assert (matrix.row_check("O1"), matrix.row_count("O1")) == ("OK", (1, 2))
    assert (matrix.row_check("O2"), matrix.row_count("O2")) == ("No primary process", (0, 2))
    assert matrix.column_count("P2") == (1, 2)


def test_unused_processes_come_last(churn: Workshop) -> None:
    assert refs(objective_process(churn).columns) == ["P2", "P3", "P1"]
    assert refs(process_metric(churn).rows) == ["P2", "P3"]


def test_where_links_are_set_no_column_moves_under_the_hand(churn: Workshop) -> None:
    assert refs(outcome_process(churn).columns) == ["P1", "P2", "P3"]


def test_parked_objectives_have_no_row_unless_served(churn: Workshop) -> None:
    say(churn, "objective", statement="Later", state="parked")
    put(churn, "O1", state="parked")
    assert refs(objective_process(churn).rows) == ["O1", "O2"]


def test_a_link_is_a_cell_of_outcome_and_process(churn: Workshop) -> None:
    matrix = outcome_process(churn)
    assert marks(matrix) == {("C1", "P2"): "P", ("C2", "P2"): "S", ("C2", "P3"): "S"}
    assert matrix.cells["C1", "P2"].why == "it restores"


def test_touching_every_process_of_many_is_said(churn: Workshop) -> None:
    for process in ("P1", "P3"):
        say(churn, "link", outcome="C1", process=process)
    assert outcome_process(churn).row_check("C1") == "OK", "three processes are no crowd"
    for name in ("Change enablement", "Request fulfilment"):
        say(churn, "link", outcome="C1", process=say(churn, "process", name=name))
    assert outcome_process(churn).row_check("C1") == "Linked to everything"
    say(churn, "process", name="Release coordination")
    assert outcome_process(churn).row_check("C1") == "OK"


def test_metrics_show_the_processes_behind_their_outcomes(churn: Workshop) -> None:
    say(churn, "metric", name="Time to restore", outcomes="C1", timing="lagging")
    say(churn, "metric", name="Known errors", outcomes="C2", processes="P3", timing="leading")
    say(churn, "metric", name="Articles", processes="P1")
    matrix = process_metric(churn)
    assert marks(matrix) == {("P2", "M1"): "T", ("P3", "M2"): "L", ("P1", "M3"): "•"}
    assert [matrix.row_check(ref) for ref in ("P1", "P2", "P3")] == ["OK", "Only looks back", "OK"]
    assert matrix.cells["P3", "M2"].why == "C2 Fewer repeats"


def test_a_process_in_use_without_a_metric_is_said(churn: Workshop) -> None:
    assert process_metric(churn).row_check("P2") == "No metric yet"


@given(st.lists(st.tuples(*[st.integers(1, 4)] * 3, st.booleans()), max_size=12))
def test_cells_agree_with_the_threads(drawn: list[tuple[int, int, int, bool]]) -> None:
    made = shop()
    for n in range(4):
        say(made, "objective", statement=f"Objective {n}")
        say(made, "process", name=f"Process {n}")
    seen = set()
    for objective, other, process, primary in drawn:
        outcome = say(made, "outcome", statement="Result", objectives=f"O{objective},O{other}")
        say(made, "link", outcome=outcome, process=f"P{process}", role="primary" if primary else "supporting")
        seen.add((outcome, f"P{process}"))
    assert set(outcome_process(made).cells) == seen
    crossed = {(t.objective.ref, t.process.ref) for t in threads(made) if t.objective and t.process}
    matrix = objective_process(made)
    assert set(matrix.cells) == crossed
    primary_links = {link.ref for link in made.all(Link) if link.role == "primary"}
    for cell in matrix.cells.values():
        assert (cell.mark == "P") == bool(primary_links.intersection(cell.refs))
