"""What a sentence already says fills the fields that are still empty, and no other."""

from __future__ import annotations

from making import put, say, shop

from workshop.draft import Draft
from workshop.plans import filling

CHURN = "Cut customer churn from 9% to 6% by 31 December 2027"


def test_from_to_and_by_when_are_taken_from_the_sentence() -> None:
    made = shop()
    ref = say(made, "objective", statement=CHURN)
    draft = Draft(made)
    filling.fill(draft, ref)
    made.apply(draft.changes)
    held = made.find(ref).values()
    assert (held["baseline"], held["target"], held["due"]) == ("9%", "6%", "2027-12-31")
    assert filling.offered(made, ref) == {}


def test_what_was_answered_stays() -> None:
    made = shop()
    ref = say(made, "objective", statement=CHURN)
    put(made, ref, target="5 %")
    assert "target" not in filling.offered(made, ref)
    assert "today 9%" in filling.told(made, ref) and "31 Dec 2027" in filling.told(made, ref)


def test_a_wish_and_other_kinds_offer_nothing() -> None:
    made = shop()
    wish, service = say(made, "objective", statement="Improve service"), say(made, "service", name="Portal by 2027")
    assert filling.offered(made, wish) == {} and filling.told(made, service) == ""
