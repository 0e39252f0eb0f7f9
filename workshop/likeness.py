"""How alike two phrases are: by their telling words, whatever the spelling, the number or the order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_SILENT = frozenset(re.findall(r"\w+", """
    a about after all also an and any are as at average avg be been before between both by can count do does
    down each every fall falls for from has have how in into is it its less management mean mgmt mgt month
    more new no not number of on one only or our out over per percent percentage practice process processes
    quarter rate second see service services share so than that the their them then there they this those
    through to today total two up was way week well were what when where which while who will with within
    without year day days hour hours minute minutes months weeks years cut raise reduce increase improve
    bring grow lower better
"""))  # fmt: skip
"""Words that tell one phrase from another in nothing."""
_PURPOSE = re.compile(r"\bin order (?=to\b|that\b)")
"""`in order to` orders nothing."""
_REMEMBERED = 8_192
_ENDINGS = ("abilities", "ability", "able", "ment", "ing", "ed", "es", "s", "e")
_DOUBLED = re.compile(r"([bdfglmnprt])\1$")
_BRITISH = re.compile(r"(?<=[a-z]{2})is(?=(?:e|es|ed|ing|ations?)$)")
_TWO_WAYS = {"fulfill": "fulfil", "centre": "center", "licence": "license", "programme": "program",
             "catalogue": "catalog", "behaviour": "behavior", "colour": "color"}  # fmt: skip


def spoken(phrase: str) -> list[str]:
    """The words of a phrase, numbers and signs left out."""
    return _WORD.findall(phrase)


@lru_cache(16_384)
def spelling(word: str) -> str:
    """The word in small letters, in one of its two spellings, in the singular."""
    low = _BRITISH.sub("iz", word.lower())
    for one, other in _TWO_WAYS.items():
        low = low.replace(one, other)
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3 else low


@lru_cache(16_384)
def stem(word: str) -> str:
    """The word without what spelling, number and tense do to it: `fulfilment` and `fulfills` are one."""
    low = spelling(word)
    if low.endswith("ie") and len(low) > 3 and word[-1:] in "sS":
        low = low[:-2] + "y"
    low = re.sub("izations?$", "ize", low)
    for ending in _ENDINGS if len(low) > 3 else ():
        if low.endswith(ending) and len(low) - len(ending) >= 3 and not low.endswith("ss"):
            low = low[: -len(ending)]
            if ending not in ("es", "s"):
                break
    return _DOUBLED.sub(r"\1", low)


@lru_cache(16_384)
def telling(phrase: str) -> frozenset[str]:
    """The stems of the words that tell this phrase from others."""
    return frozenset(stem(word) for word in spoken(_PURPOSE.sub("", phrase.lower())) if word not in _SILENT)


def share(of: frozenset[str], within: frozenset[str]) -> float:
    """Which part of the one phrase's telling words the other has, 0 to 1."""
    return len(of & within) / len(of) if of else 0.0


def alike(one: str, other: str) -> bool:
    """Whether two phrases say much the same: three in five of all their telling words are common."""
    a, b = telling(one), telling(other)
    return one.strip().lower() == other.strip().lower() or (bool(a & b) and len(a & b) >= 0.6 * len(a | b))


class Matcher:
    """Finds which of several things somebody means, each known by some names: key and own name, then others."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._exact: dict[str, str] = {}
        self._sets: dict[str, list[tuple[frozenset[str], str, float]]] = {}
        self._known: dict[str, str] = {}
        owners: dict[str, set[str]] = {}
        for key, own in names.items():
            for at, name in enumerate(own):
                self._exact.setdefault(name.strip().lower(), key)
                words = telling(name)
                for word in words:
                    owners.setdefault(word, set()).add(key)
                if words:
                    self._sets.setdefault(min(words), []).append((words, key, len(words) + 0.5 * (at < 2)))
        self._single = {word for word, keys in owners.items() if len(keys) == 1}

    def __call__(self, said: str) -> str:
        """The key of what is meant, or "": exactly named, or the one whose name has most words in common.

        All words of a name have to be there; one word alone counts where no other thing's name has it.
        """
        if said not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[said] = self._exact.get(said.strip().lower()) or self._found(telling(said))
        return self._known[said]

    def _found(self, said: frozenset[str]) -> str:
        best, keys = 0.0, set[str]()
        for words, key, weight in (entry for word in said for entry in self._sets.get(word, ())):
            if weight >= best and words <= said and (len(words) > 1 or self._tells(words, said)):
                keys = {key} if weight > best else keys | {key}
                best = weight
        return keys.pop() if len(keys) == 1 else ""

    def _tells(self, word: frozenset[str], said: frozenset[str]) -> bool:
        return word == said or word <= self._single
