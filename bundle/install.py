"""Installs Golden Thread from the wheels beside this file: no network, no rights of an administrator.

    python3 install.py            Linux and macOS
    py install.py                 Windows

It makes an environment of its own and puts the command `goldenthread` where the user's commands are. Run again it
replaces what it installed before. `--into FOLDER` and `--command FOLDER` say where else; `--remove` takes it away.
"""

import argparse
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
WINDOWS = os.name == "nt"
NAME = "goldenthread"
MARK = "from-the-bundle.txt"
"""A file in the environment that says who made it."""


def places() -> tuple[Path, Path]:
    """Where the environment goes, and where the command."""
    if WINDOWS:
        local = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        return local / NAME / "app", local / "Microsoft" / "WindowsApps"
    return Path.home() / ".local" / "lib" / NAME, Path.home() / ".local" / "bin"


def main() -> int:
    """Install or remove; the exit code."""
    into, command = places()
    parser = argparse.ArgumentParser(description="Install Golden Thread without a network.")
    parser.add_argument("--into", type=Path, default=into, help="folder of the environment")
    parser.add_argument("--command", type=Path, default=command, help="folder of the command")
    parser.add_argument("--remove", action="store_true", help="take it away again; workshops stay")
    said = parser.parse_args()
    into, link = said.into.absolute(), said.command.absolute() / (f"{NAME}.cmd" if WINDOWS else NAME)
    if sys.version_info < (3, 11):  # noqa: UP036  it is run by whatever Python is there
        print(f"Golden Thread needs Python 3.11 or later; this is {sys.version.split()[0]}", file=sys.stderr)
        return 2
    _remove(into, link)
    if not said.remove and os.path.lexists(link):
        print(f"{link} is there and is not ours; remove it, or say another folder with --command", file=sys.stderr)
        return 1
    if said.remove:
        print("Golden Thread is removed; workshops, backups and the catalogue stay where they are")
        return 0
    program = _install(into)
    _link(program, link)
    print(f"Installed: {link}\nTry: {NAME} demo")
    if str(link.parent) not in os.environ.get("PATH", "").split(os.pathsep):
        print(f"{link.parent} is not on your PATH yet; until it is, type {program}")
    return 0


def _remove(into: Path, link: Path) -> None:
    """What this script installed before; a folder that it did not make stays, and so does somebody else's command."""
    if (into / MARK).exists():
        if os.path.lexists(link) and _leads_into(into, link):
            link.unlink()
        shutil.rmtree(into)


def _leads_into(into: Path, link: Path) -> bool:
    """Whether the command is one that this script made for that environment."""
    if link.is_symlink():
        return into in Path(os.readlink(link)).parents
    return WINDOWS and str(into) in link.read_text(encoding="utf-8", errors="replace")


def _install(into: Path) -> Path:
    """The environment with everything in it, byte-compiled; the program in it."""
    if into.exists() and any(into.iterdir()):
        sys.exit(f"{into} is there and is no installation of Golden Thread; say another with --into")
    venv.create(into, symlinks=not WINDOWS, with_pip=False)
    (into / MARK).write_text("Made by install.py of the Golden Thread bundle, which may take it away again.\n")
    folder = into / ("Scripts" if WINDOWS else "bin")
    python, (pip,) = folder / ("python.exe" if WINDOWS else "python"), HERE.glob("wheels/pip-*.whl")
    asked = ["install", "--no-index", "--find-links", str(HERE / "wheels"), "--quiet", "--disable-pip-version-check"]
    ran = subprocess.run([str(python), f"{pip}/pip", *asked, "--compile", NAME], check=False)
    if ran.returncode:
        sys.exit("Nothing was installed; the lines above say why")
    return folder / (f"{NAME}.exe" if WINDOWS else NAME)


def _link(program: Path, link: Path) -> None:
    link.parent.mkdir(parents=True, exist_ok=True)
    if WINDOWS:
        link.write_text(f'@"{program}" %*\n', encoding="utf-8")
    else:
        link.symlink_to(program)


if __name__ == "__main__":
    sys.exit(main())
