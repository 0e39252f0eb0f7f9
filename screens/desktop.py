"""The desktop around the terminal, where there is one: opening a folder in its file manager."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from workshop.errors import WorkshopError


class NoDesktop(WorkshopError):
    """A folder that nothing here can open; the line says where it is."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"No desktop is here to open it; the folder is {folder}")


def opener() -> str:
    """The program that opens a folder here; "" where there is no desktop, as over SSH."""
    if sys.platform == "darwin":
        return shutil.which("open") or ""
    if sys.platform == "win32":
        return shutil.which("explorer") or ""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return shutil.which("xdg-open") or ""
    return ""


def open_folder(folder: Path) -> None:
    """Open the folder, without waiting for it and without a word on the terminal. Raises NoDesktop."""
    program = opener()
    if not program:
        raise NoDesktop(folder)
    quiet = subprocess.DEVNULL
    try:
        subprocess.Popen([program, str(folder)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError:
        raise NoDesktop(folder) from None
