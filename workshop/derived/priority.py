"""Which objective comes first: scores, ranking and its reasons, disagreement, how firm the winner is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from operator import ge, mul
from typing import NamedTuple

from workshop import words
from workshop.answers import amounts, days, values
from workshop.records import Objective, Score
from workshop.records.goals import CRITERIA
from workshop.state import Workshop, derived

DEFAULT_WEIGHTS = dict(zip(CRITERIA, (3, 2, 2), strict=True))
_CALLED = {"impact": "impact", "urgency": "urgency", "dependency": "need of IT"}
GRID = tuple(product(range(1, 6), repeat=len(CRITERIA)))
"""The weightings under which the winner is tried: every combination of 1 to 5."""

Points = Mapping[str, tuple[float, ...]]
"""Scores by objective, in the order of the criteria."""

Votes = dict[str, dict[str, dict[str, int]]]
"""Scores by objective, criterion and voter; the room is the voter ""."""

Level = dict[tuple[float, bool], list[str]]
"""The refs of the objectives with one score, those that customers feel apart from the others."""

_NAMED = 4
"""How many of those that are level a sentence names."""


class Tally(NamedTuple):
    """What the scores of one objective come to, and how that is said; the other fields are as in `Ranked`."""

    averages: dict[str, float | None]
    spread: dict[str, int]
    voices: int
    says: str


class Ranked(NamedTuple):
    """One objective's place. `averages` and `spread` (highest less lowest single score) by criterion.

    `score` is 0 to 5, weighted, where a criterion not scored yet adds nothing; None without any score,
    and `rank` is then 0. Equal scores share a rank unless only some of them are felt by customers.
    `voices` counts the single voters whose scores count, `why` explains the rank in one sentence.
    """

    objective: Objective
    averages: dict[str, float | None]
    score: float | None
    rank: int
    against: list[str]
    spread: dict[str, int]
    voices: int
    why: str

    @property
    def missing(self) -> list[str]:
        """The criteria on which it has no score yet, where it has one on others."""
        lacks = [_CALLED[name] for name in CRITERIA if self.averages[name] is None]
        return lacks if self.score is not None else []

    @property
    def felt(self) -> bool:
        """Whether customers feel it directly."""
        return self.objective.customer_facing == "yes"


class Firmness(NamedTuple):
    """How firmly the winner (a ref) leads: in what share of weightings, and which voters it hangs on.

    `alone` names those without whom another wins; nothing hangs on a score before which the room's own one counts.
    It tells of single persons' scores and stays off the wall; the sentence does not.
    """

    winner: str
    share: float
    alone: list[str]
    sentence: str


def weights(shop: Workshop) -> dict[str, int]:
    """How much each criterion weighs; the method's own weights where the room has set none."""
    about = shop.about
    said = (about.weight_impact, about.weight_urgency, about.weight_dependency)
    held = {name: DEFAULT_WEIGHTS[name] if value is None else value for name, value in zip(CRITERIA, said, strict=True)}
    return held if any(held.values()) else dict(DEFAULT_WEIGHTS)


def reasons_against(objective: Objective) -> list[str]:
    """Why an objective is not eligible for mapping yet; empty when it is."""
    said = objective.statement
    against = []
    if not objective.target and not amounts.mentioned(days.without(said)):
        against.append("not measurable: no target")
    if not objective.due and not days.mentioned(said):
        against.append("not time-bound: no date")
    if not objective.services:
        against.append("no service named")
    return against


def parked(shop: Workshop) -> list[Objective]:
    """The objectives put aside, which can come back."""
    return [objective for objective in shop.all(Objective) if objective.state == "parked"]


@derived
def ranking(shop: Workshop) -> list[Ranked]:
    """Every objective that is not parked, best first, those without a score last.

    On equal scores, one that customers feel directly outranks one that they do not.
    """
    weighs = tuple(weights(shop).values())
    found = [_ranked(shop, o, weighs) for o in shop.all(Objective) if o.state != "parked"]
    found.sort(key=lambda one: _order(one.score, one.objective))
    level: Level = {}
    first: dict[tuple[bool, float, bool], int] = {}
    for at, one in enumerate(found, 1):
        if one.score is not None:
            level.setdefault((one.score, one.felt), []).append(one.objective.ref)
            first.setdefault(_order(one.score, one.objective), at)
    ranks = (first.get(_order(one.score, one.objective), 0) for one in found)
    return [one._replace(rank=rank, why=one.why + _beside(one, level)) for one, rank in zip(found, ranks, strict=True)]


@derived
def firmness(shop: Workshop) -> Firmness | None:
    """How firmly the winner leads; None while fewer than two objectives have scores."""
    ranked = [one for one in ranking(shop) if one.score is not None]
    if len(ranked) < 2:
        return None
    scored, winner = [one.objective for one in ranked], ranked[0].objective.ref
    points = {one.objective.ref: _points(one.averages) for one in ranked}
    contenders = _contenders(scored, points)
    share = sum(_first(contenders, points, weighs) == winner for weighs in GRID) / len(GRID)
    counted = (given for one in scored for given in _votes(shop)[one.ref].values() if "" not in given)
    voters = sorted({voter for given in counted for voter in given})
    alone = [voter for voter in voters if _without(shop, voter, scored) != winner]
    said = _firm_sentence(winner, share, len(voters), len(alone))
    if partly := [one.objective.ref for one in ranked if one.missing]:
        said += f"; not all of {_few(partly)} is scored yet"
    return Firmness(winner, share, [values.who(voter, shop) for voter in alone], said)


def disagreements(shop: Workshop) -> list[tuple[Objective, str, int]]:
    """Where single voters lie two points or more apart: objective, criterion, spread; the widest first."""
    found = [
        (one.objective, name, spread) for one in ranking(shop) for name, spread in one.spread.items() if spread >= 2
    ]
    return sorted(found, key=lambda each: -each[2])


@derived
def _votes(shop: Workshop) -> Votes:
    found: Votes = {}
    for score in shop.all(Score):
        if score.value is not None:
            found.setdefault(score.objective, {}).setdefault(score.criterion, {})[score.person] = score.value
    return found


def _average(by: Mapping[str, int], without: str = "-") -> float | None:
    """The room's score where it gave one, else the mean of the single voters."""
    if "" in by:
        return float(by[""])
    left, count = sum(by.values()), len(by)
    if without in by:
        left, count = left - by[without], count - 1
    return left / count if count else None


def _averages(votes: Mapping[str, Mapping[str, int]], without: str = "-") -> dict[str, float | None]:
    return {name: _average(votes.get(name, {}), without) for name in CRITERIA}


def _points(averages: Mapping[str, float | None]) -> tuple[float, ...]:
    return tuple(averages[name] or 0.0 for name in CRITERIA)


def _score(points: Sequence[float], weighs: Sequence[int]) -> float:
    """Rounded, so that scores which are equal on paper are equal here."""
    return round(sum(map(mul, points, weighs), 0.0) / sum(weighs), 6)


def _order(score: float | None, objective: Objective) -> tuple[bool, float, bool]:
    return score is None, -(score or 0.0), objective.customer_facing != "yes"


@derived
def _tallies(shop: Workshop) -> dict[str, Tally]:
    """What the scores of each objective that has some come to, by its ref."""
    return {ref: _tally(votes) for ref, votes in _votes(shop).items()}


def _tally(votes: Mapping[str, Mapping[str, int]]) -> Tally:
    single = {name: [v for who, v in votes.get(name, {}).items() if who] for name in CRITERIA}
    spread = {name: max(given) - min(given) if given else 0 for name, given in single.items()}
    averages, voices = _averages(votes), len({who for by in votes.values() if "" not in by for who in by})
    return Tally(averages, spread, voices, _said(averages))


def _said(averages: Mapping[str, float | None]) -> str:
    held = [(_CALLED[name], averages[name]) for name in CRITERIA]
    parts = [f"{called} {amounts.written(value)}" for called, value in held if value is not None]
    missing = [called for called, value in held if value is None]
    return words.listed(parts) + (f"; {words.listed(missing)} not scored yet" if missing else "")


_UNSCORED = _tally({})


def _ranked(shop: Workshop, objective: Objective, weighs: Sequence[int]) -> Ranked:
    tally = _tallies(shop).get(objective.ref)
    score = _score(_points(tally.averages), weighs) if tally else None
    averages, spread, voices, says = tally or _UNSCORED
    why = "Not scored yet" if score is None else f"{score:.1f} of 5: {says}"
    return Ranked(objective, averages, score, 0, reasons_against(objective), spread, voices, why)


def _beside(one: Ranked, level: Level) -> str:
    """What parts it from those with an equal score."""
    if one.score is None:
        return ""
    apart = level.get((one.score, not one.felt))
    if apart and one.felt:
        return f"; level with {_few(apart)}, but customers feel it directly"
    if apart:
        return f"; level with {_few(apart)}, which customers feel directly"
    rest = level[one.score, one.felt].copy()
    rest.remove(one.objective.ref)
    return f"; level with {_few(rest)}" if rest else ""


def _few(refs: list[str]) -> str:
    return words.listed([*refs[:_NAMED], f"{len(refs) - _NAMED} more"] if len(refs) > _NAMED + 1 else refs)


def _first(objectives: list[Objective], points: Points, weighs: Sequence[int]) -> str:
    """The ref of the winner under these weights."""
    return min(objectives, key=lambda o: (*_order(_score(points[o.ref], weighs), o), o.place)).ref


def _contenders(objectives: list[Objective], points: Points) -> list[Objective]:
    """Those that no other one equals or beats on every criterion: nobody else wins under any weighting."""
    kept: list[Objective] = []
    for one in sorted(objectives, key=lambda o: (-sum(points[o.ref]), o.customer_facing != "yes", o.place)):
        mine = points[one.ref]
        if not any(all(map(ge, points[other.ref], mine)) for other in kept):
            kept.append(one)
    return kept


def _without(shop: Workshop, voter: str, scored: list[Objective]) -> str:
    """Who wins when that voter is left out."""
    votes = _votes(shop)
    points = {o.ref: _points(_averages(votes[o.ref], voter)) for o in scored}
    return _first(scored, points, tuple(weights(shop).values()))


def _firm_sentence(winner: str, share: float, voters: int, alone: int) -> str:
    said = f"{winner} comes first in {share:.0%} of {len(GRID)} weightings"
    if not voters or (voters == 1 and alone):
        return said
    if not alone:
        return f"{said}, whoever is left out"
    return f"{said}; with {'one' if alone == 1 else f'any one of {alone}'} of {voters} voices left out, another would"
