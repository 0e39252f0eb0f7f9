"""What is worked out of a workshop is kept while it holds, and never a change longer."""

import pkgutil
from importlib import import_module

from chance import changes, workshops
from hypothesis import given, settings
from hypothesis import strategies as st
from making import put, say, shop

import workshop
from workshop.coach import RULES
from workshop.declare import Record
from workshop.draft import Draft
from workshop.records import Metric, Objective
from workshop.state import Workshop, derived

_MODULES = [
    import_module(found.name)
    for found in pkgutil.walk_packages(workshop.__path__, "workshop.")
    if not found.name.endswith("__main__")
]
_KEPT = derived(lambda shop: None).__code__  # type: ignore[attr-defined]
WORKS = [
    *dict.fromkeys(
        work for module in _MODULES for work in vars(module).values() if getattr(work, "__code__", None) is _KEPT
    ),
    *(rule.said for rule in RULES),
]
"""Everything in the package that is worked out and kept."""


def told(value: object) -> object:
    """The value as it can be compared: a dict as its pairs in their order, an index by its class alone."""
    if isinstance(value, dict):
        return [(key, told(held)) for key, held in value.items()]
    without_equality = type(value).__eq__ is object.__eq__ and not isinstance(value, Record)
    return type(value) if without_equality else value


def test_everything_that_is_kept_is_tried_here() -> None:
    assert {work.__name__ for work in WORKS} >= {"threads", "trends", "standings", "ranking", "findings", "gates"}
    assert len(WORKS) > len(RULES) + 40


@settings(max_examples=60, deadline=None)
@given(workshops(), st.data())
def test_after_any_changes_what_is_kept_is_what_a_fresh_look_finds(made: Workshop, data: st.DataObject) -> None:
    for work in WORKS:
        work(made)
    for _ in range(data.draw(st.integers(1, 6))):
        done = data.draw(changes(made))
        made.apply(done)
        for work in data.draw(st.lists(st.sampled_from(WORKS), max_size=3)):
            work(made)
        if data.draw(st.booleans()):
            made.apply(each.undone() for each in reversed(done))
    fresh = Workshop(lambda kind: made.of(kind.name), today=made.today)
    for work in WORKS:
        assert told(work(made)) == told(work(fresh)), work.__name__


def test_work_is_done_again_only_after_a_change_to_what_it_was_made_from() -> None:
    done = []

    @derived
    def wanted(made: Workshop) -> list[str]:
        done.append("wanted")
        return [objective.ref for objective in made.all(Objective) if objective.state != "parked"]

    @derived
    def counted(made: Workshop) -> int:
        done.append("counted")
        return len(wanted(made)) + len(made.all(Metric))

    made = shop()
    objective = say(made, "objective", statement="Cut churn")
    for change, expected in [
        (lambda: None, ["counted", "wanted"]),
        (lambda: say(made, "service", name="Portal"), []),
        (lambda: put(made, objective, due="2027-06-30"), ["wanted"]),
        (lambda: say(made, "metric", name="Outages"), ["counted"]),
        (lambda: put(made, objective, state="parked"), ["wanted", "counted"]),
    ]:
        change()
        done.clear()
        counted(made)
        assert done == expected
    assert counted(made) == 1


def test_a_dict_in_another_order_is_another() -> None:
    @derived
    def parked(made: Workshop) -> dict[str, bool]:
        return {objective.ref: objective.state == "parked" for objective in made.all(Objective)}

    @derived
    def refs(made: Workshop) -> list[str]:
        return list(parked(made))

    made = shop()
    for statement in ("Cut churn", "Enter Spain"):
        say(made, "objective", statement=statement)
    assert refs(made) == ["O1", "O2"]
    draft = Draft(made)
    draft.move("O1", 1)
    made.apply(draft.changes)
    assert refs(made) == ["O2", "O1"]
