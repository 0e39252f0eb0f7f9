"""How a command is declared, read from the words that were typed, and explained: all from one declaration.

A form is written as people read it: `FILE [-o OUT] [--format xlsx|md|json] [--json]`. Words in capitals
are values in their order, the last may repeat (`FIELD=VALUE...`); what stands in brackets may be left out.
"""

from __future__ import annotations

from workshop.errors import WorkshopError

_FILES = ("FILE", "NEW", "OTHER", "BOOK", "DIR", "OUT")
"""Words of a form that stand for the name of a file or a folder."""


class WrongUse(WorkshopError):
    """A command line that cannot be read; the line says what to type instead."""


class Parameter:
    """One word of a form: a value by its place, or an option with or without a value."""

    def __init__(self, name: str, value: str, *, needed: bool, many: bool) -> None:
        self.name = name
        self.value = value
        """What follows an option (`OUT`, `xlsx|md|json`); empty for a flag and for a value by place."""
        self.needed = needed
        self.many = many
        self.choices = value.split("|") if "|" in value else []

    @property
    def is_option(self) -> bool:
        """Whether it is given by name."""
        return self.name.startswith("-")

    @property
    def typed(self) -> str:
        """How it is typed: `-o OUT`."""
        return f"{self.name}{'...' if self.many else ''} {self.value}".rstrip()


class Command:
    """One command: its name, its form, what it does in a sentence, and `module:function` that does it.

    `notes` says what each word of the form means. `more`, also `module:function`, gives text that only
    the help of this command needs.
    """

    def __init__(self, name: str, form: str, says: str, run: str = "", notes: dict[str, str] | None = None,
                 *, more: str = "") -> None:  # fmt: skip
        self.name = name
        self.form = form
        self.says = says
        self.run = run
        self.notes = notes or {}
        self.more = more

    @property
    def usage(self) -> str:
        """The whole line that one types."""
        return " ".join(part for part in ("goldenthread", self.name, self.form) if part)

    def parameters(self) -> list[Parameter]:
        """The words of the form."""
        found: list[Parameter] = []
        words = self.form.split()
        while words:
            word = words.pop(0)
            name, optional = word.strip("[]"), word.startswith("[")
            value = words.pop(0).strip("[]") if optional and not word.endswith("]") else ""
            many = name.endswith("...")
            found.append(Parameter(name.removesuffix("..."), value, needed=not optional, many=many))
        return found


class Said:
    """What was typed, by the names in the command's form."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self.many: list[str] = []
        """The values of the word that repeats."""

    def __contains__(self, name: str) -> bool:
        return name in self._texts

    def __getitem__(self, name: str) -> str:
        """What was typed for it; "" when nothing was."""
        return self._texts.get(name, "")

    def keep(self, parameter: Parameter, text: str) -> None:
        """Take a word in. Raises WrongUse when it is none of the few that may be said, or no name of a file."""
        if not text.strip() and (parameter.value or parameter.name) in _FILES:
            what = "folder" if parameter.name == "DIR" else "file"
            raise WrongUse(f"{parameter.name} is empty; give the name of a {what}")
        if parameter.choices and text not in parameter.choices:
            raise WrongUse(f"{parameter.name} takes {' or '.join(parameter.choices)}, not “{text}”")
        if parameter.many:
            self.many.append(text)
        self._texts[parameter.name] = text


def read(command: Command, words: list[str]) -> Said:
    """The words after the command's name. Raises WrongUse."""
    parameters = command.parameters()
    options = {p.name: p for p in parameters if p.is_option}
    places = [p for p in parameters if not p.is_option]
    said, rest, literal = Said(), list(words), False
    while rest:
        word = rest.pop(0)
        if word == "--" and not literal and (rest or not _missing(places, said)):
            literal = True
        elif literal or not _is_option(word, options):
            _place(command, places, said, word)
        else:
            _option(command, options, said, word, rest)
    if missing := _missing(places, said):
        raise WrongUse(f"{missing} is missing; type: {command.usage}")
    return said


def _missing(places: list[Parameter], said: Said) -> str:
    """The first word that must still come, or ""."""
    return next((place.name for place in places if place.needed and place.name not in said), "")


def asks_for_help(command: Command, words: list[str]) -> bool:
    """Whether the words ask what the command is, rather than for it to be done."""
    if words[:1] in (["--help"], ["-h"]):
        return True
    ours = words[: words.index("--")] if "--" in words else words
    return "--help" in ours and any(parameter.is_option for parameter in command.parameters())


def help_on(command: Command, more: str = "") -> str:
    """The help of one command, and what else there is to say to it."""
    rows = [(p.typed, command.notes.get(p.name, "")) for p in command.parameters()]
    wide = max((len(left) for left, _ in rows), default=0)
    parts = [
        command.usage,
        command.says + ".",
        "\n".join(f"  {left:{wide}}  {right}" for left, right in rows),
    ]
    return "\n\n".join(part for part in (*parts, more) if part)


def overview(groups: dict[str, tuple[Command, ...]]) -> str:
    """The help of the whole program: each command in a line, by errand."""
    lines = ["Golden Thread runs a mapping workshop: from a business objective to a metric.", "",
             "goldenthread            start with recent files, samples or a new workshop",
             "goldenthread FILE       open a workshop on the wall",
             "goldenthread COMMAND    as below; more with: goldenthread COMMAND --help", ""]  # fmt: skip
    for errand, commands in groups.items():
        rows = [(_short(command), command.says) for command in commands if command.name]
        lines += [errand, *(f"  {left:31}  {right}" for left, right in rows), ""]
    lines.append("Exit codes: 0 done, 1 found something, 2 used wrongly or bad input.")
    return "\n".join(lines)


def near(name: str, names: list[str]) -> str:
    """` (did you mean …?)` for a name that was mistyped."""
    from difflib import get_close_matches

    found = get_close_matches(name, names, 1)
    return f" (did you mean {found[0]}?)" if found else ""


def _short(command: Command) -> str:
    return " ".join([command.name, *(p.typed for p in command.parameters() if p.needed)])


def _is_option(word: str, options: dict[str, Parameter]) -> bool:
    """Whether a word is meant as an option: no lone dash, no negative number, and the command has options."""
    return word.startswith("-") and word != "-" and bool(options) and not word[1:2].isdigit()


def _place(command: Command, places: list[Parameter], said: Said, word: str) -> None:
    for parameter in places:
        if parameter.many or parameter.name not in said:
            said.keep(parameter, word)
            return
    raise WrongUse(f"“{word}” is one word too many; type: {command.usage}")


def _option(command: Command, options: dict[str, Parameter], said: Said, word: str, rest: list[str]) -> None:
    name, equals, text = word.partition("=") if word.startswith("--") else (word[:2], word[2:], word[2:])
    parameter = options.get(name)
    if parameter is None:
        raise WrongUse(
            f"{command.name or 'goldenthread'} has no option {name}{near(name, list(options))}; "
            "before a name that begins with a dash write --"
        )
    if name in said:
        raise WrongUse(f"{name} is there twice; once is enough")
    if not parameter.value:
        if equals:
            raise WrongUse(f"{name} takes no value")
    elif not equals:
        if not rest:
            raise WrongUse(f"{name} needs {parameter.value} after it")
        text = rest.pop(0)
    said.keep(parameter, text)
