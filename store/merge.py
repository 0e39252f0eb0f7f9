"""Break-outs: a file that parts from another, and one that is joined with it again."""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from pathlib import Path

from store.file import Done, WorkshopFile
from store.making import put
from store.versions import as_of
from workshop.draft import Draft
from workshop.errors import Refused
from workshop.merging import Joined, joining
from workshop.sides import Said, Side
from workshop.state import Workshop
from workshop.words import clean, plural, shown

_REMEMBERED = 40
"""Acts of break-outs that a file remembers to have in it."""


class NotRelated(Refused):
    """Two files that have no act in common."""


def fork(file: WorkshopFile, path: Path) -> None:
    """Write a copy of the workshop that goes its own way from here. Raises FileTaken, CannotWrite."""
    put(path, file.copied())
    said = f"{clean(file.path.name)} after change {file.last_n():,}"
    with WorkshopFile.open(path) as other:
        other.act(lambda draft: draft.set("W1", "parted_from", said), why=f"part from {file.path.name}", step=3)


def merge(file: WorkshopFile, other: WorkshopFile, *, dry: bool = False) -> Joined:
    """Bring what the other file has into this one, as one act; with `dry` only say what that would do.

    Raises NotRelated when they never were one.
    """
    base = Side(_common(file, other))
    theirs = Side(other.shop, _who(other))
    plan = joining(base, theirs, clean(other.path.name), _who(file))
    own, last = {act.id for act in file.acts()}, other.acts()[-1].id

    def whole(draft: Draft) -> Joined:
        joined = plan(draft)
        assert isinstance(joined, Joined)
        known = str(draft.value("W1", "joined")).split()
        new = [id for id in (*other.shop.about.joined.split(), last) if id not in known and id not in own]
        if draft.changes and new:
            draft.set("W1", "joined", " ".join([*known, *new][-_REMEMBERED:]))
        return joined

    if dry:
        return whole(Draft(file.shop))
    by = other.shop.about.facilitator or clean(other.path.stem)
    done: Done = file.act(whole, why=f"join {other.path.name}", step=3, origin="merged", by=by)
    assert isinstance(done.result, Joined)
    return done.result


def _common(file: WorkshopFile, other: WorkshopFile) -> Workshop:
    """What both had in common last: where they parted, or what one had of the other since. Raises NotRelated."""
    mine, theirs = file.acts(), other.acts()
    parted = sum(1 for _ in takewhile(lambda pair: pair[0].id == pair[1].id, zip(mine, theirs, strict=False)))
    if not parted:
        way_out = "only files that parted from one workshop can be joined"
        raise NotRelated(f"{shown(other.path.name)} and {shown(file.path.name)} were never one; {way_out}")
    best = (0, file, mine[parted - 1].last)
    for one, its_acts, another, others in ((other, theirs, file, mine), (file, mine, other, theirs)):
        at = {act.id: index for index, act in enumerate(its_acts)}
        for index in (at[id] for id in another.shop.about.joined.split() if id in at):
            then = as_of(one, its_acts[index].last)
            of_other = {act.id: place for place, act in enumerate(others)}
            held = max((of_other[id] for id in then.about.joined.split() if id in of_other), default=parted - 1)
            best = max(best, (index - parted + 1 + held - parted + 1, one, its_acts[index].last), key=lambda c: c[0])
    return as_of(best[1], best[2])


def _who(file: WorkshopFile) -> Said:
    """Who said last what a field of a record holds, and in which file: one may lead both rooms."""
    stem, found = clean(file.path.stem), cache(file.authors)

    def said(ref: str, name: str) -> str:
        by, origin = found().get((ref, name), ("facilitator", ""))
        if by == "facilitator":
            return stem
        return by if origin == "merged" else f"{by}, {stem}"

    return said


def told(joined: Joined) -> str:
    """What joining did, in a line."""
    if not (joined.taken or joined.conflicts):
        return "nothing in it that is not here"
    said = [f"{plural(joined.taken, 'answer')} taken in"] if joined.taken else []
    if joined.conflicts:
        said.append(f"{plural(len(joined.conflicts), 'disagreement')} to settle")
    if joined.renumbered:
        said.append(f"{plural(len(joined.renumbered), 'record')} renumbered")
    return ", ".join(said)
