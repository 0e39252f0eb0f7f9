"""The catalogue: what the method knows of categories, outcomes, practices, metrics, roles and plain words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from workshop.entries import (
    Category,
    Definition,
    Entry,
    Meeting,
    MetricIdea,
    Move,
    OutcomeIdea,
    Practice,
    Right,
    Role,
)
from workshop.gathering import Gathered, Mistake, Source, gather
from workshop.likeness import Matcher, share, spelling, spoken, stem, telling
from workshop.words import BLANK

_SPOKEN = re.compile(r"[^\W_]+(?:[-/'’&][^\W_]+)*")
_BRACES = re.compile(r"\{\w+\}")
_REMEMBERED = 8_192


class Jargon(NamedTuple):
    """Words at which a leader outside IT would stumble: where they stand, what they are, what to say for them."""

    start: int
    end: int
    words: str
    plain: str


class Catalogue:
    """Entries by kind and key, with what each is called and what belongs to what. Nothing alters it.

    `mistakes` are those of the files that it was made of; what they concern is left out.
    """

    def __init__(self, gathered: Gathered) -> None:
        entries: Mapping[str, Mapping[str, Any]] = gathered.entries
        self.categories: Mapping[str, Category] = entries["category"]
        self.outcomes: Mapping[str, OutcomeIdea] = entries["outcome"]
        self.practices: Mapping[str, Practice] = entries["practice"]
        self.metrics: Mapping[str, MetricIdea] = entries["metric"]
        self.roles: Mapping[str, Role] = entries["role"]
        self.decisions: Mapping[str, Right] = entries["decision"]
        self.routines: Mapping[str, Meeting] = entries["routine"]
        self.terms: Mapping[str, Definition] = entries["term"]
        self.plain: Mapping[str, str] = gathered.plain
        self.mistakes: tuple[Mistake, ...] = tuple(gathered.mistakes)
        self.entries: Mapping[str, Mapping[str, Entry]] = entries
        self._meanings: dict[str, str] = {}

    def practice(self, said: str) -> Practice | None:
        """The practice of that key, name or other name, or the one whose name is in what was said."""
        return self.practices.get(said) or self.practices.get(self._matchers["practice"](said))

    def metric(self, said: str) -> MetricIdea | None:
        """The metric of that key, name or other name, or the one whose name is in what was said.

        An easy count has to be named as it is: `calls answered with a guide` counts no calls.
        """
        key = said if said in self.metrics else self._counts.get(telling(said)) or self._matchers["metric"](said)
        return self.metrics.get(key)

    def role(self, said: str) -> Role | None:
        """The role of that name or other name, or the one whose name is in what was said."""
        return self.roles.get(self._matchers["role"](said))

    def decision(self, said: str) -> Right | None:
        """The decision right of that name or other name, or the one whose name is in what was said."""
        return self.decisions.get(self._matchers["decision"](said))

    def routine(self, said: str) -> Meeting | None:
        """The meeting of that name or other name, or the one whose name is in what was said."""
        return self.routines.get(self._matchers["routine"](said))

    def outcome(self, statement: str) -> OutcomeIdea | None:
        """The outcome of the catalogue that a statement most likely means, if it means one."""
        if statement not in self._meanings:
            if len(self._meanings) > _REMEMBERED:
                self._meanings.clear()
            said = telling(statement)
            best = max(self.outcomes, key=lambda key: self._likely(key, said), default="")
            self._meanings[statement] = best if best and self._likely(best, said) else ""
        return self.outcomes.get(self._meanings[statement])

    def categories_of(self, words: str) -> list[Category]:
        """The categories to which something in the words of an objective points, most pointed at first."""
        found = telling(words)
        hits = {key: sum(stems <= found for stems in _pointers(own.words)) for key, own in self.categories.items()}
        return [self.categories[key] for key in sorted(hits, key=lambda key: -hits[key]) if hits[key]]

    def hints(self, words: str) -> list[tuple[OutcomeIdea, str]]:
        """The outcomes to which something in the words points, most pointed at first, each with such a word."""
        return [(idea, word) for _, idea, word in self.pointed(words)]

    def pointed(self, words: str) -> list[tuple[int, OutcomeIdea, str]]:
        """As `hints`, each with how much points to it."""
        found = telling(words)
        typed = {stem(word): word for word in reversed(spoken(words))}
        ranked = []
        for at, (key, (_, pointers)) in enumerate(self._words.items()):
            told = [(phrase, stems) for phrase, stems in pointers if stems <= found]
            if told:
                phrase, stems = told[0]
                word = phrase if " " in phrase else typed[min(stems)]
                ranked.append((-sum(len(stems) for _, stems in told), at, self.outcomes[key], word))
        return [(-few, idea, word) for few, _, idea, word in sorted(ranked, key=lambda one: one[:2])]

    def outcomes_for(self, category: str) -> list[tuple[OutcomeIdea, str]]:
        """The outcomes that support a category of objectives, those to think of first in front, each with why."""
        first = self.categories[category].outcomes if category in self.categories else ()
        rest = (key for key, idea in self.outcomes.items() if category in idea.supports)
        ideas = [self.outcomes[key] for key in dict.fromkeys((*first, *rest))]
        return [(idea, idea.supports.get(category, idea.gives)) for idea in ideas]

    def moves_for(self, category: str) -> list[Move]:
        """The practices that objectives of a category can hardly do without, each with why."""
        found = self.categories.get(category)
        return [Move({"practice": need.practice, "reason": need.reason}) for need in found.practices] if found else []

    def metrics_of(self, practice: str) -> list[MetricIdea]:
        """The metrics that a practice moves, easy counts left out; those of which it is the first practice in front."""
        return self._by_practice.get(practice, [])

    def metrics_for(self, outcome: str) -> list[MetricIdea]:
        """The metrics that show an outcome, the telling one first."""
        idea = self.outcomes.get(outcome)
        own = [self.metrics[key] for key in idea.metrics] if idea else []
        return own + [metric for metric in self.metrics.values() if outcome in metric.outcomes and metric not in own]

    def shown_by(self, metric: str) -> OutcomeIdea | None:
        """The outcome of which a metric is the telling number."""
        return next((idea for idea in self.outcomes.values() if idea.metrics[:1] == (metric,)), None)

    def behind(self, metric: MetricIdea) -> list[MetricIdea]:
        """For an easy count, the metrics that show what it was meant to show."""
        return [self.metrics[key] for key in metric.vanity_behind]

    def jargon(self, words: str) -> list[Jargon]:
        """The words that have a plain wording, as they stand, the longest where several begin at one place.

        What the words explain themselves, in brackets beside it, is left alone.
        """
        said = list(_SPOKEN.finditer(words))
        found, at = [], 0
        while at < len(said):
            for many in range(min(self._longest, len(said) - at), 0, -1):
                start, end = said[at].start(), said[at + many - 1].end()
                plain = self._plain(words[start:end])
                if plain and not _explained(words, start, end):
                    found.append(Jargon(start, end, words[start:end], plain))
                    at += many - 1
                    break
            at += 1
        return found

    def plainly(self, words: str) -> str:
        """The same with its jargon said plainly."""
        said, at = "", 0
        for found in self.jargon(words):
            begins = not found.start and words[:1].isupper()
            plain = found.plain[:1].upper() + found.plain[1:] if begins else found.plain
            said, at = said + words[at : found.start] + plain, found.end
        return said + words[at:]

    def _plain(self, words: str) -> str:
        for key in (words, words.removesuffix("s"), _spelling(words)):
            if key in self._wordings:
                return self._wordings[key]
        return ""

    def _likely(self, key: str, found: frozenset[str]) -> float:
        """How far a statement with these telling words means the outcome, 0 or from 0.5 on."""
        core, pointers = self._words[key]
        hit, more = core & found, sum(stems <= found for _, stems in pointers)
        likely = share(core, found) + 0.2 * min(more, 3)
        return likely if 3 * len(hit) >= len(core) and likely >= 0.5 and len(hit) + more > 1 else 0.0

    @cached_property
    def _matchers(self) -> dict[str, Matcher]:
        named = {kind: own for kind, own in self.entries.items() if kind not in _UNNAMED}
        named["metric"] = {key: metric for key, metric in self.metrics.items() if not metric.vanity_behind}
        return {kind: Matcher(dict(_names(own))) for kind, own in named.items()}

    @cached_property
    def _counts(self) -> dict[frozenset[str], str]:
        """The easy counts by the telling words of each of their names."""
        counts = {key: metric for key, metric in self.metrics.items() if metric.vanity_behind}
        return {telling(name): key for key, names in _names(counts) for name in names if telling(name)}

    @cached_property
    def _words(self) -> dict[str, tuple[frozenset[str], list[tuple[str, frozenset[str]]]]]:
        """For each outcome, the telling words of its statement, and the phrases that point to it.

        A phrase of which one telling word is left says too little: `new customer` is any customer.
        """
        found = {}
        for key, idea in self.outcomes.items():
            core = telling(_BRACES.sub(" ", idea.statement))
            phrases = ((phrase, telling(phrase)) for phrase in idea.words)
            found[key] = core, [(phrase, stems) for phrase, stems in phrases if len(stems) > (" " in phrase)]
        return found

    @cached_property
    def _by_practice(self) -> dict[str, list[MetricIdea]]:
        found: dict[str, list[MetricIdea]] = {}
        for metric in self.metrics.values():
            for practice in metric.practices if not metric.vanity_behind else ():
                found.setdefault(practice, []).append(metric)
        return {key: sorted(own, key=lambda metric: metric.practices.index(key)) for key, own in found.items()}

    @cached_property
    def _wordings(self) -> dict[str, str]:
        """The plain wording by what is said, as it is written and, abbreviations apart, however it is spelled."""
        spelled = {_spelling(jargon): plain for jargon, plain in self.plain.items() if not _is_short(jargon)}
        return spelled | dict(self.plain)

    @cached_property
    def _longest(self) -> int:
        return max((len(_SPOKEN.findall(jargon)) for jargon in self.plain), default=0)


def build(sources: Collection[Source]) -> Catalogue:
    """The catalogue of several files, a later one adding to or overriding an earlier one."""
    return Catalogue(gather(sources))


def filled(pattern: str, **values: str) -> str:
    """A pattern with what the room has said in place of its braces, and a blank for what it has not."""
    said = _BRACES.sub(lambda brace: values.get(brace[0][1:-1]) or BLANK, pattern)
    return said[:1].upper() + said[1:]


def lines(catalogue: Catalogue) -> Iterator[str]:
    """The catalogue for reading: a heading for each kind, then each entry with its key, in columns."""
    for kind, own in catalogue.entries.items():
        yield f"{kind} ({len(own)})"
        width = max((len(key) for key in own), default=0)
        yield from (f"  {key:<{width}}  {entry.says}" for key, entry in own.items())
    yield f"plain ({len(catalogue.plain)})"
    width = max((len(jargon) for jargon in catalogue.plain), default=0)
    yield from (f"  {jargon:<{width}}  {plain}" for jargon, plain in catalogue.plain.items())


def _pointers(phrases: Iterable[str]) -> Iterator[frozenset[str]]:
    """The telling words of each phrase; one of which a single word is left says too little."""
    found = ((phrase, telling(phrase)) for phrase in phrases)
    return (stems for phrase, stems in found if len(stems) > (" " in phrase))


_UNNAMED = ("category", "outcome", "term")


def _names(own: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for key, entry in own.items():
        yield key, [key, entry.name, *entry.aliases]


def _is_short(jargon: str) -> bool:
    """Whether it is an abbreviation that in small letters could be a word: `CAB`, `DR`."""
    return len(jargon) <= 3 and jargon.isupper()


def _explained(words: str, start: int, end: int) -> bool:
    return words[end : end + 2] == " (" or (words[start - 1 : start] == "(" and words[end : end + 1] == ")")


def _spelling(words: str) -> str:
    return " ".join(spelling(word) for word in _SPOKEN.findall(words))
