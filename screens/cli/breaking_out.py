"""Break-outs: a file that goes its own way, and one that comes back."""

from __future__ import annotations

from pathlib import Path

from screens.cli import say
from screens.cli.arguments import Said
from store.file import WorkshopFile
from workshop.merging import Joined

_MOST_SHOWN = 20


def fork(said: Said) -> int:
    """Write a copy that a second group goes on with."""
    from store import merge

    with WorkshopFile.open(Path(said["FILE"]), write=False) as file:
        merge.fork(file, Path(said["NEW"]))
    say.line(f"Made {said['NEW']}; join it again with: goldenthread merge {said['FILE']} {said['NEW']}")
    return 0


def merge(said: Said) -> int:
    """Bring in what a break-out did; 1 where something waits for a person."""
    from store import merge as merging

    dry = "--dry-run" in said
    with (
        WorkshopFile.open(Path(said["FILE"]), write=not dry) as file,
        WorkshopFile.open(Path(said["OTHER"]), write=False) as other,
    ):
        if not dry:
            file.back_up_now()
        joined = merging.merge(file, other, dry=dry)
    say.note(file.notice)
    if "--json" in said:
        say.records([_told(joined)])
    else:
        _say(joined, dry=dry)
    return 1 if joined.conflicts else 0


def _told(joined: Joined) -> dict[str, object]:
    return {
        "applied": joined.applied,
        "conflicts": [conflict._asdict() for conflict in joined.conflicts],
        "renumbered": [renumbered._asdict() for renumbered in joined.renumbered],
    }


def _say(joined: Joined, *, dry: bool) -> None:
    from store.merge import told

    say.line(f"{'Would be: ' if dry else ''}{told(joined)}")
    for conflict in joined.conflicts[:_MOST_SHOWN]:
        say.line(f'  {conflict.ref}.{conflict.field}  ours "{conflict.mine}", theirs "{conflict.theirs}"')
    if len(joined.conflicts) > _MOST_SHOWN:
        say.line(f"  and {len(joined.conflicts) - _MOST_SHOWN:,} more; all of them with --json")
    for renumbered in joined.renumbered[:_MOST_SHOWN]:
        say.line(f"  their {renumbered.theirs} is {renumbered.here} here")
    if joined.conflicts and not dry:
        say.line("Both wordings are kept until somebody chooses; until then the field says what it said before.")
