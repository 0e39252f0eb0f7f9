"""The agenda: what is left, what is to come, how far a session is off its plan."""

from __future__ import annotations

import pytest

from workshop.agenda import MINUTE, Agenda, minutes
from workshop.errors import NotUnderstood
from workshop.steps import STEPS


def after(**used: float) -> Agenda:
    """The agenda with so many minutes used, by `s1` to `s6`; every step has twenty."""
    agenda = Agenda()
    for step in STEPS:
        agenda.minutes[step.number] = 20
        agenda.used[step.number] = used.get(f"s{step.number}", 0) * MINUTE
    return agenda


def test_it_begins_with_what_the_method_suggests() -> None:
    assert list(Agenda().minutes.values()) == [step.minutes for step in STEPS]


@pytest.mark.parametrize(
    ("agenda", "here", "to_come", "late"),
    [
        (after(), 1, 120, 0),
        (after(s1=20), 1, 100, 0),
        (after(s1=25), 1, 100, 5),
        (after(s1=15, s2=3), 2, 97, -5),  # five minutes were won
        (after(s1=25, s2=15, s3=1), 3, 79, 0),  # lost and won again
        (after(s1=20, s2=10), 6, 90, 0),  # a look at the last step passes nothing over
        (after(s4=10), 4, 50, 0),  # a session that begins later on
        (after(s1=10, s3=5), 1, 75, -10),  # back at a step that was left: what it had is used again
        (after(s1=0.5, s2=2), 2, 98, 0),
    ],
)
def test_the_rest_and_how_far_it_is_off(agenda: Agenda, here: int, to_come: int, late: int) -> None:
    assert (agenda.to_come(here) / MINUTE, agenda.late(here) / MINUTE) == (to_come, late)


def test_a_pause_that_nobody_planned_makes_it_late() -> None:
    agenda = after(s1=15, s2=3)
    agenda.idle = 8 * MINUTE
    assert agenda.late(2) == 3 * MINUTE


def test_minutes_stay_between_none_and_the_longest() -> None:
    agenda = Agenda()
    agenda.plan(1, -5)
    agenda.plan(2, 9999)
    assert (agenda.minutes[1], agenda.minutes[2]) == (0, 600)


@pytest.mark.parametrize(("said", "means"), [("15", 15), (" 0 ", 0), ("90 min", 90), ("007", 7)])
def test_minutes_are_read(said: str, means: int) -> None:
    assert minutes(said) == means


@pytest.mark.parametrize("said", ["", "-5", "1.5", "an hour", "601", "9" * 5000, "²", "٣"])
def test_what_is_no_number_of_minutes_says_so(said: str) -> None:
    with pytest.raises(NotUnderstood, match="0 to 600"):
        minutes(said)
