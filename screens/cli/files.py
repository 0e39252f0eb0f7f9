"""Workshop files: open one on the wall, make one, make a sample."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from screens.cli import say
from screens.cli.arguments import Said, WrongUse, near
from workshop.errors import WorkshopError
from workshop.words import shown


class NoTerminal(WorkshopError):
    """The app was asked for where nobody could see it."""

    def __init__(self) -> None:
        super().__init__("The app needs a terminal of its own; in a script use check, log, add, set, export or import")


def launcher() -> int:
    """Start with recent files, samples or a new workshop."""
    return _show(None)


def open_(said: Said) -> int:
    """Open a workshop on the wall."""
    path = Path(said["FILE"])
    if not path.exists():
        raise WrongUse(_missing(said["FILE"]))
    return _show(path)


def present(said: Said) -> int:
    """Show a workshop on a second screen, following whoever works on it."""
    path = Path(said["FILE"])
    if not path.exists():
        raise WrongUse(_missing(said["FILE"]))
    _need_terminal()
    with _all_keys():
        from screens.app import present

        return present(path)


def demo(said: Said) -> int:
    """Open the churn sample in a scratch file that is gone afterwards."""
    _need_terminal()
    from tempfile import TemporaryDirectory

    from store.scratch import lay

    with TemporaryDirectory(prefix="goldenthread-") as folder:
        return _show(lay("churn", date.today(), Path(folder)), scratch=True)


def new(said: Said) -> int:
    """Make a fresh workshop file."""
    from store.file import WorkshopFile

    path = Path(said["FILE"])
    WorkshopFile.create(path, title=said["--title"]).close()
    say.line(f"Made {path}")
    return 0


def sample(said: Said) -> int:
    """Make a complete sample workshop."""
    name = said["NAME"]
    path = Path(said["FILE"] or f"{name}.workshop")
    _make_sample(name, path)
    say.line(f"Made {path}")
    return 0


def _make_sample(name: str, path: Path) -> None:
    from store.file import WorkshopFile
    from store.samples import sample as planned

    WorkshopFile.create(path, plan=planned(name, date.today())).close()


def _show(path: Path | None, *, scratch: bool = False) -> int:
    _need_terminal()
    with _all_keys():
        from screens.app import run

        return run(path, scratch=scratch)


@contextmanager
def _all_keys() -> Iterator[None]:
    """Let Ctrl+Q and Ctrl+S reach the app from now on: until it has the terminal, the system would keep them."""
    try:
        import termios
    except ImportError:  # a system whose terminals keep no keys
        yield
        return
    before = termios.tcgetattr(sys.stdin)
    now = termios.tcgetattr(sys.stdin)
    now[0] &= ~termios.IXON
    termios.tcsetattr(sys.stdin, termios.TCSANOW, now)
    try:
        yield
    finally:
        with suppress(termios.error):  # a terminal that was closed has nothing to be given back
            termios.tcsetattr(sys.stdin, termios.TCSANOW, before)


def _need_terminal() -> None:
    """Without one the app would wait for ever. Raises NoTerminal."""
    dumb = os.environ.get("TERM", "dumb" if os.name == "posix" else "") in ("", "dumb") and os.name == "posix"
    if dumb or not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise NoTerminal


def _missing(name: str) -> str:
    from screens.cli.commands import COMMANDS

    if name and not {".", "/", os.sep} & set(name):
        return f"“{name}” is neither a command{near(name, list(COMMANDS))} nor a file; see: goldenthread --help"
    return f"No workshop at “{shown(name)}”; make one with: goldenthread new {name or 'FILE'}"
