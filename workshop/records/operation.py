"""Who does what from now on: step 5."""

from workshop.declare import Record, choice, day, kind, ref, text, who


@kind("activity", "A", step=5, called="name", plural="activities")
class Activity(Record):
    """A piece of work of a process that needs an answerable person."""

    name: str = text("What must somebody do?", needed=True, width=-1)
    process: str = ref("In which process?", "process", width=26)


@kind("raci", step=5, called="letter", key=("activity", "who"), plural="raci")
class Letter(Record):
    """The part that one person or role plays in one activity."""

    activity: str = ref("In which activity?", "activity", needed=True)
    who: str = who("Who?", needed=True)
    letter: str = choice("Responsible, accountable, consulted or informed?", "R", "A", "C", "I", "A/R")


@kind("decision", "D", step=5, called="name")
class Decision(Record):
    """A decision right: who decides, who is asked first, where it goes when they cannot."""

    name: str = text("What must be decided?", needed=True, width=-1)
    scenario: str = text("In which situation?", label="Situation")
    decides: str = who("Who decides?", label="Who decides", width=24)
    consulted: str = text("Who is asked first?", label="Asked first", width=24, quoted=True)
    escalates_to: str = who("Where does it go from there?", label="Escalates to", width=22)
    within: str = text("Within what time?", width=12)


@kind("action", "X", step=5, called="what")
class Action(Record):
    """Something that somebody does by a date, for a thread."""

    what: str = text("What do we do next?", needed=True, width=-1, label="Action")
    why: str = ref("For which record?", label="For", width=6)
    owner: str = who("Who does it?", width=24)
    due: str = day("By when?", width=11)
    status: str = choice("How far is it?", "open", "doing", "done", "dropped", width=8)


@kind("routine", "R", step=5, called="what")
class Routine(Record):
    """A meeting that keeps the thread alive, with the decision that it takes."""

    what: str = text("Which meeting keeps this alive?", needed=True, width=-1, label="Routine")
    every: str = text("How often?", label="How often", width=16)
    chair: str = who("Who chairs it?", label="Who chairs", width=24)
    attends: str = text("Who comes?", label="Who comes", quoted=True)
    decides: str = text("What does it decide?", label="Decision", width=30)
