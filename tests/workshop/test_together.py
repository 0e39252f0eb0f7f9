"""Several plans are one act: each sees what those before it made, and all of it is taken back at once."""

import pytest
from making import picture, say, shop

from store.catalogues import catalogue
from workshop import acts, suggest
from workshop.declare import KINDS
from workshop.draft import Draft
from workshop.errors import Refused
from workshop.plans.together import together
from workshop.records import Link
from workshop.state import Workshop


@pytest.fixture
def portal() -> Workshop:
    made = shop()
    say(made, "service", name="Sales portal")
    say(made, "objective", statement="Cut churn from 9% to 6% by 31 Dec 2027", category="customer satisfaction",
        services="S1")  # fmt: skip
    say(made, "outcome", statement="The sales portal is back within 30 minutes", objectives="O1", service="S1")
    return made


def test_each_plan_sees_what_those_before_it_made(portal: Workshop) -> None:
    draft = Draft(portal)
    say_process = [lambda draft, name=name: acts.capture(draft, KINDS["process"], name) for name in ("One", "Two")]
    links = [lambda draft, ref=ref: acts.connect(draft, "C1", ref) for ref in ("P1", "P2")]
    assert together(draft, [*say_process, *links]) == ["P1", "P2", "L1", "L2"]
    before = picture(portal)
    portal.apply(draft.changes)
    assert [link.role for link in portal.all(Link)] == ["primary", "supporting"], "only the first one carries it"
    portal.apply(change.undone() for change in reversed(draft.changes))
    assert picture(portal) == before


def test_what_one_plan_refuses_leaves_the_workshop_alone(portal: Workshop) -> None:
    before = picture(portal)
    with pytest.raises(Refused):
        together(Draft(portal), [lambda draft: acts.capture(draft, KINDS["process"], "One"),
                                 lambda draft: acts.connect(draft, "S1", "W1")])  # fmt: skip
    assert picture(portal) == before


@pytest.mark.parametrize("ref", ["O1", "C1"])
def test_all_that_is_suggested_can_be_taken_together(portal: Workshop, ref: str) -> None:
    found = suggest.for_record(portal, catalogue(), ref)
    assert len(found) > 2
    draft = Draft(portal)
    together(draft, [one.plan for one in found])
    portal.apply(draft.changes)
    assert not {one.title for one in found} & {one.title for one in suggest.for_record(portal, catalogue(), ref)}
