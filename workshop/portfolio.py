"""Many workshops as one: which processes carry which objectives, who is asked by many, what nobody serves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from workshop.records.goals import CATEGORIES
from workshop.summary import Goal, Meaning, Summary
from workshop.words import folded


class Problem(NamedTuple):
    """A file that could not be read, and why; it is left out of everything else."""

    path: str
    message: str


class Carried(NamedTuple):
    """An objective of one file."""

    path: str
    goal: Goal


class Carrier(NamedTuple):
    """One process over all files, by the name that most of them give it, with the objectives that it carries."""

    name: str
    carries: list[Carried]
    files: list[str]
    owners: list[str]


class Asked(NamedTuple):
    """Somebody who owns processes, with the files that ask for them and the objectives that hang on them."""

    owner: str
    files: list[str]
    processes: list[str]
    objectives: int


class Standing(NamedTuple):
    """How the objectives of one category stand: how many in which state, how many metrics of which status."""

    category: str
    objectives: int
    states: dict[str, int]
    status: dict[str, int]


class Clash(NamedTuple):
    """A word that does not mean the same everywhere, each meaning with the files that have it."""

    term: str
    meanings: dict[str, list[str]]


class Portfolio(NamedTuple):
    """All of it. Carriers come by how many objectives they carry, owners by how many files ask them."""

    files: list[Summary]
    processes: list[Carrier]
    owners: list[Asked]
    unserved: list[Carried]
    categories: list[Standing]
    clashes: list[Clash]
    copies: list[list[str]]
    """Files that are one workshop: break-outs that are not joined yet, or copies. What they hold counts each time."""
    problems: list[Problem]


def portfolio(files: Iterable[Summary], problems: Iterable[Problem] = ()) -> Portfolio:
    """Roll the files up."""
    found = sorted(files, key=lambda file: file.path)
    every = [Carried(file.path, goal) for file in found for goal in file.goals]
    return Portfolio(
        found, _processes(found), _owners(found), [one for one in every if one.goal.lacks], _categories(every),
        _clashes(found), _copies(found), sorted(problems),
    )  # fmt: skip


class _Joined:
    """One process while it is gathered."""

    def __init__(self) -> None:
        self.names = Counter[str]()
        self.carries: dict[tuple[str, str], Carried] = {}
        self.files: dict[str, None] = {}
        self.owners: dict[str, str] = {}


def _processes(files: list[Summary]) -> list[Carrier]:
    """Processes of one practice are one, and so are those of one name."""
    gathered: dict[str, _Joined] = {}
    for file in files:
        keys = {work.ref: folded(work.practice or work.name) for work in file.work}
        for work in file.work:
            one = gathered.setdefault(keys[work.ref], _Joined())
            one.names[work.name] += 1
            one.files[file.path] = None
            if work.owner:
                one.owners.setdefault(folded(work.owner), work.owner)
        for goal in file.goals:
            for ref in goal.processes:
                if ref in keys:
                    gathered[keys[ref]].carries[file.path, goal.ref] = Carried(file.path, goal)
    made = [
        Carrier(one.names.most_common(1)[0][0], list(one.carries.values()), list(one.files), list(one.owners.values()))
        for one in gathered.values()
    ]
    return sorted(made, key=lambda each: (-len(each.carries), -len(each.files), each.name.casefold()))


def _owners(files: list[Summary]) -> list[Asked]:
    gathered: dict[str, Asked] = {}
    hanging: dict[str, set[tuple[str, str]]] = {}
    for file in files:
        carried: dict[str, list[str]] = {}
        for goal in file.goals:
            for ref in goal.processes:
                carried.setdefault(ref, []).append(goal.ref)
        for work in file.work:
            if not work.owner:
                continue
            key = folded(work.owner)
            one = gathered.setdefault(key, Asked(work.owner, [], [], 0))
            _once(one.files, file.path)
            _once(one.processes, work.practice or work.name)
            hanging.setdefault(key, set()).update((file.path, ref) for ref in carried.get(work.ref, ()))
    made = [one._replace(objectives=len(hanging[key])) for key, one in gathered.items()]
    return sorted(made, key=lambda each: (-len(each.files), -each.objectives, each.owner.casefold()))


def _categories(every: list[Carried]) -> list[Standing]:
    gathered: dict[str, list[Carried]] = {name: [] for name in (*CATEGORIES, "not said")}
    for one in every:
        gathered.setdefault(one.goal.category, []).append(one)
    return [_standing(name, goals) for name, goals in gathered.items() if goals]


def _standing(name: str, goals: list[Carried]) -> Standing:
    """A metric that shows two of the objectives counts once."""
    status = {(one.path, ref): status for one in goals for ref, status in one.goal.status.items()}
    states = Counter(one.goal.state for one in goals)
    return Standing(name, len(goals), dict(states), dict(Counter(status.values())))


def _clashes(files: list[Summary]) -> list[Clash]:
    """Words that are defined in more than one way, and words that one room drops while another has settled on them."""
    names: dict[str, str] = {}
    meanings: dict[str, dict[str, list[str]]] = {}
    seen: dict[tuple[str, str], str] = {}
    for file in files:
        for word in file.words:
            key = folded(word.term)
            names.setdefault(key, word.term)
            said = seen.setdefault((key, folded(word.definition)), word.definition or "not defined")
            _once(meanings.setdefault(key, {}).setdefault(said, []), file.path)
    for file in files:
        for word in file.words:
            _dropped(file, word, meanings)
    return [Clash(names[key], said) for key, said in sorted(meanings.items()) if len(said) > 1]


def _dropped(file: Summary, word: Meaning, meanings: dict[str, dict[str, list[str]]]) -> None:
    for other in word.instead_of:
        if (found := meanings.get(folded(other))) is not None:
            _once(found.setdefault(f"dropped: there it is “{word.term}”", []), file.path)


def _copies(files: list[Summary]) -> list[list[str]]:
    by_id: dict[str, list[str]] = {}
    for file in files:
        by_id.setdefault(file.id, []).append(file.path)
    return [paths for paths in by_id.values() if len(paths) > 1]


def _once(listed: list[str], said: str) -> None:
    if listed[-1:] != [said] and said not in listed:  # files come one after the other
        listed.append(said)
