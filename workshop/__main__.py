"""The door: `goldenthread` and `python -m workshop` both come in here."""

import gc
import sys


def main() -> int:
    """Run the command line; its exit code.

    Memory is not tidied up: a command is done before anything is worth collecting (the app turns the collector
    on again), and what is left at the end goes with the process.
    """
    gc.disable()
    from screens.cli import main as command_line

    code = command_line(sys.argv[1:])
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
