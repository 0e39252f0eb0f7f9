"""One record becomes two: what was marked goes along, the rest stays, nothing dangles, undo makes them one again."""

import pytest
from chance import workshops
from hypothesis import given
from hypothesis import strategies as st
from making import picture, put, say, shop

from workshop.declare import KINDS
from workshop.draft import Draft
from workshop.errors import NotUnderstood, Refused
from workshop.plans.splitting import halves, hanging, split, splits
from workshop.state import Workshop


def parted(made: Workshop, ref: str, first: str, second: str, *along: str) -> str:
    draft = Draft(made)
    other = split(draft, ref, first, second, along)
    made.apply(draft.changes)
    return other


def held(made: Workshop, ref: str) -> dict[str, object]:
    return dict(made.find(ref).values())


@pytest.fixture
def churn() -> Workshop:
    made = shop()
    for kind, said in [
        ("person", {"name": "Ann Lee"}),
        ("service", {"name": "Portal"}),
        ("objective", {"statement": "Cut churn to 6% and raise trust by Q4", "category": "growth", "owner": "H1",
                       "services": "S1", "due": "2027-12-31", "target": "6 %", "source": "OKR", "source_ref": "p. 3"}),
        ("objective", {"statement": "Open ten shops"}),
        ("process", {"name": "Incident and problem management"}),
        ("outcome", {"statement": "Back in 30 minutes", "objectives": "O1", "explained_by": "H1",
                     "explained": "passed"}),
        ("outcome", {"statement": "Nobody calls twice", "objectives": "O1"}),
        ("link", {"outcome": "C1", "process": "P1", "reason": "it restores"}),
        ("link", {"outcome": "C2", "process": "P1", "reason": "it finds the cause"}),
        ("score", {"objective": "O1", "criterion": "impact", "value": "5"}),
        ("score", {"objective": "O1", "criterion": "impact", "value": "4", "person": "H1"}),
        ("note", {"on": "O1", "what": "risk", "text": "Prices rise"}),
    ]:  # fmt: skip
        say(made, kind, **said)
    put(made, "W1", pilot="O1")
    put(made, "O1", state="pilot")
    return made


def test_the_second_has_its_own_words_and_what_holds_for_both(churn: Workshop) -> None:
    other = parted(churn, "O1", "Cut churn to 6%", "Raise trust", "C2", "N1")
    one, two = held(churn, "O1"), held(churn, other)
    assert (one["statement"], two["statement"]) == ("Cut churn to 6%", "Raise trust")
    assert one["said"] == two["said"] == "Cut churn to 6% and raise trust by Q4"
    assert all(one[name] == two[name] for name in ("category", "owner", "services", "due", "source", "source_ref"))
    assert (one["target"], two["target"]) == ("6 %", ""), "the value is the first's"
    assert (one["state"], two["state"], held(churn, "W1")["pilot"]) == ("pilot", "candidate", "O1")
    assert held(churn, "C1")["objectives"] == ("O1",)
    assert held(churn, "C2")["objectives"] == (other,)
    assert held(churn, "N1")["on"] == other
    assert [record.ref for record in churn.of("objective")] == ["O1", other, "O2"]


def test_scores_go_along_together_and_links_one_by_one(churn: Workshop) -> None:
    assert [(hung.key, hung.words) for hung in hanging(churn, "P1")] == [
        ("L1", "L1 link · C1 Back in 30 minutes · it restores"),
        ("L2", "L2 link · C2 Nobody calls twice · it finds the cause"),
    ]
    assert "2 scores" in [hung.words for hung in hanging(churn, "O1")]
    other = parted(churn, "P1", "Incident management", "Problem management", "L2")
    assert [held(churn, ref)["process"] for ref in ("L1", "L2")] == ["P1", other]
    other = parted(churn, "O1", "Cut churn", "Raise trust", "score")
    assert [cell.ref for cell in churn.of("score")] == [f"{other}/-/impact", f"{other}/H1/impact"]


def test_what_somebody_said_back_was_the_first(churn: Workshop) -> None:
    other = parted(churn, "C1", "Back in 30 minutes", "Told within 5 minutes")
    assert (held(churn, "C1")["explained"], held(churn, other)["explained"], held(churn, other)["explained_by"]) == (
        "passed", "", "",
    )  # fmt: skip
    assert held(churn, other)["objectives"] == ("O1",)


def test_a_half_without_words_and_a_kind_that_cannot_be_two_are_refused(churn: Workshop) -> None:
    with pytest.raises(NotUnderstood, match="say what the second one is"):
        split(Draft(churn), "O1", "Cut churn", " ")
    for ref in ("L1", "O1/-/impact", "W1"):
        with pytest.raises(Refused, match="cannot be two"):
            split(Draft(churn), ref, "One", "Two")


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("Cut churn to 6%; raise trust", "Cut churn to 6%", "Raise trust"),
        ("Cut churn, and raise trust", "Cut churn", "Raise trust"),
        ("Incident and problem management", "Incident management", "Problem management"),
        ("Cut churn to 6% and raise trust to 50 by 31 Dec 2027", "Cut churn to 6% by 31 Dec 2027",
         "Raise trust to 50 by 31 Dec 2027"),
        ("Answer in 5 and 10 minutes", "Answer in 5 and 10 minutes", ""),
        ("Call the vendor, write to the board", "Call the vendor", "Write to the board"),
        ("Back within 30 minutes, not 90, by 25 May 2027", "Back within 30 minutes, not 90, by 25 May 2027", ""),
        ("Spend 1,200 less", "Spend 1,200 less", ""),
        ("Brand new", "Brand new", ""),
    ],
)  # fmt: skip
def test_where_words_are_parted(said: str, first: str, second: str) -> None:
    assert halves(said) == (first, second)


@given(st.text("ab,;& d1n", max_size=40))
def test_no_word_is_lost_where_words_are_parted(said: str) -> None:
    first, second = halves(said)
    assert bool(first.strip()) == bool(said.strip())
    wanted = {word.strip(",;").lower() for word in said.replace(";", " ").replace(",", " ").split()} - {"and", "&", ""}
    kept = {word.strip(",;").lower() for word in f"{first} {second}".replace(";", " ").replace(",", " ").split()}
    assert wanted <= kept


@given(st.data())
def test_nothing_dangles_and_undo_makes_them_one_again(data: st.DataObject) -> None:
    made = data.draw(workshops())
    refs = [record.ref for kind in KINDS.values() if splits(kind) for record in made.of(kind.name)]
    if not refs:
        return
    ref = data.draw(st.sampled_from(refs))
    keys = [hung.key for hung in hanging(made, ref)]
    along = [key for key in keys if data.draw(st.booleans())]
    before, draft = picture(made), Draft(made)
    other = split(draft, ref, "The first", "The second", along)
    made.apply(draft.changes)
    assert {hung.key for hung in hanging(made, ref)} == set(keys) - set(along)
    assert set(along) <= {hung.key for hung in hanging(made, other)}
    for record in made:
        for spec in record.kind.fields:
            value = getattr(record, spec.name)
            named = value if isinstance(value, tuple) else (value,) if spec.type == "ref" and value else ()
            assert all(made.get(one) for one in named), (record.ref, spec.name, value)
        if record.kind.key:
            assert record.ref == "/".join(str(record.values()[name] or "-") for name in record.kind.key)
    made.apply(change.undone() for change in reversed(draft.changes))
    assert picture(made) == before
