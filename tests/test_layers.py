"""Which way the folders look, what a command loads, and who may catch what."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("workshop", "store", "exporters", "screens")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
HEAVY = {"textual", "rich", "openpyxl", "xlsxwriter", "sqlite_utils", "asyncio", "argparse"}


def test_arrows_run_down() -> None:
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"
    ran = subprocess.run([sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout


@pytest.fixture
def loaded(tmp_path: Path) -> Callable[..., set[str]]:
    """The top-level modules that a fresh interpreter has loaded when a command is done."""

    def run(*words: object) -> set[str]:
        code = (
            "import sys\nfrom workshop.__main__ import main\n"
            f"sys.argv[1:] = {[str(word) for word in words]!r}\nmain()\nprint(*sys.modules, file=sys.stderr)"
        )
        surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
        ran = subprocess.run([sys.executable, "-c", code], env=surroundings, capture_output=True, text=True, check=True)
        return {name.partition(".")[0] for name in ran.stderr.split()}

    return run


def test_a_command_loads_no_more_than_it_needs(loaded: Callable[..., set[str]], tmp_path: Path) -> None:
    file = tmp_path / "w.workshop"
    loaded("new", file)
    for words in (("--help",), ("add", file, "objective", "statement=Cut churn"), ("set", file, "O1.owner", "CFO"),
                  ("check", file), ("log", file), ("export", file, "--format", "json")):  # fmt: skip
        assert not HEAVY & loaded(*words), words


def test_help_loads_neither_records_nor_sqlite(loaded: Callable[..., set[str]]) -> None:
    assert not {"sqlite3", "json", "dataclasses", "typing"} & loaded("--help")


def test_a_table_of_words_needs_no_excel(loaded: Callable[..., set[str]], tmp_path: Path) -> None:
    file, table = tmp_path / "w.workshop", tmp_path / "t.csv"
    loaded("new", file)
    table.write_text("statement\nCut churn\n")
    assert not HEAVY & loaded("import", file, table, "--accept", "all")


def test_a_module_opens_with_a_sentence() -> None:
    for path in MODULES:
        doc = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        assert doc.split("\n\n")[0].strip().endswith((".", "?", "!")), path


def test_nobody_swallows_errors() -> None:
    """A broad except hides a bug; two places may: where a library opens somebody's damaged workbook, and the edge of
    the command line, which says in one line where it happened.
    """
    swallowing = [
        str(path.relative_to(ROOT))
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type) and not _raises_again(node)
    ]
    assert sorted(swallowing) == ["exporters/guard.py", "screens/cli/__init__.py"]


def _is_broad(caught: ast.expr | None) -> bool:
    return caught is None or (isinstance(caught, ast.Name) and caught.id in ("Exception", "BaseException"))


def _raises_again(handler: ast.ExceptHandler) -> bool:
    return any(isinstance(node, ast.Raise) and node.exc is None for node in ast.walk(handler))
