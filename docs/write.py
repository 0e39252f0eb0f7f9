"""Writes the pages that are made from the code (`make docs`); a test fails when one is stale."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from json import dumps
from pathlib import Path
from typing import cast

from exporters import warehouse
from screens.cli.arguments import Command, help_on
from screens.cli.commands import GROUPS
from screens.keys import EVERYWHERE, Key
from screens.launcher import KEYS as LAUNCHER
from screens.overview import KEYS as OVERVIEW
from screens.steps import Boards
from screens.views.agenda import Agenda
from screens.views.along import Along
from screens.views.compared import Compared
from screens.views.findings import Findings
from screens.views.incoming import Incoming
from screens.views.many import Many
from screens.views.matching import Matching
from screens.views.speakers import Speakers
from screens.views.stood import Stood
from screens.views.suggestions import Suggestions
from screens.views.versions import Versions
from store import schema
from store.catalogues import shipped
from store.file import WorkshopFile
from workshop import coach
from workshop.declare import KINDS, Field, Kind
from workshop.entries import PLAIN
from workshop.steps import STEPS
from workshop.words import listed

HERE = Path(__file__).parent

_TAKES = {
    "text": "words",
    "flag": "yes or no",
    "amount": "a number as it was said: `9 %`, `90 min`, `1,200`",
    "day": "a date as people say it: `31 Dec 2027`, `end of Q3`, `in two quarters`",
    "who": "a person's ref (`H2`), or plain words such as a role",
}


def records() -> str:
    """docs/records.md: every kind of record with its fields."""
    parts = [
        "# Records",
        "Everything that the room says is a record of one of these kinds, declared once in `workshop/records/`. The "
        "forms, the tables of the file, the columns of the workbook, the import and this page are made from those "
        "declarations. A field is addressed as `O1.statement`; a record that stands on others, as `O1/H2/impact`, "
        "with a dash for the room.",
        *(_kind(kind) for kind in sorted(KINDS.values(), key=lambda kind: kind.step)),
    ]
    return "\n\n".join(parts) + "\n"


def commands() -> str:
    """docs/commands.md: the command line, as its own help says it."""
    parts = [
        "# Commands",
        "Errors go to standard error in one line that says what is wrong, where, and what to do. Exit codes: 0 done, "
        "1 found something, 2 used wrongly or bad input. Before a name that begins with a dash write `--`.",
    ]
    for errand, group in GROUPS.items():
        parts += [f"## {errand}", *(_command(command) for command in group)]
    return "\n\n".join([*parts, _FORMS]) + "\n"


def keys() -> str:
    """docs/keys.md: every key, everywhere and by list or board."""
    parts = [
        "# Keys",
        "In a field every key types. In a grid, Enter goes in, its own keys then count, and Esc comes out. On the "
        "wall the footer shows the keys that matter most where one is; `?` shows them all, Ctrl+P finds them by name.",
        "## Everywhere",
        _keys([Key("1 to 6", "", "", "Go to a step: " + ", ".join(step.name for step in STEPS)), *EVERYWHERE]),
        "Arrows, page up, page down, home and end move the cursor on the stage; the mouse works too.",
    ]
    boards = Boards(cast(WorkshopFile, None))
    for step in STEPS:
        own = [view for view in boards[step.number].views if view.keys or view.inside_keys]
        parts += [f"## Step {step.number}, {step.name}"] if own else []
        for view in own:
            parts += [f"### {view.title}", _keys(view.keys)] if view.keys else [f"### {view.title}"]
            parts += ["In the grid:", _keys(view.inside_keys)] if view.inside_keys else []
    parts += ["## While something is typed", _TYPING]
    parts += ["## The coach's notes", _keys(Findings.keys), "## Suggestions", _keys(Suggestions.keys)]
    parts += ["## The launcher", _keys(LAUNCHER)]
    parts += ["## The portfolio of a folder", _keys(OVERVIEW)]
    parts += ["## The agenda", _keys(Agenda.keys), "## Speaker turns", _keys(Speakers.keys)]
    parts += ["## Versions", _keys(Versions.keys), "## Two states compared", _keys(Compared.keys)]
    parts += ["## The workshop as it stood", _keys(Stood.keys)]
    parts += ["## The portfolio", _keys(Many.keys)]
    parts += ["## One record made two", _keys(Along.keys)]
    parts += ["## A table from outside", _keys(Matching.keys), "## What a file proposes", _keys(Incoming.keys)]
    return "\n\n".join(parts) + "\n"


def tables() -> str:
    """docs/tables.md: the plain tables of a portfolio, for a warehouse."""
    parts = [_TABLES]
    for name, columns in warehouse.schema().items():
        doc = KINDS[name].doc if name in KINDS else _OWN_TABLES[name]
        listed = ", ".join(f"`{column}`{_HOLDS.get(type, '')}" for column, type in columns)
        parts += [f"### {name}", doc, listed]
    return "\n\n".join(parts) + "\n"


def file() -> str:
    """docs/file.md: the tables of a workshop file, as they are laid out."""
    parts = [_FILE.format(mark=f"0x{schema.APPLICATION:08X}", version=schema.VERSION)]
    for name, types in schema.BOOKS.items():
        listed = ", ".join(f"`{column}`{_HOLDS.get(type, '')}" for column, type in types.items())
        parts += [f"### {name}", _BOOKS[name], listed]
    parts += [_RECORDS]
    rows = [f"| `{kind.name}` | {', '.join(f'`{c}`' for c in schema.columns(kind)[3:])} |" for kind in KINDS.values()]
    return (
        "\n\n".join([*parts, "\n".join(["| table | columns beside `id`, `ref`, `place` |", "|---|---|", *rows])]) + "\n"
    )


def plain() -> str:
    """The shipped plain wording as the reader holds it, which parses nothing when a statement is typed."""
    (source,) = (one for one in shipped() if one.name == "plain.toml")
    lines = [""]
    for jargon, words in cast(dict[str, str], source.tables[PLAIN]).items():
        entry = f"{dumps(jargon, ensure_ascii=False)}: {dumps(words, ensure_ascii=False)},"
        if len(lines[-1]) + len(entry) > _WIDTH:
            lines.append("")
        lines[-1] += f" {entry}" if lines[-1] else f"    {entry}"
    return "\n".join([_PLAIN_HEAD, *lines, "}  # fmt: skip\n"])


PAGES: dict[str, Callable[[], str]] = {
    "records.md": records,
    "commands.md": commands,
    "coach.md": coach.table,
    "keys.md": keys,
    "tables.md": tables,
    "file.md": file,
    "../workshop/statement/lexicon/plain.py": plain,
}
"""Each page by its name in this folder; and the one table of the code that is made from a file of data."""


def main() -> None:
    """Write every page."""
    for name, made in PAGES.items():
        HERE.joinpath(name).write_text(made(), encoding="utf-8")


def _keys(keys: Iterable[Key]) -> str:
    return "\n".join(["| key | what it does |", "|---|---|", *(f"| `{key.cap}` | {key.says} |" for key in keys)])


def _kind(kind: Kind) -> str:
    ref = f"ref `{kind.prefix}1`" if kind.prefix else "ref " + "/".join(f"*{name}*" for name in kind.key)
    lines = [
        f"## {kind.name}",
        "",
        f"{kind.doc} Step {kind.step}, {ref}.",
        "",
        "| field | on the screen | takes | the question |",
        "|---|---|---|---|",
    ]
    return "\n".join([*lines, *(_field(spec) for spec in kind.fields)])


def _field(spec: Field) -> str:
    name = f"**`{spec.name}`**" if spec.needed else f"`{spec.name}`"
    question = spec.question + (f" ({spec.help})" if spec.help else "")
    return f"| {name} | {spec.label} | {_takes(spec)} | {question} |"


def _takes(spec: Field) -> str:
    if spec.type == "choice":
        return listed(list(spec.choices), "or")
    if spec.type == "count":
        least, most = spec.span or (0, 0)
        return f"a whole number, {least} to {most}"
    if spec.type in ("ref", "refs"):
        of = f"of {listed(list(spec.to), 'or')}" if spec.to else "of any record"
        return f"the ref {of}" if spec.type == "ref" else f"refs {of}, commas between"
    return _TAKES[spec.type]


def _command(command: Command) -> str:
    return f"### {command.name or 'open a file'}\n\n```\n{help_on(command)}\n```"


_WIDTH = 118
_PLAIN_HEAD = '''"""Plain wording as a table, made from workshop/data/catalogue/plain.toml by `make docs`."""

PLAIN = {'''

_TYPING = """Below the line stands how it is understood, and how it would be said better: in the room's word where a
dropped one was typed, plainly where a leader might stumble. Tab says it so, before Enter keeps it. Right after a
statement was kept, Tab fills in the values and the date that it names."""

_HOLDS = {int: " (whole number)", float: " (number)", bool: " (true or false)", date: " (date)"}
_OWN_TABLES = {
    "files": "One row a workshop: how far it is, and how much is in it.",
    "threads": "One row a thread, the four layers joined; a gap is empty. `latest`, `baseline` and `target` are in the "
    "metric's unit, `progress` is the share of the way that is gone, 0 to 1.",
}
_TABLES = """# Tables for a warehouse

`goldenthread portfolio DIR -o OUT --format csv` writes a folder of plain tables, one for each kind of record, one for
the threads and one for the files; `--format parquet` likewise, once `pip install pyarrow` was run beside
Golden Thread. Every table begins with `file`, the path of the workshop from DIR, and `file` with `ref` names a record.
Nothing private is in them: no private note, no single person's score, no word said with a verdict.

Dates are ISO dates, nothing said is empty (null in Parquet), several refs stand as `C1,C2`. An amount stands as it was
said, and beside it in `…_number` as a number in the unit of its record; a person's ref stands beside the name in
`…_name`. In CSV a text that a spreadsheet would take for a formula has an apostrophe before it; in Parquet it has none.

DuckDB reads them as they are. Which processes carry most, and how far their metrics have come:

```sql
SELECT process_name,
       count(DISTINCT file) AS workshops,
       count(DISTINCT file || objective) AS objectives,
       round(avg(progress), 2) AS progress
FROM 'OUT/threads.csv'
WHERE process IS NOT NULL
GROUP BY ALL
ORDER BY objectives DESC;
```

## The tables

Columns hold text where nothing else is said."""

_FILE = """# The file

A workshop is one SQLite database in rollback mode. Its header has the application id {mark} (`GOLD`) and the version
{version} of the form below. Read it with any SQLite tool, as it is or while the app has it open; write it through the
program alone, since a row that no change explains is damage to it.

```sql
SELECT objective, outcome, process, metric FROM threads;          -- the golden thread; a gap is NULL
SELECT at, "by", why FROM batches ORDER BY "first";               -- what was done, by whom and why
SELECT n, ref, field, old, new FROM changes WHERE ref = 'O1';     -- all that happened to one objective
```

`threads` is a view: `objective_ref`, `objective`, `outcome_ref`, `outcome`, `process_ref`, `process`, `metric_ref`,
`metric`, in the order of the wall, without what was parked unserved or retired.

## What happened"""
_BOOKS = {
    "changes": "One row a change: a field of a record from one value to another; `field` is null where the record is "
    "born (`new` is its ref) or removed (`old` is). `digest` is of what the row says and of its batch; `doctor` "
    "checks it.",
    "batches": "One row an act, which holds the changes from `first` to `last`: when (UTC), by whom, why, on which "
    "step, from where (`typed`, `pasted`, `imported`, `merged`, `undone`); `undoes` is the act that it takes back.",
    "numbers": "The last number that was given out for each kind, so that none is given out twice.",
}
_RECORDS = """## What there is

One table a kind of record, with what it holds now: `id`, unique across machines; `ref`, for speech; `place`, its order
among its kind; then its fields, which [records.md](records.md) explains. Dates are ISO dates, several refs stand as
`C1,C2`, amounts as they were typed, and what was not said is NULL."""

_FORMS = """## What programs get

- `log --json` prints one object a line: `n`, `at` (UTC), `by`, `why`, `step`, `origin`, `batch`, `ref`, `kind`,
  `field`, `old`, `new`. `field` is null where a record is born or removed.
- `check --json` prints one object: `steps`, each with `step`, `done`, `of`, `ready`; and `findings`, each with
  `rule`, `step`, `severity` (`block`, `warn` or `hint`), `ref`, `message`, `suggestion`.
- `coach --json` prints one object a statement: `text`; `labels`, each true or false; `findings`, each with `rule`,
  `message`, `suggestion`; and `examples`, wordings to use instead, `…` where the room's values go.
- `import --json` prints one object: `proposed`, each with `ref`, `kind`, `field`, `old` (ours now), `new` (what
  accepting writes), `theirs` (as the book says it), `conflict`; and `problems`, each with `where`, `message`.
- `diff --json` prints one object: `added` and `removed`, lists of refs; and `changed`, each with `ref`, `field`, `old`,
  `new`.
- `portfolio --json` prints one object: `files`, each with `path`, `title`, `objectives` (how many), `ready`, `steps`
  (how many gates are met), `pilot`, `stale`; `processes`, each with `name`, `objectives` (each with `path`, `ref`,
  `statement`), `files`, `owners`; `problems`, each with `path`, `message`; `owners`, `unserved`, `categories`, `terms`
  (those that do not mean the same everywhere), `copies`.
- `export --format json -o -` prints the whole workshop: `title`, `records` by kind, `threads`, `changes`."""


if __name__ == "__main__":
    main()
