"""Handing a workshop over as a file."""

from __future__ import annotations

import sys
from pathlib import Path

from screens.cli import say
from screens.cli.arguments import Said
from store.file import WorkshopFile


def export(said: Said) -> int:
    """Make what is handed out and put it where it was asked for."""
    from exporters.handoff import FORMATS, addressee, made, untold
    from exporters.keeping import default_path, put

    path, out, what, redact = Path(said["FILE"]), said["-o"], said["--what"] or "workbook", "--redact" in said
    ending = Path(out).suffix.lower().removeprefix(".")
    form = said["--format"] or (ending if ending in FORMATS else "xlsx")
    with WorkshopFile.open(path, write=False) as file:
        data = made(file.shop, list(file.log()), form, what=what, for_whom=said["--for"], redact=redact)
        who = addressee(file.shop, said["--for"], redact=redact)
        missing = untold(file.shop, form)
    if out == "-":
        sys.stdout.buffer.write(data)
        return 0
    to = Path(out) if out else default_path(path, form, what=what, who=who)
    put(data, to, workshop=path, overwrite="--overwrite" in said)
    say.line(f"Wrote {to}{missing}")
    return 0
