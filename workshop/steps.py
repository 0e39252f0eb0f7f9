"""The six steps of the method: what each is for, what to ask aloud, how long it takes and what it leaves."""

from __future__ import annotations

from typing import NamedTuple


class Step(NamedTuple):
    """One step. `questions` are asked aloud in their order, each about a kind in `about`; `minutes` is its time box."""

    number: int
    key: str
    name: str
    purpose: str
    questions: tuple[str, ...]
    minutes: int
    produces: str
    about: tuple[str, ...] = ()

    def question(self, kind: str, turn: int) -> str:
        """What to ask while a list of that kind is in hand: what is about it first, then on with each turn."""
        first = self.about.index(kind) if kind in self.about else 0
        return self.questions[(first + turn) % len(self.questions)]


STEPS: tuple[Step, ...] = (
    Step(
        1, "baseline", "Baseline",
        "Put on the wall what the business wants and what IT has today.",
        ("Which results matter most to the business now?",
         "Which services carry those results?",
         "Which service management processes do we have?",
         "Which of them do their job?",
         "Which are done by hand, done differently each time, or left without an owner?",
         "Which numbers do we look at today, and who reads them?",
         "Where does it hurt?"),
        25, "An inventory of objectives, services, processes, numbers, owners and pain points",
        ("objective", "service", "process", "process", "process", "metric", "note"),
    ),
    Step(
        2, "select", "Select",
        "Choose the one objective, service or unit that is worth proving first.",
        ("How hard does it hit the business, how urgent is it, how much of it hangs on IT?",
         "Do customers feel this one before anybody inside does?",
         "Which one is small enough to prove before we widen it?",
         "Which executive stands behind it, by name?"),
        20, "A ranking that the room can explain, one pilot and its sponsor",
    ),
    Step(
        3, "map", "Map",
        "Draw the thread from objective through outcome and process to the number.",
        ("What would customers notice first if this went well?",
         "From which value to which, for which service, by when?",
         "Through which process, and why that one?",
         "Which number would show it, and which would warn us early?",
         "What would we decide differently if that number moved?"),
        45, "The golden thread: every outcome with its processes, numbers and owner",
        ("outcome", "outcome", "link", "metric", "metric"),
    ),
    Step(
        4, "validate", "Validate",
        "Hear from all concerned whether the threads are true, in their words.",
        ("What result are we after here?",
         "What must the service do so that we get it?",
         "What would we change in a process to move the number?",
         "Who says this thread back to us in a minute?"),
        25, "A verdict from each group on each thread, and words that all of us share",
    ),
    Step(
        5, "operationalize", "Operationalize",
        "Settle who does what, who decides, and which meetings keep it going.",
        ("An urgent fix cannot wait for the usual change control: who accepts the risk?",
         "Two units want the same shared service improved first: who says which?",
         "A problem keeps coming back and needs money: who makes the case for it?",
         "Who is accountable for each piece of work, one name only?",
         "What happens next, by whom and by when?"),
        25, "RACI, decision rights, an action plan, routines and a dashboard definition",
        ("decision", "decision", "decision", "activity", "action"),
    ),
    Step(
        6, "review", "Review",
        "See what the numbers did, decide what follows, say when to look again.",
        ("What did the number do, and what did we decide because of it?",
         "Did what we assumed turn out to be true?",
         "Do we keep it, refine it or retire it?",
         "When do we look again?"),
        10, "A ruling with its reason on each outcome and number, and the next date",
    ),
)  # fmt: skip
"""The steps in their order; step `n` is `STEPS[n - 1]`."""
