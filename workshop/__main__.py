"""The door: `goldenthread` and `python -m workshop` both come in here."""

import gc
import sys


def main() -> int:
    """Run the command line; its exit code."""
    gc.disable()  # a command is done before anything is worth collecting; the app turns it on again
    from screens.cli import main as command_line

    return command_line(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
