"""What the coach says of a workshop, rule by rule and as the gates of six steps."""

import re
from collections import Counter
from datetime import date
from operator import attrgetter
from pathlib import Path

import pytest
from chance import workshops
from hypothesis import given, settings

from workshop import acts, coach
from workshop.coach import RULES, Finding, Gate, Rule, findings, gates, table
from workshop.coach.rule import EXAMPLE_DAY, SEVERITIES, begun, example
from workshop.draft import Draft
from workshop.state import Workshop

COACH_PAGE = Path(__file__).parents[2] / "docs" / "coach.md"

CHURN = (
    "service name=Sales portal; owner=Head of Sales Systems"
    " | objective statement=Cut churn from 9% to 6% by 2027-12-31; target=6 %; due=2027-12-31; services=S1"
    " | outcome statement=The portal is back in 30 min; objectives=O1; service=S1; target=30 min; due=2027-06-30"
    " | process name=Incident management; owner=Service desk manager"
    " | process name=Knowledge management; owner=Service desk manager"
    " | link outcome=C1; process=P1; reason=It restores service first; role=primary"
    " | link outcome=C1; process=P2; reason=A tested fix saves time; role=supporting"
)
PEOPLE = "person name=Ann; group=business | person name=Bob; group=service owner"


def fired(text: str, *, today: date = EXAMPLE_DAY) -> dict[str, list[str]]:
    """The refs of which each rule speaks, in the workshop of that notation."""
    found: dict[str, list[str]] = {}
    for finding in findings(example(text, today)):
        found.setdefault(finding.rule, []).append(finding.ref)
    return found


def said(rule: str, text: str) -> Finding:
    return next(finding for finding in findings(example(text)) if finding.rule == rule)


def speaks(rule: Rule, text: str) -> list[tuple[str, str, str]]:
    return list(rule.check(example(text)))


@pytest.mark.parametrize("rule", RULES, ids=attrgetter("id"))
def test_a_rule_knows_its_own_example(rule: Rule) -> None:
    assert speaks(rule, rule.bad)
    assert not speaks(rule, rule.good)


@pytest.mark.parametrize("rule", RULES, ids=attrgetter("id"))
def test_a_rule_speaks_briefly_and_names_a_next_step(rule: Rule) -> None:
    shop = example(rule.bad)
    for ref, message, suggestion in rule.check(shop):
        assert ref == "" or shop.get(ref)
        for sentence in (message, suggestion):
            assert sentence[0].isupper() or sentence[0] == "“"
            assert sentence[-1] in ".?…"
            assert len(sentence) <= 120
            assert "\n" not in sentence


def test_rules_are_declared_soundly() -> None:
    assert [id for id, many in Counter(rule.id for rule in RULES).items() if many > 1] == []
    assert [rule.step for rule in RULES] == sorted(rule.step for rule in RULES)
    for rule in RULES:
        assert rule.severity in SEVERITIES
        assert re.fullmatch(r"S([1-9]|[1-5]\d|6[0-3])", rule.part), rule.id
        assert bool(rule.gate) == (rule.severity == "block"), rule.id
        assert rule.doc.endswith("."), rule.id


def test_each_mistake_that_the_article_names_has_its_rule() -> None:
    parts = {rule.part for rule in RULES}
    assert {f"S{n}" for n in range(49, 57)} <= parts
    assert {"S2", "S5", "S8", "S11", "S13", "S16", "S17", "S18", "S21", "S23", "S26", "S27", "S28", "S29", "S32", "S33",
            "S35", "S44", "S46", "S47"} <= parts  # fmt: skip


def test_every_step_has_a_gate() -> None:
    assert {rule.step for rule in RULES if rule.severity == "block"} == {1, 2, 3, 4, 5, 6}


def test_an_empty_workshop_is_nowhere_and_hears_little() -> None:
    shop = Workshop(today=EXAMPLE_DAY)
    assert [(gate.step, gate.done, gate.ready) for gate in gates(shop)] == [(n, 0, False) for n in range(1, 7)]
    assert all(gate.of for gate in gates(shop))
    spoken = Counter(finding.rule for finding in findings(shop))
    assert max(spoken.values()) == 1
    assert {finding.severity for finding in findings(shop)} == {"block"}


def test_a_step_counts_from_its_first_record_on() -> None:
    first = gates(example("objective statement=Cut churn"))[0]
    assert first.done == 1
    assert first.of == 6
    assert not first.ready
    assert {finding.rule for finding in first.open} == {
        "no-service", "no-process", "no-metric-today", "no-owner", "no-pain",
    }  # fmt: skip


def test_a_step_that_has_not_begun_does_not_drown_the_room() -> None:
    many = " | ".join(f"outcome statement=Result {n}; objectives=O1" for n in range(1, 9))
    text = f"objective statement=Cut churn | {many}"
    assert len(fired(text)["group-not-heard"]) == 1
    assert len(fired(f"{text} | verdict on=C1; person=Ann; says=agree")["group-not-heard"]) == 8


def test_findings_come_by_step_then_severity_then_record() -> None:
    shop = example(
        "objective statement=Make it better | objective statement=Make it faster"
        " | process name=Changes; state=manual | outcome statement=Back soon; objectives=O1,O2"
    )
    found = findings(shop)
    assert [f.step for f in found] == sorted(f.step for f in found)
    first = [f for f in found if f.step == 1]
    assert [f.severity for f in first] == sorted((f.severity for f in first), key=SEVERITIES.index)
    warned = [f.ref for f in first if f.severity == "warn"]
    assert list(dict.fromkeys(warned)) == ["O1", "O2", "P1"]
    assert warned == sorted(warned)


def test_findings_follow_a_change() -> None:
    shop = example("objective statement=Cut churn")
    assert any(f.rule == "objective-owner" for f in findings(shop))
    draft = Draft(shop)
    draft.set("O1", "owner", "Chief Customer Officer")
    shop.apply(draft.changes)
    assert not any(f.rule == "objective-owner" for f in findings(shop))


def test_the_rooms_own_words_are_cut_at_a_word() -> None:
    long = "objective statement=Cut the yearly churn of all our trade customers from 9% to 6%"
    message = said("objective-owner", long).message
    assert message == "“Cut the yearly churn of all our trade…” has no owner in the business."


def test_the_criterion_is_named_part_by_part() -> None:
    weak = "objective statement=Cut churn | outcome statement=Faster incident resolution; objectives=O1"
    assert "service, target value or date" in said("outcome-criterion", weak).message
    assert "no date." in said("outcome-criterion", f"{CHURN} | C1 due=").message


def test_what_a_field_says_already_is_not_asked_again() -> None:
    served = "service name=Sales portal | objective statement=Improve service"
    assert "which service" in said("vague-objective", served).suggestion.lower()
    known = said("vague-objective", f"{served}; services=S1; target=6 %").suggestion.lower()
    assert "which service" not in known
    assert "by when" in known
    outcome = f"{served} | outcome statement=Faster incident resolution; objectives=O1; service=S1; due=2027-06-30"
    assert said("outcome-criterion", outcome).suggestion == "Press Enter on C1: to which value?"


def test_a_parked_objective_is_left_alone() -> None:
    text = (
        "objective statement=Cut churn; state=parked; parked_because=Later | outcome statement=Back soon; objectives=O1"
    )
    assert not {"objective-owner", "outcome-criterion", "outcome-no-process"} & fired(text).keys()


def test_a_metric_that_names_no_process_watches_all_of_its_outcome() -> None:
    assert fired(CHURN)["thread-no-metric"] == ["L1", "L2"]
    assert fired(f"{CHURN} | metric name=Restore; outcomes=C1; processes=P1")["thread-no-metric"] == ["L2"]
    assert "thread-no-metric" not in fired(f"{CHURN} | metric name=Restore; outcomes=C1")


def test_a_service_can_be_the_pilot() -> None:
    chosen = f"{CHURN} | workshop pilot=S1"
    assert not {"no-pilot", "pilot-not-eligible", "pilot-no-outcome"} & fired(chosen).keys()
    assert fired("service name=Wiki | workshop pilot=S1")["pilot-not-eligible"] == ["S1"]


def test_an_unknown_with_an_owner_and_a_date_stands_for_a_value() -> None:
    assert "outcome-baseline" in fired(CHURN)
    found = fired(f"{CHURN} | note on=C1; what=unknown; text=How long today?; owner=Ann; due=2026-12-01")
    assert not {"outcome-baseline", "unknown-unowned"} & found.keys()


def test_a_private_unknown_keeps_its_words() -> None:
    finding = said("unknown-unowned", "note what=unknown; text=Will the CIO leave?; private=yes")
    assert "CIO" not in finding.message + finding.suggestion


def test_compliance_asks_for_what_is_missing_by_practice_or_by_name() -> None:
    base = (
        "objective statement=Pass the audit; category=compliance"
        " | outcome statement=Every change can be traced; objectives=O1"
        " | process name=Weekly board; practice=change-enablement | link outcome=C1; process=P1"
    )
    assert "no configuration management" in said("compliance-links", base).message
    named = f"{base} | process name=Asset and Configuration | link outcome=C1; process=P2"
    assert "compliance-links" not in fired(named)


def test_a_big_map_says_what_to_cut_first() -> None:
    many = " | ".join(f"process name=Process {n}" for n in range(3, 16))
    links = " | ".join(f"link outcome=C1; process=P{n}; role=supporting" for n in range(3, 14))
    text = f"{CHURN} | {many} | {links} | metric name=Restore; outcomes=C1; processes=P1,P2,P3 | workshop pilot=O1"
    finding = said("map-too-big", text)
    assert "13 links" in finding.message
    assert "L3 (P3 on C1), L4 (P4 on C1) and L5 (P5 on C1); they only help" in finding.suggestion


def test_a_signature_lapses_for_its_thread_alone() -> None:
    text = (
        f"{PEOPLE} | {CHURN} | outcome statement=Fewer repeats; objectives=O1"
        " | verdict on=C1; person=H1; says=agree | verdict on=C2; person=H1; says=agree"
    )
    reworded = f"{text} | C1 target=20 min"
    assert "signature-lapsed" not in fired(text)
    assert fired(reworded)["signature-lapsed"] == ["C1"]
    assert "business" in said("group-not-heard", reworded).message


def test_a_concern_is_answered_by_an_action_anywhere_on_the_thread() -> None:
    text = (
        f"{PEOPLE} | {CHURN} | metric name=Restore; outcomes=C1"
        " | verdict on=C1; person=H1; says=concern; words=Who is there at night?"
    )
    assert fired(text)["concern-unanswered"] == ["V1"]
    for why in ("C1", "L1", "M1", "V1"):
        assert "concern-unanswered" not in fired(f"{text} | action what=Name a night team; why={why}")
    assert "concern-unanswered" in fired(f"{text} | action what=Wait; why=C1; status=dropped")


def test_the_owner_by_name_and_by_ref_is_the_same_person() -> None:
    text = f"{PEOPLE} | {CHURN} | C1 owner=Bob; explained_by=H2; explained=passed"
    assert fired(text)["explained-by-owner"] == ["C1"]


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ((), "Nobody is accountable"),
        (("A", "A"), "More than one"),
        (("A", "C"), "Nobody is responsible"),
        (("A", "A/R"), "More than one"),
        (("A/R",), ""),
        (("A", "R", "I"), ""),
    ],
)
def test_each_activity_has_one_accountable_and_somebody_responsible(letters: tuple[str, ...], words: str) -> None:
    given_ = "".join(f" | raci activity=A1; who=Role {n}; letter={x}" for n, x in enumerate(letters))
    found = [f.message for f in findings(example(f"activity name=Restore{given_}")) if f.rule == "raci-letters"]
    assert bool(found) == bool(words)
    assert all(message.startswith(words) for message in found)


def test_a_retired_metric_is_no_longer_chased() -> None:
    behind = (
        f"{CHURN} | metric name=Restore; outcomes=C1; baseline=90; target=30"
        " | reading metric=M1; on=2026-10-20; value=89 | reading metric=M1; on=2026-11-20; value=88"
    )
    assert fired(behind)["behind-no-action"] == ["M1"]
    assert "behind-no-action" not in fired(f"{behind} | ruling on=M1; says=retire; reason=Nobody reads it")


def test_a_long_unit_makes_no_long_message() -> None:
    unit = "orders that were written down twice, once on paper and once more"
    shop = example(f"objective statement=Cut them from 9 to 6; target=1200; unit={unit}")
    (finding,) = (finding for finding in findings(shop) if finding.rule == "sentence-and-fields")
    assert finding.message.endswith("its field Target says 1200.")


@pytest.mark.parametrize(
    ("said", "counts"),
    [("Close more tickets", True), ("Tickets processed within a day", True), ("We resolve every ticket on time", True),
     ("All business cases are completed", False), ("Halve the tickets that repeat faults cause", False)],
)  # fmt: skip
def test_tickets_that_are_closed_are_no_aim(said: str, counts: bool) -> None:
    found = {finding.rule for finding in findings(example(f"objective statement={said}"))}
    assert ("closed-work-as-objective" in found) is counts


def test_the_manual_page_is_fresh() -> None:
    assert COACH_PAGE.read_text(encoding="utf-8") == table()


@settings(max_examples=40, deadline=None)
@given(workshops())
def test_the_coach_never_stumbles_and_its_sums_agree(shop: Workshop) -> None:
    found = findings(shop)
    for finding in found:
        assert finding.ref == "" or shop.get(finding.ref)
        assert len(finding.message) <= 125
    assert [gate.step for gate in gates(shop)] == [1, 2, 3, 4, 5, 6]
    for gate in gates(shop):
        _holds(gate, begun(shop, gate.step), found)


def _holds(gate: Gate, started: bool, found: list[Finding]) -> None:
    blocks = [finding for finding in found if (finding.step, finding.severity) == (gate.step, "block")]
    unmet = len({finding.rule for finding in blocks})
    assert gate.of == sum(rule.step == gate.step and rule.severity == "block" for rule in RULES)
    assert gate.done == (gate.of - unmet if started else 0)
    assert gate.ready == (started and not blocks)
    assert sorted(gate.open, key=repr) == sorted(blocks, key=repr)


def test_a_note_that_the_room_sets_aside_is_silent_with_its_reason_and_its_gate_holds() -> None:
    made = example("objective statement=Cut churn from 9% to 6% by 2027-12-31", EXAMPLE_DAY)
    before = coach.gates(made)[0]
    assert "no-pain" in {finding.rule for finding in coach.findings(made)}
    draft = Draft(made)
    acts.dismiss(draft, "no-pain", "", "Asked; nothing hurts yet")
    made.apply(draft.changes)
    assert "no-pain" not in {finding.rule for finding in coach.findings(made)}
    assert coach.gates(made)[0].done == before.done + 1
    assert [(finding.rule, aside.reason) for finding, aside in coach.dismissed(made)] == [
        ("no-pain", "Asked; nothing hurts yet")
    ]
    made.apply(each.undone() for each in reversed(draft.changes))
    assert "no-pain" in {finding.rule for finding in coach.findings(made)}
