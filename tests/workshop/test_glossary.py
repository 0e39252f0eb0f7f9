"""One word for one thing: what was dropped is heard wherever it is typed, and said as the room says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import put, say, shop

from workshop.coach import findings
from workshop.draft import Draft
from workshop.glossary import glossary, mend, uses
from workshop.records import Term
from workshop.state import Workshop


@pytest.fixture
def room() -> Workshop:
    """A room that settled five words."""
    made = shop()
    say(made, "term", term="Incident", instead_of="ticket, Trouble case")
    say(made, "term", term="Trade customer", instead_of="customer, end user")
    say(made, "term", term="Metric", instead_of="KPI")
    say(made, "term", term="Way back", instead_of="rollback")
    say(made, "term", term="SLA", instead_of="service contract")
    return made


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Close 90% of tickets", "Close 90% of incidents"),
        ("Tickets wait", "Incidents wait"),
        ("TICKETS WAIT", "INCIDENTS WAIT"),
        ("a ticket for every end-user", "an incident for every trade customer"),
        ("the ticket's owner", "the incident's owner"),
        ("trouble cases of a customer", "incidents of a trade customer"),
        ("trade customers and customers", "trade customers and trade customers"),
        ("Fewer KPIs", "Fewer metrics"),
        ("KPI: none", "Metric: none"),
        ("each rollback; rollbacks", "each way back; ways back"),
        ("a service contract", "an SLA"),
        ("ticketing, tickets.xlsx and ticket@desk.org", "ticketing, tickets.xlsx and ticket@desk.org"),
        ("the end of user trouble", "the end of user trouble"),
    ],
)
def test_a_dropped_word_is_said_as_the_room_says_it(room: Workshop, said: str, meant: str) -> None:
    assert glossary(room).mended(said) == meant


def test_a_term_typed_in_the_plural_holds_for_both_numbers() -> None:
    made = shop()
    say(made, "term", term="Enquiries", instead_of="tickets")
    assert glossary(made).mended("a ticket, two tickets") == "an enquiry, two enquiries"


def test_a_word_dropped_for_two_others_is_left_to_the_room() -> None:
    made = shop()
    say(made, "term", term="Incident", instead_of="ticket")
    say(made, "term", term="Request", instead_of="ticket")
    (use,) = glossary(made).uses("one ticket")
    assert use.words == ("incident", "request")
    assert glossary(made).mended("one ticket") == "one ticket"


def test_a_word_that_is_settled_itself_is_nobody_s_to_drop() -> None:
    made = shop()
    say(made, "term", term="Outage")
    say(made, "term", term="Incident", instead_of="outage")
    assert not glossary(made).uses("an outage")


def test_every_record_that_uses_it_is_named(room: Workshop) -> None:
    say(room, "objective", statement="Halve the tickets by 2027", worth="One ticket costs 40 EUR")
    say(room, "outcome", statement="It is back in 30 minutes")
    say(room, "process", name="Ticket handling")
    say(room, "link", outcome="C1", process="P1", reason="Each ticket is sorted first")
    say(room, "action", what="Sort the tickets")
    say(room, "decision", name="Which ticket comes first?")
    say(room, "note", text="Tickets are lost")
    assert set(uses(room)) == {"O1", "P1", "L1", "X1", "D1", "N1"}
    found = {f.ref: f.message for f in findings(room) if f.rule == "dropped-word"}
    assert found["O1"] == "O1 says “tickets”; the room says “incidents” (and 1 more)."
    assert found["P1"] == "P1 says “Ticket”; the room says “Incident”."
    put(room, "T1", instead_of="")
    assert not uses(room)


def test_what_somebody_else_said_or_what_is_private_stays_as_it_is(room: Workshop) -> None:
    say(room, "objective", statement="Halve the tickets", said="Fewer tickets", source_ref="Ticket plan, p. 4")
    say(room, "outcome", statement="Tickets are over sooner", objectives="O1")
    say(room, "person", name="Ana Ticket", role="Head of Customer Service")
    say(room, "verdict", on="C1", person="H1", says="agree", words="My tickets!", wording="Tickets are over sooner")
    say(room, "note", text="The ticket boss leaves", private="yes")
    assert set(uses(room)) == {"O1", "C1"}
    before = [record.values() for record in room.all(Term)]
    draft = Draft(room)
    for ref in ("O1", "H1", "V1", "N1", "T1"):
        mend(draft, ref)
    assert [(c.ref, c.field, c.new) for c in draft.changes] == [("O1", "statement", "Halve the incidents")]
    room.apply(draft.changes)
    assert [record.values() for record in room.all(Term)] == before


def test_the_first_wording_of_an_objective_is_kept_when_it_is_reworded(room: Workshop) -> None:
    say(room, "objective", statement="Halve the tickets")
    draft = Draft(room)
    mend(draft, "O1")
    room.apply(draft.changes)
    assert room.find("O1").values()["said"] == "Halve the tickets"
    assert not uses(room)


@given(st.text(max_size=60), st.lists(st.text(max_size=12), max_size=4))
def test_what_was_put_right_needs_no_more_and_nothing_else_changes(text: str, dropped: list[str]) -> None:
    made = shop()
    draft = Draft(made)
    draft.add(Term.kind, {"term": "Word", "instead_of": ", ".join(dropped)})
    made.apply(draft.changes)
    book = glossary(made)
    mended = book.mended(text)
    assert not [use for use in book.uses(mended) if len(use.words) == 1]
    assert book.uses(text) or mended == text
