"""What the metrics did, and what follows: step 6."""

from workshop.declare import Record, amount, choice, day, kind, ref, text


@kind("reading", step=6, called="value", key=("metric", "on"))
class Reading(Record):
    """What a metric said on a day."""

    metric: str = ref("Which metric?", "metric", needed=True)
    on: str = day("On which day?", needed=True)
    value: str = amount("What did it say?", needed=True)


@kind("ruling", "G", step=6, called="reason")
class Ruling(Record):
    """What a review decided about an outcome or a metric."""

    on: str = ref("On which outcome or metric?", "outcome", "metric", needed=True, width=8)
    review: str = day("At which review?", width=11)
    says: str = choice("Keep, refine or retire?", "keep", "refine", "retire", width=8,
                       label="Ruling")  # fmt: skip
    reason: str = text("Why?", width=-1, goes_with="says")
    decided: str = text("What did it lead the room to do?", label="What it led to", width=30, goes_with="says")
