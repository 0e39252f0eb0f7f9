"""Answers from what is known: why a target was missed, and what the catalogue holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from screens.cli import say
from screens.cli.arguments import Said
from store.file import WorkshopFile
from workshop.errors import NotUnderstood

if TYPE_CHECKING:
    from workshop.derived.threads import Thread
    from workshop.records import Metric
    from workshop.state import Workshop
    from workshop.why import Answer


def why(said: Said) -> int:
    """Say what the file knows of an objective that was missed, along its thread."""
    from workshop.records import Objective
    from workshop.why import objective_of
    from workshop.why import why as explained

    ref = said["REF"].upper()
    with WorkshopFile.open(Path(said["FILE"]), write=False) as file:
        shop = file.shop
        known = shop.all(Objective)
        if not known:
            raise NotUnderstood("No objective is in this workshop yet; there is nothing that could have been missed")
        shop.find(ref)
        objective = objective_of(shop, ref)
        if objective is None:
            raise NotUnderstood(f"{ref} stands on no thread of an objective; name an objective, such as {known[0].ref}")
        answer = explained(shop, objective, ref)
        if "--json" in said:
            say.records([_answer(shop, answer)])
        else:
            for sentence in answer.sentences:
                say.line(sentence)
    return 0


def catalogue(said: Said) -> int:
    """List the catalogue; or say what is wrong in a file of one's own, 1 when something is."""
    from store import catalogues
    from workshop.catalogue import lines

    if "--check" in said:
        path = Path(said["--check"])
        if not path.is_file():
            raise NotUnderstood(f"There is no file {path}; give the path of a .toml file")
        mistakes = catalogues.check(path)
        for mistake in mistakes:
            say.line(str(mistake))
        if not mistakes:
            say.line(f"{path} holds: nothing is wrong in it")
        return 1 if mistakes else 0
    shelf = catalogues.catalogue()
    for line in lines(shelf):
        say.line(line)
    for mistake in shelf.mistakes:
        say.note(str(mistake))
    return 0


def _answer(shop: Workshop, answer: Answer) -> dict[str, object]:
    from exporters.data import told

    return {
        "objective": told(answer.objective),
        "threads": [_thread(shop, thread) for thread in answer.threads],
        "actions": [told(action) for action in answer.actions],
        "findings": [
            {"rule": f.rule, "severity": f.severity, "ref": f.ref, "message": f.message, "suggestion": f.suggestion}
            for f in answer.findings
        ],
        "sentences": answer.sentences,
    }


def _thread(shop: Workshop, thread: Thread) -> dict[str, object]:
    names = ("outcome", "process", "metric")
    knots = {name: record.ref if record else None for name, record in zip(names, thread.layers[1:], strict=True)}
    return knots | _figures(shop, thread.metric)


def _figures(shop: Workshop, metric: Metric | None) -> dict[str, object]:
    from workshop.answers import values
    from workshop.derived.trends import trends

    if metric is None:
        return dict.fromkeys(("latest", "on", "target", "status", "owner"))
    trend = trends(shop)[metric.ref]
    on = trend.on.isoformat() if trend.on else None
    return {"latest": trend.latest, "on": on, "target": metric.target or None, "status": trend.status,
            "owner": values.who(metric.owner, shop) or None}  # fmt: skip
