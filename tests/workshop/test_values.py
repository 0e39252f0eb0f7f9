"""What is typed for a field is read by its type, and what is held can be typed again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import say, shop

from workshop.answers import values
from workshop.declare import KINDS, Field
from workshop.errors import NoSuchRecord, NotUnderstood
from workshop.state import Workshop

FIELDS = [pytest.param(spec, id=f"{kind.name}.{spec.name}") for kind in KINDS.values() for spec in kind.fields]


@pytest.fixture(scope="module")
def room() -> Workshop:
    made = shop(year_starts="4")
    for kind, said in [
        ("service", {"name": "Portal"}),
        ("person", {"name": "Ann Lee"}),
        ("objective", {"statement": "Cut churn"}),
        ("objective", {"statement": "Pass the audit"}),
        ("process", {"name": "Incident management"}),
        ("outcome", {"statement": "Back in 30 minutes", "objectives": "O1,O2"}),
        ("link", {"outcome": "C1", "process": "P1"}),
        ("metric", {"name": "Time to restore", "baseline": "90", "unit": "min"}),
        ("activity", {"name": "Restore"}),
    ]:
        say(made, kind, **said)
    return made


def typed(spec: Field, room: Workshop) -> str:
    """Something that one could type for the field."""
    first = spec.to[0] if spec.to else "objective"
    return {
        "text": "Some [b]words[/b]", "choice": (spec.choices or ("",))[-1].upper(), "flag": "Yes",
        "amount": "1,200 min", "day": "end of Q3", "count": str((spec.span or (0, 1))[1]),
        "ref": room.of(first)[0].ref.lower(), "refs": f" {room.of(first)[0].ref} ", "who": "h1",
    }[spec.type]  # fmt: skip


@pytest.mark.parametrize("spec", FIELDS)
def test_what_a_field_holds_can_be_typed_again(spec: Field, room: Workshop) -> None:
    held = values.read(spec, typed(spec, room), room)
    assert held != spec.empty
    assert values.read(spec, values.said(spec, held), room) == held
    assert values.shown(spec, held, room)


@pytest.mark.parametrize("spec", FIELDS)
def test_blanks_empty_a_field(spec: Field, room: Workshop) -> None:
    assert values.read(spec, " \t ", room) == spec.empty
    assert values.shown(spec, spec.empty, room) == values.said(spec, spec.empty) == ""


@pytest.mark.parametrize(
    ("kind", "name", "said"),
    [
        ("objective", "target", "a lot"), ("objective", "due", "soon"), ("objective", "category", "fun"),
        ("objective", "customer_facing", "perhaps"), ("process", "maturity", "6"),
        ("process", "maturity", "2.5"), ("outcome", "service", "O1"), ("metric", "outcomes", "C1,P1"),
        ("note", "text", "x" * 10_001),
    ],
)  # fmt: skip
def test_a_refusal_names_the_field(kind: str, name: str, said: str, room: Workshop) -> None:
    spec = KINDS[kind].field(name)
    with pytest.raises(NotUnderstood, match=f"^{spec.label}: ") as refusal:
        values.read(spec, said, room)
    assert "\n" not in str(refusal.value)


def test_a_ref_must_be_there(room: Workshop) -> None:
    with pytest.raises(NoSuchRecord, match="There is no “S9”"):
        values.read(KINDS["outcome"].field("service"), "S9", room)


def test_refs_are_taken_in_any_case_once_each(room: Workshop) -> None:
    assert values.read(KINDS["outcome"].field("objectives"), "o2; O1 o2", room) == ("O2", "O1")


def test_a_choice_may_be_cut_short_where_one_fits(room: Workshop) -> None:
    spec = KINDS["objective"].field("category")
    assert values.read(spec, "Compl", room) == "compliance"
    with pytest.raises(NotUnderstood, match="none of growth"):
        values.read(spec, "c", room)


def test_a_person_is_called_by_name_and_a_role_stays_a_role(room: Workshop) -> None:
    owner = KINDS["process"].field("owner")
    assert values.read(owner, "Service desk lead", room) == "Service desk lead"
    assert values.shown(owner, "H1", room) == "Ann Lee"
    assert values.read(owner, "H7", room) == "H7"


def test_an_amount_is_shown_with_its_unit_and_a_date_in_words(room: Workshop) -> None:
    assert values.of(room.find("M1"), "baseline", room) == "90 min"
    assert values.shown(KINDS["objective"].field("due"), "2027-12-31", room) == "31 Dec 2027"


def test_dates_follow_the_business_year_of_the_workshop(room: Workshop) -> None:
    assert values.read(KINDS["objective"].field("due"), "end of Q3", room) == "2026-12-31"


@given(st.text(max_size=60))
def test_any_text_is_kept_or_refused_in_one_line(said: str) -> None:
    made = shop()
    for kind in KINDS.values():
        for spec in kind.fields:
            error = ""
            try:
                values.read(spec, said, made)
            except (NotUnderstood, NoSuchRecord) as refusal:
                error = str(refusal)
            assert "\n" not in error
