"""The catalogue as files: what is shipped, and over it what a consultant has written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from store import places
from workshop.catalogue import Catalogue, build
from workshop.gathering import Mistake, Source

LARGEST = 1_000_000
"""Bytes that a file of one's own may have."""

_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@cache
def catalogue() -> Catalogue:
    """The shipped catalogue with the files of the consultant's config folder over it, read once.

    What is wrong in one of those files is in `mistakes`; the rest holds.
    """
    return read(sorted(own_folder().glob("*.toml")))


def own_folder() -> Path:
    """Where a consultant's own files are, one or several, taken in the order of their names."""
    return places.config() / "catalogue"


def own_words() -> Mapping[str, str]:
    """The plain wording of the consultant's own files alone; empty where there is none."""
    found = [_source(path) for path in sorted(own_folder().glob("*.toml"))]
    return build([source for source in found if isinstance(source, Source)]).plain if found else {}


def read(own: list[Path]) -> Catalogue:
    """The shipped catalogue with these files over it."""
    mistakes: list[Mistake] = []
    sources = shipped()
    for path in own:
        found = _source(path)
        if isinstance(found, Mistake):
            mistakes.append(found)
        else:
            sources.append(found)
    made = build(sources)
    made.mistakes = (*mistakes, *made.mistakes)
    return made


def check(path: Path) -> list[Mistake]:
    """What is wrong in a file of one's own, read over the shipped ones."""
    return list(read([path]).mistakes)


def shipped() -> list[Source]:
    """The files of the package."""
    from tomllib import loads

    folder = files("workshop") / "data" / "catalogue"
    texts = {
        entry.name: entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name.endswith(".toml")
    }
    return [Source(name, text, loads(text)) for name, text in sorted(texts.items())]


def _source(path: Path) -> Source | Mistake:
    from tomllib import loads

    name, text = str(path), ""
    try:
        if not path.is_file():
            return Mistake(name, 0, "there is no such file; look at its name")
        if path.stat().st_size > LARGEST:
            return Mistake(name, 0, f"it has more than {LARGEST:,} bytes; leave out what is no catalogue")
        text = path.read_text(encoding="utf-8-sig")
        return Source(name, text, loads(text))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Mistake(name, line, "this is not UTF-8; save the file as UTF-8")
    except RecursionError:
        return Mistake(name, 0, "its brackets are too deep; use tables as in the manual")
    except OSError as error:
        return Mistake(name, 0, f"it cannot be read ({error.strerror}); look at its rights")
    except ValueError as error:
        return _untomled(name, text, str(error))


def _untomled(name: str, text: str, error: str) -> Mistake:
    at = _AT.search(error)
    line = int(at[1]) if at and at[1] else text.count("\n") + 1 if at else 0
    what = _AT.sub("", error)
    return Mistake(name, line, f"this is not TOML: {what[:1].lower()}{what[1:120]}; correct it here")
