"""Everything that the wall can show, once: how one comes there. Pictures, contrast and edges are tried on all of it."""

from __future__ import annotations

from typing import NamedTuple

from room import BACK, ENTER, TAB

from screens.steps import Boards
from workshop.steps import STEPS


class Pasted(str):
    """What comes from a clipboard."""


class Sight(NamedTuple):
    """One thing to see: its name, the workshop (`churn` or `new`), the step, and the keys that lead there."""

    name: str
    keys: tuple[str, ...]
    step: int = 1
    workshop: str = "churn"


_TABLE = Pasted(
    "Goal\tTo date\tAim\tDepartment\n"
    "Cut returns from 8% to 5% by June 2027\t8%\t5%\tSales\n"
    "Answer a tender within 5 days by 31 Mar 2027\t9 days\t5 days\tBids\n"
)
_CHURN = "Cut churn from 9% to 6% by 31 Dec 2027"

OVER = (
    Sight("card", (ENTER,)),
    Sight("card, asking", (ENTER, "down", "down", ENTER)),
    Sight("capture", ("a", *"Cut returns from 8% to 5%")),
    Sight("capture, kept", ("a", *_CHURN, ENTER)),
    Sight("choosing an owner", ("o",)),
    Sight("linking", ("right", "l"), 3),
    Sight("suggestions", ("s",), 3),
    Sight("pasted column", (Pasted("Open in Spain\nOpen in Italy\n"),)),
    Sight("pasted table", (_TABLE,)),
    Sight("incoming", (_TABLE, "a")),
    Sight("what the rows are", (_TABLE, ENTER)),
    Sight("marked rows", ("space", "space")),
    Sight("two of one", ("B", "ctrl+u", *"Cut churn", ENTER, *"Win back who left", ENTER)),
    Sight("scores, in the grid", (TAB, ENTER), 2),
    Sight("scores, blind", (TAB, "x"), 2),
    Sight("one objective", ("z",), 3),
    Sight("folded", ("space",), 3),
    Sight("matrix, in the grid", ("m", ENTER), 3),
    Sight("all agree except", ("g",), 4),
    Sight("RACI, in the grid", (ENTER,), 5),
    Sight("why", ("y",), 3),
    Sight("history", ("h",)),
    Sight("coach", ("c",), 3),
    Sight("coach at the start", ("c",), 1, "new"),
    Sight("help", ("?", "down"), 3),
    Sight("find", ("slash", *"churn")),
    Sight("palette", ("ctrl+p", *"step")),
    Sight("agenda", ("T",)),
    Sight("speakers", ("S",), 4),
    Sight("glossary over the wall", ("G",)),
    Sight("closing page over the wall", ("C",)),
    Sight("handing over", ("e",)),
    Sight("versions", ("equals_sign",), 6),
    Sight("compared", ("equals_sign", "end", ENTER), 6),
    Sight("as it stood", (BACK, BACK, "end", "s"), 6),
    Sight("express", ("X", *_CHURN, ENTER, *"Sales portal", ENTER, "down"), 1, "new"),
    Sight("presenter view", ("p",), 4),
    Sight("blank wall", ("p", "b"), 3),
)
"""What lies over the steps' own views, and what happens in them."""


def own() -> list[Sight]:
    """Each view of each step."""
    boards = Boards(None)  # type: ignore[arg-type]
    return [
        Sight(f"{step.number} {view.title}".lower(), (TAB,) * at, step.number)
        for step in STEPS
        for at, view in enumerate(boards[step.number].views)
    ]


SIGHTS = [
    *own(),
    *(Sight(f"1 {step} when new", (), number, "new") for number, step in ((1, "baseline"), (3, "map"))),
    *OVER,
]
