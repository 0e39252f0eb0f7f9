"""Decision rights, routines, actions and the glossary: what the room agreed, straight from the records."""

from __future__ import annotations

from exporters.columns import bold, key, of_fields
from exporters.layout import Book, Place, Rule, Sheet
from exporters.saying import counted, number, paired, refs, sentence, them, verb
from workshop.derived import duties
from workshop.records import Action, Decision, Routine, Term
from workshop.words import listed


def decisions(book: Book) -> Sheet:
    """Who decides alone, who is asked first, where it goes from there."""
    widths = {"name": 20, "scenario": 42, "decides": 22, "consulted": 29, "escalates_to": 22, "within": 14}
    columns = of_fields(book.shop, Decision.kind, widths, fixed=("name", "scenario"))
    return Sheet(
        name="Decision rights",
        table="Decisions",
        headline=_settled(book.shop.all(Decision)),
        how="Who decides alone, who is asked first, and where it goes when the time is up.",
        columns=tuple(bold(column) if column.field == "decides" else column for column in columns),
        rows=book.shop.all(Decision),
        key=key,
        new=Decision.kind.name,
    )


def routines(book: Book) -> Sheet:
    """The meetings that keep the thread alive."""
    widths = {"what": 30, "every": 18, "chair": 24, "attends": 36, "decides": 36}
    rows = book.shop.all(Routine)
    led = [routine for routine in rows if routine.decides]
    each = f"{number(len(rows) - len(led))} without a decision to take"
    if len(led) == len(rows):
        each = "each has a decision to take" if len(rows) > 1 else "it has a decision to take"
    elif not led:
        each = "none has a decision to take yet" if len(rows) > 1 else "it has no decision to take yet"
    said = sentence(f"{counted(len(rows), 'meeting')} {verb(len(rows), 'keeps', 'keep')} the thread alive", each)
    return Sheet(
        name="Routines",
        table="Routines",
        headline=said if rows else "No meeting keeps the thread alive yet",
        how="A meeting without a decision to take is the first to be dropped.",
        columns=of_fields(book.shop, Routine.kind, widths, fixed=("what",)),
        rows=rows,
        key=key,
        new=Routine.kind.name,
    )


def actions(book: Book) -> Sheet:
    """What somebody does by a day, for a thread."""
    widths = {"what": 48, "why": 32, "owner": 26, "due": 13, "status": 12}
    return Sheet(
        name="Action plan",
        table="Actions",
        headline=_moving(book),
        how="Change action, owner, due date and status here. A line added below comes back as a new action.",
        columns=of_fields(book.shop, Action.kind, widths, fixed=("why",)),
        rows=book.shop.all(Action),
        key=key,
        new=Action.kind.name,
        rules=(
            Rule(("Status",), "green", equals="Done"),
            Rule(("Status",), "blue", equals="Doing"),
            Rule(("Status",), "amber", equals="Open"),
            Rule(("Status",), "plain", equals="Dropped"),
            Rule(("Due",), "red", when=_overdue),
        ),
    )


def glossary(book: Book) -> Sheet:
    """One word for one thing."""
    rows = book.shop.all(Term)
    said = sentence(f"{counted(len(rows), 'word')} settled{', each for one thing' if len(rows) > 1 else ''}")
    return Sheet(
        name="Glossary",
        table="Glossary",
        headline=said if rows else "No word is settled yet",
        how="Where one of the words to the right is used, read the one to the left.",
        columns=tuple(bold(column) if column.field == "term" else column
                      for column in of_fields(book.shop, Term.kind, {"term": 26, "definition": 66, "instead_of": 38})),
        rows=rows,
        key=key,
        new=Term.kind.name,
    )  # fmt: skip


_CALLED = (("open", "open"), ("doing", "moving"), ("done", "done"), ("dropped", "dropped"))


def _settled(decisions: list[Decision]) -> str:
    if not decisions:
        return "No decision has a name beside it yet"
    clear = [decision for decision in decisions if decision.decides and decision.within]
    left = [decision.ref for decision in decisions if decision not in clear]
    having = [(bool(decision.decides), bool(decision.within)) for decision in decisions]
    lead = paired(having, "decision", "a name", "a clock")
    return sentence(lead, f"{refs(left)} {verb(len(left), 'is', 'are')} still open" if left and clear else "")


def _moving(book: Book) -> str:
    rows = book.shop.all(Action)
    if not rows:
        return "Nothing is to be done yet"
    late = len(duties.overdue(book.shop))
    by = [(sum((action.status or "open") == status for action in rows), word) for status, word in _CALLED]
    held = [(n, word) for n, word in (*by, (late, "overdue")) if n]
    if len(rows) == 1:
        return sentence("one action", f"it is {listed([word for _, word in held])}")
    told = [f"{them(n, len(rows))} {verb(n, 'is', 'are')} {word}" for n, word in held]
    return sentence(counted(len(rows), "action"), ", ".join(told))


def _overdue(place: Place) -> str:
    due, status = place.here("Due"), place.here("Status")
    return f'AND(ISNUMBER({due}),{due}<TODAY(),{status}<>"Done",{status}<>"Dropped")'
