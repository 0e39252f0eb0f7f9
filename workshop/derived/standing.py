"""Where each outcome stands with the people who must agree: verdicts, who is still to be heard, sign-off."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from workshop.answers import values
from workshop.derived.retiring import kept_outcomes
from workshop.derived.wording import wording
from workshop.records import Link, Objective, Outcome, Person, Score, Verdict
from workshop.state import Workshop, derived
from workshop.words import listed, plural

GROUPS_HEARD = ("business", "service owner", "process owner", "governance")
"""Each of them must have spoken before a thread is signed off."""

INTERVIEWED = ("business", "finance", "operations", "security", "service owner")
"""Each of them is asked about an objective before it is mapped."""

_SPEAK_FOR_BUSINESS = ("business", "sponsor", "finance")


class Standing(NamedTuple):
    """One outcome's standing. `verdicts` has the valid ones first; `blocks` and `concerns` are valid ones.

    `lapsed` were given to other words than those that stand there now. `missing` are groups not heard.
    """

    outcome: Outcome
    verdicts: list[Verdict]
    blocks: list[Verdict]
    concerns: list[Verdict]
    lapsed: list[Verdict]
    missing: list[str]
    signed: bool
    sentence: str


class Voice(NamedTuple):
    """A verdict with what it is judged by: the group and the name of who gave it, and how its link is worded now."""

    verdict: Verdict
    group: str
    name: str
    link: str | None

    def stands(self, outcome: str) -> bool:
        """Whether it was given to the words of today, its outcome's unless it is on a link."""
        return self.verdict.wording == (outcome if self.link is None else self.link)


@derived
def standings(shop: Workshop) -> list[Standing]:
    """The standing of every outcome that serves an objective and is not retired, in their order."""
    given = _given(shop)
    return [
        _standing(outcome, wording(shop, outcome.ref), given.get(outcome.ref, ()))
        for outcome in kept_outcomes(shop) if outcome.objectives
    ]  # fmt: skip


@derived
def _given(shop: Workshop) -> dict[str, tuple[Voice, ...]]:
    """The verdicts on each outcome and on its links, by its ref."""
    found: dict[str, list[Voice]] = {}
    for verdict in shop.all(Verdict):
        link = shop.one(Link, verdict.on)
        words = wording(shop, link.ref) if link else None
        voice = Voice(verdict, group_of(shop, verdict), values.who(verdict.person, shop), words)
        found.setdefault(link.outcome if link else verdict.on, []).append(voice)
    return {ref: tuple(voices) for ref, voices in found.items()}


def group_of(shop: Workshop, verdict: Verdict) -> str:
    """The group for which a verdict speaks: its person's, or the one that is named instead of a person."""
    person = shop.one(Person, verdict.person)
    return person.group if person else verdict.person.lower()


@derived
def heard(shop: Workshop) -> dict[str, list[Person]]:
    """Who was heard on each objective, by its ref."""
    return {
        objective.ref: [person for ref in objective.heard if (person := shop.one(Person, ref))]
        for objective in shop.all(Objective)
    }


@derived
def _voters(shop: Workshop) -> dict[str, set[str]]:
    """The refs of the people who scored each objective, by its ref."""
    found: dict[str, set[str]] = {}
    for score in shop.all(Score):
        if score.value is not None:
            found.setdefault(score.objective, set()).add(score.person)
    return found


def not_heard(shop: Workshop, objective: Objective) -> list[str]:
    """The groups that nobody has asked about this objective yet; who has scored it has spoken on it."""
    scored = (shop.one(Person, ref) for ref in _voters(shop).get(objective.ref, ()))
    groups = {person.group for person in (*heard(shop).get(objective.ref, ()), *scored) if person}
    if "sponsor" in groups:
        groups.add("business")
    return [group for group in INTERVIEWED if group not in groups]


@lru_cache(8192)
def _standing(outcome: Outcome, words: str, voices: tuple[Voice, ...]) -> Standing:
    valid = [voice for voice in voices if voice.stands(words)]
    lapsed = [voice.verdict for voice in voices if not voice.stands(words)]
    verdicts = [voice.verdict for voice in valid]
    blocks = [verdict for verdict in verdicts if verdict.says == "block"]
    concerns = [verdict for verdict in verdicts if verdict.says == "concern"]
    missing = _missing({voice.group for voice in valid})
    said = _sentence([voice.name for voice in valid if voice.verdict.says == "block"], missing, len(concerns))
    return Standing(outcome, verdicts + lapsed, blocks, concerns, lapsed, missing, not blocks and not missing, said)


def _missing(groups: set[str]) -> list[str]:
    if groups.intersection(_SPEAK_FOR_BUSINESS):
        groups.add("business")
    return [group for group in GROUPS_HEARD if group not in groups]


def _sentence(blockers: list[str], missing: list[str], concerns: int) -> str:
    if blockers:
        return f"blocked by {listed(list(dict.fromkeys(blockers)))}"
    if missing:
        return f"{plural(len(missing), 'group')} to be heard: {', '.join(missing)}"
    return f"signed off; {plural(concerns, 'concern')} to be met" if concerns else "signed off"
