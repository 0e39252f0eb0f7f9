"""Statements read one a line: what each lacks, the question that helps it on, and how it could be said instead."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from screens.cli import say
from screens.cli.arguments import Said
from workshop.errors import NotUnderstood
from workshop.words import brief, clean, listed

if TYPE_CHECKING:
    from workshop.catalogue import Catalogue
    from workshop.suggest import Suggestion

_READ = {
    "objective": ("vague", "measurable", "time_bound", "output_not_outcome", "jargon"),
    "outcome": ("vague", "measurable", "time_bound", "output_not_outcome", "jargon"),
    "metric": ("vanity", "leading", "efficiency", "jargon"),
}
"""The kinds of statements, and the labels of each."""
_SAYS = {
    ("vague", True): "Nobody could say that it was reached.",
    ("measurable", False): "It names no value.",
    ("time_bound", False): "It names no date.",
    ("output_not_outcome", True): "It says what is done, not what gets better.",
    ("vanity", True): "It counts work, not effect.",
    ("number", False): "It names no number.",
    ("jargon", True): "A leader may stumble over its words.",
}
"""What is said of a label that is so."""
_EXAMPLES = 3
"""Better wordings that are shown for one statement."""


def coach(said: Said) -> int:
    """Read statements from standard input, one a line; 1 when any of them lacks something."""
    kind = said["KIND"].lower()
    if kind not in _READ:
        raise NotUnderstood(f"“{brief(kind)}” is no kind of statement; give {listed(list(_READ), 'or')}")
    found = 0
    for line in sys.stdin:
        text = clean(line)
        judged = _judged(text, kind)
        found += bool(judged["findings"])
        if "--json" in said:
            say.records([judged])
        elif text:
            _tell(judged)
    return 1 if found else 0


def _tell(judged: dict[str, Any]) -> None:
    """The statement; under it all that it lacks in one line, each question once, and what to say instead."""
    findings = judged["findings"]
    lines = [" ".join(finding["message"] for finding in findings)]
    lines += dict.fromkeys(finding["suggestion"] for finding in findings)
    lines += [f"Such as {example}" for example in judged["examples"]]
    say.line(judged["text"])
    for line in filter(None, lines):
        say.line(f"  {line}")


def _judged(text: str, kind: str) -> dict[str, Any]:
    from workshop.statement import is_aim, plain, read, suggestion

    reading = read(text, kind)
    labels = {name: reading.labels.get(name) for name in _READ[kind]}
    advice = suggestion(reading, kind)
    plainly = "; ".join(
        f"“{words}”: {wording}" if wording else f"Say “{words}” so that everyone knows it"
        for words, wording in plain(text)
    )
    told = {"number": not is_aim(text), **labels} if kind == "metric" else labels
    findings = [
        {"rule": name, "message": _SAYS[name, value], "suggestion": plainly if name == "jargon" else advice}
        for name, value in told.items()
        if text and value is not None and (name, value) in _SAYS
    ]
    examples = _examples(text, kind) if findings else []
    return {"text": text, "findings": findings, "labels": labels, "examples": examples}


def _examples(text: str, kind: str) -> list[str]:
    """What the catalogue would have a wish, work done or an easy count say instead, blanks where the values go."""
    from datetime import date

    from store.catalogues import catalogue
    from workshop import suggest
    from workshop.draft import Draft
    from workshop.state import Workshop, kind_named

    shop = Workshop(today=date.today())
    draft = Draft(shop)
    spec = kind_named(kind)
    ref = draft.add(spec, {spec.called: text})
    shop.apply(draft.changes)
    if not suggest.wants_better_words(shop, ref):
        return []
    shelf = catalogue()
    shown = (_shown(one, shelf if kind == "metric" else None) for one in suggest.in_hand(shop, shelf, ref))
    return list(filter(None, shown))[:_EXAMPLES]


def _shown(one: Suggestion, shelf: Catalogue | None) -> str:
    """`“… is back within … minutes”`; of a metric its name and what it says. "" where it offers no other words."""
    from workshop.suggest.suggestion import inner

    if one.saying:
        return f"“{one.saying.text}”"
    idea = shelf.metric(one.title) if shelf else None
    return f"{idea.name}: {inner(idea.definition)}" if idea and idea.name == one.title else ""
