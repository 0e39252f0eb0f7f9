"""Taking files in: what they propose is shown first, and nothing is changed without a word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from screens.bringing_in import brought
from screens.cli import say
from screens.cli.arguments import Said
from store.file import WorkshopFile
from workshop import acts, words
from workshop.state import kind_named

if TYPE_CHECKING:
    from workshop.incoming.handback import Choice
    from workshop.incoming.proposals import Proposal, Proposed

_MOST_SHOWN = 20
"""Lines of a long list that are shown to people; programs get all with --json."""
_LEFT = "Left to a person, because the room said something else since, or much the same,"


def import_(said: Said) -> int:
    """Show what a file would change, or take it in; 1 where something waits for a person."""
    path, accept = Path(said["BOOK"]), said["--accept"]
    if "--dry-run" in said:
        accept = ""
    kind = kind_named(said["--kind"]) if said["--kind"] else None
    with WorkshopFile.open(Path(said["FILE"]), write=bool(accept)) as file:
        book = brought(file, path, kind)
        proposed = book.proposed(file.shop)
        why = f"import {words.clean(path.name)}"
        if accept == "none" and book.ours:
            file.act(lambda draft: acts.came_back(draft, path.name), why=why, step=book.step, origin="imported")
        elif accept != "none" and accept and proposed.changes:
            file.back_up_now()
            plan = book.plan(_choice(accept))
            done = file.act(plan, why=why, step=book.step, origin="imported", by=book.by or None)
            proposed = _proposed(done.result)
    say.note(file.notice)
    taken = accept not in ("", "none")
    if "--json" in said:
        problems = [problem._asdict() for problem in proposed.problems]
        say.records([{"proposed": [_told(p) for p in proposed.changes], "problems": problems}])
    else:
        _tell(proposed, accept, taken=taken)
    if proposed.dropped:
        say.note(f"left out {words.plural(proposed.dropped, 'control character')}, which a screen could obey")
    waits = proposed.left if taken else proposed.changes if accept != "none" else ()
    return 1 if proposed.problems or (waits and accept != "mine") else 0


def _choice(accept: str) -> Choice:
    from workshop.incoming.handback import EVERYTHING, UNDISPUTED

    return EVERYTHING if accept == "theirs" else UNDISPUTED


def _proposed(result: object) -> Proposed:
    from workshop.incoming.proposals import Proposed

    assert isinstance(result, Proposed)
    return result


def _told(proposal: Proposal) -> dict[str, object]:
    """A proposal as programs get it; what it is like is said only where it is like something."""
    told = {name: ",".join(v) if isinstance(v, tuple) else v for name, v in proposal._asdict().items()}
    return {name: value for name, value in told.items() if name not in ("on", "line") and (value or name != "like")}


def _tell(proposed: Proposed, accept: str, *, taken: bool) -> None:
    left = proposed.left if taken else []
    changes = [change for change in proposed.changes if change not in left]
    _list(changes, "Took" if taken else "Would take")
    if not proposed.changes:
        say.line("Nothing in it is new.")
    _list(left, "Kept ours in" if accept == "mine" else _LEFT)
    if proposed.problems:
        say.line(f"{words.plural(len(proposed.problems), 'problem')}, left out:")
        for problem in proposed.problems[:_MOST_SHOWN]:
            say.line(f"  {problem.where}: {problem.message}")
        _rest(len(proposed.problems))
    if changes and not taken:
        say.line("Nothing was changed; take it with --accept all.")


def _list(changes: list[Proposal], did: str) -> None:
    if not changes:
        return
    records = len({change.ref for change in changes})
    say.line(f"{did} {words.plural(len(changes), 'answer')} in {words.plural(records, 'record')}:")
    for change in changes[:_MOST_SHOWN]:
        old = f'"{_text(change.old)}" -> ' if change.old is not None else ""
        note = "  (the room changed it since)" if change.conflict else ""
        note = f"  (much like {change.like}; the same thing?)" if change.like else note
        say.line(f'  {change.ref}.{change.field}  {old}"{_text(change.new)}"{note}')
    _rest(len(changes))


def _text(value: object) -> str:
    return ",".join(value) if isinstance(value, tuple) else str(value if value is not None else "")


def _rest(many: int) -> None:
    if many > _MOST_SHOWN:
        say.line(f"  and {many - _MOST_SHOWN:,} more; all of them with --json")
