"""Expanding after the pilot: what counts as proof, what is refused, what stays."""

from __future__ import annotations

import pytest
from making import put, say, shop

from workshop.draft import Draft
from workshop.errors import WorkshopError
from workshop.expanding import candidates, expand, proof, told
from workshop.state import Workshop


def _piloted() -> Workshop:
    """A pilot with one outcome and one metric, 90 to 30 minutes, and a second objective."""
    made = shop(facilitator="Kim Vale")
    say(made, "service", name="Portal")
    say(made, "person", name="Ana Ruiz")
    say(made, "process", name="Incident management", owner="H1")
    say(made, "term", term="restored", definition="A customer can order again")
    say(made, "objective", statement="Cut churn from 9% to 6%", services="S1", state="candidate")
    say(made, "objective", statement="Cut cost from 9 to 6 million", state="parked", parked_because="too early")
    say(made, "outcome", statement="The portal is back in 30 minutes", objectives="O1", service="S1")
    say(made, "link", outcome="C1", process="P1", reason="Restores it")
    say(made, "metric", name="Time to restore", outcomes="C1", baseline="90", target="30", unit="minutes")
    put(made, "O1", state="pilot")
    put(made, "W1", pilot="O1", sponsor="H1")
    return made


def _expand(made: Workshop, ref: str) -> list[str]:
    draft = Draft(made)
    done = expand(draft, ref)
    made.apply(draft.changes)
    return told(done)


def test_a_figure_halfway_to_its_target_proves_the_pilot_and_the_tool_says_which() -> None:
    made = _piloted()
    say(made, "reading", metric="M1", on="2026-11-02", value="58")
    before = {kind: list(made.of(kind)) for kind in ("service", "process", "person", "term", "outcome", "link")}
    lines = _expand(made, "O2")
    assert made.about.pilot == "O2"
    assert [record.values()["state"] for record in made.of("objective")] == ["proved", "pilot"]
    assert made.find("O2").values()["parked_because"] == ""
    assert before == {kind: list(made.of(kind)) for kind in before}
    assert lines[0] == "O2 is the pilot now; O1 is proved by:"
    assert "M1 Time to restore: 58 minutes, from 90; target 30 (on the way)" in lines[1]
    assert "1 service, 1 process, 1 person" in lines[-1] and "Ana Ruiz still stands behind" in lines[-1]
    (note,) = made.of("note")
    assert note.values()["on"] == "O1" and "58 minutes" in note.words


@pytest.mark.parametrize(
    ("reading", "missing"),
    [("", "M1 has no reading"), ("80", "less than half the way")],
)
def test_where_nothing_moved_it_says_what_is_missing(reading: str, missing: str) -> None:
    made = _piloted()
    if reading:
        say(made, "reading", metric="M1", on="2026-11-02", value=reading)
    with pytest.raises(WorkshopError, match=missing):
        _expand(made, "O2")
    put(made, "O1", state="proved")
    assert _expand(made, "O2")[0].endswith("as the room said."), "the room's own word is enough"


def test_a_metric_that_moved_without_its_outcome_proves_nothing() -> None:
    made = _piloted()
    say(made, "reading", metric="M1", on="2026-11-02", value="30")
    put(made, "L1", assumption="Somebody is awake", held="failed")
    with pytest.raises(WorkshopError, match="M1 moved, the outcome did not"):
        _expand(made, "O2")


def test_what_warns_early_proves_only_where_nothing_else_is_there() -> None:
    made = _piloted()
    say(made, "metric", name="Open causes", outcomes="C1", baseline="9", target="1", timing="leading")
    say(made, "reading", metric="M2", on="2026-11-02", value="1")
    assert not proof(made).holds
    say(made, "ruling", on="M1", review="2026-11-03", says="retire", reason="Nobody looks")
    assert proof(made).holds


def test_a_retired_outcome_is_no_longer_asked_for() -> None:
    made = _piloted()
    say(made, "outcome", statement="Fewer repeats", objectives="O1")
    say(made, "reading", metric="M1", on="2026-11-02", value="30")
    assert proof(made).missing == ["C2: no metric shows it"]
    say(made, "ruling", on="C2", review="2026-11-03", says="retire", reason="Not ours")
    assert proof(made).missing == []


def test_a_pilot_service_is_proved_with_the_objectives_that_depend_on_it() -> None:
    made = _piloted()
    put(made, "W1", pilot="S1")
    say(made, "reading", metric="M1", on="2026-11-02", value="30")
    _expand(made, "O2")
    assert made.about.pilot == "O2" and made.find("O1").values()["state"] == "proved"


@pytest.mark.parametrize(("ref", "why"), [("O1", "pilot already"), ("C1", "no objective"), ("O9", "no “O9”")])
def test_what_cannot_come_next(ref: str, why: str) -> None:
    made = _piloted()
    say(made, "reading", metric="M1", on="2026-11-02", value="30")
    with pytest.raises(WorkshopError, match=why):
        _expand(made, ref)


def test_without_a_pilot_nothing_is_proved() -> None:
    made = _piloted()
    put(made, "W1", pilot="")
    with pytest.raises(WorkshopError, match="no pilot is chosen"):
        _expand(made, "O2")
    assert [objective.ref for objective in candidates(made)] == ["O1", "O2"]
