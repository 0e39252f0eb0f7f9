"""What an edited cell says, understood as its field holds it."""

from __future__ import annotations

import re

from workshop import words
from workshop.answers import amounts
from workshop.declare import Field, Value
from workshop.draft import Draft
from workshop.incoming.aim import Edit
from workshop.incoming.doubts import refuse_two_readings
from workshop.incoming.proposals import Proposed
from workshop.records import Person
from workshop.words import folded

_PLACES = ("service", "process")
"""What a field means that takes any record and is told one by its words."""


class Understood:
    """Reads cells for a draft; `exact` where they say what fields hold, not what people read."""

    def __init__(self, draft: Draft, found: Proposed, *, exact: bool) -> None:
        self.draft = draft
        self.found = found
        self.exact = exact
        self.called: dict[tuple[str, str], str] = {}
        """Records of this draft, by kind and words: a line may name one that another line makes."""

    def read(self, spec: Field, edit: Edit, ref: str = "") -> Value:
        """What the field would hold. Raises NotUnderstood, also at what has two readings."""
        self.found.dropped += words.dropped(edit.text)
        if self.exact:
            return self.draft.read(spec, edit.text)
        text = edit.aim.lead + edit.text if edit.text else ""
        refuse_two_readings(spec, text, edit.was)
        if spec.type == "who":
            return self._person(text)
        if spec.type == "amount":
            text = self._amount(spec, text, edit, ref)
        if spec.type in ("ref", "refs"):
            text = self._refs(spec, text)
        return self.draft.read(spec, text)

    def unknown(self, spec: Field, text: str) -> list[str]:
        """The words in a field of refs that name no record, each once."""
        parts = (words.clean(part) for part in _parts(spec, text))
        return list(dict.fromkeys(part for part in parts if part and not self._ref(spec, part)))

    def _refs(self, spec: Field, text: str) -> str:
        """The text with refs where it names records by their words."""
        return ",".join(self._ref(spec, words.clean(part)) or part for part in _parts(spec, text))

    def _ref(self, spec: Field, part: str) -> str:
        """The ref of the record that is so called, of this draft or the room's; "" where there is none, or two."""
        first = part.split()[0].upper() if part else ""
        if self.draft.known(first):
            return first
        kinds, said = spec.to or _PLACES, folded(part)
        made = {self.called[kind, said] for kind in kinds if (kind, said) in self.called}
        held = {r.ref for kind in kinds for r in self.draft.shop.of(kind) if folded(r.words) == said}
        return next(iter(made | held)) if len(made | held) == 1 else ""

    def _person(self, text: str) -> Value:
        wanted = words.clean(text)
        found = [p.ref for p in self.draft.shop.all(Person) if folded(p.words) == folded(wanted)]
        if made := self.called.get(("person", folded(wanted))):
            found.append(made)
        return found[0] if len(found) == 1 else wanted

    def _amount(self, spec: Field, text: str, edit: Edit, ref: str) -> str:
        """The amount as the field holds it: without the unit that its sibling holds, else with the one it had."""
        ours = str(self.draft.value(ref, spec.unit_in)) if spec.unit_in and ref else ""
        said = amounts.unit(text)
        if ours:
            return text.strip().removesuffix(ours).strip() if said == ours else text
        unit = edit.aim.unit or (amounts.unit(str(self.draft.value(ref, spec.name))) if ref else "")
        return amounts.with_unit(text.strip(), unit) if text.strip() and not said else text


def _parts(spec: Field, text: str) -> list[str]:
    return re.split(r"[,;\n]+", text) if spec.type == "refs" else [text]
