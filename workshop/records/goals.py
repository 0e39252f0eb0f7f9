"""What the business wants and who wants it: steps 1 and 2."""

from workshop.declare import Record, amount, choice, count, day, flag, kind, ref, refs, text, who

CATEGORIES = ("growth", "cost reduction", "customer satisfaction", "compliance", "resilience",
              "speed to market", "employee productivity", "other")  # fmt: skip
GROUPS = ("sponsor", "business", "finance", "operations", "security", "service owner",
          "process owner", "governance", "facilitator")  # fmt: skip
CRITERIA = ("impact", "urgency", "dependency")
LEVELS = ("high", "medium", "low")


@kind("workshop", "W", step=1, called="title")
class Shop(Record):
    """The workshop itself: what it is about, who leads it and what it chose."""

    title: str = text("What is this workshop called?", width=-1)
    client: str = text("For which organisation?", quoted=True)
    unit: str = text("Which business unit or service is it about?", label="Business unit")
    pilot: str = ref(
        "Which one do we take first: an objective, a service or a unit?",
        "objective", "service", help="One only: prove the map small, then expand.",
    )  # fmt: skip
    sponsor: str = who("Which executive stands behind the pilot?")
    held_on: str = day("When is the workshop held?")
    facilitator: str = text("Who leads the room?", quoted=True)
    next_review: str = day("When do we look again at what the metrics did?")
    year_starts: int | None = count("In which month does the business year start?", 1, 12, help="1 is January")
    confidentiality: str = text("Who may read this?")
    parted_from: str = text("From which workshop did this break-out part, and when?", quoted=True)
    joined: str = text("Which break-outs are in here?", quoted=True, inner=True, help="the last act of each, by its id")
    weight_impact: int | None = count("How much does business impact weigh?", 0, 10, label="Weight of impact")
    weight_urgency: int | None = count("How much does urgency weigh?", 0, 10, label="Weight of urgency")
    weight_dependency: int | None = count(
        "How much does dependency on IT services weigh?", 0, 10, label="Weight of IT dependency"
    )


@kind("objective", "O", step=1, called="statement")
class Objective(Record):
    """A measurable result that the organisation wants, by a date."""

    statement: str = text(
        "What result does the business want, how much of it, and by when?",
        needed=True, width=-1, help="Cut customer churn from 9% to 6% by 31 Dec 2027",
    )  # fmt: skip
    said: str = text("How was it first said?", label="First wording", quoted=True, goes_with="statement")
    category: str = choice("What kind of result is it?", *CATEGORIES, width=14)
    horizon: str = choice(
        "Does it set direction for quarters, or is it this month's work?",
        "strategic", "operational", label="Level",
    )  # fmt: skip
    measure: str = text("What is measured?", label="What is measured")
    baseline: str = amount("Where does it stand today?", label="Today", unit_in="unit", width=9)
    target: str = amount("Which value do we want?", unit_in="unit", width=9)
    unit: str = text("In which unit?")
    due: str = day("By when?", width=11)
    source: str = choice(
        "Where does it come from?", "annual plan", "OKR", "transformation roadmap",
        "audit finding", "risk register", "digital initiative", "interview",
    )  # fmt: skip
    source_ref: str = text("Where in that source?", label="Place in source", quoted=True, goes_with="source")
    owner: str = who("Who answers for it in the business?", width=18)
    services: tuple[str, ...] = refs("Which services does it depend on?", "service")
    customer_facing: str = flag("Do customers feel it directly?")
    serves: str = ref("Which larger objective does it serve?", "objective")
    heard: tuple[str, ...] = refs("Who was asked about it so far?", "person", label="Heard from")
    worth: str = text("What is reaching it worth?", label="Value at stake")
    reference: str = text("Which framework and clause ask for it?", label="Framework, clause", quoted=True)
    state: str = choice(
        "Where does it stand in this workshop?",
        "candidate", "pilot", "mapped", "parked", "proved",
    )  # fmt: skip
    parked_because: str = text("Why is it parked?", label="Parked because", goes_with="state")


@kind("service", "S", step=1, called="name")
class Service(Record):
    """Something IT runs that the business depends on."""

    name: str = text("Which services carry the top priorities?", needed=True, width=-1)
    criticality: str = choice("How much does it hurt when it stops?", *LEVELS, width=12)
    owner: str = who("Who answers for it?", width=26)


@kind("person", "H", step=1, called="name", plural="people")
class Person(Record):
    """Somebody in the room, or who should be: by name and by role."""

    name: str = text("Who owns, decides or does the work here?", needed=True, width=-1, quoted=True)
    role: str = text("In which role?", width=28, quoted=True)
    group: str = choice("Speaking for whom?", *GROUPS, width=16)
    present: str = flag("In the room?", width=8)


@kind("score", step=2, called="criterion", key=("objective", "person", "criterion"))
class Score(Record):
    """How high one voter, or the room, holds an objective on one criterion, 1 to 5."""

    objective: str = ref("Which objective?", "objective", needed=True)
    person: str = who("Whose score? Empty is the room's.", private=True)
    criterion: str = choice("Which criterion?", *CRITERIA, needed=True)
    value: int | None = count("From 1, low, to 5, high?", 1, 5)


UNKNOWN_NEEDS = ("owner", "due")
"""The fields that a note of what nobody knows needs: somebody who finds out, by a day."""


@kind("note", "N", step=1, called="text")
class Note(Record):
    """Something to keep beside a knot: what hurts, what it depends on, what nobody knows yet."""

    on: str = ref("On which record?")
    what: str = choice(
        "What kind of note?",
        "pain", "dependency", "risk", "assumption", "decision", "parked", "unknown", "remark", "version",
        width=11,
    )  # fmt: skip
    text: str = text("What hurts, and where?", needed=True, width=-1)
    severity: str = choice("How badly?", *LEVELS, width=9)
    owner: str = who("Who finds out?", width=22)
    due: str = day("By when?", width=11)
    private: str = flag("Only for the facilitator?")
