"""Naming a state of the workshop, so that later ones can be compared with it."""

from __future__ import annotations

from workshop.difference import VERSION
from workshop.draft import Draft
from workshop.errors import NotUnderstood, Refused
from workshop.records import Note
from workshop.words import brief, clean, folded


def name_version(draft: Draft, said: str) -> str:
    """Give the workshop as it stands a name; the ref of the note that keeps it (S47).

    Raises NotUnderstood where it is empty or a number, which is how a change of the log is called; Refused where
    another state has it.
    """
    name = " ".join(clean(said).split())
    if not name:
        raise NotUnderstood("Say what this state of the workshop is called: before the board, say")
    if name.isdecimal():
        raise NotUnderstood(f"“{brief(name)}” is the number of a change; say it in a word: plan {brief(name)}")
    taken = {folded(note.text): note.ref for note in draft.shop.all(Note) if note.what == VERSION}
    if ref := taken.get(folded(name)):
        raise Refused(f"{ref} names another state “{brief(name)}”; choose another name")
    return draft.add(Note.kind, {"on": "W1", "what": VERSION, "text": name})
