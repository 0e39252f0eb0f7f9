"""What the stakeholders say to a thread, and the words they share: step 4."""

from workshop.declare import Record, choice, kind, ref, text, who


@kind("verdict", "V", step=4, called="words", once=("on", "person"))
class Verdict(Record):
    """What one stakeholder says to a thread, bound to the words that were on the wall."""

    on: str = ref("On which thread?", "outcome", "link", needed=True, width=8)
    person: str = who("Who says it?", needed=True, width=26)
    says: str = choice("Agree, concern or block?", "agree", "concern", "block", needed=True,
                       label="Verdict", width=10)  # fmt: skip
    words: str = text("In their words?", label="In their words", width=-1, private=True, goes_with="says")
    wording: str = text("Which words were signed?", label="Words signed", quoted=True, goes_with="says")


@kind("term", "T", step=4, called="term")
class Term(Record):
    """One word for one thing, defined once."""

    term: str = text("Which word do we settle?", needed=True, width=26, quoted=True)
    definition: str = text("What do we mean by it?", label="What we mean", width=-1, quoted=True)
    instead_of: str = text(
        "Which words do we drop for it?", label="Instead of", width=26,
        help="words separated by commas", quoted=True,
    )  # fmt: skip


@kind("dismissal", "F", step=4, called="reason", once=("rule", "on"))
class Dismissal(Record):
    """A note of the coach that the room sets aside, with the reason."""

    rule: str = text("Which note of the coach?", needed=True, width=26, quoted=True)
    on: str = ref("On which record?", needed=True, width=8, help="W1 when it is about the whole workshop")
    reason: str = text("Why does it not hold here?", needed=True, width=-1)


NOTHING = "(nothing)"
"""How a side that emptied a field is quoted."""


@kind("dispute", "K", step=4, called="says", once=("on", "field", "says"))
class Dispute(Record):
    """What one side says where break-outs disagree; it stays beside the other's until somebody chooses."""

    on: str = ref("About which record?", needed=True, width=8)
    field: str = text("About which of its answers?", needed=True, width=14)
    says: str = text("What does this side say?", needed=True, width=-1)
    by: str = text("Who says it?", label="Said by", width=22, quoted=True)
