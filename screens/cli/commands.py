"""Every command, declared once: from this come reading, help and docs/commands.md."""

from __future__ import annotations

from screens.cli.arguments import Command

_FILE = {"FILE": "the workshop, a file ending in .workshop"}
_JSON = {"--json": "for programs: JSON, as docs/commands.md describes it"}

OPEN = Command("", "FILE", "Open a workshop on the wall", "files:open_", _FILE)

IN_THE_ROOM = (
    OPEN,
    Command("demo", "", "Open a worked example to play with", "files:demo"),
    Command("new", "FILE [--title TITLE]", "Make a fresh workshop file", "files:new", {
        "FILE": "where; never a file that exists",
        "--title": "what the workshop is called",
    }),
    Command("sample", "NAME [FILE]", "Make a complete sample workshop", "files:sample", {
        "NAME": "churn, productivity, compliance or delivery",
        "FILE": "where; NAME.workshop in this folder when left out",
    }),
    Command("present", "FILE", "Show it on a second screen: live, read-only, nothing private",
            "files:present", _FILE),
)  # fmt: skip

HANDING_OVER = (
    Command("export", "FILE [-o OUT] [--format xlsx|md|json|ics]"
            " [--what workbook|prework|readings|calendar] [--for OWNER] [--redact] [--overwrite]",
            "Hand the workshop over: workbook, Markdown, JSON, calendar",
            "handoff:export", _FILE | {
        "-o": "where; - is standard output; beside the workshop when left out",
        "--format": "as OUT ends, else xlsx; a calendar is ics",
        "--what": "the whole workbook, what goes out before a workshop or a review, or its dates for a calendar",
        "--for": "whose metrics, open questions or actions: a person's ref or name, or a role; all when left out",
        "--redact": "without private notes, single scores and verdict words; people by role",
        "--overwrite": "replace a file that Golden Thread did not write",
    }),
    Command("import", "FILE BOOK [--kind KIND] [--dry-run] [--json] [--accept all|none|mine|theirs]",
            "Take in a table, .csv or .xlsx, as proposed changes", "incoming:import_", _FILE | {
        "BOOK": "the table, its headers the names or labels of fields; under the header ref a row"
                " names the record that it changes, an empty cell changes nothing; or readings, days by metrics",
        "--kind": "what its rows are; else the first kind that has all its headers",
        "--dry-run": "only show what it proposes",
        "--accept": "all: take what is no conflict; mine, theirs: settle conflicts too; none: take nothing",
    } | _JSON, more="edit:kinds"),
)  # fmt: skip

LOOKING = (
    Command("check", "FILE [--json]", "Say how far each step is, and what is missing", "review:check",
            _FILE | _JSON),
    Command("log", "FILE [--json]", "List every change, oldest first", "review:log", _FILE | _JSON),
    Command("why", "FILE REF [--json]", "Say why a target was missed", "answers:why", _FILE | {
        "REF": "an objective, O1; or anything on its thread",
    } | _JSON),
    Command("diff", "FILE [A] [B] [--json]", "Compare two states of a workshop", "comparing:diff", _FILE | {
        "A": "a version's name, or a number of the log; the last review before today, or the start, when left out",
        "B": "likewise; now, when left out",
    } | _JSON, more="comparing:names"),
    Command("coach", "KIND [--json]", "Read statements, one a line, and say what they lack", "coaching:coach", {
        "KIND": "objective, outcome or metric; the statements come on standard input",
    } | _JSON),
    Command("portfolio", "DIR [--json] [-o OUT] [--format xlsx|csv|parquet] [--overwrite]",
            "Roll up a folder of workshops", "rolling_up:portfolio", {
        "DIR": "the folder; every .workshop file in it and below is read, none is changed",
        "-o": "a workbook, OUT.xlsx; or a folder of plain tables, with --format csv or parquet",
        "--format": "xlsx when left out; docs/tables.md says what stands in the tables",
        "--overwrite": "replace a file that Golden Thread did not write",
    } | _JSON),
)  # fmt: skip

SCRIPTS = (
    Command("add", "FILE KIND FIELD=VALUE...", "Add a record and print its ref", "edit:add", _FILE | {
        "KIND": "what it is: objective, outcome, process and so on",
        "FIELD=VALUE": "as one would type it: due=\"end of Q3\", objectives=O1,O2",
    }, more="edit:kinds"),
    Command("set", "FILE REF.FIELD VALUE", "Change one field of a record", "edit:set_", _FILE | {
        "REF.FIELD": "which: O1.statement, A3/H4.letter, W1.title",
        "VALUE": "as one would type it; \"\" empties the field",
    }, more="edit:kinds"),
    Command("expand", "FILE O2", "Take up the next objective, once the pilot has proved itself", "expanding:expand",
            _FILE | {"O2": "the objective that comes next; services, processes, people and words stay"}),
    Command("fork", "FILE NEW", "Give a break-out group its file", "breaking_out:fork", _FILE | {
        "NEW": "where; never onto a file that exists",
    }),
    Command("merge", "FILE OTHER [--dry-run] [--json]", "Bring a break-out back", "breaking_out:merge", _FILE | {
        "OTHER": "the file that parted from it, or from which it parted",
        "--dry-run": "only show what that would do",
    } | _JSON),
    Command("catalogue", "[--check FILE]", "List the catalogue, or check a file of your own", "answers:catalogue", {
        "--check": "a .toml file of your own; docs/catalogue.md says how to write one",
    }),
    Command("doctor", "FILE [--backups] [--restore WHICH] [--salvage NEW]", "Verify a workshop, or restore it",
            "mending:doctor", _FILE | {
        "--backups": "list its backups, newest first, and change nothing",
        "--restore": "go back to a backup of that list, by its number or its time; what is there now is kept beside it",
        "--salvage": "make a new workshop of what can be read of a damaged one that has no backup",
    }),
    Command("completion", "SHELL", "Print completion for a shell", "completing:completion", {
        "SHELL": "bash, zsh or fish; eval \"$(goldenthread completion bash)\" in your profile",
    }),
)  # fmt: skip

GROUPS: dict[str, tuple[Command, ...]] = {
    "In the room": IN_THE_ROOM,
    "Handing over and taking in": HANDING_OVER,
    "Looking": LOOKING,
    "Scripts": SCRIPTS,
}

COMMANDS = {command.name: command for commands in GROUPS.values() for command in commands}
"""Every command by its name; that of opening a file is empty."""
