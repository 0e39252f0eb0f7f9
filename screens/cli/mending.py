"""Verifying a workshop file, and going back to a backup."""

from __future__ import annotations

from pathlib import Path

from screens.cli import say
from screens.cli.arguments import Said, WrongUse
from store import doctor as doctors
from store.doctor import Verdict
from workshop.words import plural


def doctor(said: Said) -> int:
    """Say that the file is sound, or mend it; 1 where anything was wrong with it."""
    path = Path(said["FILE"])
    asked = [name for name in ("--backups", "--restore", "--salvage") if name in said]
    if len(asked) > 1:
        raise WrongUse(f"{asked[0]} and {asked[1]} are two errands; ask for one at a time")
    if "--backups" in said:
        return _list(path)
    if "--restore" in said:
        return _go_back(path, said["--restore"])
    verdict: Verdict = doctors.salvage(path, Path(said["--salvage"])) if asked else doctors.heal(path)
    for line in verdict.lines:
        say.line(line)
    return 0 if verdict.sound else 1


def _list(path: Path) -> int:
    copies = doctors.copies(path)
    for number, copy in enumerate(copies, 1):
        other = "" if copy.own else "  of another file of this workshop: moved here, or a break-out"
        say.line(f"{number:2}  {doctors.when(copy)}  {plural(copy.last, 'change')}{other}")
    if not copies:
        say.line(f"There is no backup of {path}")
    return 0


def _go_back(path: Path, which: str) -> int:
    copies = doctors.copies(path)
    by_number = {str(number): copy for number, copy in enumerate(copies, 1)}
    by_time = {doctors.when(copy): copy for copy in reversed(copies)}
    copy = by_number.get(which) or by_time.get(which)
    if copy is None:
        many = f"a number from 1 to {len(copies)} or a time" if copies else "nothing, for there is no backup"
        raise WrongUse(f"--restore takes {many}; the list is: goldenthread doctor {path} --backups")
    for line in doctors.go_back(path, copy):
        say.line(line)
    return 0
