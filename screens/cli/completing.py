"""Completion for shells, made from the declarations of the commands: source what it prints."""

from __future__ import annotations

from collections.abc import Iterator

from screens.cli.arguments import Command, Said, WrongUse
from screens.cli.commands import COMMANDS

NAMED = [command for command in COMMANDS.values() if command.name]


def completion(said: Said) -> int:
    """Print the script of one shell."""
    script = _SCRIPTS.get(said["SHELL"])
    if script is None:
        raise WrongUse(f"There is completion for {', '.join(_SCRIPTS)}, not for “{said['SHELL']}”")
    print("\n".join(script()))
    return 0


def _bash() -> Iterator[str]:
    """Names of commands first, then a command's options and what they take; else files, as the shell does."""
    yield "_goldenthread() {"
    yield '  local words="" word="${COMP_WORDS[COMP_CWORD]}"'
    yield '  case "$COMP_CWORD ${COMP_WORDS[1]} ${COMP_WORDS[COMP_CWORD-1]}" in'
    yield f'    "1 "*) words="{" ".join(command.name for command in NAMED)}" ;;'
    for command in NAMED:
        for option, choices in _options(command):
            if choices:
                yield f'    *" {command.name} {option}") words="{" ".join(choices)}" ;;'
        if options := [option for option, _ in _options(command)]:
            yield f'    *" {command.name} "*) [[ $word == -* ]] && words="{" ".join(options)}" ;;'
    yield "  esac"
    yield '  COMPREPLY=($(compgen -W "$words" -- "$word"))'
    yield "}"
    yield "complete -o default -F _goldenthread goldenthread"


def _zsh() -> Iterator[str]:
    yield "autoload -Uz bashcompinit && bashcompinit"
    yield from _bash()


def _fish() -> Iterator[str]:
    for command in NAMED:
        yield f"complete -c goldenthread -n __fish_use_subcommand -a {command.name} -d '{_quoted(command.says)}'"
    for command in NAMED:
        for option, choices in _options(command):
            how = f"-l {option.lstrip('-')}" if option.startswith("--") else f"-s {option.lstrip('-')}"
            takes = f" -x -a '{' '.join(choices)}'" if choices else ""
            said = f" -d '{_quoted(command.notes[option])}'" if option in command.notes else ""
            yield f"complete -c goldenthread -n '__fish_seen_subcommand_from {command.name}' {how}{takes}{said}"


def _options(command: Command) -> list[tuple[str, list[str]]]:
    """The options of a command, each with the few values that it takes, where it takes a few."""
    return [(one.name, one.choices) for one in command.parameters() if one.is_option]


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'")


_SCRIPTS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
