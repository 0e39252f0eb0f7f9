"""What one act changes can be taken back; removing takes what hangs on it along, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import picture, say, shop

from workshop import acts
from workshop.declare import KINDS, Field, Value
from workshop.draft import Draft
from workshop.errors import NoSuchRecord, NotUnderstood, Refused
from workshop.state import Workshop, kind_named


def full() -> Workshop:
    """One small workshop in which every kind refers to others."""
    made = shop()
    for kind, said in [
        ("person", {"name": "Ann Lee", "group": "business"}),
        ("person", {"name": "Bo Chen"}),
        ("service", {"name": "Portal", "owner": "H1"}),
        ("objective", {"statement": "Cut churn", "owner": "H1", "services": "S1", "heard": "H1,H2"}),
        ("objective", {"statement": "Pass the audit", "serves": "O1"}),
        ("process", {"name": "Incident management", "owner": "Desk lead"}),
        ("process", {"name": "Problem management"}),
        ("outcome", {"statement": "Back in 30 minutes", "objectives": "O1,O2", "service": "S1"}),
        ("link", {"outcome": "C1", "process": "P1", "reason": "it restores"}),
        ("link", {"outcome": "C1", "process": "P2"}),
        ("metric", {"name": "Time to restore", "outcomes": "C1", "processes": "P1,P2"}),
        ("score", {"objective": "O1", "person": "H1", "criterion": "impact", "value": "4"}),
        ("score", {"objective": "O1", "criterion": "impact", "value": "5"}),
        ("note", {"on": "P1", "what": "pain", "text": "Too slow"}),
        ("verdict", {"on": "L1", "person": "H2", "says": "agree"}),
        ("activity", {"name": "Restore", "process": "P1"}),
        ("raci", {"activity": "A1", "who": "H1", "letter": "A"}),
        ("reading", {"metric": "M1", "on": "2026-10-01", "value": "80 min"}),
        ("ruling", {"on": "M1", "says": "keep", "review": "2026-11-01"}),
        ("action", {"what": "Call", "why": "L2", "owner": "H2"}),
    ]:
        say(made, kind, **said)
    draft = Draft(made)
    draft.set("W1", "pilot", "O1")
    made.apply(draft.changes)
    return made


def undone(made: Workshop, draft: Draft) -> None:
    made.apply(change.undone() for change in reversed(draft.changes))


REFS = sorted(picture(full()))


def _value(spec: Field, made: Workshop, data: st.DataObject) -> Value:
    if spec.type == "count":
        return data.draw(st.one_of(st.none(), st.integers(*(spec.span or (0, 9)))))
    refs = [record.ref for kind in spec.to or ("process",) for record in made.of(kind)]
    if spec.type == "refs":
        return tuple(data.draw(st.lists(st.sampled_from(refs), unique=True)))
    if spec.type == "ref":
        return data.draw(st.sampled_from(["", *refs]))
    return data.draw(st.sampled_from(["", "H1", "30 min", "2027-01-01", "agree"]))


@given(st.data())
def test_any_act_taken_back_leaves_the_workshop_as_it_was(data: st.DataObject) -> None:
    made = full()
    before, draft = picture(made), Draft(made)
    for _ in range(data.draw(st.integers(1, 8))):
        act = data.draw(st.sampled_from(["remove", "set", "move", "add"]))
        ref = data.draw(st.sampled_from([ref for ref in REFS if draft.known(ref) and ref != "W1"]))
        if act == "remove":
            draft.remove(ref)
        elif act == "move":
            draft.move(ref, data.draw(st.integers(-3, 3)))
        elif act == "add":
            draft.say(kind_named("outcome"), {"statement": "Another", "objectives": "", "service": ""})
        else:
            spec = data.draw(st.sampled_from(list(made.find(ref).kind.fields)))
            if spec.name not in made.find(ref).kind.key:
                draft.set(ref, spec.name, _value(spec, made, data))
    made.apply(draft.changes)
    undone(made, draft)
    assert picture(made) == before


@given(st.lists(st.sampled_from(REFS).filter(lambda ref: ref != "W1"), min_size=1, unique=True))
def test_nothing_refers_to_what_was_removed(refs: list[str]) -> None:
    made = full()
    draft = Draft(made)
    for ref in refs:
        if draft.known(ref):
            draft.remove(ref)
    made.apply(draft.changes)
    for record in made:
        for spec in record.kind.fields:
            held = getattr(record, spec.name)
            named = held if isinstance(held, tuple) else (held,) if spec.type == "ref" and held else ()
            assert all(made.get(ref) for ref in named), (record.ref, spec.name, held)


def test_removing_an_outcome_takes_its_links_and_their_verdicts_along() -> None:
    made = full()
    draft = Draft(made)
    draft.remove("C1")
    made.apply(draft.changes)
    assert made.of("link") == made.of("verdict") == []
    assert made.find("M1").values()["outcomes"] == ()
    assert made.find("X1").values()["why"] == ""
    undone(made, draft)
    assert picture(made)["L1"]["reason"] == "it restores"
    assert picture(made)["V1"]["says"] == "agree"


def test_a_person_who_goes_leaves_the_name_behind() -> None:
    made = full()
    draft = Draft(made)
    draft.remove("H1")
    made.apply(draft.changes)
    assert made.find("S1").values()["owner"] == "Ann Lee"
    assert made.find("O1").values()["heard"] == ("H2",)
    assert [score.ref for score in made.of("score")] == ["O1/-/impact"]


def test_a_number_is_never_given_out_again() -> None:
    made = full()
    draft = Draft(made)
    draft.remove("O2")
    made.apply(draft.changes)
    undone(made, draft)
    made.apply(draft.changes)
    assert say(made, "objective", statement="Third") == "O3"


def test_a_new_record_needs_its_words() -> None:
    with pytest.raises(NotUnderstood, match="needs its statement"):
        Draft(shop()).add(KINDS["objective"], {"statement": ""})


def test_records_of_one_draft_may_name_each_other() -> None:
    made = shop()
    draft = Draft(made)
    objective = draft.say(kind_named("objective"), {"statement": "Cut churn"})
    draft.say(kind_named("outcome"), {"statement": "Back sooner", "objectives": objective})
    with pytest.raises(NoSuchRecord):
        draft.say(kind_named("outcome"), {"statement": "Back sooner", "objectives": "O2"})
    made.apply(draft.changes)
    assert made.find("C1").values()["objectives"] == ("O1",)


def test_a_cell_added_again_is_set() -> None:
    made = full()
    assert say(made, "score", objective="O1", criterion="impact", value="2") == "O1/-/impact"
    assert made.find("O1/-/impact").values()["value"] == 2
    assert len(made.of("score")) == 2


def test_setting_what_is_held_already_changes_nothing() -> None:
    draft = Draft(full())
    draft.set("O1", "statement", "Cut churn")
    draft.move("O1", 0)
    assert draft.changes == []


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-5, 5)), max_size=12))
def test_moving_reorders_like_a_list(moves: list[tuple[int, int]]) -> None:
    made = shop()
    order = [say(made, "service", name=f"Service {n}") for n in range(5)]
    for at, by in moves:
        ref = made.of("service")[at].ref
        draft = Draft(made)
        draft.move(ref, by)
        made.apply(draft.changes)
        to = max(0, min(4, order.index(ref) + by))
        order.remove(ref)
        order.insert(to, ref)
        assert [record.ref for record in made.of("service")] == order


def test_moving_never_gets_stuck() -> None:
    made = shop()
    for n in range(3):
        say(made, "service", name=f"Service {n}")
    for _ in range(150):
        last = made.of("service")[-1].ref
        draft = Draft(made)
        draft.move(last, -1)
        made.apply(draft.changes)
        assert made.of("service")[1].ref == last


def test_a_change_to_what_is_gone_is_refused() -> None:
    made = full()
    late, early = Draft(made), Draft(made)
    late.set("O2", "statement", "Too late")
    early.remove("O2")
    made.apply(early.changes)
    with pytest.raises(Refused, match="O2 is no longer there"):
        made.apply(late.changes)


def test_however_it_is_edited_there_is_one_link_and_one_verdict_for_what_it_stands_on() -> None:
    made = full()
    say(made, "verdict", on="L1", person="H1", says="concern")
    for ref, name, text, whose in [("V2", "person", "H2", "V1"), ("L2", "process", "P1", "L1")]:
        with pytest.raises(Refused, match=f"{whose} is the .* change that one"):
            acts.edit(Draft(made), ref, name, text)
    acts.edit(Draft(made), "V2", "on", "L2")
