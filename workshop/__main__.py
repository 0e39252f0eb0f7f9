"""The door: `goldenthread` and `python -m workshop` both come in here."""

import sys


def main() -> int:
    """Run the command line; its exit code."""
    from screens.cli import main as command_line

    return command_line(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
