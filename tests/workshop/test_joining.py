"""Two records become one: nothing points at what is gone, nothing that was said is lost, and undo brings it back."""

from collections.abc import Iterable

import pytest
from chance import workshops
from hypothesis import given
from hypothesis import strategies as st
from making import picture, put, say, shop

from workshop.declare import KINDS
from workshop.draft import Draft
from workshop.errors import NoSuchRecord, Refused
from workshop.plans.joining import join, joins, twins
from workshop.state import Workshop

KEPT = [kind.name for kind in KINDS.values() if joins(kind)]


def joined(made: Workshop, kept: str, other: str) -> Draft:
    draft = Draft(made)
    join(draft, kept, other)
    made.apply(draft.changes)
    return draft


def values_of(made: Workshop, ref: str) -> dict[str, object]:
    return dict(made.find(ref).values())


def remarks(made: Workshop, private: str = "") -> list[str]:
    notes = [values_of(made, note.ref) for note in made.of("note")]
    return [str(note["text"]) for note in notes if note["what"] == "remark" and note["private"] == private]


def texts(made: Workshop) -> Iterable[str]:
    for record in made:
        for spec in record.kind.fields:
            if spec.type in ("text", "amount"):
                yield str(getattr(record, spec.name))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Workshop, str, str]:
    made = draw(workshops())
    kinds = [kind for kind in KEPT if len(made.of(kind)) > 1]
    if not kinds:
        return made, "", ""
    refs = [record.ref for record in made.of(draw(st.sampled_from(kinds)))]
    kept, other = draw(st.lists(st.sampled_from(refs), min_size=2, max_size=2, unique=True))
    return made, kept, other


@given(pairs())
def test_nothing_points_at_what_is_gone_nothing_is_lost_and_undo_brings_it_back(
    drawn: tuple[Workshop, str, str],
) -> None:
    made, kept, other = drawn
    if not kept:
        return
    before, said = picture(made), list(texts(made))
    draft = joined(made, kept, other)
    assert made.get(kept) is not None
    assert made.get(other) is None
    for record in made:
        for spec in record.kind.fields:
            held = getattr(record, spec.name)
            refs = held if isinstance(held, tuple) else (held,) if spec.type == "ref" and held else ()
            assert all(made.get(ref) for ref in refs), (record.ref, spec.name, held)
            assert other not in (held, *refs)
            assert len(set(refs)) == len(refs)
        if record.kind.key:
            assert record.ref == "/".join(str(record.values()[name] or "-") for name in record.kind.key)
    everything = "\n".join(texts(made))
    assert all(text in everything for text in said)
    made.apply(change.undone() for change in reversed(draft.changes))
    assert picture(made) == before


@pytest.fixture
def portal() -> Workshop:
    """Two outcomes that are one, each with what hangs on it."""
    made = shop()
    for kind, held in [
        ("person", {"name": "Ann Lee"}),
        ("person", {"name": "Bo Chen"}),
        ("objective", {"statement": "Cut churn"}),
        ("objective", {"statement": "Sell more"}),
        ("process", {"name": "Incident management"}),
        ("process", {"name": "Problem management"}),
        ("outcome", {"statement": "The portal is back in 30 minutes", "objectives": "O1", "target": "30"}),
        ("outcome", {"statement": "The portal returns sooner", "objectives": "O1,O2", "owner": "H2",
                     "due": "2027-06-30", "baseline": "2", "unit": "h"}),
        ("link", {"outcome": "C1", "process": "P1", "reason": "it restores"}),
        ("link", {"outcome": "C2", "process": "P1", "reason": "the desk is called", "assumption": "staffed at night"}),
        ("link", {"outcome": "C2", "process": "P2", "reason": "it finds the cause"}),
        ("metric", {"name": "Time to restore", "outcomes": "C1,C2"}),
        ("metric", {"name": "Outages", "outcomes": "C2"}),
        ("verdict", {"on": "C1", "person": "H1", "says": "agree"}),
        ("verdict", {"on": "C2", "person": "H1", "says": "block", "words": "Not with me"}),
        ("verdict", {"on": "L2", "person": "H2", "says": "agree"}),
        ("note", {"on": "C2", "what": "risk", "text": "The vendor may leave"}),
        ("action", {"what": "Call the vendor", "why": "C2"}),
    ]:  # fmt: skip
        say(made, kind, **held)
    return made


def test_all_that_hangs_on_the_other_hangs_on_the_one_that_is_kept(portal: Workshop) -> None:
    joined(portal, "C1", "C2")
    assert portal.get("C2") is None
    assert [(link.values()["outcome"], link.values()["process"]) for link in portal.of("link")] == [
        ("C1", "P1"), ("C1", "P2"),
    ]  # fmt: skip
    assert values_of(portal, "C1")["objectives"] == ("O1", "O2")
    assert values_of(portal, "M1")["outcomes"] == values_of(portal, "M2")["outcomes"] == ("C1",)
    assert values_of(portal, "N1")["on"] == values_of(portal, "X1")["why"] == "C1"
    assert values_of(portal, "V3")["on"] == "L1"


def test_what_is_open_is_filled_and_what_differs_is_remarked(portal: Workshop) -> None:
    joined(portal, "C1", "C2")
    outcome = values_of(portal, "C1")
    assert (outcome["statement"], outcome["owner"], outcome["due"]) == (
        "The portal is back in 30 minutes", "H2", "2027-06-30",
    )  # fmt: skip
    assert (outcome["target"], outcome["baseline"], outcome["unit"]) == ("30", "2 h", ""), "30 is not said in hours"
    assert values_of(portal, "L1")["reason"] == "it restores"
    assert values_of(portal, "L1")["assumption"] == "staffed at night"
    (open_remark,) = remarks(portal)
    assert "C2, now C1: “The portal returns sooner”" in open_remark
    assert "L2, now L1: “the desk is called”" in open_remark


def test_one_person_s_two_verdicts_stay_apart_and_private_words_private(portal: Workshop) -> None:
    joined(portal, "C1", "C2")
    verdict = values_of(portal, "V1")
    assert (verdict["says"], verdict["words"]) == ("agree", ""), "a block's words are not those of who agrees"
    assert portal.get("V2") is None
    (private,) = remarks(portal, "yes")
    assert "Not with me" in private
    assert "Not with me" not in remarks(portal)[0]


def test_of_two_scores_the_kept_one_s_holds_and_a_single_voter_s_other_stays_private() -> None:
    made = shop()
    say(made, "person", name="Ann Lee")
    for name in ("Cut churn", "Lose fewer customers"):
        say(made, "objective", statement=name)
    for ref, room, ann in (("O1", "5", "4"), ("O2", "3", "1")):
        say(made, "score", objective=ref, criterion="impact", value=room)
        say(made, "score", objective=ref, criterion="impact", value=ann, person="H1")
    say(made, "score", objective="O2", criterion="urgency", value="2", person="H1")
    put(made, "W1", pilot="O2")
    joined(made, "O1", "O2")
    assert {cell.ref: cell.values()["value"] for cell in made.of("score")} == {
        "O1/-/impact": 5, "O1/H1/impact": 4, "O1/H1/urgency": 2,
    }  # fmt: skip
    assert "O2/-/impact, now O1/-/impact: Value: 3" in remarks(made)[0]
    assert "O2/H1/impact, now O1/H1/impact: Value: 1" in remarks(made, "yes")[0]
    assert (values_of(made, "W1")["pilot"], values_of(made, "O1")["state"]) == ("O1", "pilot")


def test_a_person_who_was_there_twice_is_one_everywhere() -> None:
    made = shop()
    for name in ("Ann Lee", "A. Lee"):
        say(made, "person", name=name)
    say(made, "objective", statement="Cut churn", owner="H2", heard="H1,H2")
    say(made, "activity", name="Restore")
    for person, letter in (("H1", "R"), ("H2", "A")):
        say(made, "raci", activity="A1", who=person, letter=letter)
    joined(made, "H1", "H2")
    assert (values_of(made, "O1")["owner"], values_of(made, "O1")["heard"]) == ("H1", ("H1",))
    assert [cell.ref for cell in made.of("raci")] == ["A1/H1"]
    assert "A1/H2, now A1/H1: Letter: A" in remarks(made)[0]
    assert "“A. Lee”" in remarks(made, "yes")[0]
    assert not any("Lee" in text for text in remarks(made)), "a name is left out of what is redacted"


def test_an_answer_that_speaks_of_another_is_not_filled_in_beside_a_different_one() -> None:
    made = shop()
    say(made, "objective", statement="Cut churn", state="candidate")
    say(made, "objective", statement="Cut churn", state="parked", parked_because="No money")
    joined(made, "O1", "O2")
    assert values_of(made, "O1")["parked_because"] == ""
    assert "Parked because: No money" in remarks(made)[0]


def test_a_remark_names_nobody_by_name() -> None:
    made = shop()
    for name in ("Ann Lee", "Bo Chen"):
        say(made, "person", name=name)
    say(made, "service", name="Portal", owner="H1")
    say(made, "service", name="Shop", owner="H2")
    joined(made, "S1", "S2")
    assert "Owner: H2" in remarks(made)[0]
    assert "Bo Chen" not in remarks(made)[0]


def test_two_that_say_the_same_leave_no_remark() -> None:
    made = shop()
    say(made, "service", name="Portal")
    say(made, "service", name="Portal", criticality="high")
    joined(made, "S1", "S2")
    assert values_of(made, "S1")["criticality"] == "high"
    assert remarks(made) == []


def test_only_two_of_a_kind_become_one(portal: Workshop) -> None:
    for kept, other in (("C1", "P1"), ("C1", "C1"), ("W1", "W1")):
        with pytest.raises(Refused):
            join(Draft(portal), kept, other)
    with pytest.raises(NoSuchRecord):
        join(Draft(portal), "C1", "C9")


def test_what_says_much_the_same_is_offered_first() -> None:
    made = shop()
    for name in ("Incident management", "Problem management", "Release coordination", "Incident mgmt"):
        say(made, "process", name=name)
    found = twins(made, "P1")
    assert [twin.record.ref for twin in found] == ["P4", "P2", "P3"]
    assert [twin.alike for twin in found] == [True, False, False]
