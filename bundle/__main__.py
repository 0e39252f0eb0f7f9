"""Makes the bundle (`make bundle`): a wheel of this clone, the wheels that it needs, pip, and the install script."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

ROOT = Path(__file__).resolve().parent.parent
READ_ME = """Golden Thread, without a network

Linux, macOS    python3 install.py
Windows         py install.py

Needs Python 3.11 or later and nothing else. It installs for you alone, into a folder of its own; install.py --remove
takes it away again and leaves every workshop where it is. Then: goldenthread demo
"""


def main() -> int:
    """Make dist/goldenthread-VERSION-bundle.zip; the exit code."""
    with TemporaryDirectory() as folder:
        wheels = Path(folder, "wheels")
        pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
        if subprocess.run([*pip, "--wheel-dir", str(wheels), str(ROOT), "pip"], check=False).returncode:
            return 1
        shutil.rmtree(ROOT / "build", ignore_errors=True)
        found = sorted(wheels.glob("*.whl"))
        if bound := [wheel.name for wheel in found if not wheel.name.endswith("-none-any.whl")]:
            print(f"Only for this machine, so no bundle for all: {', '.join(bound)}", file=sys.stderr)
            return 1
        (own,) = (wheel for wheel in found if wheel.name.startswith("goldenthread-"))
        made = ROOT / "dist" / f"goldenthread-{own.name.split('-')[1]}-bundle.zip"
        made.parent.mkdir(exist_ok=True)
        with ZipFile(made, "w", ZIP_DEFLATED) as bundle:
            bundle.writestr(f"{made.stem}/README.txt", READ_ME)
            for file, name in [(Path(__file__).parent / "install.py", "install.py"), (ROOT / "LICENSE", "LICENSE"),
                               *((wheel, f"wheels/{wheel.name}") for wheel in found)]:  # fmt: skip
                bundle.write(file, f"{made.stem}/{name}")
    print(f"{made.relative_to(ROOT)}: {len(found)} wheels, {made.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
