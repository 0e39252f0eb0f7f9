"""The ranking follows the scores, says why, and shows how much hangs on whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import put, say, shop

from workshop.derived.priority import disagreements, firmness, parked, ranking, reasons_against, weights
from workshop.records import Objective
from workshop.state import Workshop


def score(made: Workshop, objective: str, *values: int, person: str = "") -> None:
    for criterion, value in zip(("impact", "urgency", "dependency"), values, strict=False):
        say(made, "score", objective=objective, person=person, criterion=criterion, value=str(value))


@pytest.fixture
def three() -> Workshop:
    made = shop()
    for name in ("Ann", "Bo"):
        say(made, "person", name=name)
    for statement in ("Cut churn", "Tidy the intranet", "Pass the audit"):
        say(made, "objective", statement=statement)
    return made


def order(made: Workshop) -> list[tuple[str, int]]:
    return [(one.objective.ref, one.rank) for one in ranking(made)]


def test_the_best_comes_first_and_the_unscored_last(three: Workshop) -> None:
    score(three, "O2", 2, 2, 2)
    score(three, "O3", 5, 4, 3)
    assert order(three) == [("O3", 1), ("O2", 2), ("O1", 0)]
    best = ranking(three)[0]
    assert best.score == pytest.approx((5 * 3 + 4 * 2 + 3 * 2) / 7)
    assert best.why == "4.1 of 5: impact 5, urgency 4 and need of IT 3"
    assert ranking(three)[-1].why == "Not scored yet"


def test_weights_move_the_ranking(three: Workshop) -> None:
    score(three, "O1", 5, 1, 1)
    score(three, "O2", 1, 5, 1)
    assert order(three)[0] == ("O1", 1)
    put(three, "W1", weight_impact="0", weight_urgency="5")
    assert weights(three) == {"impact": 0, "urgency": 5, "dependency": 2}
    assert order(three)[0] == ("O2", 1)
    put(three, "W1", weight_urgency="0", weight_dependency="0")
    assert weights(three) == {"impact": 3, "urgency": 2, "dependency": 2}, "weights of nothing are the usual"


def test_on_equal_scores_what_customers_feel_comes_first_and_it_is_said(three: Workshop) -> None:
    for ref in ("O1", "O2", "O3"):
        score(three, ref, 4, 4, 4)
    put(three, "O3", customer_facing="yes")
    assert order(three) == [("O3", 1), ("O1", 2), ("O2", 2)]
    first, second = ranking(three)[:2]
    assert first.why.endswith("level with O1 and O2, but customers feel it directly")
    assert second.why.endswith("level with O3, which customers feel directly")


def test_of_many_that_are_level_a_few_are_named(three: Workshop) -> None:
    for _ in range(5):
        say(three, "objective", statement="Grow")
    for number in range(1, 9):
        score(three, f"O{number}", 4)
    assert ranking(three)[1].why.endswith("; level with O1, O3, O4, O5 and 3 more")


def test_the_room_s_score_outweighs_the_single_voters(three: Workshop) -> None:
    score(three, "O1", 1, person="H1")
    score(three, "O1", 4, person="H2")
    one = ranking(three)[0]
    assert (one.averages["impact"], one.spread["impact"], one.voices) == (2.5, 3, 2)
    assert one.why.endswith("urgency and need of IT not scored yet")
    score(three, "O1", 5)
    assert ranking(three)[0].averages["impact"] == 5
    assert ranking(three)[0].spread["impact"] == 3, "where the room disagreed stays to be seen"


def test_a_further_score_never_lowers_an_objective(three: Workshop) -> None:
    score(three, "O1", 3)
    before = ranking(three)[0].score
    score(three, "O1", 3, 1)
    assert (ranking(three)[0].score or 0) > (before or 0)


def test_disagreements_widest_first(three: Workshop) -> None:
    score(three, "O1", 1, 3, 3, person="H1")
    score(three, "O1", 3, 3, 4, person="H2")
    score(three, "O2", 1, person="H1")
    score(three, "O2", 5, person="H2")
    assert [(o.ref, name, spread) for o, name, spread in disagreements(three)] == [
        ("O2", "impact", 4),
        ("O1", "impact", 2),
    ]


def test_parked_objectives_are_out_of_the_ranking(three: Workshop) -> None:
    put(three, "O2", state="parked")
    assert [one.ref for one in parked(three)] == ["O2"]
    assert "O2" not in dict(order(three))


@pytest.mark.parametrize(
    ("said", "against"),
    [
        ({"statement": "Improve service"}, ["not measurable", "not time-bound", "no service"]),
        ({"statement": "Cut churn from 9% to 6% by 31 Dec 2027", "services": "S1"}, []),
        ({"statement": "Cut churn", "target": "6 %", "due": "EOY", "services": "S1"}, []),
        ({"statement": "Improve service by Q3 2027", "services": "S1"}, ["not measurable"]),
        ({"statement": "Halve complaints", "services": "S1"}, ["not time-bound"]),
    ],
)
def test_what_speaks_against_an_objective(said: dict[str, str], against: list[str]) -> None:
    made = shop()
    say(made, "service", name="Portal")
    objective = made.one(Objective, say(made, "objective", **said))
    assert objective
    found = reasons_against(objective)
    assert len(found) == len(against)
    assert all(reason.startswith(start) for reason, start in zip(found, against, strict=True))


def test_nothing_is_firm_before_two_are_scored(three: Workshop) -> None:
    assert firmness(three) is None
    score(three, "O1", 5, 5, 5)
    assert firmness(three) is None


def test_a_winner_on_every_criterion_wins_everywhere(three: Workshop) -> None:
    score(three, "O1", 5, 5, 5)
    score(three, "O2", 4, 5, 5)
    firm = firmness(three)
    assert firm
    assert (firm.winner, firm.share, firm.alone) == ("O1", 1.0, [])
    assert firm.sentence == "O1 comes first in 100% of 125 weightings"


def test_a_score_on_one_criterion_alone_is_told_with_the_winner(three: Workshop) -> None:
    score(three, "O1", 5, 5, 5)
    say(three, "score", objective="O2", criterion="impact", person="", value="2")
    assert [ranked.missing for ranked in ranking(three)[:2]] == [[], ["urgency", "need of IT"]]
    firm = firmness(three)
    assert firm and firm.sentence.endswith("; not all of O2 is scored yet")


def test_a_winner_that_hangs_on_one_voice(three: Workshop) -> None:
    score(three, "O1", 5, 5, 5, person="H1")
    score(three, "O1", 2, 2, 2, person="H2")
    score(three, "O2", 3, 3, 3, person="H1")
    score(three, "O2", 3, 3, 3, person="H2")
    firm = firmness(three)
    assert firm
    assert (firm.winner, firm.alone) == ("O1", ["Ann"])
    assert firm.sentence.endswith("; with one of 2 voices left out, another would")
    assert "Ann" not in firm.sentence, "single scores stay off the wall"
    score(three, "O2", 3, 3, 3, person="H2")
    put(three, "O1/H2/impact", value="5")
    put(three, "O1/H2/urgency", value="5")
    assert (firmness(three) or firm).sentence.endswith(", whoever is left out")


def test_nothing_hangs_on_voters_before_whom_the_room_s_own_score_counts(three: Workshop) -> None:
    score(three, "O1", 5, 5, 5)
    score(three, "O1", 1, 1, 1, person="H1")
    score(three, "O2", 4, 4, 4)
    score(three, "O2", 5, 5, 5, person="H2")
    firm = firmness(three)
    assert firm
    assert firm.sentence == "O1 comes first in 100% of 125 weightings"
    score(three, "O3", 3, 3, 3, person="H2")
    assert (firmness(three) or firm).sentence.endswith(", whoever is left out")


@given(st.lists(st.tuples(*[st.integers(1, 5)] * 3, st.booleans()), min_size=2, max_size=8))
def test_the_share_is_what_trying_every_weighting_gives(drawn: list[tuple[int, int, int, bool]]) -> None:
    made = shop()
    for *values, felt in drawn:
        ref = say(made, "objective", statement="One", customer_facing="yes" if felt else "no")
        score(made, ref, *values)
    firm = firmness(made)
    assert firm
    wins = 0
    for impact in range(1, 6):
        for urgency in range(1, 6):
            for dependency in range(1, 6):
                put(made, "W1", weight_impact=f"{impact}", weight_urgency=f"{urgency}",
                    weight_dependency=f"{dependency}")  # fmt: skip
                wins += ranking(made)[0].objective.ref == firm.winner
    assert firm.share == wins / 125
