"""What is to be said of a metric: plainer words, what it leaves open, and the number behind an easy count."""

from __future__ import annotations

from collections.abc import Iterator

from workshop import acts
from workshop.catalogue import Catalogue
from workshop.declare import Record
from workshop.draft import Draft, Plan
from workshop.entries import MetricIdea
from workshop.likeness import telling
from workshop.records import Metric, Reading
from workshop.state import Workshop
from workshop.suggest.metrics import completed, names, open_fields, plan_for
from workshop.suggest.suggestion import Ranked, Suggestion, inner, sentence
from workshop.words import listed

_TRADE = telling(
    "article attainment availability backlog capacity configuration contact deployment error "
    "fulfilment headroom impacting incident incidents mean problem recurring resolution response SLA standard ticket "
    "unauthorised vulnerability success lead"
)
"""Words of the trade, at which a reader from the business slows down."""


def improved(shop: Workshop, catalogue: Catalogue, metric: Metric) -> Iterator[Ranked]:
    """The number to use in place of an easy count, plainer words, and what the catalogue can fill in."""
    from workshop.statement import is_aim

    idea = catalogue.metric(metric.name)
    if idea and idea.vanity_behind:
        yield from _behind(shop, catalogue, metric, idea)
    if is_aim(metric.name):
        yield from _meant(shop, catalogue, metric, idea)
        return
    yield from plainer(catalogue, metric, metric.kind.called)
    if not idea or idea.vanity_behind:
        return
    if telling(metric.name) in _own(idea) and telling(metric.name) & _TRADE:
        why = f"A reader outside IT knows at once what is meant; today it says “{metric.name}”"
        yield Ranked(20, Suggestion(f"Say “{idea.plain}”", sentence(why), _saying(metric, "name", idea.plain)))
    fields = open_fields(metric.values(), idea)
    if fields:
        labels = listed([inner(metric.kind.named[field].label) for field in fields])
        why = sentence(f"{metric.ref} is what the catalogue calls {inner(idea.name)}, and leaves this open")
        yield Ranked(30, Suggestion(f"Fill in {labels}", why, _filling(metric, idea)))


def plainer(catalogue: Catalogue, record: Record, field: str) -> Iterator[Ranked]:
    """The same words without their jargon, where there is any."""
    said = str(getattr(record, field))
    plain = catalogue.plainly(said)
    if plain != said:
        words = listed([f"“{found.words}”" for found in catalogue.jargon(said)])
        why = sentence(f"A reader outside IT stumbles over {words}")
        yield Ranked(10, Suggestion(f"Say “{plain}”", why, _saying(record, field, plain)))


def _own(idea: MetricIdea) -> set[frozenset[str]]:
    return {telling(name) for name in (idea.name, *idea.aliases)}


def _saying(record: Record, field: str, plain: str) -> Plan:
    return lambda draft: acts.edit(draft, record.ref, field, plain)


def _filling(metric: Metric, idea: MetricIdea) -> Plan:
    return lambda draft: completed(draft, metric.ref, idea)


def _behind(shop: Workshop, catalogue: Catalogue, metric: Metric, count: MetricIdea) -> Iterator[Ranked]:
    for at, idea in enumerate(catalogue.behind(count)):
        if idea.name.lower() not in names(shop):
            why = sentence(f"{metric.ref} counts work and no effect; this shows the effect: {inner(idea.definition)}")
            yield Ranked(at, Suggestion(idea.name, why, _instead(shop, metric, idea)))


def _meant(shop: Workshop, catalogue: Catalogue, metric: Metric, known: MetricIdea | None) -> Iterator[Ranked]:
    """The numbers that a wish may have meant: the one in its words, the telling ones of what its words point to."""
    pointed = catalogue.pointed(metric.name) or catalogue.pointed(catalogue.plainly(metric.name))
    most = max((many for many, _, _ in pointed), default=0)
    outcomes = [idea for many, idea, _ in pointed if many == most]
    outcomes = outcomes or [idea for idea, _ in catalogue.outcomes_for("other")]
    told = [found for idea in outcomes for key in idea.metrics[:1] if (found := catalogue.metric(key))]
    ideas = {idea.key: idea for idea in ((known,) if known else told)}
    for at, idea in enumerate(ideas.values()):
        if idea.name.lower() not in names(shop):
            why = sentence(f"“{metric.name}” is a wish and no number; this is one: {inner(idea.definition)}")
            yield Ranked(at, Suggestion(idea.name, why, _instead(shop, metric, idea)))


def _instead(shop: Workshop, metric: Metric, idea: MetricIdea) -> Plan:
    """The better number in its place; beside it where the room has read the other already."""
    read = any(reading.metric == metric.ref for reading in shop.all(Reading))
    if read or metric.baseline or metric.target:
        return plan_for(idea.name, idea, metric.outcomes, metric.processes)

    def plan(draft: Draft) -> str:
        acts.edit(draft, metric.ref, metric.kind.called, idea.name)
        for field in ("unit", "direction", "timing", "aspect"):
            acts.edit(draft, metric.ref, field, getattr(idea, field))
        completed(draft, metric.ref, idea)
        return metric.ref

    return plan


def is_poor(metric: Metric) -> bool:
    """Whether a metric is a wish, or an easy count that is tied to nothing."""
    from workshop.statement import is_aim, read

    return is_aim(metric.name) or (not metric.outcomes and read(metric.name, "metric").labels["vanity"] is True)
