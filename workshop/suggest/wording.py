"""What is to be said of a metric: plainer words, what it leaves open, and the number behind an easy count."""

from __future__ import annotations

from collections.abc import Iterator

from workshop import acts
from workshop.catalogue import Catalogue
from workshop.declare import Record
from workshop.draft import Plan
from workshop.entries import MetricIdea
from workshop.likeness import telling
from workshop.records import Metric
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
    idea = catalogue.metric(metric.name)
    if idea and idea.vanity_behind:
        yield from _behind(shop, catalogue, metric, idea)
    yield from plainer(catalogue, metric, metric.kind.called)
    if not idea:
        return
    if telling(metric.name) in _own(idea) and telling(metric.name) & _TRADE:
        why = f"A reader outside IT knows at once what is meant; today it says “{metric.name}”"
        yield Ranked(20, Suggestion(f"Say “{idea.plain}”", sentence(why), _saying(metric, "name", idea.plain)))
    fields = open_fields(metric.values(), idea)
    if fields and not idea.vanity_behind:
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
            plan = plan_for(idea.name, idea, metric.outcomes, metric.processes)
            yield Ranked(at, Suggestion(idea.name, why, plan))
