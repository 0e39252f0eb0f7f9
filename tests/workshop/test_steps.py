"""The six steps as the room meets them."""

import re

from workshop.steps import STEPS


def test_six_steps_in_their_order() -> None:
    assert [step.number for step in STEPS] == [1, 2, 3, 4, 5, 6]
    assert [step.name for step in STEPS] == [
        "Baseline", "Select", "Map", "Validate", "Operationalize", "Review",
    ]  # fmt: skip
    assert [step.key for step in STEPS] == [step.name.lower() for step in STEPS]


def test_a_workshop_fits_in_two_and_a_half_hours() -> None:
    assert sum(step.minutes for step in STEPS) == 150
    assert all(step.minutes >= 10 for step in STEPS)


def test_questions_can_be_asked_aloud() -> None:
    for step in STEPS:
        assert step.questions
        for question in step.questions:
            assert question.endswith("?")
            assert len(question) <= 100, question


def test_each_step_asks_what_the_method_asks() -> None:
    asked = {step.key: " ".join(step.questions).lower() for step in STEPS}
    wanted = {
        "baseline": ["matter most", "services carry", "processes do we have", "do their job", "by hand"],
        "select": ["hard does it hit", "executive"],
        "map": ["customers notice", "which process", "by when"],
        "validate": ["what result", "must the service", "move the number"],
        "operationalize": ["urgent fix", "two units", "keeps coming back"],
        "review": ["keep it, refine it or retire", "look again"],
    }
    for key, signs in wanted.items():
        for sign in signs:
            assert sign in asked[key], (key, sign)


def test_purpose_is_one_sentence() -> None:
    for step in STEPS:
        assert len(re.findall(r"[.!?](?:\s|$)", step.purpose)) == 1, step.purpose
        assert step.produces
