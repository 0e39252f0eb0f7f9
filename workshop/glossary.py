"""The room's own words: each thing has one, and the words that were dropped for it are heard and put right (S35)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from workshop import acts
from workshop.declare import KINDS, Field, Kind, Record
from workshop.draft import Draft
from workshop.records import Note, Term
from workshop.state import Workshop, derived
from workshop.words import listed

_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[\s'’-]{1,3}")
_ARTICLE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
_REMEMBERED = 20_000


class Use(NamedTuple):
    """A dropped word in a text: where it stands, as it was said, and what the room says for it there.

    `words` holds one word; several where the room dropped the same word for several others.
    """

    start: int
    end: int
    said: str
    words: tuple[str, ...]


class _Form(NamedTuple):
    """One form of a phrase: its words in small letters, and what the room says in that form."""

    words: tuple[str, ...]
    says: tuple[str, ...]
    short: bool
    """Whether it is an abbreviation, whose capitals mean nothing for other words."""


class Glossary:
    """The terms of a room as one index by first word, made once for each state of the terms."""

    def __init__(self, terms: list[Term]) -> None:
        self._forms: dict[str, list[_Form]] = {}
        self._known: dict[str, tuple[Use, ...]] = {}
        settled = {form for term in terms for form in _spellings(term.term)}
        dropped: dict[tuple[str, ...], tuple[dict[str, None], bool]] = {}
        for term in terms:
            for word in instead_of(term):
                for form in _spellings(word):
                    if form not in settled:
                        says = _numbered(term.term, form[-1] != _one(form[-1]))
                        dropped.setdefault(form, ({}, _is_short(word)))[0][says] = None
        for form in settled:
            self._keep(_Form(form, (), False))
        for form, (words, short) in dropped.items():
            self._keep(_Form(form, tuple(words), short))
        self.drops = bool(dropped)
        """Whether any word was dropped at all."""

    def uses(self, text: str) -> tuple[Use, ...]:
        """The dropped words in a text, in their order; the longest where several begin at one place."""
        if not self.drops or not text:
            return ()
        if text not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[text] = tuple(self._found(text))
        return self._known[text]

    def mended(self, text: str) -> str:
        """The text in the room's words; a word that was dropped for several stays."""
        said, at = "", 0
        for use in self.uses(text):
            if len(use.words) == 1:
                before = text[at : use.start]
                said, at = said + _with_article(before, use.words[0]), use.end
        return said + text[at:]

    def _keep(self, form: _Form) -> None:
        forms = self._forms.setdefault(form.words[0], [])
        forms.append(form)
        forms.sort(key=lambda one: -len(one.words))

    def _found(self, text: str) -> Iterator[Use]:
        if self._forms.keys().isdisjoint(_WORD.findall(text.lower())):
            return
        spans = [found.span() for found in _WORD.finditer(text)]
        low = [text[start:end].lower() for start, end in spans]
        at = 0
        while at < len(spans):
            form = self._form(text, spans, low, at)
            last = at + len(form.words) - 1 if form else at
            start, end = spans[at][0], spans[last][1]
            if form and form.says and not _within_a_name(text, start, end):
                said = text[start:end]
                first = not text[:start].rstrip() or text[:start].rstrip()[-1] in ".!?:“"
                yield Use(start, end, said, tuple(_cased(says, said, form.short, first) for says in form.says))
            at = last + 1

    def _form(self, text: str, spans: list[tuple[int, int]], low: list[str], at: int) -> _Form | None:
        """The longest phrase that begins at this word."""
        for form in self._forms.get(low[at], ()):
            behind = at + len(form.words)
            if tuple(low[at:behind]) == form.words and all(
                _JOINT.fullmatch(text[spans[i][1] : spans[i + 1][0]]) for i in range(at, behind - 1)
            ):
                return form
        return None


@derived
def glossary(shop: Workshop) -> Glossary:
    """The terms of the workshop, ready to be looked up."""
    return Glossary(shop.all(Term))


def instead_of(term: Term) -> list[str]:
    """The words that were dropped for a term, each once."""
    found = (" ".join(word.split()) for word in re.split(r"[,;\n]", term.instead_of))
    return list(dict.fromkeys(word for word in found if _low(word)))


def worded(kind: Kind) -> list[Field]:
    """The fields of a kind in which the room's words count: free words of its own that everybody may read."""
    return [spec for spec in kind.fields if spec.type == "text" and not spec.quoted and not spec.private]


def uses(shop: Workshop) -> dict[str, list[tuple[Field, Use]]]:
    """The dropped words in use, by the record's ref, each with its field; nothing private."""
    return {ref: found for finder in _FINDERS.values() for ref, found in finder(shop).items()}


def mend(draft: Draft, ref: str) -> None:
    """Say a record in the room's words, in every field where a dropped word stands."""
    book = glossary(draft.shop)
    record = draft.shop.find(ref)
    for spec in worded(record.kind) if not _is_private(record) else ():
        acts.put(draft, ref, spec.name, book.mended(str(getattr(record, spec.name))))


def told(found: tuple[Use, ...] | list[Use]) -> str:
    """`“tickets”: the room says “incidents”`, of two words at most."""
    pairs = list({use.said.lower(): use for use in found}.values())[:2]
    return "; ".join(f"“{use.said}”: the room says {listed([f'“{w}”' for w in use.words], 'or')}" for use in pairs)


def _finder(kind: Kind) -> Callable[[Workshop], dict[str, list[tuple[Field, Use]]]]:
    """What finds the dropped words of one kind, again only after a change to it or to the terms."""
    specs = worded(kind)

    @derived
    def of_kind(shop: Workshop) -> dict[str, list[tuple[Field, Use]]]:
        book = glossary(shop)
        found: dict[str, list[tuple[Field, Use]]] = {}
        for record in shop.of(kind.name) if book.drops else ():
            for spec in specs:
                for use in book.uses(getattr(record, spec.name)):
                    found.setdefault(record.ref, []).append((spec, use))
        return {ref: own for ref, own in found.items() if not _is_private(shop.get(ref))}

    return of_kind


_FINDERS = {kind.name: _finder(kind) for kind in KINDS.values() if worded(kind)}


def _is_private(record: Record | None) -> bool:
    return isinstance(record, Note) and record.private == "yes"


def _low(phrase: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(phrase.lower()))


def _spellings(phrase: str) -> list[tuple[str, ...]]:
    """The phrase in the singular and in the plural."""
    words = _low(phrase)
    one = _one(words[-1]) if words else ""
    return [(*words[:-1], last) for last in dict.fromkeys((one, _many(one)))] if words else []


def _numbered(phrase: str, many: bool) -> str:
    """The phrase in the singular or the plural: `service outcomes`, `ways back`, `definitions of done`."""
    words = phrase.split(" ")
    at = next((i - 1 for i, word in enumerate(words) if i and word.lower() in _BEHIND), len(words) - 1)
    one = _one(words[at])
    return " ".join([*words[:at], _many(one) if many else one, *words[at + 1 :]])


_BEHIND = {"of", "to", "in", "for", "on", "with", "at", "by", "from", "back", "off", "out", "up", "down"}
"""What may stand behind the noun of a term."""


def _one(word: str) -> str:
    low = word.lower()
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "sis", "xis")) and len(low) > 3 else word


def _many(word: str) -> str:
    low = word.lower()
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if low.endswith(("s", "x", "ch", "sh")) and not word.isupper() else "s")


def _is_short(word: str) -> bool:
    return word.rstrip("s").isupper() and len(word) > 1


def _cased(says: str, said: str, short: bool, first: bool) -> str:
    """The room's word with the capitals of the one that it stands for."""
    if said.isupper() and not short and len(said) > 1:
        return says.upper()
    begins = first if short else said[:1].isupper()
    if begins:
        return says[:1].upper() + says[1:]
    return says if any(letter.isupper() for letter in says[1:]) else says[:1].lower() + says[1:]


def _with_article(before: str, word: str) -> str:
    """The words before and the word, with the article that it takes: `an incident` for `a ticket`."""
    found = _ARTICLE.search(before)
    if not found:
        return before + word
    article = "an" if _sounds_open(word) else "a"
    article = article.capitalize() if found[1][0].isupper() else article
    return before[: found.start(1)] + article + before[found.end(1) :] + word


def _sounds_open(word: str) -> bool:
    """Whether the word begins with a vowel as it is spoken."""
    first = word.split()[0]
    if first.isupper() and len(first) < 6:
        return first[0] in "AEFHILMNORSX"
    return bool(re.match(r"(?!eu|uni|us[ae]|uti|one\b|once)[aeiou]|hour|honest|heir", first.lower()))


def _within_a_name(text: str, start: int, end: int) -> bool:
    """Whether it is part of an address or of a file's name."""
    return text[max(0, start - 1) : start] == "@" or bool(re.match(r"[@.]\w", text[end : end + 2]))
