"""The command line: finds the command, runs it, and says in one line what went wrong."""

from __future__ import annotations

import os
import sys

from workshop import housewords
from workshop.errors import WorkshopError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def main(words: list[str]) -> int:
    """Do what the words ask; the exit code: 0 done, 1 found something, 2 used wrongly or bad input.

    This is the one place outside the app where errors end: one line on stderr, never a traceback.
    """
    _expect_poor_pipes()
    try:
        code = _run(words)
        sys.stdout.flush()
        return code
    except WorkshopError as error:
        return _told(str(error), error.exit_code)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _leave_stdout()
        return 0
    except OSError as error:
        _leave_stdout()
        return _told(": ".join(str(part) for part in (error.filename, error.strerror or error) if part), 2)
    except Exception as error:  # a fault of ours: one line all the same, with the place for whoever mends it
        return _told(f"{_place(error)} failed: {type(error).__name__}: {error}. What was kept is on disk", 2)


def _place(error: Exception) -> str:
    """The file and line where it happened."""
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    return f"{os.path.basename(at.tb_frame.f_code.co_filename)} line {at.tb_lineno}" if at else "Something"


def _run(words: list[str]) -> int:
    from screens.cli import arguments
    from screens.cli.commands import COMMANDS, GROUPS, OPEN

    if words in (["--help"], ["-h"]):
        print(arguments.overview(GROUPS))
        return 0
    if words == ["--version"]:
        print(f"goldenthread {_version()}")
        return 0
    if not words:
        housewords.come_from(_own_words)
        return _find("files:launcher")()
    if words[0].startswith("-") and words[0] != "--":
        raise arguments.WrongUse(f"There is no option {words[0]}; see: goldenthread --help")
    command = COMMANDS.get(words[0], OPEN)
    if command is OPEN and len(words) > 1 and words[0] != "--":
        close = arguments.near(words[0], list(COMMANDS))
        raise arguments.WrongUse(f"“{words[0]}” is no command{close}; see: goldenthread --help")
    rest = words if command is OPEN else words[1:]
    if arguments.asks_for_help(command, rest):
        print(arguments.help_on(command, str(_find(command.more)()) if command.more else ""))
        return 0
    housewords.come_from(_own_words)
    return _find(command.run)(arguments.read(command, rest))


def _find(where: str) -> Callable[..., int]:
    """The function behind `module:function`, imported only now: no command pays for another."""
    module, _, function = where.partition(":")
    found: Callable[..., int] = getattr(__import__(f"screens.cli.{module}", fromlist=[function]), function)
    return found


def _own_words() -> Mapping[str, str]:
    from store.catalogues import own_words

    return own_words()


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("goldenthread")
    except PackageNotFoundError:
        return "(not installed)"


def _expect_poor_pipes() -> None:
    """Let a pipe that knows few letters get escapes for the others."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def _leave_stdout() -> None:
    """Nobody can read what is still to be written; without this the interpreter would say so at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _told(line: str, code: int) -> int:
    from workshop.words import shown

    print(shown(f"goldenthread: {line}"), file=sys.stderr)
    return code
