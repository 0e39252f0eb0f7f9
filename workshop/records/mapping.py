"""The golden thread's other layers: outcome, process, the link between them, metric. Step 3."""

from workshop.declare import Record, amount, choice, count, day, flag, kind, ref, refs, text, who


@kind("process", "P", step=1, called="name", plural="processes")
class Process(Record):
    """A piece of service management work that moves outcomes."""

    name: str = text("Which processes exist, and which of them work?", needed=True, width=-1)
    practice: str = text("Which practice of the catalogue is it?", quoted=True)
    owner: str = who("Who owns the way it is done?", width=24)
    maturity: int | None = count("How mature is it, 1 to 5?", 1, 5, width=8)
    state: str = choice(
        "Does it work, or is it manual, inconsistent or under-owned?",
        "works", "manual", "inconsistent", "under-owned", "missing", width=13,
    )  # fmt: skip


@kind("outcome", "C", step=3, called="statement")
class Outcome(Record):
    """What a service must do so that an objective is met: a result, never an activity."""

    statement: str = text(
        "What would customers notice first if this went well?", needed=True, width=-1,
        help="The sales portal is back within 30 minutes after an outage",
    )  # fmt: skip
    objectives: tuple[str, ...] = refs("Which objectives does it serve?", "objective", width=8)
    service: str = ref("Which service does this?", "service", width=18)
    baseline: str = amount("From which value?", label="From", unit_in="unit", width=9)
    target: str = amount("To which value?", label="To", unit_in="unit", width=9)
    unit: str = text("In which unit?")
    due: str = day("By when?", label="By", width=11)
    owner: str = who("Who answers for this result?", width=22)
    supports: str = text("What does it give the business?", label="What it supports")
    reference: str = text("Which framework and clause ask for it?", label="Framework, clause", quoted=True)
    evidence: str = text("What shows it to an auditor?")
    explained_by: str = who("Who said the thread back in a minute?", label="Said back by", goes_with="statement")
    explained: str = choice(
        "Was it said back so that the room followed?",
        "passed",
        "not yet",
        label="Explain-back",
        goes_with="explained_by",
    )


@kind("link", "L", step=3, called="reason", once=("outcome", "process"))
class Link(Record):
    """Why one process moves one outcome."""

    outcome: str = ref("Which outcome?", "outcome", needed=True, width=10)
    process: str = ref("Through which process?", "process", needed=True, width=24)
    reason: str = text("Why does this process move this outcome?", width=-1)
    role: str = choice("Does it carry the outcome or help?", "primary", "supporting", width=11,
                       label="Part it plays")  # fmt: skip
    order: int | None = count("In which order does it act?", 1, 99, width=6, help="restore first, then find the cause")
    assumption: str = text("What must be true for this to work?")
    held: str = choice("Did the assumption hold?", "untested", "held", "failed", "unclear", label="Assumption held",
                       goes_with="assumption")  # fmt: skip

    @property
    def words(self) -> str:
        """Its reason; before there is one, what it joins."""
        return self.reason or f"{self.outcome} × {self.process}"


@kind("metric", "M", step=1, called="name")
class Metric(Record):
    """A number that shows whether an outcome is reached, and the decision that it informs."""

    name: str = text("Which numbers are looked at today, and by whom?", needed=True, width=-1)
    outcomes: tuple[str, ...] = refs("Which outcomes does it measure?", "outcome", width=9)
    processes: tuple[str, ...] = refs("Which processes does it watch?", "process", width=10)
    unit: str = text("In which unit?", width=9)
    direction: str = choice("Which way is better?", "up", "down", label="Better", width=7)
    baseline: str = amount("What is it today?", unit_in="unit", width=9)
    target: str = amount("Which value do we want?", unit_in="unit", width=9)
    due: str = day("By when?")
    timing: str = choice("Does it warn early or look back?", "leading", "lagging", width=9,
                         label="Kind")  # fmt: skip
    aspect: str = choice("Does it show speed and cost, or the effect?", "efficiency", "effectiveness")
    decision: str = text("Which decision does it inform?", label="Decision it serves")
    warns_at: str = amount("At which value does it warn?", label="Warns at", unit_in="unit")
    response: str = text("What is then done, and by whom?", label="Response", goes_with="warns_at")
    source: str = text("Where does the number come from?", quoted=True)
    reader: str = text("Who reads it?", label="Read by", quoted=True)
    owner: str = who("Who answers for the number?", width=20)
    every: str = text("How often is it taken?", label="How often")
    benchmark: str = text("What do others reach, by which source?", label="Outside benchmark")
    dashboard: str = flag("On the dashboard?", label="On dashboard")
