"""Handing a workshop over as a file, and taking tables in as proposed changes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from screens.cli import say
from screens.cli.arguments import Said
from store.file import WorkshopFile
from workshop import words
from workshop.errors import WorkshopError
from workshop.state import kind_named

if TYPE_CHECKING:
    from workshop.headers import Sheets
    from workshop.proposals import Proposal, Proposed

_MOST_SHOWN = 20
"""Lines of a long list that are shown to people; programs get all with --json."""


class NotYet(WorkshopError):
    """Something that the command will do in a later version."""


def export(said: Said) -> int:
    """Make the handoff and put it where it was asked for."""
    from exporters.handoff import made
    from exporters.keeping import default_path, put

    if "--for" in said:
        raise NotYet("export --for is not built yet; leave it out for the whole workshop")
    if said["--what"] not in ("", "workbook"):
        raise NotYet(f"export --what {said['--what']} is not built yet; leave it out for the whole workbook")
    path, out = Path(said["FILE"]), said["-o"]
    form = said["--format"] or {".md": "md", ".json": "json"}.get(Path(out).suffix.lower(), "xlsx")
    with WorkshopFile.open(path, write=False) as file:
        data = made(file.shop, list(file.log()), form, redact="--redact" in said)
    if out == "-":
        sys.stdout.buffer.write(data)
        return 0
    to = Path(out) if out else default_path(path, form)
    put(data, to, workshop=path, overwrite="--overwrite" in said)
    say.line(f"Wrote {to}")
    return 0


def import_(said: Said) -> int:
    """Show what a table would change, or take it in; 1 where something waits for a person."""
    from workshop.proposals import Proposed, proposals, taking

    book = Path(said["BOOK"])
    take = "--accept" in said and said["--accept"] != "none" and "--dry-run" not in said
    with WorkshopFile.open(Path(said["FILE"]), write=take) as file:
        found = _tables(book, said["--kind"])
        proposed = proposals(file.shop, found)
        if take and proposed.changes:
            why = f"import {words.clean(book.name)}"
            result = file.act(taking(found), why=why, step=found.step, origin="imported").result
            assert isinstance(result, Proposed)
            proposed = result
    say.note(file.notice)
    if "--json" in said:
        problems = [problem._asdict() for problem in proposed.problems]
        say.records([{"proposed": [_proposal(p) for p in proposed.changes], "problems": problems}])
    else:
        _tell(proposed, taken=take)
    if proposed.dropped:
        say.note(f"left out {words.plural(proposed.dropped, 'control character')}, which a screen could obey")
    open_ = proposed.changes and not take and said["--accept"] != "none"
    return 1 if open_ or proposed.problems else 0


def _tables(book: Path, kind: str) -> Sheets:
    """The tables of the book, each with what its rows are. Raises NotYet, NotReadable and Refused."""
    from exporters import guard, tables
    from workshop.headers import sorted_out

    wanted = kind_named(kind) if kind else None
    if book.suffix.lower() == ".json" and book.is_file():
        raise NotYet(f"{book}: taking in JSON is not built yet; save the table as .csv or .xlsx")
    if book.suffix.lower() in (".xlsx", ".xlsm") and book.is_file() and guard.made_by_us(guard.contents(book)):
        raise NotYet(f"{book}: taking in an edited workbook of ours is not built yet; change records with set")
    return sorted_out(tables.read(book), wanted)


def _proposal(proposal: Proposal) -> dict[str, object]:
    return {name: ",".join(v) if isinstance(v, tuple) else v for name, v in proposal._asdict().items()}


def _tell(proposed: Proposed, *, taken: bool) -> None:
    changes, problems = proposed.changes, proposed.problems
    did = "Took" if taken else "Would take"
    if changes:
        records = len({change.ref for change in changes})
        say.line(f"{did} {words.plural(len(changes), 'answer')} in {words.plural(records, 'record')}:")
        for change in changes[:_MOST_SHOWN]:
            old = f'"{_text(change.old)}" -> ' if change.old is not None else ""
            say.line(f'  {change.ref}.{change.field}  {old}"{_text(change.new)}"')
        _rest(len(changes))
    else:
        say.line("Nothing in it is new.")
    if problems:
        say.line(f"{words.plural(len(problems), 'problem')}, left out:")
        for problem in problems[:_MOST_SHOWN]:
            say.line(f"  {problem.where}: {problem.message}")
        _rest(len(problems))
    if changes and not taken:
        say.line("Nothing was changed; take it with --accept all.")


def _text(value: object) -> str:
    return ",".join(value) if isinstance(value, tuple) else str(value if value is not None else "")


def _rest(many: int) -> None:
    if many > _MOST_SHOWN:
        say.line(f"  and {many - _MOST_SHOWN:,} more; all of them with --json")
