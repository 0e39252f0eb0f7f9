"""A wish, work done or jargon said as a result: patterns of the catalogue with blanks for the room (S2, S11, S13)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from workshop.catalogue import Catalogue, filled
from workshop.draft import Draft
from workshop.entries import OutcomeIdea
from workshop.plans import filling
from workshop.records import Objective, Outcome, Service
from workshop.state import Workshop
from workshop.suggest.outcomes import likely
from workshop.suggest.suggestion import (
    Ranked,
    Saying,
    Suggestion,
    as_said,
    called,
    dated,
    inner,
    pilot_service,
    sentence,
)
from workshop.words import BLANK

_MOST = 4
"""Better wordings that a room is shown at once."""
_COMMON = ("customer satisfaction", "employee productivity", "resilience", "cost reduction")
"""What most wishes of the business turn out to be about, where their words do not say."""


def is_weak(record: Objective | Outcome) -> bool:
    """Whether the statement alone would let nobody say that it was reached, and its fields do not say more.

    A pattern of the catalogue whose blanks wait for the room is none.
    """
    if (record.target and record.due) or BLANK in record.statement:
        return False
    from workshop.statement import read

    labels = read(record.statement, record.kind.name).labels
    return bool(labels["vague"] or labels["output_not_outcome"])


def restated(shop: Workshop, catalogue: Catalogue, record: Objective | Outcome) -> Iterator[Ranked]:
    """How a weak statement could be said instead, the likeliest first; nothing where it stands well."""
    if not is_weak(record):
        return
    ideas = _ideas(catalogue, record)
    if isinstance(record, Objective):
        found = _objectives(shop, catalogue, record, ideas)
    else:
        found = _outcomes(shop, catalogue, record, ideas)
    for at, suggestion in zip(range(_MOST), found, strict=False):
        yield Ranked(at - 100, suggestion)


def _objectives(
    shop: Workshop, catalogue: Catalogue, objective: Objective, ideas: list[OutcomeIdea]
) -> Iterator[Suggestion]:
    """What the business would have of it: of the category that is meant both patterns, of the others one each."""
    service = _service(shop, objective.services)
    more = {"services": service.ref} if service else {}
    meant = _meant(catalogue, objective)
    others = [category for idea in ideas for category in idea.supports] or ([] if meant else _COMMON)
    for at, key in enumerate(dict.fromkeys((*meant, *others))):
        category = catalogue.categories[key]
        for pattern in category.statements[: 2 if at < len(meant) else 1]:
            why = sentence(f"For {category.key}: {inner(category.gives)}")
            text = filled(pattern, service=called(service) if service else "")
            yield _restating(objective, text, why, {"category": category.key, **more})


def _meant(catalogue: Catalogue, objective: Objective) -> list[str]:
    """The categories that the room gave, or to which the words point most."""
    if objective.category in catalogue.categories and objective.category != "other":
        return [objective.category]
    pointed = catalogue.categories_of(objective.statement)
    return [category.key for category in pointed or catalogue.categories_of(catalogue.plainly(objective.statement))][:2]


def _outcomes(shop: Workshop, catalogue: Catalogue, outcome: Outcome, ideas: list[OutcomeIdea]) -> Iterator[Suggestion]:
    """What the service would do: what the words point to, else what the objective hangs on."""
    service = _service(shop, (outcome.service,))
    more = {"service": service.ref} if service else {}
    objective = next((found for ref in outcome.objectives if (found := shop.one(Objective, ref))), None)
    if not ideas and objective:
        ideas = [idea for _, idea, _ in likely(catalogue, objective)]
    for idea in ideas or [idea for idea, _ in catalogue.outcomes_for("other")]:
        said = filled(idea.statement, service=called(service) if service else "")
        yield _restating(
            outcome, dated(said), sentence(idea.gives), {"supports": idea.gives, "unit": idea.unit, **more}
        )


def _restating(record: Objective | Outcome, text: str, why: str, more: Mapping[str, str]) -> Suggestion:
    plan = partial(_say, record.ref, more)
    saying = Saying(record.ref, record.kind.name, text, plan)
    return Suggestion(f"Say “{text}”", why, partial(plan, text=text), saying)


def _say(ref: str, more: Mapping[str, str], draft: Draft, text: str) -> str:
    """Say a record in other words, with the fields that go with them; a service only while it is still named."""
    service = draft.shop.get(more.get("service", "") or more.get("services", ""))
    named = not service or service.words.lower() in text.lower()
    held = more if named else {field: said for field, said in more.items() if not field.startswith("service")}
    filling.restate(draft, ref, as_said(text), held)
    return ref


def _ideas(catalogue: Catalogue, record: Objective | Outcome) -> list[OutcomeIdea]:
    """The outcomes that a statement may have meant: by what it counts; by its words, unless it is work that is done."""
    from workshop.statement import read

    said = record.statement
    metric = catalogue.metric(said)
    shown = [catalogue.shown_by(one.key) for one in (catalogue.behind(metric) or [metric])] if metric else []
    pointed = catalogue.pointed(said) or catalogue.pointed(catalogue.plainly(said))
    if read(said, record.kind.name).labels["output_not_outcome"] and not shown:
        return []
    most = max((many for many, _, _ in pointed), default=0)
    named = [catalogue.outcome(said), *shown, *(idea for many, idea, _ in pointed if many == most)]
    return list({idea.key: idea for idea in named if idea}.values())


def _service(shop: Workshop, refs: tuple[str, ...]) -> Service | None:
    """The service that is meant: the one named, the pilot's, the only one; None where the room has to say."""
    every = shop.all(Service)
    named = [service for ref in refs if (service := shop.one(Service, ref))]
    return named[0] if named else pilot_service(shop) or (every[0] if len(every) == 1 else None)
