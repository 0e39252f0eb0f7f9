"""Handing a workshop over as a file."""

from __future__ import annotations

import sys
from pathlib import Path

from screens.cli import say
from screens.cli.arguments import Said
from store.file import WorkshopFile


def export(said: Said) -> int:
    """Make what is handed out and put it where it was asked for."""
    from exporters.handoff import FORMATS, addressee, left_out, made, meant
    from exporters.keeping import default_path, put

    path, out, redact = Path(said["FILE"]), said["-o"], "--redact" in said
    ending = Path(out).suffix.lower()[1:]
    form, what = meant(said["--format"] or (ending if ending in FORMATS else ""), said["--what"])
    with WorkshopFile.open(path, write=False) as file:
        data = made(file.shop, list(file.log()), form, what=what, for_whom=said["--for"], redact=redact)
        who = addressee(file.shop, said["--for"], redact=redact)
        missing = left_out(file.shop, what)
    say.note(missing)
    if out == "-":
        sys.stdout.buffer.write(data)
        return 0
    to = Path(out) if out else default_path(path, form, what=what, who=who)
    put(data, to, workshop=path, overwrite="--overwrite" in said, form=form)
    say.line(f"Wrote {to}")
    return 0
